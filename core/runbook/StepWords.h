// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runbook/Runbook.h"

namespace bascule {

/// Title and undo of a step, from what the journal keeps of it. Codes "step.CODE" and "undo.CODE".
Item stepTitle(const QString& code, const QString& subject, const QJsonObject& params);
Item stepUndo(const QString& code, const QString& subject, const QJsonObject& params);
/// "source", "target" or "both".
QString stepServers(const QString& code);

/// A project's switch link, absolute. It is on this machine, and relative ones count from the project file's folder;
/// when the target is over SSH it is on the target's server, and they count from the folder that the target's root is
/// in. Empty when none is named.
std::string switchLinkOf(const Snapshot& snapshot);

/// The steps of a rollback of what `scope` describes; `names` as in buildRunbook.
std::vector<RunbookStep> rollbackSteps(const Snapshot& snapshot, const QJsonObject& scope, const Timings& timings);

/// Pure: what would take a step about this long, where nothing was measured. Milliseconds.
qint64 estimatedMs(const QString& code, qint64 files, qint64 bytes);

} // namespace bascule
