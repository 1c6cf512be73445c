// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ProofRecord.h"

#include "core/engine/Io.h"
#include "core/engine/Leftovers.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

constexpr std::int64_t kStretch = 64 * 1024 * 1024;
constexpr std::int64_t kMostBytes = 512 * 1024; // kMostStretches lines are a quarter of a megabyte
constexpr std::size_t kHash = 32;
constexpr std::size_t kCheck = 16;

std::uint64_t checkOf(std::uint64_t before, std::string_view text)
{
    Hasher hasher;
    hasher.addNumber(before);
    hasher.add(text.data(), text.size());
    return hasher.value().low;
}

std::string headOf(const std::string& heldName, const Stat& held, std::int64_t fileSize)
{
    return "bascule proof 1 of " + std::string(keyOf(heldName)) + " in " + std::to_string(held.inode) + " every " +
           std::to_string(provenStretch(fileSize));
}

std::string textOf(const Time& time)
{
    return std::to_string(time.seconds) + "." + std::to_string(time.nanoseconds);
}

std::string sealOf(const Stat& held)
{
    return "sealed " + std::to_string(held.size) + " " + textOf(held.modified) + " " + textOf(held.changed);
}

std::string checkText(std::uint64_t check)
{
    return Hash128{check, 0}.hex().substr(kHash - kCheck);
}

/// The line that begins there, without its checksum, when that is right; `check` and `at` go on behind it.
bool nextLine(std::string_view text, std::size_t& at, std::uint64_t& check, std::string_view& line)
{
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos || end - at < kCheck + 1)
        return false;
    line = text.substr(at, end - at - kCheck - 1);
    const std::uint64_t mine = checkOf(check, line);
    if (text[end - kCheck - 1] != ' ' || text.substr(end - kCheck, kCheck) != checkText(mine))
        return false;
    check = mine;
    at = end + 1;
    return true;
}

bool hashFrom(std::string_view text, Hash128& hash)
{
    if (text.size() != kHash)
        return false;
    hash = {};
    for (std::size_t i = 0; i < kHash; ++i) {
        const char c = text[i];
        const bool isDigit = c >= '0' && c <= '9';
        if (!isDigit && (c < 'a' || c > 'f'))
            return false;
        std::uint64_t& half = i < kHash / 2 ? hash.high : hash.low;
        half = half << 4U | static_cast<std::uint64_t>(isDigit ? c - '0' : c - 'a' + 10);
    }
    return true;
}

} // namespace

std::int64_t provenStretch(std::int64_t fileSize)
{
    static const std::int64_t least = [] {
        const char* text = std::getenv("BASCULE_PROVE_EVERY");
        const auto block = static_cast<std::int64_t>(kHashBlock);
        const std::int64_t asked = text == nullptr ? 0 : std::strtoll(text, nullptr, 10) / block * block;
        return asked > 0 ? asked : kStretch;
    }();
    std::int64_t stretch = least;
    while (fileSize / stretch >= static_cast<std::int64_t>(kMostStretches))
        stretch *= 2;
    return stretch;
}

int ProofRecord::create(int folder, const std::string& heldName, const Stat& held, std::int64_t fileSize)
{
    m_end = 0;
    m_check = checkOf(0, headOf(heldName, held, fileSize));
    m_file = Fd(io::create(folder, proofNameOf(heldName).c_str(), O_RDWR | O_EXCL | O_NOFOLLOW, 0600));
    return m_file ? 0 : errno;
}

bool ProofRecord::open(int folder, const std::string& heldName, const Stat& asLeft, std::int64_t fileSize,
                       Stretches& proven, bool& sealed)
{
    proven = {};
    proven.block = provenStretch(fileSize);
    sealed = false;
    const std::string name = proofNameOf(heldName);
    Fd file(::openat(folder, name.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    Stat stat;
    if (!file || !isOurAlone(file.get(), stat) || stat.size > kMostBytes)
        return false;
    std::string text(static_cast<std::size_t>(stat.size), '\0');
    if (readFully(file.get(), text.data(), text.size(), 0) != stat.size)
        return false;
    std::size_t at = 0;
    std::uint64_t check = checkOf(0, headOf(heldName, asLeft, fileSize));
    std::string_view line;
    Hash128 hash;
    m_end = 0;
    m_check = check;
    while (proven.hashes.size() < kMostStretches && nextLine(text, at, check, line)) {
        if (!hashFrom(line, hash)) {
            sealed = line == sealOf(asLeft) && at == text.size();
            break;
        }
        proven.hashes.push_back(hash);
        m_check = check;
        m_end = static_cast<std::int64_t>(at);
    }
    proven.length = static_cast<std::int64_t>(proven.hashes.size()) * proven.block;
    // More than there is of it is not proven by anybody.
    if (proven.hashes.empty() || proven.length > asLeft.size || proven.length > fileSize)
        return false;
    m_file = std::move(file);
    return true;
}

int ProofRecord::append(const std::string& text, bool toDisk)
{
    if (!m_file)
        return EBADF;
    const std::uint64_t check = checkOf(m_check, text);
    const std::string line = text + ' ' + checkText(check) + '\n';
    int error = io::truncate(m_file.get(), m_end) == 0 ? 0 : errno; // a seal, or what was torn
    if (error == 0)
        error = io::writeAll(m_file.get(), line.data(), line.size(), m_end);
    if (error == 0 && toDisk && io::sync(m_file.get()) != 0)
        error = errno;
    if (error != 0) {
        m_file.reset();
        return error;
    }
    m_check = check;
    m_end += static_cast<std::int64_t>(line.size());
    return 0;
}

int ProofRecord::add(const Hash128& hash, bool toDisk)
{
    return append(hash.hex(), toDisk);
}

int ProofRecord::seal(const Stat& held, bool toDisk)
{
    return append(sealOf(held), toDisk);
}

} // namespace bascule::engine
