// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/HostFiles.h"
#include "core/engine/Result.h"
#include "core/engine/wire/Message.h"

#include <stop_token>

namespace bascule::engine::wire {

/// Does what one call asks for on this machine: in the helper for who is elsewhere, in the program for its own folders,
/// so that both do the same. Blocks. To add an operation: its line in the table of Operations.cpp, its words here, and
/// its method in core/hosts/Host.h. Answers by name ("op"):
///   space {path}                     bytesFree, bytesTotal, inodesFree, readOnly
///   exists {path}                    exists
///   folder {path, written}           nothing, or why it cannot be read (or written to)
///   facts {path, follow}             present, and what FileFacts has
///   real-path {path}                 path
///   link-text {path}                 text
///   replace-link {path, to}          nothing
///   restore-link {path, before}      nothing
///   frozen-by {path}                 frozen, owner, reason, sinceMs
///   freeze {path, owner, reason, sinceMs}, thaw {path, owner}   nothing
///   make-folders {path}, remove-ours {path}   nothing
///   write-file {path, bytes, mode}   nothing; at most what a call may hold
///   fingerprint {path, excludes, oneFileSystem}   hash, entries, bytes, newestCtimeNs
///   hash {path}                      hash
///   is-database {path}               is
/// and those of HostLooks.h:
///   names {path, after}              names, more
///   read-start {path, most, follow}  size, read
///   rights {path, paths}, resolved {path, paths}   found, one text for each path
///   read-rate {path, paths, threads, limit}   rate, failures
///   identity {path}                  machine, chain
///   tree-sum {path, excludes, loose}   hash, entries, bytes, newestCtimeNs, unreadable
///   bytes-on-disk {path}             bytes
/// And those of ManyOperations.h. Nothing when the operation is none of these.
std::optional<Result<Message>> operate(const Message& call, const std::stop_token& stop);

// What "facts", "space" and "fingerprint" answered.
std::optional<FileFacts> factsOf(const Message& answer);
Space spaceOf(const Message& answer);
Fingerprint fingerprintOf(const Message& answer);
WalkOptions walkOptionsOf(const Message& call);

} // namespace bascule::engine::wire
