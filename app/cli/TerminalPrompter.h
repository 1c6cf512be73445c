// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/Prompter.h"
#include "core/text/Catalogue.h"

#include <mutex>
#include <optional>

namespace bascule::cli {

/// Asks on the terminal (/dev/tty, without echo for secrets), or takes secrets from a descriptor, one a line, in the
/// order they are asked. Thread-safe: one question at a time.
class TerminalPrompter final : public Prompter
{
public:
    struct Wishes
    {
        int passwordFd = -1; ///< -1: none
        QString hostKey;     ///< accept this one and no other ("SHA256:…"); empty: ask
    };
    TerminalPrompter(const text::Phrasebook& words, Wishes wishes)
        : m_words(words)
        , m_wishes(std::move(wishes))
    {
    }
    Answer ask(const Prompt& prompt, std::stop_token stop) override;

private:
    Answer onTerminal(const Prompt& prompt, const std::stop_token& stop) const;
    const text::Phrasebook& m_words;
    Wishes m_wishes;
    std::mutex m_mutex;
};

} // namespace bascule::cli
