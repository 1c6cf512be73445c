// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/prompts/Dialogs.h"
#include "ui/widgets/DetailsPanel.h"

#include <QHash>

#include <functional>

class QLineEdit;

namespace bascule::ui {

/// One field of a FormDialog.
struct FormField
{
    enum class Kind {
        Line,
        Text,
        Choice,
        Editable, ///< a combo box that also takes other words
        Number,
        Check,
        Folder,  ///< a path with a chooser
        File,    ///< the same for an existing file
        NewFile, ///< the same for a file to be made
        Moment,  ///< date and time: shown local, kept as ISO UTC
        Day      ///< a date, kept as ISO
    };
    Kind kind = Kind::Line;
    QString id{}, label{}, value{};
    QString hint{};          ///< placeholder, or the words of a check box
    QString missing{};       ///< the reason shown while it is empty; empty: may stay empty
    QString unit{};          ///< behind a number
    QString filter{};        ///< of a file chooser, Qt's form
    QList<Choice> choices{}; ///< Choice and Editable
    int least = 0, most = 1000000;
    std::function<QString(const QHash<QString, QString>&)> noChooser{}; ///< of a path: why it has none now
};

using FormValues = QHash<QString, QString>;

/// A few labelled fields and a verb that stays off, with its reason in words, until they make sense.
/// GUI thread; deletes itself when closed. Connect accepted() and read values().
class FormDialog : public Prompt
{
    Q_OBJECT
public:
    FormDialog(QWidget* parent, const QString& sentence, const QString& body, const QString& verb);

    void add(const FormField& field);
    /// Asked after every change once no field is missing; gives the reason why the verb is off. Pure.
    void setRule(std::function<QString(const FormValues&)> rule);
    /// Text below the fields, made anew after every change (what a choice means).
    void setExplanation(std::function<QString(const FormValues&)> explain);
    FormValues values() const;
    void setValue(const QString& id, const QString& value);

    /// Opens it; `done` gets the values when the verb is pressed.
    void ask(std::function<void(const FormValues&)> done);

protected:
    QString whyNot() const override;

private:
    struct Entry
    {
        FormField field;
        QWidget* widget = nullptr;
        Button* browse = nullptr; ///< of a path
    };
    QWidget* makeWidget(const FormField& field);
    QWidget* makePath(const FormField& field, QLineEdit*& edit, Button*& browse);
    void choosePath(const FormField& field, QLineEdit* edit);
    void changed();
    static QString valueOf(const Entry& entry);

    QList<Entry> m_entries;
    TextLabel* m_explanation = nullptr;
    std::function<QString(const FormValues&)> m_rule, m_explain;
};

} // namespace bascule::ui
