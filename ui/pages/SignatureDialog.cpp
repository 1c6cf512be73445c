// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/SignatureDialog.h"

#include "ui/pages/Parts.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

void SignatureDialog::askSigner(const QString& label, const SnapshotPtr& snapshot, const std::vector<PersonRole>& roles,
                                PersonRole preset, const text::Phrasebook& words)
{
    const QStringList people = parts::people(*snapshot, preset);
    FormField person{FormField::Kind::Editable, u"person"_s, label, people.value(0)};
    for (const QString& name : people)
        person.choices.append({name, name});
    person.missing = tr("A name is missing.");
    add(person);
    FormField role{FormField::Kind::Choice, u"role"_s, tr("For"), enumName(preset)};
    for (const PersonRole one : roles)
        role.choices.append({enumName(one), words.word(one)});
    add(role);
    setRule([snapshot](const FormValues& values) {
        for (const Person& known : snapshot->persons) {
            if (known.name == values.value(u"person"_s) && enumName(known.role) != values.value(u"role"_s))
                return tr("%1 has another role in this project.").arg(known.name);
        }
        return QString();
    });
}

void SignatureDialog::askSignature(std::function<void(const QString&, PersonRole)> done)
{
    ask([done = std::move(done)](const FormValues& values) {
        PersonRole given = PersonRole::It;
        enumFrom(values.value(u"role"_s), given);
        done(values.value(u"person"_s), given);
    });
}

} // namespace bascule::ui
