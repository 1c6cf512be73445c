// SPDX-License-Identifier: GPL-3.0-or-later
// The fifth checkpoint: what must be watched, before the cutover and after it.
#include "tests/unit/monitoring/MonitoringRig.h"

#include <algorithm>

class MonitoringCheckpointTest : public MonitoringRig
{
    Q_OBJECT

private slots:
    void init() { setUp(); }

    void checkpointBeforeTheCutover()
    {
        QCOMPARE(check().state, CheckpointState::NotStarted);
        QVERIFY(missing(check()).contains(u"monitoring.asset-unwatched"_s));
        addChecks();
        QCOMPARE(check().state, CheckpointState::InProgress);
        QVERIFY(missing(check()).contains(u"monitoring.asset-without-baseline"_s));
        QVERIFY(run(BaselineJob(2, std::chrono::milliseconds(1))).good);
        const Checkpoint set = check();
        QCOMPARE(set.state, CheckpointState::InProgress);
        QCOMPARE(missing(set), QStringList{u"monitoring.after-cutover"_s});
        QVERIFY(std::any_of(set.facts.begin(), set.facts.end(),
                            [](const Item& item) { return item.code == u"monitoring.ready"; }));
    }

    void checkpointAfterTheCutover()
    {
        Snapshot snapshot = watched();
        const QDateTime from = snapshot.project.cutoverAt;
        const auto at = [&](int minutes) { return monitoringCheckpoint(snapshot, from.addSecs(minutes * 60)); };
        const auto ranAt = [&](int minutes) {
            for (Check& one : snapshot.checks) {
                one.ranAt = from.addSecs(minutes * 60);
                one.state = CheckState::Up;
            }
        };
        QVERIFY(missing(at(1)).contains(u"monitoring.not-run-yet"_s));
        QCOMPARE(at(1).state, CheckpointState::InProgress);
        QCOMPARE(at(4).state, CheckpointState::Expired); // three intervals without a look
        for (int minute = 1; minute <= 60; ++minute)
            addRound(snapshot, from.addSecs(minute * 60), {}, {});
        ranAt(30);
        QCOMPARE(at(31).state, CheckpointState::InProgress);
        QCOMPARE(missing(at(31)), QStringList{u"monitoring.observing"_s});
        QCOMPARE(at(34).state, CheckpointState::Expired);
        QCOMPARE(missing(at(34)).first(), u"monitoring.stale"_s);
        ranAt(60);
        QCOMPARE(at(60).state, CheckpointState::Passed); // the observation period is one hour here
        QVERIFY(at(60).missing.empty());
        QCOMPARE(at(64).state, CheckpointState::Expired); // still to be watched while a rollback is open
        snapshot.project.state = MigrationState::Committed;
        QCOMPARE(at(600).state, CheckpointState::Passed);
        // An incident blocks, whatever the figures say.
        snapshot.incidents = {{1, 1, from.addSecs(60), {}, u"path.missing"_s, {}, {}, {}}};
        QCOMPARE(at(60).state, CheckpointState::Blocked);
        snapshot.incidents.front().closedAt = from.addSecs(120);
        QCOMPARE(at(60).state, CheckpointState::Passed);
        // Not to have looked is not to have seen nothing.
        snapshot.checks.front().state = CheckState::Unknown;
        snapshot.project.state = MigrationState::CutOver;
        QCOMPARE(at(60).state, CheckpointState::InProgress);
        QCOMPARE(missing(at(60)), QStringList{u"monitoring.unknown"_s});
    }

    void tooMuchDowntimeBlocks()
    {
        Snapshot snapshot = watched();
        const QDateTime from = snapshot.project.cutoverAt;
        for (int minute = 1; minute <= 60; ++minute)
            addRound(snapshot, from.addSecs(minute * 60), minute == 30 ? QJsonArray{2} : QJsonArray{}, {});
        for (Check& one : snapshot.checks)
            one.ranAt = from.addSecs(3600), one.state = CheckState::Up;
        const Checkpoint checkpoint = monitoringCheckpoint(snapshot, from.addSecs(3600));
        QCOMPARE(checkpoint.state, CheckpointState::Blocked); // 98.33 %
        QCOMPARE(missing(checkpoint), QStringList{u"monitoring.availability-low"_s});
        snapshot.project.availabilityTarget = 98;
        QCOMPARE(monitoringCheckpoint(snapshot, from.addSecs(3600)).state, CheckpointState::Passed);
    }

    void aGreenThatNobodyWatchedIsNone()
    {
        Snapshot snapshot = watched();
        const QDateTime from = snapshot.project.cutoverAt;
        addRound(snapshot, from.addSecs(3600), {}, {});
        for (Check& one : snapshot.checks)
            one.ranAt = from.addSecs(3600), one.state = CheckState::Up;
        const Checkpoint checkpoint = monitoringCheckpoint(snapshot, from.addSecs(3601));
        QCOMPARE(checkpoint.state, CheckpointState::InProgress);
        QCOMPARE(missing(checkpoint), QStringList{u"monitoring.watched-too-little"_s});
    }

    void aBaselineFromAfterwardsDoesNotCount()
    {
        Snapshot snapshot = watched();
        QVERIFY(monitoringReady(snapshot));
        for (Evidence& line : snapshot.evidence)
            line.at = snapshot.project.cutoverAt.addSecs(1);
        QVERIFY(!monitoringReady(snapshot));
        snapshot = watched();
        snapshot.evidence.clear();
        QVERIFY(!monitoringReady(snapshot)); // rows alone prove nothing
        snapshot = watched();
        snapshot.checks.front().enabled = false;
        QVERIFY(!monitoringReady(snapshot));
        QVERIFY(!monitoringReady(Snapshot()));
    }
};

QTEST_GUILESS_MAIN(MonitoringCheckpointTest)
#include "tst_monitoring_checkpoint.moc"
