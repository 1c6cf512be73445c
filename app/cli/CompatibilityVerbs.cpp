// SPDX-License-Identifier: GPL-3.0-or-later
// compatibility, finding accept; findings for all verbs.
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/compatibility/CompatibilityJob.h"
#include "core/inventory/Decisions.h"

namespace bascule::cli {

using namespace Qt::StringLiterals;

QJsonObject findingJson(const Invocation& call, const Finding& finding)
{
    QJsonObject object = toJson(finding);
    object.insert(u"message"_s, call.words.say(finding.code, finding.params));
    return object;
}

QJsonArray findingsJson(const Invocation& call, const std::vector<Finding>& findings)
{
    QJsonArray array;
    for (const Finding& finding : findings)
        array.append(findingJson(call, finding));
    return array;
}

void printFindings(const Invocation& call, const std::vector<Finding>& findings)
{
    QList<QStringList> rows;
    for (const Finding& finding : findings) {
        if (finding.state == FindingState::Resolved)
            continue;
        const QString state =
            finding.state == FindingState::Accepted ? Tr::tr("accepted by %1").arg(finding.by) : QString();
        rows.append({QString::number(finding.id),
                     finding.kind == FindingKind::BlindSpot ? Tr::tr("Blind spot") : call.words.word(finding.severity),
                     call.words.say(finding.code, finding.params), state});
    }
    if (rows.isEmpty())
        return;
    call.console.line();
    call.console.table({Tr::tr("No."), Tr::tr("Severity"), Tr::tr("Finding"), QString()}, rows);
}

namespace {

int runCompatibility(const Invocation& call)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const Outcome outcome = runJob(call, store, std::make_unique<CompatibilityJob>());
        std::vector<Finding> own = store->snapshot()->findings;
        std::erase_if(own, [](const Finding& finding) { return finding.room != u"compatibility"; });
        if (outcome.kind == Outcome::Kind::Succeeded) {
            printFindings(call, own);
            if (own.empty())
                call.console.line(Tr::tr("Nothing was found that the new server would break."));
        }
        return finish(call, outcome, [&] { return QJsonObject{{u"findings"_s, findingsJson(call, own)}}; });
    });
}

int runFindingAccept(const Invocation& call)
{
    const Id id = idOf(call.args.textAt(1));
    const auto write = [&](StoreTx& tx) {
        return decideFinding(tx, id, FindingState::Accepted, byWhom(call), call.args.text("why"));
    };
    return change(call, write, [&](const Snapshot& snapshot) {
        call.console.line(Tr::tr("Accepted, with the reason."));
        call.console.document({{u"finding"_s, findingJson(call, *findById(snapshot.findings, id))}});
        return int(Good);
    });
}

} // namespace

std::vector<Verb> compatibilityVerbs()
{
    return {
        {"compatibility",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "what will break between the old server and the new one; exit 1 when something will"),
         {},
         runCompatibility,
         1,
         1},
        {"finding accept",
         "PROJECT ID",
         QT_TRANSLATE_NOOP("Cli", "accept a finding or a blind spot, by name and with a reason"),
         {kBy, kWhy},
         runFindingAccept,
         2,
         2},
    };
}

} // namespace bascule::cli
