// SPDX-License-Identifier: GPL-3.0-or-later
// What people decide, written to a real project file, and what the checkpoint makes of it.
#include "core/planning/Checkpoint.h"
#include "core/planning/Plan.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

QDateTime utc(const char* iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toUTC();
}

QStringList missing(const Checkpoint& checkpoint)
{
    QStringList list;
    for (const Item& item : checkpoint.missing)
        list.append(item.code);
    list.removeDuplicates();
    return list;
}

bool saysFact(const Checkpoint& checkpoint, const char* code)
{
    return std::any_of(checkpoint.facts.begin(), checkpoint.facts.end(),
                       [&](const Item& item) { return item.code == QLatin1String(code); });
}

} // namespace

class PlanTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clock.set(utc("2026-11-24T09:40:00Z"));
        m_dir = std::make_unique<QTemporaryDir>();
        Project project;
        project.name = u"Maison Delorme"_s;
        auto made = ProjectStore::create(m_dir->filePath(u"firm.bascule"_s), project, m_clock);
        QVERIFY(made);
        m_store = made.value();
        QVERIFY(QDir(m_dir->path()).mkpath(u"old"_s) && QDir(m_dir->path()).mkpath(u"new"_s));
        QVERIFY(write([&](StoreTx& tx) -> Result<void> {
            Server source{0, u"vega"_s, ServerRole::Source, ServerKind::Local, m_dir->filePath(u"old"_s).toUtf8(), {}};
            Server target{0, u"altair"_s, ServerRole::Target, ServerKind::Local, m_dir->filePath(u"new"_s).toUtf8(),
                          {}};
            for (Server* server : {&source, &target}) {
                if (auto id = tx.insert(*server); !id)
                    return id.error();
            }
            Asset share;
            share.server = source.id;
            share.kind = AssetKind::Share;
            share.name = u"compta"_s;
            share.path = "srv/compta";
            share.critical = true;
            share.key = u"share:srv/compta"_s;
            auto id = tx.insert(share);
            return id ? Result<void>() : Result<void>(id.error());
        }));
    }

    void refusesAndWritesNothing()
    {
        const auto before = m_store->snapshot();
        QCOMPARE(choose(utc("2026-11-24T09:00:00Z"), 60), u"window.in-past"_s);
        QCOMPARE(choose(utc("2026-12-06T03:00:00Z"), 0), u"window.zero-length"_s);
        QVERIFY(write([&](StoreTx& tx) -> Result<void> {
            auto id = addCriticalPeriod(tx, utc("2026-12-06T05:00:00Z"), utc("2026-12-07T00:00:00Z"), u"Paie"_s);
            return id ? Result<void>() : Result<void>(id.error());
        }));
        QCOMPARE(choose(utc("2026-12-06T03:00:00Z"), 180), u"window.overlaps-critical"_s);
        Timings slow;
        slow.rehearsals = 1;
        slow.p90Ms = 3'600'000;
        QCOMPARE(choose(utc("2026-12-08T03:00:00Z"), 30, slow), u"window.does-not-fit"_s);
        QCOMPARE(choose(utc("2026-10-25T00:00:00Z").addYears(1).addDays(6), 180, {}), u"window.dst-change"_s);
        const auto after = m_store->snapshot();
        QVERIFY(after->windows.empty());
        QVERIFY(!after->lastEvidence(evidence::WindowChosen));
        QCOMPARE(after->evidence.size(), before->evidence.size() + 1); // the period alone
    }

    void keepsOneWindow()
    {
        QCOMPARE(choose(utc("2026-12-06T03:00:00Z"), 180), QString());
        QCOMPARE(choose(utc("2026-12-13T03:00:00Z"), 120), QString());
        const auto snapshot = m_store->snapshot();
        QCOMPARE(snapshot->windows.size(), std::size_t(2));
        QCOMPARE(std::count_if(snapshot->windows.begin(), snapshot->windows.end(),
                               [](const Window& window) { return window.state == WindowState::Chosen; }),
                 1);
        QCOMPARE(snapshot->window()->minutes, 120);
        const Evidence* line = snapshot->lastEvidence(evidence::WindowChosen);
        QVERIFY(line);
        QCOMPARE(line->who, u"Claire Vasseur"_s);
        QCOMPARE(line->data.value(u"minutes"_s).toInt(), 120);
        QVERIFY(write([](StoreTx& tx) { return withdrawWindow(tx); }));
        QVERIFY(!m_store->snapshot()->window());
        const auto again = write([](StoreTx& tx) { return withdrawWindow(tx); });
        QCOMPARE(again.error().code, std::string("window.none"));
    }

    void refusesBadPeriodsMessagesContacts()
    {
        const auto code = [&](auto act) {
            const auto done = write([&](StoreTx& tx) -> Result<void> {
                auto id = act(tx);
                return id ? Result<void>() : Result<void>(id.error());
            });
            return done ? QString() : QString::fromStdString(done.error().code);
        };
        const auto from = utc("2026-12-01T00:00:00Z");
        QCOMPARE(code([&](StoreTx& tx) { return addCriticalPeriod(tx, from, from, u"x"_s); }), u"critical.backwards"_s);
        QCOMPARE(code([&](StoreTx& tx) { return addCriticalPeriod(tx, from, from.addDays(1), u"  "_s); }),
                 u"critical.no-reason"_s);
        QCOMPARE(code([](StoreTx& tx) { return setMessage(tx, u"during"_s, u"x"_s, true); }),
                 u"message.unknown-moment"_s);
        QCOMPARE(code([](StoreTx& tx) { return setMessage(tx, u"start"_s, u" "_s, true); }), u"message.empty"_s);
        QCOMPARE(code([](StoreTx& tx) { return setContact(tx, {0, 0, u" "_s, u"1"_s}); }), u"contact.no-name"_s);
        QCOMPARE(code([](StoreTx& tx) { return setContact(tx, {0, 0, u"Karim"_s, {}}); }), u"contact.no-phone"_s);
        QCOMPARE(code([](StoreTx& tx) { return waive(tx, u"cutover"_s, u"H"_s, u"x"_s); }), u"waiver.unknown-step"_s);
        QCOMPARE(code([](StoreTx& tx) { return waive(tx, u"backups"_s, u" "_s, u"x"_s); }), u"waiver.no-name"_s);
        QCOMPARE(code([](StoreTx& tx) { return waive(tx, u"backups"_s, u"H"_s, u" "_s); }), u"waiver.no-reason"_s);
        const auto approving = [&](const QString& step, const QString& name, PersonRole role, const QString& subject) {
            return code([=](StoreTx& tx) { return approve(tx, step, name, role, subject); });
        };
        QCOMPARE(approving(u"backups"_s, u"H"_s, PersonRole::It, u"x"_s), u"approval.unknown-step"_s);
        QCOMPARE(approving(u"planning"_s, u" "_s, PersonRole::It, u"x"_s), u"approval.no-name"_s);
        QCOMPARE(approving(u"planning"_s, u"H"_s, PersonRole::It, {}), u"approval.nothing-to-approve"_s);
        QCOMPARE(approving(u"planning"_s, u"Hélène"_s, PersonRole::It, u"x"_s), QString());
        // One person does not agree for two sides.
        QCOMPARE(approving(u"planning"_s, u"Hélène"_s, PersonRole::Management, u"x"_s), u"approval.other-role"_s);
        QCOMPARE(m_store->snapshot()->approvals.size(), std::size_t(1));
        QCOMPARE(m_store->snapshot()->persons.size(), std::size_t(1));
    }

    void keepsContactsInOrder()
    {
        QVERIFY(write([](StoreTx& tx) -> Result<void> {
            for (const QString& name : {u"a"_s, u"b"_s, u"c"_s}) {
                if (auto id = setContact(tx, {0, 0, name, u"06"_s}); !id)
                    return id.error();
            }
            return {};
        }));
        const auto order = [&] {
            auto contacts = m_store->snapshot()->contacts;
            std::sort(contacts.begin(), contacts.end(), [](auto& x, auto& y) { return x.place < y.place; });
            QString names;
            for (std::size_t at = 0; at < contacts.size(); ++at)
                names += contacts[at].name + QString::number(contacts[at].place);
            return names;
        };
        QCOMPARE(order(), u"a1b2c3"_s);
        const Id c = m_store->snapshot()->contacts.back().id;
        QVERIFY(write([&](StoreTx& tx) { return moveContact(tx, c, 1); }));
        QCOMPARE(order(), u"c1a2b3"_s);
        QVERIFY(write([&](StoreTx& tx) { return removeContact(tx, c); }));
        QCOMPARE(order(), u"a1b2"_s);
    }

    void walksToPassed()
    {
        QCOMPARE(check().state, CheckpointState::NotStarted);
        QCOMPARE(choose(utc("2026-12-06T03:00:00Z"), 180), QString());
        QCOMPARE(check().state, CheckpointState::InProgress);
        QVERIFY(missing(check()).contains(u"planning.rehearse-first"_s));
        rehearse(true);
        QCOMPARE(missing(check()), (QStringList{u"planning.approval-missing"_s, u"planning.message-missing"_s,
                                                u"planning.contact-missing"_s}));
        settlePeople();
        QCOMPARE(missing(check()), QStringList{u"planning.approval-missing"_s});
        agree();
        const Checkpoint passed = check();
        QCOMPARE(missing(passed), QStringList());
        QCOMPARE(passed.state, CheckpointState::Passed);
        QCOMPARE(passed.by, u"Claire Vasseur, Hélène Delorme"_s);
        QCOMPARE(passed.expiresAt, utc("2026-12-06T06:00:00Z"));
        QVERIFY(saysFact(passed, "planning.fact-margin"));
        QVERIFY(passed.evidence.size() >= 3);
    }

    void needsTheWayBackMeasured()
    {
        QCOMPARE(choose(utc("2026-12-06T03:00:00Z"), 180), QString());
        rehearse(false);
        settlePeople();
        agree();
        QCOMPARE(missing(check()), QStringList{u"planning.rollback-not-measured"_s});
        QCOMPARE(check().state, CheckpointState::InProgress);
    }

    void anotherPlanNeedsAnotherApproval()
    {
        passAll();
        QCOMPARE(choose(utc("2026-12-13T03:00:00Z"), 180), QString());
        QCOMPARE(check().state, CheckpointState::Expired);
        QCOMPARE(missing(check()), QStringList{u"planning.approval-outdated"_s});
        agree();
        QCOMPARE(check().state, CheckpointState::Passed);
        // A new critical period elsewhere changes the plan too.
        QVERIFY(write([](StoreTx& tx) -> Result<void> {
            auto id = addCriticalPeriod(tx, utc("2026-12-20T00:00:00Z"), utc("2026-12-21T00:00:00Z"), u"Stock"_s);
            return id ? Result<void>() : Result<void>(id.error());
        }));
        QCOMPARE(check().state, CheckpointState::Expired);
    }

    void aPeriodOverTheWindowBlocks()
    {
        passAll();
        QVERIFY(write([](StoreTx& tx) -> Result<void> {
            auto id = addCriticalPeriod(tx, utc("2026-12-06T05:59:00Z"), utc("2026-12-07T00:00:00Z"), u"Paie"_s);
            return id ? Result<void>() : Result<void>(id.error());
        }));
        QCOMPARE(check().state, CheckpointState::Blocked);
        QVERIFY(missing(check()).contains(u"window.overlaps-critical"_s));
    }

    void aMissedWindowExpires()
    {
        passAll();
        m_clock.set(utc("2026-12-06T05:59:59Z"));
        QCOMPARE(check().state, CheckpointState::Passed); // still open
        m_clock.set(utc("2026-12-06T06:00:00Z"));
        QCOMPARE(check().state, CheckpointState::Expired);
        QCOMPARE(missing(check()), QStringList{u"planning.window-passed"_s});
    }

    void afterTheCutoverTheWindowHasServed()
    {
        passAll();
        QVERIFY(write([&](StoreTx& tx) -> Result<void> {
            Run run;
            run.kind = RunKind::Cutover;
            run.state = RunState::Succeeded;
            run.runbookHash = buildRunbook(*m_store->snapshot()).hash;
            run.startedAt = utc("2026-12-06T03:05:00Z");
            run.endedAt = utc("2026-12-06T04:05:00Z");
            if (auto id = tx.insert(run); !id)
                return id.error();
            Project project = m_store->snapshot()->project;
            project.state = MigrationState::CutOver;
            project.cutoverAt = run.endedAt;
            return tx.update(project);
        }));
        m_clock.set(utc("2026-12-20T00:00:00Z"));
        QCOMPARE(check().state, CheckpointState::Passed);
        QVERIFY(saysFact(check(), "planning.fact-cutover-inside"));
        // Back on the old server, the plan is for the next time again.
        QVERIFY(write([&](StoreTx& tx) -> Result<void> {
            Project project = m_store->snapshot()->project;
            project.state = MigrationState::RolledBack;
            return tx.update(project);
        }));
        QCOMPARE(check().state, CheckpointState::Expired);
    }

    void rowsAloneProveNothing()
    {
        passAll();
        Snapshot forged = *m_store->snapshot();
        for (Approval& approval : forged.approvals)
            approval.evidence = 1; // the line of another thing
        const Checkpoint checkpoint = planningCheckpoint(forged, m_clock.now());
        QVERIFY(checkpoint.state != CheckpointState::Passed);
        QVERIFY(missing(checkpoint).contains(u"planning.approval-missing"_s));
        forged = *m_store->snapshot();
        std::erase_if(forged.evidence,
                      [](const Evidence& line) { return line.kind == QLatin1String(evidence::WindowChosen); });
        QVERIFY(planningCheckpoint(forged, m_clock.now()).state != CheckpointState::Passed);
    }

    void aWaiverStaysInSight()
    {
        QVERIFY(write([](StoreTx& tx) -> Result<void> {
            auto id = waive(tx, u"planning"_s, u"Hélène Delorme"_s, u"Fermé en août"_s);
            return id ? Result<void>() : Result<void>(id.error());
        }));
        QCOMPARE(check().state, CheckpointState::Waived);
        QCOMPARE(check().computed, CheckpointState::NotStarted);
        QCOMPARE(check().waivedWhy, u"Fermé en août"_s);
        passAll();
        QCOMPARE(check().state, CheckpointState::Passed);
        QCOMPARE(check().waivedBy, u"Hélène Delorme"_s); // for ever
    }

private:
    Result<void> write(ProjectStore::Write change) { return m_store->write(std::move(change)); }

    /// The code it was refused with, empty when it was taken.
    QString choose(const QDateTime& start, int minutes, const Timings& timings = {})
    {
        const auto done = write([&](StoreTx& tx) -> Result<void> {
            auto id = setWindow(tx, start, minutes, timings, u"Claire Vasseur"_s, QTimeZone("Europe/Paris"));
            return id ? Result<void>() : Result<void>(id.error());
        });
        return done ? QString() : QString::fromStdString(done.error().code);
    }

    Checkpoint check() const { return planningCheckpoint(*m_store->snapshot(), m_clock.now()); }

    /// Runs as the executor leaves them: with steps, times and their line in the ledger.
    void addRun(RunKind kind, const char* evidenceKind, const QString& code, qint64 minutes)
    {
        QVERIFY(write([&](StoreTx& tx) -> Result<void> {
            const Runbook runbook = buildRunbook(*m_store->snapshot());
            auto line = tx.append(u"rehearsal"_s, evidenceKind, runbook.hash, {{u"ok"_s, true}});
            if (!line)
                return line.error();
            Run run;
            run.kind = kind;
            run.state = RunState::Succeeded;
            run.runbookHash = runbook.hash;
            run.startedAt = m_clock.now().addSecs(-7200);
            run.endedAt = run.startedAt.addSecs(minutes * 60);
            run.evidence = line.value();
            if (auto id = tx.insert(run); !id)
                return id.error();
            RunStep step;
            step.run = run.id;
            step.number = 1;
            step.code = code;
            step.state = StepState::Verified;
            step.startedAt = run.startedAt;
            step.endedAt = run.endedAt;
            auto id = tx.insert(step);
            return id ? Result<void>() : Result<void>(id.error());
        }));
    }

    void rehearse(bool back)
    {
        addRun(RunKind::Rehearsal, evidence::RehearsalRun, u"sync"_s, 72);
        if (back)
            addRun(RunKind::RollbackDrill, evidence::RollbackDrill, u"rollback-sync"_s, 38);
    }

    void settlePeople()
    {
        QVERIFY(write([](StoreTx& tx) -> Result<void> {
            for (const QString& moment : {u"start"_s, u"end"_s}) {
                if (auto id = setMessage(tx, moment, u"Le serveur bascule."_s, true); !id)
                    return id.error();
            }
            auto id = setContact(tx, {0, 0, u"Karim Benali"_s, u"06 00 00 00 00"_s});
            return id ? Result<void>() : Result<void>(id.error());
        }));
    }

    void agree()
    {
        const QString subject = planHash(*m_store->snapshot(), buildRunbook(*m_store->snapshot()));
        QVERIFY(write([&](StoreTx& tx) -> Result<void> {
            if (auto id = approve(tx, u"planning"_s, u"Claire Vasseur"_s, PersonRole::It, subject); !id)
                return id.error();
            auto id = approve(tx, u"planning"_s, u"Hélène Delorme"_s, PersonRole::Management, subject);
            return id ? Result<void>() : Result<void>(id.error());
        }));
    }

    void passAll()
    {
        QCOMPARE(choose(utc("2026-12-06T03:00:00Z"), 180), QString());
        rehearse(true);
        settlePeople();
        agree();
        QCOMPARE(check().state, CheckpointState::Passed);
    }

    FixedClock m_clock{QDateTime()};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::shared_ptr<ProjectStore> m_store;
};

QTEST_GUILESS_MAIN(PlanTest)
#include "tst_plan.moc"
