// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/CompareStreams.h"

#include "core/engine/Folder.h"
#include "core/engine/Judgement.h"

#include <algorithm>
#include <chrono>

namespace bascule::engine {

namespace {

constexpr std::size_t kMostPath = 512 * 1024; // walks by folders go deeper than the kernel's 4096 bytes

/// One side: the record that is to be looked at next.
class Side
{
public:
    explicit Side(InspectionStream& stream)
        : m_stream(stream)
    {
    }
    const Inspected& at() const { return m_one; }
    bool isEntry() const { return m_has && m_one.kind == Inspected::Kind::Entry; }
    bool isEnd() const { return m_has && m_one.kind == Inspected::Kind::End; }
    bool has() const { return m_has; }
    Inspected take() { return std::move(m_one); }
    Result<void> advance()
    {
        auto more = m_stream.next(m_one);
        m_has = more && *more;
        return more ? Result<void>() : Result<void>(more.error());
    }

private:
    InspectionStream& m_stream;
    Inspected m_one;
    bool m_has = false;
};

/// A folder that the comparison is in.
struct Level
{
    std::size_t pathSize = 0; ///< of its path
    bool onLeft = false, onRight = false;
    Hash128 own;
    std::vector<Hash128> entries;
    std::string lastLeft, lastRight; ///< names that were met last
};

class StreamsRun
{
public:
    StreamsRun(InspectionStream& left, InspectionStream& right, const CompareOptions& options,
               const std::stop_token& stop)
        : m_options(options)
        , m_stop(stop)
        , m_left(left)
        , m_right(right)
        , m_judgement(options.maxDifferences, options.owners != OwnersBy::Free)
    {
    }
    Result<CompareReport> run();

private:
    Result<void> begin();
    Result<void> step();
    Result<void> meet(bool onLeft, bool onRight);
    Result<void> judgeContents(const Inspected& here, const Inspected* there, Hash128& own);
    Result<void> skip(Side& side);
    Result<void> leave();
    Result<void> inOrder(const Inspected& one, std::string& last) const;
    static Error garbled(const char* what) { return {"link.garbled", Severity::Session, {}, {}, what}; }

    const CompareOptions& m_options;
    const std::stop_token m_stop;
    Side m_left, m_right;
    Judgement m_judgement;
    std::vector<Level> m_levels;
    std::string m_path;
    Hash128 m_rootHash;
};

Result<CompareReport> StreamsRun::run()
{
    const auto begun = std::chrono::steady_clock::now();
    auto went = begin();
    while (went && !m_levels.empty() && !m_stop.stop_requested())
        went = step();
    const bool stopped = m_stop.stop_requested();
    if (!went && !stopped)
        return went.error();
    CompareReport report = m_judgement.end(stopped);
    report.leftRootHash = stopped ? std::string() : m_rootHash.hex();
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return report;
}

Result<void> StreamsRun::begin()
{
    for (Side* side : {&m_left, &m_right}) {
        if (auto advanced = side->advance(); !advanced)
            return advanced;
        if (!side->isEntry() || !side->at().name.empty() || !side->at().opened)
            return garbled("a tree without a root");
    }
    m_judgement.roots(m_left.at(), m_right.at());
    Level root;
    root.onLeft = root.onRight = true;
    root.own = ownHash(m_left.at());
    m_levels.push_back(std::move(root));
    if (auto advanced = m_left.advance(); !advanced)
        return advanced;
    return m_right.advance();
}

/// What comes next on one side, or on both.
Result<void> StreamsRun::step()
{
    Level& level = m_levels.back();
    if ((level.onLeft && !m_left.has()) || (level.onRight && !m_right.has()))
        return m_stop.stop_requested() ? Result<void>() : garbled("a tree that ends early");
    const bool onLeft = level.onLeft && m_left.isEntry();
    const bool onRight = level.onRight && m_right.isEntry();
    if (!onLeft && !onRight)
        return leave();
    const int order = !onRight ? -1 : !onLeft ? 1 : m_left.at().name.compare(m_right.at().name);
    return meet(order <= 0, order >= 0);
}

Result<void> StreamsRun::inOrder(const Inspected& one, std::string& last) const
{
    if (one.name <= last)
        return garbled("names that are not in order");
    last = one.name;
    return {};
}

Result<void> StreamsRun::meet(bool onLeft, bool onRight)
{
    Inspected here;
    Inspected there;
    Level& level = m_levels.back();
    for (const bool left : {true, false}) {
        if (!(left ? onLeft : onRight))
            continue;
        Side& side = left ? m_left : m_right;
        (left ? here : there) = side.take();
        if (auto inIt = inOrder(left ? here : there, left ? level.lastLeft : level.lastRight); !inIt)
            return inIt;
        if (auto advanced = side.advance(); !advanced)
            return advanced;
    }
    m_path.resize(level.pathSize);
    m_path = joined(m_path, onLeft ? here.name : there.name);
    if (m_path.size() > kMostPath)
        return garbled("a path without end");
    const Judgement::Met met = m_judgement.meet(m_path, onLeft ? &here : nullptr, onRight ? &there : nullptr);
    bool intoLeft = here.opened;
    bool intoRight = there.opened;
    const auto skipped = [&]() -> Result<void> {
        if (auto went = intoLeft ? skip(m_left) : Result<void>(); !went)
            return went;
        return intoRight ? skip(m_right) : Result<void>();
    };
    if (!met.known)
        return skipped();
    Hash128 own = onLeft ? ownHash(here) : Hash128();
    for (const Inspected* one : {&here, &there}) {
        if (one->openError != 0 && !met.beyond)
            m_judgement.unreadable(m_path, one->openError);
    }
    const bool isFolder = onLeft && here.stat.isFolder();
    if (onLeft && here.stat.isFile() && m_options.contents) {
        const bool both = onRight && there.stat.isFile() && here.stat.size == there.stat.size;
        if (auto judged = judgeContents(here, both ? &there : nullptr, own); !judged)
            return judged;
    }
    // A folder that cannot be looked into on one side is not looked into on the other.
    const bool closed = here.openError != 0 || (there.openError != 0 && (!onLeft || isFolder));
    if (met.beyond || closed || (!intoLeft && !intoRight)) {
        if (onLeft)
            level.entries.push_back(isFolder && !met.beyond ? combined(own, nullptr, 0) : own);
        return skipped();
    }
    // Of a folder and something else, the folder's entries are on one side only.
    if (onLeft && !isFolder)
        level.entries.push_back(own);
    Level below;
    below.pathSize = m_path.size();
    below.onLeft = intoLeft;
    below.onRight = intoRight;
    below.own = own;
    m_levels.push_back(std::move(below));
    return {};
}

Result<void> StreamsRun::judgeContents(const Inspected& here, const Inspected* there, Hash128& own)
{
    using Contents = Inspected::Contents;
    // What nobody looked at is not equal.
    if (here.contents == Contents::None || (there != nullptr && there->contents == Contents::None))
        return garbled("a file without a hash");
    m_judgement.contents(m_path, here, there);
    if (here.contents == Contents::Hashed)
        own = combined(own, &here.hash, 1);
    return {};
}

/// Passes by what is in a folder.
Result<void> StreamsRun::skip(Side& side)
{
    for (std::size_t depth = 1; depth > 0 && !m_stop.stop_requested();) {
        if (!side.has())
            return garbled("a folder that does not end");
        if (side.isEnd())
            --depth;
        else if (side.at().opened)
            ++depth;
        if (auto advanced = side.advance(); !advanced)
            return advanced;
    }
    return {};
}

Result<void> StreamsRun::leave()
{
    const Level level = std::move(m_levels.back());
    m_levels.pop_back();
    m_path.resize(level.pathSize);
    for (Side* side : {&m_left, &m_right}) {
        if (!(side == &m_left ? level.onLeft : level.onRight))
            continue;
        if (side->at().error != 0)
            m_judgement.unreadable(m_path, side->at().error);
        if (auto advanced = side->advance(); !advanced)
            return advanced;
        if (m_levels.empty() && side->has())
            return garbled("more than a tree");
    }
    const Hash128 hash = combined(level.own, level.entries.data(), level.entries.size());
    if (m_levels.empty())
        m_rootHash = hash;
    else if (level.onLeft)
        m_levels.back().entries.push_back(hash);
    return {};
}

} // namespace

Result<CompareReport> compare(InspectionStream& left, InspectionStream& right, const CompareOptions& options,
                              const std::stop_token& stop)
{
    return StreamsRun(left, right, options, stop).run();
}

} // namespace bascule::engine
