// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Figures.h"

#include "ui/widgets/Buttons.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

/// One figure's labels; they stay while their words change, so that nothing flickers and no focus is lost.
struct Figures::Box : QWidget
{
    explicit Box(QWidget* parent)
        : QWidget(parent)
        , caption(new TextLabel(FontRole::Caption, Token::Muted, this))
        , value(new TextLabel(FontRole::Figure, Token::Text, this))
        , fact(new TextLabel(FontRole::Caption, Token::Muted, this))
        , icon(new IconLabel({}, Token::Text, 22, this))
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        for (TextLabel* label : {caption, value, fact})
            label->setElide(Qt::ElideRight);
        value->setFixedHeight(std::max(32, value->fontMetrics().height() - 4));
        auto* line = new QHBoxLayout;
        line->setSpacing(12);
        line->addWidget(icon);
        line->addWidget(value, 1);
        column->addWidget(caption);
        column->addLayout(line);
        column->addWidget(fact);
    }

    void show(const Figure& figure)
    {
        caption->setText(figure.caption);
        value->setText(figure.value);
        value->setToken(figure.tone);
        fact->setText(figure.fact);
        icon->setIcon(figure.icon, figure.tone);
        icon->setVisible(!figure.icon.isEmpty());
        setAccessibleName(u"%1: %2, %3"_s.arg(figure.caption, figure.value, figure.fact));
    }

    TextLabel *caption, *value, *fact;
    IconLabel* icon;
};

Figures::Figures(QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Figures::setFigures(const QList<Figure>& figures)
{
    if (figures == m_figures)
        return;
    m_figures = figures;
    while (m_boxes.size() > figures.size())
        delete m_boxes.takeLast();
    while (m_boxes.size() < figures.size()) {
        m_boxes.append(new Box(this));
        static_cast<QHBoxLayout*>(layout())->addWidget(m_boxes.last(), 1);
    }
    for (qsizetype i = 0; i < figures.size(); ++i)
        m_boxes[i]->show(figures[i]);
}

} // namespace bascule::ui
