// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Values.h"

namespace bascule {

/// A moment as params, evidence and reports carry it: ISO, UTC, with milliseconds.
inline QString iso(const QDateTime& when)
{
    return when.toUTC().toString(Qt::ISODateWithMs);
}

/// True from the first step of a cutover on, until somebody went back.
inline bool cutoverBegan(MigrationState state)
{
    return state != MigrationState::Preparing && state != MigrationState::RolledBack;
}

} // namespace bascule
