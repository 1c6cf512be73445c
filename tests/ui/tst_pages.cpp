// SPDX-License-Identifier: GPL-3.0-or-later
// Manners that every page keeps: one mnemonic each, a name for every control, words in both languages, no text cut,
// no wait in the GUI thread, and the place where one was.
#include "UiRig.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace bascule;
using namespace bascule::ui;

namespace {

constexpr int kPages = static_cast<int>(PageId::Monitoring) + 1;

QList<QWidget*> visibleWidgets(QWidget* root)
{
    QList<QWidget*> found;
    for (QWidget* widget : root->findChildren<QWidget*>()) {
        if (widget->isVisible())
            found.append(widget);
    }
    return found;
}

QChar mnemonicOf(const QString& text)
{
    const QKeySequence keys = QKeySequence::mnemonic(text);
    return keys.isEmpty() ? QChar() : QChar(ushort(keys[0].key()));
}

/// Every visible text of the window that a translator had in hand.
QStringList textsOf(QWidget* root)
{
    QStringList texts;
    for (QWidget* widget : visibleWidgets(root)) {
        if (auto* label = qobject_cast<QLabel*>(widget))
            texts.append(label->text());
        else if (auto* button = qobject_cast<QAbstractButton*>(widget))
            texts.append(button->text());
    }
    texts.removeAll(QString());
    return texts;
}

} // namespace

class PagesTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    DemoPlaces m_places;
    SystemClock m_clock;
    std::unique_ptr<UiRig> rig;

    void openIn(Language language);

private slots:
    void initTestCase();
    void cleanup() { rig.reset(); }

    void mnemonicsAreUnique_data() { languages(); }
    void mnemonicsAreUnique();
    void everyControlHasAName_data() { languages(); }
    void everyControlHasAName();
    void everyPageFitsItsWindow_data();
    void everyPageFitsItsWindow();
    void languageChangesWhileRunning();
    void projectReopensWhereItWasLeft();
    void theWindowAnswersWhileWorkGoesOn();
    void disabledButtonsSayWhy();
    void oneFilledButtonAtMost();
    void stripLinksLeadSomewhere();
    void readOnlyChangesNothing();

private:
    void languages()
    {
        QTest::addColumn<int>("language");
        QTest::newRow("fr") << int(Language::French);
        QTest::newRow("en") << int(Language::English);
    }
};

/// One demo, prepared up to the go by the jobs themselves, for all tests.
void PagesTest::initTestCase()
{
    const auto prepared = UiRig::prepare(m_folder, m_clock);
    QVERIFY2(prepared.ok(), prepared ? "" : prepared.error().code.c_str());
    m_places = *prepared;
}

void PagesTest::openIn(Language language)
{
    rig = std::make_unique<UiRig>(language);
    rig->context().openProject(m_places.project);
    QVERIFY2(rig->waitFor([this] { return rig->context().hasProject(); }), qPrintable(rig->complaint()));
}

void PagesTest::mnemonicsAreUnique()
{
    QFETCH(int, language);
    openIn(static_cast<Language>(language));
    for (int i = 0; i < kPages; ++i) {
        rig->go(static_cast<PageId>(i));
        QMap<QChar, QString> taken;
        for (QWidget* widget : visibleWidgets(&rig->wizard())) {
            QString text;
            if (auto* button = qobject_cast<QAbstractButton*>(widget))
                text = button->text();
            else if (auto* label = qobject_cast<QLabel*>(widget); label && label->buddy())
                text = label->text();
            const QChar key = mnemonicOf(text);
            if (key.isNull())
                continue;
            QVERIFY2(!taken.contains(key),
                     qPrintable(u"%1: Alt+%2 is both “%3” and “%4”"_s.arg(enumName(static_cast<PageId>(i)),
                                                                          QString(key), taken.value(key), text)));
            taken.insert(key, text);
        }
        QVERIFY(taken.size() >= 2); // Back and Next at least
    }
}

void PagesTest::everyControlHasAName()
{
    QFETCH(int, language);
    openIn(static_cast<Language>(language));
    for (int i = 0; i < kPages; ++i) {
        rig->go(static_cast<PageId>(i));
        rig->list()->selectFirst();
        QTest::qWait(1);
        for (QWidget* widget : visibleWidgets(&rig->wizard())) {
            const bool control = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
                                 qobject_cast<QLineEdit*>(widget) || qobject_cast<QAbstractSpinBox*>(widget) ||
                                 qobject_cast<QPlainTextEdit*>(widget) || qobject_cast<QAbstractItemView*>(widget);
            const bool inside = qobject_cast<QComboBox*>(widget->parentWidget()) ||
                                qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) ||
                                qobject_cast<QLineEdit*>(widget->parentWidget()) ||
                                widget->objectName().startsWith("qt_"_L1);
            if (!control || inside || widget->focusPolicy() == Qt::NoFocus)
                continue;
            QString name = widget->accessibleName();
            if (auto* button = qobject_cast<QAbstractButton*>(widget); button && name.isEmpty())
                name = button->text();
            bool buddy = false;
            for (QLabel* label : rig->wizard().findChildren<QLabel*>())
                buddy = buddy || label->buddy() == widget;
            QVERIFY2(buddy || !name.isEmpty(),
                     qPrintable(u"%1: a %2 “%3” has no name"_s.arg(
                         enumName(static_cast<PageId>(i)), QString::fromLatin1(widget->metaObject()->className()),
                         widget->objectName())));
        }
    }
}

void PagesTest::everyPageFitsItsWindow_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<QSize>("size");
    QTest::newRow("fr 1280x692") << int(Language::French) << QSize(1280, 692);
    QTest::newRow("en 1280x692") << int(Language::English) << QSize(1280, 692);
    QTest::newRow("fr 1000x640") << int(Language::French) << QSize(1000, 640);
    QTest::newRow("fr 640x360") << int(Language::French) << QSize(640, 360);
}

/// No control is narrower than its words, at full size and where the window is small; nothing wider than the page.
void PagesTest::everyPageFitsItsWindow()
{
    QFETCH(int, language);
    QFETCH(QSize, size);
    openIn(static_cast<Language>(language));
    rig->wizard().resize(size);
    for (int i = 0; i < kPages; ++i) {
        rig->go(static_cast<PageId>(i));
        QTest::qWait(20);
        QVERIFY2(rig->wizard().width() <= size.width() && rig->wizard().height() <= size.height(),
                 qPrintable(u"%1 wants %2x%3"_s.arg(enumName(static_cast<PageId>(i)))
                                .arg(rig->wizard().width())
                                .arg(rig->wizard().height())));
        for (QWidget* widget : visibleWidgets(rig->page())) {
            auto* button = qobject_cast<QPushButton*>(widget);
            if (!button || qobject_cast<LinkButton*>(widget) || button->text().isEmpty())
                continue;
            const int needed = button->fontMetrics().horizontalAdvance(QString(button->text()).remove(u'&'));
            QVERIFY2(button->width() >= needed, qPrintable(u"%1: “%2” is %3 px wide and needs %4"_s
                                                               .arg(enumName(static_cast<PageId>(i)), button->text())
                                                               .arg(button->width())
                                                               .arg(needed)));
        }
    }
}

/// Every text changes its language at once, on the page in front and on those that are not, while a job runs.
void PagesTest::languageChangesWhileRunning()
{
    openIn(Language::English);
    rig->go(PageId::Monitoring);
    QVERIFY(rig->press(u"watch"_s));
    QVERIFY(rig->waitFor([this] { return !rig->context().session()->runner().idle(); }));
    for (int i = 0; i < kPages; ++i) {
        rig->go(static_cast<PageId>(i));
        const QStringList english = textsOf(rig->page());
        rig->context().setLanguage(Language::French);
        QTest::qWait(5);
        const QStringList french = textsOf(rig->page());
        QVERIFY2(!french.isEmpty() && english.first() != french.first(), qPrintable(english.first()));
        // The buttons' and headings' words have all changed; names, numbers and paths are the same in both.
        int same = 0, words = 0;
        for (const QString& text : english) {
            const bool sentence = text.count(u' ') >= 2;
            words += sentence;
            same += sentence && french.contains(text);
        }
        QVERIFY2(
            words > 0 && same * 5 <= words,
            qPrintable(
                u"%1: %2 of %3 sentences stay English"_s.arg(enumName(static_cast<PageId>(i))).arg(same).arg(words)));
        rig->context().setLanguage(Language::English);
        QTest::qWait(5);
        QCOMPARE(textsOf(rig->page()).first(), english.first());
    }
    rig->context().session()->runner().cancelAll();
    QVERIFY(rig->idle(5'000));
}

void PagesTest::projectReopensWhereItWasLeft()
{
    openIn(Language::French);
    rig->go(PageId::Backups);
    QVERIFY(rig->waitFor([this] { return rig->snapshot().project.lastPage == "backups"_L1; }));
    openIn(Language::French);
    QVERIFY(rig->waitFor([this] { return rig->page()->pageId() == PageId::Backups; }));
    // And it stands among the recent ones.
    rig->go(PageId::Project);
    rig->list()->setCurrentList(2);
    QCOMPARE(rig->list()->rows(2).size(), 1);
}

/// The longest time between two turns of the event loop while a rehearsal and page changes go on.
void PagesTest::theWindowAnswersWhileWorkGoesOn()
{
    openIn(Language::French);
    rig->go(PageId::Rehearsal);
    QVERIFY(rig->press(u"rehearse"_s));
    QVERIFY(rig->waitFor([this] { return !rig->context().session()->runner().idle(); }));
    QElapsedTimer since;
    since.start();
    qint64 longest = 0;
    QTimer beat;
    beat.setInterval(0);
    connect(&beat, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
    beat.start();
    for (int i = 0; i < 20 && !rig->context().session()->runner().idle(); ++i) {
        rig->go(static_cast<PageId>(i % kPages));
        QTest::qWait(100);
    }
    beat.stop();
    // Generous for a loaded machine; a page that did I/O or waited for a job would be seconds away.
    QVERIFY2(longest < 1'000, qPrintable(u"%1 ms"_s.arg(longest)));
    rig->context().session()->runner().cancelAll();
    QElapsedTimer stopping;
    stopping.start();
    QVERIFY(rig->idle(20'000));
}

void PagesTest::disabledButtonsSayWhy()
{
    openIn(Language::French);
    for (int i = 0; i < kPages; ++i) {
        rig->go(static_cast<PageId>(i));
        for (Button* button : rig->page()->findChildren<Button*>()) {
            if (!button->isVisible() || button->isEnabled() || !button->parentWidget()->isEnabled())
                continue;
            QVERIFY2(!button->toolTip().isEmpty(),
                     qPrintable(enumName(static_cast<PageId>(i)) + u": "_s + button->text()));
        }
    }
}

void PagesTest::oneFilledButtonAtMost()
{
    openIn(Language::French);
    for (int i = 0; i < kPages; ++i) {
        rig->go(static_cast<PageId>(i));
        rig->list()->selectFirst();
        QTest::qWait(1);
        QStringList filled;
        for (QPushButton* button : rig->wizard().findChildren<QPushButton*>()) {
            if (button->isVisible() && Theme::role(button) == ButtonRole::Primary)
                filled.append(button->text());
        }
        QVERIFY2(filled.size() <= 1, qPrintable(enumName(static_cast<PageId>(i)) + u": "_s + filled.join(u", "_s)));
    }
}

/// What is missing is a link, and the link lands on the page that it names without an error.
void PagesTest::stripLinksLeadSomewhere()
{
    openIn(Language::French);
    int followed = 0;
    for (int i = 0; i < kPages; ++i) {
        rig->go(static_cast<PageId>(i));
        if (!rig->page()->strip())
            continue;
        const StripState state = rig->page()->strip()->state();
        for (const StripItem& item : state.items) {
            if (!item.target)
                continue;
            rig->context().goTo(*item.target);
            QTest::qWait(1);
            QCOMPARE(rig->page()->pageId(), item.target->page);
            QVERIFY2(rig->complaint().isEmpty(), qPrintable(rig->complaint()));
            if (rig->dialog())
                rig->dialog()->reject();
            QTest::qWait(1);
            ++followed;
            rig->go(static_cast<PageId>(i));
        }
    }
    QVERIFY(followed > 0);
}

void PagesTest::readOnlyChangesNothing()
{
    rig = std::make_unique<UiRig>(Language::French);
    rig->context().openProject(m_places.project, OpenMode::ReadOnly);
    QVERIFY(rig->waitFor([this] { return rig->context().hasProject(); }));
    const qint64 before = rig->snapshot().revision;
    for (int i = 1; i < kPages; ++i) {
        rig->go(static_cast<PageId>(i));
        rig->list()->selectFirst();
        QTest::qWait(1);
        for (QPushButton* button : rig->details()->findChildren<QPushButton*>()) {
            if (button->objectName().startsWith("button:"_L1) && button->isVisibleTo(rig->details()))
                QVERIFY2(!button->isEnabled(), qPrintable(button->text()));
        }
    }
    QCOMPARE(rig->snapshot().revision, before);
}

QTEST_MAIN(PagesTest)
#include "tst_pages.moc"
