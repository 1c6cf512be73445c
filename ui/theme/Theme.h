// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QList>
#include <QObject>
#include <QPixmap>

class QApplication;
class QWidget;

namespace bascule::ui {

/// The colours of resources/theme/tokens.json. The "Soft" ones fill map nodes and calendar bars only.
enum class Token {
    Window,
    Rail,
    Base,
    Alt,
    Sel,
    Line,
    Hair,
    Edge,
    Text,
    Muted,
    Off,
    Accent,
    On,
    Ok,
    OkSoft,
    Warn,
    WarnSoft,
    Bad,
    BadSoft,
    Waive,
    WaiveSoft
};

/// Sizes of type, relative to the user's font (10 pt where the desktop names none).
enum class FontRole {
    Body,         ///< 10 pt
    BodyBold,     ///< 10 pt bold
    Title,        ///< 15 pt bold
    DetailsTitle, ///< 12 pt bold
    Caption,      ///< 9 pt: captions, headers, units
    CaptionBold,  ///< 9 pt bold
    Figure,       ///< 20 pt bold
    Fixed         ///< the system's fixed font, 8.5 pt: paths, fingerprints, commands
};

enum class ThemeMode { Auto, Light, Dark };

/// What a button is, for the stylesheet. Set through Theme::setRole().
enum class ButtonRole { Plain, Primary, Danger, Link };

/// Colours, fonts, icons and the stylesheet, light and dark. GUI thread; one for the program.
/// Whoever paints by hand reads colours at paint time and calls update() on changed().
class Theme : public QObject
{
    Q_OBJECT
public:
    static Theme& instance();

    /// Fusion, font, palette and stylesheet; call once after making the QApplication.
    void apply(QApplication& application);

    void setMode(ThemeMode mode);
    ThemeMode mode() const { return m_mode; }
    bool isDark() const { return m_dark; }

    QColor color(Token token) const;
    QFont font(FontRole role) const;
    /// A row's height: `pixels` or the font's height + 8 if that is more.
    int rowHeight(int pixels) const;

    /// An icon of resources/icons (name without ".svg") drawn in a token's colour, with a disabled variant.
    /// Crisp at every device pixel ratio; an unknown name gives an empty icon.
    QIcon icon(const QString& name, Token token = Token::Text) const;
    QPixmap pixmap(const QString& name, Token token, int size = 16, qreal devicePixelRatio = 1.0) const;
    QPixmap pixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio) const;

    /// Sets the "role" property the stylesheet looks at and polishes the button again.
    static void setRole(QWidget* button, ButtonRole role);
    static ButtonRole role(const QWidget* button);

Q_SIGNALS:
    /// Colours, fonts or mode changed. The application's palette and stylesheet are already new.
    void changed();

private:
    Theme();
    void loadTokens();
    bool wantsDark() const;
    void dress();
    QPixmap draw(const QString& name, const QColor& color, int size, qreal devicePixelRatio) const;
    QString styleSheet() const;

    QList<QColor> m_light, m_night; ///< by Token
    ThemeMode m_mode = ThemeMode::Auto;
    bool m_dark = false;
    bool m_systemDark = false;
    bool m_applied = false;
    QFont m_body;
    mutable QHash<QString, QPixmap> m_pixmaps;
};

} // namespace bascule::ui
