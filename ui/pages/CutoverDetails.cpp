// SPDX-License-Identifier: GPL-3.0-or-later
// What the Cutover page says of one step, one condition, and of a rollback before it is asked for.
#include "ui/pages/CutoverController.h"
#include "ui/pages/ExportList.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

Details CutoverController::conditionDetails(const Snapshot& snapshot, const GoCondition& condition, const QString& off,
                                            const text::Phrasebook& words)
{
    Details details;
    details.title = condition.met ? tr("Holds") : tr("Still missing");
    details.subtitle = tr("Condition of the go");
    details.section({});
    details.finding(condition.met ? Look::Passed : Look::Blocked, {}, words.say(condition.item));
    const std::optional<Step> step = stepOf(condition);
    if (!condition.met && !isGo(condition) && condition.item.target.page != PageId::Cutover)
        details.link(tr("Settle it: %1").arg(words.pageTitle(condition.item.target.page)), condition.item.target);
    if (isGo(condition))
        details.caption(tr("The go is given by name, once everything else holds."));
    if (!step)
        return details;
    for (const Waiver& waiver : snapshot.waivers) {
        if (waiver.step != enumName(*step))
            continue;
        details.section(tr("Waived"));
        details.finding(Look::Waived, tr("By %1, %2").arg(waiver.person, words.date(waiver.at)), waiver.why);
    }
    if (!condition.met) {
        details.section({});
        details.buttons({{u"waive:"_s + enumName(*step), tr("Waive this checkpoint…"), ButtonRole::Plain, off, {}}});
        details.caption(tr("A waiver carries a name and a reason and is shown for ever."));
    }
    return details;
}

Details CutoverController::stepDetails(const CutoverView& view, int number, const ProgressSnapshot* progress,
                                       const text::Phrasebook& words)
{
    Details details;
    for (const StepView& step : view.steps) {
        if (step.number != number)
            continue;
        details.title = tr("%1. %2", "number, step").arg(words.number(step.number), words.say(step.title));
        details.subtitle = step.servers == "both"_L1 ? tr("From %1 to %2").arg(view.oldServerName, view.newServerName)
                                                     : tr("On %1").arg(serverWord(view, step.servers));
        if (step.state == StepState::Running && progress) {
            details.section({});
            QStringList said;
            if (!progress->phase.code.isEmpty())
                said.append(words.say(progress->phase));
            if (progress->bytesTotal > 0)
                said.append(tr("%1 of %2").arg(words.bytes(progress->bytesDone), words.bytes(progress->bytesTotal)));
            if (progress->fraction >= 0)
                said.append(words.eta(progress->etaLow, progress->etaHigh));
            details.progress(progress->fraction, said.join(u", "_s));
        }
        if (!step.error.isEmpty()) {
            details.section({});
            details.finding(Look::Failed, words.word(step.state), parts::sayError(step.error, words));
            details.technical = parts::detailOf(step.error);
        }
        if (!step.proof.empty()) {
            details.section(tr("Proof"));
            for (std::size_t i = 0; i < step.proof.size(); ++i) {
                const bool good = i >= step.proofOk.size() || step.proofOk[i];
                details.checkLine(good ? Look::Passed : Look::Failed, words.say(step.proof[i]));
                ExportList::addButton(details, step.proof[i].code, step.proof[i].params);
            }
        }
        if (step.state == StepState::Waiting || step.proof.empty()) {
            details.section(tr("What is done"));
            for (const Item& action : step.actions)
                details.checkLine(Look::None, words.say(action));
            if (step.actions.empty())
                details.caption(tr("The checks of this step only."));
        }
        if (step.state == StepState::Running)
            details.caption(tr("If something differs, the step stops here and nothing has been switched."));
        details.section(tr("How this step is undone"));
        details.paragraph(words.say(step.undo));
    }
    return details;
}

QList<Condition> CutoverController::rollbackFacts(const CutoverView& view, const RollbackClock& clock,
                                                  const QJsonObject& preview, const text::Phrasebook& words)
{
    QList<Condition> facts;
    facts.append({Look::Note,
                  tr("Users go back to %1; %2 is frozen meanwhile.").arg(view.oldServerName, view.newServerName),
                  {},
                  true});
    const qint64 takes = clock.takesMs > 0 ? clock.takesMs : view.rollbackMs;
    facts.append({clock.measured || view.rollbackMeasured ? Look::Passed : Look::Note,
                  clock.measured || view.rollbackMeasured
                      ? tr("It takes about %1, as rehearsed.").arg(words.duration(takes))
                      : tr("How long it takes was not rehearsed."),
                  {},
                  true});
    if (preview.isEmpty()) {
        facts.append({Look::Waiting, tr("Looking for what users wrote on %1…").arg(view.newServerName), {}, true});
    } else {
        const auto count = [&preview](const char* key) { return preview.value(QLatin1String(key)).toInteger(); };
        const qint64 files = count("created") + count("changed") + count("deleted");
        const qint64 databases = preview.value("databases"_L1).isArray()
                                     ? preview.value("databases"_L1).toArray().size()
                                     : count("databases");
        if (files == 0 && databases == 0)
            facts.append({Look::Passed, tr("Users wrote nothing on %1 meanwhile.").arg(view.newServerName), {}, true});
        else
            facts.append({Look::Passed,
                          tr("What users wrote comes back: %1 new, %2 changed, %3 deleted, %4.")
                              .arg(words.number(count("created")), words.number(count("changed")),
                                   words.number(count("deleted")), words.bytes(count("bytes"))),
                          {},
                          true});
        if (databases > 0)
            facts.append(
                {Look::Passed, tr("%n database(s) come(s) back with what was written.", "", int(databases)), {}, true});
        if (count("conflicts") > 0)
            facts.append({Look::ToFix,
                          tr("%n file(s) changed on both servers: the new one comes back, the other is kept aside.", "",
                             int(count("conflicts"))),
                          {},
                          true});
    }
    if (clock.until.isValid())
        facts.append({Look::Note, tr("Possible until %1.").arg(words.dateTime(clock.until)), {}, true});
    return facts;
}

} // namespace bascule::ui
