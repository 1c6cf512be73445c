// SPDX-License-Identifier: GPL-3.0-or-later
// sync and compare: the engine by itself, without a project.
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/hosts/TransferJobs.h"

#include <condition_variable>
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

/// Both ends of a transfer; where one is none, `exit` is set.
std::optional<std::pair<TransferEnd, TransferEnd>> endsOf(const Invocation& call, int& exit)
{
    std::vector<TransferEnd> ends;
    for (const QByteArray& text : call.args.positionals()) {
        auto end = TransferEnd::parse(text);
        if (!end) {
            exit = call.console.fail(end.error());
            return {};
        }
        if (end->address.isEmpty())
            end->path = absolutePath(end->path);
        else
            end->sudo = call.args.has("sudo");
        ends.push_back(std::move(*end));
    }
    return std::pair(ends[0], ends[1]);
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
    const auto count = [&](const char16_t* key) { return words.number(facts[QStringView(key)].toInteger()); };
    call.console.line(Tr::tr("%1 created, %2 replaced, %3 with new attributes, %4 deleted, %5 unchanged.")
                          .arg(count(u"created"), count(u"replaced"), count(u"metadataOnly"), count(u"deleted"),
                               count(u"unchanged")));
    const QString way = facts[u"way"].toString();
    if (way == "direct"_L1 || way == "relay"_L1) {
        QString said = words.say(u"way."_s + way);
        if (const QJsonObject why = facts[u"wayReason"].toObject(); !why.isEmpty())
            said += u' ' + errorSentence(why, words);
        call.console.line(said);
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
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any wake;
    wake.wait_for(lock, stop, std::chrono::milliseconds(milliseconds), [] { return false; });
    finish.request_stop();
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
    const TransferWay way = call.args.has("direct")  ? TransferWay::Direct
                            : call.args.has("relay") ? TransferWay::Relay
                                                     : TransferWay::Best;
    engine::SyncOptions options;
    options.deleteExtra = call.args.has("delete");
    options.checksum = call.args.has("checksum");
    options.dryRun = call.args.has("dry-run");
    options.excludes = excludesOf(call);
    if (call.args.has("bwlimit")) {
        const auto rate = rateBytes(call.args.text("bwlimit"));
        if (!rate)
            return call.console.usage(
                Tr::tr("“%1” is no rate; write 500k, 20M or 1G for bytes a second.").arg(call.args.text("bwlimit")));
        options.bytesPerSecond = *rate;
    }
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
    const Outcome outcome = runJob(call, nullptr, std::move(job), watches ? &ending : nullptr);
    if (outcome.kind == Outcome::Kind::Succeeded)
        printSync(call, outcome, options.dryRun);
    if (outcome.kind == Outcome::Kind::Succeeded && watches)
        printWatched(call, outcome.facts);
    return finish(call, outcome);
}

int runCompare(const Invocation& call)
{
    int exit = Good;
    const auto ends = endsOf(call, exit);
    if (!ends)
        return exit;
    engine::CompareOptions options;
    options.excludes = excludesOf(call);
    const Outcome outcome = runJob(call, nullptr, std::make_unique<CompareJob>(ends->first, ends->second, options));
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
          {"bwlimit", "RATE", QT_TRANSLATE_NOOP("Cli", "at most so many bytes a second, e.g. 20M")},
          sudo,
          {"direct", nullptr, QT_TRANSLATE_NOOP("Cli", "between two servers: straight, or not at all")},
          {"relay", nullptr, QT_TRANSLATE_NOOP("Cli", "between two servers: through this machine")},
          {"watch", nullptr,
           QT_TRANSLATE_NOOP("Cli", "go on as SRC changes; Ctrl+C: one last sync of what changed, then the end")},
          {"for", "DURATION", QT_TRANSLATE_NOOP("Cli", "with --watch: how long, e.g. 8h; until Ctrl+C, unless given")}},
         runSync,
         2,
         2},
        {"compare",
         "A B",
         QT_TRANSLATE_NOOP("Cli", "compare two folders, contents and attributes, here or on servers; exit 1 where they "
                                  "differ"),
         {exclude, sudo},
         runCompare,
         2,
         2},
    };
}

} // namespace bascule::cli
