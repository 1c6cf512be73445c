// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Source.h"
#include "core/engine/wire/Bytes.h"

#include <string_view>

namespace bascule::engine::wire {

/// Longest path that is asked for; walks by folders go deeper than the kernel's 4096 bytes.
inline constexpr std::size_t kMostPath = 512 * 1024;

/// Whether a path names something below the folder it is relative to, whoever sent it.
bool staysBelow(std::string_view path);
/// Whether it is one component of such a path, of at most 255 bytes.
bool isName(std::string_view name);

// How the parts of a tree are written. What is read is checked: names are names, sizes are not negative, kinds are
// kinds.
void put(ByteWriter& writer, const Stat& stat);
Stat takeStat(ByteReader& reader);
void put(ByteWriter& writer, const Xattrs& xattrs);
Xattrs takeXattrs(ByteReader& reader);
void put(ByteWriter& writer, const SourceEntry& entry);
SourceEntry takeSourceEntry(ByteReader& reader);
void put(ByteWriter& writer, const Wanted& wanted);
Wanted takeWanted(ByteReader& reader);
void put(ByteWriter& writer, const Arrival& arrival);
/// `bytes` is a view into what is read.
Arrival takeArrival(ByteReader& reader);

} // namespace bascule::engine::wire
