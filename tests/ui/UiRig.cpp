// SPDX-License-Identifier: GPL-3.0-or-later
#include "UiRig.h"

#include "core/demo/Walk.h"
#include "ui/widgets/MessageLine.h"
#include "ui/wizard/PageFactory.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDeadlineTimer>
#include <QDir>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace bascule::ui {

UiRig::UiRig(Language language, std::shared_ptr<SecretStore> secrets)
{
    // Settings, freezes and locks of this test alone.
    QDir(m_folder.path()).mkpath(u"config"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.filePath(u"config"_s));
    qputenv("BASCULE_STATE_DIR", m_folder.filePath(u"state"_s).toUtf8());
    QCoreApplication::setOrganizationName(u"bascule-test"_s);
    QCoreApplication::setApplicationName(u"bascule-test"_s);
    Theme::instance().apply(*qApp);
    Theme::instance().setMode(ThemeMode::Light);
    m_context = std::make_unique<AppContext>(m_clock, language, nullptr, std::move(secrets));
    m_wizard = std::make_unique<BasculeWizard>(*m_context, makePage);
    m_wizard->resize(wantedSize().isEmpty() ? QSize(1280, 720) : wantedSize());
    m_wizard->show();
    (void)QTest::qWaitForWindowExposed(m_wizard.get());
}

UiRig::~UiRig()
{
    if (m_context->session()) {
        m_context->session()->runner().cancelAll();
        idle(30'000);
    }
    m_wizard.reset();
    m_context.reset();
}

Result<DemoPlaces> UiRig::seed(double size)
{
    DemoOptions options;
    options.size = size;
    return seedDemo(path(u"demo"_s).toUtf8(), options);
}

Result<DemoPlaces> UiRig::prepare(const QTemporaryDir& folder, const Clock& clock)
{
    qputenv("BASCULE_STATE_DIR", folder.filePath(u"state"_s).toUtf8());
    DemoOptions options;
    options.size = 0.05;
    const auto places = seedDemo(folder.filePath(u"demo"_s).toUtf8(), options);
    if (!places)
        return places.error();
    DemoWalk walk{.clock = clock, .stop = {}, .run = {}, .pdfReport = {}, .say = {}, .showPlan = {}};
    walk.language = Language::French;
    walk.prepareOnly = true;
    if (const auto walked = walkDemo(*places, walk); !walked)
        return walked.error();
    return *places;
}

void UiRig::go(PageId page)
{
    const int number = (static_cast<int>(page) + 1) % 10;
    QTest::keyClick(m_wizard.get(), Qt::Key(Qt::Key_0 + number), Qt::ControlModifier);
    if (m_wizard->currentId() != static_cast<int>(page))
        m_wizard->goToPage(page); // an unfocused offscreen window takes no shortcuts
    QTest::qWait(1);
}

bool UiRig::press(const QString& button)
{
    auto* found = page()->findChild<QPushButton*>(button);
    if (!found || !found->isEnabled() || !found->isVisible())
        return false;
    QTest::mouseClick(found, Qt::LeftButton);
    return true;
}

bool UiRig::pressDetail(const QString& id)
{
    for (QPushButton* button : details()->findChildren<QPushButton*>()) {
        const QString name = button->objectName();
        const bool match = name.startsWith(u"button:"_s + id) || name.startsWith(u"link:"_s + id);
        // A panel being replaced keeps its old contents until the event loop turns.
        if (!match || !button->isEnabled() || !button->isVisibleTo(details()))
            continue;
        details()->ensureWidgetVisible(button);
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }
    return false;
}

bool UiRig::pressLink(const QString& words)
{
    for (LinkButton* link : details()->findChildren<LinkButton*>()) {
        if (link->text() == words && link->isVisibleTo(details())) {
            details()->ensureWidgetVisible(link);
            QTest::mouseClick(link, Qt::LeftButton);
            return true;
        }
    }
    return false;
}

bool UiRig::pressEmpty()
{
    for (QWidget* state : page()->findChildren<QWidget*>(u"emptyState"_s)) {
        if (!state->isVisible())
            continue;
        for (QPushButton* button : state->findChildren<QPushButton*>()) {
            if (button->isVisible() && button->isEnabled()) {
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            }
        }
    }
    return false;
}

bool UiRig::chooseDetail(const QString& field, const QString& value)
{
    auto* combo = details()->findChild<QComboBox*>(u"field:"_s + field);
    const int index = combo ? combo->findData(value) : -1;
    if (index < 0 || !combo->isEnabled())
        return false;
    if (combo->currentIndex() == index)
        return true;
    combo->setFocus();
    QTest::keyClicks(combo, combo->itemText(index).left(1));
    QTest::qWait(1);
    return true;
}

bool UiRig::checkDetail(const QString& field, bool on)
{
    auto* box = details()->findChild<QCheckBox*>(u"field:"_s + field);
    if (!box || !box->isEnabled())
        return false;
    if (box->isChecked() != on)
        QTest::keyClick(box, Qt::Key_Space);
    return true;
}

bool UiRig::select(const QString& kind, Id id)
{
    const bool found = list()->select(kind, id);
    QTest::qWait(1);
    return found;
}

QDialog* UiRig::dialog() const
{
    return qobject_cast<QDialog*>(QApplication::activeModalWidget());
}

bool UiRig::fill(const QString& field, const QString& value)
{
    QDialog* front = dialog();
    auto* widget = front ? front->findChild<QWidget*>(field) : nullptr;
    if (!widget)
        return false;
    widget->setFocus();
    if (auto* line = qobject_cast<QLineEdit*>(widget)) {
        line->selectAll();
        QTest::keyClicks(line, value);
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(widget)) {
        text->selectAll();
        QTest::keyClicks(text, value);
    } else if (auto* combo = qobject_cast<QComboBox*>(widget)) {
        const int index = combo->findData(value);
        if (index >= 0)
            combo->setCurrentIndex(index);
        else if (combo->isEditable())
            combo->setEditText(value);
        else
            return false;
    } else if (auto* spin = qobject_cast<QSpinBox*>(widget)) {
        spin->setValue(value.toInt());
    } else if (auto* box = qobject_cast<QCheckBox*>(widget)) {
        box->setChecked(value == "yes"_L1);
    } else if (auto* moment = qobject_cast<QDateTimeEdit*>(widget)) {
        moment->setDateTime(QDateTime::fromString(value, Qt::ISODate).toLocalTime());
    } else {
        return false;
    }
    return true;
}

bool UiRig::decide(const QString& person, const QString& reason)
{
    QDialog* front = dialog();
    if (!front)
        return false;
    for (QComboBox* combo : front->findChildren<QComboBox*>()) {
        if (combo->isEditable())
            combo->setEditText(person);
    }
    if (auto* text = front->findChild<QPlainTextEdit*>(); text && !reason.isEmpty())
        QTest::keyClicks(text, reason);
    return verb();
}

bool UiRig::verb()
{
    QDialog* front = dialog();
    auto* button = front ? front->findChild<QPushButton*>(u"verb"_s) : nullptr;
    if (!button || !button->isEnabled())
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::qWait(1);
    return true;
}

bool UiRig::idle(int milliseconds)
{
    const auto rests = [this] { return !m_context->session() || m_context->session()->runner().idle(); };
    QDeadlineTimer deadline(milliseconds);
    do {
        if (!QTest::qWaitFor(rests, int(deadline.remainingTime())))
            return false;
        if (!m_context->session() || m_context->readOnly())
            return true;
        // An empty write comes back after all that were asked before it, with the snapshot they made. What the pages
        // make of that snapshot may be another job.
        const auto seen = std::make_shared<bool>(false);
        const auto nothing = [](StoreTx&) -> Result<void> { return {}; };
        m_context->write(nothing, [seen](bool) { *seen = true; });
        if (!QTest::qWaitFor([&seen] { return *seen; }, 30'000))
            return false;
        QTest::qWait(50);
    } while (!rests());
    return true;
}

bool UiRig::waitFor(const std::function<bool()>& condition, int milliseconds)
{
    return QTest::qWaitFor(condition, milliseconds);
}

QString UiRig::complaint() const
{
    const MessageLine* line = page()->message();
    QStringList said;
    if (line && line->isShown()) {
        for (const QLabel* label : line->findChildren<QLabel*>())
            said.append(label->text());
    }
    return said.join(u" "_s);
}

QString UiRig::pictureFolder()
{
    return QStringLiteral(BASCULE_BINARY_DIR) + u"/screenshots"_s;
}

/// BASCULE_PICTURES=1024x720 draws the window that large instead of 1280x720; with QT_SCALE_FACTOR=2, 640x360 is the
/// smallest screen.
QSize UiRig::wantedSize()
{
    const QStringList sides = qEnvironmentVariable("BASCULE_PICTURES").split(u'x');
    return sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
}

QString UiRig::sizeSuffix()
{
    const QString size = qEnvironmentVariable("BASCULE_PICTURES");
    return size.isEmpty() ? QString() : u'-' + size;
}

void UiRig::save(QWidget* widget, const QString& name) const
{
    QDir().mkpath(pictureFolder());
    for (const bool dark : {false, true}) {
        Theme::instance().setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
        QTest::qWait(1);
        const QString file = u"%1/%2-%3-%4%5.png"_s.arg(pictureFolder(), languageCode(m_context->language()),
                                                        dark ? u"dark"_s : u"light"_s, name, sizeSuffix());
        QVERIFY2(widget->grab().save(file), qPrintable(file));
    }
    Theme::instance().setMode(ThemeMode::Light);
}

void UiRig::shoot(const QString& name)
{
    QTest::qWait(20);
    save(m_wizard.get(), name);
}

void UiRig::shootInBoth(const QString& name)
{
    const Language first = m_context->language();
    for (const Language language : {Language::French, Language::English}) {
        m_context->setLanguage(language);
        shoot(name);
    }
    m_context->setLanguage(first);
}

void UiRig::shootDialog(const QString& name)
{
    QTest::qWait(20);
    QVERIFY(dialog());
    save(dialog(), name);
}

void UiRig::shootBoard(const QString& name)
{
    BoardWindow board(*m_context);
    board.resize(wantedSize().isEmpty() ? QSize(1280, 720) : wantedSize());
    board.show();
    (void)QTest::qWaitForWindowExposed(&board);
    save(&board, name);
}

} // namespace bascule::ui
