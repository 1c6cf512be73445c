// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Values.h"

#include <QtGlobal>

namespace bascule::dependencies {

/// Larger ones are not configuration; those that claim to be are told as a blind spot.
inline constexpr qint64 maxConfigBytes = 1 << 20;

enum class Wanted { No, Yes, TooBig };

/// Whether a regular file is read for dependencies, by its path, its size and the kind of asset it lies in. Pure.
Wanted wantedFile(const Path& path, qint64 size, AssetKind inside);

} // namespace bascule::dependencies
