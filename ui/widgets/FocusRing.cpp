// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FocusRing.h"

#include "ui/theme/Theme.h"

#include <QEvent>
#include <QPainter>

namespace bascule::ui {

FocusRing::FocusRing(QWidget* target)
    : QWidget(target)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    target->installEventFilter(this);
    resize(target->size());
    setVisible(target->hasFocus());
}

void FocusRing::attach(QWidget* target)
{
    new FocusRing(target);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    auto* target = static_cast<QWidget*>(watched);
    if (event->type() == QEvent::Resize)
        resize(target->size());
    if (event->type() == QEvent::FocusIn) {
        resize(target->size());
        show();
        raise();
    }
    if (event->type() == QEvent::FocusOut)
        hide();
    return false;
}

void FocusRing::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(QPen(Theme::instance().color(Token::Accent), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace bascule::ui
