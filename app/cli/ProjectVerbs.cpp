// SPDX-License-Identifier: GPL-3.0-or-later
// project, person: what a project is about.
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/hosts/Setup.h"

#include <QFile>

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

template <class T>
QJsonArray toArray(const std::vector<T>& values)
{
    QJsonArray array;
    for (const T& value : values)
        array.append(toJson(value));
    return array;
}

QJsonObject projectDocument(const Snapshot& snapshot)
{
    return {{u"file"_s, snapshot.file},
            {u"project"_s, toJson(snapshot.project)},
            {u"servers"_s, toArray(snapshot.servers)},
            {u"persons"_s, toArray(snapshot.persons)},
            {u"assets"_s, qint64(snapshot.assets.size())},
            {u"evidence"_s, qint64(snapshot.evidence.size())}};
}

int runNew(const Invocation& call)
{
    if (!call.args.has("name"))
        return call.console.usage(Tr::tr("A new project needs a --name."));
    Project project;
    project.name = call.args.text("name").trimmed();
    project.language = call.words.language();
    if (project.name.isEmpty())
        return call.console.fail(makeError("project.no-name"));
    const QString file = QFile::decodeName(absolutePath(call.args.at(0)));
    auto made = ProjectStore::create(file, project, call.clock);
    if (!made)
        return call.console.fail(made.error());
    const SnapshotPtr snapshot = (*made)->snapshot();
    call.console.line(
        Tr::tr("Made the project “%1” in %2.").arg(snapshot->project.name, displayPath(QFile::encodeName(file))));
    call.console.document(projectDocument(*snapshot));
    return Good;
}

QString speedOf(const Project& project, const text::Phrasebook& words)
{
    const QString limit =
        project.copyRate > 0 ? Tr::tr("at most %1").arg(words.rate(double(project.copyRate))) : Tr::tr("no limit");
    return project.copyPolite ? Tr::tr("%1, slowly while the server that is read is busy").arg(limit) : limit;
}

int runShow(const Invocation& call)
{
    return withProject(call, OpenMode::ReadOnly, [&](const StorePtr& store) {
        const SnapshotPtr snapshot = store->snapshot();
        const Project& project = snapshot->project;
        const text::Phrasebook& words = call.words;
        const auto days = [&](int count) { return words.duration(qint64(count) * 86'400'000); };
        call.console.table(
            {}, {{Tr::tr("Project"), project.name},
                 {Tr::tr("State"), words.say(u"migration-state."_s + enumName(project.state))},
                 {Tr::tr("Switch link"),
                  project.switchLink.isEmpty() ? words.say(u"word.none"_s) : displayPath(project.switchLink)},
                 {Tr::tr("Owners of files"), words.say(u"owners-by."_s + enumName(project.owners))},
                 {Tr::tr("Recovery objective (RTO)"), words.duration(qint64(project.rtoMinutes) * 60'000)},
                 {Tr::tr("Restore tests stay good for"), days(project.evidenceDays)},
                 {Tr::tr("Rehearsals stay good for"), days(project.rehearsalDays)},
                 {Tr::tr("Rollback stays possible for"), days(project.rollbackDays)},
                 {Tr::tr("Availability to be met"), words.percent(project.availabilityTarget)},
                 {Tr::tr("Observation period"), words.duration(qint64(project.observationHours) * 3'600'000)},
                 {Tr::tr("Speed of transfers"), speedOf(project, words)}});
        QList<QStringList> servers;
        for (const Server& server : snapshot->servers)
            servers.append({server.name, words.word(server.role), placeOf(server)});
        call.console.line();
        call.console.table({Tr::tr("Server"), Tr::tr("Role"), Tr::tr("Folder")}, servers);
        QList<QStringList> persons;
        for (const Person& person : snapshot->persons)
            persons.append({person.name, words.word(person.role), person.contact});
        call.console.line();
        call.console.table({Tr::tr("Person"), Tr::tr("Role"), Tr::tr("Contact")}, persons);
        call.console.document(projectDocument(*snapshot));
        return int(Good);
    });
}

/// A whole number into a setting; false when it is none.
bool takeNumber(const Invocation& call, const char* option, int& value, int& exit)
{
    if (!call.args.has(option))
        return true;
    bool good = false;
    const int number = call.args.text(option).toInt(&good);
    if (!good) {
        exit = call.console.usage(Tr::tr("“%1” is no whole number.").arg(call.args.text(option)));
        return false;
    }
    value = number;
    return true;
}

int runSet(const Invocation& call)
{
    int exit = Good;
    Project numbers;
    for (const auto& [option, member] :
         {std::pair{"rto", &Project::rtoMinutes}, std::pair{"evidence-days", &Project::evidenceDays},
          std::pair{"rehearsal-days", &Project::rehearsalDays}, std::pair{"rollback-days", &Project::rollbackDays},
          std::pair{"observation-hours", &Project::observationHours}}) {
        if (!takeNumber(call, option, numbers.*member, exit))
            return exit;
    }
    bool good = true;
    const double availability = call.args.text("availability").replace(u',', u'.').toDouble(&good);
    if (call.args.has("availability") && !good)
        return call.console.usage(Tr::tr("“%1” is no percentage.").arg(call.args.text("availability")));
    const auto rate = rateOrNone(call.args.text("bwlimit"));
    if (call.args.has("bwlimit") && !rate)
        return call.console.usage(
            Tr::tr("“%1” is no rate; write 500k, 20M or 1G for bytes a second.").arg(call.args.text("bwlimit")));
    const auto polite = yesNo(call.args.text("polite"));
    if (call.args.has("polite") && !polite)
        return call.console.usage(Tr::tr("--polite is yes or no."));
    const auto owners = ownersBy(call.args.text("owners"));
    if (call.args.has("owners") && !owners)
        return call.console.usage(Tr::tr("--owners is ids, names or free."));
    const auto write = [&](StoreTx& tx) -> Result<void> {
        auto row = tx.get<Project>(1);
        if (!row)
            return row.error();
        Project project = *row;
        project.copyRate = call.args.has("bwlimit") ? *rate : project.copyRate;
        project.copyPolite = call.args.has("polite") ? *polite : project.copyPolite;
        for (const auto& [option, member] :
             {std::pair{"rto", &Project::rtoMinutes}, std::pair{"evidence-days", &Project::evidenceDays},
              std::pair{"rehearsal-days", &Project::rehearsalDays}, std::pair{"rollback-days", &Project::rollbackDays},
              std::pair{"observation-hours", &Project::observationHours}}) {
            if (call.args.has(option))
                project.*member = numbers.*member;
        }
        if (call.args.has("name"))
            project.name = call.args.text("name");
        if (call.args.has("link"))
            project.switchLink = call.args.bytes("link").isEmpty() ? Path() : absolutePath(call.args.bytes("link"));
        if (call.args.has("owners"))
            project.owners = *owners;
        if (call.args.has("availability"))
            project.availabilityTarget = availability;
        if (call.languageGiven)
            project.language = call.words.language();
        return saveSettings(tx, project);
    };
    return change(call, write, [&](const Snapshot& snapshot) {
        call.console.line(Tr::tr("The settings are saved."));
        call.console.document(projectDocument(snapshot));
        return int(Good);
    });
}

int runPersonAdd(const Invocation& call)
{
    Person person;
    person.name = call.args.textAt(1);
    person.contact = call.args.text("contact");
    if (call.args.has("role") && !enumFrom(call.args.text("role"), person.role))
        return call.console.usage(Tr::tr("The --role is it, business or management."));
    const auto write = [&](StoreTx& tx) { return savePerson(tx, person); };
    return changeNew(call, write, [&](const Snapshot& snapshot, Id id) {
        const Person* made = findById(snapshot.persons, id);
        call.console.line(Tr::tr("Added %1 (%2).").arg(made->name, call.words.word(made->role)));
        call.console.document({{u"person"_s, toJson(*made)}});
        return int(Good);
    });
}

} // namespace

std::vector<Verb> projectVerbs()
{
    return {
        {"project new",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "make a project file; --language is the project's language"),
         {{"name", "NAME", QT_TRANSLATE_NOOP("Cli", "what the project is called")}},
         runNew,
         1,
         1},
        {"project show", "PROJECT", QT_TRANSLATE_NOOP("Cli", "its settings, servers and people"), {}, runShow, 1, 1},
        {"project set",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "change its settings"),
         {{"name", "NAME", QT_TRANSLATE_NOOP("Cli", "what the project is called")},
          {"link", "PATH",
           QT_TRANSLATE_NOOP("Cli", "the symbolic link that users go through, switched at the cutover")},
          {"owners", "ids|names|free",
           QT_TRANSLATE_NOOP("Cli", "users and groups keep their number (ids), are looked up by name on the target, or "
                                    "are kept where the account can (free)")},
          {"rto", "MINUTES", QT_TRANSLATE_NOOP("Cli", "how soon an asset must be back after a loss")},
          {"evidence-days", "DAYS", QT_TRANSLATE_NOOP("Cli", "how long a restore test stays good")},
          {"rehearsal-days", "DAYS", QT_TRANSLATE_NOOP("Cli", "how long a rehearsal stays good")},
          {"rollback-days", "DAYS", QT_TRANSLATE_NOOP("Cli", "how long a rollback stays possible")},
          {"availability", "PERCENT", QT_TRANSLATE_NOOP("Cli", "availability to be met after the cutover")},
          {"observation-hours", "HOURS", QT_TRANSLATE_NOOP("Cli", "length of the observation period")},
          {"bwlimit", "RATE",
           QT_TRANSLATE_NOOP("Cli", "its transfers take at most so many bytes a second, e.g. 20M; 0: no limit")},
          {"polite", "YES|NO", QT_TRANSLATE_NOOP("Cli", "its transfers go slowly while the server they read is busy")}},
         runSet,
         1,
         1},
        {"person add",
         "PROJECT NAME",
         QT_TRANSLATE_NOOP("Cli", "add somebody who owns, validates or decides"),
         {{"role", "ROLE", QT_TRANSLATE_NOOP("Cli", "it (unless given), business or management")},
          {"contact", "TEXT", QT_TRANSLATE_NOOP("Cli", "phone or address")}},
         runPersonAdd,
         2,
         2},
    };
}

} // namespace bascule::cli
