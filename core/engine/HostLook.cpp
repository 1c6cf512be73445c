// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/HostLook.h"

#include "core/engine/Error.h"
#include "core/engine/Fd.h"
#include "core/engine/Folder.h"
#include "core/engine/Hash.h"
#include "core/engine/Owners.h"
#include "core/engine/Stat.h"
#include "core/engine/Tree.h"

#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

constexpr std::size_t kBlockBytes = 256 * 1024;

std::set<std::uint32_t> knownOf(OwnerKind kind, const std::set<std::uint32_t>& ids)
{
    std::set<std::uint32_t> known;
    for (const auto& [id, name] : Accounts().names(kind, ids))
        known.insert(id);
    return known;
}

} // namespace

Sight sightOf(const std::string& path, bool real)
{
    Sight sight;
    Stat stat;
    if (statAt(AT_FDCWD, path.c_str(), stat) != 0)
        return sight;
    sight.kind = stat.kind();
    if (!stat.isLink())
        sight.leadsTo = sight.kind;
    else if (statPath(path.c_str(), stat) == 0)
        sight.leadsTo = stat.kind();
    if (real)
        sight.real = realPath(path).valueOr(std::string());
    return sight;
}

Result<std::string> hashUnfollowed(const std::string& path, Counters& counters, std::stop_token stop)
{
    const Fd file = openForReading(AT_FDCWD, path.c_str());
    Stat stat;
    if (!file)
        return systemError(errno, path, "open", Severity::Fatal);
    if (const int error = statFd(file.get(), stat); error != 0)
        return systemError(error, path, "stat", Severity::Fatal);
    if (!stat.isFile())
        return Error{"path.not-a-file", Severity::Fatal, path, {}, {}};
    Hasher hasher;
    const auto block = std::make_unique<char[]>(kBlockBytes);
    for (;;) {
        if (stop.stop_requested())
            return Error{"cancelled", Severity::Fatal, path, {}, {}};
        const ssize_t got = ::read(file.get(), block.get(), kBlockBytes);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(errno, path, "read", Severity::Fatal);
        if (got == 0)
            return hasher.value().hex();
        hasher.add(block.get(), static_cast<std::size_t>(got));
        counters.bytesDone += got;
    }
}

Account thisAccount()
{
    Account account;
    account.uid = ::geteuid();
    account.name = Accounts().name(OwnerKind::User, account.uid);
    if (account.name.empty())
        account.name = std::to_string(account.uid);
    return account;
}

std::set<std::uint32_t> knownUsers(const std::set<std::uint32_t>& ids)
{
    return knownOf(OwnerKind::User, ids);
}

std::set<std::uint32_t> knownGroups(const std::set<std::uint32_t>& ids)
{
    return knownOf(OwnerKind::Group, ids);
}

} // namespace bascule::engine
