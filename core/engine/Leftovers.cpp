// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Leftovers.h"

#include "core/engine/Folder.h"
#include "core/engine/Hash.h"
#include "core/engine/Io.h"
#include "core/engine/Stat.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

using namespace std::string_view_literals;

constexpr auto kPrefix = ".bascule-"sv;
constexpr auto kPart = ".part"sv;
constexpr auto kHeld = ".held"sv;
constexpr auto kProof = ".proof"sv;
constexpr auto kLock = ".lock"sv;
constexpr auto kDone = ".done"sv;
constexpr std::size_t kNonce = 16;
constexpr std::size_t kNumber = 10;
constexpr std::size_t kKey = 32;
constexpr std::int64_t kHeldFor = 7 * 24 * 3600; // seconds
constexpr std::int64_t kClockSkew = 24 * 3600;

std::string hex(std::uint64_t number, std::size_t digits)
{
    std::string text(digits, '0');
    for (std::size_t i = digits; i > 0; --i, number >>= 4U)
        text[i - 1] = "0123456789abcdef"[number & 15U];
    return text;
}

bool isHex(std::string_view text)
{
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// The prefix, a nonce, and the ending.
bool isOfForm(std::string_view name, std::string_view ending)
{
    return name.size() == kPrefix.size() + kNonce + ending.size() && name.substr(0, kPrefix.size()) == kPrefix &&
           name.substr(name.size() - ending.size()) == ending && isHex(name.substr(kPrefix.size(), kNonce));
}

bool isLockName(std::string_view name)
{
    return isOfForm(name, kLock);
}

/// The prefix, a nonce, a dash, so many digits, and the ending.
bool isOfForm(std::string_view name, std::size_t digits, std::string_view ending)
{
    if (name.size() != kPrefix.size() + kNonce + 1 + digits + ending.size() ||
        name.substr(0, kPrefix.size()) != kPrefix || name.substr(name.size() - ending.size()) != ending)
        return false;
    const std::string_view middle = name.substr(kPrefix.size(), kNonce + 1 + digits);
    return middle[kNonce] == '-' && isHex(middle.substr(0, kNonce)) && isHex(middle.substr(kNonce + 1));
}

bool isPartName(std::string_view name)
{
    return isOfForm(name, kNumber, kPart);
}

bool isHeldName(std::string_view name)
{
    return isOfForm(name, kKey, kHeld);
}

/// What a lock file says. A copy of it elsewhere is another inode, and so says something that is not true of it.
/// (Device numbers would change with the next boot.)
std::string lockText(int rootFd, const Stat& self)
{
    Stat root;
    if (statFd(rootFd, root) != 0)
        return {};
    return "bascule run\nroot " + std::to_string(root.inode) + " lock " + std::to_string(self.inode) + "\n";
}

enum class State { NotOurs, Running, Ended };

State stateOf(int rootFd, const char* name)
{
    const Fd file(::openat(rootFd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    Stat stat;
    if (!file || statFd(file.get(), stat) != 0 || !stat.isFile() || stat.permissions() != 0600 || stat.size > 128)
        return State::NotOurs;
    if (stat.uid != ::geteuid() && stat.uid != 0)
        return State::NotOurs;
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0)
        return State::Running;
    char text[129] = {};
    const ssize_t length = ::pread(file.get(), text, 128, 0);
    return length > 0 && std::string_view(text) == lockText(rootFd, stat) ? State::Ended : State::NotOurs;
}

/// Unlinks, and gives the folder its times back: it may have got them already.
bool removeFrom(int dirFd, const NameList& names)
{
    Stat before;
    const bool known = names.size() > 0 && statFd(dirFd, before) == 0;
    bool all = true;
    for (std::size_t i = 0; i < names.size(); ++i)
        all = (io::unlink(dirFd, names.at(i)) == 0 || errno == ENOENT) && all;
    const timespec times[2] = {before.accessed.spec(), before.modified.spec()};
    if (known)
        io::times(dirFd, times);
    return all;
}

bool removePartsIn(int dirFd, const std::vector<std::string>& nonces, std::vector<std::string>& folders,
                   const std::string& path, std::uint64_t mount, bool heldToo)
{
    NameList parts;
    NameList records;
    NameList held;
    FolderReader reader(dirFd);
    while (const char* name = reader.next()) {
        Stat stat;
        const bool isOurs = std::find(nonces.begin(), nonces.end(), nonceOf(name)) != nonces.end();
        if (isOurs && isPartName(name))
            parts.add(name);
        else if (isOurs && heldToo && isHeldName(name))
            held.add(name);
        else if (isOurs && heldToo && isOfForm(name, kKey, kProof))
            records.add(name);
        else if ((reader.type() == DT_DIR || reader.type() == DT_UNKNOWN) && statAt(dirFd, name, stat) == 0 &&
                 stat.isFolder() && stat.mountId == mount)
            folders.push_back(joined(path, name));
    }
    bool all = reader.error() == 0;
    for (const NameList* names : {&parts, &records, &held}) // never a record without what it is about
        all = removeFrom(dirFd, *names) && all;
    return all;
}

} // namespace

std::string_view nonceOf(std::string_view name)
{
    const bool isOurs = isPartName(name) || isHeldName(name) || isOfForm(name, kKey, kProof) || isLockName(name) ||
                        isOfForm(name, kDone);
    return isOurs ? name.substr(kPrefix.size(), kNonce) : std::string_view();
}

std::string_view keyOf(std::string_view name)
{
    return isHeldName(name) ? name.substr(kPrefix.size() + kNonce + 1, kKey) : std::string_view();
}

std::string heldKey(const std::string& path, const Stat& source)
{
    Hasher hasher;
    hasher.addNumber(path.size());
    hasher.add(path.data(), path.size());
    for (const std::int64_t number :
         {static_cast<std::int64_t>(source.inode), source.size, source.modified.seconds,
          std::int64_t{source.modified.nanoseconds}, source.changed.seconds, std::int64_t{source.changed.nanoseconds}})
        hasher.addNumber(static_cast<std::uint64_t>(number));
    return hasher.value().hex();
}

std::string proofNameOf(const std::string& heldName)
{
    return heldName.substr(0, heldName.size() - kHeld.size()).append(kProof);
}

bool isOurAlone(int fd, Stat& stat)
{
    return statFd(fd, stat) == 0 && stat.isFile() && stat.links == 1 && stat.uid == ::geteuid() &&
           stat.permissions() == 0600;
}

bool isFresh(const Stat& held)
{
    timespec now = {};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return held.isFile() && now.tv_sec - held.modified.seconds <= kHeldFor &&
           held.modified.seconds - now.tv_sec <= kClockSkew;
}

bool inheritHeld(int folder, const std::vector<std::string>& ended, const std::string& nonce, const std::string& key,
                 Stat& asLeft)
{
    const std::string mine = RunLock::heldName(nonce, key);
    for (const std::string& one : ended) {
        const std::string theirs = RunLock::heldName(one, key);
        if (statAt(folder, theirs.c_str(), asLeft) != 0 || !isFresh(asLeft))
            continue;
        // Killed between the two, it has no record: less is believed then, never more.
        io::renameNew(folder, proofNameOf(theirs).c_str(), folder, proofNameOf(mine).c_str());
        if (io::renameNew(folder, theirs.c_str(), folder, mine.c_str()) == 0)
            return true;
    }
    return false;
}

RunLock::RunLock(int rootFd)
    : m_rootFd(rootFd)
{
    std::uint64_t random = 0;
    if (::getrandom(&random, sizeof random, 0) != static_cast<ssize_t>(sizeof random)) {
        timespec now = {};
        ::clock_gettime(CLOCK_REALTIME, &now);
        random = static_cast<std::uint64_t>(now.tv_nsec) << 32U ^ static_cast<std::uint64_t>(now.tv_sec) ^
                 static_cast<std::uint64_t>(::getpid()) << 48U;
    }
    m_nonce = hex(random, kNonce);
}

RunLock::~RunLock() = default;

std::string RunLock::temporaryName(const std::string& nonce, std::uint64_t number)
{
    std::string name(kPrefix);
    return name.append(nonce).append("-").append(hex(number, kNumber)).append(kPart);
}

std::string RunLock::heldName(const std::string& nonce, const std::string& key)
{
    return std::string(kPrefix).append(nonce).append("-").append(key).append(kHeld);
}

int RunLock::take()
{
    const std::string name = this->name();
    // Without a name until it is locked and says what it is for: nobody can take it for a dead run's.
    Fd file(io::createUnnamed(m_rootFd, 0600));
    const bool unnamed = static_cast<bool>(file);
    if (!unnamed && errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)
        return errno;
    if (!unnamed)
        file = Fd(io::create(m_rootFd, name.c_str(), O_RDWR | O_EXCL | O_NOFOLLOW, 0600));
    Stat self;
    if (!file || statFd(file.get(), self) != 0)
        return errno;
    const std::string text = lockText(m_rootFd, self);
    int error = ::flock(file.get(), LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
    if (error == 0 && self.permissions() != 0600 && io::chmod(file.get(), 0600) != 0)
        error = errno;
    if (error == 0)
        error = io::writeAll(file.get(), text.data(), text.size(), 0);
    if (error == 0 && unnamed && io::linkUnnamed(file.get(), m_rootFd, name.c_str()) != 0)
        error = errno;
    if (error != 0) {
        io::unlink(m_rootFd, name.c_str());
        return error;
    }
    m_file = std::move(file);
    return 0;
}

std::string RunLock::name() const
{
    return std::string(kPrefix).append(m_nonce).append(kLock);
}

std::string RunLock::doneName(const std::string& nonce)
{
    return std::string(kPrefix).append(nonce).append(kDone);
}

int RunLock::drop()
{
    if (!m_file)
        return 0;
    io::unlink(m_rootFd, doneName(m_nonce).c_str());
    const int error = io::unlink(m_rootFd, name().c_str()) == 0 || errno == ENOENT ? 0 : errno;
    m_file.reset();
    return error;
}

Runs findRuns(int rootFd)
{
    Runs runs;
    const Fd root = openFolder(rootFd, "");
    if (!root)
        return runs;
    FolderReader reader(root.get());
    while (const char* name = reader.next()) {
        if (!isLockName(name))
            continue;
        const State state = stateOf(rootFd, name);
        if (state == State::Ended)
            runs.ended.emplace_back(nonceOf(name));
        else if (state == State::Running)
            runs.running.emplace_back(nonceOf(name));
    }
    return runs;
}

bool isOfRun(const Runs& runs, std::string_view name)
{
    const std::string_view nonce = nonceOf(name);
    const auto has = [nonce](const std::vector<std::string>& nonces) {
        return std::find(nonces.begin(), nonces.end(), nonce) != nonces.end();
    };
    return !nonce.empty() && (has(runs.ended) || has(runs.running));
}

bool removeLeftovers(int folderFd, const std::vector<std::string>& nonces, const std::function<bool()>& stopping,
                     bool heldToo)
{
    Stat root;
    if (statFd(folderFd, root) != 0)
        return false;
    bool good = true;
    std::vector<std::string> folders{""};
    while (!folders.empty()) {
        if (stopping())
            return false;
        const std::string path = std::move(folders.back());
        folders.pop_back();
        const Fd folder = openFolder(folderFd, path);
        // What we cannot look into we could not have written into either.
        if (!folder) {
            good = good && (errno == EACCES || errno == ENOENT);
            continue;
        }
        good = removePartsIn(folder.get(), nonces, folders, path, root.mountId, heldToo) && good;
    }
    return good;
}

bool removeLocks(int rootFd, const std::vector<std::string>& nonces)
{
    NameList locks;
    for (const std::string& nonce : nonces) {
        locks.add(RunLock::doneName(nonce));
        locks.add(std::string(kPrefix).append(nonce).append(kLock));
    }
    return removeFrom(rootFd, locks);
}

} // namespace bascule::engine
