// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/StateLook.h"

#include <QFrame>

namespace bascule::ui {

class IconLabel;
class TextLabel;

/// A message on the page itself, kept until it is closed or replaced: what happened, what still holds, what to do, and
/// technical details behind a link. Hidden when empty.
class MessageLine : public QFrame
{
    Q_OBJECT
public:
    explicit MessageLine(QWidget* parent = nullptr);
    void showMessage(Look look, const QString& title, const QString& text = {}, const QString& technical = {});
    void clear();
    bool isShown() const;

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look = Look::None;
    IconLabel* m_icon;
    TextLabel *m_title, *m_text, *m_technical;
    QWidget* m_more;
};

} // namespace bascule::ui
