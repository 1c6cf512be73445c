// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/DoneFolders.h"

#include "core/engine/Content.h"
#include "core/engine/Hash.h"
#include "core/engine/Io.h"
#include "core/engine/Leftovers.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

constexpr std::size_t kWorthNoting = 500; // folders: fewer are looked at in no time
constexpr std::size_t kMost = 2'000'000;  // of earlier runs
constexpr auto kKey = static_cast<std::int64_t>(sizeof(std::uint64_t));

} // namespace

std::uint64_t DoneFolders::keyOf(const std::string& path) const
{
    Hasher hasher;
    hasher.addNumber(m_source);
    hasher.add(path.data(), path.size());
    return hasher.value().low;
}

void DoneFolders::load(int rootFd, const std::vector<std::string>& endedRuns, const Stat& source)
{
    m_source = source.inode;
    for (const std::string& nonce : endedRuns) {
        const std::string name = RunLock::doneName(nonce);
        const Fd file(::openat(rootFd, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        Stat stat;
        if (!file || !isOurAlone(file.get(), stat))
            continue;
        const std::size_t before = m_earlier.size();
        const std::size_t count = std::min(kMost - before, static_cast<std::size_t>(stat.size / kKey));
        m_earlier.resize(before + count);
        const ssize_t got =
            readFully(file.get(), reinterpret_cast<char*>(m_earlier.data() + before), count * sizeof(std::uint64_t), 0);
        m_earlier.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)) / sizeof(std::uint64_t));
    }
    std::sort(m_earlier.begin(), m_earlier.end());
}

bool DoneFolders::has(const std::string& path) const
{
    return !m_earlier.empty() && std::binary_search(m_earlier.begin(), m_earlier.end(), keyOf(path));
}

void DoneFolders::note(const std::string& path)
{
    const std::uint64_t key = keyOf(path);
    const std::lock_guard lock(m_mutex);
    if (!m_failed)
        m_waiting.push_back(key);
}

std::size_t DoneFolders::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting.size();
}

bool DoneFolders::isWritten() const
{
    const std::lock_guard lock(m_mutex);
    return m_end > 0;
}

void DoneFolders::write(int rootFd, const std::string& nonce, std::size_t count)
{
    const std::lock_guard lock(m_mutex);
    count = std::min(count, m_waiting.size());
    if (m_failed || count == 0 || (m_end == 0 && count < kWorthNoting))
        return;
    if (!m_file)
        m_file = Fd(io::create(rootFd, RunLock::doneName(nonce).c_str(), O_RDWR | O_EXCL | O_NOFOLLOW, 0600));
    const std::size_t size = count * sizeof(std::uint64_t);
    m_failed = !m_file || io::writeAll(m_file.get(), reinterpret_cast<const char*>(m_waiting.data()), size, m_end) != 0;
    if (m_failed) {
        m_waiting.clear();
        return;
    }
    m_end += static_cast<std::int64_t>(size);
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(count));
}

} // namespace bascule::engine
