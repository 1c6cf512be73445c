// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/ArchiveWalk.h"

#include <algorithm>

namespace bascule::archives {

using namespace Qt::StringLiterals;

namespace {
constexpr int maxNotes = 50;

std::string stringOf(const char* text)
{
    return text ? std::string(text) : std::string();
}
} // namespace

// ---------------------------------------------------------------- tap

ssize_t TarTap::next(const void** data)
{
    const ssize_t got = source.next(data);
    if (got == 0)
        atEnd = true;
    if (got <= 0)
        return got;
    const char* bytes = static_cast<const char*>(*data);
    if (first.size() < 512)
        first.append(bytes, std::min<qsizetype>(got, 512 - first.size()));
    lastAt = source.position() - got;
    last = bytes;
    lastSize = got;
    return got;
}

bool TarTap::tailHasData(std::int64_t position) const
{
    const std::int64_t from = std::clamp<std::int64_t>(position - lastAt, 0, lastSize);
    return std::any_of(last + from, last + lastSize, [](char c) { return c != 0; });
}

// ---------------------------------------------------------------- paths

std::string cleanedPath(const std::string& stored, bool* absolute, bool* upwards, int* depth)
{
    std::string cleaned;
    int parts = 0;
    if (absolute)
        *absolute = !stored.empty() && stored.front() == '/';
    for (std::size_t at = 0; at <= stored.size();) {
        const std::size_t end = std::min(stored.find('/', at), stored.size());
        const std::string part = stored.substr(at, end - at);
        at = end + 1;
        if (part.empty() || part == ".")
            continue;
        if (part == ".." && upwards)
            *upwards = true;
        if (!cleaned.empty())
            cleaned += '/';
        cleaned += part;
        ++parts;
    }
    if (depth)
        *depth = parts;
    return cleaned;
}

// ---------------------------------------------------------------- walk

ArchiveWalk::ArchiveWalk(archive* reader, const ArchiveLimits& limits, ArchiveVisitor* visitor,
                         engine::Counters& counters, std::stop_token stop, ArchiveReport& report)
    : m_reader(reader)
    , m_limits(limits)
    , m_visitor(visitor)
    , m_counters(counters)
    , m_stop(std::move(stop))
    , m_report(report)
    , m_until(std::chrono::steady_clock::now() + limits.time)
{
}

void ArchiveWalk::note(const char* code, const QJsonObject& params)
{
    if (++m_notes <= maxNotes)
        m_report.problems.append(backupProblem(code, displayPath(m_current.stored), params, true));
}

void ArchiveWalk::cap(const char* code, const QJsonObject& params)
{
    m_capped = true;
    m_report.state = ReadState::Damaged;
    m_report.problems.append(backupProblem(code, displayPath(m_current.stored), params));
}

bool ArchiveWalk::withinLimits(std::int64_t packed)
{
    if (m_report.entries > m_limits.entries)
        cap("backup.too-many-entries", {{u"limit"_s, qint64(m_limits.entries)}});
    else if (m_report.unpacked > m_limits.bytes)
        cap("backup.too-big", {{u"limit"_s, qint64(m_limits.bytes)}});
    else if (m_report.unpacked > m_limits.ratioFrom &&
             m_report.unpacked / std::max<std::int64_t>(packed, 1) > m_limits.ratio)
        cap("backup.too-dense", {{u"limit"_s, qint64(m_limits.ratio)}, {u"unpacked"_s, qint64(m_report.unpacked)}});
    else if (std::chrono::steady_clock::now() > m_until)
        cap("backup.too-slow-to-read", {{u"limit"_s, qint64(m_limits.time.count()) * 1000}});
    return !m_capped;
}

ArchiveWalk::Next ArchiveWalk::header()
{
    archive_entry* raw = nullptr;
    const int rc = archive_read_next_header(m_reader, &raw);
    const char* words = archive_error_string(m_reader);
    if (rc == ARCHIVE_EOF) {
        // Blocks of zeros are taken as the end; running out of input is an end too, but not the archive's own.
        m_endMarked = archive_filter_bytes(m_reader, 0) >= m_dataEnd + 512;
        m_ended = true;
        return Next::End;
    }
    if (rc < ARCHIVE_WARN) {
        m_words = QString::fromUtf8(words ? words : "");
        m_unrecognised = m_report.entries == 0 && m_words.contains(u"Unrecognized archive format"_s);
        return Next::Failed;
    }
    ++m_report.entries;
    if (!describe(raw))
        return Next::Failed;
    if (rc == ARCHIVE_WARN)
        note("backup.entry-warning", {{u"detail"_s, QString::fromUtf8(words ? words : "")}});
    if (m_current.upwards)
        note("backup.entry-upwards", {});
    if (archive_entry_is_encrypted(raw)) {
        m_report.problems.append(backupProblem("backup.encrypted", displayPath(m_current.stored)));
        m_report.state = ReadState::Damaged;
    }
    return Next::Entry;
}

/// False when the entry itself is beyond the limits.
bool ArchiveWalk::describe(archive_entry* raw)
{
    m_current = {};
    const char* name = archive_entry_pathname(raw);
    m_current.stored = stringOf(name ? name : archive_entry_pathname_utf8(raw));
    int depth = 0;
    if (m_current.stored.size() > m_limits.nameBytes) {
        m_current.stored.resize(200);
        cap("backup.name-too-long", {{u"limit"_s, qint64(m_limits.nameBytes)}});
        return false;
    }
    m_current.path = cleanedPath(m_current.stored, &m_current.absolute, &m_current.upwards, &depth);
    if (depth > m_limits.depth) {
        cap("backup.too-deep", {{u"limit"_s, m_limits.depth}});
        return false;
    }
    if (archive_entry_xattr_count(raw) > m_limits.xattrs) {
        cap("backup.too-many-attributes", {{u"limit"_s, m_limits.xattrs}});
        return false;
    }
    switch (archive_entry_filetype(raw)) {
    case AE_IFDIR:
        m_current.kind = 'd';
        break;
    case AE_IFLNK:
        m_current.kind = 'l';
        m_current.linkTarget = stringOf(archive_entry_symlink(raw));
        break;
    case AE_IFIFO:
        m_current.kind = 'p';
        break;
    case AE_IFSOCK:
        m_current.kind = 's';
        break;
    case AE_IFBLK:
        m_current.kind = 'b';
        break;
    case AE_IFCHR:
        m_current.kind = 'c';
        break;
    default:
        break;
    }
    if (const char* hard = archive_entry_hardlink(raw)) {
        m_current.kind = 'h';
        m_current.linkTarget = cleanedPath(hard, nullptr, &m_current.upwards);
    }
    m_current.size = archive_entry_size_is_set(raw) ? archive_entry_size(raw) : 0;
    m_current.mode = archive_entry_perm(raw);
    m_current.hasMtime = archive_entry_mtime_is_set(raw) != 0;
    m_current.mtimeNs = std::int64_t(archive_entry_mtime(raw)) * 1'000'000'000 + archive_entry_mtime_nsec(raw);
    const char* xattr = nullptr;
    const void* value = nullptr;
    std::size_t size = 0;
    archive_entry_xattr_reset(raw);
    while (archive_entry_xattr_next(raw, &xattr, &value, &size) == ARCHIVE_OK)
        m_current.xattrs.emplace_back(stringOf(xattr), std::string(static_cast<const char*>(value), size));
    return true;
}

/// False when this entry's contents could not be read to the end; the next one may still be.
Result<bool> ArchiveWalk::contents(const std::function<std::int64_t()>& packed)
{
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    for (;;) {
        if (m_stop.stop_requested())
            return false;
        const int rc = archive_read_data_block(m_reader, &block, &size, &offset);
        if (rc == ARCHIVE_EOF)
            return true;
        if (rc != ARCHIVE_OK) {
            const char* words = archive_error_string(m_reader);
            m_words = QString::fromUtf8(words ? words : "");
            if (rc == ARCHIVE_FATAL)
                return false;
            m_report.problems.append(
                backupProblem("backup.entry-damaged", displayPath(m_current.stored), {{u"detail"_s, m_words}}));
            if (rc == ARCHIVE_FAILED || rc == ARCHIVE_RETRY)
                return true;
        }
        if (size == 0)
            continue;
        m_report.unpacked += std::int64_t(size);
        if (m_visitor) {
            if (auto taken = m_visitor->data(offset, static_cast<const char*>(block), size); !taken)
                return taken.error();
        }
        if (!withinLimits(packed()))
            return false;
    }
}

Result<void> ArchiveWalk::run(const std::function<std::int64_t()>& packed)
{
    for (;;) {
        if (m_stop.stop_requested())
            return {};
        const Next next = header();
        if (next != Next::Entry)
            return {};
        m_counters.itemsDone.fetch_add(1);
        if (!withinLimits(packed()))
            return {};
        if (m_visitor) {
            if (auto begun = m_visitor->begin(m_current); !begun)
                return begun;
        }
        auto whole = contents(packed);
        if (!whole)
            return whole.error();
        if (!whole.value()) {
            --m_report.entries; // this one did not come whole
            return {};
        }
        // Takes the padding too, so that the end mark can be told from the last entry.
        if (archive_read_data_skip(m_reader) < ARCHIVE_WARN) {
            const char* words = archive_error_string(m_reader);
            m_words = QString::fromUtf8(words ? words : "");
            --m_report.entries;
            return {};
        }
        m_dataEnd = (archive_filter_bytes(m_reader, 0) + 511) / 512 * 512;
        if (m_visitor) {
            if (auto done = m_visitor->end(); !done)
                return done;
        }
    }
}

} // namespace bascule::archives
