// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/StateLook.h"

#include <QWidget>

namespace bascule::ui {

/// A large figure with its caption above and its fact below.
struct Figure
{
    QString caption = {}, value = {}, fact = {};
    QString icon = {}; ///< before the value, or none
    Token tone = Token::Text;
    bool operator==(const Figure&) const = default;
};

/// A row of figures of equal width (three at most), 68 px high.
class Figures : public QWidget
{
    Q_OBJECT
public:
    explicit Figures(QWidget* parent = nullptr);
    void setFigures(const QList<Figure>& figures);
    const QList<Figure>& figures() const { return m_figures; }

private:
    struct Box;

    QList<Figure> m_figures;
    QList<Box*> m_boxes;
};

} // namespace bascule::ui
