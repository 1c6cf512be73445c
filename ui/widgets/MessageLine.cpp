// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MessageLine.h"

#include "ui/widgets/Buttons.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {
/// To what follows on the page; gone with the message.
constexpr int gapBelow = 12;
} // namespace

MessageLine::MessageLine(QWidget* parent)
    : QFrame(parent)
    , m_icon(new IconLabel({}, Token::Text, 16, this))
    , m_title(new TextLabel(FontRole::BodyBold, Token::Text, this))
    , m_text(new TextLabel(FontRole::Body, Token::Text, this))
    , m_technical(new TextLabel(FontRole::Fixed, Token::Muted, this))
{
    auto* more = new LinkButton(QString(), this);
    more->setCaption(true);
    m_more = more;
    auto* close = new Button(u"close"_s, ButtonRole::Plain, this);
    close->setFlat(true);
    close->setProperty("flat", true);
    close->setIconSize(QSize(16, 16));
    close->setFixedSize(20, 20);
    close->setObjectName(u"messageClose"_s);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8 + gapBelow);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addWidget(more, 0, Qt::AlignLeft);
    words->addWidget(m_technical);
    layout->addLayout(words, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    for (TextLabel* label : {m_title, m_text, m_technical}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    connect(more, &QPushButton::clicked, this, [this] { m_technical->setVisible(!m_technical->isVisible()); });
    connect(close, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void MessageLine::showMessage(Look look, const QString& title, const QString& text, const QString& technical)
{
    m_look = look;
    m_icon->setIcon(iconOf(look), tokenOf(look));
    m_title->setText(title);
    m_title->setToken(tokenOf(look));
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_technical->setText(technical);
    m_technical->hide();
    static_cast<LinkButton*>(m_more)->setText(tr("Technical details"));
    m_more->setVisible(!technical.isEmpty());
    findChild<Button*>(u"messageClose"_s)->setAccessibleName(tr("Close this message"));
    setAccessibleName(u"%1. %2"_s.arg(title, text));
    show();
    update();
}

void MessageLine::clear()
{
    m_title->clear();
    hide();
}

bool MessageLine::isShown() const
{
    return !m_title->text().isEmpty();
}

void MessageLine::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    const QRect box = rect().adjusted(0, 0, 0, -gapBelow);
    painter.fillRect(box, theme.color(Token::Base));
    painter.setPen(theme.color(Token::Line));
    painter.drawRect(box.adjusted(0, 0, -1, -1));
    painter.fillRect(QRect(0, 0, 4, box.height()), theme.color(tokenOf(m_look)));
}

} // namespace bascule::ui
