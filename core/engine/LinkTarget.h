// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace bascule::engine {

/// What a symlink says, whole; `size` is what stat says of it. 0 or an errno.
int readLinkTarget(int dirFd, const char* name, std::int64_t size, std::string& target);

} // namespace bascule::engine
