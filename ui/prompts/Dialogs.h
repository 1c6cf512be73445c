// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/StateLook.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QPlainTextEdit;
class QVBoxLayout;

namespace bascule::ui {

class Button;
class TextLabel;

/// 560 px at most, a sentence as title, no icon; Cancel is the default and Enter never destroys. Never exec(): open()
/// it and connect accepted(). Deletes itself when closed.
class Prompt : public QDialog
{
    Q_OBJECT
public:
    explicit Prompt(QWidget* parent);

    void setSentence(const QString& title);
    void setBody(const QString& text);
    /// The verb; never "OK".
    void setVerb(const QString& verb, ButtonRole role = ButtonRole::Primary);

protected:
    QVBoxLayout* fields() const { return m_fields; }
    TextLabel* addLabel(const QString& text);
    QComboBox* addPerson(const QString& label, const QStringList& persons, const QString& preset);
    QPlainTextEdit* addText(const QString& label, const QString& preset, const QString& placeholder);
    /// Empty: the verb can be pressed; else it stays off and the reason stands at its left.
    void setReason(const QString& reason);
    /// Asked after every change; gives the reason why the verb is off.
    virtual QString whyNot() const { return {}; }
    void check() { setReason(whyNot()); }

private:
    TextLabel *m_title, *m_body, *m_reason;
    QVBoxLayout* m_fields;
    Button *m_verb, *m_cancel;
};

/// A decision in words: optionally who (names to choose from or to type) and why (required when asked).
class DecisionDialog : public Prompt
{
    Q_OBJECT
public:
    explicit DecisionDialog(QWidget* parent);

    void askPerson(const QString& label, const QStringList& persons, const QString& preset = {});
    void askReason(const QString& label, const QString& preset = {}, const QString& placeholder = {},
                   bool required = true);
    QString person() const;
    QString reason() const;

protected:
    QString whyNot() const override;

private:
    QComboBox* m_person = nullptr;
    QPlainTextEdit* m_text = nullptr;
    bool m_required = true;
};

/// One condition of the go.
struct Condition
{
    Look look = Look::Waiting;
    QString text = {};
    QString fact = {};
    bool holds = false;
    bool operator==(const Condition&) const = default;
};

/// The go: conditions with their states, two names (IT and business), the button off with its reason until all hold.
class GoNoGoDialog : public Prompt
{
    Q_OBJECT
public:
    explicit GoNoGoDialog(QWidget* parent);
    void setConditions(const QList<Condition>& conditions);
    void askNames(const QString& itLabel, const QStringList& itPeople, const QString& businessLabel,
                  const QStringList& businessPeople);
    QString itName() const;
    QString businessName() const;

protected:
    QString whyNot() const override;

private:
    QList<Condition> m_conditions;
    QWidget* m_list = nullptr;
    QComboBox *m_it = nullptr, *m_business = nullptr;
};

/// The way back: what happens, how long it takes, what comes back, until when. A person's name is required.
class RollbackDialog : public Prompt
{
    Q_OBJECT
public:
    explicit RollbackDialog(QWidget* parent);
    /// Facts in the order they matter, each with its look.
    void setFacts(const QList<Condition>& facts);
    void askPerson(const QString& label, const QStringList& persons, const QString& preset = {});
    QString person() const;

protected:
    QString whyNot() const override;

private:
    QWidget* m_list = nullptr;
    QComboBox* m_person = nullptr;
};

/// A waiver: who answers for it and why; both required and shown for ever.
class WaiveDialog : public DecisionDialog
{
    Q_OBJECT
public:
    WaiveDialog(QWidget* parent, const QString& checkpoint, const QStringList& persons, const QString& preset = {});
};

} // namespace bascule::ui
