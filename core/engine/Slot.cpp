// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Slot.h"

#include "core/engine/Folder.h"
#include "core/engine/Hash.h"
#include "core/engine/Leftovers.h"

#include <cerrno>

#include <sys/random.h>
#include <unistd.h>

namespace bascule::engine {

Result<Slot> slotOf(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    Slot slot;
    slot.name = slash == std::string::npos ? path : path.substr(slash + 1);
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    if (slot.name.empty() || slot.name == "." || slot.name == "..")
        return systemError(EISDIR, path, "open");
    slot.folder = openRoot(folder.c_str());
    if (!slot.folder)
        return systemError(errno, path, "open");
    return slot;
}

std::string temporaryBeside()
{
    std::uint64_t random[2] = {};
    if (::getrandom(random, sizeof random, 0) != static_cast<ssize_t>(sizeof random))
        random[0] = static_cast<std::uint64_t>(::getpid());
    const std::string hex = Hash128{random[0], random[1]}.hex();
    return RunLock::temporaryName(hex.substr(0, 16), random[0] & 0xffffffffffU);
}

} // namespace bascule::engine
