// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backups/Archive.h"
#include "core/backups/ArchiveStream.h"

#include <archive_entry.h>
#include <functional>

// Inside of the room: entry by entry through an opened archive.
namespace bascule::archives {

/// Between the unpacking and libarchive's tar reader: remembers the first and the last block that passed.
struct TarTap
{
    Unpacked& source;
    QByteArray first;
    const char* last = nullptr; ///< valid until the source is asked again
    std::int64_t lastSize = 0, lastAt = 0;
    bool atEnd = false;

    ssize_t next(const void** data);
    std::int64_t total() const { return source.position(); }
    bool ended() const { return atEnd; }
    /// The magic of a tar header stands where it should.
    bool hasTarMark() const { return first.size() >= 262 && first.mid(257, 5) == "ustar"; }
    /// Whether the last block that passed holds anything but zeros from `position` of the stream on.
    bool tailHasData(std::int64_t position) const;
};

/// Steps through entries, hands them on, keeps the limits, notes what is odd.
class ArchiveWalk
{
public:
    ArchiveWalk(archive* reader, const ArchiveLimits& limits, ArchiveVisitor* visitor, engine::Counters& counters,
                std::stop_token stop, ArchiveReport& report);

    /// `packed` says how many bytes of the file have passed. Errors are the visitor's.
    Result<void> run(const std::function<std::int64_t()>& packed);

    bool ended() const { return m_ended; }               ///< the reader says there are no more entries
    bool capped() const { return m_capped; }             ///< a limit was reached; the report says which
    bool unrecognised() const { return m_unrecognised; } ///< it is no archive that we read
    /// A tar's end: at least one block of zeros was taken behind the last entry.
    bool endMarked() const { return m_endMarked; }
    const QString& words() const { return m_words; }
    const std::string& entry() const { return m_current.path; }

private:
    enum class Next { Entry, End, Failed };
    Next header();
    bool describe(archive_entry* raw);
    Result<bool> contents(const std::function<std::int64_t()>& packed);
    bool withinLimits(std::int64_t packed);
    void cap(const char* code, const QJsonObject& params);
    void note(const char* code, const QJsonObject& params);

    archive* m_reader;
    ArchiveLimits m_limits;
    ArchiveVisitor* m_visitor;
    engine::Counters& m_counters;
    std::stop_token m_stop;
    ArchiveReport& m_report;
    ArchiveEntry m_current;
    std::chrono::steady_clock::time_point m_until;
    std::int64_t m_dataEnd = 0;
    bool m_ended = false, m_capped = false, m_unrecognised = false, m_endMarked = false;
    int m_notes = 0;
    QString m_words;
};

/// Cleans a stored path; sets `absolute` and `upwards` where they are given.
std::string cleanedPath(const std::string& stored, bool* absolute = nullptr, bool* upwards = nullptr,
                        int* depth = nullptr);

} // namespace bascule::archives
