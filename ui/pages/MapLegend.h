// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace bascule::ui {

/// What the map's lines mean: solid, dashed, dotted, and which way an arrow reads.
class MapLegend : public QWidget
{
    Q_OBJECT
public:
    explicit MapLegend(QWidget* parent = nullptr);
    void setWords(const QString& confirmed, const QString& toConfirm, const QString& dormant, const QString& arrow);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList m_words;
};

} // namespace bascule::ui
