// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/text/Catalogue.h"

#include <QJsonArray>
#include <QJsonObject>

namespace bascule::cli {

/// Exit statuses, as the help lists them.
enum Exit {
    Good = 0,
    NotGood = 1,
    Usage = 2,
    Unreachable = 3,
    Cancelled = 4,
    Refused = 5,
    Internal = 6,
};

/// Which exit an error asks for.
Exit exitOf(const Error& error);

/// Where a verb writes. With --json, stdout carries one JSON document and nothing else; words for people go to stderr.
/// Everything printed is inert: control characters never reach the terminal.
class Console
{
public:
    Console(const text::Phrasebook& words, bool json)
        : m_words(words)
        , m_json(json)
    {
    }

    const text::Phrasebook& words() const { return m_words; }
    bool json() const { return m_json; }

    /// A line for people on stdout; nothing with --json.
    void line(const QString& text = {}) const;
    /// Columns, aligned; an empty header row is left out.
    void table(const QStringList& header, const QList<QStringList>& rows) const;
    /// The one JSON document; nothing without --json.
    void document(const QJsonObject& object) const;
    /// A line on stderr.
    void note(const QString& text) const;

    /// Says an error, on stderr and as a document with --json, and returns its exit.
    int fail(const Error& error) const;
    int fail(Exit exit, const QString& code, const QString& subject, const QString& message) const;
    /// A mistake in what was typed.
    int usage(const QString& message) const;
    /// For what comes with a later version.
    int later(const QString& what) const;

    /// Asks on the terminal. Without one and without `yes`, refuses with words: then `exit` is set.
    bool confirm(const QString& question, bool yes, int& exit) const;

private:
    const text::Phrasebook& m_words;
    bool m_json;
};

/// {code, params} as JSON, with the sentence beside it.
QJsonObject itemJson(const Item& item, const text::Phrasebook& words);
QJsonArray itemsJson(const std::vector<Item>& items, const text::Phrasebook& words);

} // namespace bascule::cli
