// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/Board.h"

#include <QTest>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

QDateTime utc(const char* iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toUTC();
}

const QDateTime now = utc("2026-12-05T16:00:00Z");

/// A board with these states, in the order of Step.
Board board(std::array<CheckpointState, 5> states, bool monitoringReady)
{
    Board made;
    for (std::size_t at = 0; at < states.size(); ++at) {
        Checkpoint& checkpoint = made.checkpoints[at];
        checkpoint.step = static_cast<Step>(at);
        checkpoint.state = states[at];
        const bool settled = states[at] == CheckpointState::Passed || states[at] == CheckpointState::Waived;
        made.passed += settled ? 1 : 0;
        made.waived += states[at] == CheckpointState::Waived ? 1 : 0;
        if (!settled)
            checkpoint.missing = {{u"missing."_s + QString::number(at), {{u"count"_s, 2}}, {PageId::Backups, {}, 4}}};
    }
    made.monitoringReady = monitoringReady;
    return made;
}

Snapshot preparing()
{
    Snapshot snapshot;
    snapshot.ledger.intact = true;
    snapshot.windows = {{1, utc("2026-12-06T03:00:00Z"), 180, WindowState::Chosen}};
    return snapshot;
}

using enum CheckpointState;

} // namespace

class BoardTest : public QObject
{
    Q_OBJECT

private slots:
    void saysNotYet()
    {
        const auto said = answer(board({InProgress, Blocked, Expired, Passed, InProgress}, true), preparing(), now);
        QCOMPARE(said.answer.code, u"go-no-go.not-yet"_s);
        QCOMPARE(said.answer.params.value(u"count"_s).toInt(), 3); // monitoring is ready, that is enough before
        QCOMPARE(said.look, Blocked);
        // The sentence names what is worst, and leads to where it is settled.
        QCOMPARE(said.why.params.value(u"step"_s).toString(), u"row.backups.title"_s);
        QCOMPARE(said.why.params.value(u"missing"_s)[u"code"_s].toString(), u"missing.1"_s);
        QCOMPARE(said.why.target.id, Id(4));
        QCOMPARE(said.nextTitle.code, u"board.next-cutover"_s);
        QCOMPARE(said.next, utc("2026-12-06T03:00:00Z"));
        QCOMPARE(said.nextFact.params.value(u"left"_s).toInteger(), 11 * 3'600'000);
    }

    void monitoringWithoutBaselineKeepsItClosed()
    {
        const auto said = answer(board({Passed, Passed, Passed, Passed, InProgress}, false), preparing(), now);
        QCOMPARE(said.answer.code, u"go-no-go.not-yet"_s);
        QCOMPARE(said.answer.params.value(u"count"_s).toInt(), 1);
    }

    void saysYes()
    {
        QCOMPARE(answer(board({Passed, Passed, Passed, Passed, InProgress}, true), preparing(), now).answer.code,
                 u"go-no-go.yes"_s);
        const auto waived = answer(board({Passed, Passed, Waived, Passed, InProgress}, true), preparing(), now);
        QCOMPARE(waived.answer.code, u"go-no-go.yes-waived"_s);
        QCOMPARE(waived.answer.params.value(u"count"_s).toInt(), 1);
        QCOMPARE(waived.look, Passed);
        QCOMPARE(answer(board({Passed, Passed, Passed, Passed, Waived}, false), preparing(), now).answer.code,
                 u"go-no-go.yes-waived"_s);
    }

    void tamperedEvidenceIsNoYes()
    {
        Snapshot snapshot = preparing();
        snapshot.ledger = {false, 12, 7, u"ledger.changed"_s};
        const auto said = answer(board({Passed, Passed, Passed, Passed, InProgress}, true), snapshot, now);
        QCOMPARE(said.answer.code, u"board.ledger-broken"_s);
        QCOMPARE(said.look, Blocked);
        QCOMPARE(said.why.code, u"ledger.changed"_s);
        QCOMPARE(said.why.params.value(u"entry"_s).toInt(), 7);
    }

    void followsTheMigration_data()
    {
        QTest::addColumn<MigrationState>("state");
        QTest::addColumn<int>("daysSince");
        QTest::addColumn<QString>("code");
        QTest::newRow("running") << MigrationState::CutoverRunning << 0 << u"board.cutover-running"_s;
        QTest::newRow("cut over") << MigrationState::CutOver << 1 << u"board.cut-over"_s;
        QTest::newRow("last day") << MigrationState::CutOver << 6 << u"board.cut-over"_s;
        QTest::newRow("too late to go back") << MigrationState::CutOver << 7 << u"board.cut-over-final"_s;
        QTest::newRow("rolling back") << MigrationState::RollbackRunning << 1 << u"board.rollback-running"_s;
        QTest::newRow("rolled back") << MigrationState::RolledBack << 1 << u"board.rolled-back"_s;
        QTest::newRow("committed") << MigrationState::Committed << 8 << u"board.committed"_s;
    }
    void followsTheMigration()
    {
        QFETCH(MigrationState, state);
        QFETCH(int, daysSince);
        QFETCH(QString, code);
        Snapshot snapshot = preparing();
        snapshot.project.state = state;
        snapshot.project.cutoverAt = now.addDays(-daysSince);
        const auto said = answer(board({Passed, Passed, Passed, Passed, InProgress}, true), snapshot, now);
        QCOMPARE(said.answer.code, code);
        QVERIFY(!said.why.code.isEmpty());
        if (code == u"board.cut-over")
            QCOMPARE(said.next, snapshot.project.cutoverAt.addDays(7));
    }

    void anIncidentShowsAfterTheCutover()
    {
        Snapshot snapshot = preparing();
        snapshot.project.state = MigrationState::CutOver;
        snapshot.project.cutoverAt = now.addDays(-1);
        const auto said = answer(board({Passed, Passed, Passed, Passed, Blocked}, true), snapshot, now);
        QCOMPARE(said.look, Blocked);
        QCOMPARE(said.why.params.value(u"step"_s).toString(), u"row.monitoring.title"_s);
    }

    void saysWhenTheWindowIsOpenOrMissed()
    {
        const Snapshot snapshot = preparing();
        const auto fact = [&](const QDateTime& at) {
            return answer(board({Passed, Passed, Passed, Passed, InProgress}, true), snapshot, at).nextFact.code;
        };
        QCOMPARE(fact(utc("2026-12-06T02:59:59Z")), u"board.next-in"_s);
        QCOMPARE(fact(utc("2026-12-06T03:00:00Z")), u"board.next-open"_s);
        QCOMPARE(fact(utc("2026-12-06T06:00:00Z")), u"board.next-missed"_s);
        QCOMPARE(answer(board({Passed, Passed, Passed, Passed, InProgress}, true), Snapshot(), now).nextTitle.code,
                 u"board.next-none"_s);
    }

    void anEmptyProjectIsNotReady()
    {
        Snapshot snapshot;
        snapshot.ledger.intact = true;
        const Board empty = computeBoard(snapshot, now);
        QCOMPARE(empty.passed, 0);
        QVERIFY(!empty.ready);
        for (std::size_t at = 0; at < empty.checkpoints.size(); ++at) {
            QCOMPARE(empty.checkpoints[at].step, static_cast<Step>(at));
            QVERIFY(!empty.checkpoints[at].missing.empty());
            QVERIFY(empty.checkpoints[at].state != Passed && empty.checkpoints[at].state != Waived);
        }
    }

    void fiveWaiversAreAnAnswerByName()
    {
        Snapshot snapshot;
        snapshot.ledger.intact = true;
        for (const char* step : {"inventory", "backups", "rehearsal", "planning", "monitoring"}) {
            const Id id = Id(snapshot.evidence.size()) + 1;
            Evidence line;
            line.id = id;
            line.kind = QLatin1String(evidence::StepWaived);
            line.subject = QLatin1String(step);
            snapshot.evidence.push_back(line);
            snapshot.waivers.push_back({id, QLatin1String(step), u"Hélène Delorme"_s, u"parce que"_s, now, id});
        }
        const Board waived = computeBoard(snapshot, now);
        QCOMPARE(waived.waived, 5);
        QVERIFY(waived.ready);
        for (const Checkpoint& checkpoint : waived.checkpoints) {
            QCOMPARE(checkpoint.state, Waived);
            QCOMPARE(checkpoint.waivedBy, u"Hélène Delorme"_s);
            QVERIFY(checkpoint.computed != Waived);
        }
        // Without their lines in the ledger they waive nothing; nor does a ledger that was tampered with.
        snapshot.ledger.intact = false;
        QVERIFY(!computeBoard(snapshot, now).ready);
        snapshot.ledger.intact = true;
        snapshot.evidence.clear();
        QCOMPARE(computeBoard(snapshot, now).waived, 0);
    }
};

QTEST_GUILESS_MAIN(BoardTest)
#include "tst_board.moc"
