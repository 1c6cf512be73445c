// SPDX-License-Identifier: GPL-3.0-or-later
// What the scenarios look at, on the test environment and beside it on the source.
#include "core/databases/DatabasePlaces.h"
#include "core/hosts/HostLooks.h"
#include "core/rehearsal/Scenarios.h"
#include "core/runbook/TreePrint.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <cerrno>
#include <climits>

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
    HostPath source, test;
    std::vector<std::string> excludes; ///< for walks: databases and what does not go over
    Path from;
};

Result<Ends> endsOf(const Scenario& scenario, const ScenarioGround& ground)
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
    auto excludes = unitExcludes(ground.scope, {0, {}, from, onTarget(ground.scope, from)}, ground.source);
    if (!excludes)
        return excludes.error();
    ends.excludes = std::move(*excludes);
    return ends;
}

/// Entries of one kind below a path, a random but repeatable choice of at most `count`. A file is its own sample, "".
Result<std::vector<engine::TreeEntry>> sampleOf(const HostPath& root, const std::vector<std::string>& excludes,
                                                int count, const std::function<bool(const engine::TreeEntry&)>& wanted,
                                                std::stop_token stop)
{
    std::vector<engine::TreeEntry> chosen;
    const auto facts = root.at().factsAt(root.path);
    if (!facts)
        return facts.error();
    if (!*facts)
        return systemError(ENOENT, root.shown().toStdString(), "lstat", Severity::Fatal);
    if ((*facts)->kind != 'd') {
        engine::TreeEntry self;
        self.size = (*facts)->size;
        self.mode = (*facts)->mode;
        return std::vector{self};
    }
    QRandomGenerator dice(20260101);
    qint64 met = 0;
    engine::WalkOptions options;
    options.excludes = excludes;
    auto walked = root.at().walkTree(root.path, options, stop, [&](const engine::TreeEntry& entry) {
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

std::vector<std::string> pathsOf(const std::vector<engine::TreeEntry>& entries)
{
    std::vector<std::string> paths;
    for (const engine::TreeEntry& entry : entries)
        paths.push_back(entry.path);
    return paths;
}

ScenarioFinding fileReadable(const Scenario& scenario, const ScenarioGround& ground, std::stop_token stop)
{
    const auto there = endsOf(scenario, ground);
    if (!there)
        return failed(there.error());
    const Ends& ends = *there;
    const int count = scenario.params[u"sample"].toInt(200);
    auto sample = sampleOf(
        ends.test, ends.excludes, count, [](const auto& entry) { return entry.kind == 'f'; }, stop);
    if (!sample)
        return failed(sample.error());
    qint64 read = 0;
    for (const engine::TreeEntry& entry : sample.value()) {
        if (stop.stop_requested())
            return failed(u"scenario.stopped"_s);
        const HostPath path = ends.test / entry.path;
        const auto start = readStart(path, 4096, false, stop);
        if (!start)
            return failed(start.error());
        if (start->read == 0 && entry.size > 0)
            return failed(u"scenario.file-empty"_s, {{u"path"_s, path.shown()}});
        ++read;
    }
    return passed(u"scenario.files-read"_s, {{u"count"_s, read}});
}

ScenarioFinding rightsEqual(const Scenario& scenario, const ScenarioGround& ground, std::stop_token stop)
{
    const auto there = endsOf(scenario, ground);
    if (!there)
        return failed(there.error());
    const Ends& ends = *there;
    const int count = scenario.params[u"sample"].toInt(1000);
    auto sample = sampleOf(
        ends.source, ends.excludes, count, [](const auto&) { return true; }, stop);
    if (!sample)
        return failed(sample.error());
    qint64 compared = 0, different = 0, gone = 0;
    QString first;
    std::erase_if(sample.value(), [](const engine::TreeEntry& entry) { return entry.kind == 's'; });
    const std::vector<std::string> paths = pathsOf(sample.value());
    const auto wanted = rightsOf(ends.source, paths, stop), found = rightsOf(ends.test, paths, stop);
    if (stop.stop_requested())
        return failed(u"scenario.stopped"_s);
    if (!wanted || !found)
        return failed(!wanted ? wanted.error() : found.error());
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (wanted.value()[i].empty()) {
            ++gone; // removed by a user meanwhile
            continue;
        }
        ++compared;
        if (found.value()[i] == wanted.value()[i])
            continue;
        if (++different == 1)
            first = (ends.test / paths[i]).shown();
    }
    const QJsonObject params{{u"count"_s, compared}, {u"different"_s, different}, {u"path"_s, first}};
    return different > 0 ? failed(u"scenario.rights-differ"_s, params)
                         : passed(u"scenario.rights-equal-found"_s, params);
}

ScenarioFinding sqliteAnswers(const Scenario& scenario, const ScenarioGround& ground, std::stop_token stop)
{
    const auto there = endsOf(scenario, ground);
    if (!there)
        return failed(there.error());
    const Ends& ends = *there;
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

ScenarioFinding rateUnderLoad(const Scenario& scenario, const ScenarioGround& ground, std::stop_token stop)
{
    const auto there = endsOf(scenario, ground);
    if (!there)
        return failed(there.error());
    const Ends& ends = *there;
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
    const std::vector<std::string> paths = pathsOf(files.value());
    double source = 0, test = 0;
    qint64 sourceFailures = 0, testFailures = 0;
    // The best of three rounds each, in turn, so that what else the machine does weighs on both. Little is read in a
    // moment, in which the machine may do anything: then there are more.
    QElapsedTimer clock;
    clock.start();
    const auto tooLow = [&] { return test * 100 < source * least; };
    for (int round = 0; round < 3 || (tooLow() && round < 30 && clock.elapsed() < 3000); ++round) {
        if (stop.stop_requested())
            break;
        const auto old = readRate(ends.source, paths, threads, limit, stop);
        const auto fresh = readRate(ends.test, paths, threads, limit, stop);
        if (stop.stop_requested())
            break;
        if (!old || !fresh)
            return failed(!old ? old.error() : fresh.error());
        source = std::max(source, double(old->bytesPerSecond));
        test = std::max(test, double(fresh->bytesPerSecond));
        sourceFailures += old->failures;
        testFailures += fresh->failures;
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
    return tooLow() ? failed(u"scenario.rate-too-low"_s, params) : passed(u"scenario.rate-good"_s, params);
}

ScenarioFinding linkTargets(const Scenario& scenario, const ScenarioGround& ground, std::stop_token stop)
{
    const auto there = endsOf(scenario, ground);
    if (!there)
        return failed(there.error());
    const Ends& ends = *there;
    const auto roots = resolvedPaths(ground.source, {std::string()}, stop);
    if (!roots)
        return failed(roots.error());
    const std::string& oldRoot = roots->front();
    auto links = sampleOf(
        ends.test, ends.excludes, INT_MAX, [](const auto& entry) { return entry.kind == 'l'; }, stop);
    if (!links)
        return failed(links.error());
    qint64 dangling = 0, intoSource = 0;
    QString first;
    const std::vector<std::string> paths = pathsOf(links.value());
    const auto fresh = resolvedPaths(ends.test, paths, stop), old = resolvedPaths(ends.source, paths, stop);
    if (stop.stop_requested())
        return failed(u"scenario.stopped"_s);
    if (!fresh || !old)
        return failed(!fresh ? fresh.error() : old.error());
    for (std::size_t i = 0; i < paths.size(); ++i) {
        // A path of the old server written out in full stops working with it; going through the switch link does not.
        const std::string& to = links.value()[i].linkTarget;
        const bool back = !oldRoot.empty() && (to == oldRoot || to.starts_with(oldRoot + '/'));
        const bool broken = fresh.value()[i].empty() && !old.value()[i].empty();
        if ((broken || back) && first.isEmpty())
            first = (ends.test / paths[i]).shown();
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
