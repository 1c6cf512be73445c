// SPDX-License-Identifier: GPL-3.0-or-later
// Transfers and comparisons between any two places, and manifests of them.
#include "core/engine/wire/Comparison.h"
#include "core/engine/wire/Helper.h"
#include "core/engine/wire/Resuming.h"
#include "core/hosts/Direct.h"
#include "core/hosts/Host.h"
#include "core/hosts/Manifests.h"

namespace bascule {

namespace {

/// One side of a transfer with the helper that works there; none on this machine.
struct End
{
    std::shared_ptr<engine::wire::Helper> helper;
    engine::wire::TreeEnd tree;
};

Result<End> endOf(const HostPath& place, const std::stop_token& stop)
{
    End end;
    if (!place.isHere()) {
        auto helper = place.host->helper(stop);
        if (!helper)
            return helper.error();
        end.helper = std::move(*helper);
    }
    end.tree = {end.helper.get(), place.path, place.isHere() ? place.path : place.shown().toStdString()};
    return end;
}

} // namespace

namespace {

using OnAction = std::function<void(const engine::SyncAction&)>;

engine::wire::ReachableEnd reachable(const HostPath& place)
{
    engine::wire::ReachableEnd end;
    if (!place.isHere())
        end.connect = [host = place.host](std::stop_token stop) { return host->helper(std::move(stop)); };
    end.path = place.path;
    end.name = place.shown().toStdString();
    return end;
}

/// One attempt between two servers: straight as long as nothing speaks against it.
class BetweenServers
{
public:
    BetweenServers(const HostPath& source, TransferWay way)
        : m_source(source)
        , m_asked(way)
    {
        m_taken.way = way == TransferWay::Relay || !source.host->reach() ? TransferWay::Relay : TransferWay::Direct;
    }
    const WayTaken& taken() const { return m_taken; }

    Result<engine::SyncReport> once(const engine::wire::TreeEnd& source, const engine::wire::TreeEnd& target,
                                    const engine::SyncOptions& options, engine::Counters& counters,
                                    const std::stop_token& stop, const OnAction& onAction)
    {
        if (m_taken.way == TransferWay::Direct) {
            bool possible = true;
            auto report = straight(source, target, options, counters, stop, onAction, possible);
            if (possible || m_asked == TransferWay::Direct)
                return report;
            m_taken = {TransferWay::Relay, report.error()};
        }
        return engine::wire::transfer(source, target, options, counters, stop, onAction);
    }

private:
    /// `possible` becomes false when the error speaks against the way, not against the transfer.
    Result<engine::SyncReport> straight(const engine::wire::TreeEnd& source, const engine::wire::TreeEnd& target,
                                        const engine::SyncOptions& options, engine::Counters& counters,
                                        const std::stop_token& stop, const OnAction& onAction, bool& possible)
    {
        const auto way = DirectWay::open(*m_source.host->reach(), *source.helper, *target.helper, stop);
        if (!way) {
            const std::string& code = way.error().code;
            possible = code == "cancelled" || code == "call.cancelled" || code.starts_with("link.");
            return way.error();
        }
        engine::wire::Peer peer = (*way)->peer();
        peer.path = source.path;
        peer.name = source.name;
        auto report = engine::wire::pullDirect(*target.helper, target.path, peer, options, counters, stop, onAction);
        possible = report || !report.error().code.starts_with("direct.");
        return report;
    }

    const HostPath& m_source;
    const TransferWay m_asked;
    WayTaken m_taken;
};

} // namespace

Result<engine::SyncReport> syncPlaces(const HostPath& source, const HostPath& target,
                                      const engine::SyncOptions& options, engine::Counters& counters,
                                      std::stop_token stop, const OnAction& onAction, const TransferWatch& watch)
{
    if (source.isHere() && target.isHere())
        return engine::sync(source.path, target.path, options, counters, std::move(stop), onAction);
    const engine::wire::Patience patience;
    const bool servers = !source.isHere() && !target.isHere();
    if (!servers)
        return engine::wire::transferWithRetries(reachable(source), reachable(target), options, patience, counters,
                                                 std::move(stop), onAction, watch.onReconnect);
    BetweenServers between(source, watch.way);
    auto report = engine::wire::transferWithRetries(
        reachable(source), reachable(target), options, patience, counters, std::move(stop), onAction, watch.onReconnect,
        [&](const auto& from, const auto& to, const auto& how, engine::Counters& mine, const std::stop_token& now,
            const OnAction& told) { return between.once(from, to, how, mine, now, told); });
    if (watch.taken)
        *watch.taken = between.taken();
    return report;
}

Result<engine::CompareReport> comparePlaces(const HostPath& left, const HostPath& right,
                                            const engine::CompareOptions& options, engine::Counters& counters,
                                            std::stop_token stop)
{
    if (left.isHere() && right.isHere())
        return engine::compare(left.path, right.path, options, counters, std::move(stop));
    const auto one = endOf(left, stop);
    if (!one)
        return one.error();
    const auto other = endOf(right, stop);
    if (!other)
        return other.error();
    return engine::wire::compare(one->tree, other->tree, options, counters, std::move(stop));
}

Result<engine::ManifestReport> writeManifestOf(const HostPath& place, const std::string& out,
                                               const engine::wire::ManifestOptions& options, engine::Counters& counters,
                                               std::stop_token stop)
{
    const auto end = endOf(place, stop);
    if (!end)
        return end.error();
    return engine::wire::writeManifest(end->tree, out, options, counters, stop);
}

Result<engine::CompareReport> comparePlaceWithManifest(const std::string& manifest, const HostPath& place,
                                                       const engine::CompareOptions& options,
                                                       engine::ManifestFacts& facts, engine::Counters& counters,
                                                       std::stop_token stop)
{
    const auto end = endOf(place, stop);
    if (!end)
        return end.error();
    return engine::wire::compareWithManifest(manifest, end->tree, options, facts, counters, stop);
}

Result<engine::CompareReport> comparePlacesAndWrite(const HostPath& left, const HostPath& right,
                                                    const engine::CompareOptions& options, const std::string& out,
                                                    const engine::wire::ManifestOptions& manifest,
                                                    const std::function<bool(const engine::CompareReport&)>& wanted,
                                                    std::optional<Result<engine::ManifestReport>>& written,
                                                    engine::Counters& counters, std::stop_token stop)
{
    const auto one = endOf(left, stop);
    if (!one)
        return one.error();
    const auto other = endOf(right, stop);
    if (!other)
        return other.error();
    return engine::wire::compareAndWrite(one->tree, other->tree, options, out, manifest, wanted, written, counters,
                                         stop);
}

Result<void> manifestMayLieAt(const std::string& out, const HostPath& place, bool replace)
{
    return engine::wire::manifestMayLieAt(out, place.isHere() ? place.path : std::string(), replace);
}

} // namespace bascule
