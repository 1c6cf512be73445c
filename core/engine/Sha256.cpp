// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Sha256.h"

#include <nettle/sha2.h>

namespace bascule::engine {

static_assert(Sha256::kSize == SHA256_DIGEST_SIZE);

Sha256::Sha256()
    : m_state(std::make_unique<sha256_ctx>())
{
    sha256_init(m_state.get());
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&& other) noexcept = default;
Sha256& Sha256::operator=(Sha256&& other) noexcept = default;

void Sha256::add(const void* bytes, std::size_t size)
{
    sha256_update(m_state.get(), size, static_cast<const std::uint8_t*>(bytes));
}

std::string Sha256::take()
{
    std::uint8_t bytes[kSize];
    sha256_digest(m_state.get(), kSize, bytes);
    return {reinterpret_cast<const char*>(bytes), kSize};
}

std::string hexOf(std::string_view bytes)
{
    static const char digits[] = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        text.push_back(digits[(static_cast<unsigned char>(byte) >> 4U) & 15U]);
        text.push_back(digits[static_cast<unsigned char>(byte) & 15U]);
    }
    return text;
}

} // namespace bascule::engine
