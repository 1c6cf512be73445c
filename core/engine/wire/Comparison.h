// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Compare.h"
#include "core/engine/Inspection.h"
#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Message.h"
#include "core/engine/wire/Owning.h"
#include "core/engine/wire/Transfer.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace bascule::engine::wire {

/// compare() where one end or both are on servers. Each end hashes its own contents, at the same time; only what is to
/// be compared crosses the link. Two ends on servers want a helper each. Errors: those of compare() and of the links.
Result<CompareReport> compare(const TreeEnd& left, const TreeEnd& right, const CompareOptions& options,
                              Counters& counters, std::stop_token stop);

/// The same, with a look at what comes of the right side: `wrap` gets its tree and answers what is to be compared in
/// its place.
Result<CompareReport> compare(const TreeEnd& left, const TreeEnd& right, const CompareOptions& options,
                              Counters& counters, std::stop_token stop,
                              const std::function<InspectionStream&(InspectionStream&)>& wrap);

/// A tree as it comes, here or from a server, begun. `counters` and the helper must outlive it; the stop ends it, and a
/// helper's hurry() at once. Errors: those of Inspection::open(); a server's come with the first entry.
Result<std::unique_ptr<InspectionStream>> inspectEnd(const TreeEnd& end, const InspectOptions& options,
                                                     Counters& counters, const std::stop_token& stop);

/// The helper's side: the call "inspect". Sends Inspected frames, some ahead of those that were asked for with More
/// frames, Progress frames when asked to, and, for a comparison by names, Names frames ahead of whom they name.
class Inspector
{
public:
    Inspector();
    Result<Message> run(const Message& call, FrameWriter& writer, const std::stop_token& stop);
    /// The other side has worked on a frame. Any thread.
    void more();
    /// Answers an Accounts frame; nothing when it is none. Any thread, one at a time; blocks while name services are
    /// asked.
    std::optional<std::string> account(const std::string& question) { return accountAnswer(question, m_accounts); }

private:
    Result<void> send(FrameWriter& writer, ByteWriter& batch, const std::stop_token& stop);
    Result<Message> stay(FrameWriter& writer, const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_asked;
    int m_credit; ///< frames that may be sent
    Accounts m_accounts;
};

// How one is written. What is read is checked.
void put(ByteWriter& writer, const Inspected& one);
Inspected takeInspected(ByteReader& reader);

} // namespace bascule::engine::wire
