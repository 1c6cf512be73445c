// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/FormDialog.h"

#include "ui/widgets/Buttons.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

FormDialog::FormDialog(QWidget* parent, const QString& sentence, const QString& body, const QString& verb)
    : Prompt(parent)
{
    setSentence(sentence);
    setBody(body);
    setVerb(verb);
}

void FormDialog::add(const FormField& field)
{
    QWidget* widget = nullptr;
    QWidget* placed = nullptr;
    Button* browse = nullptr;
    const bool path = field.kind == FormField::Kind::Folder || field.kind == FormField::Kind::File ||
                      field.kind == FormField::Kind::NewFile;
    if (path) {
        QLineEdit* edit = nullptr;
        placed = makePath(field, edit, browse);
        widget = edit;
    } else {
        widget = makeWidget(field);
        placed = widget;
    }
    widget->setObjectName(field.id);
    widget->setAccessibleName(field.label);
    if (field.kind != FormField::Kind::Check)
        addLabel(field.label)->setBuddy(widget);
    fields()->addWidget(placed);
    m_entries.append({field, widget, browse});
    changed();
}

QWidget* FormDialog::makeWidget(const FormField& field)
{
    switch (field.kind) {
    case FormField::Kind::Text: {
        auto* edit = new QPlainTextEdit(field.value, this);
        edit->setTabChangesFocus(true);
        edit->setPlaceholderText(field.hint);
        edit->setMinimumHeight(edit->fontMetrics().lineSpacing() * 5);
        connect(edit, &QPlainTextEdit::textChanged, this, &FormDialog::changed);
        return edit;
    }
    case FormField::Kind::Choice:
    case FormField::Kind::Editable: {
        QComboBox* combo = makeCombo(this);
        combo->setEditable(field.kind == FormField::Kind::Editable);
        for (const Choice& choice : field.choices)
            combo->addItem(choice.text, choice.value);
        const int at = combo->findData(field.value);
        if (at >= 0)
            combo->setCurrentIndex(at);
        else if (combo->isEditable())
            combo->setEditText(field.value);
        if (combo->isEditable())
            combo->lineEdit()->setPlaceholderText(field.hint);
        connect(combo, &QComboBox::currentTextChanged, this, &FormDialog::changed);
        return combo;
    }
    case FormField::Kind::Number: {
        auto* box = new QSpinBox(this);
        box->setRange(field.least, field.most);
        box->setValue(field.value.toInt());
        if (!field.unit.isEmpty())
            box->setSuffix(QChar(0x00A0) + field.unit);
        connect(box, &QSpinBox::valueChanged, this, &FormDialog::changed);
        return box;
    }
    case FormField::Kind::Check: {
        auto* box = new QCheckBox(field.label, this);
        box->setChecked(field.value == "yes"_L1);
        connect(box, &QCheckBox::toggled, this, &FormDialog::changed);
        return box;
    }
    case FormField::Kind::Moment:
    case FormField::Kind::Day: {
        const bool day = field.kind == FormField::Kind::Day;
        QDateTimeEdit* edit = day ? new QDateEdit(this) : new QDateTimeEdit(this);
        const QString format = locale().dateFormat(QLocale::ShortFormat);
        edit->setDisplayFormat(day ? format : format + u" HH:mm"_s);
        edit->setCalendarPopup(true);
        if (day)
            edit->setDate(QDate::fromString(field.value, Qt::ISODate));
        else
            edit->setDateTime(QDateTime::fromString(field.value, Qt::ISODate).toLocalTime());
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &FormDialog::changed);
        return edit;
    }
    default:
        break;
    }
    auto* edit = new QLineEdit(field.value, this);
    edit->setPlaceholderText(field.hint);
    connect(edit, &QLineEdit::textChanged, this, &FormDialog::changed);
    return edit;
}

QWidget* FormDialog::makePath(const FormField& field, QLineEdit*& edit, Button*& browse)
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    edit = new QLineEdit(field.value, box);
    edit->setPlaceholderText(field.hint);
    connect(edit, &QLineEdit::textChanged, this, &FormDialog::changed);
    browse = new Button({}, ButtonRole::Plain, box);
    browse->setText(tr("Browse…"));
    browse->setAutoDefault(false);
    browse->setAccessibleName(tr("Browse for: %1").arg(field.label));
    QLineEdit* target = edit;
    connect(browse, &QPushButton::clicked, this, [this, field, target] { choosePath(field, target); });
    row->addWidget(edit, 1);
    row->addWidget(browse);
    return box;
}

void FormDialog::choosePath(const FormField& field, QLineEdit* edit)
{
    auto* chooser = new QFileDialog(this, field.label);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setOption(QFileDialog::DontUseNativeDialog);
    if (field.kind == FormField::Kind::Folder) {
        chooser->setFileMode(QFileDialog::Directory);
        chooser->setOption(QFileDialog::ShowDirsOnly);
    } else if (field.kind == FormField::Kind::File) {
        chooser->setFileMode(QFileDialog::ExistingFile);
    } else {
        chooser->setFileMode(QFileDialog::AnyFile);
        chooser->setAcceptMode(QFileDialog::AcceptSave);
    }
    if (!field.filter.isEmpty())
        chooser->setNameFilter(field.filter);
    if (!edit->text().isEmpty()) {
        const QString text = edit->text();
        chooser->setDirectory(field.kind == FormField::Kind::Folder ? text : text.section(u'/', 0, -2));
        if (field.kind == FormField::Kind::NewFile)
            chooser->selectFile(text.section(u'/', -1));
    }
    connect(chooser, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
    chooser->open();
}

void FormDialog::setRule(std::function<QString(const FormValues&)> rule)
{
    m_rule = std::move(rule);
    changed();
}

void FormDialog::setExplanation(std::function<QString(const FormValues&)> explain)
{
    m_explain = std::move(explain);
    if (!m_explanation) {
        m_explanation = new TextLabel(FontRole::Caption, Token::Muted, this);
        m_explanation->setWordWrap(true);
        fields()->addWidget(m_explanation);
    }
    changed();
}

QString FormDialog::valueOf(const Entry& entry)
{
    switch (entry.field.kind) {
    case FormField::Kind::Text:
        return qobject_cast<QPlainTextEdit*>(entry.widget)->toPlainText().trimmed();
    case FormField::Kind::Choice:
        return qobject_cast<QComboBox*>(entry.widget)->currentData().toString();
    case FormField::Kind::Editable: {
        // A known text stands for its value; other words stand for themselves.
        auto* combo = qobject_cast<QComboBox*>(entry.widget);
        const QString text = combo->currentText().trimmed();
        const int at = combo->findText(text);
        return at >= 0 && !combo->itemData(at).toString().isEmpty() ? combo->itemData(at).toString() : text;
    }
    case FormField::Kind::Number:
        return QString::number(qobject_cast<QSpinBox*>(entry.widget)->value());
    case FormField::Kind::Check:
        return qobject_cast<QCheckBox*>(entry.widget)->isChecked() ? u"yes"_s : u"no"_s;
    case FormField::Kind::Moment:
        return qobject_cast<QDateTimeEdit*>(entry.widget)->dateTime().toUTC().toString(Qt::ISODate);
    case FormField::Kind::Day:
        return qobject_cast<QDateTimeEdit*>(entry.widget)->date().toString(Qt::ISODate);
    default:
        return qobject_cast<QLineEdit*>(entry.widget)->text().trimmed();
    }
}

FormValues FormDialog::values() const
{
    FormValues result;
    for (const Entry& entry : m_entries)
        result.insert(entry.field.id, valueOf(entry));
    return result;
}

void FormDialog::setValue(const QString& id, const QString& value)
{
    for (const Entry& entry : m_entries) {
        if (entry.field.id != id)
            continue;
        if (auto* line = qobject_cast<QLineEdit*>(entry.widget))
            line->setText(value);
        else if (auto* text = qobject_cast<QPlainTextEdit*>(entry.widget))
            text->setPlainText(value);
        else if (auto* combo = qobject_cast<QComboBox*>(entry.widget))
            combo->setCurrentIndex(combo->findData(value));
        else if (auto* box = qobject_cast<QSpinBox*>(entry.widget))
            box->setValue(value.toInt());
        else if (auto* check = qobject_cast<QCheckBox*>(entry.widget))
            check->setChecked(value == "yes"_L1);
        else if (auto* moment = qobject_cast<QDateTimeEdit*>(entry.widget))
            moment->setDateTime(QDateTime::fromString(value, Qt::ISODate).toLocalTime());
    }
}

void FormDialog::ask(std::function<void(const FormValues&)> done)
{
    connect(this, &QDialog::accepted, this, [this, done = std::move(done)] { done(values()); });
    open();
}

QString FormDialog::whyNot() const
{
    for (const Entry& entry : m_entries) {
        if (!entry.field.missing.isEmpty() && valueOf(entry).isEmpty())
            return entry.field.missing;
    }
    return m_rule ? m_rule(values()) : QString();
}

void FormDialog::changed()
{
    for (const Entry& entry : m_entries) {
        if (entry.browse && entry.field.noChooser)
            entry.browse->setReason(entry.field.noChooser(values()));
    }
    if (m_explanation && m_explain)
        m_explanation->setText(m_explain(values()));
    check();
}

} // namespace bascule::ui
