// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runbook/Runbook.h"

#include "core/runbook/Scope.h"
#include "core/runbook/StepWords.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace bascule {

using namespace Qt::StringLiterals;

QString stepServers(const QString& code)
{
    if (code == u"freeze" || code == u"rollback-open")
        return u"source"_s;
    if (code == u"switch" || code == u"checks" || code == u"open" || code == u"rollback-freeze" ||
        code == u"rollback-switch")
        return u"target"_s;
    return u"both"_s;
}

Item stepTitle(const QString& code, const QString& subject, const QJsonObject& params)
{
    const bool one = (code == u"sync" || code == u"rollback-sync") && !subject.isEmpty();
    return {u"step."_s + code + (one ? u"-one"_s : QString()),
            {{u"name"_s, subject}, {u"source"_s, params[u"sourceName"]}, {u"target"_s, params[u"targetName"]}},
            {PageId::Cutover, u"step"_s, 0}};
}

Item stepUndo(const QString& code, const QString& subject, const QJsonObject& params)
{
    return {u"undo."_s + code,
            {{u"name"_s, subject},
             {u"source"_s, params[u"sourceName"]},
             {u"target"_s, params[u"targetName"]},
             {u"link"_s, params[u"link"]}},
            {PageId::Cutover, u"step"_s, 0}};
}

namespace {

/// The server over SSH that the switch link is on; null: this machine.
const Server* linkServer(const Snapshot& snapshot)
{
    const Server* target = snapshot.serverOf(ServerRole::Target);
    return target && target->kind == ServerKind::Ssh ? target : nullptr;
}

QString shownLink(const Snapshot& snapshot)
{
    const QString path = displayPath(switchLinkOf(snapshot));
    const Server* server = linkServer(snapshot);
    return server && !path.isEmpty() ? server->name + u':' + path : path;
}

} // namespace

std::string switchLinkOf(const Snapshot& snapshot)
{
    const Path& link = snapshot.project.switchLink;
    if (link.isEmpty())
        return {};
    if (link.startsWith('/'))
        return link.toStdString();
    if (const Server* server = linkServer(snapshot))
        return server->root.left(std::max<qsizetype>(0, server->root.lastIndexOf('/'))).toStdString() + '/' +
               link.toStdString();
    const QByteArray folder = QFileInfo(snapshot.file).absolutePath().toLocal8Bit();
    return folder.toStdString() + '/' + link.toStdString();
}

qint64 estimatedMs(const QString& code, qint64 files, qint64 bytes)
{
    // A plain disk: 100 MB/s, and 5,000 entries a second looked at or 2,000 written.
    const qint64 transfer = bytes / 100'000;
    if (code == u"freeze" || code == u"precheck" || code == u"rollback-freeze" || code == u"rollback-precheck")
        return 1'000 + files / 5;
    if (code == u"sync" || code == u"rollback-sync")
        return 2'000 + files / 2 + transfer;
    if (code == u"database" || code == u"rollback-database")
        return 2'000 + 3 * transfer;
    if (code == u"verify" || code == u"rollback-verify")
        return 2'000 + files / 5 + 2 * transfer;
    return code == u"checks" ? 5'000 : 1'000;
}

namespace {

struct Size
{
    qint64 files = 0, bytes = 0;
};

/// Assets cut the tree into pieces, so that their sums are the whole.
Size sizeOf(const Snapshot& snapshot, const MigrationScope& scope, const ScopeUnit* unit)
{
    Size size;
    for (const Asset* asset : snapshot.presentAssets()) {
        if (!asset->migrate || asset->kind == AssetKind::Database)
            continue;
        bool elsewhere = false;
        for (const ScopeUnit& other : scope.units) {
            if (unit && other.from != unit->from && isBelow(asset->path, other.from) && isBelow(other.from, unit->from))
                elsewhere = true;
        }
        if (elsewhere || (unit && !isBelow(asset->path, unit->from)))
            continue;
        size.files += asset->files;
        size.bytes += asset->bytes;
    }
    return size;
}

/// Makes steps, numbered, with what all of them know.
class Builder
{
public:
    Builder(const Snapshot& snapshot, const Server& source, const Server& target)
        : m_snapshot(snapshot)
        , m_source(source)
        , m_target(target)
        , m_link(shownLink(snapshot))
    {
    }

    RunbookStep& add(const QString& code, const QString& subject = {}, QJsonObject params = {})
    {
        RunbookStep step;
        step.number = int(m_steps.size()) + 1;
        step.code = code;
        step.subject = subject;
        params.insert(u"sourceName"_s, m_source.name);
        params.insert(u"targetName"_s, m_target.name);
        if (code.endsWith(u"switch"_s))
            params.insert(u"link"_s, m_link);
        step.params = params;
        step.title = stepTitle(code, subject, params);
        step.undo = stepUndo(code, subject, params);
        step.servers = stepServers(code);
        m_steps.push_back(step);
        return m_steps.back();
    }

    QString onSource(const Path& path) const { return displayPath(below(m_source.root.toStdString(), path)); }
    QString onTarget(const Path& path) const { return displayPath(below(m_target.root.toStdString(), path)); }
    Item action(const QString& code, QJsonObject params = {}) const
    {
        params.insert(u"source"_s, m_source.name);
        params.insert(u"target"_s, m_target.name);
        return {u"action."_s + code, params, {PageId::Planning, u"step"_s, 0}};
    }
    Item carry(const QString& code, const Path& from, const Path& to, const QString& name) const
    {
        return action(code, {{u"from"_s, onSource(from)}, {u"to"_s, onTarget(to)}, {u"name"_s, name}});
    }
    QString link() const { return m_link; }
    std::vector<RunbookStep> take() { return std::move(m_steps); }
    const Snapshot& snapshot() const { return m_snapshot; }

private:
    const Snapshot& m_snapshot;
    const Server& m_source;
    const Server& m_target;
    QString m_link;
    std::vector<RunbookStep> m_steps;
};

void addStart(Builder& build, const MigrationScope& scope)
{
    const Size all = sizeOf(build.snapshot(), scope, nullptr);
    RunbookStep& precheck = build.add(u"precheck"_s, {}, {{u"scope"_s, scopeToJson(scope)}});
    precheck.plannedMs = estimatedMs(precheck.code, all.files, all.bytes);
    precheck.actions = {build.action(u"reach"_s, {{u"from"_s, build.onSource({})}, {u"to"_s, build.onTarget({})}}),
                        build.action(u"room"_s, {{u"to"_s, build.onTarget({})}, {u"bytes"_s, all.bytes}}),
                        build.action(u"foreign"_s, {{u"to"_s, build.onTarget({})}})};
    if (!build.link().isEmpty())
        precheck.actions.push_back(build.action(u"read-link"_s, {{u"link"_s, build.link()}}));
    RunbookStep& freeze = build.add(u"freeze"_s);
    freeze.plannedMs = estimatedMs(freeze.code, all.files, all.bytes);
    freeze.actions = {build.action(u"freeze"_s, {{u"from"_s, build.onSource({})}}),
                      build.action(u"picture"_s, {{u"from"_s, build.onSource({})}})};
}

void addTransfers(Builder& build, const MigrationScope& scope)
{
    for (const ScopeUnit& unit : scope.units) {
        RunbookStep& sync =
            build.add(u"sync"_s, unit.name,
                      {{u"asset"_s, unit.asset}, {u"from"_s, pathToJson(unit.from)}, {u"to"_s, pathToJson(unit.to)}});
        const Size size = sizeOf(build.snapshot(), scope, &unit);
        sync.plannedMs = estimatedMs(sync.code, size.files, size.bytes);
        sync.actions.push_back(build.carry(u"sync"_s, unit.from, unit.to, unit.name));
        if (unit.from.isEmpty()) {
            for (const Path& path : scope.left)
                sync.actions.push_back(build.action(u"leave"_s, {{u"from"_s, build.onSource(path)}}));
        }
        sync.actions.push_back(build.action(u"delete-extra"_s, {{u"to"_s, build.onTarget(unit.to)}}));
        if (scope.owners != engine::OwnersBy::Number)
            sync.actions.push_back(
                build.action(scope.owners == engine::OwnersBy::Name ? u"owners-by-name"_s : u"owners-free"_s));
    }
    for (const ScopeDatabase& database : scope.databases) {
        RunbookStep& step = build.add(
            u"database"_s, database.name,
            {{u"asset"_s, database.asset}, {u"from"_s, pathToJson(database.from)}, {u"to"_s, pathToJson(database.to)}});
        const Asset* asset = build.snapshot().asset(database.asset);
        step.plannedMs = estimatedMs(step.code, 1, asset ? asset->bytes : 0);
        step.actions = {build.carry(u"database-copy"_s, database.from, database.to, database.name),
                        build.carry(u"database-compare"_s, database.from, database.to, database.name),
                        build.carry(u"database-promote"_s, database.from, database.to, database.name)};
    }
}

void addEnd(Builder& build, const MigrationScope& scope)
{
    const Size all = sizeOf(build.snapshot(), scope, nullptr);
    RunbookStep& verify = build.add(u"verify"_s);
    verify.plannedMs = estimatedMs(verify.code, all.files, all.bytes);
    verify.actions = {build.action(u"still-frozen"_s, {{u"from"_s, build.onSource({})}})};
    for (const ScopeUnit& unit : scope.units)
        verify.actions.push_back(build.carry(u"compare"_s, unit.from, unit.to, unit.name));
    for (const ScopeDatabase& database : scope.databases)
        verify.actions.push_back(build.carry(u"database-compare"_s, database.from, database.to, database.name));
    RunbookStep& change = build.add(u"switch"_s);
    change.plannedMs = estimatedMs(change.code, 0, 0);
    change.actions = {build.action(u"still-frozen"_s, {{u"from"_s, build.onSource({})}})};
    if (build.link().isEmpty())
        change.actions.push_back(build.action(u"no-link"_s));
    else
        change.actions.push_back(build.action(u"switch"_s, {{u"link"_s, build.link()}, {u"to"_s, build.onTarget({})}}));
    RunbookStep& checks = build.add(u"checks"_s);
    checks.plannedMs = estimatedMs(checks.code, 0, 0);
    qint64 enabled = 0;
    for (const Check& check : build.snapshot().checks)
        enabled += check.enabled ? 1 : 0;
    checks.actions = {build.action(u"sample"_s, {{u"to"_s, build.onTarget({})}})};
    for (const ScopeDatabase& database : scope.databases)
        checks.actions.push_back(build.carry(u"integrity"_s, database.from, database.to, database.name));
    if (enabled > 0)
        checks.actions.push_back(build.action(u"checks"_s, {{u"count"_s, enabled}}));
    RunbookStep& open = build.add(u"open"_s);
    open.plannedMs = estimatedMs(open.code, 0, 0);
    open.actions = {build.action(u"open"_s, {{u"to"_s, build.onTarget({})}}),
                    build.action(u"stay-frozen"_s, {{u"from"_s, build.onSource({})}})};
}

QString hashOf(const std::vector<RunbookStep>& steps, const Server& source, const Server& target,
               const std::string& link)
{
    QJsonArray all;
    for (const RunbookStep& step : steps) {
        QJsonObject params = step.params;
        // Names are for people: renaming a server changes nothing that is done.
        params.remove(u"sourceName"_s);
        params.remove(u"targetName"_s);
        all.append(QJsonObject{
            {u"code"_s, step.code}, {u"subject"_s, step.subject}, {u"params"_s, params}, {u"servers"_s, step.servers}});
    }
    const QJsonObject whole{{u"steps"_s, all},
                            {u"source"_s, pathToJson(source.root)},
                            {u"target"_s, pathToJson(target.root)},
                            {u"link"_s, pathToJson(Path::fromStdString(link))}};
    return QString::fromLatin1(
        QCryptographicHash::hash(QJsonDocument(whole).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256)
            .toHex());
}

void applyTimings(std::vector<RunbookStep>& steps, const Timings& timings)
{
    for (RunbookStep& step : steps) {
        for (const StepTiming& timing : timings.steps) {
            if (timing.code == step.code && timing.subject == step.subject && timings.rehearsals > 0) {
                step.plannedMs = timing.p90Ms;
                step.measured = true;
            }
        }
    }
}

Item problem(const QString& code, PageId page, const QString& kind, const QJsonObject& params = {})
{
    return {code, params, {page, kind, 0}};
}

} // namespace

Runbook buildRunbook(const Snapshot& snapshot)
{
    Runbook book;
    const Server* source = snapshot.serverOf(ServerRole::Source);
    const Server* target = snapshot.serverOf(ServerRole::Target);
    qint64 sources = 0;
    for (const Server& server : snapshot.servers)
        sources += server.role == ServerRole::Source ? 1 : 0;
    if (!source)
        book.problems.push_back(problem(u"runbook.no-source"_s, PageId::Servers, u"add-source"_s));
    if (!target)
        book.problems.push_back(problem(u"runbook.no-target"_s, PageId::Servers, u"add-target"_s));
    if (sources > 1)
        book.problems.push_back(
            problem(u"runbook.several-sources"_s, PageId::Servers, u"server"_s, {{u"count"_s, sources}}));
    if (!source || !target)
        return book;
    const MigrationScope scope = scopeOf(snapshot, *source);
    if (!source->inventoriedAt.isValid())
        book.problems.push_back(
            problem(u"runbook.not-inventoried"_s, PageId::Inventory, u"run-inventory"_s, {{u"name"_s, source->name}}));
    else if (scope.units.empty() && scope.databases.empty())
        book.problems.push_back(problem(u"runbook.nothing-to-migrate"_s, PageId::Inventory, u"asset"_s));
    Builder build(snapshot, *source, *target);
    addStart(build, scope);
    addTransfers(build, scope);
    addEnd(build, scope);
    book.steps = build.take();
    book.hash = hashOf(book.steps, *source, *target, switchLinkOf(snapshot));
    applyTimings(book.steps, measuredTimings(snapshot, book));
    return book;
}

std::vector<RunbookStep> rollbackSteps(const Snapshot& snapshot, const QJsonObject& scopeJson, const Timings& timings)
{
    const Server* source = snapshot.serverOf(ServerRole::Source);
    const Server* target = snapshot.serverOf(ServerRole::Target);
    if (!source || !target)
        return {};
    const MigrationScope scope = scopeFromJson(scopeJson);
    Builder build(snapshot, *source, *target);
    build.add(u"rollback-precheck"_s, {}, {{u"scope"_s, scopeJson}}).actions = {
        build.action(u"reach"_s, {{u"from"_s, build.onSource({})}, {u"to"_s, build.onTarget({})}})};
    build.add(u"rollback-freeze"_s).actions = {build.action(u"freeze"_s, {{u"from"_s, build.onTarget({})}})};
    for (const ScopeUnit& unit : scope.units) {
        build.add(u"rollback-sync"_s, unit.name, {{u"from"_s, pathToJson(unit.from)}, {u"to"_s, pathToJson(unit.to)}})
            .actions = {build.carry(u"sync-back"_s, unit.from, unit.to, unit.name)};
    }
    for (const ScopeDatabase& database : scope.databases) {
        build
            .add(u"rollback-database"_s, database.name,
                 {{u"from"_s, pathToJson(database.from)}, {u"to"_s, pathToJson(database.to)}})
            .actions = {build.carry(u"database-back"_s, database.from, database.to, database.name)};
    }
    build.add(u"rollback-verify"_s).actions = {build.carry(u"compare"_s, {}, {}, {})};
    build.add(u"rollback-switch"_s).actions = {
        build.link().isEmpty() ? build.action(u"no-link"_s)
                               : build.action(u"switch"_s, {{u"link"_s, build.link()}, {u"to"_s, build.onSource({})}})};
    build.add(u"rollback-open"_s).actions = {build.action(u"thaw"_s, {{u"from"_s, build.onSource({})}})};
    std::vector<RunbookStep> steps = build.take();
    const Size all = sizeOf(snapshot, scope, nullptr);
    for (RunbookStep& step : steps) {
        const bool changesOnly = step.code == u"rollback-sync";
        step.plannedMs = estimatedMs(step.code, all.files, changesOnly ? all.bytes / 20 : all.bytes);
        const QString forth = step.code.mid(u"rollback-"_s.size());
        for (const StepTiming& timing : timings.steps) {
            if (timings.rollbackMeasured && timing.code == forth && timing.subject == step.subject) {
                step.plannedMs = timing.rollbackMs;
                step.measured = true;
            }
        }
    }
    return steps;
}

} // namespace bascule
