// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Checkpoint.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace bascule::ui {

/// A push button with one of our icons, drawn anew when the theme changes.
class Button : public QPushButton
{
    Q_OBJECT
public:
    explicit Button(const QString& icon = {}, ButtonRole role = ButtonRole::Plain, QWidget* parent = nullptr);

    void setIconName(const QString& icon);
    void setRole(ButtonRole role);
    ButtonRole role() const { return m_role; }
    /// Disabled buttons always say why: the reason becomes tooltip and accessible description. Empty enables.
    void setReason(const QString& reason);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void draw();

    QString m_icon;
    ButtonRole m_role;
};

/// Text that is pressed, reached by Tab. Carries where it leads.
class LinkButton : public QPushButton
{
    Q_OBJECT
public:
    explicit LinkButton(const QString& text = {}, QWidget* parent = nullptr);
    void setTarget(const Target& target) { m_target = target; }
    const Target& target() const { return m_target; }
    /// 9 pt (strip, foot) instead of 10 pt.
    void setCaption(bool caption);
    /// Mere words: muted, not underlined, cannot be pressed or reached by Tab.
    void setPlain(bool plain);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Target m_target;
    bool m_caption = false;
    bool m_plain = false;
};

/// A label that never interprets what it shows (Qt::PlainText) and takes its font and colour from the theme.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    explicit TextLabel(FontRole role = FontRole::Body, Token token = Token::Text, QWidget* parent = nullptr);
    explicit TextLabel(const QString& text, FontRole role = FontRole::Body, Token token = Token::Text,
                       QWidget* parent = nullptr);
    void setToken(Token token);
    void setFontRole(FontRole role);
    /// One line, cut with … in the middle (paths) or at the end; the whole as tooltip.
    void setElide(Qt::TextElideMode mode);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();

    FontRole m_role;
    Token m_token;
    Qt::TextElideMode m_elide = Qt::ElideNone;
};

/// One of our icons as a widget.
class IconLabel : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(const QString& icon = {}, Token token = Token::Text, int size = 16, QWidget* parent = nullptr);
    void setIcon(const QString& icon, Token token);
    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    Token m_token;
    int m_size;
};

/// A tooltip's text that is shown as it is: Qt would take names with angle brackets for markup.
QString plainToolTip(const QString& text);

/// A search field with the glass at its left; Esc clears it. 192 px wide.
QLineEdit* makeSearchField(QWidget* parent = nullptr);
/// A Fusion combo box of the house's height; give it an accessible name.
QComboBox* makeCombo(QWidget* parent = nullptr);

} // namespace bascule::ui
