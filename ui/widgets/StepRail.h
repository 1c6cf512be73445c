// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/StateLook.h"
#include "ui/widgets/RunningWorkBar.h"

#include <QFrame>

class QListView;
class QStandardItemModel;

namespace bascule::ui {

class Button;
class IconLabel;
class TextLabel;

struct RailStep
{
    QString name = {};
    Look look = Look::NotStarted;
    int open = 0; ///< number of open items; 0 shows nothing
    bool enabled = true;
    bool operator==(const RailStep&) const = default;
};

struct RailModel
{
    QString project = {}; ///< the project's name, or "No project"
    QString servers = {}; ///< "vega → altair"
    QList<RailStep> steps = {};
    QString board = {}; ///< "Checkpoints"
    QString score = {}; ///< "1/5"
    bool operator==(const RailModel&) const = default;
};

/// The wizard's side: project, ten steps joined by a line, the board's button, running work. 240 px wide, or 56 px of
/// icons with tooltips (narrow).
class StepRail : public QFrame
{
    Q_OBJECT
public:
    explicit StepRail(QWidget* parent = nullptr);

    void setModel(const RailModel& model);
    const RailModel& model() const { return m_model; }
    void setCurrent(int step);
    int current() const;
    void setNarrow(bool narrow);
    bool isNarrow() const { return m_narrow; }
    RunningWorkBar* work() const { return m_work; }
    QListView* list() const { return m_list; }
    QWidget* header() const { return m_header; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void stepChosen(int step);
    void boardAsked();
    /// The chevron (or the header) was pressed: open the menu there.
    void menuAsked();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void rename();
    void dress();

    RailModel m_model;
    bool m_narrow = false;
    QWidget* m_header;
    QListView* m_list;
    QStandardItemModel* m_steps;
    QWidget* m_boardBox;
    QWidget* m_boardButton;
    RunningWorkBar* m_work;
};

} // namespace bascule::ui
