// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <memory>

namespace bascule {

/// Bytes that nobody else should see: moved, never copied, wiped when it ends. Not thread-safe.
class Secret
{
public:
    Secret() = default;
    /// Copies; the caller wipes what it copied from.
    explicit Secret(QByteArrayView bytes);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { wipe(); }

    bool isEmpty() const { return m_size == 0; }
    QByteArrayView view() const { return {m_bytes.get(), qsizetype(m_size)}; }
    /// Another of the same, for who asks only once and uses it twice.
    Secret copy() const { return Secret(view()); }
    void wipe();

private:
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
};

/// Overwrites a buffer in a way that no compiler leaves out.
void wipeBytes(void* bytes, std::size_t size);

/// From here on this process leaves no core file and no other process of the same user may read its memory. Not in
/// debug builds, where somebody wants to look. Called before the first secret is asked for.
void keepSecretsFromDumps();

} // namespace bascule
