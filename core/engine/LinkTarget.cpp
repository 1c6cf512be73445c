// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/LinkTarget.h"

#include <algorithm>
#include <cerrno>

#include <unistd.h>

namespace bascule::engine {

int readLinkTarget(int dirFd, const char* name, std::int64_t size, std::string& target)
{
    target.resize(static_cast<std::size_t>(std::max<std::int64_t>(size, 255)) + 1);
    for (;;) {
        const ssize_t length = ::readlinkat(dirFd, name, target.data(), target.size());
        if (length < 0)
            return errno;
        if (static_cast<std::size_t>(length) < target.size()) {
            target.resize(static_cast<std::size_t>(length));
            return 0;
        }
        target.resize(target.size() * 2);
    }
}

} // namespace bascule::engine
