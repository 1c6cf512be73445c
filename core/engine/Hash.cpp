// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Hash.h"

#include <xxhash.h>

namespace bascule::engine {

std::string Hash128::hex() const
{
    static const char digits[] = "0123456789abcdef";
    std::string text;
    for (const std::uint64_t half : {high, low}) {
        for (int shift = 60; shift >= 0; shift -= 4)
            text.push_back(digits[(half >> shift) & 15U]);
    }
    return text;
}

Hash128 hashOf(const void* bytes, std::size_t size)
{
    const XXH128_hash_t hash = XXH3_128bits(bytes, size);
    return {hash.low64, hash.high64};
}

Hasher::Hasher()
    : m_state(XXH3_createState())
{
    XXH3_128bits_reset(m_state);
}

Hasher::Hasher(const Hasher& other)
    : m_state(XXH3_createState())
{
    XXH3_copyState(m_state, other.m_state);
}

Hasher& Hasher::operator=(const Hasher& other)
{
    if (this != &other)
        XXH3_copyState(m_state, other.m_state);
    return *this;
}

Hasher::~Hasher()
{
    XXH3_freeState(m_state);
}

void Hasher::add(const void* bytes, std::size_t size)
{
    XXH3_128bits_update(m_state, bytes, size);
}

Hash128 Hasher::value() const
{
    const XXH128_hash_t hash = XXH3_128bits_digest(m_state);
    return {hash.low64, hash.high64};
}

} // namespace bascule::engine
