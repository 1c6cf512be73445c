// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dependencies/Gathering.h"

#include <algorithm>
#include <array>

namespace bascule::dependencies {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t maxLines = 20; // of evidence kept for one dependency
constexpr int perFurtherLine = 2;    // percent that another line adds
constexpr int certain = 99;

/// The same end found in two ways is one dependency, named by the way that says most.
int rankOf(const QString& kind)
{
    static constexpr std::array order{u"host",       u"address", u"url",     u"remote-folder",
                                      u"connection", u"path",    u"service", u"sqlite"};
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (kind == QStringView(order[i]))
            return int(i);
    }
    return -1;
}

} // namespace

Gathering::Gathering(const Snapshot& snapshot, const Resolver& resolver)
    : m_snapshot(snapshot)
    , m_resolver(resolver)
{
}

QString Gathering::keyOf(Id asset) const
{
    const Asset* found = m_snapshot.asset(asset);
    return found ? QString::number(found->server) + u'/' + found->key : QString();
}

void Gathering::add(Id server, Id from, const Path& file, const std::vector<Clue>& clues, bool dormant)
{
    const QString shown = displayPath(file);
    for (const Clue& clue : clues) {
        for (const Answer& answer : m_resolver.resolve(clue, server, file))
            link(from, answer, clue, shown, dormant || clue.dormant);
        if (clue.kind == Clue::Kind::Path && m_resolver.isMissingPath(clue, server)) {
            MissingPaths& missing = m_missing[from];
            if (missing.count++ == 0) {
                missing.path = displayPath(clue.paths.back());
                missing.file = shown;
            }
        }
    }
}

void Gathering::link(Id from, const Answer& answer, const Clue& clue, const QString& file, bool dormant)
{
    if (answer.to == from)
        return;
    Link& made = m_links[keyOf(from) + u" > "_s + (answer.to ? keyOf(answer.to) : answer.toName)];
    made.from = from;
    made.to = answer.to;
    made.confidence = std::max(made.confidence, answer.confidence);
    made.awake |= !dormant;
    made.toName = answer.to ? QString() : answer.toName;
    if (const int rank = rankOf(answer.kind); made.kind.isEmpty() || rank > made.rank) {
        made.kind = answer.kind;
        made.rank = rank;
    }
    made.lines.insert({file, clue.line, clue.excerpt});
}

void Gathering::blindSpot(Id server, Id asset, const char* code, const Path& file, QJsonObject params)
{
    Finding finding;
    finding.server = server;
    finding.asset = asset;
    finding.kind = FindingKind::BlindSpot;
    finding.severity = FindingSeverity::ToFix;
    finding.code = QLatin1String(code);
    finding.subject = displayPath(file);
    params.insert(u"path"_s, finding.subject);
    params.insert(u"subject"_s, finding.subject);
    finding.params = params;
    finding.key = finding.code + u'#' + QString::fromLatin1(file.toPercentEncoding("/"));
    m_blind.push_back(finding);
}

std::vector<Dependency> Gathering::dependencies() const
{
    std::vector<Dependency> all;
    for (const auto& [key, made] : m_links) {
        Dependency dependency;
        dependency.from = made.from;
        dependency.to = made.to;
        dependency.toName = made.toName;
        dependency.kind = made.kind;
        dependency.confidence = std::min(certain, made.confidence + perFurtherLine * int(made.lines.size() - 1));
        dependency.dormant = !made.awake;
        dependency.key = key;
        for (const Line& line : made.lines) {
            if (std::size_t(dependency.evidence.size()) == maxLines)
                break;
            dependency.evidence.append(
                QJsonObject{{u"file"_s, line.file}, {u"line"_s, line.line}, {u"excerpt"_s, line.excerpt}});
        }
        all.push_back(std::move(dependency));
    }
    return all;
}

std::vector<Finding> Gathering::findings() const
{
    std::vector<Finding> all = m_blind;
    for (const auto& [id, missing] : m_missing) {
        const Asset* asset = m_snapshot.asset(id);
        if (!asset)
            continue;
        Finding finding;
        finding.server = asset->server;
        finding.asset = id;
        finding.severity = FindingSeverity::Note;
        finding.code = u"dependencies.path-missing"_s;
        finding.subject = missing.path;
        finding.params = {{u"count"_s, missing.count}, {u"path"_s, missing.path}, {u"file"_s, missing.file}};
        finding.key = finding.code + u'@' + asset->key;
        all.push_back(std::move(finding));
    }
    return all;
}

Result<void> replaceDependencies(StoreTx& tx, const std::set<Id>& servers, std::vector<Dependency> found)
{
    auto rows = tx.all<Dependency>();
    auto assets = tx.all<Asset>();
    if (!rows)
        return rows.error();
    if (!assets)
        return assets.error();
    std::set<Id> inScope;
    for (const Asset& asset : assets.value()) {
        if (servers.contains(asset.server))
            inScope.insert(asset.id);
    }
    std::map<QString, Dependency> before;
    for (Dependency& row : rows.value()) {
        if (inScope.contains(row.from))
            before.emplace(row.key, row);
    }
    for (Dependency& dependency : found) {
        const auto old = before.find(dependency.key);
        if (old == before.end()) {
            if (auto done = tx.insert(dependency); !done)
                return done.error();
            continue;
        }
        dependency.id = old->second.id;
        dependency.state = old->second.state;
        dependency.by = old->second.by;
        dependency.why = old->second.why;
        if (toJson(dependency) != toJson(old->second)) {
            if (auto done = tx.update(dependency); !done)
                return done;
        }
        before.erase(old);
    }
    for (const auto& [key, old] : before) {
        if (old.state != DependencyState::ToConfirm)
            continue;
        if (auto done = tx.erase<Dependency>(old.id); !done)
            return done;
    }
    return {};
}

} // namespace bascule::dependencies
