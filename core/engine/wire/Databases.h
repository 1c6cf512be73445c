// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SqliteCopy.h"
#include "core/engine/wire/Helper.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>

namespace bascule::engine::wire {

/// A snapshot of a database on a server, as sqlite::snapshot() makes it there. What came is checked against the hash
/// that the helper took ("sqlite.copy-damaged").
struct FetchedDatabase
{
    sqlite::Look look;
    std::int64_t size = 0;
    std::int64_t startedNs = 0; ///< by the server's clock, before it looked at the file
};
/// Writes it to `to`, from its beginning. Blocks; honours the stop ("call.cancelled").
Result<FetchedDatabase> fetchDatabase(Helper& helper, const std::string& path, int to, Counters& counters,
                                      const std::stop_token& stop);
/// Puts `size` bytes of `from` over the database `path` on a server, as sqlite::Arrival does it there. Blocks as above.
Result<void> sendDatabase(Helper& helper, int from, std::int64_t size, const sqlite::Look& look,
                          const std::string& path, Counters& counters, const std::stop_token& stop);

// The helper's part.

/// Answers "database {path}": a Content frame of its looks, then its bytes; size, hash, startedNs.
Result<Message> sendSnapshot(const Message& call, FrameWriter& writer, const std::stop_token& stop);

/// Takes what follows "place-database {path, size, hash}": a Content frame of its looks, then its bytes.
class DatabaseReceiver
{
public:
    explicit DatabaseReceiver(const Message& call);
    /// The thread that reads frames. After an error the rest is read past.
    void take(std::string_view payload);
    /// Waits until all came, and answers the call.
    Result<Message> finish(const std::stop_token& stop);

private:
    Result<void> keep(std::string_view payload);

    std::string m_path;
    std::string m_hash;
    std::int64_t m_missing;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::unique_ptr<sqlite::Arrival> m_arrival;
    std::optional<sqlite::Look> m_look;
    std::optional<Error> m_error;
};

} // namespace bascule::engine::wire
