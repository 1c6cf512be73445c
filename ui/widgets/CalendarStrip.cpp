// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CalendarStrip.h"

#include "ui/widgets/Buttons.h"
#include "ui/widgets/FocusRing.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace bascule::ui {

struct CalendarStrip::Geometry
{
    int left;       ///< x of the first day
    double day;     ///< width of a day
    int head;       ///< y below the days' names
    int laneTop;    ///< y of the first lane
    int lane;       ///< height of a lane with its gap
    int bar;        ///< height of a bar
    int windowsTop; ///< y of the line above the windows
    int box;        ///< y of the windows' boxes
    int bottom;

    int x(int day_) const { return left + qRound(day_ * day); }
};

CalendarStrip::CalendarStrip(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    FocusRing::attach(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void CalendarStrip::setModel(const CalendarModel& model)
{
    if (model == m_model)
        return;
    m_model = model;
    if (!m_current.isValid() || m_current < model.first || m_current >= model.first.addDays(model.days)) {
        const bool todayShown = model.today >= model.first && model.today < model.first.addDays(model.days);
        m_current = todayShown ? model.today : model.first;
    }
    updateGeometry();
    update();
    say();
}

void CalendarStrip::setCurrentDay(const QDate& day)
{
    if (!day.isValid() || day == m_current)
        return;
    m_current = day;
    update();
    say();
}

CalendarStrip::Geometry CalendarStrip::geometryOf() const
{
    const Theme& theme = Theme::instance();
    const int small = QFontMetrics(theme.font(FontRole::Caption)).height();
    const int row = std::max(16, small);
    int count = 0;
    lanes(count);
    Geometry g{};
    g.left =
        std::max(122, QFontMetrics(theme.font(FontRole::CaptionBold)).horizontalAdvance(u"nov. – déc. 2026"_s) + 18);
    g.day = double(width() - g.left - 2) / std::max(1, m_model.days);
    g.head = 10 + 2 * row;
    g.bar = std::max(20, small + 2);
    g.lane = g.bar + 7;
    g.laneTop = g.head + 6;
    g.windowsTop = g.laneTop + std::max(2, count) * g.lane + 1;
    g.box = g.windowsTop + 8;
    g.bottom = g.box + g.bar + 9;
    return g;
}

QSize CalendarStrip::sizeHint() const
{
    return {700, geometryOf().bottom + 1};
}

QSize CalendarStrip::minimumSizeHint() const
{
    return {560, sizeHint().height()};
}

/// A lane for each period, so that no two overlap in one.
QList<int> CalendarStrip::lanes(int& count) const
{
    QList<int> order(m_model.periods.size());
    for (int i = 0; i < int(order.size()); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return m_model.periods[a].from < m_model.periods[b].from; });
    QList<int> lane(m_model.periods.size());
    QList<QDate> ends;
    for (const int i : std::as_const(order)) {
        int at = 0;
        while (at < int(ends.size()) && ends[at] >= m_model.periods[i].from)
            ++at;
        if (at == int(ends.size()))
            ends << QDate();
        ends[at] = m_model.periods[i].to;
        lane[i] = at;
    }
    count = int(ends.size());
    return lane;
}

QRect CalendarStrip::periodRect(const Geometry& g, int index, int lane) const
{
    const CalendarPeriod& period = m_model.periods[index];
    const int from = int(std::max<qint64>(0, m_model.first.daysTo(period.from)));
    const int to = int(std::min<qint64>(m_model.days, m_model.first.daysTo(period.to) + 1));
    if (to <= 0 || from >= m_model.days || to <= from)
        return {};
    return QRect(g.x(from) + 1, g.laneTop + lane * g.lane, g.x(to) - g.x(from) - 2, g.bar);
}

QRect CalendarStrip::windowRect(const Geometry& g, const CalendarWindow& window) const
{
    const int day = int(m_model.first.daysTo(window.day));
    if (day < 0 || day >= m_model.days)
        return {};
    const int width = std::min(25, int(g.day) - 2);
    return QRect(g.x(day) + (int(g.day) - width) / 2, g.box, width, g.bar);
}

void CalendarStrip::paintHead(QPainter& painter, const Geometry& g) const
{
    const Theme& theme = Theme::instance();
    const QLocale locale;
    const int row = (g.head - 10) / 2;
    const QDate last = m_model.first.addDays(m_model.days - 1);
    QString months = locale.standaloneMonthName(m_model.first.month(), QLocale::ShortFormat);
    if (last.month() != m_model.first.month())
        months += u" – "_s + locale.standaloneMonthName(last.month(), QLocale::ShortFormat);
    months += u' ' + QString::number(last.year());
    painter.setFont(theme.font(FontRole::CaptionBold));
    painter.setPen(theme.color(Token::Muted));
    painter.drawText(QRect(13, 0, g.left - 13, g.head), int(Qt::AlignLeft | Qt::AlignVCenter), months);
    for (int i = 0; i < m_model.days; ++i) {
        const QDate day = m_model.first.addDays(i);
        const bool today = day == m_model.today;
        const QRect cell(g.x(i), 0, g.x(i + 1) - g.x(i), g.head);
        painter.setPen(theme.color(today ? Token::Accent : Token::Muted));
        painter.setFont(theme.font(FontRole::Caption));
        QString name = locale.standaloneDayName(day.dayOfWeek(), QLocale::NarrowFormat);
        if (name.isEmpty())
            name = locale.dayName(day.dayOfWeek(), QLocale::ShortFormat).left(1);
        painter.drawText(QRect(cell.left(), 5, cell.width(), row), int(Qt::AlignCenter), name.toUpper());
        painter.setFont(theme.font(today ? FontRole::CaptionBold : FontRole::Caption));
        painter.drawText(QRect(cell.left(), 6 + row, cell.width(), row), int(Qt::AlignCenter),
                         QString::number(day.day()));
    }
}

void CalendarStrip::paintPeriods(QPainter& painter, const Geometry& g) const
{
    const Theme& theme = Theme::instance();
    int count = 0;
    const QList<int> lane = lanes(count);
    painter.setFont(theme.font(FontRole::Caption));
    for (int i = 0; i < int(m_model.periods.size()); ++i) {
        const QRect box = periodRect(g, i, lane[i]);
        if (box.isNull())
            continue;
        painter.setPen(theme.color(Token::Warn));
        painter.setBrush(theme.color(Token::WarnSoft));
        painter.drawRect(box.adjusted(0, 0, -1, -1));
        painter.setPen(theme.color(Token::Text));
        const QRect words = box.adjusted(7, 0, -3, 0);
        painter.drawText(words, int(Qt::AlignLeft | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(m_model.periods[i].name, Qt::ElideRight, words.width()));
    }
}

void CalendarStrip::paintWindows(QPainter& painter, const Geometry& g) const
{
    const Theme& theme = Theme::instance();
    const qreal ratio = devicePixelRatioF();
    for (const CalendarWindow& window : m_model.windows) {
        const QRect box = windowRect(g, window);
        if (box.isNull())
            continue;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(window.chosen ? Token::Accent : Token::Edge), window.chosen ? 2 : 1));
        painter.setBrush(theme.color(window.chosen ? Token::Sel : Token::Base));
        const qreal inset = window.chosen ? 1 : 0.5;
        painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), 2, 2);
        painter.setRenderHint(QPainter::Antialiasing, false);
        const Token token = window.chosen ? Token::Accent : tokenOf(window.look);
        painter.drawPixmap(box.center().x() - 7, box.center().y() - 7,
                           theme.pixmap(iconOf(window.look), token, 16, ratio));
        if (window.word.isEmpty())
            continue;
        painter.setFont(theme.font(window.chosen ? FontRole::CaptionBold : FontRole::Caption));
        const Token ink = window.chosen                     ? Token::Text
                          : window.look == Look::NotStarted ? Token::Muted
                                                            : tokenOf(window.look);
        painter.setPen(theme.color(ink));
        const int length = painter.fontMetrics().horizontalAdvance(window.word);
        // Words stand at the right of the box, at its left where the strip ends or the next box comes.
        int room = width() - box.right() - 10;
        for (const CalendarWindow& other : m_model.windows) {
            if (other.day > window.day)
                room = std::min(room, windowRect(g, other).left() - box.right() - 10);
        }
        const bool right = room >= length || width() - box.right() - 10 >= length;
        const bool fits = room >= length;
        if (right && fits)
            painter.drawText(QRect(box.right() + 7, box.top(), length + 2, box.height()),
                             int(Qt::AlignLeft | Qt::AlignVCenter), window.word);
        else if (!right)
            painter.drawText(QRect(box.left() - length - 12, box.top(), length + 2, box.height()),
                             int(Qt::AlignLeft | Qt::AlignVCenter), window.word);
    }
}

void CalendarStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    const Geometry g = geometryOf();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Base));
    const QLocale locale;
    const QList<Qt::DayOfWeek> workdays = locale.weekdays();
    for (int i = 0; i < m_model.days; ++i) {
        const QDate day = m_model.first.addDays(i);
        const QRect column(g.x(i), 0, g.x(i + 1) - g.x(i), g.bottom);
        if (!workdays.contains(static_cast<Qt::DayOfWeek>(day.dayOfWeek())))
            painter.fillRect(column, theme.color(Token::Window));
        if (day == m_current && hasFocus())
            painter.fillRect(column, theme.color(Token::Sel));
        if (day.day() == 1 && i > 0)
            painter.fillRect(QRect(g.x(i) - 1, 0, 1, g.bottom), theme.color(Token::Line));
    }
    painter.fillRect(QRect(0, g.head, width(), 1), theme.color(Token::Line));
    painter.fillRect(QRect(0, g.windowsTop, width(), 1), theme.color(Token::Hair));
    painter.setFont(theme.font(FontRole::Caption));
    painter.setPen(theme.color(Token::Muted));
    painter.drawText(QRect(13, g.head, g.left - 20, g.windowsTop - g.head),
                     int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap), m_model.periodsLabel);
    painter.drawText(QRect(13, g.windowsTop, g.left - 20, g.bottom - g.windowsTop),
                     int(Qt::AlignLeft | Qt::AlignVCenter), m_model.windowsLabel);
    paintHead(painter, g);
    paintPeriods(painter, g);
    paintWindows(painter, g);
    const qint64 today = m_model.first.daysTo(m_model.today);
    if (m_model.today.isValid() && today >= 0 && today < m_model.days)
        painter.fillRect(QRect(g.x(int(today)) + int(g.day) / 2, g.head, 2, g.bottom - g.head),
                         theme.color(Token::Accent));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.color(Token::Line));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CalendarStrip::press(const QDate& day)
{
    for (const CalendarWindow& window : std::as_const(m_model.windows)) {
        if (window.day == day) {
            Q_EMIT windowClicked(window.id);
            return;
        }
    }
    Q_EMIT dayClicked(day);
}

void CalendarStrip::mousePressEvent(QMouseEvent* event)
{
    const Geometry g = geometryOf();
    const QPoint at = event->position().toPoint();
    if (at.x() < g.left)
        return;
    const int day = std::clamp(int((at.x() - g.left) / g.day), 0, m_model.days - 1);
    setCurrentDay(m_model.first.addDays(day));
    int count = 0;
    const QList<int> lane = lanes(count);
    for (int i = 0; i < int(m_model.periods.size()); ++i) {
        if (periodRect(g, i, lane[i]).contains(at)) {
            Q_EMIT periodClicked(m_model.periods[i].id);
            return;
        }
    }
    press(m_current);
}

void CalendarStrip::keyPressEvent(QKeyEvent* event)
{
    const QDate last = m_model.first.addDays(m_model.days - 1);
    const auto go = [&](const QDate& day) { setCurrentDay(std::clamp(day, m_model.first, last)); };
    switch (event->key()) {
    case Qt::Key_Left:
        return go(m_current.addDays(-1));
    case Qt::Key_Right:
        return go(m_current.addDays(1));
    case Qt::Key_Up:
        return go(m_current.addDays(-7));
    case Qt::Key_Down:
        return go(m_current.addDays(7));
    case Qt::Key_Home:
        return go(m_model.first);
    case Qt::Key_End:
        return go(last);
    case Qt::Key_PageUp:
        Q_EMIT pageAsked(-1);
        return;
    case Qt::Key_PageDown:
        Q_EMIT pageAsked(1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return press(m_current);
    default:
        QWidget::keyPressEvent(event);
    }
}

/// The current day in words, for screen readers and as tooltip.
void CalendarStrip::say()
{
    QStringList words{QLocale().toString(m_current, QLocale::LongFormat)};
    if (m_current == m_model.today)
        words << tr("today");
    for (const CalendarPeriod& period : std::as_const(m_model.periods)) {
        if (period.from <= m_current && m_current <= period.to)
            words << tr("critical period: %1").arg(period.name);
    }
    for (const CalendarWindow& window : std::as_const(m_model.windows)) {
        if (window.day == m_current)
            words << (window.accessible.isEmpty() ? window.word : window.accessible);
    }
    setAccessibleName(tr("Calendar: %1").arg(words.join(u", "_s)));
    if (hasFocus()) {
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

bool CalendarStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Geometry g = geometryOf();
        int count = 0;
        const QList<int> lane = lanes(count);
        for (int i = 0; i < int(m_model.periods.size()); ++i) {
            if (periodRect(g, i, lane[i]).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), plainToolTip(m_model.periods[i].name), this);
                return true;
            }
        }
        for (const CalendarWindow& window : std::as_const(m_model.windows)) {
            const QString words = window.accessible.isEmpty() ? window.word : window.accessible;
            if (windowRect(g, window).contains(help->pos()))
                QToolTip::showText(help->globalPos(), plainToolTip(words), this);
        }
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut ||
        event->type() == QEvent::LanguageChange) {
        say();
        update();
    }
    return QWidget::event(event);
}

} // namespace bascule::ui
