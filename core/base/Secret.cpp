// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Secret.h"

#include <cstring>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <utility>

namespace bascule {

void wipeBytes(void* bytes, std::size_t size)
{
    if (bytes && size > 0)
        ::explicit_bzero(bytes, size);
}

Secret::Secret(QByteArrayView bytes)
    : m_bytes(std::make_unique<char[]>(std::size_t(bytes.size())))
    , m_size(std::size_t(bytes.size()))
{
    if (m_size > 0)
        std::memcpy(m_bytes.get(), bytes.data(), m_size);
}

Secret::Secret(Secret&& other) noexcept
    : m_bytes(std::move(other.m_bytes))
    , m_size(std::exchange(other.m_size, 0))
{
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

void Secret::wipe()
{
    wipeBytes(m_bytes.get(), m_size);
    m_bytes.reset();
    m_size = 0;
}

void keepSecretsFromDumps()
{
#ifdef NDEBUG
    const struct rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace bascule
