// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QDateTime>
#include <QPointF>
#include <QWidget>

#include <optional>

class QChartView;
class QStackedWidget;
class QTableWidget;

namespace bascule::ui {

class LinkButton;
class TextLabel;

struct ChartPoint
{
    QDateTime at = {};
    double value = 0;
    bool operator==(const ChartPoint&) const = default;
};

/// One measure before and after the cutover.
struct ChartModel
{
    QString title = {};                                        ///< what is measured
    QString verdict = {};                                      ///< in words: "Pages open in 0.21 s, 0.24 s before"
    QString unit = {};                                         ///< at the axis: "ms"
    QString beforeName = {}, afterName = {}, cutoverName = {}; ///< written at the lines' ends
    QList<ChartPoint> before = {}, after = {};
    double p5 = 0, p95 = 0; ///< band of the baseline; none when both are 0
    QDateTime cutover = {}; ///< invalid: no line
    bool operator==(const ChartModel&) const = default;
};

/// QtCharts without animation, markers or legend; y from 0. A table with the same points is one press away.
class BeforeAfterChart : public QWidget
{
    Q_OBJECT
public:
    explicit BeforeAfterChart(QWidget* parent = nullptr);
    void setModel(const ChartModel& model);
    const ChartModel& model() const { return m_model; }

    QSize sizeHint() const override { return {320, 200}; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void placeNames();
    void fillTable();
    void retranslate();

    ChartModel m_model;
    TextLabel *m_title, *m_verdict;
    QChartView* m_view;
    TextLabel *m_before, *m_after, *m_cutover;
    QStackedWidget* m_stack;
    QTableWidget* m_table;
    LinkButton* m_switch;
};

} // namespace bascule::ui
