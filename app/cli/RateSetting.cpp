// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RateSetting.h"

#include "app/cli/Tr.h"
#include "core/base/Base.h"
#include "core/engine/Fd.h"
#include "core/engine/Pause.h"

#include <array>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule::cli {

namespace {

constexpr std::chrono::milliseconds kLookEvery{250};
constexpr std::size_t kLongest = 256; // a rate is a word

/// The file's words, or nothing where it is none that can be read: a pipe or a device might never answer.
std::optional<QString> wordsOf(const QByteArray& file)
{
    const engine::Fd fd(::open(file.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    struct stat info = {};
    if (!fd || ::fstat(fd.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return {};
    std::array<char, kLongest> bytes{};
    const ssize_t got = ::read(fd.get(), bytes.data(), bytes.size());
    if (got < 0)
        return {};
    return QString::fromUtf8(bytes.data(), got).trimmed();
}

} // namespace

std::optional<QString> RateSetting::begin()
{
    engine::PaceWish wish;
    wish.polite = m_call.args.has("polite");
    const QByteArray given = m_call.args.bytes("bwlimit");
    QString text = QString::fromUtf8(given);
    if (given.startsWith('@')) {
        m_file = absolutePath(given.mid(1));
        const auto words = wordsOf(m_file);
        if (!words)
            return Tr::tr("The file “%1” with the rate cannot be read.").arg(displayPath(m_file));
        text = *words;
    }
    if (m_call.args.has("bwlimit")) {
        const auto rate = rateOrNone(text);
        if (!rate)
            return Tr::tr("“%1” is no rate; write 500k, 20M or 1G for bytes a second.").arg(displayPath(text.toUtf8()));
        wish.bytesPerSecond = *rate;
    }
    m_pace->set(wish);
    if (!m_file.isEmpty())
        m_thread = std::jthread([this](const std::stop_token& stop) { follow(stop); });
    return {};
}

void RateSetting::follow(const std::stop_token& stop)
{
    for (int wrong = 0; !stop.stop_requested(); engine::pauseFor(kLookEvery, stop)) {
        const auto words = wordsOf(m_file);
        const auto rate = words ? rateOrNone(*words) : std::nullopt;
        if (rate) {
            wrong = 0;
            engine::PaceWish wish = m_pace->wish();
            wish.bytesPerSecond = *rate;
            m_pace->set(wish);
        } else if (++wrong == 2) { // at the second look: it may just be being written
            if (::isatty(STDERR_FILENO) != 0)
                std::fputs("\r\x1b[K", stderr); // where the bar is
            m_call.console.note(
                words ? Tr::tr("“%1” in “%2” is no rate; the last one stays.")
                            .arg(displayPath(words->toUtf8()), displayPath(m_file))
                      : Tr::tr("The file “%1” cannot be read any more; the last rate stays.").arg(displayPath(m_file)));
        }
    }
}

} // namespace bascule::cli
