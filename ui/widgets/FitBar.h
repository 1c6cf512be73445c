// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

#include <optional>

namespace bascule::ui {

/// A stretch of the window. Lengths are in any one unit (seconds).
struct FitSegment
{
    enum class Kind { Measured, Margin, Rollback, Done, Expected, Missing };
    Kind kind = Kind::Margin;
    double length = 0;
    QString text = {}; ///< inside (planning) – left away where it does not fit, then it is in the tooltip
    bool operator==(const FitSegment&) const = default;
};

/// A word below the bar, at a position.
struct FitMark
{
    double at = 0;
    QString text = {};
    QString boldText = {}; ///< behind text, bold ("last moment to go back **06:22**")
    bool bold = false;
    bool line = false; ///< a mark over the bar (now; last moment to roll back)
    Token tone = Token::Muted;
    enum class Side { Auto, Left, Centre, Right } side = Side::Auto; ///< where the words stand against the mark
    bool operator==(const FitMark&) const = default;
};

struct FitModel
{
    QString title = {}; ///< bold, above; empty: none (cutover)
    bool thin = false;  ///< 16 px (cutover) instead of 28 px with words inside (planning)
    QList<FitSegment> segments = {};
    QList<FitMark> marks = {};
    QString accessible = {}; ///< all of it in one sentence
    bool operator==(const FitModel&) const = default;
};

/// What must fit in the window, drawn to scale: measured cutover accent, margin empty, rollback warn; on the cutover
/// page done solid, expected sel, "now" a dark mark.
class FitBar : public QWidget
{
    Q_OBJECT
public:
    explicit FitBar(QWidget* parent = nullptr);
    void setModel(const FitModel& model);
    const FitModel& model() const { return m_model; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    int barTop() const;
    int barHeight() const;
    double total() const;
    QList<int> segmentWidths(double scale) const;
    void paintMarks(QPainter& painter, double scale) const;

    FitModel m_model;
};

} // namespace bascule::ui
