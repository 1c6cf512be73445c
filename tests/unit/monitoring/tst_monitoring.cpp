// SPDX-License-Identifier: GPL-3.0-or-later
// Baselines, rounds, incidents and availability, on a real project file and real folders.
#include "tests/unit/monitoring/MonitoringRig.h"

#include <algorithm>
#include <thread>

namespace {

/// "UDxs?" -> up, down, slow (x), unknown (?)
std::vector<CheckResult> results(const char* states)
{
    std::vector<CheckResult> list;
    for (const char* at = states; *at; ++at) {
        CheckResult result;
        result.id = Id(list.size()) + 1;
        result.state = *at == 'U'   ? CheckState::Up
                       : *at == 'D' ? CheckState::Down
                       : *at == 'x' ? CheckState::Degraded
                                    : CheckState::Unknown;
        list.push_back(result);
    }
    return list;
}

} // namespace

class MonitoringTest : public MonitoringRig
{
    Q_OBJECT

private slots:
    void init() { setUp(); }

    void twoOfThree_data()
    {
        QTest::addColumn<QByteArray>("states");
        QTest::addColumn<bool>("open");
        QTest::addColumn<char>("verdict"); // O opens, C closes, - nothing
        const auto row = [](const char* states, bool open, char verdict) {
            QTest::addRow("%s %s", states, open ? "open" : "closed") << QByteArray(states) << open << verdict;
        };
        row("", false, '-');
        row("D", false, '-'); // one lost probe is no incident
        row("UD", false, '-');
        row("DD", false, 'O');
        row("DUD", false, 'O');
        row("UDD", false, 'O');
        row("DUU", false, '-');
        row("DUUD", false, '-'); // the first is too long ago
        row("xx", false, 'O');   // slow is an incident too
        row("UxD", false, 'O');
        row("??", false, '-'); // we could not look
        row("D???", false, '-');
        row("D?D", false, 'O'); // not knowing does not make it good
        row("U", true, '-');
        row("DU", true, '-');
        row("DUU", true, 'C');
        row("DU?U", true, 'C');
        row("DU?", true, '-');
        row("UUD", true, '-');
        row("DD", true, '-'); // open already
    }
    void twoOfThree()
    {
        QFETCH(QByteArray, states);
        QFETCH(bool, open);
        QFETCH(char, verdict);
        const auto list = results(states.constData());
        const auto what = judgeIncident(list, open).what;
        QCOMPARE(what == IncidentVerdict::What::Open ? 'O' : what == IncidentVerdict::What::Close ? 'C' : '-', verdict);
    }

    void countsTheMiddle()
    {
        using monitoring::quantile;
        QCOMPARE(quantile({}, 0.5), 0.0);
        QCOMPARE(quantile({7}, 0.95), 7.0);
        QCOMPARE(quantile({3, 1, 2}, 0.5), 2.0);
        QCOMPARE(quantile({1, 2, 3, 4}, 0.5), 2.5);
        QCOMPARE(quantile({0, 100}, 0.95), 95.0);
    }

    void proposesWhatMatters()
    {
        auto proposals = proposeChecks(*m_store->snapshot());
        QCOMPARE(proposals.size(), std::size_t(2));
        QCOMPARE(proposals[0].kind, u"tree"_s);
        addChecks();
        QVERIFY(proposeChecks(*m_store->snapshot()).empty());
        Snapshot linked = *m_store->snapshot();
        linked.project.switchLink = "/srv/current";
        proposals = proposeChecks(linked);
        QCOMPARE(proposals.size(), std::size_t(1));
        QCOMPARE(proposals[0].kind, u"link"_s);
        // What stays behind needs no check.
        Snapshot behind;
        behind.servers = linked.servers;
        behind.assets = linked.assets;
        for (Asset& asset : behind.assets)
            asset.migrate = false;
        QVERIFY(proposeChecks(behind).empty());
    }

    void refusesBadChecks()
    {
        const auto code = [&](Check check) {
            const auto done = write([&](StoreTx& tx) -> Result<void> {
                auto id = setCheck(tx, check);
                return id ? Result<void>() : Result<void>(id.error());
            });
            return done ? QString() : QString::fromStdString(done.error().code);
        };
        Check check;
        check.kind = u"file"_s;
        QCOMPARE(code(check), u"check.no-name"_s);
        check.name = u"x"_s;
        check.kind = u"ping"_s;
        QCOMPARE(code(check), u"check.unknown-kind"_s);
        check.kind = u"tcp"_s;
        QCOMPARE(code(check), u"check.param-missing"_s);
        check.kind = u"file"_s;
        check.everySeconds = 1;
        QCOMPARE(code(check), u"check.interval"_s);
        QVERIFY(m_store->snapshot()->checks.empty());
    }

    void measuresTheOldServer()
    {
        addChecks();
        QVERIFY(!monitoringReady(*m_store->snapshot()));
        const Outcome outcome = run(BaselineJob(5, std::chrono::milliseconds(1)));
        QCOMPARE(outcome.kind, Outcome::Kind::Succeeded);
        QVERIFY(outcome.good);
        const auto snapshot = m_store->snapshot();
        QVERIFY(monitoringReady(*snapshot));
        for (const Check& check : snapshot->checks) {
            const QJsonObject& figures = check.baseline;
            QCOMPARE(figures.value(u"rounds"_s).toInt(), 5);
            const double p5 = figures.value(u"p5Ms"_s).toDouble(), median = figures.value(u"medianMs"_s).toDouble(),
                         p95 = figures.value(u"p95Ms"_s).toDouble();
            QVERIFY(p5 > 0 && p5 <= median && median <= p95);
            QVERIFY(hasEvidence(*snapshot, check.baselineEvidence, evidence::BaselineMeasured));
        }
        // Another thing to look at has no baseline.
        Check changed = snapshot->checks.front();
        changed.params.insert(u"sample"_s, 1);
        QVERIFY(write([&](StoreTx& tx) -> Result<void> {
            auto id = setCheck(tx, changed);
            return id ? Result<void>() : Result<void>(id.error());
        }));
        QVERIFY(!monitoringReady(*m_store->snapshot()));
        // What is down has none either, and the job says so.
        QVERIFY(QDir(m_dir->filePath(u"old/srv/compta"_s)).removeRecursively());
        const Outcome broken = run(BaselineJob(2, std::chrono::milliseconds(1)));
        QCOMPARE(broken.kind, Outcome::Kind::Succeeded);
        QVERIFY(!broken.good);
        QVERIFY(!monitoringReady(*m_store->snapshot()));
    }

    void noBaselineAfterTheCutover()
    {
        addChecks();
        cutOver();
        const Outcome outcome = run(BaselineJob(1));
        QCOMPARE(outcome.kind, Outcome::Kind::Failed);
        QCOMPARE(outcome.error->code, std::string("baseline.after-cutover"));
        const auto before = m_store->snapshot()->evidence.size();
        QCOMPARE(run(CheckRunJob({}, true)).kind, Outcome::Kind::Failed);
        QCOMPARE(m_store->snapshot()->evidence.size(), before);
    }

    void opensAndClosesIncidents()
    {
        ready();
        cutOver();
        QVERIFY(round().good);
        const QString share = m_dir->filePath(u"new/srv/compta"_s), away = m_dir->filePath(u"away"_s);
        QVERIFY(QDir().rename(share, away));
        QVERIFY(!round().good);
        QVERIFY(m_store->snapshot()->incidents.empty()); // one lost probe
        QVERIFY(!round().good);
        auto snapshot = m_store->snapshot();
        QCOMPARE(snapshot->incidents.size(), std::size_t(1));
        QCOMPARE(snapshot->incidents[0].code, u"path.missing"_s);
        QVERIFY(snapshot->lastEvidence(evidence::IncidentOpened, u"compta"_s));
        QCOMPARE(check().state, CheckpointState::Blocked);
        QVERIFY(missing(check()).contains(u"monitoring.incident-open"_s));
        QVERIFY(QDir().rename(away, share));
        QVERIFY(round().good);
        QVERIFY(!m_store->snapshot()->incidents[0].closedAt.isValid()); // once may be luck
        QVERIFY(round().good);
        snapshot = m_store->snapshot();
        QVERIFY(snapshot->incidents[0].closedAt.isValid());
        QVERIFY(snapshot->incidents[0].by.isEmpty());
        QVERIFY(snapshot->lastEvidence(evidence::IncidentClosed, u"compta"_s));
    }

    void aPersonClosesAnIncident()
    {
        ready();
        cutOver();
        const QString share = m_dir->filePath(u"new/srv/compta"_s), away = m_dir->filePath(u"away"_s);
        QVERIFY(QDir().rename(share, away));
        round();
        round();
        const Id incident = m_store->snapshot()->incidents.at(0).id;
        const auto close = [&](const QString& by, const QString& why) {
            const auto done = write([&](StoreTx& tx) { return closeIncident(tx, incident, by, why); });
            return done ? QString() : QString::fromStdString(done.error().code);
        };
        QCOMPARE(close(u" "_s, u"x"_s), u"incident.no-name"_s);
        QCOMPARE(close(u"Karim"_s, u" "_s), u"incident.no-reason"_s);
        QCOMPARE(close(u"Karim"_s, u"Disque remonté"_s), QString());
        QCOMPARE(close(u"Karim"_s, u"Disque remonté"_s), u"incident.closed-already"_s);
        QCOMPARE(m_store->snapshot()->lastEvidence(evidence::IncidentClosed)->who, u"Karim"_s);
        // What was bad before does not open it again at once; two new ones do.
        QVERIFY(QDir().rename(away, share));
        round();
        QCOMPARE(m_store->snapshot()->incidents.size(), std::size_t(1));
        QVERIFY(QDir().rename(share, away));
        round();
        round();
        QCOMPARE(m_store->snapshot()->incidents.size(), std::size_t(2));
    }

    void monitorsRoundByRound()
    {
        ready();
        cutOver();
        const Outcome outcome = run(MonitorJob({3, {}, std::chrono::milliseconds(10)}));
        QCOMPARE(outcome.kind, Outcome::Kind::Succeeded);
        QVERIFY(outcome.good);
        const auto snapshot = m_store->snapshot();
        QCOMPARE(
            std::count_if(snapshot->evidence.begin(), snapshot->evidence.end(),
                          [](const Evidence& line) { return line.kind == QLatin1String(evidence::MonitoringRound); }),
            3);
        QCOMPARE(snapshot->lastEvidence(evidence::MonitoringRound)->subject, u"altair"_s); // the one that serves
    }

    void stopsSoon()
    {
        ready();
        Progress progress;
        std::stop_source source;
        JobContext context{m_store.get(), m_clock, source.get_token(), progress};
        MonitorJob job({0, {}, std::chrono::minutes(10)});
        std::jthread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            source.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(job.run(context).kind, Outcome::Kind::Cancelled);
        QVERIFY(timer.elapsed() < 2300);
    }

    void judgesNothingWhileThingsMove()
    {
        ready();
        setState(MigrationState::CutoverRunning);
        QCOMPARE(run(CheckRunJob()).error->code, std::string("monitoring.moving"));
        QCOMPARE(run(MonitorJob({1, {}, {}})).error->code, std::string("monitoring.moving"));
    }

    void aFailedWriteLeavesNothing()
    {
        ready();
        for (qint64 n = 1; n < 12; ++n) {
            const auto before = m_store->snapshot();
            ProjectStore::failStatement(n);
            const Outcome outcome = run(CheckRunJob());
            ProjectStore::failStatement(0);
            if (outcome.kind == Outcome::Kind::Succeeded)
                break;
            QCOMPARE(outcome.error->code, std::string("store.write-failed"));
            const auto after = m_store->snapshot();
            QCOMPARE(after->checkResults.size(), before->checkResults.size());
            QCOMPARE(after->evidence.size(), before->evidence.size());
        }
        QVERIFY(run(CheckRunJob()).good);
    }

    void measuresAvailability()
    {
        Snapshot snapshot = watched();
        const QDateTime from = snapshot.project.cutoverAt;
        // A round a minute for half an hour; compta is down in two of them, archives unknown in three.
        for (int minute = 1; minute <= 30; ++minute) {
            addRound(snapshot, from.addSecs(minute * 60), minute >= 10 && minute < 12 ? QJsonArray{1} : QJsonArray{},
                     minute < 4 ? QJsonArray{2} : QJsonArray{});
        }
        const Availability seen = availability(snapshot, from.addSecs(30 * 60));
        QVERIFY(seen.known && !seen.over);
        QCOMPARE(seen.rounds, 30);
        QCOMPARE(seen.watchedMs, 30 * 60'000);
        QCOMPARE(seen.elapsedMs, 30 * 60'000);
        QCOMPARE(seen.worstCheck, Id(1));
        QVERIFY(std::abs(seen.percent - 100.0 * 28 / 30) < 0.001);
        QCOMPARE(seen.checks.size(), std::size_t(2));
        QCOMPARE(seen.checks[1].percent, 100.0); // not knowing is not down
        QCOMPARE(seen.checks[1].watchedMs, 27 * 60'000);
        // Nobody looks for 20 minutes: that time counts neither way.
        addRound(snapshot, from.addSecs(50 * 60), QJsonArray{1}, {});
        const Availability gap = availability(snapshot, from.addSecs(50 * 60));
        QCOMPARE(gap.checks[0].downMs, (2 + 3) * 60'000);
        QCOMPARE(gap.watchedMs, 33 * 60'000);
        QCOMPARE(gap.elapsedMs, 50 * 60'000);
        // Rounds after the period do not count any more.
        addRound(snapshot, from.addSecs(61 * 60), QJsonArray{1}, {});
        const Availability over = availability(snapshot, from.addSecs(62 * 60));
        QVERIFY(over.over);
        QCOMPARE(over.rounds, 31);
        QCOMPARE(over.elapsedMs, 60 * 60'000);
        QVERIFY(!availability(Snapshot(), from).known);
    }
};

QTEST_GUILESS_MAIN(MonitoringTest)
#include "tst_monitoring.moc"
