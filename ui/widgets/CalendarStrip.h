// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/StateLook.h"

#include <QDate>
#include <QWidget>

namespace bascule::ui {

/// A critical period: a named bar over whole days.
struct CalendarPeriod
{
    qint64 id = 0;
    QDate from = {}, to = {}; ///< both included
    QString name = {};
    bool operator==(const CalendarPeriod&) const = default;
};

/// A window (or a proposal): a box on its day with a state icon and a word beside it.
struct CalendarWindow
{
    qint64 id = 0;
    QDate day = {};
    Look look = Look::NotStarted;
    QString word = {}; ///< "chosen", "touches 2 periods", "possible"
    bool chosen = false;
    QString accessible = {}; ///< the whole in words
    bool operator==(const CalendarWindow&) const = default;
};

struct CalendarModel
{
    QDate first = {}; ///< the first day shown (a Monday looks best)
    int days = 28;
    QDate today = {};
    QList<CalendarPeriod> periods = {};
    QList<CalendarWindow> windows = {};
    QString periodsLabel = {}, windowsLabel = {}; ///< "Critical periods", "Windows"
    bool operator==(const CalendarModel&) const = default;
};

/// Days as columns, critical periods as named bars in lanes, windows as boxes. Left/Right move the current day, Home
/// and End to the ends, Enter presses it; PageUp/PageDown ask for another month. Height grows with the lanes.
class CalendarStrip : public QWidget
{
    Q_OBJECT
public:
    explicit CalendarStrip(QWidget* parent = nullptr);
    void setModel(const CalendarModel& model);
    const CalendarModel& model() const { return m_model; }
    QDate currentDay() const { return m_current; }
    void setCurrentDay(const QDate& day);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void dayClicked(const QDate& day);
    void windowClicked(qint64 id);
    void periodClicked(qint64 id);
    /// -1 or +1: a month back or on.
    void pageAsked(int direction);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Geometry;
    Geometry geometryOf() const;
    QList<int> lanes(int& count) const;
    QRect periodRect(const Geometry& geometry, int index, int lane) const;
    QRect windowRect(const Geometry& geometry, const CalendarWindow& window) const;
    void press(const QDate& day);
    void say();
    void paintHead(QPainter& painter, const Geometry& geometry) const;
    void paintPeriods(QPainter& painter, const Geometry& geometry) const;
    void paintWindows(QPainter& painter, const Geometry& geometry) const;

    CalendarModel m_model;
    QDate m_current;
};

} // namespace bascule::ui
