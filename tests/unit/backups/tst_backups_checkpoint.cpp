// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Backups.h"
#include "core/backups/Checkpoint.h"
#include "core/backups/Coverage.h"

#include <QTest>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

const QDateTime monday(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);

/// A snapshot that is built by hand: two critical assets, two backups that came back on Monday, a plan that was run.
struct World
{
    Snapshot snapshot;

    World()
    {
        Server vega;
        vega.id = 1;
        vega.root = "/srv";
        snapshot.servers.push_back(vega);
        addAsset(1, u"shop"_s, "opt/shop");
        addAsset(2, u"crm"_s, "opt/crm");
        addAsset(3, u"attic"_s, "srv/attic").critical = false;
        addBackup(1, 1);
        addBackup(2, 2);
        prove(1, monday);
        prove(2, monday.addSecs(3600));
        snapshot.project.rollbackScenario = u"Turn the link back."_s;
        note(evidence::RollbackScenarioWritten, monday, {}, rollbackScenarioHash(u"Turn the link back."_s), u"Ada"_s);
        note(evidence::RollbackDrill, monday, {{u"ok"_s, true}, {u"ms"_s, 60'000}}, u"runbook"_s);
    }

    Asset& addAsset(Id id, const QString& name, const Path& path)
    {
        Asset asset;
        asset.id = id;
        asset.server = 1;
        asset.name = name;
        asset.path = path;
        asset.critical = true;
        snapshot.assets.push_back(asset);
        return snapshot.assets.back();
    }
    Backup& addBackup(Id id, Id asset)
    {
        Backup one;
        one.id = id;
        one.asset = asset;
        one.server = 1;
        one.path = "var/backups/" + QByteArray::number(id);
        one.madeAt = monday.addDays(-1);
        snapshot.backups.push_back(one);
        return snapshot.backups.back();
    }
    Id note(const char* kind, const QDateTime& at, const QJsonObject& data, const QString& subject = {},
            const QString& who = u"bascule"_s)
    {
        Evidence line;
        line.id = Id(snapshot.evidence.size()) + 1;
        line.at = at;
        line.kind = QString::fromLatin1(kind);
        line.data = data;
        line.subject = subject;
        line.who = who;
        snapshot.evidence.push_back(line);
        return line.id;
    }
    Backup& backup(Id id)
    {
        for (Backup& one : snapshot.backups) {
            if (one.id == id)
                return one;
        }
        qFatal("no such backup");
    }
    void prove(Id id, const QDateTime& at, bool ok = true, const char* state = "intact", qint64 ms = 60'000,
               const QJsonObject& comparison = {})
    {
        Backup& one = backup(id);
        one.hash = u"hash-%1-%2"_s.arg(id).arg(at.toSecsSinceEpoch());
        const QJsonObject read{{u"backup"_s, id},
                               {u"asset"_s, one.asset},
                               {u"state"_s, QString::fromLatin1(state)},
                               {u"hash"_s, one.hash}};
        one.readEvidence = note(evidence::BackupRead, at, read);
        const QJsonObject restored{{u"backup"_s, id},     {u"asset"_s, one.asset}, {u"ok"_s, ok},
                                   {u"hash"_s, one.hash}, {u"ms"_s, ms},           {u"comparison"_s, comparison}};
        one.restoreEvidence = note(evidence::BackupRestored, at, restored);
        one.restore = ok ? RestoreState::Restored : RestoreState::Failed;
    }
    void readOnly(Id id, const QDateTime& at, const char* state, const QString& hash)
    {
        Backup& one = backup(id);
        one.hash = hash;
        one.readEvidence = note(
            evidence::BackupRead, at,
            {{u"backup"_s, id}, {u"asset"_s, one.asset}, {u"state"_s, QString::fromLatin1(state)}, {u"hash"_s, hash}});
    }
    Checkpoint at(const QDateTime& now) const { return backupsCheckpoint(snapshot, now); }
};

QStringList codes(const std::vector<Item>& items)
{
    QStringList found;
    for (const Item& item : items)
        found << item.code;
    return found;
}

QString state(const Checkpoint& checkpoint)
{
    return enumName(checkpoint.state);
}

} // namespace

class TestBackupsCheckpoint : public QObject
{
    Q_OBJECT

private slots:
    void passesOnProofAlone()
    {
        const World world;
        const Checkpoint checkpoint = world.at(monday.addDays(1));
        QCOMPARE(state(checkpoint), u"passed"_s);
        QVERIFY(checkpoint.missing.empty());
        QCOMPARE(codes(checkpoint.facts), (QStringList{u"fact.restored"_s, u"fact.slowest-restore"_s,
                                                       u"fact.rollback-scenario"_s, u"fact.rollback-run"_s}));
        QCOMPARE(checkpoint.expiresAt, monday.addDays(7));
        QCOMPARE(checkpoint.evidence.size(), 6U);
        for (const Id id : checkpoint.evidence)
            QVERIFY(world.snapshot.evidenceById(id));
    }

    void expiresAtExactlySevenDays()
    {
        const World world;
        QCOMPARE(state(world.at(monday.addDays(7).addMSecs(-1))), u"passed"_s);
        const Checkpoint after = world.at(monday.addDays(7));
        QCOMPARE(state(after), u"expired"_s);
        QCOMPARE(codes(after.missing), QStringList{u"missing.restore-again"_s});
        QCOMPARE(after.missing.front().target.kind, u"backup"_s);
        QCOMPARE(after.missing.front().target.id, 1);
        QCOMPARE(state(world.at(monday.addDays(8))), u"expired"_s);
        World longer;
        longer.snapshot.project.evidenceDays = 14;
        QCOMPARE(state(longer.at(monday.addDays(8))), u"passed"_s);
        // Half a week of summer time does not move an age that is counted in UTC.
        QCOMPARE(world.at(monday).expiresAt.toUTC(), monday.addDays(7));
    }

    void rowsAloneProveNothing()
    {
        World world;
        world.backup(1).restoreEvidence = 0;
        QCOMPARE(state(world.at(monday)), u"in progress"_s);
        QCOMPARE(codes(world.at(monday).missing), QStringList{u"missing.restore-test"_s});
        // Evidence of another backup, or of another kind, proves nothing either.
        world.backup(1).restoreEvidence = world.backup(2).restoreEvidence;
        QCOMPARE(state(world.at(monday)), u"in progress"_s);
        world.backup(1).restoreEvidence = world.backup(1).readEvidence;
        QCOMPARE(state(world.at(monday)), u"in progress"_s);
        World changed; // the file is another one since
        changed.backup(1).hash = u"other"_s;
        QCOMPARE(codes(changed.at(monday).missing), QStringList{u"missing.restore-test"_s});
        World reread; // and the new one was read well, but never restored
        reread.readOnly(1, monday.addDays(1), "intact", u"new"_s);
        QCOMPARE(codes(reread.at(monday.addDays(1)).missing), QStringList{u"missing.restore-test"_s});
    }

    void blocksOnFailureUntilAnotherIsGood()
    {
        World world;
        world.prove(1, monday.addDays(1), false);
        Checkpoint checkpoint = world.at(monday.addDays(1));
        QCOMPARE(state(checkpoint), u"blocked"_s);
        QCOMPARE(codes(checkpoint.missing), QStringList{u"missing.good-backup"_s});
        world.addBackup(5, 1).madeAt = monday.addDays(-3);
        QCOMPARE(state(world.at(monday.addDays(1))), u"blocked"_s);
        world.prove(5, monday.addDays(1));
        QCOMPARE(state(world.at(monday.addDays(1))), u"passed"_s);
        World damaged;
        damaged.readOnly(2, monday.addDays(1), "cut-short", u"cut"_s);
        QCOMPARE(state(damaged.at(monday.addDays(1))), u"blocked"_s);
    }

    void asksForTime()
    {
        World world;
        world.prove(1, monday, true, "intact", 4 * 3600'000);
        QCOMPARE(state(world.at(monday)), u"passed"_s); // the project's objective is four hours, and that is enough
        world.snapshot.assets[0].rtoMinutes = 30;
        const Checkpoint checkpoint = world.at(monday);
        QCOMPARE(state(checkpoint), u"blocked"_s);
        QCOMPARE(codes(checkpoint.missing), QStringList{u"missing.restore-in-time"_s});
        QCOMPARE(checkpoint.missing.front().params[u"objective"].toInteger(), 30 * 60'000);
    }

    void asksForEveryCriticalAsset()
    {
        World world;
        world.addAsset(9, u"wiki"_s, "opt/wiki").migrate = false;
        Checkpoint checkpoint = world.at(monday);
        QCOMPARE(state(checkpoint), u"in progress"_s);
        QCOMPARE(codes(checkpoint.missing), QStringList{u"missing.backup"_s});
        QCOMPARE(checkpoint.missing.front().target.kind, u"asset"_s);
        QCOMPARE(checkpoint.missing.front().target.id, 9);
        world.snapshot.assets.back().gone = true;
        QCOMPARE(state(world.at(monday)), u"passed"_s);
        World none;
        for (Asset& asset : none.snapshot.assets)
            asset.critical = false;
        QCOMPARE(state(none.at(monday)), u"in progress"_s);
        QCOMPARE(codes(none.at(monday).missing), QStringList{u"missing.critical-assets"_s});
    }

    void coversWhatLiesInsideOnlyAsFarAsItCameBack()
    {
        World world;
        world.addAsset(9, u"shop.db"_s, "opt/shop/data/shop.db");
        QCOMPARE(codes(world.at(monday).missing), QStringList{u"missing.backup"_s});
        const auto inside = [](qint64 equal, qint64 missing) {
            return QJsonObject{
                {u"assets"_s, QJsonObject{{u"9"_s, QJsonObject{{u"equal"_s, equal}, {u"missing"_s, missing}}}}}};
        };
        world.prove(1, monday, true, "intact", 1000, inside(1, 0));
        QCOMPARE(state(world.at(monday)), u"passed"_s);
        world.prove(1, monday, true, "intact", 1000, inside(1, 1));
        QCOMPARE(codes(world.at(monday).missing), QStringList{u"missing.backup"_s});
        world.prove(1, monday, true, "intact", 1000, inside(0, 0));
        QCOMPARE(codes(world.at(monday).missing), QStringList{u"missing.backup"_s});
        // A neighbour with the same beginning is not inside.
        World other;
        other.addAsset(9, u"shopping"_s, "opt/shopping");
        other.prove(1, monday, true, "intact", 1000, inside(5, 0));
        QCOMPARE(codes(other.at(monday).missing), QStringList{u"missing.backup"_s});
    }

    void asksForARollbackThatWasRun()
    {
        World world;
        world.snapshot.project.rollbackScenario.clear();
        QCOMPARE(codes(world.at(monday).missing), QStringList{u"missing.rollback-scenario"_s});
        world.snapshot.project.rollbackScenario = u"Changed behind the ledger's back."_s;
        QCOMPARE(codes(world.at(monday).missing), QStringList{u"missing.rollback-scenario"_s});
        World undrilled;
        undrilled.snapshot.evidence.back().data[u"ok"_s] = false;
        QCOMPARE(codes(undrilled.at(monday).missing), QStringList{u"missing.rollback-drill"_s});
        undrilled.note(evidence::RollbackRun, monday, {{u"state"_s, u"failed"_s}});
        QCOMPARE(codes(undrilled.at(monday).missing), QStringList{u"missing.rollback-drill"_s});
        undrilled.note(evidence::RollbackRun, monday, {{u"state"_s, u"succeeded"_s}, {u"ms"_s, 5}});
        QCOMPARE(state(undrilled.at(monday)), u"passed"_s);
    }

    void beginsNotStartedAndCanBeWaived()
    {
        Snapshot empty;
        QCOMPARE(state(backupsCheckpoint(empty, monday)), u"not started"_s);
        World world;
        world.prove(1, monday, false);
        Waiver waiver;
        waiver.id = 1;
        waiver.step = u"backups"_s;
        waiver.person = u"Sophie"_s;
        waiver.why = u"Tapes exist."_s;
        world.snapshot.waivers.push_back(waiver);
        QCOMPARE(state(world.at(monday)), u"blocked"_s); // without its line it is none
        world.snapshot.waivers.back().evidence = world.note(evidence::StepWaived, monday, {}, u"backups"_s);
        const Checkpoint checkpoint = world.at(monday);
        QCOMPARE(state(checkpoint), u"waived"_s);
        QCOMPARE(checkpoint.waivedBy, u"Sophie"_s);
        QCOMPARE(enumName(checkpoint.computed), u"blocked"_s);
    }
};

QTEST_GUILESS_MAIN(TestBackupsCheckpoint)
#include "tst_backups_checkpoint.moc"
