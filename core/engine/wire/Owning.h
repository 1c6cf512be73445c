// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Owners by name between machines: what their numbers are called goes ahead of the entries that they own.

#include "core/engine/Excludes.h"
#include "core/engine/Inspection.h"
#include "core/engine/Owners.h"
#include "core/engine/Source.h"
#include "core/engine/wire/Frame.h"

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace bascule::engine::wire {

/// Tells, once each, what owners of this machine are called, in Names frames. Thread-safe: when tell() returns, the
/// names are on their way, so what is sent after it comes after them.
class OwnerTeller
{
public:
    using Sink = std::function<Result<void>(FrameType, std::string_view)>;
    explicit OwnerTeller(Sink sink)
        : m_sink(std::move(sink))
    {
    }
    Result<void> tell(const OwnerIds& ids);

private:
    const Sink m_sink;
    std::mutex m_mutex;
    OwnerIds m_told;
    Accounts m_accounts;
};

/// What Names frames told. Thread-safe.
class OwnerNames
{
public:
    /// Error: "link.garbled".
    Result<void> take(const std::string& payload);
    std::string name(OwnerKind kind, std::uint32_t id) const; ///< empty: it has none

private:
    mutable std::mutex m_mutex;
    std::map<std::pair<OwnerKind, std::uint32_t>, std::string> m_names;
};

/// A tree elsewhere whose entries come with the numbers that their owners have here. Counts those that the excludes
/// leave in.
class MappedTree final : public RemoteTree
{
public:
    MappedTree(RemoteTree& tree, OwnerMap& owners, const std::vector<std::string>& excludes)
        : m_tree(tree)
        , m_owners(owners)
        , m_excludes(excludes)
    {
    }
    Result<Stat> root() override;
    std::uint64_t list(const std::string& path, OnPart onPart, std::uint64_t* number,
                       const std::vector<std::string>* names) override;
    void more(std::uint64_t list) override { m_tree.more(list); }
    void drop(std::uint64_t list) override { m_tree.drop(list); }
    void fetch(const std::string& path, std::vector<Wanted> wanted, OnArrivals onArrivals) override
    {
        m_tree.fetch(path, std::move(wanted), std::move(onArrivals));
    }
    int absent(const std::string& path, const std::vector<std::string>& names, std::vector<bool>& absent) override
    {
        return m_tree.absent(path, names, absent);
    }
    bool read(const std::string& frame, std::size_t wanted, const std::function<void(const Arrival&)>& visit) override;
    void abandon() override { m_tree.abandon(); }
    std::optional<Error> lost() const override { return m_tree.lost(); }

private:
    void take(const std::string& path, ListPart& part);

    RemoteTree& m_tree;
    OwnerMap& m_owners;
    const Excludes m_excludes;
};

/// The left tree of a comparison by names: its owners have the numbers that they have on the right side.
class MappedStream final : public InspectionStream
{
public:
    MappedStream(InspectionStream& tree, OwnerMap::Lookups lookups)
        : m_tree(tree)
        , m_owners(std::move(lookups))
    {
    }
    Result<bool> next(Inspected& one) override;

private:
    InspectionStream& m_tree;
    OwnerMap m_owners;
};

/// A question for the number of a name, and its answer; Accounts frames.
std::string accountQuestion(OwnerKind kind, const std::string& name);
/// The answer, by the accounts of this machine; nothing when it is no question.
std::optional<std::string> accountAnswer(const std::string& question, Accounts& accounts);
/// What it says; false when it is none to this question.
bool takeAccount(const std::string& answer, OwnerKind kind, const std::string& name, std::optional<std::uint32_t>& id);

/// Sends how a transfer mapped owners, in Owners frames; and takes one of them. Error: "link.garbled".
void sendOwners(const std::vector<OwnerMapping>& owners, FrameWriter& writer);
Result<void> takeOwners(const std::string& payload, std::vector<OwnerMapping>& owners);

} // namespace bascule::engine::wire
