// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/ProjectStore.h"

namespace bascule {

// What a project is about: its servers, its people, its settings. Each function belongs inside ProjectStore::write().
// Names are trimmed.

/// Adds (id 0) or changes a server; its folder is looked at and kept as an absolute path without links. Errors:
/// "server.no-name", "server.name-taken", "server.role-taken" (one source, one target, one test environment; params
/// other), "server.folder-missing", "server.folder-denied", "path.not-a-folder", "server.same-folder" and
/// "server.folder-inside-other" (params other), "server.target-read-only". Of a server over SSH only its address is
/// read ("ssh.address-invalid", "ssh.root-relative"): nothing of this machine's file system is its.
Result<Id> saveServer(StoreTx& tx, Server server);
/// With what was found on it. "server.after-rehearsal" once it took part in a run.
Result<void> removeServer(StoreTx& tx, Id id);

/// Adds (id 0) or changes a person; a new name is followed wherever the old one owned an asset. Errors:
/// "person.no-name", "person.name-taken".
Result<Id> savePerson(StoreTx& tx, Person person);

/// Changes settings; the id, state, time of cutover and rollback scenario stay as they are. Errors: "project.no-name",
/// "project.number" (params name: one that must be positive), "project.availability" (not in 0–100),
/// "project.link-relative", "path.not-a-link" (something that is no link is in its place).
Result<void> saveSettings(StoreTx& tx, const Project& project);

} // namespace bascule
