// SPDX-License-Identifier: GPL-3.0-or-later
// What the Monitoring page says of one check and of one incident.
#include "core/monitoring/Probe.h"
#include "ui/pages/MonitoringController.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

constexpr int kLastResults = 5;

std::vector<const CheckResult*> resultsOf(const Snapshot& snapshot, Id check)
{
    std::vector<const CheckResult*> results;
    for (const CheckResult& result : snapshot.checkResults) {
        if (result.check == check)
            results.push_back(&result);
    }
    return results;
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

Details MonitoringController::checkDetails(const Snapshot& snapshot, Id id, const QDateTime& now, const QString& off,
                                           const text::Phrasebook& words)
{
    Details details;
    const Check* check = findById(snapshot.checks, id);
    if (!check)
        return details;
    const Asset* asset = snapshot.asset(check->asset);
    details.title = check->name;
    const Server* server = activeServer(snapshot);
    const QString kind = kindWord(check->kind);
    details.subtitle = server ? tr("%1, on %2", "kind of check, server").arg(kind, server->name) : kind;
    Fact& enabled = details.check(tr("Watched"), u"enabled"_s, check->enabled);
    enabled.enabled = off.isEmpty();
    enabled.reason = off;
    Fact& every = details.fact(tr("Every"), tr("s", "seconds"));
    every.kind = Fact::Kind::Number;
    every.field = u"everySeconds"_s;
    every.value = QString::number(check->everySeconds);
    every.enabled = off.isEmpty();
    every.reason = off;
    if (asset) {
        Fact& fact = details.fact(tr("Asset"), asset->name);
        fact.link = Target{PageId::Inventory, u"asset"_s, asset->id};
    }

    details.section(tr("Baseline"));
    if (hasBaseline(*check)) {
        const QJsonObject& base = check->baseline;
        const auto ms = [&](const char* key) {
            return parts::answerTime(base.value(QLatin1String(key)).toDouble(), words);
        };
        details.paragraph(tr("Before the cutover it answered in %1; nine answers in ten came within %2 to %3.")
                              .arg(ms("medianMs"), ms("p5Ms"), ms("p95Ms")));
        const QDateTime at = QDateTime::fromString(base.value("at"_L1).toString(), Qt::ISODateWithMs);
        details.caption(tr("%n round(s), %1", "", base.value("rounds"_L1).toInt()).arg(words.dateTime(at)));
    } else {
        details.paragraph(hasCutOver(snapshot)
                              ? tr("None was measured before the cutover; there is nothing to compare with.")
                              : tr("Not measured yet. After the cutover it is too late for it."));
    }

    details.section(tr("Last answers"));
    const auto results = resultsOf(snapshot, id);
    if (results.empty())
        details.caption(tr("No round yet."));
    for (std::size_t i = 0; i < results.size() && i < kLastResults; ++i) {
        const CheckResult& result = *results[results.size() - 1 - i];
        details.evidence(parts::moment(result.at, now, words), lookOf(result.state), words.word(result.state),
                         parts::sayJson(result.outcome, words));
    }
    details.section({});
    details.buttons({{u"run-one"_s, tr("Run this check"), ButtonRole::Plain, off, {}},
                     {u"remove-check"_s, tr("Remove…"), ButtonRole::Plain, off, {}}});
    return details;
}

Details MonitoringController::incidentDetails(const Snapshot& snapshot, Id id, const QDateTime& now, const QString& off,
                                              const text::Phrasebook& words)
{
    Details details;
    const Incident* incident = findById(snapshot.incidents, id);
    if (!incident)
        return details;
    const Check* check = findById(snapshot.checks, incident->check);
    const bool open = !incident->closedAt.isValid();
    details.title = check ? check->name : tr("Incident");
    details.subtitle = open ? tr("Open since %1").arg(parts::moment(incident->openedAt, now, words))
                            : tr("Closed at %1").arg(parts::moment(incident->closedAt, now, words));
    details.section({});
    details.finding(open ? Look::Failed : Look::Passed, open ? tr("Open") : tr("Closed"),
                    words.say(incident->code, incident->params));
    const QString remedy = words.remedy(incident->code, incident->params);
    if (!remedy.isEmpty())
        details.paragraph(remedy);
    if (!incident->by.isEmpty())
        details.paragraph(tr("Closed by %1: %2").arg(incident->by, incident->why));
    else if (!open)
        details.caption(tr("It closed by itself: the last two answers were good."));
    if (open) {
        details.buttons({{u"close-incident"_s, tr("Close it by hand…"), ButtonRole::Plain, off, {}}});
        details.caption(tr("It closes by itself after two good answers."));
    }
    if (open && snapshot.project.state == MigrationState::CutOver)
        details.link(tr("Go back to the old server"), {PageId::Cutover, u"rollback"_s, 0});
    return details;
}

} // namespace bascule::ui
