// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Buttons.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace bascule::ui {

QString plainToolTip(const QString& text)
{
    if (text.isEmpty())
        return {};
    return u"<p style=\"white-space:pre-wrap; margin:0\">"_s + text.toHtmlEscaped() + u"</p>"_s;
}

Button::Button(const QString& icon, ButtonRole role, QWidget* parent)
    : QPushButton(parent)
    , m_icon(icon)
    , m_role(role)
{
    setAutoDefault(false);
    Theme::setRole(this, role);
    draw();
}

void Button::setIconName(const QString& icon)
{
    if (icon == m_icon)
        return;
    m_icon = icon;
    draw();
}

void Button::setRole(ButtonRole role)
{
    if (role == m_role)
        return;
    m_role = role;
    Theme::setRole(this, role);
    draw();
}

void Button::setReason(const QString& reason)
{
    setEnabled(reason.isEmpty());
    setToolTip(plainToolTip(reason));
    setAccessibleDescription(reason);
}

/// Inside the filled button the focus ring has the words' colour; a stylesheet's outline would cut through them.
void Button::paintEvent(QPaintEvent* event)
{
    QPushButton::paintEvent(event);
    if (m_role != ButtonRole::Primary || !hasFocus() || !isEnabled())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::instance().color(Token::On), 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(4, 4, -4, -4), 2, 2);
}

void Button::draw()
{
    const Token token = m_role == ButtonRole::Primary  ? Token::On
                        : m_role == ButtonRole::Danger ? Token::Bad
                        : m_role == ButtonRole::Link   ? Token::Accent
                                                       : Token::Text;
    setIcon(Theme::instance().icon(m_icon, token));
    setIconSize(QSize(20, 16));
}

LinkButton::LinkButton(const QString& text, QWidget* parent)
    : QPushButton(text, parent)
{
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    Theme::setRole(this, ButtonRole::Link);
}

void LinkButton::setCaption(bool caption)
{
    m_caption = caption;
    updateGeometry();
    update();
}

void LinkButton::setPlain(bool plain)
{
    m_plain = plain;
    setFocusPolicy(plain ? Qt::NoFocus : Qt::StrongFocus);
    setCursor(plain ? Qt::ArrowCursor : Qt::PointingHandCursor);
    setAttribute(Qt::WA_TransparentForMouseEvents, plain);
    update();
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics(Theme::instance().font(m_caption ? FontRole::Caption : FontRole::Body));
    return {metrics.horizontalAdvance(text()) + 6, std::max(20, metrics.height() + 2)};
}

QSize LinkButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 40), sizeHint().height()};
}

void LinkButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    QFont type = theme.font(m_caption ? FontRole::Caption : FontRole::Body);
    painter.setFont(type);
    const QFontMetrics metrics(type);
    const QString shown = metrics.elidedText(text(), Qt::ElideRight, width() - 3);
    const Token token = m_plain ? Token::Muted : !isEnabled() ? Token::Off : Token::Accent;
    painter.setPen(theme.color(token));
    const QRect place = rect().adjusted(2, 0, -2, 0);
    painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter), shown);
    if (isEnabled() && !m_plain) {
        const int base = (height() - metrics.height()) / 2 + metrics.ascent() + 2;
        const int length = metrics.horizontalAdvance(shown);
        painter.fillRect(QRect(place.left(), base, length, underMouse() ? 2 : 1), theme.color(token));
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(Token::Accent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 2, 2);
    }
}

TextLabel::TextLabel(FontRole role, Token token, QWidget* parent)
    : QLabel(parent)
    , m_role(role)
    , m_token(token)
{
    setTextFormat(Qt::PlainText);
    dress();
    connect(&Theme::instance(), &Theme::changed, this, &TextLabel::dress);
}

TextLabel::TextLabel(const QString& text, FontRole role, Token token, QWidget* parent)
    : TextLabel(role, token, parent)
{
    setText(text);
}

void TextLabel::setToken(Token token)
{
    if (token == m_token)
        return;
    m_token = token;
    dress();
}

void TextLabel::setFontRole(FontRole role)
{
    if (role == m_role)
        return;
    m_role = role;
    dress();
}

void TextLabel::setElide(Qt::TextElideMode mode)
{
    m_elide = mode;
    if (mode != Qt::ElideNone)
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    update();
}

QSize TextLabel::minimumSizeHint() const
{
    QSize size = QLabel::minimumSizeHint();
    if (m_elide != Qt::ElideNone)
        size.setWidth(std::min(size.width(), 32));
    return size;
}

void TextLabel::paintEvent(QPaintEvent* event)
{
    if (m_elide == Qt::ElideNone) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect place = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), m_elide, place.width());
    painter.drawText(place, int(alignment()), shown);
    const QString tip = shown == text() ? QString() : plainToolTip(text());
    if (toolTip() != tip)
        setToolTip(tip);
}

void TextLabel::dress()
{
    const Theme& theme = Theme::instance();
    setFont(theme.font(m_role));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, theme.color(m_token));
    setPalette(colors);
    setForegroundRole(QPalette::WindowText); // else the parent's, which may be another
    updateGeometry();
}

IconLabel::IconLabel(const QString& icon, Token token, int size, QWidget* parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_token(token)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void IconLabel::setIcon(const QString& icon, Token token)
{
    m_icon = icon;
    m_token = token;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    if (m_icon.isEmpty())
        return;
    QPainter painter(this);
    painter.drawPixmap((width() - m_size) / 2, (height() - m_size) / 2,
                       Theme::instance().pixmap(m_icon, m_token, m_size, devicePixelRatioF()));
}

namespace {

class SearchField final : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;
    QSize sizeHint() const override { return {192, QLineEdit::sizeHint().height()}; }

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Escape && !text().isEmpty())
            clear();
        else
            QLineEdit::keyPressEvent(event);
    }
};

} // namespace

QLineEdit* makeSearchField(QWidget* parent)
{
    auto* field = new SearchField(parent);
    field->setProperty("search", true);
    field->setClearButtonEnabled(true);
    field->addAction(Theme::instance().icon(u"search"_s, Token::Muted), QLineEdit::LeadingPosition);
    field->setMinimumWidth(120);
    field->setMaximumWidth(192);
    field->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return field;
}

QComboBox* makeCombo(QWidget* parent)
{
    auto* combo = new QComboBox(parent);
    combo->setMinimumHeight(Theme::instance().rowHeight(32));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    combo->setMinimumWidth(120);
    return combo;
}

} // namespace bascule::ui
