// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace bascule::ui {

/// The 2 px accent ring around a view that has the focus. Lies over it without taking room or the mouse, so that
/// nothing moves when the focus comes.
class FocusRing : public QWidget
{
    Q_OBJECT
public:
    /// Watches `target` for as long as it lives.
    static void attach(QWidget* target);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    explicit FocusRing(QWidget* target);
};

} // namespace bascule::ui
