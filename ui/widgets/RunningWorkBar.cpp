// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RunningWorkBar.h"

#include "ui/widgets/Buttons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {
constexpr int kWide = 239; // the rail without its line
}

RunningWorkBar::RunningWorkBar(QWidget* parent)
    : QFrame(parent)
    , m_title(new TextLabel(FontRole::BodyBold, Token::Text, this))
    , m_cancel(new Button(u"close"_s, ButtonRole::Plain, this))
    , m_bar(new QProgressBar(this))
    , m_held(new TextLabel(FontRole::Caption, Token::Warn, this))
    , m_speed(new LinkButton({}, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 13, 16, 8);
    layout->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_cancel);
    m_title->setElide(Qt::ElideRight);
    m_title->setMinimumHeight(20);
    m_cancel->setProperty("flat", true);
    m_cancel->setFlat(true);
    m_cancel->setIconSize(QSize(16, 16));
    m_cancel->setFixedSize(20, 20);
    layout->addLayout(head);
    layout->addSpacing(6);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    m_bar->setFixedHeight(8);
    layout->addWidget(m_bar);
    layout->addSpacing(6);
    for (int i = 0; i < 3; ++i) {
        auto* line = new TextLabel(FontRole::Caption, Token::Muted, this);
        line->setElide(Qt::ElideRight);
        line->setFixedHeight(std::max(16, QFontMetrics(line->font()).height() - 2));
        layout->addWidget(line);
        m_lines << line;
    }
    m_held->setWordWrap(true);
    layout->addWidget(m_held);
    m_speed->setObjectName(u"speed"_s);
    m_speed->setCaption(true);
    layout->addWidget(m_speed, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_speed, &QPushButton::clicked, this,
            [this] { Q_EMIT speedAsked(m_speed->mapToGlobal(QPoint(0, m_speed->height()))); });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelAsked(m_view.id); });
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    showView();
}

void RunningWorkBar::setView(const WorkView& view)
{
    if (view == m_view)
        return;
    const bool same = view.running && m_view.running && view.id == m_view.id;
    const double before = m_view.part;
    m_view = view;
    if (same && view.part >= 0 && before > view.part)
        m_view.part = before; // never backwards
    showView();
}

void RunningWorkBar::setNarrow(bool narrow)
{
    m_narrow = narrow;
    auto* box = static_cast<QVBoxLayout*>(layout());
    box->setContentsMargins(narrow ? 12 : 20, 13, narrow ? 11 : 16, 8);
    showView();
}

void RunningWorkBar::showView()
{
    const int spare = m_narrow ? 0 : 116;
    m_held->setText(m_view.held);
    m_held->setVisible(m_view.running && !m_narrow && !m_view.held.isEmpty());
    m_speed->setText(m_view.speed);
    m_speed->setVisible(m_view.running && !m_narrow && !m_view.speed.isEmpty());
    // (The rail's own width is only there after the layout.)
    const QRect room(0, 0, kWide - 20 - 16, 10'000);
    const int heldHeight = m_held->fontMetrics().boundingRect(room, Qt::TextWordWrap, m_view.held).height();
    m_held->setFixedHeight(heldHeight + 2);
    const int below =
        (m_held->isHidden() ? 0 : heldHeight + 2) + (m_speed->isHidden() ? 0 : m_speed->sizeHint().height());
    setMinimumHeight(below +
                     std::max(spare, m_narrow ? 60 : 28 + 20 + 3 * QFontMetrics(m_lines.first()->font()).height()));
    m_title->setText(m_view.title);
    m_title->setFontRole(m_view.running ? FontRole::BodyBold : FontRole::Body);
    m_title->setToken(m_view.running ? Token::Text : Token::Muted);
    m_title->setVisible(!m_narrow);
    m_cancel->setVisible(m_view.running);
    m_cancel->setEnabled(!m_view.cancelling);
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(m_view.title));
    m_cancel->setToolTip(m_view.cancelling ? tr("It is being stopped") : tr("Stop this work; what is done is kept"));
    m_bar->setVisible(m_view.running && m_view.part >= 0);
    m_bar->setValue(qRound(std::clamp(m_view.part, 0.0, 1.0) * 1000));
    m_bar->setAccessibleName(m_view.title);
    m_bar->setAccessibleDescription(m_view.lines.join(u", "_s));
    // At rest the last work and its result are one sentence over the three lines' room.
    const int line = std::max(16, m_lines.first()->fontMetrics().height() - 2);
    TextLabel* first = m_lines.first();
    first->setWordWrap(!m_view.running);
    first->setElide(m_view.running ? Qt::ElideRight : Qt::ElideNone);
    first->setAlignment(m_view.running ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignTop);
    first->setFixedHeight(m_view.running ? line : 3 * first->fontMetrics().lineSpacing());
    for (int i = 0; i < int(m_lines.size()); ++i) {
        m_lines[i]->setText(m_view.running ? m_view.lines.value(i) : i == 0 ? m_view.lines.join(u". "_s) : QString());
        m_lines[i]->setVisible(!m_narrow && (m_view.running || i == 0));
        const bool last = i == std::min<int>(3, int(m_view.lines.size())) - 1;
        m_lines[i]->setToken(m_view.stalled && last ? Token::Warn : Token::Muted);
    }
    QStringList all = QStringList(m_view.title) + m_view.lines;
    if (!m_view.held.isEmpty())
        all += m_view.held;
    setToolTip(m_narrow ? plainToolTip(all.join(u'\n')) : QString());
    setAccessibleName(all.join(u", "_s));
}

void RunningWorkBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::instance().color(Token::Line));
}

void RunningWorkBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showView();
    QFrame::changeEvent(event);
}

} // namespace bascule::ui
