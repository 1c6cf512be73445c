// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/StateLook.h"

#include <QWidget>

#include <functional>

class QTableView;

namespace bascule::ui {

class AppContext;
class BoardModel;
class Button;
class IconLabel;
class MessageLine;
class TextLabel;

/// One row of the managers' table.
struct BoardRow
{
    QString title = {}, risk = {}, impact = {}, control = {};
    Look look = Look::NotStarted;
    QString fact = {};    ///< the evidence
    QString missing = {}; ///< what is missing and who sees to it, 9 pt
    bool operator==(const BoardRow&) const = default;
};

/// All the board says.
struct BoardView
{
    Look look = Look::NotStarted;
    QString answer = {}, why = {};
    QString nextTitle = {}, next = {}, nextFact = {};
    QList<BoardRow> rows = {};
    QString foot = {};
    bool operator==(const BoardView&) const = default;
};

/// Words of the board for a snapshot. GUI thread; pure but for the language.
BoardView makeBoardView(const AppContext& context);

/// The managers' risk and checkpoint board: read only, a window of its own, also by itself (bascule --board PROJECT).
class BoardWindow : public QWidget
{
    Q_OBJECT
public:
    explicit BoardWindow(QWidget* parent = nullptr);
    /// Follows the context's snapshot and language.
    explicit BoardWindow(AppContext& context, QWidget* parent = nullptr);

    void setView(const BoardView& view);
    const BoardView& view() const { return m_view; }
    void setProjectName(const QString& name);
    /// What "Export report…" does; without it the button is not shown.
    void setExport(std::function<void()> act);
    void showMessage(Look look, const QString& title, const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void make();
    void retranslate();
    void fit();
    void copy();

    AppContext* m_context = nullptr;
    BoardView m_view;
    QString m_project;
    bool m_fitting = false;
    BoardModel* m_model;
    QTableView* m_table;
    TextLabel *m_question, *m_answer, *m_why, *m_nextTitle, *m_next, *m_nextFact, *m_foot;
    IconLabel* m_icon;
    QWidget* m_when;
    MessageLine* m_message;
    Button *m_export, *m_close;
};

} // namespace bascule::ui
