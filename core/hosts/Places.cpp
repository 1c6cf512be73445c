// SPDX-License-Identifier: GPL-3.0-or-later
// Transfers and comparisons between any two places.
#include "core/engine/wire/Comparison.h"
#include "core/engine/wire/Helper.h"
#include "core/engine/wire/Transfer.h"
#include "core/hosts/Direct.h"
#include "core/hosts/Host.h"

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

/// A transfer that goes straight, or why it cannot.
struct Straight
{
    Result<engine::SyncReport> report;
    bool possible; ///< false: the error speaks against the way, not against the transfer
};

Straight syncStraight(const HostPath& source, const End& from, const End& to, const engine::SyncOptions& options,
                      engine::Counters& counters, const std::stop_token& stop, const OnAction& onAction)
{
    const auto way = DirectWay::open(*source.host->reach(), *from.helper, *to.helper, stop);
    if (!way) {
        const std::string& code = way.error().code;
        return {way.error(), code == "cancelled" || code == "call.cancelled" || code.starts_with("link.")};
    }
    engine::wire::Peer peer = (*way)->peer();
    peer.path = source.path;
    peer.name = from.tree.name;
    auto report = engine::wire::pullDirect(*to.helper, to.tree.path, peer, options, counters, stop, onAction);
    const bool possible = report || !report.error().code.starts_with("direct.");
    return {std::move(report), possible};
}

} // namespace

Result<engine::SyncReport> syncPlaces(const HostPath& source, const HostPath& target,
                                      const engine::SyncOptions& options, engine::Counters& counters,
                                      std::stop_token stop, const OnAction& onAction, TransferWay way, WayTaken* taken)
{
    if (source.isHere() && target.isHere())
        return engine::sync(source.path, target.path, options, counters, std::move(stop), onAction);
    const auto from = endOf(source, stop);
    if (!from)
        return from.error();
    const auto to = endOf(target, stop);
    if (!to)
        return to.error();
    WayTaken chosen;
    const bool servers = !source.isHere() && !target.isHere();
    if (servers && way != TransferWay::Relay && source.host->reach()) {
        Straight straight = syncStraight(source, *from, *to, options, counters, stop, onAction);
        chosen.way = TransferWay::Direct;
        if (straight.possible || way == TransferWay::Direct) {
            if (taken)
                *taken = chosen;
            return std::move(straight.report);
        }
        chosen.why = straight.report.error();
    }
    if (servers)
        chosen.way = TransferWay::Relay;
    if (taken)
        *taken = chosen;
    return engine::wire::transfer(from->tree, to->tree, options, counters, std::move(stop), onAction);
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

} // namespace bascule
