// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DetailsPanel.h"

#include "ui/widgets/DetailsBlocks.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

auto key(const std::optional<Target>& to)
{
    return to ? std::make_tuple(true, to->page, to->kind, to->id) : std::make_tuple(false, PageId(), QString(), Id());
}

} // namespace

bool Fact::operator==(const Fact& other) const
{
    return label == other.label && text == other.text && kind == other.kind && field == other.field &&
           value == other.value && choices == other.choices && key(link) == key(other.link) && look == other.look &&
           muted == other.muted && fixed == other.fixed && enabled == other.enabled && reason == other.reason;
}

bool Block::operator==(const Block& other) const
{
    return kind == other.kind && look == other.look && title == other.title && text == other.text &&
           word == other.word && muted == other.muted && key(link) == key(other.link) && linkText == other.linkText &&
           linkId == other.linkId && buttons == other.buttons && qFuzzyCompare(1 + progress, 1 + other.progress);
}

Fact& Details::fact(const QString& label, const QString& text)
{
    Fact fact;
    fact.label = label;
    fact.text = text;
    return facts.emplace_back(fact);
}

Fact& Details::choice(const QString& label, const QString& field, const QString& value, const QList<Choice>& choices,
                      const QString& placeholder)
{
    Fact& made = fact(label, placeholder);
    made.kind = Fact::Kind::Choice;
    made.field = field;
    made.value = value;
    made.choices = choices;
    return made;
}

Fact& Details::line(const QString& label, const QString& field, const QString& value, const QString& placeholder)
{
    Fact& made = fact(label, placeholder);
    made.kind = Fact::Kind::Line;
    made.field = field;
    made.value = value;
    return made;
}

Fact& Details::check(const QString& label, const QString& field, bool on)
{
    Fact& made = fact(label, {});
    made.kind = Fact::Kind::Check;
    made.field = field;
    made.value = on ? u"yes"_s : u"no"_s;
    return made;
}

Section& Details::section(const QString& heading)
{
    return sections.emplace_back(Section{heading, {}});
}

Block& Details::add(Block::Kind kind)
{
    if (sections.isEmpty())
        sections.append(Section());
    Block block;
    block.kind = kind;
    return sections.last().blocks.emplace_back(block);
}

Block& Details::finding(Look look, const QString& word, const QString& sentence)
{
    Block& block = add(Block::Kind::Finding);
    block.look = look;
    block.title = word;
    block.text = sentence;
    return block;
}

Block& Details::checkLine(Look look, const QString& text, const QString& value)
{
    Block& block = add(Block::Kind::Check);
    block.look = look;
    block.title = text;
    block.text = value;
    return block;
}

Block& Details::evidence(const QString& name, Look look, const QString& word, const QString& sentence)
{
    Block& block = add(Block::Kind::Evidence);
    block.title = name;
    block.look = look;
    block.word = word;
    block.text = sentence;
    return block;
}

Block& Details::paragraph(const QString& text)
{
    Block& block = add(Block::Kind::Paragraph);
    block.text = text;
    return block;
}

Block& Details::caption(const QString& text)
{
    Block& block = add(Block::Kind::Caption);
    block.text = text;
    block.muted = true;
    return block;
}

Block& Details::fixedText(const QString& text)
{
    Block& block = add(Block::Kind::Fixed);
    block.text = text;
    return block;
}

Block& Details::buttons(const QList<DetailButton>& list)
{
    Block& block = add(Block::Kind::Buttons);
    block.buttons = list;
    return block;
}

Block& Details::link(const QString& text, const Target& target)
{
    Block& block = add(Block::Kind::Link);
    block.text = text;
    block.link = target;
    return block;
}

Block& Details::linkAction(const QString& text, const QString& id)
{
    Block& block = add(Block::Kind::Link);
    block.text = text;
    block.linkId = id;
    return block;
}

Block& Details::progress(double part, const QString& words)
{
    Block& block = add(Block::Kind::Progress);
    block.progress = part;
    block.text = words;
    return block;
}

DetailsPanel::DetailsPanel(QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMinimumWidth(240);
    viewport()->setAutoFillBackground(false);
    m_placeholder = tr("Choose a row to see it here.");
    rebuild();
}

void DetailsPanel::setPlaceholder(const QString& sentence)
{
    if (sentence == m_placeholder)
        return;
    m_placeholder = sentence;
    if (m_details == Details())
        rebuild();
}

bool DetailsPanel::isBeingEdited() const
{
    const QWidget* focus = QApplication::focusWidget();
    if (!focus || !widget() || !widget()->isAncestorOf(focus))
        return false;
    if (const auto* line = qobject_cast<const QLineEdit*>(focus))
        return line->isModified();
    const auto* combo = qobject_cast<const QComboBox*>(focus);
    return combo && combo->view()->isVisible();
}

void DetailsPanel::setDetails(const Details& details)
{
    if (details == m_details && !m_late)
        return;
    const bool otherThing = details.title != m_details.title || details.subtitle != m_details.subtitle;
    m_details = details;
    if (!otherThing && isBeingEdited()) {
        // What a person types is worth more than a number that moved: build once the field is left.
        if (!std::exchange(m_late, true))
            waitForField();
        return;
    }
    if (otherThing)
        m_technicalOpen = false;
    rebuild();
}

void DetailsPanel::waitForField()
{
    QTimer::singleShot(250, this, [this] {
        if (isBeingEdited())
            return waitForField();
        if (std::exchange(m_late, false))
            rebuild();
    });
}

void DetailsPanel::rebuild()
{
    m_late = false;
    QString focused;
    if (const QWidget* focus = QApplication::focusWidget(); focus && widget() && widget()->isAncestorOf(focus))
        focused = focus->objectName();
    const int scrolled = verticalScrollBar()->value();
    if (QWidget* old = takeWidget())
        old->deleteLater();

    auto* page = new QWidget;
    page->setObjectName(u"details"_s);
    page->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 4, 8);
    layout->setSpacing(0);
    if (m_details == Details()) {
        auto* none = new TextLabel(m_placeholder, FontRole::Body, Token::Muted, page);
        none->setWordWrap(true);
        layout->addWidget(none);
        layout->addStretch(1);
        setWidget(page);
        return;
    }
    auto* title = new TextLabel(m_details.title, FontRole::DetailsTitle, Token::Text, page);
    // Sentences wrap; paths and other long words are cut in the middle, where they tell least.
    if (m_details.title.contains(u' ') && !m_details.title.contains(u'/'))
        title->setWordWrap(true);
    else
        title->setElide(Qt::ElideMiddle);
    title->setMinimumHeight(24);
    title->setVisible(!m_details.title.isEmpty());
    layout->addWidget(title);
    if (!m_details.subtitle.isEmpty()) {
        auto* subtitle = new TextLabel(m_details.subtitle, FontRole::Caption, Token::Muted, page);
        subtitle->setWordWrap(true);
        layout->addWidget(subtitle);
    }
    addFacts(layout);
    for (const Section& section : std::as_const(m_details.sections))
        addSection(layout, section);
    if (!m_details.technical.isEmpty())
        addTechnical(layout);
    layout->addStretch(1);
    setWidget(page);
    page->setAccessibleName(m_details.title);
    verticalScrollBar()->setValue(scrolled);
    if (!focused.isEmpty()) {
        if (auto* again = page->findChild<QWidget*>(focused))
            again->setFocus(Qt::OtherFocusReason);
    }
}

void DetailsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QScrollArea::changeEvent(event);
}

} // namespace bascule::ui
