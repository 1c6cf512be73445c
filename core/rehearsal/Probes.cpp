// SPDX-License-Identifier: GPL-3.0-or-later
// What the scenarios look at, on the test environment and beside it on the source.
#include "core/databases/Sqlite.h"
#include "core/engine/Tree.h"
#include "core/rehearsal/Scenarios.h"
#include "core/runbook/TreePrint.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <atomic>
#include <climits>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <thread>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

ScenarioFinding passed(const QString& code, const QJsonObject& params = {})
{
    return {true, code, params};
}

ScenarioFinding failed(const QString& code, const QJsonObject& params = {})
{
    return {false, code, params};
}

ScenarioFinding failed(const Error& error)
{
    QJsonObject params = paramsToJson(error.params);
    params.insert(u"subject"_s, displayPath(error.subject));
    params.insert(u"reason"_s, QString::fromStdString(error.code));
    return failed(u"scenario.not-possible"_s, params);
}

/// The thing looked at, on both servers.
struct Ends
{
    std::string source, test;
    std::vector<std::string> excludes; ///< for walks: databases and what does not go over
    Path from;
};

Ends endsOf(const Scenario& scenario, const ScenarioGround& ground)
{
    Path from;
    if (const Asset* asset = ground.snapshot.asset(scenario.params[u"asset"].toInteger()))
        from = asset->path;
    const Path path = scenario.params[u"path"].toString().toUtf8();
    if (!path.isEmpty())
        from = from.isEmpty() ? path : from + '/' + path;
    while (from.startsWith('/'))
        from.remove(0, 1);
    Ends ends{below(ground.source, from), below(ground.test, onTarget(ground.scope, from)), {}, from};
    ends.excludes = unitExcludes(ground.scope, {0, {}, from, onTarget(ground.scope, from)}, ground.source);
    return ends;
}

/// Entries of one kind below a path, a random but repeatable choice of at most `count`. A file is its own sample, "".
Result<std::vector<engine::TreeEntry>> sampleOf(const std::string& root, const std::vector<std::string>& excludes,
                                                int count, const std::function<bool(const engine::TreeEntry&)>& wanted,
                                                std::stop_token stop)
{
    std::vector<engine::TreeEntry> chosen;
    struct stat info;
    if (::lstat(root.c_str(), &info) != 0)
        return systemError(errno, root, "lstat", Severity::Fatal);
    if (!S_ISDIR(info.st_mode)) {
        engine::TreeEntry self;
        self.size = info.st_size;
        self.mode = info.st_mode;
        return std::vector{self};
    }
    QRandomGenerator dice(20260101);
    qint64 met = 0;
    engine::WalkOptions options;
    options.excludes = excludes;
    auto walked = engine::walk(root, options, stop, [&](const engine::TreeEntry& entry) {
        if (!wanted(entry))
            return !stop.stop_requested();
        ++met;
        if (chosen.size() < std::size_t(count))
            chosen.push_back(entry);
        else if (const auto place = dice.bounded(met); place < count)
            chosen[std::size_t(place)] = entry;
        return !stop.stop_requested();
    });
    if (!walked)
        return walked.error();
    if (stop.stop_requested())
        return makeError("scenario.stopped");
    return chosen;
}

std::string inTree(const std::string& root, const engine::TreeEntry& entry)
{
    return entry.path.empty() ? root : root + '/' + entry.path;
}

ScenarioFinding fileReadable(const Scenario& scenario, const ScenarioGround& ground, std::stop_token stop)
{
    const Ends ends = endsOf(scenario, ground);
    const int count = scenario.params[u"sample"].toInt(200);
    auto sample = sampleOf(
        ends.test, ends.excludes, count, [](const auto& entry) { return entry.kind == 'f'; }, stop);
    if (!sample)
        return failed(sample.error());
    qint64 read = 0;
    for (const engine::TreeEntry& entry : sample.value()) {
        if (stop.stop_requested())
            return failed(u"scenario.stopped"_s);
        const std::string path = inTree(ends.test, entry);
        const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
        char buffer[4096];
        const ssize_t got = file < 0 ? -1 : ::read(file, buffer, sizeof buffer);
        const int number = errno;
        if (file >= 0)
            ::close(file);
        if (got < 0)
            return failed(systemError(number, path, "read"));
        if (got == 0 && entry.size > 0)
            return failed(u"scenario.file-empty"_s, {{u"path"_s, displayPath(path)}});
        ++read;
    }
    return passed(u"scenario.files-read"_s, {{u"count"_s, read}});
}

/// Mode, owner and access control lists of one entry, or empty when it is not there.
QByteArray rightsOf(const std::string& path)
{
    struct stat info;
    if (::lstat(path.c_str(), &info) != 0)
        return {};
    QByteArray rights = QByteArray::number(info.st_mode, 8) + ' ' + QByteArray::number(info.st_uid) + ' ' +
                        QByteArray::number(info.st_gid);
    for (const char* name : {"system.posix_acl_access", "system.posix_acl_default"}) {
        char value[4096];
        const ssize_t length = ::lgetxattr(path.c_str(), name, value, sizeof value);
        rights += ' ' + (length > 0 ? QByteArray(value, length).toHex() : QByteArray("-"));
    }
    return rights;
}

ScenarioFinding rightsEqual(const Scenario& scenario, const ScenarioGround& ground, std::stop_token stop)
{
    const Ends ends = endsOf(scenario, ground);
    const int count = scenario.params[u"sample"].toInt(1000);
    auto sample = sampleOf(
        ends.source, ends.excludes, count, [](const auto&) { return true; }, stop);
    if (!sample)
        return failed(sample.error());
    qint64 compared = 0, different = 0, gone = 0;
    QString first;
    for (const engine::TreeEntry& entry : sample.value()) {
        if (stop.stop_requested())
            return failed(u"scenario.stopped"_s);
        if (entry.kind == 's')
            continue;
        const QByteArray wanted = rightsOf(inTree(ends.source, entry));
        if (wanted.isEmpty()) {
            ++gone; // removed by a user meanwhile
            continue;
        }
        ++compared;
        if (rightsOf(inTree(ends.test, entry)) == wanted)
            continue;
        if (++different == 1)
            first = displayPath(inTree(ends.test, entry));
    }
    const QJsonObject params{{u"count"_s, compared}, {u"different"_s, different}, {u"path"_s, first}};
    return different > 0 ? failed(u"scenario.rights-differ"_s, params)
                         : passed(u"scenario.rights-equal-found"_s, params);
}

ScenarioFinding sqliteAnswers(const Scenario& scenario, const ScenarioGround& ground, std::stop_token stop)
{
    const Ends ends = endsOf(scenario, ground);
    const QString query = scenario.params[u"query"].toString();
    auto answer = sqliteQuery(ends.test, query, stop);
    if (!answer)
        return failed(answer.error());
    const QString got = answer.value().row.join(u", ");
    QString wanted = scenario.params[u"expected"].toString();
    if (!scenario.params.contains(u"expected"_s)) {
        auto original = sqliteQuery(ends.source, query, stop);
        if (!original)
            return failed(original.error());
        wanted = original.value().row.join(u", ");
    }
    const QJsonObject params{
        {u"got"_s, got.left(200)}, {u"wanted"_s, wanted.left(200)}, {u"rows"_s, answer.value().rows}};
    return got == wanted ? passed(u"scenario.query-answered"_s, params) : failed(u"scenario.query-differs"_s, params);
}

/// Reads files from several threads, as users at work do. Bytes a second, 0 when nothing was read.
double readRate(const std::string& root, const std::vector<engine::TreeEntry>& files, int threads, qint64 limit,
                std::stop_token stop, std::atomic<qint64>& failures)
{
    std::atomic<qint64> bytes{0};
    QElapsedTimer timer;
    timer.start();
    // Few small files are read in no time: again and again, until the clock can tell.
    do {
        std::atomic<std::size_t> next{0};
        std::vector<std::jthread> readers;
        for (int i = 0; i < threads; ++i) {
            readers.emplace_back([&] {
                std::vector<char> buffer(256 * 1024);
                for (std::size_t at = next++; at < files.size() && !stop.stop_requested() && bytes < limit;
                     at = next++) {
                    const int file =
                        ::open(inTree(root, files[at]).c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
                    if (file < 0) {
                        ++failures;
                        continue;
                    }
                    // From the disk, not from memory: both sides are met cold.
                    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
                    for (ssize_t got = 1; got > 0 && bytes < limit && !stop.stop_requested();) {
                        got = ::read(file, buffer.data(), buffer.size());
                        if (got > 0)
                            bytes += got;
                    }
                    ::close(file);
                }
            });
        }
    } while (timer.elapsed() < 100 && bytes > 0 && bytes < limit && failures == 0 && !stop.stop_requested());
    const qint64 ns = std::max<qint64>(1, timer.nsecsElapsed());
    return double(bytes) * 1e9 / double(ns);
}

ScenarioFinding rateUnderLoad(const Scenario& scenario, const ScenarioGround& ground, std::stop_token stop)
{
    const Ends ends = endsOf(scenario, ground);
    const int threads = std::clamp(scenario.params[u"threads"].toInt(4), 1, 64);
    const qint64 limit = scenario.params[u"limitBytes"].toInteger(256'000'000);
    const double least = scenario.params[u"leastPercent"].toDouble(50);
    auto files = sampleOf(
        ends.source, ends.excludes, scenario.params[u"sample"].toInt(500),
        [](const auto& entry) { return entry.kind == 'f' && entry.size > 0; }, stop);
    if (!files)
        return failed(files.error());
    if (files.value().empty())
        return passed(u"scenario.nothing-to-read"_s);
    double source = 0, test = 0;
    std::atomic<qint64> sourceFailures{0}, testFailures{0};
    // The best of three rounds each, in turn, so that what else the machine does weighs on both.
    for (int round = 0; round < 3 && !stop.stop_requested(); ++round) {
        source = std::max(source, readRate(ends.source, files.value(), threads, limit, stop, sourceFailures));
        test = std::max(test, readRate(ends.test, files.value(), threads, limit, stop, testFailures));
    }
    if (stop.stop_requested())
        return failed(u"scenario.stopped"_s);
    const QJsonObject params{{u"rate"_s, qint64(test)},
                             {u"sourceRate"_s, qint64(source)},
                             {u"percent"_s, source > 0 ? 100.0 * test / source : 100.0},
                             {u"least"_s, least},
                             {u"threads"_s, threads}};
    if (testFailures > sourceFailures)
        return failed(u"scenario.read-failed"_s, params);
    return test * 100 >= source * least ? passed(u"scenario.rate-good"_s, params)
                                        : failed(u"scenario.rate-too-low"_s, params);
}

/// Where a link leads in the end; empty when nowhere.
std::string resolved(const std::string& path)
{
    char text[PATH_MAX];
    return ::realpath(path.c_str(), text) ? std::string(text) : std::string();
}

ScenarioFinding linkTargets(const Scenario& scenario, const ScenarioGround& ground, std::stop_token stop)
{
    const Ends ends = endsOf(scenario, ground);
    const std::string oldRoot = resolved(ground.source);
    auto links = sampleOf(
        ends.test, ends.excludes, INT_MAX, [](const auto& entry) { return entry.kind == 'l'; }, stop);
    if (!links)
        return failed(links.error());
    qint64 dangling = 0, intoSource = 0;
    QString first;
    for (const engine::TreeEntry& link : links.value()) {
        if (stop.stop_requested())
            return failed(u"scenario.stopped"_s);
        const std::string here = resolved(inTree(ends.test, link)), there = resolved(inTree(ends.source, link));
        // A path of the old server written out in full stops working with it; going through the switch link does not.
        const bool back = link.linkTarget == oldRoot || link.linkTarget.starts_with(oldRoot + '/');
        const bool broken = here.empty() && !there.empty();
        if ((broken || back) && first.isEmpty())
            first = displayPath(inTree(ends.test, link));
        dangling += broken ? 1 : 0;
        intoSource += back && !broken ? 1 : 0;
    }
    const QJsonObject params{{u"count"_s, qint64(links.value().size())},
                             {u"broken"_s, dangling},
                             {u"intoSource"_s, intoSource},
                             {u"path"_s, first}};
    if (dangling > 0)
        return failed(u"scenario.links-broken"_s, params);
    return intoSource > 0 ? failed(u"scenario.links-into-source"_s, params) : passed(u"scenario.links-good"_s, params);
}

ScenarioFinding compatible(const ScenarioGround& ground)
{
    const Evidence* run = ground.snapshot.lastEvidence(evidence::CompatibilityRun);
    if (!run)
        return failed(u"scenario.compatibility-not-run"_s);
    qint64 blocking = 0;
    QString first;
    for (const Finding& finding : ground.snapshot.findings) {
        if (finding.room != u"compatibility" || finding.severity != FindingSeverity::Blocking ||
            finding.state != FindingState::Open)
            continue;
        if (++blocking == 1)
            first = finding.subject;
    }
    if (blocking > 0)
        return failed(u"scenario.incompatible"_s, {{u"count"_s, blocking}, {u"subject"_s, first}});
    return passed(u"scenario.compatible-found"_s);
}

} // namespace

QStringList scenarioProbes()
{
    return {u"file-readable"_s, u"rights-equal"_s, u"sqlite-query"_s,
            u"read-rate"_s,     u"link-targets"_s, u"compatible"_s};
}

ScenarioFinding runScenario(const Scenario& scenario, const ScenarioGround& ground, std::stop_token stop)
{
    if (scenario.probe == u"file-readable")
        return fileReadable(scenario, ground, stop);
    if (scenario.probe == u"rights-equal")
        return rightsEqual(scenario, ground, stop);
    if (scenario.probe == u"sqlite-query")
        return sqliteAnswers(scenario, ground, stop);
    if (scenario.probe == u"read-rate")
        return rateUnderLoad(scenario, ground, stop);
    if (scenario.probe == u"link-targets")
        return linkTargets(scenario, ground, stop);
    if (scenario.probe == u"compatible")
        return compatible(ground);
    return failed(u"scenario.unknown-probe"_s, {{u"name"_s, scenario.probe}});
}

} // namespace bascule
