// SPDX-License-Identifier: GPL-3.0-or-later
// window, critical, message, contact, plan, approve, waive.
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/inventory/Decisions.h"
#include "core/planning/Plan.h"

#include <QFile>

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

Timings timingsOf(const Snapshot& snapshot)
{
    return measuredTimings(snapshot, buildRunbook(snapshot));
}

QJsonObject fitJson(const Invocation& call, const WindowFit& fit)
{
    const auto iso = [](const QDateTime& at) { return at.toUTC().toString(Qt::ISODate); };
    return {{u"start"_s, iso(fit.start)},    {u"ends"_s, iso(fit.ends)},
            {u"measured"_s, fit.measured},   {u"rollbackMeasured"_s, fit.rollbackMeasured},
            {u"cutoverMs"_s, fit.cutoverMs}, {u"rollbackMs"_s, fit.rollbackMs},
            {u"marginMs"_s, fit.marginMs},   {u"problems"_s, itemsJson(fit.problems, call.words)}};
}

/// A moment typed by people, or the exit.
std::optional<QDateTime> momentOf(const Invocation& call, const char* option, DateOnly dateOnly, int& exit)
{
    if (!call.args.has(option)) {
        exit = call.console.usage(Tr::tr("Say --%1, e.g. 2026-12-06T04:00.").arg(QLatin1String(option)));
        return {};
    }
    const auto moment = parseMoment(call.args.text(option), localZone(), dateOnly);
    if (!moment) {
        exit = call.console.fail(moment.error());
        return {};
    }
    return *moment;
}

void printFit(const Invocation& call, const WindowFit& fit)
{
    const text::Phrasebook& words = call.words;
    call.console.line(
        Tr::tr("Window: %1, %2, for %3.")
            .arg(words.weekdayDate(fit.start), words.time(fit.start), words.duration(fit.start.msecsTo(fit.ends))));
    if (fit.measured)
        call.console.line(
            Tr::tr("The cutover takes %1 as rehearsed, the way back %2; %3 are left.")
                .arg(words.duration(fit.cutoverMs), words.duration(fit.rollbackMs), words.duration(fit.marginMs)));
    else
        call.console.line(Tr::tr("No rehearsal of this plan has been measured yet."));
    for (const Item& problem : fit.problems)
        call.console.line(words.say(problem));
}

int runWindowSet(const Invocation& call)
{
    int exit = Good;
    const auto start = momentOf(call, "start", DateOnly::Refuse, exit);
    if (!start)
        return exit;
    bool good = false;
    const int minutes = call.args.text("duration").toInt(&good);
    if (!good)
        return call.console.usage(Tr::tr("Say how long it lasts with --duration MINUTES."));
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const Timings timings = timingsOf(*store->snapshot());
        const auto write = [&](StoreTx& tx) -> Result<void> {
            auto set = setWindow(tx, *start, minutes, timings, byWhom(call));
            return set ? Result<void>() : Result<void>(set.error());
        };
        if (auto done = store->write(write); !done)
            return call.console.fail(done.error());
        const SnapshotPtr snapshot = store->snapshot();
        const WindowFit fit = fitWindow(*start, minutes, timings, snapshot->criticalPeriods, call.clock.now());
        printFit(call, fit);
        call.console.document({{u"window"_s, toJson(*snapshot->window())}, {u"fit"_s, fitJson(call, fit)}});
        return int(Good);
    });
}

int runWindowWithdraw(const Invocation& call)
{
    return change(
        call, [&](StoreTx& tx) { return withdrawWindow(tx, byWhom(call)); },
        [&](const Snapshot&) {
            call.console.line(Tr::tr("No window is chosen any more."));
            call.console.document({{u"window"_s, QJsonValue()}});
            return int(Good);
        });
}

int runCriticalAdd(const Invocation& call)
{
    int exit = Good;
    const auto from = momentOf(call, "from", DateOnly::StartOfDay, exit);
    const auto to = from ? momentOf(call, "to", DateOnly::EndOfDay, exit) : std::nullopt;
    if (!to)
        return exit;
    const auto write = [&](StoreTx& tx) {
        return addCriticalPeriod(tx, *from, *to, call.args.text("why"), byWhom(call));
    };
    return changeNew(call, write, [&](const Snapshot& snapshot, Id id) {
        const CriticalPeriod* period = findById(snapshot.criticalPeriods, id);
        call.console.line(Tr::tr("No cutover from %1 to %2: %3.")
                              .arg(call.words.dateTime(period->from), call.words.dateTime(period->to), period->why));
        call.console.document({{u"criticalPeriod"_s, toJson(*period)}});
        return int(Good);
    });
}

int runCriticalRemove(const Invocation& call)
{
    const Id id = idOf(call.args.textAt(1));
    return change(
        call, [&](StoreTx& tx) { return removeCriticalPeriod(tx, id, byWhom(call)); },
        [&](const Snapshot&) {
            call.console.line(Tr::tr("Removed."));
            call.console.document({{u"removed"_s, id}});
            return int(Good);
        });
}

int runMessageSet(const Invocation& call)
{
    QString text = call.args.text("text");
    if (call.args.has("file")) {
        QFile file(QFile::decodeName(absolutePath(call.args.bytes("file"))));
        if (!file.open(QIODevice::ReadOnly))
            return call.console.fail(makeError("path.missing", displayPath(call.args.bytes("file"))));
        text = QString::fromUtf8(file.read(100'000));
    }
    const QString moment = call.args.textAt(1);
    const bool ready = !call.args.has("draft");
    const auto write = [&](StoreTx& tx) -> Result<void> {
        auto set = setMessage(tx, moment, text, ready);
        return set ? Result<void>() : Result<void>(set.error());
    };
    return change(call, write, [&](const Snapshot& snapshot) {
        call.console.line(ready ? Tr::tr("The message is ready.") : Tr::tr("The draft is saved."));
        QJsonArray messages;
        for (const Message& message : snapshot.messages)
            messages.append(toJson(message));
        call.console.document({{u"messages"_s, messages}});
        return int(Good);
    });
}

int runContactSet(const Invocation& call)
{
    Contact contact;
    contact.name = call.args.textAt(1);
    contact.phone = call.args.text("phone");
    contact.place = call.args.text("place").toInt();
    Id id = 0;
    const auto write = [&](StoreTx& tx) -> Result<void> {
        auto rows = tx.all<Contact>();
        if (!rows)
            return rows.error();
        for (const Contact& known : *rows) {
            if (known.name == contact.name)
                contact.id = known.id;
        }
        auto set = setContact(tx, contact);
        if (!set)
            return set.error();
        id = *set;
        return contact.place > 0 ? moveContact(tx, id, contact.place) : Result<void>();
    };
    return change(call, write, [&](const Snapshot& snapshot) {
        const Contact* saved = findById(snapshot.contacts, id);
        call.console.line(Tr::tr("%1 is called number %2.").arg(saved->name, call.words.number(saved->place)));
        call.console.document({{u"contact"_s, toJson(*saved)}});
        return int(Good);
    });
}

QJsonObject stepJson(const Invocation& call, const RunbookStep& step)
{
    return {{u"number"_s, step.number},
            {u"code"_s, step.code},
            {u"subject"_s, step.subject},
            {u"title"_s, call.words.say(step.title)},
            {u"servers"_s, step.servers},
            {u"actions"_s, itemsJson(step.actions, call.words)},
            {u"undo"_s, itemJson(step.undo, call.words)},
            {u"plannedMs"_s, step.plannedMs},
            {u"measured"_s, step.measured}};
}

int runPlan(const Invocation& call)
{
    return withProject(call, OpenMode::ReadOnly, [&](const StorePtr& store) {
        const SnapshotPtr snapshot = store->snapshot();
        const Runbook runbook = buildRunbook(*snapshot);
        const Timings timings = measuredTimings(*snapshot, runbook);
        printRunbook(call, *snapshot);
        QJsonArray steps;
        for (const RunbookStep& step : runbook.steps)
            steps.append(stepJson(call, step));
        QJsonObject document{{u"hash"_s, runbook.hash},
                             {u"steps"_s, steps},
                             {u"problems"_s, itemsJson(runbook.problems, call.words)},
                             {u"rehearsals"_s, timings.rehearsals},
                             {u"p90Ms"_s, timings.p90Ms},
                             {u"rollbackMs"_s, timings.rollbackMs}};
        if (const Window* window = snapshot->window()) {
            const WindowFit fit =
                fitWindow(window->start, window->minutes, timings, snapshot->criticalPeriods, call.clock.now());
            printFit(call, fit);
            document.insert(u"window"_s, fitJson(call, fit));
        }
        call.console.document(document);
        return int(runbook.problems.empty() ? Good : NotGood);
    });
}

/// The role somebody approves in: --as, or the one they have in the project.
std::optional<PersonRole> roleOf(const Invocation& call, const Snapshot& snapshot, int& exit)
{
    PersonRole role = PersonRole::It;
    if (call.args.has("as")) {
        if (enumFrom(call.args.text("as"), role))
            return role;
        exit = call.console.usage(Tr::tr("The option --as is it, business or management."));
        return {};
    }
    for (const Person& person : snapshot.persons) {
        if (person.name == call.args.text("by"))
            return person.role;
    }
    exit = call.console.usage(
        Tr::tr("“%1” is not among the project's people: add them, or say --as.").arg(call.args.text("by")));
    return {};
}

int runApprove(const Invocation& call)
{
    const QString step = call.args.textAt(1);
    const QString person = call.args.text("by");
    if (person.trimmed().isEmpty())
        return call.console.usage(Tr::tr("Say who approves with --by PERSON."));
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        int exit = Good;
        const SnapshotPtr before = store->snapshot();
        const auto role = roleOf(call, *before, exit);
        if (!role)
            return exit;
        const auto write = [&](StoreTx& tx) -> Result<void> {
            if (step == u"inventory")
                return validateMap(tx, person);
            auto done = approve(tx, step, person, *role, approvalSubject(*before, step, buildRunbook(*before)));
            return done ? Result<void>() : Result<void>(done.error());
        };
        if (auto done = store->write(write); !done)
            return call.console.fail(done.error());
        const SnapshotPtr snapshot = store->snapshot();
        call.console.line(Tr::tr("Noted in the ledger: %1 approves “%2”.").arg(person, step));
        QJsonObject approval{{u"step"_s, step}, {u"person"_s, person}, {u"role"_s, enumName(*role)}};
        if (!snapshot->approvals.empty())
            approval = toJson(snapshot->approvals.back());
        call.console.document({{u"approval"_s, approval}});
        return int(Good);
    });
}

int runWaive(const Invocation& call)
{
    const auto write = [&](StoreTx& tx) -> Result<void> {
        auto done = waive(tx, call.args.textAt(1), call.args.text("by"), call.args.text("why"));
        return done ? Result<void>() : Result<void>(done.error());
    };
    return change(call, write, [&](const Snapshot& snapshot) {
        const Waiver& waiver = snapshot.waivers.back();
        call.console.line(Tr::tr("Waived by %1, shown as such for ever: %2").arg(waiver.person, waiver.why));
        call.console.document({{u"waiver"_s, toJson(waiver)}});
        return int(Good);
    });
}

} // namespace

void printRunbook(const Invocation& call, const Snapshot& snapshot)
{
    const text::Phrasebook& words = call.words;
    const Runbook runbook = buildRunbook(snapshot);
    for (const Item& problem : runbook.problems)
        call.console.line(words.say(problem));
    for (const RunbookStep& step : runbook.steps) {
        QString time = words.clock(step.plannedMs);
        if (!step.measured)
            time = Tr::tr("%1, estimated").arg(time);
        call.console.line(u"%1. %2 (%3)"_s.arg(QString::number(step.number), words.say(step.title), time));
        for (const Item& action : step.actions)
            call.console.line(u"   - "_s + words.say(action));
        call.console.line(u"   "_s + Tr::tr("undo: %1").arg(words.say(step.undo)));
    }
}

std::vector<Verb> planningVerbs()
{
    return {
        {"window set",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "choose the cutover's window; refused where it does not fit"),
         {{"start", "ISO", QT_TRANSLATE_NOOP("Cli", "local time, e.g. 2026-12-06T04:00")},
          {"duration", "MIN", QT_TRANSLATE_NOOP("Cli", "minutes")},
          kBy},
         runWindowSet,
         1,
         1},
        {"window withdraw",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "give the chosen window up"),
         {kBy},
         runWindowWithdraw,
         1,
         1},
        {"critical add",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "add a period in which no cutover may fall"),
         {{"from", "ISO", QT_TRANSLATE_NOOP("Cli", "first moment, or day")},
          {"to", "ISO", QT_TRANSLATE_NOOP("Cli", "last moment, or day")},
          kWhy,
          kBy},
         runCriticalAdd,
         1,
         1},
        {"critical remove",
         "PROJECT ID",
         QT_TRANSLATE_NOOP("Cli", "take a critical period out"),
         {kBy},
         runCriticalRemove,
         2,
         2},
        {"message set",
         "PROJECT MOMENT",
         QT_TRANSLATE_NOOP("Cli", "write what users are told: before, start, end, rollback"),
         {{"text", "TEXT", QT_TRANSLATE_NOOP("Cli", "the message")},
          {"file", "FILE", QT_TRANSLATE_NOOP("Cli", "the message, from a file")},
          {"draft", nullptr, QT_TRANSLATE_NOOP("Cli", "not ready yet")}},
         runMessageSet,
         2,
         2},
        {"contact set",
         "PROJECT NAME",
         QT_TRANSLATE_NOOP("Cli", "say who is called when something goes wrong"),
         {{"phone", "PHONE", QT_TRANSLATE_NOOP("Cli", "their number")},
          {"place", "N", QT_TRANSLATE_NOOP("Cli", "1 is called first; last, unless given")}},
         runContactSet,
         2,
         2},
        {"plan",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "the runbook: every action on every server, its time, its undo"),
         {},
         runPlan,
         1,
         1},
        {"approve",
         "PROJECT STEP",
         QT_TRANSLATE_NOOP("Cli", "sign by name: inventory, rehearsal, planning or go"),
         {kBy, {"as", "ROLE", QT_TRANSLATE_NOOP("Cli", "it, business or management; the person's role, unless given")}},
         runApprove,
         2,
         2},
        {"waive",
         "PROJECT STEP",
         QT_TRANSLATE_NOOP("Cli",
                           "take responsibility for a checkpoint that has not passed, by name, for ever visible"),
         {kBy, kWhy},
         runWaive,
         2,
         2},
    };
}

} // namespace bascule::cli
