// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Checkpoint.h"
#include "ui/theme/Theme.h"

#include <QString>

namespace bascule::ui {

/// A state, severity or result as people see it: always icon + word, each with a shape of its own.
enum class Look {
    None, ///< nothing is drawn
    NotStarted,
    InProgress,
    Blocked,
    Passed,
    Expired,
    Waived,
    Blocking,
    ToFix,
    Note,
    Failed,
    Waiting,
    Unknown
};

Look lookOf(CheckpointState state);
Look lookOf(FindingSeverity severity);
Look lookOf(ReadState state);
Look lookOf(RestoreState state);
Look lookOf(ScenarioState state);
Look lookOf(StepState state);
Look lookOf(RunState state);
Look lookOf(CheckState state);
Look lookOf(DependencyState state);

/// Name of the icon in resources/icons.
QString iconOf(Look look);
/// The state's colour, and its soft fill.
Token tokenOf(Look look);
Token softTokenOf(Look look);
/// "Passed", "Blocking", … in the language in use.
QString wordOf(Look look);

/// Icon of a kind of asset.
QString iconOf(AssetKind kind);

} // namespace bascule::ui
