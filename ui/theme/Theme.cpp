// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"

#include "ui/theme/HouseStyle.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QIconEngine>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QSvgRenderer>
#include <QToolTip>

#include <array>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

constexpr std::array tokenNames{"window", "rail", "base",   "alt", "sel",    "line",  "hair",
                                "edge",   "text", "muted",  "off", "accent", "on",    "ok",
                                "ok-s",   "warn", "warn-s", "bad", "bad-s",  "waive", "waive-s"};

QByteArray readResource(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Draws our icons at the size and pixel ratio asked for, in the colour that a token has at that moment.
class TokenIconEngine final : public QIconEngine
{
public:
    TokenIconEngine(QString name, Token token)
        : m_name(std::move(name))
        , m_token(token)
    {
    }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        const int size = std::min(rect.width(), rect.height());
        const QPixmap picture = Theme::instance().pixmap(m_name, tokenOf(mode), size, ratio);
        painter->drawPixmap(rect.x(), rect.y() + (rect.height() - size) / 2, picture);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    /// A picture wider than high has the icon at its left: that is how a button gets its gap to the text.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int edge = qRound(std::min(size.width(), size.height()) / scale); // size counts device pixels
        const QPixmap drawn = Theme::instance().pixmap(m_name, tokenOf(mode), edge, scale);
        if (drawn.size() == size)
            return drawn;
        QPixmap wide(size);
        wide.setDevicePixelRatio(scale);
        wide.fill(Qt::transparent);
        QPainter(&wide).drawPixmap(0, 0, drawn);
        return wide;
    }
    QIconEngine* clone() const override { return new TokenIconEngine(*this); }
    QString key() const override { return u"bascule-token"_s; }

private:
    Token tokenOf(QIcon::Mode mode) const { return mode == QIcon::Disabled ? Token::Off : m_token; }

    QString m_name;
    Token m_token;
};

} // namespace

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

Theme::Theme()
{
    loadTokens();
}

void Theme::loadTokens()
{
    const QJsonObject all = QJsonDocument::fromJson(readResource(u":/theme/tokens.json"_s)).object();
    const auto read = [&](const QString& mode, QList<QColor>& colors) {
        const QJsonObject values = all.value(mode).toObject();
        for (const char* name : tokenNames)
            colors.append(QColor(values.value(QLatin1String(name)).toString()));
    };
    read(u"light"_s, m_light);
    read(u"dark"_s, m_night);
}

void Theme::apply(QApplication& application)
{
    const QPalette system = QApplication::palette();
    m_systemDark = system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
    m_body = QApplication::font();
    // A desktop that names a font names a real one; without, Qt falls back to a generic alias in an odd size.
    static const QStringList aliases{u"Sans Serif"_s, u"Sans"_s, u"sans-serif"_s, u"sans"_s, u"Helvetica"_s, QString()};
    if (aliases.contains(m_body.family())) {
        m_body = QFont(u"Noto Sans"_s, 10);
        if (QFontInfo(m_body).family() != "Noto Sans"_L1)
            m_body = QFont(u"Sans Serif"_s, 10);
    }
    application.setStyle(new HouseStyle);
    m_applied = true;
    dress();
}

void Theme::setMode(ThemeMode mode)
{
    m_mode = mode;
    if (m_dark != wantsDark())
        dress();
}

bool Theme::wantsDark() const
{
    return m_mode == ThemeMode::Dark || (m_mode == ThemeMode::Auto && m_systemDark);
}

void Theme::dress()
{
    m_dark = wantsDark();
    m_pixmaps.clear();
    if (!m_applied)
        return;
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) { palette.setColor(role, color(token)); };
    set(QPalette::Window, Token::Window);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Base);
    set(QPalette::AlternateBase, Token::Alt);
    set(QPalette::Button, Token::Base);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::Text, Token::Text);
    set(QPalette::BrightText, Token::On);
    set(QPalette::PlaceholderText, Token::Muted);
    set(QPalette::Highlight, Token::Accent);
    set(QPalette::HighlightedText, Token::On);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::ToolTipBase, Token::Base);
    set(QPalette::ToolTipText, Token::Text);
    set(QPalette::Light, Token::Base);
    set(QPalette::Midlight, Token::Hair);
    set(QPalette::Mid, Token::Line);
    set(QPalette::Dark, Token::Edge);
    set(QPalette::Shadow, Token::Edge);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Token::Off));
    palette.setColor(QPalette::Disabled, QPalette::Base, color(Token::Window));
    palette.setColor(QPalette::Disabled, QPalette::Button, color(Token::Window));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Token::Off));
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    // Palette, font and style sheet each polish every widget anew: no more of them than needed.
    if (QApplication::font() != m_body)
        QApplication::setFont(m_body);
    qApp->setStyleSheet(styleSheet());
    Q_EMIT changed();
}

QString Theme::styleSheet() const
{
    QString sheet = QString::fromUtf8(readResource(u":/theme/bascule.qss"_s));
    for (std::size_t i = 0; i < tokenNames.size(); ++i) {
        const QString place = u'@' + QLatin1String(tokenNames[i]) + u'@';
        sheet.replace(place, color(static_cast<Token>(i)).name());
    }
    sheet.replace(u"@caption@"_s, QString::number(font(FontRole::Caption).pointSizeF()));
    return sheet;
}

QColor Theme::color(Token token) const
{
    return (m_dark ? m_night : m_light).value(static_cast<int>(token));
}

QFont Theme::font(FontRole role) const
{
    QFont font = m_applied ? m_body : QApplication::font();
    const qreal body = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
    switch (role) {
    case FontRole::Body:
        break;
    case FontRole::BodyBold:
        font.setBold(true);
        break;
    case FontRole::Title:
        font.setPointSizeF(body * 1.5);
        font.setBold(true);
        break;
    case FontRole::DetailsTitle:
        font.setPointSizeF(body * 1.2);
        font.setBold(true);
        break;
    case FontRole::Caption:
        font.setPointSizeF(body * 0.9);
        break;
    case FontRole::CaptionBold:
        font.setPointSizeF(body * 0.9);
        font.setBold(true);
        break;
    case FontRole::Figure:
        font.setPointSizeF(body * 2);
        font.setBold(true);
        break;
    case FontRole::Fixed:
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPointSizeF(body * 0.85);
        break;
    }
    return font;
}

int Theme::rowHeight(int pixels) const
{
    return std::max(pixels, QFontMetrics(font(FontRole::Body)).height() + 8);
}

QIcon Theme::icon(const QString& name, Token token) const
{
    if (name.isEmpty() || !QFile::exists(u":/icons/"_s + name + u".svg"_s))
        return {};
    return QIcon(new TokenIconEngine(name, token));
}

QPixmap Theme::pixmap(const QString& name, Token token, int size, qreal devicePixelRatio) const
{
    return pixmap(name, color(token), size, devicePixelRatio);
}

QPixmap Theme::pixmap(const QString& name, const QColor& ink, int size, qreal devicePixelRatio) const
{
    const QString key =
        name + u'/' + ink.name() + u'/' + QString::number(size) + u'/' + QString::number(devicePixelRatio);
    const auto found = m_pixmaps.constFind(key);
    if (found != m_pixmaps.constEnd())
        return *found;
    const QPixmap drawn = draw(name, ink, size, devicePixelRatio);
    m_pixmaps.insert(key, drawn);
    return drawn;
}

QPixmap Theme::draw(const QString& name, const QColor& ink, int size, qreal devicePixelRatio) const
{
    QByteArray svg = readResource(u":/icons/"_s + name + u".svg"_s);
    svg.replace("currentColor", ink.name().toLatin1());
    svg.replace("var(--base)", color(Token::Base).name().toLatin1());
    QPixmap picture(QSize(size, size) * devicePixelRatio);
    picture.fill(Qt::transparent);
    if (!svg.isEmpty()) {
        QSvgRenderer renderer(svg);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter);
    }
    picture.setDevicePixelRatio(devicePixelRatio);
    return picture;
}

void Theme::setRole(QWidget* button, ButtonRole role)
{
    static const std::array names{"", "primary", "danger", "link"};
    const QString name = QLatin1String(names[static_cast<std::size_t>(role)]);
    if (button->property("role").toString() == name)
        return;
    button->setProperty("role", name);
    button->style()->unpolish(button);
    button->style()->polish(button);
    button->update();
}

ButtonRole Theme::role(const QWidget* button)
{
    const QString name = button->property("role").toString();
    return name == "primary"_L1  ? ButtonRole::Primary
           : name == "danger"_L1 ? ButtonRole::Danger
           : name == "link"_L1   ? ButtonRole::Link
                                 : ButtonRole::Plain;
}

} // namespace bascule::ui
