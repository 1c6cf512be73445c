// SPDX-License-Identifier: GPL-3.0-or-later
// A whole migration of the demo's company by the window's own buttons, in both languages, with a picture of each page.
#include "MigrationByHand.h"

#include "core/backups/Backups.h"
#include "core/cutover/Cutover.h"
#include "core/planning/Plan.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace bascule;
using namespace bascule::ui;

class MigrationByHandTest : public MigrationByHand
{
    Q_OBJECT

    void rehearse();
    void plan();
    void watchBefore();
    void cutOver();
    void watchAfter();
    void goBack();

private slots:
    void migrate_data()
    {
        QTest::addColumn<int>("language");
        QTest::newRow("fr") << int(Language::French);
        QTest::newRow("en") << int(Language::English);
    }
    void migrate();
    // One window at a time, also after a failure: the next row dresses the application anew.
    void cleanup() { rig.reset(); }
};

void MigrationByHandTest::migrate()
{
    QFETCH(int, language);
    rig = std::make_unique<UiRig>(static_cast<Language>(language));
    const auto seeded = rig->seed(0.1);
    QVERIFY2(seeded.ok(), seeded ? "" : seeded.error().code.c_str());
    places = *seeded;
    using Part = void (MigrationByHandTest::*)();
    makeProject(static_cast<Language>(language));
    const Part parts[] = {&MigrationByHandTest::nameServers,  &MigrationByHandTest::takeInventory,
                          &MigrationByHandTest::decideLinks,  &MigrationByHandTest::checkCompatibility,
                          &MigrationByHandTest::proveBackups, &MigrationByHandTest::rehearse,
                          &MigrationByHandTest::plan,         &MigrationByHandTest::watchBefore,
                          &MigrationByHandTest::cutOver,      &MigrationByHandTest::watchAfter,
                          &MigrationByHandTest::goBack};
    for (const Part part : parts) {
        if (QTest::currentTestFailed())
            return;
        (this->*part)();
    }
}

void MigrationByHandTest::rehearse()
{
    rig->go(PageId::Rehearsal);
    rig->shoot(u"rehearsal-none"_s);
    QVERIFY(rig->pressEmpty()); // takes the proposed scenarios
    QVERIFY2(rig->waitFor([this] { return !rig->snapshot().scenarios.empty(); }), qPrintable(rig->complaint()));
    QVERIFY(rig->press(u"rehearse"_s));
    QVERIFY(rig->idle(300'000));
    const Run* run = rig->snapshot().lastRun(RunKind::Rehearsal);
    QVERIFY(run);
    QVERIFY2(run->state == RunState::Succeeded,
             QJsonDocument(run->error).toJson(QJsonDocument::Compact) + rig->complaint().toUtf8());
    for (const Drift& drift : std::vector<Drift>(rig->snapshot().drifts)) {
        if (drift.state != DifferenceState::Open)
            continue;
        QVERIFY(rig->select(u"drift"_s, drift.id));
        QVERIFY(rig->pressDetail(u"accept-drift"_s));
        QVERIFY(rig->decide(kIt, u"Users write on the old server meanwhile"_s));
        QVERIFY(rig->waitFor(
            [&, id = drift.id] { return findById(rig->snapshot().drifts, id)->state == DifferenceState::Accepted; }));
    }
    for (const auto& [name, role] : {std::pair{kIt, PersonRole::It}, std::pair{kBusiness, PersonRole::Business}}) {
        QVERIFY(rig->press(u"sign"_s));
        QVERIFY(rig->fill(u"person"_s, name));
        QVERIFY(rig->fill(u"role"_s, enumName(role)));
        QVERIFY(rig->verb());
        QVERIFY2(rig->waitFor([&, wanted = role] {
            return approvalFor(rig->snapshot(), u"rehearsal"_s, wanted, rehearsalSubject(rig->snapshot())) != nullptr;
        }),
                 qPrintable(rig->complaint()));
    }
    QVERIFY2(of(Step::Rehearsal).state == CheckpointState::Passed, qPrintable(open(Step::Rehearsal)));
    QVERIFY2(of(Step::Backups).state == CheckpointState::Passed, qPrintable(open(Step::Backups)));
    rig->list()->setCurrentList(0);
    rig->list()->selectFirst();
    rig->shoot(u"rehearsal"_s);
    rig->list()->setCurrentList(1);
    rig->list()->selectFirst();
    rig->shoot(u"rehearsal-steps"_s);
}

void MigrationByHandTest::plan()
{
    rig->go(PageId::Planning);
    rig->shoot(u"planning-none"_s);
    const QDateTime now = rig->context().now();
    const struct
    {
        QString why;
        int from, to;
    } periods[] = {{u"Paie"_s, 2, 4}, {u"Black Friday"_s, 5, 8}, {u"Stock"_s, 12, 14}};
    for (const auto& period : periods) {
        QVERIFY(rig->press(u"period"_s));
        QVERIFY(rig->fill(u"why"_s, period.why));
        QVERIFY(rig->fill(u"from"_s, now.addDays(period.from).toString(Qt::ISODate)));
        QVERIFY(rig->fill(u"to"_s, now.addDays(period.from - 1).toString(Qt::ISODate)));
        QVERIFY(!rig->verb()); // ends before it begins
        QVERIFY(rig->fill(u"to"_s, now.addDays(period.to).toString(Qt::ISODate)));
        QVERIFY(rig->verb());
        QVERIFY2(rig->waitFor([&] {
            const auto& all = rig->snapshot().criticalPeriods;
            return std::any_of(all.begin(), all.end(),
                               [&](const CriticalPeriod& one) { return one.why == period.why; });
        }),
                 qPrintable(rig->complaint()));
    }
    // A window across a critical period is refused with its reason.
    QVERIFY(rig->press(u"choose"_s));
    QVERIFY(rig->fill(u"start"_s, now.addDays(3).toString(Qt::ISODate)));
    QVERIFY(!rig->verb());
    rig->dialog()->reject();
    QTest::qWait(1);
    QVERIFY(rig->press(u"propose"_s));
    QVERIFY(rig->waitFor([this] { return rig->list()->currentKind() == "window"_L1; }));
    rig->shoot(u"planning-proposals"_s);
    QVERIFY(rig->pressDetail(u"take"_s));
    QVERIFY2(rig->waitFor([this] { return rig->snapshot().window() != nullptr; }), qPrintable(rig->complaint()));
    for (Id moment = 1; moment <= Id(kMessageMoments.size()); ++moment) {
        QVERIFY(rig->select(u"message"_s, moment));
        QVERIFY(rig->pressDetail(u"edit-message"_s));
        QVERIFY(rig->verb());
        QVERIFY(rig->waitFor([&] { return Id(rig->snapshot().messages.size()) == moment; }));
    }
    rig->list()->setCurrentList(3);
    QVERIFY(rig->pressEmpty());
    QVERIFY(rig->fill(u"name"_s, kIt));
    QVERIFY(rig->fill(u"phone"_s, u"06 12 34 56 78"_s));
    QVERIFY(rig->verb());
    QVERIFY(rig->waitFor([this] { return !rig->snapshot().contacts.empty(); }));
    for (const auto& [name, role] : {std::pair{kIt, PersonRole::It}, std::pair{kManagement, PersonRole::Management}}) {
        QVERIFY(rig->press(u"approve"_s));
        QVERIFY(rig->fill(u"person"_s, name));
        QVERIFY(rig->fill(u"role"_s, enumName(role)));
        QVERIFY(rig->verb());
        QVERIFY2(rig->waitFor([&, wanted = role] {
            const QString subject = approvalSubject(rig->snapshot(), u"planning"_s, buildRunbook(rig->snapshot()));
            return approvalFor(rig->snapshot(), u"planning"_s, wanted, subject) != nullptr;
        }),
                 qPrintable(rig->complaint()));
    }
    QVERIFY2(of(Step::Planning).state == CheckpointState::Passed, qPrintable(open(Step::Planning)));
    rig->list()->setCurrentList(0);
    rig->list()->selectFirst();
    rig->shoot(u"planning"_s);
}

void MigrationByHandTest::watchBefore()
{
    rig->go(PageId::Monitoring);
    rig->shoot(u"monitoring-none"_s);
    QVERIFY(rig->pressEmpty()); // takes the proposed checks
    QVERIFY2(rig->waitFor([this] { return !rig->snapshot().checks.empty(); }), qPrintable(rig->complaint()));
    QVERIFY(rig->press(u"baseline"_s));
    QVERIFY(rig->idle());
    for (const Check& check : rig->snapshot().checks)
        QVERIFY2(check.baselineEvidence != 0, qPrintable(check.name));
    rig->list()->selectFirst();
    rig->shoot(u"monitoring-baseline"_s);
}

void MigrationByHandTest::cutOver()
{
    rig->go(PageId::Cutover);
    rig->list()->setCurrentList(0);
    rig->list()->selectFirst();
    rig->shoot(u"cutover-plan"_s);
    rig->shootBoard();
    QVERIFY(rig->press(u"presync"_s));
    QVERIFY(rig->idle(300'000));
    QVERIFY2(rig->press(u"go"_s), qPrintable(rig->complaint()));
    QDialog* dialog = rig->dialog();
    QVERIFY(dialog);
    const auto names = dialog->findChildren<QComboBox*>();
    QCOMPARE(names.size(), 2);
    names[0]->setEditText(kIt);
    names[1]->setEditText(kManagement);
    QVERIFY(rig->verb());
    QVERIFY2(rig->waitFor([this] { return rig->page()->findChild<QPushButton*>(u"start"_s)->isVisible(); }),
             qPrintable(rig->complaint()));
    QVERIFY(rig->press(u"start"_s));
    QVERIFY(rig->fill(u"when"_s, u"force"_s));
    QVERIFY(rig->verb());
    QVERIFY(rig->waitFor([this] { return rig->snapshot().lastRun(RunKind::Cutover) != nullptr; }));
    // In the middle of it, when it lasts that long.
    rig->waitFor([this] {
        const Run* run = rig->snapshot().lastRun(RunKind::Cutover);
        const auto steps = rig->snapshot().stepsOf(run->id);
        return run->state != RunState::Running || std::count_if(steps.begin(), steps.end(), [](const RunStep* one) {
                                                      return one->state == StepState::Verified;
                                                  }) >= 2;
    });
    rig->shoot(u"cutover-running"_s);
    QVERIFY(rig->idle(300'000));
    const Run* run = rig->snapshot().lastRun(RunKind::Cutover);
    QVERIFY2(run->state == RunState::Succeeded,
             QJsonDocument(run->error).toJson(QJsonDocument::Compact) + rig->complaint().toUtf8());
    QCOMPARE(int(rig->snapshot().project.state), int(MigrationState::CutOver));
    QCOMPARE(QFile::symLinkTarget(QString::fromUtf8(places.link)), QString::fromUtf8(places.newServer));
    rig->shoot(u"cutover"_s);
}

void MigrationByHandTest::watchAfter()
{
    rig->go(PageId::Monitoring);
    for (int round = 0; round < 3; ++round) {
        QVERIFY(rig->press(u"round"_s));
        QVERIFY(rig->idle());
    }
    QVERIFY2(rig->snapshot().incidents.empty(), qPrintable(open(Step::Monitoring)));
    rig->list()->setCurrentList(0);
    rig->list()->selectFirst();
    rig->shoot(u"monitoring"_s);
    QVERIFY(rig->press(u"asCharts"_s));
    rig->shoot(u"monitoring-charts"_s);
    QVERIFY(rig->press(u"asList"_s));
    rig->shootBoard();
}

void MigrationByHandTest::goBack()
{
    // What somebody writes on the new server comes back with the rollback.
    const Asset* share = nullptr;
    for (const Asset* asset : rig->snapshot().presentAssets()) {
        if (asset->kind == AssetKind::Share && asset->migrate)
            share = asset;
    }
    QVERIFY(share);
    const QString relative = QString::fromUtf8(share->path) + u"/written-meanwhile.txt"_s;
    QFile written(QString::fromUtf8(places.newServer) + u'/' + relative);
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write("new work\n");
    written.close();

    rig->go(PageId::Cutover);
    QVERIFY2(rig->press(u"back"_s), qPrintable(rig->complaint()));
    QVERIFY(rig->dialog());
    QVERIFY(rig->idle());
    QTest::keyClick(rig->dialog(), Qt::Key_Return); // Enter never destroys: Cancel is the default
    QVERIFY(rig->waitFor([this] { return !rig->dialog(); }));
    QCOMPARE(int(rig->snapshot().project.state), int(MigrationState::CutOver));
    QVERIFY(rig->press(u"back"_s));
    QVERIFY(rig->decide(kManagement));
    QVERIFY(rig->idle(300'000));
    QVERIFY2(rig->snapshot().project.state == MigrationState::RolledBack, qPrintable(rig->complaint()));
    QFile back(QString::fromUtf8(places.oldServer) + u'/' + relative);
    QVERIFY(back.open(QIODevice::ReadOnly));
    QCOMPARE(back.readAll(), QByteArray("new work\n"));
    QCOMPARE(QFile::symLinkTarget(QString::fromUtf8(places.link)), QString::fromUtf8(places.oldServer));
    rig->shoot(u"cutover-rolled-back"_s);
}

QTEST_MAIN(MigrationByHandTest)
#include "tst_migration_by_hand.moc"
