// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Figures.h"

#include "ui/widgets/Buttons.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

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
    QLayout* row = layout();
    while (QLayoutItem* item = row->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const Figure& figure : figures) {
        auto* box = new QWidget(this);
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        auto* caption = new TextLabel(figure.caption, FontRole::Caption, Token::Muted, box);
        auto* value = new TextLabel(figure.value, FontRole::Figure, figure.tone, box);
        auto* fact = new TextLabel(figure.fact, FontRole::Caption, Token::Muted, box);
        for (TextLabel* label : {caption, value, fact})
            label->setElide(Qt::ElideRight);
        value->setFixedHeight(std::max(32, value->fontMetrics().height() - 4));
        auto* line = new QHBoxLayout;
        line->setSpacing(12);
        if (!figure.icon.isEmpty())
            line->addWidget(new IconLabel(figure.icon, figure.tone, 22, box));
        line->addWidget(value, 1);
        column->addWidget(caption);
        column->addLayout(line);
        column->addWidget(fact);
        box->setAccessibleName(u"%1: %2, %3"_s.arg(figure.caption, figure.value, figure.fact));
        static_cast<QHBoxLayout*>(row)->addWidget(box, 1);
    }
}

} // namespace bascule::ui
