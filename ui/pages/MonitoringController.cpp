// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/MonitoringController.h"

#include "core/monitoring/Probe.h"
#include "core/monitoring/Rounds.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

std::vector<const CheckResult*> resultsOf(const Snapshot& snapshot, Id check)
{
    std::vector<const CheckResult*> results;
    for (const CheckResult& result : snapshot.checkResults) {
        if (result.check == check)
            results.push_back(&result);
    }
    return results;
}

/// Middle of the answers given since the cutover; negative when there are none.
double medianAfter(const Snapshot& snapshot, Id check)
{
    std::vector<double> values;
    for (const CheckResult* result : resultsOf(snapshot, check)) {
        const bool answered = result->state == CheckState::Up || result->state == CheckState::Degraded;
        if (answered && snapshot.project.cutoverAt.isValid() && result->at >= snapshot.project.cutoverAt)
            values.push_back(result->ms);
    }
    if (values.empty())
        return -1;
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(values.size() / 2), values.end());
    return values[values.size() / 2];
}

double baselineMs(const Check& check)
{
    return check.baseline.value("medianMs"_L1).toDouble(-1);
}

bool hasBaseline(const Check& check)
{
    return check.baselineEvidence != 0 && baselineMs(check) >= 0;
}

} // namespace

bool MonitoringController::hasCutOver(const Snapshot& snapshot)
{
    return snapshot.project.state == MigrationState::CutOver || snapshot.project.state == MigrationState::Committed;
}

bool MonitoringController::needsBaseline(const Snapshot& snapshot)
{
    if (hasCutOver(snapshot))
        return false;
    for (const Check* check : enabledChecks(snapshot)) {
        if (!hasBaseline(*check))
            return true;
    }
    return false;
}

QList<Figure> MonitoringController::figures(const Snapshot& snapshot, const QDateTime& now,
                                            const text::Phrasebook& words)
{
    Figure available{tr("Availability since the cutover"), u"–"_s, {}, {}, Token::Text};
    const Availability measured = availability(snapshot, now);
    const QString target = parts::percent(snapshot.project.availabilityTarget, words);
    if (!hasCutOver(snapshot)) {
        available.fact = tr("begins with the cutover; target %1").arg(target);
    } else if (!measured.known) {
        available.fact = tr("no round since the cutover; target %1").arg(target);
    } else {
        available.value = parts::percent(measured.percent, words);
        const bool good = measured.percent >= snapshot.project.availabilityTarget;
        available.icon = good ? iconOf(Look::Passed) : iconOf(Look::Failed);
        available.tone = good ? Token::Text : Token::Bad;
        available.fact = tr("target %1; watched %2 of %3")
                             .arg(target, words.duration(measured.watchedMs),
                                  words.duration(measured.since.msecsTo(measured.until)));
    }

    int open = 0, closed = 0;
    for (const Incident& incident : snapshot.incidents)
        ++(incident.closedAt.isValid() ? closed : open);
    Figure incidents{tr("Open incidents"), words.number(open), {}, {}, Token::Text};
    if (open > 0) {
        incidents.icon = iconOf(Look::Failed);
        incidents.tone = Token::Bad;
    }
    incidents.fact = closed > 0 ? tr("%n closed", "incidents", closed) : tr("none so far");

    Figure rollback{tr("Rollback"), {}, {}, {}, Token::Text};
    const Project& project = snapshot.project;
    if (project.state == MigrationState::CutOver && project.cutoverAt.isValid()) {
        const QDateTime until = project.cutoverAt.addDays(project.rollbackDays);
        const qint64 left = now.msecsTo(until);
        rollback.caption = tr("Rollback possible for");
        rollback.value = left > 0 ? words.duration(left) : tr("expired");
        rollback.fact = tr("until %1").arg(words.dateTime(until));
        rollback.icon = left > 0 ? u"undo"_s : iconOf(Look::Expired);
        rollback.tone = left > 0 && left > 86400000 ? Token::Text : Token::Warn;
    } else if (project.state == MigrationState::Committed) {
        rollback.value = tr("Committed");
        rollback.fact = tr("there is no way back any more");
    } else {
        rollback.value = parts::days(project.rollbackDays);
        rollback.caption = tr("Rollback possible for");
        rollback.fact = tr("counted from the cutover");
    }
    return {available, incidents, rollback};
}

QList<Row> MonitoringController::checkRows(const Snapshot& snapshot, const QDateTime& now,
                                           const text::Phrasebook& words)
{
    QList<Row> rows;
    for (const Check& check : snapshot.checks) {
        const Asset* asset = snapshot.asset(check.asset);
        Cell name = Cell::plain(check.name);
        name.icon = asset ? iconOf(asset->kind) : u"share"_s;
        name.second = kindWord(check.kind);
        name.path = check.name.startsWith(u'/');
        Cell state = check.enabled ? Cell::state(lookOf(check.state), words.word(check.state))
                                   : Cell::mutedText(tr("Switched off"));
        state.second = check.ranAt.isValid() ? parts::moment(check.ranAt, now, words) : tr("no round yet");
        const auto results = resultsOf(snapshot, check.id);
        const CheckResult* last = results.empty() ? nullptr : results.back();
        Cell took = Cell::number(last ? parts::answerTime(last->ms, words) : u"–"_s, last ? last->ms : -1);
        Cell baseline;
        if (hasBaseline(check)) {
            baseline = Cell::number(parts::answerTime(baselineMs(check), words), baselineMs(check));
            baseline.second = tr("%n round(s)", "", check.baseline.value("rounds"_L1).toInt());
        } else {
            baseline = Cell::mutedText(tr("None"));
            baseline.right = true;
            if (asset && asset->critical)
                baseline.tone = Token::Warn;
        }
        rows.append({u"check"_s, check.id, {name, state, took, baseline}});
    }
    return rows;
}

QList<Row> MonitoringController::incidentRows(const Snapshot& snapshot, const QDateTime& now,
                                              const text::Phrasebook& words)
{
    QList<Row> rows;
    for (auto it = snapshot.incidents.rbegin(); it != snapshot.incidents.rend(); ++it) {
        const Check* check = findById(snapshot.checks, it->check);
        const bool open = !it->closedAt.isValid();
        Cell name = Cell::plain(check ? check->name : tr("a check that was removed"));
        name.second = words.say(it->code, it->params);
        Cell state = open ? Cell::state(Look::Failed, tr("Open")) : Cell::state(Look::Passed, tr("Closed"));
        state.second = it->by;
        Cell since = Cell::plain(parts::moment(it->openedAt, now, words));
        since.sort = it->openedAt;
        const qint64 lasted = it->openedAt.msecsTo(open ? now : it->closedAt);
        since.second = open ? tr("for %1").arg(words.duration(lasted)) : tr("lasted %1").arg(words.duration(lasted));
        rows.append({u"incident"_s, it->id, {name, state, since}});
    }
    return rows;
}

QList<Row> MonitoringController::compareRows(const Snapshot& snapshot, const text::Phrasebook& words)
{
    QList<Row> rows;
    const auto cell = [&words](double ms) {
        return ms < 0 ? Cell::number(u"–"_s, -1) : Cell::number(parts::answerTime(ms, words), ms);
    };
    for (const Check& check : snapshot.checks) {
        const double before = hasBaseline(check) ? baselineMs(check) : -1;
        const double after = medianAfter(snapshot, check.id);
        const double p95 = check.baseline.value("p95Ms"_L1).toDouble(-1);
        Cell verdict = parts::none(tr("not known yet"));
        if (before >= 0 && after >= 0) {
            const bool slow = after > 3 * p95 && after > p95 + 50;
            verdict = slow ? Cell::state(Look::ToFix, tr("slower")) : Cell::state(Look::Passed, tr("as before"));
        }
        rows.append(
            {u"check"_s,
             check.id,
             {Cell::plain(check.name), cell(before), cell(hasBaseline(check) ? p95 : -1), cell(after), verdict}});
    }
    return rows;
}

QList<ChartModel> MonitoringController::charts(const Snapshot& snapshot, const text::Phrasebook& words)
{
    std::vector<std::pair<double, const Check*>> order;
    for (const Check& check : snapshot.checks) {
        if (!check.enabled)
            continue;
        const Asset* asset = snapshot.asset(check.asset);
        const double after = medianAfter(snapshot, check.id);
        const double ratio = hasBaseline(check) && after >= 0 ? after / std::max(0.1, baselineMs(check)) : 0;
        order.emplace_back(ratio + (asset && asset->critical ? 1000 : 0), &check);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });

    QList<ChartModel> models;
    for (const auto& [ratio, check] : order) {
        Q_UNUSED(ratio)
        if (models.size() == kCharts)
            break;
        ChartModel model;
        model.title = check->name;
        model.unit = tr("ms");
        model.beforeName = tr("before");
        model.afterName = tr("after");
        model.cutoverName = tr("cutover");
        model.cutover = snapshot.project.cutoverAt;
        for (const CheckResult* result : resultsOf(snapshot, check->id)) {
            if (result->state != CheckState::Up && result->state != CheckState::Degraded)
                continue;
            const bool isAfter = model.cutover.isValid() && result->at >= model.cutover;
            (isAfter ? model.after : model.before).append({result->at, result->ms});
        }
        if (hasBaseline(*check)) {
            model.p5 = check->baseline.value("p5Ms"_L1).toDouble();
            model.p95 = check->baseline.value("p95Ms"_L1).toDouble();
        }
        const double after = medianAfter(snapshot, check->id);
        const auto ms = [&words](double value) { return parts::answerTime(value, words); };
        if (after >= 0 && hasBaseline(*check))
            model.verdict = tr("Answers in %1, %2 before").arg(ms(after), ms(baselineMs(*check)));
        else if (hasBaseline(*check))
            model.verdict = tr("Answers in %1 before the cutover").arg(ms(baselineMs(*check)));
        else
            model.verdict = tr("No baseline to compare with");
        if (!model.before.isEmpty() || !model.after.isEmpty())
            models.append(model);
    }
    return models;
}

QString MonitoringController::kindWord(const QString& kind)
{
    if (kind == "file"_L1)
        return tr("File can be read");
    if (kind == "folder"_L1 || kind == "tree"_L1)
        return tr("Folder can be read");
    if (kind == "sqlite"_L1)
        return tr("Database answers");
    if (kind == "link"_L1)
        return tr("Switch link leads where it should");
    if (kind == "tcp"_L1)
        return tr("Port answers");
    if (kind == "http"_L1)
        return tr("Web page answers");
    if (kind == "tls"_L1)
        return tr("Certificate is good");
    if (kind == "dns"_L1)
        return tr("Name resolves");
    return kind;
}

QList<Choice> MonitoringController::kindChoices()
{
    QList<Choice> choices;
    for (const Probe* probe : probes())
        choices.append({probe->kind(), kindWord(probe->kind())});
    return choices;
}

Check MonitoringController::makeCheck(const QString& name, const QString& kind, Id asset, const QString& subject,
                                      int seconds)
{
    Check check;
    check.name = name;
    check.kind = kind;
    check.asset = asset;
    check.everySeconds = seconds;
    if (subject.isEmpty())
        return check;
    if (kind == "tcp"_L1 || kind == "tls"_L1) {
        const qsizetype colon = subject.lastIndexOf(u':');
        check.params.insert(u"host"_s, colon < 0 ? subject : subject.left(colon));
        if (colon >= 0)
            check.params.insert(u"port"_s, subject.mid(colon + 1).toInt());
    } else {
        const QString key = kind == "http"_L1   ? u"url"_s
                            : kind == "dns"_L1  ? u"name"_s
                            : kind == "link"_L1 ? u"link"_s
                                                : u"path"_s;
        check.params.insert(key, subject);
    }
    return check;
}

QString MonitoringController::whyNotCheck(const Check& check, const text::Phrasebook& words)
{
    const Probe* probe = probeFor(check.kind);
    if (!probe)
        return tr("Choose what is checked.");
    const Result<void> valid = probe->validate(check.params);
    return valid ? QString() : words.say(valid.error());
}

// ---------------------------------------------------------------- intents

void MonitoringController::propose()
{
    const std::vector<Check> proposed = proposeChecks(*m_context.snapshot());
    m_context.write([proposed](StoreTx& tx) -> Result<void> {
        for (const Check& check : proposed) {
            if (auto id = setCheck(tx, check); !id)
                return id.error();
        }
        return {};
    });
}

void MonitoringController::saveCheck(const Check& check)
{
    m_context.write([check](StoreTx& tx) -> Result<void> {
        if (auto id = setCheck(tx, check); !id)
            return id.error();
        return {};
    });
}

void MonitoringController::removeCheck(Id check)
{
    m_context.write([check](StoreTx& tx) { return bascule::removeCheck(tx, check); });
}

void MonitoringController::setEnabled(Id id, bool on)
{
    if (const Check* check = findById(m_context.snapshot()->checks, id)) {
        Check changed = *check;
        changed.enabled = on;
        saveCheck(changed);
    }
}

void MonitoringController::setInterval(Id id, int seconds)
{
    if (const Check* check = findById(m_context.snapshot()->checks, id)) {
        Check changed = *check;
        changed.everySeconds = seconds;
        saveCheck(changed);
    }
}

void MonitoringController::closeIncident(Id incident, const QString& person, const QString& why)
{
    m_context.setLastPerson(person);
    m_context.write([=](StoreTx& tx) { return bascule::closeIncident(tx, incident, person, why); });
}

void MonitoringController::measureBaseline()
{
    m_context.startJob(std::make_unique<BaselineJob>());
}

void MonitoringController::runRound()
{
    m_context.startJob(std::make_unique<CheckRunJob>());
}

void MonitoringController::keepWatching()
{
    m_context.startJob(std::make_unique<MonitorJob>(MonitorOptions{}));
}

} // namespace bascule::ui
