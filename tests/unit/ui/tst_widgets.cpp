// SPDX-License-Identifier: GPL-3.0-or-later
// The widgets of the pages, by mouse and keyboard.
#include "ui/prompts/Dialogs.h"
#include "ui/widgets/BeforeAfterChart.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/CalendarStrip.h"
#include "ui/widgets/CheckpointStrip.h"
#include "ui/widgets/DetailsPanel.h"
#include "ui/widgets/FitBar.h"
#include "ui/widgets/ListPanel.h"
#include "ui/widgets/MapView.h"
#include "ui/widgets/StepRail.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace bascule;
using namespace bascule::ui;

namespace {

Row asset(qint64 id, const QString& name)
{
    Row row;
    row.kind = u"asset"_s;
    row.id = id;
    row.cells = {Cell::plain(name), Cell::mutedText(u"none"_s)};
    return row;
}

/// A list with one row `id` selected and shown.
std::unique_ptr<ListPanel> makeList(const QList<Row>& rows)
{
    auto list = std::make_unique<ListPanel>();
    list->addList({{u"Name"_s, 100, false, true}, {u"Findings"_s, 100}});
    list->setListName(0, u"Assets"_s);
    list->setEmpty(0, u"No assets yet."_s, u"Run the inventory"_s);
    list->setRows(0, rows);
    list->resize(400, 300);
    list->show();
    return list;
}

MapModel twoNodes()
{
    MapModel model;
    for (int i = 1; i <= 2; ++i) {
        MapNode node;
        node.id = i;
        node.rect = QRectF(i * 200, 0, 128, 44);
        node.title = u"node %1"_s.arg(i);
        node.icon = u"database"_s;
        model.nodes << node;
    }
    MapEdge edge;
    edge.id = 7;
    edge.from = 1;
    edge.to = 2;
    model.edges << edge;
    return model;
}

} // namespace

class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(*qApp); }

    void listKeepsItsRowWhenRowsChange()
    {
        const auto list = makeList({asset(1, u"a"_s), asset(2, u"b"_s)});
        QVERIFY(list->select(u"asset"_s, 2));
        QCOMPARE(list->currentId(), 2);
        QSignalSpy changed(list.get(), &ListPanel::currentChanged);
        list->setRows(0, {asset(3, u"new"_s), asset(1, u"a"_s), asset(2, u"b"_s)});
        QCOMPARE(list->currentId(), 2);
        QCOMPARE(changed.size(), 1);
        list->setRows(0, {asset(1, u"a"_s)});
        QVERIFY(list->currentId() != 2);
    }

    void listSaysWhenItIsEmptyAndWhenNothingFits()
    {
        const auto list = makeList({});
        bool asked = false;
        list->setEmpty(0, u"No assets yet."_s, u"Run the inventory"_s, [&] { asked = true; });
        list->setRows(0, {});
        auto* button = [&] {
            const QList<Button*> all = list->findChildren<Button*>();
            return *std::find_if(all.begin(), all.end(), [](Button* each) { return each->isVisible(); });
        }();
        QCOMPARE(button->text(), u"Run the inventory"_s);
        button->click();
        QVERIFY(asked);
        list->setRows(0, {asset(1, u"a"_s)});
        QVERIFY(list->view(0)->isVisible());
        list->searchField()->setText(u"zzz"_s);
        QVERIFY(!list->view(0)->isVisible());
        QVERIFY(list->select(u"asset"_s, 1)); // a link clears the search
        QVERIFY(list->view(0)->isVisible());
    }

    void listCopiesRowsWithTabsAndActivatesOnEnter()
    {
        const auto list = makeList({asset(1, u"a\tb"_s), asset(2, u"b"_s)});
        list->select(u"asset"_s, 1);
        list->view(0)->selectAll();
        QTest::keyClick(list->view(0), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"a b\tnone\nb\tnone"_s);
        list->select(u"asset"_s, 2);
        QSignalSpy activated(list.get(), &ListPanel::activated);
        QTest::keyClick(list->view(0), Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().at(1).toLongLong(), 2);
    }

    void stripLinksAndCountsWhatDoesNotFit()
    {
        CheckpointStrip strip;
        StripState state;
        state.look = Look::Blocked;
        state.name = u"Restore test carried out"_s;
        for (int i = 0; i < 20; ++i)
            state.items << StripItem{u"asset number %1: a backup that restores"_s.arg(i),
                                     Target{PageId::Backups, u"asset"_s, i}};
        strip.resize(1000, 60);
        strip.setState(state);
        strip.show();
        const QList<LinkButton*> links = strip.findChildren<LinkButton*>();
        QVERIFY(links.size() > 2 && links.size() < 20);
        QVERIFY(links.last()->geometry().right() < strip.width());
        QSignalSpy activated(&strip, &CheckpointStrip::linkActivated);
        links.first()->click();
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().value<Target>().id, 0);
        QVERIFY(strip.accessibleName().contains(wordOf(Look::Blocked)));
    }

    void detailsKeepWhatIsBeingTyped()
    {
        DetailsPanel panel;
        panel.resize(304, 400);
        panel.show();
        Details details;
        details.title = u"crm"_s;
        details.line(u"Destination"_s, u"destination"_s, u"/srv"_s);
        panel.setDetails(details);
        auto* line = panel.findChild<QLineEdit*>(u"field:destination"_s);
        QVERIFY(line);
        QSignalSpy edited(&panel, &DetailsPanel::edited);
        QApplication::setActiveWindow(&panel);
        line->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), line);
        QTest::keyClicks(line, u"/new"_s);
        Details moved = details;
        moved.subtitle.clear();
        moved.facts.first().label = u"Where to"_s;
        panel.setDetails(moved); // a number elsewhere changed
        QCOMPARE(panel.findChild<QLineEdit*>(u"field:destination"_s), line);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(edited.size(), 1);
        QCOMPARE(edited.first().at(1).toString(), u"/srv/new"_s);
    }

    void detailsPressButtonsAndHoldThemBackWithAReason()
    {
        DetailsPanel panel;
        panel.show();
        Details details;
        details.title = u"shop"_s;
        details.buttons({{u"go"_s, u"Back up"_s}, {u"no"_s, u"Restore"_s, ButtonRole::Plain, u"No backup yet."_s}});
        panel.setDetails(details);
        QSignalSpy pressed(&panel, &DetailsPanel::pressed);
        panel.findChild<Button*>(u"button:go"_s)->click();
        panel.findChild<Button*>(u"button:no"_s)->click();
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(panel.findChild<Button*>(u"button:no"_s)->accessibleDescription(), u"No backup yet."_s);
    }

    void calendarWalksByKeyboardAndPressesDays()
    {
        CalendarStrip strip;
        CalendarModel model;
        model.first = QDate(2026, 11, 16);
        model.today = QDate(2026, 11, 24);
        model.periods = {{1, QDate(2026, 11, 25), QDate(2026, 11, 27), u"Payroll"_s}};
        CalendarWindow window;
        window.id = 5;
        window.day = QDate(2026, 11, 26);
        window.word = u"chosen"_s;
        model.windows = {window};
        strip.setModel(model);
        strip.resize(992, strip.sizeHint().height());
        strip.show();
        QCOMPARE(strip.currentDay(), model.today);
        QSignalSpy days(&strip, &CalendarStrip::dayClicked);
        QSignalSpy windows(&strip, &CalendarStrip::windowClicked);
        QTest::keyClick(&strip, Qt::Key_Right);
        QVERIFY(strip.accessibleName().contains(u"Payroll"_s));
        QTest::keyClick(&strip, Qt::Key_Return);
        QCOMPARE(days.size(), 1);
        QTest::keyClick(&strip, Qt::Key_Right);
        QTest::keyClick(&strip, Qt::Key_Return);
        QCOMPARE(windows.size(), 1);
        QTest::keyClick(&strip, Qt::Key_End);
        QCOMPARE(strip.currentDay(), QDate(2026, 12, 13));
        QTest::keyClick(&strip, Qt::Key_Right);
        QCOMPARE(strip.currentDay(), QDate(2026, 12, 13));
    }

    void mapFollowsItsEdges()
    {
        MapView map;
        map.resize(500, 300);
        map.setModel(twoNodes());
        map.show();
        map.setCurrentNode(1);
        QSignalSpy selected(&map, &MapView::nodeSelected);
        QTest::keyClick(&map, Qt::Key_Right);
        QCOMPARE(map.currentNode(), 2);
        QTest::keyClick(&map, Qt::Key_Right); // it needs nothing
        QCOMPARE(map.currentNode(), 2);
        QTest::keyClick(&map, Qt::Key_Left);
        QCOMPARE(map.currentNode(), 1);
        QCOMPARE(selected.size(), 2);
        const QPoint at = map.mapFromScene(QPointF(464, 22));
        QTest::mouseClick(map.viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(map.currentNode(), 2);
    }

    void workNeverGoesBackwards()
    {
        RunningWorkBar bar;
        WorkView view;
        view.running = true;
        view.id = 4;
        view.title = u"Copy"_s;
        view.part = 0.5;
        bar.setView(view);
        view.part = 0.3;
        bar.setView(view);
        QCOMPARE(bar.findChild<QProgressBar*>()->value(), 500);
        view.id = 5; // another job begins anew
        bar.setView(view);
        QCOMPARE(bar.findChild<QProgressBar*>()->value(), 300);
    }

    void railSaysStatesInWordsAndChoosesSteps()
    {
        StepRail rail;
        RailModel model;
        model.steps = {{u"Project"_s, Look::Passed, 0, true},
                       {u"Backups"_s, Look::Blocked, 4, true},
                       {u"Later"_s, Look::NotStarted, 0, false}};
        rail.setModel(model);
        rail.resize(240, 692);
        rail.show();
        const QString spoken = rail.list()->model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(spoken.contains(wordOf(Look::Blocked)));
        QVERIFY(spoken.contains(u"4"_s));
        QSignalSpy chosen(&rail, &StepRail::stepChosen);
        const auto press = [&](int row) {
            QTest::mouseClick(rail.list()->viewport(), Qt::LeftButton, {},
                              rail.list()->visualRect(rail.list()->model()->index(row, 0)).center());
        };
        press(1);
        press(2); // disabled
        QCOMPARE(chosen.size(), 1);
        rail.setNarrow(true);
        QCOMPARE(rail.width(), 56);
    }

    void decisionsAreHeldBackUntilTheyAreWhole()
    {
        auto* dialog = new DecisionDialog(nullptr);
        dialog->setSentence(u"Accept this blind spot"_s);
        dialog->setVerb(u"Accept"_s);
        dialog->askPerson(u"Who"_s, {u"Karim Benali"_s});
        dialog->askReason(u"Why"_s);
        dialog->open();
        auto* verb = dialog->findChild<Button*>(u"verb"_s);
        QVERIFY(!verb->isEnabled());
        QVERIFY(!verb->toolTip().isEmpty());
        dialog->findChild<QComboBox*>()->setCurrentText(u"Karim Benali"_s);
        QVERIFY(!verb->isEnabled());
        dialog->findChild<QPlainTextEdit*>()->setPlainText(u"Read by hand."_s);
        QVERIFY(verb->isEnabled());
        QSignalSpy accepted(dialog, &QDialog::accepted);
        QTest::keyClick(dialog, Qt::Key_Return); // Enter is Cancel
        QCOMPARE(accepted.size(), 0);
        QCOMPARE(dialog->width(), 560);
    }

    void goNeedsAllConditionsAndTwoPeople()
    {
        GoNoGoDialog dialog(nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setVerb(u"Give the go"_s);
        dialog.setConditions({{Look::Passed, u"Backups"_s, {}, true}, {Look::Failed, u"Rehearsal"_s, {}, false}});
        dialog.askNames(u"IT"_s, {}, u"Business"_s, {});
        auto* verb = dialog.findChild<Button*>(u"verb"_s);
        const QList<QComboBox*> names = dialog.findChildren<QComboBox*>();
        names.at(0)->setCurrentText(u"Karim"_s);
        names.at(1)->setCurrentText(u"Claire"_s);
        QVERIFY(!verb->isEnabled());
        dialog.setConditions({{Look::Passed, u"Backups"_s, {}, true}, {Look::Passed, u"Rehearsal"_s, {}, true}});
        QVERIFY(verb->isEnabled());
        names.at(1)->setCurrentText(u"karim"_s);
        QVERIFY(!verb->isEnabled());
    }

    void drawingsBearEmptyAndOddData()
    {
        FitBar bar;
        bar.resize(400, 60);
        bar.setModel({});
        bar.grab();
        FitModel odd;
        odd.segments = {{FitSegment::Kind::Measured, -5, u"x"_s}, {FitSegment::Kind::Missing, 10, u"y"_s}};
        odd.marks = {{100, u"beyond the end"_s}};
        bar.setModel(odd);
        bar.grab();
        BeforeAfterChart chart;
        chart.resize(400, 240);
        chart.grab();
        ChartModel one;
        one.after = {{QDateTime::currentDateTimeUtc(), 0}};
        one.unit = u"%"_s;
        chart.setModel(one);
        chart.grab();
        MapView map;
        map.setModel({});
        map.grab();
        CalendarStrip strip;
        strip.resize(300, 100);
        strip.grab();
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
