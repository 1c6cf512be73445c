// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Base.h"

#include <QStringList>

#include <optional>

namespace bascule {

/// A line of a CSV file (RFC 4180, UTF-8, "\n" at its end). A cell that a spreadsheet would take for a formula (its
/// first character is one of = + - @, or a tab) gets a ' before it, and so does one that begins with ' itself: what
/// csvCells() reads is what was written. Pure; any thread.
QByteArray csvLine(const QStringList& cells);
/// The cells of such a line, without its end; nothing when it is none.
std::optional<QStringList> csvCells(const QByteArray& line);

/// A path as text that tells every byte: as displayPath(), with \ written twice.
QString exactPath(const QByteArray& path);

} // namespace bascule
