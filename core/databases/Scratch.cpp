// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/Scratch.h"

#include <QUuid>

#include <cerrno>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule {

namespace {

constexpr std::string_view prefix = "bascule-";
constexpr std::size_t nonceDigits = 32;

/// "bascule-PURPOSE-32 hex digits"
bool isScratchName(std::string_view name)
{
    if (!name.starts_with(prefix) || name.size() < prefix.size() + 2 + nonceDigits)
        return false;
    const std::string_view nonce = name.substr(name.size() - nonceDigits);
    return name[name.size() - nonceDigits - 1] == '-' &&
           nonce.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Everything inside a folder held open; never leaves it, whatever the names or links are.
bool emptyFolder(int folder)
{
    DIR* listing = ::fdopendir(::fcntl(folder, F_DUPFD_CLOEXEC, 0));
    if (!listing)
        return false;
    ::rewinddir(listing);
    bool all = true;
    while (const dirent* entry = ::readdir(listing)) {
        const std::string_view name = entry->d_name;
        if (name == "." || name == "..")
            continue;
        if (::unlinkat(folder, entry->d_name, 0) == 0)
            continue;
        int inner = ::openat(folder, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (inner < 0 && errno == EACCES && ::fchmodat(folder, entry->d_name, 0700, 0) == 0)
            inner = ::openat(folder, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (inner < 0) {
            all = false;
            continue;
        }
        ::fchmod(inner, 0700);
        all = emptyFolder(inner) && all;
        ::close(inner);
        all = ::unlinkat(folder, entry->d_name, AT_REMOVEDIR) == 0 && all;
    }
    ::closedir(listing);
    return all;
}

void removeDeadFolders(const std::string& home)
{
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(home, failed)) {
        if (!isScratchName(entry.path().filename().string()))
            continue;
        const std::string path = entry.path().string();
        const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        struct stat info
        {
        };
        if (folder >= 0 && ::fstat(folder, &info) == 0 && info.st_uid == ::geteuid() &&
            ::flock(folder, LOCK_EX | LOCK_NB) == 0 && emptyFolder(folder))
            ::rmdir(path.c_str());
        if (folder >= 0)
            ::close(folder);
    }
}

Error failed(int number, const std::string& path, const char* call)
{
    return systemError(number, displayPath(path).toStdString(), call, Severity::Fatal);
}

} // namespace

bool removeTree(const std::string& path)
{
    const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return errno == ENOENT;
    const bool emptied = emptyFolder(folder);
    ::close(folder);
    return ::rmdir(path.c_str()) == 0 && emptied;
}

std::string ScratchFolder::home()
{
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(value && *value == '/' ? value : "");
    };
    if (const std::string own = variable("BASCULE_SCRATCH_DIR"); !own.empty())
        return own;
    if (const std::string cache = variable("XDG_CACHE_HOME"); !cache.empty())
        return cache + "/bascule/scratch";
    const std::string user = variable("HOME");
    return user.empty() ? "/var/tmp/bascule-scratch-" + std::to_string(::geteuid()) : user + "/.cache/bascule/scratch";
}

Result<std::shared_ptr<ScratchFolder>> ScratchFolder::make(const char* purpose)
{
    const std::string parent = home();
    std::error_code notMade;
    std::filesystem::create_directories(parent, notMade);
    if (notMade)
        return failed(notMade.value(), parent, "mkdir");
    removeDeadFolders(parent);
    for (;;) {
        const std::string path = parent + '/' + std::string(prefix) + purpose + '-' +
                                 QUuid::createUuid().toString(QUuid::Id128).toStdString();
        if (::mkdir(path.c_str(), 0700) != 0)
            return failed(errno, parent, "mkdir");
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (descriptor < 0) {
            if (errno == ENOENT)
                continue; // another run took it for a leftover before it was locked
            return failed(errno, path, "open");
        }
        struct stat info
        {
        }, named{};
        if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0 && ::fstat(descriptor, &info) == 0 &&
            ::stat(path.c_str(), &named) == 0 && info.st_ino == named.st_ino)
            return std::shared_ptr<ScratchFolder>(new ScratchFolder(path, descriptor));
        ::close(descriptor);
    }
}

bool ScratchFolder::remove()
{
    if (m_path.empty())
        return true;
    const bool removed = removeTree(m_path);
    if (removed)
        m_path.clear();
    return removed;
}

ScratchFolder::~ScratchFolder()
{
    remove();
    ::close(m_descriptor);
}

} // namespace bascule
