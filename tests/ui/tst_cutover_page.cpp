// SPDX-License-Identifier: GPL-3.0-or-later
// The Cutover page where a straight migration never stands: a waived checkpoint, the wait for the window, a pause, and
// the last decision. One demo, prepared up to the go; the tests go on from where the one before left it.
#include "UiRig.h"

#include "core/cutover/Cutover.h"

#include <QFileDialog>

#include <filesystem>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace bascule;
using namespace bascule::ui;

class CutoverPageTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    DemoPlaces m_places;
    SystemClock m_clock;
    std::unique_ptr<UiRig> rig;

    void open();
    QString personOf(PersonRole role) const;
    void giveGo();
    void start(const QString& when);
    QPushButton* button(const QString& name) const { return rig->page()->findChild<QPushButton*>(name); }
    bool strip(Look look, const QString& word = {}) const;

private slots:
    void initTestCase();
    void cleanup() { rig.reset(); }
    void cleanupTestCase()
    {
        std::error_code ignored; // Qt does not remove sockets
        std::filesystem::remove_all(m_folder.path().toStdString(), ignored);
    }

    void theMenuOpensTheDialogs();
    void aCheckpointIsWaivedByName();
    void itWaitsForTheWindowAndStops();
    void itPausesBetweenSteps();
    void whatWasLeftOutIsExported();
    void committingTakesANameAndEndsTheWayBack();
};

void CutoverPageTest::initTestCase()
{
    const auto prepared = UiRig::prepare(m_folder, m_clock);
    QVERIFY2(prepared.ok(), prepared ? "" : prepared.error().code.c_str());
    m_places = *prepared;
}

void CutoverPageTest::open()
{
    rig = std::make_unique<UiRig>(Language::French);
    rig->context().openProject(m_places.project);
    QVERIFY2(rig->waitFor([this] { return rig->context().hasProject(); }), qPrintable(rig->complaint()));
    rig->go(PageId::Cutover);
}

QString CutoverPageTest::personOf(PersonRole role) const
{
    for (const Person& person : rig->snapshot().persons) {
        if (person.role == role)
            return person.name;
    }
    return {};
}

bool CutoverPageTest::strip(Look look, const QString& word) const
{
    const StripState& state = rig->page()->strip()->state();
    return state.look == look && (word.isEmpty() || state.word == word || state.name == word);
}

void CutoverPageTest::giveGo()
{
    if (!button(u"go"_s)->isVisible())
        return;
    QVERIFY(rig->press(u"go"_s));
    const auto names = rig->dialog()->findChildren<QComboBox*>();
    QCOMPARE(names.size(), 2);
    names[0]->setEditText(personOf(PersonRole::It));
    names[1]->setEditText(personOf(PersonRole::Management));
    rig->shootDialog(u"dialog-go"_s);
    QVERIFY(rig->verb());
    QVERIFY2(rig->waitFor([this] { return button(u"start"_s)->isVisible(); }), qPrintable(rig->complaint()));
}

void CutoverPageTest::start(const QString& when)
{
    QVERIFY(rig->press(u"start"_s));
    QVERIFY(rig->fill(u"when"_s, when));
    rig->shootDialog(u"dialog-start-"_s + when);
    QVERIFY(rig->verb());
}

/// Nothing of the open project is lost by looking at the dialogs and leaving them.
void CutoverPageTest::theMenuOpensTheDialogs()
{
    open();
    rig->context().goTo(PageId::Project, u"new-project"_s);
    QVERIFY(rig->waitFor([this] { return rig->dialog() != nullptr; }));
    QCOMPARE(rig->page()->pageId(), PageId::Project);
    QVERIFY(rig->dialog()->findChild<QWidget*>(u"file"_s));
    rig->shootDialog(u"dialog-new-project"_s);
    rig->dialog()->reject();
    QVERIFY(rig->waitFor([this] { return !rig->dialog(); }));
    rig->context().goTo(PageId::Project, u"open-project"_s);
    QVERIFY(rig->waitFor([this] { return qobject_cast<QFileDialog*>(rig->dialog()) != nullptr; }));
    rig->dialog()->reject();
    QVERIFY(rig->waitFor([this] { return !rig->dialog(); }));
    QVERIFY(rig->context().hasProject());
}

void CutoverPageTest::aCheckpointIsWaivedByName()
{
    open();
    // One asset more is critical, so the map is no longer the one that was validated.
    const Asset* share = nullptr;
    for (const Asset* asset : rig->snapshot().presentAssets()) {
        if (asset->kind == AssetKind::Share && !asset->critical)
            share = asset;
    }
    QVERIFY(share);
    const Id id = share->id;
    rig->go(PageId::Inventory);
    QVERIFY(rig->select(u"asset"_s, id));
    QVERIFY(rig->chooseDetail(u"critical"_s, u"yes"_s));
    if (rig->dialog()) // asked once
        QVERIFY(rig->decide(personOf(PersonRole::It)));
    QVERIFY2(rig->waitFor([&] { return rig->snapshot().asset(id)->critical; }), qPrintable(rig->complaint()));
    QVERIFY(rig->idle());
    QVERIFY(rig->context().board().of(Step::Inventory).state != CheckpointState::Passed);
    rig->shootBoard(u"board-blocked"_s);

    rig->go(PageId::Cutover);
    rig->list()->setCurrentList(1);
    qint64 row = 0;
    const auto conditions = cutoverConditions(rig->snapshot(), rig->context().now());
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        if (!conditions[i].met && conditions[i].item.params.value("step"_L1).toString() == "row.inventory.title"_L1)
            row = qint64(i) + 1;
    }
    QVERIFY(row > 0);
    QVERIFY(rig->select(u"condition"_s, row));
    rig->shoot(u"cutover-blocked"_s);
    QVERIFY(strip(Look::Blocked));
    QVERIFY(rig->pressDetail(u"waive:inventory"_s));
    QVERIFY(rig->dialog());
    QVERIFY(!rig->verb()); // neither a name nor a reason yet
    rig->shootDialog(u"dialog-waiver"_s);
    const QString why = u"The owner of this share is known since yesterday"_s;
    QVERIFY(rig->decide(personOf(PersonRole::Management), why));
    QVERIFY2(
        rig->waitFor([this] { return rig->context().board().of(Step::Inventory).state == CheckpointState::Waived; }),
        qPrintable(rig->complaint()));
    const Checkpoint& waived = rig->context().board().of(Step::Inventory);
    QCOMPARE(waived.waivedBy, personOf(PersonRole::Management));
    QCOMPARE(waived.waivedWhy, why);
    rig->shootBoard(u"board-waived"_s);
    rig->go(PageId::Inventory);
    QVERIFY(rig->page()->strip()->state().look == Look::Waived);
    QVERIFY(rig->page()->strip()->state().tail.contains(why));
    rig->shoot(u"inventory-waived"_s);
    // The map as it was validated passes again; that it was waived once stays said.
    QVERIFY(rig->select(u"asset"_s, id));
    QVERIFY(rig->chooseDetail(u"critical"_s, u"no"_s));
    if (rig->dialog())
        QVERIFY(rig->decide(personOf(PersonRole::It)));
    QVERIFY2(
        rig->waitFor([this] { return rig->context().board().of(Step::Inventory).state == CheckpointState::Passed; }),
        qPrintable(rig->complaint()));
    QCOMPARE(rig->context().board().of(Step::Inventory).waivedBy, personOf(PersonRole::Management));
}

void CutoverPageTest::itWaitsForTheWindowAndStops()
{
    open();
    giveGo();
    start(u"window"_s);
    QVERIFY2(rig->waitFor([this] { return strip(Look::Waiting); }), qPrintable(rig->complaint()));
    QVERIFY(!button(u"pause"_s)->isEnabled());
    QVERIFY(rig->page()->nextReason().allowed);
    rig->shoot(u"cutover-waiting"_s);
    QVERIFY(rig->press(u"back"_s));
    rig->shootDialog(u"dialog-stop"_s);
    QVERIFY(rig->decide(personOf(PersonRole::Management)));
    QVERIFY(rig->idle());
    QVERIFY(!strip(Look::Waiting));
    QCOMPARE(int(rig->snapshot().project.state), int(MigrationState::Preparing));
}

void CutoverPageTest::itPausesBetweenSteps()
{
    QCOMPARE(::mknod((m_places.oldServer + "/srv/=socket").constData(), S_IFSOCK | 0644, 0), 0);
    open();
    giveGo();
    start(u"force"_s);
    QVERIFY(rig->waitFor([this] { return rig->press(u"pause"_s); }));
    QVERIFY2(rig->waitFor([this] {
        const Run* run = rig->snapshot().lastRun(RunKind::Cutover);
        return run && run->facts.contains("pausedAt"_L1);
    }),
             qPrintable(rig->complaint()));
    QVERIFY(rig->waitFor([this] { return strip(Look::InProgress) && !rig->page()->strip()->state().word.isEmpty(); }));
    QVERIFY(!rig->page()->nextReason().allowed);
    QVERIFY(button(u"back"_s)->isEnabled());
    rig->shoot(u"cutover-paused"_s);
    // It stays where it stands for as long as nobody says otherwise.
    const auto verified = [this] {
        const auto steps = rig->snapshot().stepsOf(rig->snapshot().lastRun(RunKind::Cutover)->id);
        return std::count_if(steps.begin(), steps.end(),
                             [](const RunStep* step) { return step->state == StepState::Verified; });
    };
    const auto before = verified();
    QTest::qWait(400);
    QCOMPARE(verified(), before);
    QVERIFY(rig->press(u"pause"_s)); // go on
    QVERIFY(rig->idle(300'000));
    QVERIFY2(rig->snapshot().project.state == MigrationState::CutOver, qPrintable(rig->complaint()));
}

void CutoverPageTest::whatWasLeftOutIsExported()
{
    open();
    int number = 0;
    for (const RunStep* step : rig->snapshot().stepsOf(rig->snapshot().lastRun(RunKind::Cutover)->id)) {
        for (const QJsonValue& proof : step->proof)
            number = proof["code"_L1].toString() == "proof.left-out"_L1 ? step->number : number;
    }
    QVERIFY(number > 0);
    rig->list()->setCurrentList(0);
    QVERIFY(rig->select(u"step"_s, number));
    rig->shootInBoth(u"cutover-left-out"_s);
    QVERIFY(rig->pressDetail(u"export-list:"_s));
    QVERIFY(rig->waitFor([this] { return qobject_cast<QFileDialog*>(rig->dialog()) != nullptr; }));
    const QString file = rig->path(u"left out.csv"_s);
    auto* chooser = qobject_cast<QFileDialog*>(rig->dialog());
    chooser->selectFile(file);
    QMetaObject::invokeMethod(chooser, "accept");
    QVERIFY2(rig->waitFor([&] { return QFile::exists(file) && !rig->dialog(); }), qPrintable(rig->complaint()));
    QVERIFY(rig->idle());
    QFile list(file);
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QByteArray text = list.readAll();
    const QByteArray sentence = rig->context().text().say(u"kind.socket"_s).toUtf8();
    QVERIFY2(text.contains("\n") && text.contains("srv/=socket,kind.socket,") && text.contains(sentence), text);
    QVERIFY2(rig->waitFor([this] { return rig->page()->message()->isVisible(); }), "nothing was said");
}

void CutoverPageTest::committingTakesANameAndEndsTheWayBack()
{
    open();
    QCOMPARE(int(rig->snapshot().project.state), int(MigrationState::CutOver));
    QVERIFY(rig->press(u"commit"_s));
    QVERIFY(rig->dialog());
    rig->shootDialog(u"dialog-commit"_s);
    QTest::keyClick(rig->dialog(), Qt::Key_Return); // Enter never destroys: Cancel is the default
    QVERIFY(rig->waitFor([this] { return !rig->dialog(); }));
    QCOMPARE(int(rig->snapshot().project.state), int(MigrationState::CutOver));
    QVERIFY(rig->press(u"commit"_s));
    QVERIFY(rig->decide(personOf(PersonRole::Management)));
    QVERIFY2(rig->waitFor([this] { return rig->snapshot().project.state == MigrationState::Committed; }),
             qPrintable(rig->complaint()));
    QVERIFY(rig->idle());
    QVERIFY(!button(u"back"_s)->isEnabled());
    rig->shoot(u"cutover-committed"_s);
    rig->shootBoard(u"board-committed"_s);
}

QTEST_MAIN(CutoverPageTest)
#include "tst_cutover_page.moc"
