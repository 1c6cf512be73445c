// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/MapLegend.h"

#include "ui/theme/Theme.h"

#include <QPainter>

namespace bascule::ui {

namespace {

constexpr int kLine = 28, kGap = 8, kBetween = 20;

} // namespace

MapLegend::MapLegend(QWidget* parent)
    : QWidget(parent)
{
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void MapLegend::setWords(const QString& confirmed, const QString& toConfirm, const QString& dormant,
                         const QString& arrow)
{
    m_words = {confirmed, toConfirm, dormant, arrow};
    setAccessibleName(m_words.join(u", "));
    setToolTip(m_words.join(u" · "));
    updateGeometry();
    update();
}

QSize MapLegend::sizeHint() const
{
    const QFontMetrics metrics(Theme::instance().font(FontRole::Caption));
    int width = 0;
    for (const QString& word : m_words)
        width += metrics.horizontalAdvance(word) + kLine + kGap + kBetween;
    return {std::min(width, 400), metrics.height() + 8};
}

void MapLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::instance();
    painter.setFont(theme.font(FontRole::Caption));
    const QFontMetrics metrics(painter.font());
    constexpr Qt::PenStyle styles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine};
    const int middle = height() / 2;
    int x = 0;
    for (int i = 0; i < 3 && i < m_words.size(); ++i) {
        painter.setPen(QPen(theme.color(Token::Edge), i == 2 ? 2.0 : 1.4, styles[i]));
        painter.drawLine(QPointF(x, middle + 0.5), QPointF(x + kLine, middle + 0.5));
        x += kLine + kGap;
        painter.setPen(theme.color(Token::Muted));
        const int wide = metrics.horizontalAdvance(m_words[i]);
        painter.drawText(QRect(x, 0, wide + 2, height()), Qt::AlignVCenter, m_words[i]);
        x += wide + kBetween;
    }
    if (m_words.size() == 4 && x + metrics.horizontalAdvance(m_words[3]) <= width())
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignRight, m_words[3]);
}

} // namespace bascule::ui
