// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/Ask.h"

#include "ui/pages/Parts.h"
#include "ui/prompts/Dialogs.h"

#include <QCoreApplication>

namespace bascule::ui::ask {

namespace {

/// The role stands behind the name in no list: names alone are offered, those of the role first.
QString preset(const AppContext& context, std::optional<PersonRole> role)
{
    const QString last = context.lastPerson();
    if (!role)
        return last;
    const QStringList fitting = parts::peopleOf(*context.snapshot(), *role);
    return fitting.contains(last) ? last : fitting.value(0);
}

} // namespace

void asPerson(QWidget* parent, AppContext& context, std::function<void(const QString& person)> act)
{
    if (!context.lastPerson().isEmpty()) {
        act(context.lastPerson());
        return;
    }
    auto* dialog = new DecisionDialog(parent);
    dialog->setSentence(QCoreApplication::translate("Ask", "Who are you?"));
    dialog->setBody(QCoreApplication::translate(
        "Ask", "Every decision is kept with a name in the evidence ledger. Bascule asks once until the window is "
               "closed."));
    dialog->askPerson(QCoreApplication::translate("Ask", "Your name"),
                      parts::people(*context.snapshot(), PersonRole::It));
    dialog->setVerb(QCoreApplication::translate("Ask", "Decide under this name"));
    QObject::connect(dialog, &QDialog::accepted, parent, [dialog, &context, act = std::move(act)] {
        context.setLastPerson(dialog->person());
        act(dialog->person());
    });
    dialog->open();
}

void decision(QWidget* parent, AppContext& context, const Decision& decision,
              std::function<void(const QString& person, const QString& why)> act)
{
    auto* dialog = new DecisionDialog(parent);
    dialog->setSentence(decision.sentence);
    dialog->setBody(decision.body);
    dialog->askPerson(QCoreApplication::translate("Ask", "Who decides"),
                      parts::people(*context.snapshot(), decision.role), preset(context, decision.role));
    if (decision.reason)
        dialog->askReason(QCoreApplication::translate("Ask", "Why"), decision.why);
    dialog->setVerb(decision.verb, decision.dangerous ? ButtonRole::Danger : ButtonRole::Primary);
    QObject::connect(dialog, &QDialog::accepted, parent, [dialog, &context, act = std::move(act)] {
        context.setLastPerson(dialog->person());
        act(dialog->person(), dialog->reason());
    });
    dialog->open();
}

void confirm(QWidget* parent, const QString& sentence, const QString& body, const QString& verb,
             std::function<void()> act)
{
    auto* dialog = new DecisionDialog(parent);
    dialog->setSentence(sentence);
    dialog->setBody(body);
    dialog->setVerb(verb, ButtonRole::Danger);
    QObject::connect(dialog, &QDialog::accepted, parent, std::move(act));
    dialog->open();
}

} // namespace bascule::ui::ask
