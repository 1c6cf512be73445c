// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace bascule::engine::wire {

struct ServeOptions
{
    std::string nonce;        ///< said in the greeting, so that the caller knows that it is answered by what it started
    std::string version;      ///< of the program
    int idleMs = 15 * 60'000; ///< ends by itself after so long without a word
    int silenceMs = 60'000;   ///< while a call is under way the caller is never silent for so long
};

/// How serve() ended.
struct Served
{
    int status = 0;    ///< for the process: 1 after something that is no frame of ours
    bool lost = false; ///< the caller went without a word, or was silent for too long
};

/// The helper on a server: greets, then answers calls on `input` with frames on `output`, one call at a time, until the
/// input ends, nothing comes for idleMs (silenceMs during a call), or something comes that is no frame of ours. SIGTERM
/// is read as the end of the input. A transfer into the server that is under way then brings in what has arrived before
/// this returns. Every five seconds it says that it is alive, as the caller does during a call. Calls ("op") and what
/// they answer:
///   read {root, path, limit}      Content frames
///   walk {path, excludes, oneFileSystem}   Entries frames
///   end {pid, nonce}              ended: whether an earlier helper of the caller's was there, and went
///   send {path, bytesPerSecond, polite}   serves the folder to List, Fetch and Absent frames until it is cancelled;
///                                 Pace frames change its pace, and tell what holds it back
///   inspect {path, excludes, contents, threads, progress}   Inspected frames (see Comparison.h)
///   receive {path, …}             syncs into the folder from what answers its own such frames (see Transfer.h)
///   pull {path, …}                syncs into the folder from another server (see Direct.h)
///   database {path}, place-database {path, size, hash}   see Databases.h
///   hold {path}                   holdFolder(): an empty Content frame once it is held, until it is cancelled
/// and those of Operations.h and Direct.h. Each ends with a Control frame: the answer, or an error; only "leave" has
/// none: the caller goes.
Served serve(int input, int output, const ServeOptions& options);

} // namespace bascule::engine::wire
