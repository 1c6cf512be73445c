// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/HouseStyle.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

/// The frame of a field: 1 px edge, 2 px accent with the focus, radius 4.
void drawField(QPainter* painter, const QRect& rect, QStyle::State state)
{
    const Theme& theme = Theme::instance();
    const bool enabled = state.testFlag(QStyle::State_Enabled);
    const bool focus = state.testFlag(QStyle::State_HasFocus) && enabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(theme.color(enabled ? Token::Base : Token::Window));
    painter->setPen(QPen(theme.color(focus ? Token::Accent : enabled ? Token::Edge : Token::Line), focus ? 2 : 1));
    const qreal inset = focus ? 1.0 : 0.5;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 4, 4);
    painter->restore();
}

} // namespace

HouseStyle::HouseStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

void HouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                    const QWidget* widget) const
{
    const Theme& theme = Theme::instance();
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (control == CC_ComboBox && combo && combo->frame) {
        drawField(painter, combo->rect, combo->state);
        const bool enabled = combo->state.testFlag(State_Enabled);
        const qreal ratio = painter->device()->devicePixelRatioF();
        const QPixmap arrow = theme.pixmap(u"down"_s, enabled ? Token::Muted : Token::Off, 16, ratio);
        const bool left = combo->direction == Qt::RightToLeft;
        painter->drawPixmap(left ? combo->rect.left() + 10 : combo->rect.right() - 25, combo->rect.center().y() - 7,
                            arrow);
        return;
    }
    if (control == CC_ScrollBar) {
        drawScrollBar(option, painter, widget);
        return;
    }
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (control == CC_SpinBox && spin && spin->frame) {
        drawField(painter, spin->rect, spin->state);
        const qreal ratio = painter->device()->devicePixelRatioF();
        const auto arrow = [&](SubControl part, bool up, bool can) {
            const QRect place = subControlRect(CC_SpinBox, option, part, widget);
            QPixmap picture = theme.pixmap(u"down"_s, can ? Token::Muted : Token::Off, 12, ratio);
            if (up) {
                picture = picture.transformed(QTransform().scale(1, -1));
                picture.setDevicePixelRatio(ratio);
            }
            painter->drawPixmap(place.center().x() - 5, place.center().y() - 5, picture);
        };
        if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            arrow(SC_SpinBoxUp, true, spin->stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled));
            arrow(SC_SpinBoxDown, false, spin->stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled));
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void HouseStyle::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const Theme& theme = Theme::instance();
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar)
        return;
    const bool upright = bar->orientation == Qt::Vertical;
    painter->fillRect(bar->rect, theme.color(Token::Window));
    painter->fillRect(upright ? QRect(bar->rect.left(), bar->rect.top(), 1, bar->rect.height())
                              : QRect(bar->rect.left(), bar->rect.top(), bar->rect.width(), 1),
                      theme.color(Token::Hair));
    if (bar->minimum == bar->maximum)
        return;
    QColor grip = theme.color(Token::Edge);
    if (!bar->state.testFlag(State_MouseOver) && !bar->state.testFlag(State_Sunken))
        grip.setAlphaF(0.65F);
    const QRect slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(grip);
    painter->drawRoundedRect(upright ? slider.adjusted(4, 3, -3, -3) : slider.adjusted(3, 4, -3, -3), 3, 3);
    painter->restore();
}

void HouseStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const
{
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (element == CE_ComboBoxLabel && combo && !combo->editable) {
        // Fusion shifts the text when pressed and does not elide: the house's fields stand still.
        const bool enabled = combo->state.testFlag(State_Enabled);
        const bool placeholder =
            combo->palette.color(QPalette::ButtonText) == combo->palette.color(QPalette::PlaceholderText);
        const QRect place = combo->rect.adjusted(10, 0, -28, 0);
        painter->setPen(Theme::instance().color(!enabled ? Token::Off : placeholder ? Token::Muted : Token::Text));
        const QString text = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, place.width());
        painter->drawText(visualRect(combo->direction, combo->rect, place),
                          int(visualAlignment(combo->direction, Qt::AlignLeft | Qt::AlignVCenter)), text);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    const Theme& theme = Theme::instance();
    if (element == PE_FrameFocusRect) {
        if (qobject_cast<const QPushButton*>(widget))
            return; // the stylesheet draws theirs
        painter->save();
        painter->setPen(QPen(theme.color(Token::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(1, 1, -1, -1));
        painter->restore();
        return;
    }
    if (element == PE_IndicatorHeaderArrow) {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (!header || header->sortIndicator == QStyleOptionHeader::None)
            return;
        // Ascending points up, as people read it.
        const qreal up = header->sortIndicator == QStyleOptionHeader::SortDown ? 1 : -1;
        const QPointF middle = QRectF(option->rect).center();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(Token::Muted));
        painter->drawPolygon(QPolygonF(
            {middle + QPointF(0, -2.5 * up), middle + QPointF(3.5, 2.5 * up), middle + QPointF(-3.5, 2.5 * up)}));
        painter->restore();
        return;
    }
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck) {
        const bool enabled = option->state.testFlag(State_Enabled);
        const bool on = option->state.testFlag(State_On);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const Token edge = !enabled ? Token::Line : on ? Token::Accent : Token::Edge;
        painter->setPen(QPen(theme.color(edge), 1));
        painter->setBrush(theme.color(!enabled ? Token::Window : on ? Token::Accent : Token::Base));
        const QPoint middle = option->rect.center();
        painter->drawRoundedRect(QRectF(middle.x() - 7.5, middle.y() - 7.5, 15, 15), 2, 2);
        const qreal ratio = painter->device()->devicePixelRatioF();
        if (on)
            painter->drawPixmap(middle - QPoint(7, 7),
                                theme.pixmap(u"check"_s, enabled ? Token::On : Token::Off, 15, ratio));
        painter->restore();
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

QRect HouseStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                 const QWidget* widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect, option->rect.adjusted(10, 2, -28, -2));
    return QProxyStyle::subControlRect(control, option, part, widget);
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ToolTipLabelFrameWidth:
        return 4;
    case PM_IndicatorWidth: // the box of 15 and its edge: what is beyond it is cut off
    case PM_IndicatorHeight:
        return 17;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 2;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_ComboBox_Popup: // a list below the field, not over it
        return 0;
    case SH_UnderlineShortcut:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_Widget_Animation_Duration:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace bascule::ui
