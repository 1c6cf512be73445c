// SPDX-License-Identifier: GPL-3.0-or-later
// Transfers and comparisons between any two places.
#include "core/engine/wire/Helper.h"
#include "core/engine/wire/Transfer.h"
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

Result<engine::SyncReport> syncPlaces(const HostPath& source, const HostPath& target,
                                      const engine::SyncOptions& options, engine::Counters& counters,
                                      std::stop_token stop,
                                      const std::function<void(const engine::SyncAction&)>& onAction)
{
    if (source.isHere() && target.isHere())
        return engine::sync(source.path, target.path, options, counters, std::move(stop), onAction);
    const auto from = endOf(source, stop);
    if (!from)
        return from.error();
    const auto to = endOf(target, stop);
    if (!to)
        return to.error();
    return engine::wire::transfer(from->tree, to->tree, options, counters, std::move(stop), onAction);
}

Result<engine::CompareReport> comparePlaces(const HostPath& left, const HostPath& right,
                                            const engine::CompareOptions& options, engine::Counters& counters,
                                            std::stop_token stop)
{
    if (left.isHere() && right.isHere())
        return engine::compare(left.path, right.path, options, counters, std::move(stop));
    return makeError("server.not-connected", left.isHere() ? right.shown() : left.shown());
}

} // namespace bascule
