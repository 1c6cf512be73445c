// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of the room: a report as plain values, so that content is made once, and escaped at one place per form.
#include "core/board/Board.h"
#include "core/project/Checkpoint.h"
#include "core/text/Catalogue.h"

#include <QStringList>

#include <variant>
#include <vector>

namespace bascule::report {

/// A piece of text as it is, never markup.
struct Span
{
    QString text;
    QString icon; ///< a name of stateIconNames() drawn before it; empty: none
    enum class Style { Plain, Bold, Muted, Code, Ok, Warn, Bad, Waive, Accent } style = Style::Plain;
};

using Line = std::vector<Span>;
using Cell = std::vector<Line>;

struct Table
{
    QStringList headers;
    std::vector<int> widths;   ///< percent; same length as headers, or empty
    std::vector<bool> numeric; ///< right-aligned columns; same length, or empty
    std::vector<std::vector<Cell>> rows;
};

struct Bullets
{
    std::vector<Line> lines;
};

/// A sub-title within a section.
struct Heading
{
    QString text;
};

using Block = std::variant<Line, Table, Bullets, Heading>;

struct Section
{
    QString id; ///< an anchor
    QString title;
    std::vector<Block> blocks;
};

struct Document
{
    QString language; ///< "fr", "en"
    QString title, subtitle, project;
    QString question, answer, answerIcon, why;
    Span::Style answerStyle = Span::Style::Plain;
    QString nextTitle, next, nextFact;
    std::vector<Section> sections;
    QString footer;
};

Document makeDocument(const Snapshot& snapshot, const text::Phrasebook& words, const QDateTime& now);

/// What the makers of sections share: the snapshot, the words and the shapes that come again and again.
class Writer
{
public:
    Writer(const Snapshot& state, const text::Phrasebook& book, const QDateTime& moment)
        : snapshot(state)
        , words(book)
        , now(moment)
    {
    }

    QString say(const char* code, const QJsonObject& params = {}) const
    {
        return words.say(QString::fromLatin1(code), params);
    }
    QString say(const Item& item) const { return words.say(item); }
    /// The headers of a table, by codes.
    QStringList headers(std::initializer_list<const char*> codes) const;
    /// "None" in muted text.
    Cell none() const;
    Cell text(const QString& text, Span::Style style = Span::Style::Plain) const;
    Cell path(const Path& path) const;
    Cell when(const QDateTime& moment) const;
    Cell took(qint64 ms) const;
    /// "Accepted by NAME: reason".
    Line decision(const QString& by, const QString& why) const;
    /// First letter in upper case: what is missing is said as part of a sentence.
    static QString sentence(QString text);
    QString assetName(Id id) const;
    QString serverName(Id id) const;

    const Snapshot& snapshot;
    const text::Phrasebook& words;
    const QDateTime& now;
};

/// Rows shown of a list at most; a line says how many there are beyond.
inline constexpr std::size_t kMostRows = 300;

Span::Style styleOf(CheckpointState state);
QString iconOf(CheckpointState state);
/// A state as icon and word.
Cell stateCell(const Writer& writer, CheckpointState state);

// The sections, in the order of the report; each in the file of its theme.
Section checkpointsSection(const Writer& writer, const Board& board);
Section evidenceSection(const Writer& writer, const Board& board);
Section serversSection(const Writer& writer);
Section assetsSection(const Writer& writer);
Section dependenciesSection(const Writer& writer);
Section findingsSection(const Writer& writer);
Section backupsSection(const Writer& writer);
Section rehearsalsSection(const Writer& writer);
Section windowSection(const Writer& writer);
Section runbookSection(const Writer& writer);
Section journalSection(const Writer& writer);
Section monitoringSection(const Writer& writer);
Section waiversSection(const Writer& writer);
Section peopleSection(const Writer& writer);
Section ledgerSection(const Writer& writer);

/// Renders for a browser, and for QTextDocument.
QString renderHtml(const Document& document);
QString renderPrintHtml(const Document& document);

} // namespace bascule::report
