// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>
#include <optional>
#include <vector>

namespace bascule {

/// How long work will still take, told from how it went so far. An item costs a time of its own and so does a byte, and
/// neither is known: small files tell of the one, large ones of the other. So all pairs of costs are looked at that
/// explain the past about equally well; each of them says how long the rest takes, at the pace of the whole past and at
/// that of the last seconds. The span of these answers is what is known. It is narrow where the rest is like the past,
/// and wide while only small files were met and the large ones are still to come.
///
/// Honest means: it may grow. When the pace falls (a limit is lowered) or more work turns up, the end is later than was
/// thought, and that is told within seconds rather than hidden. One thread.
class TimeLeft
{
public:
    struct Work
    {
        qint64 ms = 0;               ///< since the begin
        qint64 items = 0, bytes = 0; ///< done; never less than before
    };
    void add(const Work& now);

    struct Span
    {
        double low = 0, high = 0; ///< seconds
    };
    /// For so much that is left. Nothing before anything was done.
    std::optional<Span> rest(qint64 items, qint64 bytes) const;

private:
    struct Part
    {
        double seconds = 0, items = 0, bytes = 0;
    };
    struct Costs
    {
        double item = 0, byte = 0; ///< seconds
        double of(double items, double bytes) const { return item * items + byte * bytes; }
    };
    std::vector<Costs> plausible(const Part& sum) const;
    double misfit(const Costs& costs) const;
    void merge();

    std::vector<Part> m_parts; ///< the whole past, in parts of about one length
    double m_partSeconds = 1;  ///< so long is a part
    Part m_open;               ///< the one that grows
    std::optional<Work> m_last;
    std::deque<Work> m_recent;
};

} // namespace bascule
