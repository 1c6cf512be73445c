// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/Decisions.h"

#include "core/inventory/Map.h"

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

Result<void> done(const Result<Id>& line)
{
    if (!line)
        return line.error();
    return {};
}

Result<Path> destinationOf(Path path)
{
    const QString shown = displayPath(path);
    while (path.startsWith('/'))
        path.remove(0, 1);
    while (path.endsWith('/'))
        path.chop(1);
    for (const QByteArray& part : path.split('/')) {
        if (part == ".." || part.contains('\0'))
            return makeError("asset.destination-outside", shown);
    }
    return path;
}

/// Applies one change and notes it, when it is one.
template <class T, class Show>
void apply(T& field, const std::optional<T>& wanted, const char* name, QJsonObject& changed, Show show)
{
    if (!wanted || *wanted == field)
        return;
    field = *wanted;
    changed.insert(QLatin1String(name), show(field));
}

/// What mapHash() and mapGaps() need, as this transaction sees it.
Result<Snapshot> mapIn(StoreTx& tx)
{
    Snapshot map;
    auto servers = tx.all<Server>();
    auto assets = tx.all<Asset>();
    auto findings = tx.all<Finding>();
    auto dependencies = tx.all<Dependency>();
    auto lines = tx.all<Evidence>();
    if (!servers || !assets)
        return servers ? assets.error() : servers.error();
    if (!findings || !dependencies)
        return findings ? dependencies.error() : findings.error();
    if (!lines)
        return lines.error();
    map.servers = std::move(servers).value();
    map.assets = std::move(assets).value();
    map.findings = std::move(findings).value();
    map.dependencies = std::move(dependencies).value();
    map.evidence = std::move(lines).value();
    return map;
}

} // namespace

Result<void> setAsset(StoreTx& tx, Id id, const AssetChange& change, const QString& by)
{
    if (by.trimmed().isEmpty())
        return makeError("decision.person-missing");
    auto row = tx.get<Asset>(id);
    if (!row)
        return row.error();
    Asset& asset = row.value();
    AssetChange wanted = change;
    if (wanted.destination) {
        auto checked = destinationOf(*wanted.destination);
        if (!checked)
            return checked.error();
        wanted.destination = checked.value();
    }
    if (wanted.owner)
        wanted.owner = wanted.owner->trimmed();
    if (wanted.rtoMinutes && *wanted.rtoMinutes < 0)
        return makeError("asset.rto-negative", asset.name);
    QJsonObject changed;
    const auto plain = [](const auto& value) { return QJsonValue(value); };
    apply(asset.critical, wanted.critical, "critical", changed, plain);
    apply(asset.owner, wanted.owner, "owner", changed, plain);
    apply(asset.migrate, wanted.migrate, "migrate", changed, plain);
    apply(asset.destination, wanted.destination, "destination", changed,
          [](const Path& path) { return QJsonValue(displayPath(path)); });
    apply(asset.rtoMinutes, wanted.rtoMinutes, "rtoMinutes", changed, plain);
    if (changed.isEmpty())
        return {};
    if (auto written = tx.update(asset); !written)
        return written;
    changed.insert(u"asset"_s, asset.id);
    return done(tx.append(u"inventory"_s, evidence::AssetChanged, asset.name, changed, by.trimmed()));
}

Result<void> decideDependency(StoreTx& tx, Id id, DependencyState state, const QString& by, const QString& why)
{
    if (by.trimmed().isEmpty())
        return makeError("decision.person-missing");
    auto row = tx.get<Dependency>(id);
    if (!row)
        return row.error();
    Dependency& dependency = row.value();
    if (state == DependencyState::Dismissed && why.trimmed().isEmpty())
        return makeError("decision.reason-missing", dependency.toName);
    dependency.state = state;
    dependency.by = state == DependencyState::ToConfirm ? QString() : by.trimmed();
    dependency.why = state == DependencyState::ToConfirm ? QString() : redact(why.trimmed());
    if (auto written = tx.update(dependency); !written)
        return written;
    const QJsonObject data{{u"dependency"_s, dependency.id}, {u"state"_s, enumName(state)},
                           {u"why"_s, dependency.why},       {u"from"_s, dependency.from},
                           {u"to"_s, dependency.to},         {u"toName"_s, dependency.toName}};
    return done(tx.append(u"inventory"_s, evidence::DependencyDecided, dependency.key, data, by.trimmed()));
}

Result<void> decideFinding(StoreTx& tx, Id id, FindingState state, const QString& by, const QString& why)
{
    if (by.trimmed().isEmpty())
        return makeError("decision.person-missing");
    auto row = tx.get<Finding>(id);
    if (!row)
        return row.error();
    Finding& finding = row.value();
    if (state == FindingState::Accepted && why.trimmed().isEmpty())
        return makeError("decision.reason-missing", finding.subject);
    finding.state = state;
    finding.by = state == FindingState::Open ? QString() : by.trimmed();
    finding.why = state == FindingState::Open ? QString() : redact(why.trimmed());
    if (auto written = tx.update(finding); !written)
        return written;
    const QJsonObject data{{u"finding"_s, finding.id},
                           {u"state"_s, enumName(state)},
                           {u"why"_s, finding.why},
                           {u"code"_s, finding.code},
                           {u"path"_s, finding.subject}};
    return done(tx.append(u"inventory"_s, evidence::FindingDecided, finding.key, data, by.trimmed()));
}

Result<void> validateMap(StoreTx& tx, const QString& person)
{
    if (person.trimmed().isEmpty())
        return makeError("decision.person-missing");
    const auto map = mapIn(tx);
    if (!map)
        return map.error();
    const std::vector<Item> gaps = mapGaps(map.value());
    if (!gaps.empty())
        return makeError("map.not-complete", {}, {{"count", std::int64_t(gaps.size())}});
    auto persons = tx.all<Person>();
    if (!persons)
        return persons.error();
    Approval approval;
    approval.step = u"inventory"_s;
    approval.person = person.trimmed();
    for (const Person& known : persons.value()) {
        if (known.name == approval.person)
            approval.role = known.role;
    }
    approval.at = tx.now();
    approval.subject = mapHash(map.value());
    const QJsonObject data{{u"assets"_s, qint64(map.value().presentAssets().size())},
                           {u"dependencies"_s, qint64(mapDependencies(map.value()).size())},
                           {u"role"_s, enumName(approval.role)}};
    const auto line = tx.append(u"inventory"_s, evidence::MapValidated, approval.subject, data, approval.person);
    if (!line)
        return line.error();
    approval.evidence = line.value();
    return done(tx.insert(approval));
}

} // namespace bascule
