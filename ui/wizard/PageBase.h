// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Buttons.h"
#include "ui/widgets/CheckpointStrip.h"
#include "ui/widgets/DetailsPanel.h"
#include "ui/widgets/ListPanel.h"
#include "ui/widgets/MessageLine.h"
#include "ui/wizard/AppContext.h"

#include <QWizardPage>

#include <functional>
#include <optional>

class QSplitter;
class QVBoxLayout;

namespace bascule::ui {

class ActionRow;

/// Whether Next is free, and the words at its left. When it is held back the words are a link that calls `go`, which
/// leads to the missing input.
struct NextReason
{
    bool allowed = true;
    QString words;
    std::function<void()> go;
};

/// A page's anatomy: title, sentence, action row, work area, checkpoint strip.
///
/// A page makes its widgets in the constructor, gives all their words in retranslate() (which it calls first through
/// the base: PageBase::retranslate()), and fills them in refresh(), which is called on the GUI thread once the page is
/// made, whenever the snapshot changed while the page is in front, when it comes to the front, and after retranslate().
/// Words come from tr() and context().text(). Constructor of every page: `XPage(AppContext&, QWidget* parent =
/// nullptr)`.
class PageBase : public QWizardPage
{
    Q_OBJECT
public:
    PageBase(AppContext& context, PageId id, QWidget* parent = nullptr);

    PageId pageId() const { return m_id; }
    AppContext& context() const { return m_context; }

    /// Sets every word of the page: setHeadings(), buttons' texts, column titles, accessible names.
    virtual void retranslate();
    /// Shows the project as it is. With no project open the snapshot is empty.
    virtual void refresh(const Snapshot& snapshot);
    /// Jobs moved (ten times a second while any runs, only while the page is in front).
    virtual void jobsMoved() {}
    virtual NextReason nextReason() const { return {}; }
    /// Brings into sight what a link led to ("asset" 12) or begins an action ("validate-map"). An unknown kind is
    /// ignored.
    virtual void focusItem(const QString& kind, Id id);

    /// retranslate() and refresh(), then tells the wizard about Next. The wizard calls it; pages seldom need to.
    void refreshNow();
    void showError(const Error& error);
    MessageLine* message() const { return m_message; }
    CheckpointStrip* strip() const { return m_strip; }
    /// True when the page has a filled button of its own now; else Next is the filled one once the checkpoint passed.
    bool hasPrimary() const;
    bool isComplete() const override { return nextReason().allowed; }
    int nextId() const override;

    /// Widgets of the F6 round that belong to this page, in order: actions, list, details, strip.
    QList<QWidget*> areas() const;
    /// The page's search field for Ctrl+F, or null.
    QLineEdit* searchField() const { return m_search; }

protected:
    /// Title (15 pt) and the sentence why this step matters.
    void setHeadings(const QString& title, const QString& sentence);
    /// A button of the action row, left, in the order they are done. Set its text in retranslate().
    Button* addButton(const QString& icon = {}, ButtonRole role = ButtonRole::Plain);
    /// Something at the action row's right end (filter combo box, search field).
    void addRight(QWidget* widget);
    /// The dangerous act, alone at the far right.
    Button* addDanger(const QString& icon = {});
    /// The whole work area.
    void setWork(QWidget* work);
    /// List at the left (672 px), details at the right (304 px, 400 at most), in a splitter that turns vertical below
    /// 900 px. Details' links go through AppContext::goTo by themselves.
    void setListAndDetails(QWidget* list, DetailsPanel* details);
    /// The same with something above both (calendar, figures), full width.
    void setListAndDetails(QWidget* above, QWidget* list, QWidget* details);

    /// Shows a checkpoint at the foot and keeps it up to date by itself. With `onlyThisPage`, only the missing items
    /// that are settled on this page are listed.
    void useCheckpoint(Step step, bool onlyThisPage = false);
    /// A strip of the page's own (cutover); call it in refresh().
    void setStrip(const StripState& state);

    /// The one filled button: what should be done now. Null: none (Next is filled once the checkpoint has passed).
    void setPrimary(Button* button);
    /// Re-asks nextReason() (also done after every refresh()).
    void updateNext() { Q_EMIT completeChanged(); }
    const text::Phrasebook& words() const { return m_context.text(); }

    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void updateStrip(const Snapshot& snapshot);
    void makeStrip();
    void placeWork(QWidget* work);
    void fitToSize();

    AppContext& m_context;
    PageId m_id;
    TextLabel *m_title, *m_sentence;
    MessageLine* m_message;
    QWidget* m_head;
    QWidget* m_actionRow;
    ActionRow* m_actions;
    QVBoxLayout* m_body;
    QWidget* m_work = nullptr;
    QWidget *m_listArea = nullptr, *m_detailsArea = nullptr;
    QSplitter* m_splitter = nullptr;
    CheckpointStrip* m_strip = nullptr;
    std::optional<Step> m_step;
    bool m_onlyThisPage = false;
    bool m_narrow = false;
    QList<Button*> m_buttons;
    Button* m_primary = nullptr;
    QLineEdit* m_search = nullptr;
};

} // namespace bascule::ui
