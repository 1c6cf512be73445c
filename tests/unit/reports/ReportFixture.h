// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/Window.h"
#include "core/project/Snapshot.h"
#include "core/runbook/Runbook.h"

#include <QJsonArray>

namespace bascule::test {

inline QDateTime utc(const char* iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toUTC();
}

/// A project with something in every section of the report; every free text is `name`.
inline Snapshot fullSnapshot(const QString& name)
{
    using namespace Qt::StringLiterals;
    const QDateTime cut = utc("2026-12-06T03:05:00Z");
    Snapshot s;
    s.file = u"/home/op/firm.bascule"_s;
    s.project.name = name;
    s.project.state = MigrationState::CutOver;
    s.project.cutoverAt = cut.addSecs(4000);
    s.project.rollbackScenario = name + u"\n"_s + name;
    s.project.switchLink = "/srv/current";
    s.persons = {{1, name, PersonRole::It, name}, {2, u"Hélène Delorme"_s, PersonRole::Management, {}}};
    s.servers = {{1, name, ServerRole::Source, ServerKind::Local, name.toUtf8().prepend("/srv/"), cut.addDays(-3)},
                 {2, u"altair"_s, ServerRole::Target, ServerKind::Local, "/srv/new", {}}};
    for (Id id = 1; id <= 2; ++id) {
        Asset asset;
        asset.id = id;
        asset.server = 1;
        asset.kind = id == 1 ? AssetKind::Share : AssetKind::Database;
        asset.name = name;
        asset.path = name.toUtf8();
        asset.bytes = 186'000'000'000;
        asset.files = 120'431;
        asset.critical = true;
        asset.owner = name;
        asset.version = u"SQLite 3.40.1"_s;
        asset.key = QString::number(id);
        s.assets.push_back(asset);
    }
    s.dependencies = {{1, 1, 2, {}, u"sqlite"_s, 90, DependencyState::Confirmed, name, name, {}, false, u"a"_s},
                      {2, 1, 0, name, u"connection"_s, 60, DependencyState::Dismissed, name, name, {}, true, u"b"_s}};
    Finding finding;
    finding.id = 1;
    finding.server = 1;
    finding.kind = FindingKind::BlindSpot;
    finding.severity = FindingSeverity::Blocking;
    finding.code = u"path.denied"_s;
    finding.subject = name;
    finding.state = FindingState::Accepted;
    finding.by = name;
    finding.why = name;
    s.findings = {finding};
    finding.id = 2;
    finding.kind = FindingKind::Finding;
    finding.state = FindingState::Open;
    s.findings.push_back(finding);
    Backup backup;
    backup.id = 1;
    backup.asset = 1;
    backup.path = name.toUtf8();
    backup.read = ReadState::Intact;
    backup.readAt = cut.addDays(-1);
    backup.restore = RestoreState::Restored;
    backup.restoredAt = cut.addDays(-1);
    backup.restoreMs = 900'000;
    s.backups = {backup};
    backup.id = 2;
    backup.asset = 2;
    backup.read = ReadState::CutShort;
    backup.restore = RestoreState::Failed;
    backup.problems = {QJsonObject{{u"code"_s, u"path.missing"_s}, {u"subject"_s, name}}};
    s.backups.push_back(backup);
    Scenario scenario;
    scenario.id = 1;
    scenario.name = name;
    scenario.state = ScenarioState::Failed;
    scenario.outcome = {{u"code"_s, u"path.missing"_s}, {u"params"_s, QJsonObject{{u"subject"_s, name}}}};
    s.scenarios = {scenario};
    Drift drift;
    drift.id = 1;
    drift.asset = 1;
    drift.code = u"difference.mtime"_s;
    drift.subject = name;
    drift.by = name;
    drift.why = name;
    s.drifts = {drift};
    s.windows = {{1, utc("2026-12-06T03:00:00Z"), 180, WindowState::Chosen}};
    s.criticalPeriods = {{1, utc("2026-12-10T00:00:00Z"), utc("2026-12-12T00:00:00Z"), name}};
    const auto addLine = [&](const char* kind, const QString& subject, const QJsonObject& data) {
        Evidence line;
        line.id = Id(s.evidence.size()) + 1;
        line.at = cut.addSecs(-3600);
        line.who = u"Hélène Delorme"_s;
        line.kind = QLatin1String(kind);
        line.subject = subject;
        line.data = data;
        line.hash = u"ab12"_s;
        s.evidence.push_back(line);
        return line.id;
    };
    const QString hash = buildRunbook(s).hash;
    const auto addRun = [&](RunKind kind, const char* evidenceKind, RunState state, const QDateTime& at) {
        Run run;
        run.id = Id(s.runs.size()) + 1;
        run.kind = kind;
        run.state = state;
        run.runbookHash = hash;
        run.startedAt = at;
        run.endedAt = at.addSecs(3000);
        run.evidence = addLine(evidenceKind, hash, {{u"ok"_s, true}});
        if (state == RunState::Failed)
            run.error = {{u"code"_s, u"path.missing"_s}, {u"subject"_s, name}};
        s.runs.push_back(run);
        int number = 0;
        for (const RunbookStep& planned : buildRunbook(s).steps) {
            RunStep step;
            step.id = Id(s.runSteps.size()) + 1;
            step.run = run.id;
            step.number = ++number;
            step.code = planned.code;
            step.subject = planned.subject;
            step.params = planned.params;
            step.state = state == RunState::Failed ? StepState::Failed : StepState::Verified;
            step.startedAt = at;
            step.endedAt = at.addSecs(300);
            step.proof = {QJsonObject{
                {u"code"_s, u"path.missing"_s}, {u"ok"_s, false}, {u"params"_s, QJsonObject{{u"subject"_s, name}}}}};
            s.runSteps.push_back(step);
        }
    };
    addRun(RunKind::Rehearsal, evidence::RehearsalRun, RunState::Succeeded, cut.addDays(-4));
    addRun(RunKind::RollbackDrill, evidence::RollbackDrill, RunState::Succeeded, cut.addDays(-4));
    addRun(RunKind::Cutover, evidence::CutoverRun, RunState::Succeeded, cut);
    addRun(RunKind::Rollback, evidence::RollbackRun, RunState::Failed, cut.addSecs(9000));
    const QString plan = planHash(s, hash);
    s.approvals = {{1, u"planning"_s, name, PersonRole::It, cut.addDays(-2), plan,
                    addLine(evidence::PlanApproved, plan, {{u"role"_s, u"it"_s}})}};
    s.waivers = {{1, u"rehearsal"_s, name, name, cut.addDays(-1), addLine(evidence::StepWaived, u"rehearsal"_s, {})}};
    s.messages = {{1, u"start"_s, name, true}};
    s.contacts = {{1, 1, name, u"06 00 00 00 00"_s}};
    Check check;
    check.id = 1;
    check.asset = 1;
    check.name = name;
    check.kind = u"tree"_s;
    check.state = CheckState::Down;
    check.ranAt = cut.addSecs(5000);
    check.baseline = {{u"medianMs"_s, 12.5}, {u"p95Ms"_s, 20.0}};
    check.baselineEvidence = addLine(evidence::BaselineMeasured, name, {{u"check"_s, 1}});
    s.checks = {check};
    s.checkResults = {{1,
                       1,
                       cut.addSecs(5000),
                       CheckState::Down,
                       3,
                       {{u"code"_s, u"check.tree-empty"_s}, {u"params"_s, QJsonObject{{u"subject"_s, name}}}},
                       false}};
    s.incidents = {
        {1, 1, cut.addSecs(5000), {}, u"check.tree-empty"_s, {{u"subject"_s, name}}, {}, {}},
        {2, 1, cut.addSecs(4500), cut.addSecs(4800), u"check.tree-empty"_s, {{u"subject"_s, name}}, name, name}};
    const Id round =
        addLine(evidence::MonitoringRound, u"altair"_s, {{u"everySeconds"_s, 60}, {u"downChecks"_s, QJsonArray{1}}});
    s.evidence[std::size_t(round) - 1].at = cut.addSecs(5000);
    s.ledger = {true, qint64(s.evidence.size()), 0, {}};
    return s;
}

} // namespace bascule::test
