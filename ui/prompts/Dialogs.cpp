// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/Dialogs.h"

#include "ui/widgets/Buttons.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

Prompt::Prompt(QWidget* parent)
    : QDialog(parent)
    , m_title(new TextLabel(FontRole::DetailsTitle, Token::Text, this))
    , m_body(new TextLabel(FontRole::Body, Token::Text, this))
    , m_reason(new TextLabel(FontRole::Caption, Token::Muted, this))
    , m_fields(new QVBoxLayout)
    , m_verb(new Button({}, ButtonRole::Primary, this))
    , m_cancel(new Button({}, ButtonRole::Plain, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_body);
    layout->addLayout(m_fields);
    m_fields->setSpacing(4);
    layout->addSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_reason, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_verb);
    layout->addLayout(row);
    for (TextLabel* label : {m_title, m_body, m_reason})
        label->setWordWrap(true);
    m_body->hide();
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAutoDefault(true);
    m_cancel->setDefault(true); // Enter never destroys
    m_verb->setObjectName(u"verb"_s);
    m_cancel->setObjectName(u"cancel"_s);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_verb, &QPushButton::clicked, this, &QDialog::accept);
    setFixedWidth(560);
}

void Prompt::setSentence(const QString& title)
{
    m_title->setText(title);
    setWindowTitle(title);
    setAccessibleName(title);
}

void Prompt::setBody(const QString& text)
{
    m_body->setText(text);
    m_body->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
}

void Prompt::setVerb(const QString& verb, ButtonRole role)
{
    m_verb->setText(verb);
    m_verb->setRole(role);
    check();
}

TextLabel* Prompt::addLabel(const QString& text)
{
    auto* label = new TextLabel(text, FontRole::Body, Token::Muted, this);
    label->setWordWrap(true);
    m_fields->addSpacing(4);
    m_fields->addWidget(label);
    return label;
}

QComboBox* Prompt::addPerson(const QString& label, const QStringList& persons, const QString& preset)
{
    TextLabel* words = addLabel(label);
    QComboBox* combo = makeCombo(this);
    combo->setEditable(true); // somebody who is not in the project yet may sign too
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->addItems(persons);
    combo->setCurrentText(preset);
    if (preset.isEmpty())
        combo->setCurrentIndex(-1);
    combo->lineEdit()->setPlaceholderText(tr("Name"));
    combo->setAccessibleName(label);
    words->setBuddy(combo);
    m_fields->addWidget(combo);
    connect(combo, &QComboBox::editTextChanged, this, [this] { check(); });
    return combo;
}

QPlainTextEdit* Prompt::addText(const QString& label, const QString& preset, const QString& placeholder)
{
    TextLabel* words = addLabel(label);
    auto* edit = new QPlainTextEdit(preset, this);
    edit->setPlaceholderText(placeholder);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(QFontMetrics(edit->font()).height() * 4 + 12);
    edit->setAccessibleName(label);
    words->setBuddy(edit);
    m_fields->addWidget(edit);
    connect(edit, &QPlainTextEdit::textChanged, this, [this] { check(); });
    return edit;
}

void Prompt::setReason(const QString& reason)
{
    m_verb->setReason(reason);
    m_reason->setText(reason);
}

DecisionDialog::DecisionDialog(QWidget* parent)
    : Prompt(parent)
{
}

void DecisionDialog::askPerson(const QString& label, const QStringList& persons, const QString& preset)
{
    m_person = addPerson(label, persons, preset);
    check();
}

void DecisionDialog::askReason(const QString& label, const QString& preset, const QString& placeholder, bool required)
{
    m_required = required;
    m_text = addText(label, preset, placeholder);
    check();
}

QString DecisionDialog::person() const
{
    return m_person ? m_person->currentText().simplified() : QString();
}

QString DecisionDialog::reason() const
{
    return m_text ? m_text->toPlainText().trimmed() : QString();
}

QString DecisionDialog::whyNot() const
{
    if (m_person && person().isEmpty())
        return tr("The name of who decides is missing.");
    if (m_text && m_required && reason().isEmpty())
        return tr("The reason is missing; it stays in the evidence ledger.");
    return {};
}

namespace {

/// Conditions or facts with their states, one below the other.
QWidget* conditionList(const QList<Condition>& conditions, QWidget* parent)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(6);
    for (const Condition& condition : conditions) {
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        auto* icon = new IconLabel(iconOf(condition.look), tokenOf(condition.look), 16, content);
        icon->setAccessibleName(wordOf(condition.look));
        auto* text = new TextLabel(condition.text, FontRole::Body, Token::Text, content);
        text->setWordWrap(true);
        line->addWidget(icon, 0, Qt::AlignTop);
        line->addWidget(text, 1, Qt::AlignTop);
        if (!condition.fact.isEmpty()) {
            auto* fact = new TextLabel(condition.fact, FontRole::Caption, Token::Muted, content);
            fact->setAlignment(Qt::AlignRight | Qt::AlignTop);
            fact->setMaximumWidth(240);
            fact->setElide(Qt::ElideRight);
            line->addWidget(fact, 0, Qt::AlignTop);
        }
        column->addLayout(line);
    }
    column->addStretch(1);
    auto* scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    scroll->setFixedHeight(std::min(300, 32 * std::max(1, int(conditions.size())) + 8));
    return scroll;
}

} // namespace

GoNoGoDialog::GoNoGoDialog(QWidget* parent)
    : Prompt(parent)
{
}

void GoNoGoDialog::setConditions(const QList<Condition>& conditions)
{
    m_conditions = conditions;
    delete m_list;
    m_list = conditionList(conditions, this);
    fields()->insertWidget(0, m_list);
    check();
}

void GoNoGoDialog::askNames(const QString& itLabel, const QStringList& itPeople, const QString& businessLabel,
                            const QStringList& businessPeople)
{
    m_it = addPerson(itLabel, itPeople, {});
    m_business = addPerson(businessLabel, businessPeople, {});
    check();
}

QString GoNoGoDialog::itName() const
{
    return m_it ? m_it->currentText().simplified() : QString();
}

QString GoNoGoDialog::businessName() const
{
    return m_business ? m_business->currentText().simplified() : QString();
}

QString GoNoGoDialog::whyNot() const
{
    const auto open =
        std::count_if(m_conditions.cbegin(), m_conditions.cend(), [](const Condition& c) { return !c.holds; });
    if (open > 0)
        return tr("%n conditions do not hold yet.", nullptr, int(open));
    if (m_it && itName().isEmpty())
        return tr("The name from IT is missing.");
    if (m_business && businessName().isEmpty())
        return tr("The name from the business is missing.");
    if (m_it && m_business && itName().compare(businessName(), Qt::CaseInsensitive) == 0)
        return tr("Two different people give the go.");
    return {};
}

RollbackDialog::RollbackDialog(QWidget* parent)
    : Prompt(parent)
{
}

void RollbackDialog::setFacts(const QList<Condition>& facts)
{
    delete m_list;
    m_list = conditionList(facts, this);
    fields()->insertWidget(0, m_list);
}

void RollbackDialog::askPerson(const QString& label, const QStringList& persons, const QString& preset)
{
    m_person = addPerson(label, persons, preset);
    check();
}

QString RollbackDialog::person() const
{
    return m_person ? m_person->currentText().simplified() : QString();
}

QString RollbackDialog::whyNot() const
{
    return m_person && person().isEmpty() ? tr("The name of who decides is missing.") : QString();
}

WaiveDialog::WaiveDialog(QWidget* parent, const QString& checkpoint, const QStringList& persons, const QString& preset)
    : DecisionDialog(parent)
{
    setSentence(tr("Waive the checkpoint “%1”").arg(checkpoint));
    setBody(
        tr("The checkpoint counts as settled although its proof is missing. Who waives it and why stays shown on the "
           "board and in the reports for ever."));
    askPerson(tr("Who answers for it"), persons, preset);
    askReason(tr("Why"));
    setVerb(tr("Waive"), ButtonRole::Danger);
}

} // namespace bascule::ui
