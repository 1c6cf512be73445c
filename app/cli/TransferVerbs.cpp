// SPDX-License-Identifier: GPL-3.0-or-later
// sync, compare and manifest: the engine by itself, without a project.
#include "app/cli/RateSetting.h"
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/engine/Pause.h"
#include "core/hosts/ManifestJobs.h"

#include <thread>

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

std::vector<std::string> excludesOf(const Invocation& call)
{
    std::vector<std::string> globs;
    for (const QByteArray& glob : call.args.all("exclude"))
        globs.push_back(glob.toStdString());
    return globs;
}

/// False when --owners says something else than there is; then `exit` is set.
bool takeOwners(const Invocation& call, engine::OwnersBy& owners, int& exit)
{
    const auto given = ownersBy(call.args.text("owners"));
    owners = given.value_or(owners);
    if (given || !call.args.has("owners"))
        return true;
    exit = call.console.usage(Tr::tr("--owners is ids, names or free."));
    return false;
}

/// An end of a transfer; where it is none, `exit` is set.
std::optional<TransferEnd> endOf(const Invocation& call, const QByteArray& text, int& exit)
{
    auto end = TransferEnd::parse(text);
    if (!end) {
        exit = call.console.fail(end.error());
        return {};
    }
    if (end->address.isEmpty())
        end->path = absolutePath(end->path);
    else
        end->sudo = call.args.has("sudo");
    return *end;
}

std::optional<std::pair<TransferEnd, TransferEnd>> endsOf(const Invocation& call, int& exit)
{
    const auto first = endOf(call, call.args.at(0), exit);
    const auto second = first ? endOf(call, call.args.at(1), exit) : first;
    return second ? std::optional(std::pair(*first, *second)) : std::nullopt;
}

bool isServers(const std::pair<TransferEnd, TransferEnd>& ends)
{
    return !ends.first.address.isEmpty() && !ends.second.address.isEmpty();
}

void printActions(const Console& console, const QJsonArray& actions)
{
    for (const QJsonValue& action : actions) {
        const QString what = action[u"what"].toString();
        const QString word = what == u"create"    ? Tr::tr("create")
                             : what == u"replace" ? Tr::tr("replace")
                             : what == u"delete"  ? Tr::tr("delete")
                                                  : Tr::tr("set attributes of");
        console.line(word + u' ' + action[u"path"].toString());
    }
}

void printSync(const Invocation& call, const Outcome& outcome, bool dryRun)
{
    const text::Phrasebook& words = call.words;
    const QJsonObject& facts = outcome.facts;
    if (dryRun)
        printActions(call.console, facts[u"actions"].toArray());
    for (const QJsonValue& item : facts[u"skipped"].toArray())
        call.console.line(
            Tr::tr("Skipped %1: %2").arg(item[u"path"].toString(), words.say(item[u"reason"].toString())));
    if (const qint64 more = facts[u"skippedTotal"].toInteger() - facts[u"skipped"].toArray().size(); more > 0)
        call.console.line(Tr::tr("and %1 more").arg(words.number(more)));
    const auto count = [&](const char16_t* key) { return words.number(facts[QStringView(key)].toInteger()); };
    call.console.line(Tr::tr("%1 created, %2 replaced, %3 with new attributes, %4 deleted, %5 unchanged.")
                          .arg(count(u"created"), count(u"replaced"), count(u"metadataOnly"), count(u"deleted"),
                               count(u"unchanged")));
    for (const QJsonValue& owner : facts[u"owners"].toArray())
        call.console.line(words.say(ownerItem(owner.toObject())));
    const QString way = facts[u"way"].toString();
    if (way == "direct"_L1 || way == "relay"_L1) {
        QString said = words.say(u"way."_s + way);
        if (const QJsonObject why = facts[u"wayReason"].toObject(); !why.isEmpty())
            said += u' ' + errorSentence(why, words);
        call.console.line(said);
    }
    if (const QJsonObject held = facts[u"heldBack"].toObject(); !held.isEmpty()) {
        QStringList why;
        for (const QJsonValue& code : held[u"why"].toArray())
            why += words.say(code.toString());
        call.console.line(
            words.say(u"pace.was-held"_s, {{u"seconds"_s, held[u"seconds"]}, {u"why"_s, words.list(why)}}));
    }
    if (dryRun) {
        call.console.line(Tr::tr("Nothing was written: this was a dry run."));
        return;
    }
    call.console.line(Tr::tr("%1 files, %2; %3 written in %4.")
                          .arg(count(u"files"), words.bytes(facts[u"bytes"].toInteger()),
                               words.bytes(facts[u"transferred"].toInteger()),
                               words.duration(qint64(facts[u"seconds"].toDouble() * 1000))));
    call.console.line(facts[u"verified"].toBool() ? Tr::tr("Everything written was read back and found equal.")
                                                  : Tr::tr("Not everything is as it should be: see the list above."));
}

/// Of a run that failed too.
void printSkippedList(const Invocation& call, const QJsonObject& facts)
{
    const qint64 items = facts[u"skippedListed"].toInteger();
    call.console.line(
        Tr::tr("%n item(s) skipped: listed in “%1”.", nullptr, int(items)).arg(facts[u"skippedList"].toString()));
}

/// What a watched sync says beside what every sync does.
void printWatched(const Invocation& call, const QJsonObject& facts)
{
    const text::Phrasebook& words = call.words;
    QString by = words.say(u"watched."_s + facts[u"watchedBy"].toString());
    if (const QString why = facts[u"watchReason"].toString(); !why.isEmpty())
        by += u' ' + words.say(why);
    call.console.line(by);
    QStringList reasons;
    for (const QJsonValue& reason : facts[u"walkReasons"].toArray())
        reasons += words.say(reason.toString());
    const qint64 walks = facts[u"walks"].toInteger();
    call.console.line((Tr::tr("%n time(s) in sync,", nullptr, int(facts[u"passes"].toInteger())) + u' ' +
                       Tr::tr("%n of them by looking at everything.", nullptr, int(walks)) + u' ' + reasons.join(u' '))
                          .trimmed());
    call.console.line(
        Tr::tr("The last sync took %1.").arg(words.duration(qint64(facts[u"lastSeconds"].toDouble() * 1000))));
}

/// Asks for the end after so many milliseconds.
void requestAfter(std::stop_source& finish, qint64 milliseconds, const std::stop_token& stop)
{
    engine::pauseFor(std::chrono::milliseconds(milliseconds), stop);
    finish.request_stop();
}

void printManifest(const Invocation& call, const QJsonObject& facts)
{
    const QJsonArray notRead = facts[u"notRead"].toArray();
    for (const QJsonValue& item : notRead)
        call.console.line(
            Tr::tr("Not read: %1, %2").arg(item[u"path"].toString(), call.words.say(item[u"reason"].toString())));
    const qint64 more = facts[u"notReadTotal"].toInteger() - notRead.size();
    if (more > 0 && facts.contains(u"notRead"))
        call.console.line(Tr::tr("and %1 more").arg(call.words.number(more)));
    call.console.line(Tr::tr("%1 entries, %2 of files, hashed with %3.")
                          .arg(call.words.number(facts[u"entries"].toInteger()),
                               call.words.bytes(facts[u"bytes"].toInteger()), facts[u"hash"].toString()));
    call.console.line(Tr::tr("Root hash: %1").arg(facts[u"rootHash"].toString()));
    if (!facts[u"whole"].toBool())
        call.console.line(Tr::tr("The manifest is not whole: not everything could be read when it was made."));
}

ManifestWish wishOf(const Invocation& call, const QByteArray& file)
{
    return {absolutePath(file), call.args.has("sha256"), call.args.has("replace")};
}

int runManifest(const Invocation& call)
{
    int exit = Good;
    const auto folder = endOf(call, call.args.at(0), exit);
    if (!folder)
        return exit;
    const Outcome outcome =
        runJob(call, nullptr, std::make_unique<ManifestJob>(*folder, wishOf(call, call.args.at(1)), excludesOf(call)));
    if (outcome.kind == Outcome::Kind::Succeeded)
        printManifest(call, outcome.facts);
    return finish(call, outcome);
}

int runManifestVerify(const Invocation& call)
{
    const Outcome outcome = runJob(call, nullptr, std::make_unique<ManifestVerifyJob>(absolutePath(call.args.at(0))));
    if (outcome.kind == Outcome::Kind::Succeeded) {
        const QJsonObject& facts = outcome.facts;
        call.console.line(Tr::tr("This is the manifest of “%1”, made %2, as it was written.")
                              .arg(facts[u"root"].toString(), facts[u"made"].toString()));
        for (const QJsonValue& glob : facts[u"excludes"].toArray())
            call.console.line(Tr::tr("Left out: %1").arg(glob.toString()));
        printManifest(call, facts);
    }
    return finish(call, outcome);
}

int runSync(const Invocation& call)
{
    int exit = Good;
    const auto ends = endsOf(call, exit);
    if (!ends)
        return exit;
    if ((call.args.has("direct") || call.args.has("relay")) && !isServers(*ends))
        return call.console.usage(Tr::tr("--direct and --relay are for two servers: write both as host:/path."));
    if (call.args.has("direct") && call.args.has("relay"))
        return call.console.usage(Tr::tr("Say either --direct or --relay."));
    if (!call.args.has("manifest") && call.args.has("sha256"))
        return call.console.usage(Tr::tr("--sha256 is for a manifest: say --manifest OUT too."));
    if (!call.args.has("manifest") && !call.args.has("skipped") && call.args.has("replace"))
        return call.console.usage(
            Tr::tr("--replace is for a manifest or a list: say --manifest OUT or --skipped FILE too."));
    const TransferWay way = call.args.has("direct")  ? TransferWay::Direct
                            : call.args.has("relay") ? TransferWay::Relay
                                                     : TransferWay::Best;
    engine::SyncOptions options;
    options.deleteExtra = call.args.has("delete");
    options.checksum = call.args.has("checksum");
    options.dryRun = call.args.has("dry-run");
    options.excludes = excludesOf(call);
    if (!takeOwners(call, options.owners, exit))
        return exit;
    RateSetting rate(call);
    if (const auto wrong = rate.begin())
        return call.console.usage(*wrong);
    options.pace = rate.pace();
    const bool watches = call.args.has("watch");
    std::optional<qint64> lasting;
    if (call.args.has("for")) {
        lasting = durationMs(call.args.text("for"));
        if (!watches)
            return call.console.usage(Tr::tr("--for goes with --watch."));
        if (!lasting)
            return call.console.usage(Tr::tr("Durations are written 90s, 5min or 1h."));
    }
    if (watches && options.dryRun)
        return call.console.usage(Tr::tr("Say either --watch or --dry-run."));
    auto job = std::make_unique<SyncJob>(ends->first, ends->second, options, way);
    std::stop_source ending;
    std::jthread alarm;
    if (watches)
        job->watchUntil(ending.get_token());
    if (lasting)
        alarm = std::jthread([&ending, ms = *lasting](const std::stop_token& stop) { requestAfter(ending, ms, stop); });
    if (call.args.has("manifest"))
        job->setManifest(wishOf(call, call.args.bytes("manifest")));
    if (call.args.has("skipped"))
        job->setSkippedList({absolutePath(call.args.bytes("skipped")), call.args.has("replace"),
                             [&words = call.words](const QString& code) { return words.say(code); }});
    const Outcome outcome = runJob(call, nullptr, std::move(job), watches ? &ending : nullptr);
    if (outcome.kind == Outcome::Kind::Succeeded) {
        printSync(call, outcome, options.dryRun);
        if (watches)
            printWatched(call, outcome.facts);
        if (outcome.facts.contains(u"manifest"))
            printManifest(call, outcome.facts[u"manifest"].toObject());
        else if (call.args.has("manifest"))
            call.console.line(Tr::tr("No manifest was written."));
    }
    if (outcome.facts.contains(u"skippedList"))
        printSkippedList(call, outcome.facts);
    return finish(call, outcome);
}

std::unique_ptr<Job> compareJob(const Invocation& call, int& exit)
{
    engine::CompareOptions options;
    options.excludes = excludesOf(call);
    if (!takeOwners(call, options.owners, exit))
        return nullptr;
    if (call.args.has("manifest") && options.owners == engine::OwnersBy::Name) {
        exit = call.console.usage(Tr::tr("A manifest has owners by number only."));
        return nullptr;
    }
    if (call.args.has("manifest")) {
        if (call.args.positionals().size() != 1)
            exit = call.console.usage(Tr::tr("With --manifest it is one folder."));
        const auto folder = exit == Good ? endOf(call, call.args.at(0), exit) : std::nullopt;
        return folder
                   ? std::make_unique<ManifestCompareJob>(absolutePath(call.args.bytes("manifest")), *folder, options)
                   : nullptr;
    }
    if (call.args.positionals().size() != 2)
        exit = call.console.usage(Tr::tr("Name two folders, or one and --manifest FILE."));
    const auto ends = exit == Good ? endsOf(call, exit) : std::nullopt;
    return ends ? std::make_unique<CompareJob>(ends->first, ends->second, options) : nullptr;
}

int runCompare(const Invocation& call)
{
    int exit = Good;
    auto job = compareJob(call, exit);
    if (!job)
        return exit;
    const Outcome outcome = runJob(call, nullptr, std::move(job));
    if (outcome.kind == Outcome::Kind::Succeeded && outcome.facts.contains(u"manifest")) {
        const QJsonObject manifest = outcome.facts[u"manifest"].toObject();
        call.console.line(Tr::tr("On the left what the manifest of “%1” tells, made %2.")
                              .arg(manifest[u"root"].toString(), manifest[u"made"].toString()));
        printManifest(call, manifest);
    }
    if (outcome.kind == Outcome::Kind::Succeeded) {
        const QJsonArray differences = outcome.facts[u"differences"].toArray();
        QList<QStringList> rows;
        for (const QJsonValue& one : differences)
            rows.append({one[u"path"].toString(), call.words.say(u"difference."_s + one[u"what"].toString()),
                         one[u"detail"].toString()});
        call.console.table({}, rows);
        const qint64 total = outcome.facts[u"differencesTotal"].toInteger();
        if (total > differences.size())
            call.console.line(Tr::tr("and %1 more").arg(call.words.number(total - differences.size())));
        call.console.line(outcome.good ? Tr::tr("The two are equal, contents and attributes.")
                                       : Tr::tr("%n difference(s).", nullptr, int(total)));
    }
    return finish(call, outcome);
}

} // namespace

std::vector<Verb> transferVerbs()
{
    const Option exclude{"exclude", "GLOB", QT_TRANSLATE_NOOP("Cli", "leave out what matches; /x only at the top"),
                         true};
    const Option sha256{"sha256", nullptr, QT_TRANSLATE_NOOP("Cli", "hash with SHA-256, as sha256sum does")};
    const Option replace{"replace", nullptr,
                         QT_TRANSLATE_NOOP("Cli", "overwrite a manifest or list that is there already")};
    const Option owners{"owners", "ids|names|free",
                        QT_TRANSLATE_NOOP("Cli",
                                          "users and groups: by number (ids, unless given), by name, or free: kept "
                                          "where the account there can")};
    const Option sudo{"sudo", nullptr, QT_TRANSLATE_NOOP("Cli", "on servers work as root through sudo")};
    return {
        {"sync",
         "SRC DST",
         QT_TRANSLATE_NOOP("Cli", "make the folder DST the same as SRC, verified; each a folder of this machine, or "
                                  "[user@]host[:port]:/folder. What is there already is not copied again; nothing "
                                  "is deleted unless asked."),
         {{"delete", nullptr, QT_TRANSLATE_NOOP("Cli", "delete at DST what SRC does not have")},
          exclude,
          {"checksum", nullptr, QT_TRANSLATE_NOOP("Cli", "compare contents, not only sizes and times")},
          {"dry-run", nullptr, QT_TRANSLATE_NOOP("Cli", "say what would be done and write nothing")},
          {"bwlimit", "RATE",
           QT_TRANSLATE_NOOP("Cli", "at most so many bytes a second, e.g. 20M, or 0 for no limit; @FILE: what that "
                                    "file says, also when it is changed meanwhile")},
          {"polite", nullptr,
           QT_TRANSLATE_NOOP("Cli", "go slowly while the server that is read is busy (load, pressure, slow reads)")},
          owners,
          sudo,
          {"manifest", "OUT", QT_TRANSLATE_NOOP("Cli", "write a manifest of DST once it is verified")},
          {"skipped", "FILE",
           QT_TRANSLATE_NOOP("Cli", "write all that could not be kept or read to FILE, as CSV: path, reason and why")},
          sha256,
          replace,
          {"direct", nullptr, QT_TRANSLATE_NOOP("Cli", "between two servers: straight, or not at all")},
          {"relay", nullptr, QT_TRANSLATE_NOOP("Cli", "between two servers: through this machine")},
          {"watch", nullptr,
           QT_TRANSLATE_NOOP("Cli", "go on as SRC changes; Ctrl+C: one last sync of what changed, then the end")},
          {"for", "DURATION", QT_TRANSLATE_NOOP("Cli", "with --watch: how long, e.g. 8h; until Ctrl+C, unless given")}},
         runSync,
         2,
         2},
        {"compare",
         "A [B]",
         QT_TRANSLATE_NOOP("Cli", "compare two folders, contents and attributes, here or on servers; exit 1 where they "
                                  "differ"),
         {{"manifest", "FILE", QT_TRANSLATE_NOOP("Cli", "compare the one folder with what this manifest tells")},
          exclude,
          owners,
          sudo},
         runCompare,
         1,
         2},
        {"manifest",
         "FOLDER OUT",
         QT_TRANSLATE_NOOP("Cli", "write down what is in FOLDER, here or on a server, in the file OUT: a line a path "
                                  "with all attributes and a hash. “compare --manifest” tells later what has changed."),
         {sha256, exclude, replace, sudo},
         runManifest,
         2,
         2},
        {"manifest verify",
         "FILE",
         QT_TRANSLATE_NOOP("Cli", "prove that a manifest is as it was written, and say its root hash"),
         {},
         runManifestVerify,
         1,
         1},
    };
}

} // namespace bascule::cli
