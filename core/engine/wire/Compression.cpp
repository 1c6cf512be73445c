// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Compression.h"

#include <algorithm>
#include <memory>

#include <zstd.h>

namespace bascule::engine::wire {

namespace {

constexpr int kLevel = 1;                   // the others cost more than the lines are slow on which it counts
constexpr double kMargin = 2;               // the other side has to unpack it, and processors have other work too
constexpr double kWeight = 0.125;           // of a new measurement among the old ones
constexpr std::size_t kEnough = 256 * 1024; // bytes that count as a whole measurement
constexpr int kLongestPause = 256;

void learn(double& value, double measured, std::size_t bytes)
{
    const double weight = kWeight * std::min(1.0, static_cast<double>(bytes) / static_cast<double>(kEnough));
    value += weight * (measured - value);
}

struct FreeContext
{
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

} // namespace

bool CompressionPolicy::isWorthIt() const
{
    return (1 - m_ratio) * m_waitPerByte > kMargin * m_costPerByte;
}

bool CompressionPolicy::tries()
{
    const std::lock_guard lock(m_mutex);
    if (isWorthIt())
        return true;
    // Not with what is known. Other data may come: one is tried now and then, on a link that would gain by it.
    if (m_waitPerByte * 0.5 <= kMargin * m_costPerByte)
        return false;
    if (--m_pause > 0)
        return false;
    m_pause = m_nextPause;
    m_nextPause = std::min(m_nextPause * 2, kLongestPause);
    return true;
}

void CompressionPolicy::compressed(std::size_t size, std::size_t to, std::int64_t nanoseconds)
{
    const std::lock_guard lock(m_mutex);
    const auto bytes = static_cast<double>(size);
    learn(m_costPerByte, static_cast<double>(nanoseconds) / bytes, size);
    learn(m_ratio, static_cast<double>(to) / bytes, kEnough);
    if (isWorthIt())
        m_nextPause = 16;
}

void CompressionPolicy::written(std::size_t bytes, std::int64_t waitedNanoseconds)
{
    const std::lock_guard lock(m_mutex);
    learn(m_waitPerByte, static_cast<double>(waitedNanoseconds) / static_cast<double>(bytes), bytes);
}

std::optional<std::string> compress(std::string_view bytes)
{
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    if (!context)
        return std::nullopt;
    // No room for more than what would be a gain.
    std::string packed(bytes.size() - bytes.size() / 16, '\0');
    const std::size_t size =
        ZSTD_compressCCtx(context.get(), packed.data(), packed.size(), bytes.data(), bytes.size(), kLevel);
    if (ZSTD_isError(size) != 0)
        return std::nullopt;
    packed.resize(size);
    return packed;
}

std::optional<std::string> decompress(std::string_view bytes, std::size_t most)
{
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    const unsigned long long said = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (!context || said == ZSTD_CONTENTSIZE_UNKNOWN || said == ZSTD_CONTENTSIZE_ERROR || said > most ||
        said <= bytes.size() || ZSTD_findFrameCompressedSize(bytes.data(), bytes.size()) != bytes.size())
        return std::nullopt;
    std::string whole(static_cast<std::size_t>(said), '\0');
    const std::size_t size = ZSTD_decompressDCtx(context.get(), whole.data(), whole.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(size) != 0 || size != whole.size())
        return std::nullopt;
    return whole;
}

} // namespace bascule::engine::wire
