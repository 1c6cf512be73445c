// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Base.h"

#include <QDateTime>

#include <functional>
#include <stop_token>

namespace bascule {

/// A demonstration: a small company's old server, its backups, an empty new server and a test environment, all as
/// folders below one folder. Contents, names and sizes are the same every time; times count back from `now`.
struct DemoOptions
{
    QDateTime now;     ///< invalid: the machine's clock, down to the hour
    double size = 1.0; ///< share of the full number of files, for quick tests
};

/// Where everything of a demo lies. Absolute bytes, symlinks resolved.
struct DemoPlaces
{
    Path root;
    Path oldServer, newServer, testServer;
    Path link;    ///< what users go through; points at oldServer at first
    Path reports; ///< folder
    QString project;
};

/// How far the demo in a folder has come, by its marker file.
enum class DemoState { None, Foreign, Interrupted, Prepared, Finished };

/// Looks at a folder: None when it is missing or empty, Foreign when it holds something that is no demo.
Result<DemoState> demoState(const Path& dir);
DemoPlaces demoPlaces(const Path& realDir);

/// Makes the folder (its parent must exist) and seeds everything but the project. Works as root (with owners) and as
/// anybody else (without). Deterministic for equal options. Errors: "demo.not-empty" (a foreign folder), "demo.there"
/// (a demo of ours; params state), "cancelled", system codes.
Result<DemoPlaces> seedDemo(const Path& dir, const DemoOptions& options, std::stop_token stop = {});
/// Removes what seedDemo() and walkDemo() made, nothing else; refuses a folder without the marker ("demo.not-empty").
Result<void> removeDemo(const Path& dir);
/// Notes how far it has come.
Result<void> markDemo(const DemoPlaces& places, DemoState state);

} // namespace bascule
