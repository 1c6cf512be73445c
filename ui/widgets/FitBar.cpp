// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FitBar.h"

#include "ui/widgets/Buttons.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace bascule::ui {

namespace {

struct Paint
{
    Token fill, edge, ink;
};

Paint paintOf(FitSegment::Kind kind)
{
    switch (kind) {
    case FitSegment::Kind::Measured:
    case FitSegment::Kind::Done:
        return {Token::Accent, Token::Accent, Token::On};
    case FitSegment::Kind::Margin:
        return {Token::Base, Token::Edge, Token::Muted};
    case FitSegment::Kind::Rollback:
        return {Token::WarnSoft, Token::Warn, Token::Text};
    case FitSegment::Kind::Expected:
        return {Token::Sel, Token::Accent, Token::Text};
    case FitSegment::Kind::Missing:
        return {Token::BadSoft, Token::Bad, Token::Bad};
    }
    return {Token::Base, Token::Edge, Token::Muted};
}

} // namespace

FitBar::FitBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void FitBar::setModel(const FitModel& model)
{
    if (model == m_model)
        return;
    m_model = model;
    setAccessibleName(model.accessible);
    updateGeometry();
    update();
}

int FitBar::barTop() const
{
    const int title = std::max(20, QFontMetrics(Theme::instance().font(FontRole::BodyBold)).height());
    return m_model.thin ? 4 : (m_model.title.isEmpty() ? 0 : title + 6);
}

int FitBar::barHeight() const
{
    return m_model.thin ? 16 : Theme::instance().rowHeight(28);
}

QSize FitBar::sizeHint() const
{
    const int words = std::max(16, QFontMetrics(Theme::instance().font(FontRole::Caption)).height());
    return {480, barTop() + barHeight() + (m_model.thin ? 6 : 8) + words};
}

QSize FitBar::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

double FitBar::total() const
{
    double sum = 0;
    for (const FitSegment& segment : m_model.segments)
        sum += std::max(0.0, segment.length);
    return sum;
}

/// To scale, but what lasts at all is seen: a few pixels at least, taken from the longest.
QList<int> FitBar::segmentWidths(double scale) const
{
    constexpr int least = 4;
    QList<int> widths;
    double at = 0;
    int lent = 0;
    for (const FitSegment& segment : m_model.segments) {
        const int left = qRound(at * scale);
        at += std::max(0.0, segment.length);
        const int width = qRound(at * scale) - left;
        const int shown = segment.length > 0 ? std::max(width, least) : width;
        lent += shown - width;
        widths << shown;
    }
    const auto longest = std::max_element(widths.begin(), widths.end());
    if (longest != widths.end())
        *longest = std::max(least, *longest - lent);
    return widths;
}

void FitBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setFont(theme.font(FontRole::BodyBold));
    painter.setPen(theme.color(Token::Text));
    if (!m_model.title.isEmpty()) {
        const QString title = painter.fontMetrics().elidedText(m_model.title, Qt::ElideRight, width());
        painter.drawText(QRect(0, 0, width(), barTop() - 6), int(Qt::AlignLeft | Qt::AlignVCenter), title);
    }
    const double sum = total();
    if (sum <= 0)
        return;
    const double scale = width() / sum;
    painter.setFont(theme.font(FontRole::Caption));
    const QList<int> widths = segmentWidths(scale);
    int left = 0;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        const FitSegment& segment = m_model.segments[i];
        const QRect box(left, barTop(), widths[i], barHeight());
        left += widths[i];
        if (box.width() < 1)
            continue;
        const Paint paint = paintOf(segment.kind);
        painter.setPen(theme.color(paint.edge));
        painter.setBrush(theme.color(paint.fill));
        painter.drawRect(box.adjusted(0, 0, -1, -1));
        if (m_model.thin || segment.text.isEmpty())
            continue;
        const QRect words = box.adjusted(9, 0, -6, 0);
        if (words.width() < 24)
            continue;
        painter.setPen(theme.color(paint.ink));
        const QString shown = painter.fontMetrics().elidedText(segment.text, Qt::ElideRight, words.width());
        painter.drawText(words, int(Qt::AlignLeft | Qt::AlignVCenter), shown);
    }
    paintMarks(painter, scale);
}

void FitBar::paintMarks(QPainter& painter, double scale) const
{
    const Theme& theme = Theme::instance();
    const int bottom = barTop() + barHeight();
    const int words = bottom + (m_model.thin ? 6 : 8);
    const QFont caption = theme.font(FontRole::Caption);
    const QFont bold = theme.font(FontRole::CaptionBold);
    QList<QRect> taken;
    // Bold marks first: where two overlap, the more important one stays.
    QList<FitMark> marks = m_model.marks;
    std::stable_sort(marks.begin(), marks.end(), [](const FitMark& a, const FitMark& b) {
        return (a.bold || !a.boldText.isEmpty()) > (b.bold || !b.boldText.isEmpty());
    });
    for (const FitMark& mark : std::as_const(marks)) {
        const int x = std::clamp(qRound(mark.at * scale), 0, width() - 1);
        if (mark.line)
            painter.fillRect(QRect(std::clamp(x - 1, 0, width() - 2), barTop() - 4, 2, barHeight() + 8),
                             theme.color(mark.tone == Token::Muted ? Token::Text : mark.tone));
        else if (!m_model.thin)
            painter.fillRect(QRect(x, bottom, 1, 6), theme.color(Token::Edge));
        const QFontMetrics plain(mark.bold ? bold : caption);
        const int first = plain.horizontalAdvance(mark.text);
        const int gap = mark.boldText.isEmpty() || mark.text.isEmpty() ? 0 : 7;
        const int second = mark.boldText.isEmpty() ? 0 : QFontMetrics(bold).horizontalAdvance(mark.boldText);
        const int length = first + gap + second;
        int left = x;
        if (mark.side == FitMark::Side::Left)
            left = x - length;
        else if (mark.side == FitMark::Side::Centre)
            left = x - length / 2;
        else if (!mark.boldText.isEmpty() && mark.side == FitMark::Side::Auto)
            left = x - first - gap; // the bold time begins at the mark
        left = std::clamp(left, 0, std::max(0, width() - length));
        const QRect place(left, words, length, std::max(16, plain.height()));
        const bool clash = std::any_of(taken.cbegin(), taken.cend(), [&](const QRect& other) {
            return other.adjusted(-6, 0, 6, 0).intersects(place);
        });
        if (clash)
            continue;
        taken << place;
        painter.setFont(mark.bold ? bold : caption);
        const bool strong = mark.bold || !mark.boldText.isEmpty();
        painter.setPen(theme.color(strong && mark.tone == Token::Muted ? Token::Text : mark.tone));
        painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter), mark.text);
        if (second > 0) {
            painter.setFont(bold);
            painter.drawText(place.adjusted(first + gap, 0, 2, 0), int(Qt::AlignLeft | Qt::AlignVCenter),
                             mark.boldText);
        }
    }
}

bool FitBar::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        QStringList all;
        for (const FitSegment& segment : m_model.segments) {
            if (!segment.text.isEmpty())
                all << segment.text;
        }
        for (const FitMark& mark : m_model.marks)
            all << (mark.text + u' ' + mark.boldText).simplified();
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plainToolTip(all.join(u'\n')), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace bascule::ui
