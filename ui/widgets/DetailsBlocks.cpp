// SPDX-License-Identifier: GPL-3.0-or-later
// How the pieces of a details panel look.
#include "ui/widgets/DetailsBlocks.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QSpinBox>
#include <QTextLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

TextLabel* detailsText(const QString& text, FontRole role, Token token, QWidget* parent)
{
    auto* label = new TextLabel(text, role, token, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

namespace {

QWidget* hairLine()
{
    auto* line = new QFrame;
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

/// Buttons side by side, and below each other where the panel is too narrow.
class ButtonRow final : public QWidget
{
public:
    explicit ButtonRow(const QList<QPushButton*>& buttons)
        : m_buttons(buttons)
    {
        for (QPushButton* button : buttons)
            button->setParent(this);
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(width, false); }
    QSize sizeHint() const override { return {200, place(300, false)}; }
    QSize minimumSizeHint() const override { return {80, 32}; }

protected:
    void resizeEvent(QResizeEvent*) override { place(width(), true); }

private:
    int place(int width, bool really) const
    {
        int x = 0;
        int y = 0;
        int line = 0;
        for (QPushButton* button : m_buttons) {
            const QSize size = button->sizeHint().boundedTo(QSize(std::max(width, 40), 200));
            if (x > 0 && x + size.width() > width) {
                x = 0;
                y += line + 8;
            }
            if (really)
                button->setGeometry(x, y, size.width(), size.height());
            x += size.width() + 8;
            line = size.height();
        }
        return y + line;
    }

    QList<QPushButton*> m_buttons;
};

/// A caption-sized sentence with its link right behind the last word, as in running text.
class LinkedSentence final : public QWidget
{
public:
    LinkedSentence(const QString& text, LinkButton* link)
        : m_text(text)
        , m_link(link)
    {
        link->setParent(this);
        setAccessibleName(text);
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        QTextLayout layout;
        QRect link;
        return place(layout, width, link);
    }
    QSize sizeHint() const override { return {220, heightForWidth(220)}; }
    QSize minimumSizeHint() const override { return {100, 17}; }

protected:
    void resizeEvent(QResizeEvent*) override
    {
        QTextLayout layout;
        QRect link;
        place(layout, width(), link);
        m_link->setGeometry(link);
    }
    void paintEvent(QPaintEvent*) override
    {
        QTextLayout layout;
        QRect link;
        place(layout, width(), link);
        QPainter painter(this);
        painter.setPen(Theme::instance().color(Token::Text));
        layout.draw(&painter, QPointF());
    }

private:
    int place(QTextLayout& layout, int width, QRect& link) const
    {
        const QFont font = Theme::instance().font(FontRole::Caption);
        const int line = std::max(17, QFontMetrics(font).height());
        layout.setFont(font);
        layout.setText(m_text);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        int y = 0;
        qreal end = 0;
        for (QTextLine piece = layout.createLine(); piece.isValid(); piece = layout.createLine()) {
            piece.setLineWidth(std::max(width, 40));
            piece.setPosition(QPointF(0, y));
            end = piece.naturalTextWidth();
            y += line;
        }
        layout.endLayout();
        const QSize size = m_link->sizeHint();
        const int height = line + 2; // room for the focus ring
        if (y > 0 && end + 4 + size.width() <= width) {
            link = QRect(int(end) + 4, y - line - 1, size.width(), height);
            return y + 1;
        }
        link = QRect(-2, y - 1, std::min(size.width(), width), height);
        return y + line + 1;
    }

    QString m_text;
    LinkButton* m_link;
};

} // namespace

QWidget* DetailsPanel::makeField(const Fact& fact)
{
    QWidget* made = nullptr;
    const QString field = fact.field;
    switch (fact.kind) {
    case Fact::Kind::Choice: {
        auto* combo = new QComboBox;
        combo->setMinimumHeight(Theme::instance().rowHeight(28));
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(8);
        combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        for (const Choice& choice : fact.choices)
            combo->addItem(choice.text, choice.value);
        combo->setPlaceholderText(fact.text);
        combo->setCurrentIndex(combo->findData(fact.value));
        connect(combo, &QComboBox::activated, this,
                [this, combo, field](int index) { Q_EMIT edited(field, combo->itemData(index).toString()); });
        made = combo;
        break;
    }
    case Fact::Kind::Line: {
        auto* line = new QLineEdit(fact.value);
        line->setProperty("small", true);
        line->setPlaceholderText(fact.text);
        connect(line, &QLineEdit::editingFinished, this, [this, line, field] {
            if (!line->isModified())
                return;
            line->setModified(false);
            Q_EMIT edited(field, line->text());
        });
        made = line;
        break;
    }
    case Fact::Kind::Check: {
        auto* box = new QCheckBox(fact.text);
        box->setChecked(fact.value == "yes"_L1);
        box->setMinimumHeight(24);
        connect(box, &QCheckBox::clicked, this,
                [this, field](bool on) { Q_EMIT edited(field, on ? u"yes"_s : u"no"_s); });
        made = box;
        break;
    }
    case Fact::Kind::Number: {
        auto* spin = new QSpinBox;
        spin->setRange(0, 1000000);
        spin->setValue(fact.value.toInt());
        spin->setSuffix(fact.text.isEmpty() ? QString() : u'\u00a0' + fact.text);
        spin->setMinimumHeight(Theme::instance().rowHeight(28));
        connect(spin, &QSpinBox::editingFinished, this, [this, spin, field, before = fact.value.toInt()] {
            if (spin->value() != before)
                Q_EMIT edited(field, QString::number(spin->value()));
        });
        made = spin;
        break;
    }
    case Fact::Kind::DateTime: {
        auto* edit = new QDateTimeEdit(QDateTime::fromString(fact.value, Qt::ISODate).toLocalTime());
        edit->setCalendarPopup(true);
        edit->setMinimumHeight(Theme::instance().rowHeight(28));
        connect(edit, &QDateTimeEdit::editingFinished, this, [this, edit, field, before = fact.value] {
            const QString now = edit->dateTime().toUTC().toString(Qt::ISODate);
            if (QDateTime::fromString(before, Qt::ISODate) != edit->dateTime())
                Q_EMIT edited(field, now);
        });
        made = edit;
        break;
    }
    case Fact::Kind::Text:
        break;
    }
    if (!made)
        return nullptr;
    made->setObjectName(u"field:"_s + field);
    made->setAccessibleName(fact.label);
    made->setEnabled(fact.enabled);
    if (!fact.enabled) {
        made->setToolTip(plainToolTip(fact.reason));
        made->setAccessibleDescription(fact.reason);
    }
    return made;
}

void DetailsPanel::addFacts(QVBoxLayout* layout)
{
    if (m_details.facts.isEmpty())
        return;
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 8, 0, 0);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(4);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    for (const Fact& fact : std::as_const(m_details.facts)) {
        auto* label = new TextLabel(fact.label, FontRole::Body, Token::Muted);
        label->setMinimumWidth(112);
        label->setMinimumHeight(24);
        label->setMaximumWidth(140);
        label->setWordWrap(true);
        QWidget* value = makeField(fact);
        if (!value && fact.link) {
            auto* link = new LinkButton(fact.text);
            link->setObjectName(u"fact:"_s + fact.label);
            const Target to = *fact.link;
            connect(link, &QPushButton::clicked, this, [this, to] { Q_EMIT linkActivated(to); });
            value = link;
        }
        if (!value) {
            const Token token = fact.look != Look::None ? tokenOf(fact.look) : fact.muted ? Token::Muted : Token::Text;
            auto* text = detailsText(fact.text, fact.fixed ? FontRole::Fixed : FontRole::Body, token);
            text->setMinimumHeight(24);
            value = text;
            if (fact.look != Look::None) {
                value = new QWidget;
                auto* line = new QHBoxLayout(value);
                line->setContentsMargins(0, 0, 0, 0);
                line->setSpacing(8);
                line->addWidget(new IconLabel(iconOf(fact.look), token));
                line->addWidget(text, 1);
            }
        }
        form->addRow(label, value);
        label->setBuddy(value);
    }
    layout->addLayout(form);
}

void DetailsPanel::addSection(QVBoxLayout* layout, const Section& section)
{
    if (!section.title.isEmpty()) {
        layout->addSpacing(12);
        auto* title = new TextLabel(section.title, FontRole::BodyBold, Token::Text);
        title->setWordWrap(true);
        title->setMinimumHeight(20);
        layout->addWidget(title);
    }
    for (const Block& block : section.blocks)
        addBlock(layout, block);
}

void DetailsPanel::addBlock(QVBoxLayout* layout, const Block& block)
{
    const auto link = [&](const QString& text, bool caption) {
        auto* made = new LinkButton(text);
        made->setCaption(caption);
        made->setObjectName(u"link:"_s + text);
        connect(made, &QPushButton::clicked, this, [this, to = block.link, id = block.linkId] {
            if (to)
                Q_EMIT linkActivated(*to);
            else
                Q_EMIT pressed(id);
        });
        return made;
    };
    switch (block.kind) {
    case Block::Kind::Finding: {
        layout->addSpacing(8);
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(8);
        grid->setVerticalSpacing(0);
        grid->setColumnStretch(1, 1);
        const Token token = tokenOf(block.look);
        grid->addWidget(new IconLabel(iconOf(block.look), token), 0, 0);
        grid->addWidget(detailsText(block.title, FontRole::BodyBold, token), 0, 1);
        if (!block.linkText.isEmpty())
            grid->addWidget(new LinkedSentence(block.text, link(block.linkText, true)), 1, 1);
        else if (!block.text.isEmpty())
            grid->addWidget(detailsText(block.text, FontRole::Caption, Token::Text), 1, 1);
        layout->addLayout(grid);
        break;
    }
    case Block::Kind::Check: {
        layout->addSpacing(4);
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        line->addWidget(new IconLabel(iconOf(block.look), tokenOf(block.look)), 0, Qt::AlignTop);
        line->addWidget(detailsText(block.title, FontRole::Body, block.muted ? Token::Muted : Token::Text), 1);
        if (block.link || !block.linkId.isEmpty()) {
            line->addWidget(link(block.text, true));
        } else if (!block.text.isEmpty()) {
            auto* value = new TextLabel(block.text, FontRole::Caption, Token::Muted);
            value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            line->addWidget(value, 0, Qt::AlignTop);
        }
        layout->addLayout(line);
        break;
    }
    case Block::Kind::Evidence: {
        layout->addSpacing(6);
        layout->addWidget(hairLine());
        layout->addSpacing(6);
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        auto* name = new TextLabel(block.title, FontRole::BodyBold, Token::Text);
        name->setElide(Qt::ElideMiddle);
        line->addWidget(name, 1);
        line->addWidget(new IconLabel(iconOf(block.look), tokenOf(block.look)));
        line->addWidget(new TextLabel(block.word, FontRole::Body, tokenOf(block.look)));
        layout->addLayout(line);
        if (!block.text.isEmpty())
            layout->addWidget(detailsText(block.text, FontRole::Caption, Token::Muted));
        break;
    }
    case Block::Kind::Paragraph:
        layout->addWidget(detailsText(block.text, FontRole::Body, block.muted ? Token::Muted : Token::Text));
        break;
    case Block::Kind::Caption:
        layout->addSpacing(4);
        layout->addWidget(detailsText(block.text, FontRole::Caption, block.muted ? Token::Muted : Token::Text));
        break;
    case Block::Kind::Fixed:
        layout->addSpacing(4);
        layout->addWidget(detailsText(block.text, FontRole::Fixed, Token::Text));
        break;
    case Block::Kind::Buttons: {
        layout->addSpacing(8);
        QList<QPushButton*> made;
        for (const DetailButton& button : block.buttons) {
            auto* push = new Button(button.icon, button.role);
            push->setText(button.text);
            push->setObjectName(u"button:"_s + button.id);
            push->setReason(button.reason);
            connect(push, &QPushButton::clicked, this, [this, id = button.id] { Q_EMIT pressed(id); });
            made << push;
        }
        layout->addWidget(new ButtonRow(made));
        for (const DetailButton& button : block.buttons) {
            bool said = button.reason.isEmpty();
            for (const Section& section : std::as_const(m_details.sections)) {
                for (const Block& other : section.blocks)
                    said = said || other.text == button.reason;
            }
            if (!said)
                layout->addWidget(detailsText(button.reason, FontRole::Caption, Token::Muted));
        }
        break;
    }
    case Block::Kind::Link:
        layout->addSpacing(4);
        layout->addWidget(link(block.text, false), 0, Qt::AlignLeft);
        break;
    case Block::Kind::Progress: {
        layout->addSpacing(10);
        auto* bar = new QProgressBar;
        bar->setRange(0, 1000);
        bar->setTextVisible(false);
        bar->setFixedHeight(8);
        bar->setValue(qRound(std::clamp(block.progress, 0.0, 1.0) * 1000));
        bar->setAccessibleName(block.text);
        bar->setVisible(block.progress >= 0);
        layout->addWidget(bar);
        layout->addSpacing(4);
        layout->addWidget(detailsText(block.text, FontRole::Caption, Token::Muted));
        break;
    }
    }
}

void DetailsPanel::addTechnical(QVBoxLayout* layout)
{
    layout->addSpacing(8);
    auto* toggle = new LinkButton(m_technicalOpen ? tr("Hide technical details") : tr("Technical details"));
    toggle->setObjectName(u"technical"_s);
    auto* raw = detailsText(m_details.technical, FontRole::Fixed, Token::Muted);
    raw->setVisible(m_technicalOpen);
    layout->addWidget(toggle, 0, Qt::AlignLeft);
    layout->addWidget(raw);
    connect(toggle, &QPushButton::clicked, this, [this, toggle, raw] {
        m_technicalOpen = !m_technicalOpen;
        raw->setVisible(m_technicalOpen);
        toggle->setText(m_technicalOpen ? tr("Hide technical details") : tr("Technical details"));
    });
}

} // namespace bascule::ui
