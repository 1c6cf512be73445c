// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CheckpointStrip.h"

#include "ui/widgets/Buttons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

bool StripItem::operator==(const StripItem& other) const
{
    const auto key = [](const std::optional<Target>& to) {
        return to ? std::make_tuple(true, to->page, to->kind, to->id)
                  : std::make_tuple(false, PageId(), QString(), Id());
    };
    return text == other.text && key(target) == key(other.target);
}

CheckpointStrip::CheckpointStrip(QWidget* parent)
    : QFrame(parent)
    , m_icon(new IconLabel({}, Token::Muted, 16, this))
    , m_word(new TextLabel(FontRole::Body, Token::Muted, this))
    , m_dot(new TextLabel(u"·"_s, FontRole::Body, Token::Muted, this))
    , m_name(new TextLabel(FontRole::BodyBold, Token::Text, this))
    , m_tail(new TextLabel(FontRole::Body, Token::Muted, this))
    , m_line2(new QWidget(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 10, 24, 9);
    layout->setSpacing(0);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_icon);
    line->addWidget(m_word);
    line->addWidget(m_dot);
    line->addWidget(m_name);
    line->addWidget(m_tail, 1);
    m_tail->setElide(Qt::ElideRight);
    layout->addLayout(line, 1);
    layout->addWidget(m_line2);
    m_line2->setMinimumHeight(std::max(20, QFontMetrics(Theme::instance().font(FontRole::Caption)).height() + 2));
    setMinimumHeight(std::max(60, 20 + 2 * QFontMetrics(Theme::instance().font(FontRole::Body)).height()));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    rebuild();
}

void CheckpointStrip::setState(const StripState& state)
{
    if (state == m_state)
        return;
    m_state = state;
    rebuild();
}

void CheckpointStrip::rebuild()
{
    const QString word = m_state.word.isEmpty() ? wordOf(m_state.look) : m_state.word;
    m_icon->setIcon(iconOf(m_state.look), tokenOf(m_state.look));
    m_word->setText(word);
    m_word->setToken(tokenOf(m_state.look));
    m_name->setText(m_state.name);
    m_tail->setText(m_state.tail);
    setAccessibleName(u"%1: %2"_s.arg(m_state.name, word));
    layOutItems();
    update();
}

void CheckpointStrip::layOutItems()
{
    if (m_building)
        return;
    m_building = true;
    const bool focused = m_line2->isAncestorOf(window()->focusWidget());
    qDeleteAll(m_line2->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    const QFontMetrics metrics(Theme::instance().font(FontRole::Caption));
    const int room = width() - 48 - 24;
    const int moreRoom = metrics.horizontalAdvance(tr("and %n more", nullptr, 99)) + 24;
    const int height = m_line2->minimumHeight();
    int x = 22;
    qsizetype shown = 0;
    QWidget* first = nullptr;
    const auto place = [&](QWidget* widget, int width) {
        widget->setGeometry(x, 0, width, height);
        widget->show();
        x += width;
    };
    for (const StripItem& item : std::as_const(m_state.items)) {
        const int width = metrics.horizontalAdvance(item.text) + 6;
        const bool last = shown + 1 == m_state.items.size();
        if (x + width + (last ? 0 : moreRoom) > room && shown > 0)
            break;
        if (shown > 0)
            place(new TextLabel(u"·"_s, FontRole::Caption, Token::Muted, m_line2), 8);
        x += shown > 0 ? 4 : 0;
        if (item.target) {
            auto* link = new LinkButton(item.text, m_line2);
            link->setCaption(true);
            const Target target = *item.target;
            connect(link, &QPushButton::clicked, this, [this, target] { Q_EMIT linkActivated(target); });
            place(link, std::min(width, std::max(40, room - x)));
            first = first ? first : link;
        } else {
            auto* label = new TextLabel(item.text, FontRole::Caption, Token::Muted, m_line2);
            label->setElide(Qt::ElideRight);
            x += 2;
            place(label, std::min(width, std::max(40, room - x)));
        }
        x += 6;
        ++shown;
    }
    if (shown < m_state.items.size()) {
        auto* more = new LinkButton(tr("and %n more", nullptr, int(m_state.items.size() - shown)), m_line2);
        more->setCaption(true);
        x += 4;
        place(more, more->sizeHint().width());
        connect(more, &QPushButton::clicked, this, [this, more, shown] {
            auto* menu = new QMenu(this);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            for (const StripItem& item : m_state.items.mid(shown)) {
                QAction* action = menu->addAction(QString(item.text).replace(u'&', u"&&"_s));
                action->setEnabled(item.target.has_value());
                if (item.target)
                    connect(action, &QAction::triggered, this, [this, to = *item.target] { Q_EMIT linkActivated(to); });
            }
            menu->popup(more->mapToGlobal(QPoint(0, more->height())));
        });
        first = first ? first : more;
    }
    if (focused && first)
        first->setFocus(Qt::OtherFocusReason);
    m_building = false;
}

void CheckpointStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Base));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(Token::Line));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
    painter.fillRect(QRect(0, 0, 4, height()), theme.color(tokenOf(m_state.look)));
}

void CheckpointStrip::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    layOutItems();
}

void CheckpointStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QFrame::changeEvent(event);
}

} // namespace bascule::ui
