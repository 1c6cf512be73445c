// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

struct XXH3_state_s;

namespace bascule::engine {

/// An XXH3-128 value.
struct Hash128
{
    std::uint64_t low = 0, high = 0;
    bool operator==(const Hash128&) const = default;
    /// 32 hex digits, as xxhsum prints them.
    std::string hex() const;
};

/// XXH3-128 of a block.
Hash128 hashOf(const void* bytes, std::size_t size);

/// XXH3-128 of a stream.
class Hasher
{
public:
    Hasher();
    ~Hasher();
    Hasher(const Hasher& other);
    Hasher& operator=(const Hasher& other); ///< goes on from where the other is
    void add(const void* bytes, std::size_t size);
    void addNumber(std::uint64_t number) { add(&number, sizeof number); }
    Hash128 value() const;

private:
    XXH3_state_s* m_state;
};

} // namespace bascule::engine
