// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/BasculeWizard.h"

#include "ui/board/BoardWindow.h"
#include "ui/wizard/PageBase.h"
#include "ui/wizard/RailText.h"
#include "ui/wizard/SpeedMenu.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLayout>
#include <QListView>
#include <QMenu>
#include <QScrollArea>
#include <QSettings>
#include <QShortcut>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace bascule::ui {

BasculeWizard::BasculeWizard(AppContext& context, const PageFactory& makePage, QWidget* parent)
    : QWizard(parent)
    , m_context(context)
    , m_rail(new StepRail)
    , m_back(new Button)
    , m_next(new Button)
    , m_reason(new LinkButton)
{
    setWizardStyle(QWizard::ModernStyle);
    setOptions(QWizard::ExtendedWatermarkPixmap | QWizard::IndependentPages | QWizard::NoDefaultButton |
               QWizard::NoCancelButton | QWizard::HaveCustomButton1 | QWizard::NoBackButtonOnStartPage);
    setOption(QWizard::NoBackButtonOnStartPage, false);
    // A window like any other, that can be made large or small.
    setWindowFlags(Qt::Window | Qt::WindowTitleHint | Qt::WindowSystemMenuHint | Qt::WindowMinMaxButtonsHint |
                   Qt::WindowCloseButtonHint);
    setSideWidget(m_rail);
    makeButtons();
    for (int i = 0; i <= static_cast<int>(PageId::Monitoring); ++i) {
        PageBase* page = makePage(static_cast<PageId>(i), context, nullptr);
        m_pages << page;
        setPage(i, page);
    }
    makeShortcuts();
    connect(m_rail, &StepRail::stepChosen, this, [this](int page) { goToPage(static_cast<PageId>(page)); });
    connect(m_rail, &StepRail::boardAsked, &m_context, &AppContext::openBoard);
    connect(m_rail, &StepRail::menuAsked, this, &BasculeWizard::showMenu);
    connect(m_rail->work(), &RunningWorkBar::cancelAsked, this, [this](qint64 id) {
        if (m_context.session())
            m_context.session()->runner().cancel(id);
        updateWork();
    });
    connect(m_rail->work(), &RunningWorkBar::speedAsked, this, [this](const QPoint& at) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillSpeedMenu(menu, m_context, this);
        menu->popup(at);
    });
    connect(this, &QWizard::currentIdChanged, this, &BasculeWizard::pageChanged);
    for (PageBase* page : std::as_const(m_pages))
        connect(page, &QWizardPage::completeChanged, this, &BasculeWizard::updateNext);
    connect(&m_context, &AppContext::snapshotChanged, this, &BasculeWizard::snapshotChanged);
    connect(&m_context, &AppContext::sessionChanged, this, &BasculeWizard::sessionChanged);
    connect(&m_context, &AppContext::languageChanged, this, &BasculeWizard::retranslate);
    connect(&m_context, &AppContext::navigationAsked, this, &BasculeWizard::goTo);
    connect(&m_context, &AppContext::boardAsked, this, &BasculeWizard::openBoard);
    connect(&m_context, &AppContext::jobsChanged, this, [this] {
        updateWork();
        if (PageBase* page = currentPageBase())
            page->jobsMoved();
    });
    connect(&m_context, &AppContext::errorRaised, this, [this](const Error& error) {
        if (PageBase* page = currentPageBase())
            page->showError(error);
    });
    connect(&m_context, &AppContext::opening, this, [this] {
        if (PageBase* page = currentPageBase())
            page->message()->clear();
    });
    resize(1280, 720);
    restart();
    retranslate();
    trimMargins();
}

BasculeWizard::~BasculeWizard() = default;

void BasculeWizard::makeButtons()
{
    setButton(QWizard::BackButton, m_back);
    setButton(QWizard::NextButton, m_next);
    setButton(QWizard::CustomButton1, m_reason);
    setButtonLayout({QWizard::CustomButton1, QWizard::Stretch, QWizard::BackButton, QWizard::NextButton});
    m_reason->setCaption(true);
    connect(m_reason, &QPushButton::clicked, this, [this] {
        const PageBase* page = currentPageBase();
        const NextReason reason = page ? page->nextReason() : NextReason();
        if (reason.go)
            reason.go();
    });
}

void BasculeWizard::makeShortcuts()
{
    const auto on = [this](const QKeySequence& keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    for (int i = 0; i <= static_cast<int>(PageId::Monitoring); ++i)
        on(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + (i + 1) % 10)), [this, i] { goToPage(static_cast<PageId>(i)); });
    on(QKeySequence(Qt::Key_F6), [this] { moveArea(1); });
    on(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { moveArea(-1); });
    on(QKeySequence(Qt::CTRL | Qt::Key_B), [this] { openBoard(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        const PageBase* page = currentPageBase();
        if (page && page->searchField()) {
            page->searchField()->setFocus(Qt::ShortcutFocusReason);
            page->searchField()->selectAll();
        }
    });
}

PageBase* BasculeWizard::pageOf(PageId page) const
{
    return m_pages.value(static_cast<int>(page));
}

PageBase* BasculeWizard::currentPageBase() const
{
    return m_pages.value(currentId());
}

int BasculeWizard::nextId() const
{
    return currentId() < static_cast<int>(PageId::Monitoring) ? currentId() + 1 : -1;
}

/// QWizard keeps a history that setCurrentId() leaves wrong: walking page by page keeps Back going to the step before.
void BasculeWizard::step(int pages)
{
    setUpdatesEnabled(false);
    m_walking = true;
    for (; pages > 0; --pages)
        next();
    for (; pages < 0; ++pages)
        back();
    m_walking = false;
    setUpdatesEnabled(true);
    pageChanged();
}

void BasculeWizard::goToPage(PageId page)
{
    const int to = m_context.hasProject() ? static_cast<int>(page) : 0;
    if (currentId() < 0)
        restart();
    if (to != currentId())
        step(to - currentId());
}

void BasculeWizard::goTo(const Target& target)
{
    goToPage(target.page);
    if (isMinimized())
        showNormal();
    activateWindow();
    PageBase* page = currentPageBase();
    if (page && page->pageId() == target.page && (!target.kind.isEmpty() || target.id != 0))
        page->focusItem(target.kind, target.id);
}

void BasculeWizard::pageChanged()
{
    if (m_walking || !currentPageBase())
        return;
    PageBase* page = currentPageBase();
    m_rail->setCurrent(currentId());
    trimMargins();
    page->refreshNow();
    updateNext();
    updateTitle();
    const Snapshot& snapshot = *m_context.snapshot();
    const QString name = enumName(page->pageId());
    if (m_context.hasProject() && !snapshot.readOnly && snapshot.project.lastPage != name) {
        m_context.write([name](StoreTx& tx) -> Result<void> {
            auto project = tx.get<Project>(1);
            if (!project)
                return project.error();
            project->lastPage = name;
            return tx.update(*project);
        });
    }
}

void BasculeWizard::snapshotChanged()
{
    updateRail();
    if (PageBase* page = currentPageBase())
        page->refreshNow();
    updateNext();
    updateTitle();
}

/// A project opens where it was left.
void BasculeWizard::sessionChanged()
{
    for (PageBase* page : std::as_const(m_pages))
        page->message()->clear();
    updateRail();
    updateWork();
    PageId page = PageId::Project;
    if (m_context.hasProject())
        enumFrom(m_context.snapshot()->project.lastPage, page);
    goToPage(page);
}

void BasculeWizard::updateRail()
{
    m_rail->setModel(makeRail(m_context));
}

void BasculeWizard::updateWork()
{
    WorkView view = makeWorkView(m_context);
    if (m_leaving) {
        while (view.lines.size() > 2)
            view.lines.removeLast();
        view.lines << tr("Stopping; it goes on at the next start");
        if (!view.running) {
            close();
            return;
        }
    }
    m_rail->work()->setView(view);
}

void BasculeWizard::updateNext()
{
    const PageBase* page = currentPageBase();
    if (!page || m_walking)
        return;
    const NextReason reason = m_context.hasProject()
                                  ? page->nextReason()
                                  : NextReason{false, tr("Make or open a project to go on."), page->nextReason().go};
    const bool last = nextId() < 0;
    m_next->setVisible(!last);
    m_next->setEnabled(!last && reason.allowed);
    m_next->setToolTip(reason.allowed ? QString() : plainToolTip(reason.words));
    m_next->setAccessibleDescription(reason.allowed ? QString() : reason.words);
    m_reason->setText(reason.words);
    m_reason->setVisible(!reason.words.isEmpty());
    m_reason->setPlain(reason.allowed || !reason.go);
    m_reason->updateGeometry();
    // One filled button at a time: Next is it once nothing on the page is to be done first.
    const StripState* strip = page->strip() && m_context.hasProject() ? &page->strip()->state() : nullptr;
    const bool passed = !strip || strip->look == Look::Passed || strip->look == Look::Waived;
    m_next->setRole(reason.allowed && passed && !page->hasPrimary() ? ButtonRole::Primary : ButtonRole::Plain);
}

void BasculeWizard::updateTitle()
{
    const QString name = m_context.hasProject() ? m_context.snapshot()->project.name : QString();
    const QString title = name.isEmpty() ? tr("Bascule") : tr("%1 – Bascule").arg(name);
    setWindowTitle(m_context.readOnly() ? tr("%1 (read only)").arg(title) : title);
    if (m_board)
        m_board->setProjectName(name);
}

void BasculeWizard::retranslate()
{
    setButtonText(QWizard::BackButton, tr("< &Back"));
    setButtonText(QWizard::NextButton, tr("&Next >"));
    m_next->setAccessibleName(tr("Next step"));
    m_back->setAccessibleName(tr("Previous step"));
    m_reason->setAccessibleName({});
    for (PageBase* page : std::as_const(m_pages))
        page->retranslate();
    updateRail();
    updateWork();
    if (PageBase* page = currentPageBase())
        page->refreshNow();
    updateNext();
    updateTitle();
}

/// The rail at full height and the page without QWizard's margins. Its layouts are made anew now and then, so this is
/// done after every page change; it changes nothing that is as it should be.
void BasculeWizard::trimMargins()
{
    QWidget* side = m_rail->parentWidget();
    if (!side || !side->layout() || !side->parentWidget())
        return;
    side->layout()->setContentsMargins(0, 0, 0, 0);
    if (currentPage() && currentPage()->parentWidget() && currentPage()->parentWidget()->layout())
        currentPage()->parentWidget()->layout()->setContentsMargins(0, 0, 0, 0);
    QLayout* grid = side->parentWidget()->layout();
    for (int i = 0; grid && i < grid->count(); ++i) {
        QLayout* row = grid->itemAt(i)->layout();
        if (row && row->indexOf(m_next) >= 0) {
            row->setContentsMargins(22, 10, 24, 10);
            row->setSpacing(8);
        }
        QWidget* widget = grid->itemAt(i)->widget();
        if (widget && qstrcmp(widget->metaObject()->className(), "QWidget") == 0)
            widget->setFixedHeight(
                0); // the Modern style's header and its line above the buttons: the strip has its own
    }
}

void BasculeWizard::moveArea(int direction)
{
    const PageBase* page = currentPageBase();
    if (!page)
        return;
    QList<QWidget*> areas{m_rail->list()};
    areas << page->areas() << m_next->parentWidget();
    QWidget* focus = focusWidget();
    int at = 0;
    for (int i = 0; i < int(areas.size()); ++i) {
        const bool buttons = areas[i] == m_next->parentWidget();
        if (!focus)
            break;
        if (buttons ? focus == m_next || focus == m_back || focus == m_reason
                    : areas[i] == focus || areas[i]->isAncestorOf(focus) || (i == 0 && m_rail->isAncestorOf(focus)))
            at = i;
    }
    // The next area that has something to focus.
    for (int tries = 0; tries < int(areas.size()); ++tries) {
        at = (at + direction + int(areas.size())) % int(areas.size());
        QWidget* area = areas[at];
        if (area == m_next->parentWidget()) {
            (m_next->isEnabled() && m_next->isVisible() ? m_next : m_back)->setFocus(Qt::TabFocusReason);
            return;
        }
        QList<QWidget*> inside = area->findChildren<QWidget*>();
        inside.prepend(area);
        for (QWidget* each : std::as_const(inside)) {
            if (each->isVisible() && each->isEnabled() && (each->focusPolicy() & Qt::TabFocus)) {
                each->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
}

void BasculeWizard::showMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this](QMenu* to, const QString& text, auto act) {
        QAction* action = to->addAction(text);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    // The open project stays until there is another one: cancelling the dialog loses nothing.
    add(menu, tr("&New project…"), [this] { m_context.goTo(PageId::Project, u"new-project"_s); });
    add(menu, tr("&Open a project…"), [this] { m_context.goTo(PageId::Project, u"open-project"_s); });
    add(menu, tr("&Close the project"), [this] { m_context.closeProject(); })->setEnabled(m_context.hasProject());
    menu->addSeparator();
    QMenu* speed = menu->addMenu(tr("&Speed of transfers"));
    speed->setEnabled(m_context.hasProject() && !m_context.readOnly());
    fillSpeedMenu(speed, m_context, this);
    QMenu* languages = menu->addMenu(tr("&Language"));
    for (const Language language : {Language::French, Language::English}) {
        QAction* action = add(languages, language == Language::French ? u"Français"_s : u"English"_s, [this, language] {
            QSettings().setValue(u"language"_s, language == Language::French ? u"fr"_s : u"en"_s);
            m_context.setLanguage(language);
        });
        action->setCheckable(true);
        action->setChecked(m_context.language() == language);
    }
    QMenu* themes = menu->addMenu(tr("&Theme"));
    const QList<std::pair<ThemeMode, QString>> modes{
        {ThemeMode::Auto, tr("As the system")}, {ThemeMode::Light, tr("Light")}, {ThemeMode::Dark, tr("Dark")}};
    for (const auto& [mode, name] : modes) {
        QAction* action = add(themes, name, [mode = mode] {
            QSettings().setValue(u"theme"_s, int(mode));
            Theme::instance().setMode(mode);
        });
        action->setCheckable(true);
        action->setChecked(Theme::instance().mode() == mode);
    }
    menu->addSeparator();
    add(menu, tr("&Quit"), [this] { close(); });
    menu->popup(m_rail->header()->mapToGlobal(QPoint(16, m_rail->header()->height() - 4)));
}

void BasculeWizard::openBoard()
{
    if (!m_context.hasProject())
        return;
    if (!m_board) {
        m_board = new BoardWindow(m_context);
        m_board->setAttribute(Qt::WA_DeleteOnClose);
        m_board->setProjectName(m_context.snapshot()->project.name);
        Q_EMIT boardOpened(m_board);
    }
    m_board->show();
    m_board->raise();
    m_board->activateWindow();
}

/// Nothing is asked and nothing is lost: running work stops first (within two seconds) and goes on at the next start.
void BasculeWizard::closeEvent(QCloseEvent* event)
{
    Session* session = m_context.session();
    if (session && !session->runner().idle() && !m_leaving) {
        m_leaving = true;
        session->runner().cancelAll();
        updateWork();
        QTimer::singleShot(3000, this, [this] { close(); });
        event->ignore();
        return;
    }
    if (m_board)
        m_board->close();
    event->accept();
    Q_EMIT left();
}

void BasculeWizard::changeEvent(QEvent* event)
{
    QWizard::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange)
        QTimer::singleShot(0, this, &BasculeWizard::trimMargins);
}

void BasculeWizard::resizeEvent(QResizeEvent* event)
{
    QWizard::resizeEvent(event);
    m_rail->setNarrow(width() < 1100);
}

void BasculeWizard::showEvent(QShowEvent* event)
{
    QWizard::showEvent(event);
    trimMargins();
    pageChanged();
    m_rail->list()->setFocus(Qt::OtherFocusReason);
}

/// Enter belongs to lists and fields, Esc to dialogs: neither leaves the window.
void BasculeWizard::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
        event->ignore();
        return;
    }
    QWizard::keyPressEvent(event);
}

} // namespace bascule::ui
