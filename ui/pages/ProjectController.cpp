// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ProjectController.h"

#include "core/hosts/Setup.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

constexpr int kRecentKept = 12;

const char* const kFields[] = {"name",        "language", "rtoMinutes",    "rollbackDays", "availabilityTarget",
                               "observation", "evidence", "rehearsalDays", "switchLink",   "owners"};

QString fieldOf(ProjectController::Setting setting)
{
    return QString::fromLatin1(kFields[static_cast<int>(setting)]);
}

} // namespace

QString ProjectController::ownersWord(engine::OwnersBy owners)
{
    switch (owners) {
    case engine::OwnersBy::Name:
        return tr("By name");
    case engine::OwnersBy::Free:
        return tr("Where possible");
    case engine::OwnersBy::Number:
        break;
    }
    return tr("By number");
}

QList<Choice> ProjectController::roleChoices(const text::Phrasebook& words)
{
    QList<Choice> choices;
    for (PersonRole role : {PersonRole::It, PersonRole::Business, PersonRole::Management})
        choices.append({enumName(role), words.word(role)});
    return choices;
}

QList<Row> ProjectController::personRows(const Snapshot& snapshot, const text::Phrasebook& words)
{
    QList<Row> rows;
    for (const Person& person : snapshot.persons) {
        int owned = 0;
        for (const Asset& asset : snapshot.assets)
            owned += !asset.gone && asset.owner == person.name;
        Row row{u"person"_s, person.id, {}};
        row.cells = {Cell::named(u"person"_s, person.name), Cell::plain(words.word(person.role)),
                     person.contact.isEmpty() ? parts::none(tr("None")) : Cell::plain(person.contact),
                     Cell::number(words.number(owned), owned)};
        rows.append(row);
    }
    return rows;
}

QList<Row> ProjectController::settingRows(const Snapshot& snapshot, const text::Phrasebook& words)
{
    const Project& project = snapshot.project;
    if (project.name.isEmpty() && snapshot.file.isEmpty())
        return {};
    const auto row = [](Setting setting, const QString& name, const QString& value, const QString& meaning) {
        return Row{u"setting"_s,
                   static_cast<qint64>(setting) + 1,
                   {Cell::plain(name), Cell::plain(value), Cell::mutedText(meaning)}};
    };
    const QString link = displayPath(project.switchLink);
    return {
        row(Setting::Name, tr("Project’s name"), project.name, tr("In reports and on the board")),
        row(Setting::Language, tr("Language"), project.language == Language::French ? u"Français"_s : u"English"_s,
            tr("Of the window and of new reports")),
        row(Setting::Recovery, tr("Recovery objective (RTO)"), words.duration(qint64(project.rtoMinutes) * 60000),
            tr("How fast an asset must be back")),
        row(Setting::Rollback, tr("Rollback possible"), parts::days(project.rollbackDays),
            tr("After the cutover; then it expires")),
        row(Setting::Availability, tr("Availability target"), parts::percent(project.availabilityTarget, words),
            tr("Over the observation period")),
        row(Setting::Observation, tr("Observation period"), words.duration(qint64(project.observationHours) * 3600000),
            tr("Watched closely after the cutover")),
        row(Setting::Evidence, tr("Restore tests stay good"), parts::days(project.evidenceDays),
            tr("Then they expire and are run again")),
        row(Setting::Rehearsal, tr("Rehearsals stay good"), parts::days(project.rehearsalDays),
            tr("Then they expire and are run again")),
        row(Setting::SwitchLink, tr("Switch link"), link.isEmpty() ? tr("None") : link,
            tr("The link that users go through")),
        row(Setting::Owners, tr("Owners of files"), ownersWord(project.owners),
            tr("Users, groups and ACLs on the new server")),
    };
}

QList<Row> ProjectController::recentRows(const QList<RecentProject>& recent, const QDateTime& now,
                                         const text::Phrasebook& words)
{
    QList<Row> rows;
    for (int i = 0; i < recent.size(); ++i) {
        Row row{u"recent"_s, i + 1, {}};
        Cell opened = Cell::plain(parts::moment(recent[i].openedAt, now, words));
        opened.sort = recent[i].openedAt;
        row.cells = {Cell::named(u"file"_s, recent[i].name), Cell::filePath(recent[i].file), opened};
        rows.append(row);
    }
    return rows;
}

Details ProjectController::personDetails(const Snapshot& snapshot, Id id, const QString& off,
                                         const text::Phrasebook& words)
{
    Details details;
    const Person* person = findById(snapshot.persons, id);
    if (!person)
        return details;
    details.title = person->name;
    details.subtitle = words.word(person->role);
    const auto lock = [&off](Fact& fact) {
        fact.enabled = off.isEmpty();
        fact.reason = off;
    };
    lock(details.line(tr("Name"), u"name"_s, person->name));
    lock(details.choice(tr("Role"), u"role"_s, enumName(person->role), roleChoices(words)));
    lock(details.line(tr("Contact"), u"contact"_s, person->contact, tr("phone or e-mail")));
    QStringList owned;
    for (const Asset& asset : snapshot.assets) {
        if (!asset.gone && asset.owner == person->name)
            owned.append(asset.name);
    }
    details.section(tr("Answers for"));
    if (owned.isEmpty())
        details.caption(tr("No asset yet. Owners are assigned in the inventory."));
    else
        details.paragraph(words.list(owned.mid(0, 8)));
    if (owned.size() > 8)
        details.caption(tr("and %n more", "", int(owned.size() - 8)));
    if (!owned.isEmpty())
        details.link(tr("See the inventory"), {PageId::Inventory, {}, 0});
    QString why = off;
    if (why.isEmpty() && !owned.isEmpty())
        why = tr("Give these assets another owner first.");
    details.section({});
    details.buttons({{u"remove-person"_s, tr("Remove from the project…"), ButtonRole::Plain, why, {}}});
    if (off.isEmpty() && !why.isEmpty())
        details.caption(why);
    return details;
}

Details ProjectController::settingDetails(const Snapshot& snapshot, Setting setting, const QString& off,
                                          const text::Phrasebook& words)
{
    const Project& project = snapshot.project;
    const QString field = fieldOf(setting);
    Details details;
    QString why;
    Fact* fact = nullptr;
    const auto number = [&](const QString& label, int value, const QString& unit) {
        fact = &details.fact(label, unit);
        fact->kind = Fact::Kind::Number;
        fact->field = field;
        fact->value = QString::number(value);
    };
    switch (setting) {
    case Setting::Name:
        details.title = tr("Project’s name");
        fact = &details.line(tr("Name"), field, project.name);
        why = tr("It stands in the title of the window, on the board and in the reports.");
        break;
    case Setting::Language:
        details.title = tr("Language");
        fact = &details.choice(tr("Language"), field, enumName(project.language),
                               {{u"fr"_s, u"Français"_s}, {u"en"_s, u"English"_s}});
        why = tr("The window changes at once. Reports can be made in either language.");
        break;
    case Setting::Recovery:
        details.title = tr("Recovery objective (RTO)");
        number(tr("Objective"), project.rtoMinutes, tr("min"));
        why = tr("How long an asset may be gone before it hurts. A restore that takes longer does not count as proof. "
                 "An asset may have an objective of its own.");
        break;
    case Setting::Rollback:
        details.title = tr("Rollback possible");
        number(tr("For"), project.rollbackDays, tr("days"));
        why =
            tr("How long after the cutover one can still go back to the old server, with what users wrote meanwhile.");
        break;
    case Setting::Availability:
        details.title = tr("Availability target");
        fact = &details.line(tr("Target"), field, words.locale().toString(project.availabilityTarget, 'g', 6), tr("%"));
        why = tr("In percent of the observation period. 99.95% of a week allows 5 minutes of interruption.");
        break;
    case Setting::Observation:
        details.title = tr("Observation period");
        number(tr("Length"), project.observationHours, tr("hours"));
        why = tr("How long the new server is watched closely after the cutover.");
        break;
    case Setting::Evidence:
        details.title = tr("Restore tests stay good");
        number(tr("For"), project.evidenceDays, tr("days"));
        why = tr("An older restore test proves nothing about today’s backup: its checkpoint expires.");
        break;
    case Setting::Rehearsal:
        details.title = tr("Rehearsals stay good");
        number(tr("For"), project.rehearsalDays, tr("days"));
        why = tr("The servers change meanwhile: an older rehearsal expires.");
        break;
    case Setting::SwitchLink:
        details.title = tr("Switch link");
        fact = &details.line(tr("Path"), field, displayPath(project.switchLink), tr("/srv/current"));
        fact->fixed = true;
        why = tr("A symbolic link to the old server’s folder, which users and services go through. At the cutover it "
                 "is turned to the new one in one stroke; a rollback turns it back. Leave it empty to switch by hand.");
        break;
    case Setting::Owners:
        details.title = tr("Owners of files");
        fact = &details.choice(tr("Kept"), field, enumName(project.owners), {});
        for (const auto owners : {engine::OwnersBy::Number, engine::OwnersBy::Name, engine::OwnersBy::Free})
            fact->choices.append({enumName(owners), ownersWord(owners)});
        why = tr(
            "By number: a file that belongs to user 1001 belongs to user 1001 on the new server too, whatever that "
            "one is called. By name: it belongs to whoever has the same name there; ACLs too. Names that the new "
            "server does not know keep their number, and every run lists them. Without root an account gives no files "
            "away: then a transfer ends before the first such file. Where possible: it goes on, these files belong to "
            "that account, and they are listed.");
        break;
    }
    fact->enabled = off.isEmpty();
    fact->reason = off;
    details.section({});
    details.paragraph(why);
    if (!off.isEmpty())
        details.caption(off);
    return details;
}

Details ProjectController::recentDetails(const RecentProject& recent, const QDateTime& now,
                                         const text::Phrasebook& words)
{
    Details details;
    details.title = recent.name;
    details.subtitle = tr("Last opened: %1").arg(parts::moment(recent.openedAt, now, words));
    details.section({});
    details.fixedText(recent.file);
    details.buttons({{u"open-recent"_s, tr("Open this project"), ButtonRole::Plain, {}, {}},
                     {u"forget-recent"_s, tr("Remove from this list"), ButtonRole::Plain, {}, {}}});
    details.caption(tr("Removing it from the list deletes nothing."));
    return details;
}

StripState ProjectController::strip(const Snapshot& snapshot, bool open, const text::Phrasebook& words)
{
    StripState state;
    if (!open) {
        state.name = tr("No project is open");
        state.items = {{tr("A project is one file, kept wherever you like."), {}}};
        return state;
    }
    const bool it = !parts::peopleOf(snapshot, PersonRole::It).isEmpty();
    const bool business = !parts::peopleOf(snapshot, PersonRole::Business).isEmpty();
    const bool management = !parts::peopleOf(snapshot, PersonRole::Management).isEmpty();
    state.name = tr("People who decide");
    const auto missing = [&](bool there, const QString& text) {
        if (!there)
            state.items.append({text, Target{PageId::Project, u"add-person"_s, 0}});
    };
    missing(it, tr("somebody from IT"));
    missing(business, tr("somebody from the business"));
    missing(management, tr("somebody from management"));
    if (state.items.isEmpty()) {
        state.look = Look::Passed;
        state.tail = tr("– %n person(s) in this project", "", int(snapshot.persons.size()));
        const LedgerCheck& ledger = snapshot.ledger;
        state.items = {{ledger.intact ? tr("Evidence ledger intact: %n entry(ies) verified.", "", int(ledger.entries))
                                      : tr("Evidence ledger damaged at entry %1.").arg(words.number(ledger.firstBad)),
                        {}}};
        if (!ledger.intact)
            state.look = Look::Blocked;
    } else {
        state.look = snapshot.persons.empty() ? Look::NotStarted : Look::InProgress;
        state.tail = tr("– still missing:");
    }
    return state;
}

QString ProjectController::whyNotName(const Snapshot& snapshot, const QString& name, Id except)
{
    if (name.trimmed().isEmpty())
        return tr("A name is missing.");
    for (const Person& person : snapshot.persons) {
        if (person.id != except && person.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0)
            return tr("%1 is in the project already.").arg(person.name);
    }
    return {};
}

void ProjectController::savePerson(const Person& person)
{
    m_context.write([person](StoreTx& tx) -> Result<void> {
        if (auto id = bascule::savePerson(tx, person); !id)
            return id.error();
        return {};
    });
}

void ProjectController::editPerson(Id id, const QString& field, const QString& value)
{
    const Person* person = findById(m_context.snapshot()->persons, id);
    if (!person)
        return;
    Person changed = *person;
    if (field == "name"_L1)
        changed.name = value;
    else if (field == "contact"_L1)
        changed.contact = value;
    else
        enumFrom(value, changed.role);
    savePerson(changed);
}

void ProjectController::removePerson(Id id)
{
    m_context.write([id](StoreTx& tx) { return tx.erase<Person>(id); });
}

void ProjectController::editSetting(const QString& field, const QString& value)
{
    Project project = m_context.snapshot()->project;
    bool read = false;
    if (field == "name"_L1)
        project.name = value;
    else if (field == "language"_L1)
        enumFrom(value, project.language);
    else if (field == "rtoMinutes"_L1)
        project.rtoMinutes = value.toInt();
    else if (field == "rollbackDays"_L1)
        project.rollbackDays = value.toInt();
    else if (field == "availabilityTarget"_L1)
        project.availabilityTarget = m_context.text().locale().toDouble(value, &read);
    else if (field == "observation"_L1)
        project.observationHours = value.toInt();
    else if (field == "evidence"_L1)
        project.evidenceDays = value.toInt();
    else if (field == "rehearsalDays"_L1)
        project.rehearsalDays = value.toInt();
    else if (field == "switchLink"_L1)
        project.switchLink = value.trimmed().toUtf8();
    else if (field == "owners"_L1)
        (void)enumFrom(value, project.owners);
    m_context.write([project](StoreTx& tx) { return saveSettings(tx, project); });
    if (field == "language"_L1)
        m_context.setLanguage(project.language);
}

QList<RecentProject> ProjectController::recent() const
{
    QList<RecentProject> result;
    QSettings settings;
    const int count = settings.beginReadArray(u"recent"_s);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        result.append({settings.value(u"file"_s).toString(), settings.value(u"name"_s).toString(),
                       settings.value(u"openedAt"_s).toDateTime()});
    }
    settings.endArray();
    return result;
}

namespace {

void keep(const QList<RecentProject>& recent)
{
    QSettings settings;
    settings.beginWriteArray(u"recent"_s, int(recent.size()));
    for (int i = 0; i < recent.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(u"file"_s, recent[i].file);
        settings.setValue(u"name"_s, recent[i].name);
        settings.setValue(u"openedAt"_s, recent[i].openedAt);
    }
    settings.endArray();
}

} // namespace

void ProjectController::remember(const Snapshot& snapshot)
{
    if (snapshot.file.isEmpty())
        return;
    QList<RecentProject> all = recent();
    if (!all.isEmpty() && all.front().file == snapshot.file && all.front().name == snapshot.project.name)
        return;
    all.removeIf([&](const RecentProject& one) { return one.file == snapshot.file; });
    all.prepend({snapshot.file, snapshot.project.name, m_context.now()});
    keep(all.mid(0, kRecentKept));
}

void ProjectController::forget(const QString& file)
{
    QList<RecentProject> all = recent();
    all.removeIf([&](const RecentProject& one) { return one.file == file; });
    keep(all);
}

} // namespace bascule::ui
