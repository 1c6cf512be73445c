// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace bascule::sshrun {

/// All that is ever said to a login shell, the same each time: quoted so that sh, csh and fish read it alike. What is
/// to be done comes as the first line of stdin.
inline constexpr auto kBootstrap = "exec /bin/sh -c 'IFS= read -r b; eval \"$b\"'";

/// A word nobody can guess.
QByteArray nonce();

/// The first line for a script of `length` bytes, which follows it. Marks where its output begins and ends.
QByteArray plainLine(const QByteArray& mark, qsizetype length);
/// The first line that goes through sudo, which asks with `ask`; length, script and input follow once `mark` shows.
QByteArray sudoLine(const QByteArray& mark, const QByteArray& ask);

/// The first line that runs `line` as root through sudo, which asks with `ask`; `mark` shows on the error stream, a
/// line of its own, once it runs.
QByteArray sudoStart(const QByteArray& line, const QByteArray& mark, const QByteArray& ask);

/// Where a line that is `mark` alone ends; nothing when it is not there (yet).
std::optional<qsizetype> after(const QByteArray& text, const QByteArray& mark);
/// Takes the closing line off and returns the script's exit status; nothing when it was cut.
std::optional<int> takeStatus(QByteArray& out, const QByteArray& mark);

} // namespace bascule::sshrun
