// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Values.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace bascule::cli {

/// One option of a verb. Texts are marked with QT_TRANSLATE_NOOP("Cli", …).
struct Option
{
    const char* name;  ///< without the dashes
    const char* value; ///< what stands for its value in the help; null for a flag
    const char* help;
    bool repeatable = false;
};

/// What was typed after the verb, byte for byte: paths need not be UTF-8.
class Arguments
{
public:
    /// Sorts `words` into options and the rest, by `known`. Accepts --name value, --name=value and -- . Returns what is
    /// wrong in words, or nothing.
    std::optional<QString> parse(const std::vector<QByteArray>& words, const std::vector<Option>& known);

    const std::vector<QByteArray>& positionals() const { return m_positionals; }
    QByteArray at(std::size_t index) const
    {
        return index < m_positionals.size() ? m_positionals[index] : QByteArray();
    }
    QString textAt(std::size_t index) const { return QString::fromUtf8(at(index)); }
    bool has(const char* option) const;
    /// Last value of an option, or null bytes.
    QByteArray bytes(const char* option) const;
    QString text(const char* option) const { return QString::fromUtf8(bytes(option)); }
    std::vector<QByteArray> all(const char* option) const;

private:
    std::vector<QByteArray> m_positionals;
    std::vector<std::pair<QByteArray, QByteArray>> m_options;
};

/// "yes"/"no" and their French, or nothing.
std::optional<bool> yesNo(const QString& text);
/// "90", "90s", "15min", "2h", "3d" (seconds without a unit) in milliseconds, or nothing.
std::optional<qint64> durationMs(const QString& text);
/// "10M", "500k" a second, powers of 1000, or nothing.
std::optional<qint64> rateBytes(const QString& text);
/// "ids", "names" or "free".
std::optional<engine::OwnersBy> ownersBy(const QString& text);
/// The same, and 0 for no limit.
std::optional<qint64> rateOrNone(const QString& text);

} // namespace bascule::cli
