// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Source.h"
#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Frame.h"
#include "core/engine/wire/Owning.h"

#include <condition_variable>
#include <map>
#include <mutex>

namespace bascule::engine::wire {

/// A tree that a Sender serves at the other end of a link. Who reads the link hands over the frames that are for it
/// with take(), or says with lose() that none come any more. Thread-safe.
class RemoteSource final : public RemoteTree
{
public:
    using Sink = std::function<Result<void>(FrameType, std::string_view)>;
    explicit RemoteSource(Sink sink)
        : m_sink(std::move(sink))
    {
    }

    /// Takes a Listing, Files, Absent or Names frame; waits while much of what came is still to be worked on. Error:
    /// "link.garbled".
    Result<void> take(Frame frame);
    void lose(Error error);
    /// What owners of what has come are called there, when the sender tells.
    const OwnerNames& owners() const { return m_owners; }
    /// The payload of a Files frame that says, from the middle of a chain of two links, that the other one is lost.
    static std::string lossNotice(const Error& error);

    Result<Stat> root() override;
    std::uint64_t list(const std::string& path, OnPart onPart, std::uint64_t* number,
                       const std::vector<std::string>* names = nullptr) override;
    void more(std::uint64_t list) override;
    void drop(std::uint64_t list) override;
    void fetch(const std::string& path, std::vector<Wanted> wanted, OnArrivals onArrivals) override;
    int absent(const std::string& path, const std::vector<std::string>& names, std::vector<bool>& absent) override;
    bool read(const std::string& frame, std::size_t wanted, const std::function<void(const Arrival&)>& visit) override;
    void abandon() override;
    std::optional<Error> lost() const override;

private:
    struct Absent
    {
        bool done = false;
        int error = 0;
        std::string answers;
    };
    Result<void> takeListing(const std::string& payload);
    Result<void> takeFiles(std::string payload);
    Result<void> takeAbsent(const std::string& payload);
    Result<void> takeLoss(ByteReader& reader);
    void ask(FrameType type, std::string_view payload);

    struct List
    {
        OnPart onPart;
        bool asked = true; ///< for a part that has not come
    };
    Sink m_sink;
    OwnerNames m_owners;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ended = false;
    std::optional<Error> m_lost;
    std::uint64_t m_number = 0;
    std::map<std::uint64_t, List> m_lists;
    std::map<std::uint64_t, OnArrivals> m_fetches;
    std::map<std::uint64_t, std::shared_ptr<Absent>> m_absents;
    /// Bytes of frames that came and are not worked on; shared with the frames, which may outlive this.
    struct Held
    {
        std::mutex mutex;
        std::condition_variable changed;
        std::size_t bytes = 0;
        bool open = false; ///< nothing is waited for any more
    };
    std::shared_ptr<Held> m_held = std::make_shared<Held>();
};

} // namespace bascule::engine::wire
