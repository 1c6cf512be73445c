// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/AppContext.h"

#include <QPointer>
#include <QWizard>

#include <functional>

namespace bascule::ui {

class BoardWindow;
class Button;
class LinkButton;
class PageBase;
class StepRail;
class TextLabel;

/// Makes the page of a step.
using PageFactory = std::function<PageBase*(PageId, AppContext&, QWidget*)>;

/// The window: step rail, ten pages, Back and Next with the reason at their left. Free navigation by rail, Ctrl+1…9, 0;
/// remembers the page; closing never blocks on work.
class BasculeWizard : public QWizard
{
    Q_OBJECT
public:
    BasculeWizard(AppContext& context, const PageFactory& makePage, QWidget* parent = nullptr);
    ~BasculeWizard() override;

    /// Goes to a page at once; without a project only to Project.
    void goToPage(PageId page);
    void goTo(const Target& target);
    PageBase* pageOf(PageId page) const;
    PageBase* currentPageBase() const;
    StepRail* rail() const { return m_rail; }
    BoardWindow* boardWindow() const { return m_board; }

    int nextId() const override;

public Q_SLOTS:
    void openBoard();
    /// Esc never closes the window.
    void reject() override {}

Q_SIGNALS:
    /// A board was opened; whoever can export reports sets it up.
    void boardOpened(bascule::ui::BoardWindow* board);
    /// The window was closed for good.
    void left();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeButtons();
    void makeShortcuts();
    void retranslate();
    void pageChanged();
    void snapshotChanged();
    void sessionChanged();
    void updateRail();
    void updateWork();
    void updateNext();
    void trimMargins();
    void step(int pages);
    void moveArea(int direction);
    void showMenu();
    void updateTitle();

    AppContext& m_context;
    QList<PageBase*> m_pages;
    StepRail* m_rail;
    Button *m_back, *m_next;
    LinkButton* m_reason;
    QPointer<BoardWindow> m_board;
    bool m_walking = false;
    bool m_leaving = false;
};

} // namespace bascule::ui
