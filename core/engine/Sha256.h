// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct sha256_ctx;

namespace bascule::engine {

/// SHA-256 of a stream, for who has to show one to others; the engine itself proves with XXH3.
class Sha256
{
public:
    static constexpr std::size_t kSize = 32;

    Sha256();
    ~Sha256();
    Sha256(Sha256&& other) noexcept;
    Sha256& operator=(Sha256&& other) noexcept;
    void add(const void* bytes, std::size_t size);
    /// The kSize bytes of what was added; begins anew.
    std::string take();

private:
    std::unique_ptr<sha256_ctx> m_state;
};

/// Bytes as hex digits, two each, in small letters.
std::string hexOf(std::string_view bytes);

} // namespace bascule::engine
