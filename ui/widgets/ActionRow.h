// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace bascule::ui {

/// A page's buttons: acts from the left, filter and search at the right. Where the window is too narrow for one line
/// they go on in the next; nothing is cut.
class ActionRow final : public QLayout
{
public:
    explicit ActionRow(QWidget* parent);
    ~ActionRow() override;

    /// At the right end, in the order they are added.
    void addRight(QWidget* widget);

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    void setGeometry(const QRect& rect) override;

private:
    /// Places everything (or only measures) and gives the height.
    int place(const QRect& rect, bool really) const;
    int widthOf(const QList<QLayoutItem*>& items, bool least) const;

    QList<QLayoutItem*> m_left, m_right;
};

} // namespace bascule::ui
