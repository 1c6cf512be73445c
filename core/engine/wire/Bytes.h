// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bascule::engine::wire {

/// Numbers and texts one after the other, for what is sent by the million: numbers seven bits a byte, texts with their
/// length before them.
class ByteWriter
{
public:
    void number(std::uint64_t value)
    {
        while (value >= 0x80) {
            m_bytes.push_back(static_cast<char>(value | 0x80U));
            value >>= 7U;
        }
        m_bytes.push_back(static_cast<char>(value));
    }
    /// Zigzag, so that small negative numbers are short too.
    void signedNumber(std::int64_t value)
    {
        number((static_cast<std::uint64_t>(value) << 1U) ^ (value < 0 ? ~std::uint64_t{0} : std::uint64_t{0}));
    }
    void text(std::string_view value)
    {
        number(value.size());
        m_bytes.append(value);
    }
    /// As it is, eight bytes, lowest first.
    void fixed(std::uint64_t value)
    {
        for (unsigned shift = 0; shift < 64; shift += 8)
            m_bytes.push_back(static_cast<char>(value >> shift));
    }
    void raw(std::string_view bytes) { m_bytes.append(bytes); }

    std::size_t size() const { return m_bytes.size(); }
    const std::string& bytes() const { return m_bytes; }
    std::string take()
    {
        std::string taken = std::move(m_bytes);
        m_bytes.clear();
        return taken;
    }

private:
    std::string m_bytes;
};

/// Reads what a ByteWriter wrote, from a sender that is not trusted: nothing is read past the end, and after the first
/// thing that is wrong everything reads as nothing and ok() stays false.
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_bytes.empty(); }

    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_bytes.empty())
                break;
            const auto byte = static_cast<std::uint8_t>(m_bytes.front());
            m_bytes.remove_prefix(1);
            if (shift == 63 && byte > 1)
                break;
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0)
                return value;
        }
        fail();
        return 0;
    }
    std::int64_t signedNumber()
    {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>((value >> 1U) ^ (~(value & 1U) + 1U));
    }
    /// At most `most` bytes; a view into the frame.
    std::string_view text(std::size_t most)
    {
        const std::uint64_t size = number();
        if (size > most || size > m_bytes.size()) {
            fail();
            return {};
        }
        const std::string_view value = m_bytes.substr(0, static_cast<std::size_t>(size));
        m_bytes.remove_prefix(value.size());
        return value;
    }
    std::uint64_t fixed()
    {
        if (m_bytes.size() < 8) {
            fail();
            return 0;
        }
        std::uint64_t value = 0;
        for (unsigned i = 0; i < 8; ++i)
            value |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(m_bytes[i])) << (8 * i);
        m_bytes.remove_prefix(8);
        return value;
    }
    void fail()
    {
        m_ok = false;
        m_bytes = {};
    }

private:
    std::string_view m_bytes;
    bool m_ok = true;
};

} // namespace bascule::engine::wire
