// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Archive.h"

#include "core/backups/ArchiveStream.h"
#include "core/backups/ArchiveWalk.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTimeZone>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;
using namespace archives;

QJsonObject backupProblem(const char* code, const QString& subject, const QJsonObject& params, bool note)
{
    QJsonObject problem{{u"code"_s, QString::fromLatin1(code)}, {u"subject"_s, subject}, {u"params"_s, params}};
    if (note)
        problem.insert(u"note"_s, true);
    return problem;
}

bool hasRealProblem(const QJsonArray& problems)
{
    for (const QJsonValue& problem : problems) {
        if (!problem[u"note"].toBool())
            return true;
    }
    return false;
}

namespace {

Error fileError(int number, const std::string& path, const char* call)
{
    return systemError(number, displayPath(path).toStdString(), call, Severity::Fatal);
}

bool namedLikeArchive(const std::string& path)
{
    static const QRegularExpression endings(
        u"\\.(tar|tgz|tbz2?|txz|tzst|zip|tar\\.(gz|bz2|xz|zst|lz4)|gz|zst|xz|bz2|lz4)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return endings.match(displayPath(path)).hasMatch();
}

/// The end record of a zip: without it the list of its entries is gone.
bool hasZipEnd(int descriptor, std::int64_t size)
{
    const std::int64_t from = std::max<std::int64_t>(0, size - 65'557);
    QByteArray tail(size - from, '\0');
    const ssize_t got = ::pread(descriptor, tail.data(), std::size_t(tail.size()), from);
    if (got < 22)
        return false;
    const QByteArrayView mark("PK\5\6", 4);
    for (qsizetype at = tail.lastIndexOf(mark); at >= 0; at = at > 0 ? tail.lastIndexOf(mark, at - 1) : -1) {
        if (at + 22 > got)
            continue;
        const int comment = int(uchar(tail[at + 20])) | int(uchar(tail[at + 21])) << 8;
        if (at + 22 + comment <= got)
            return true;
    }
    return false;
}

/// One file on its way through.
class Reading
{
public:
    Reading(std::string path, const ArchiveLimits& limits, ArchiveVisitor* visitor, engine::Counters& counters,
            std::stop_token stop)
        : m_path(std::move(path))
        , m_limits(limits)
        , m_visitor(visitor)
        , m_counters(counters)
        , m_stop(std::move(stop))
    {
    }

    Result<ArchiveReport> run()
    {
        QElapsedTimer timer;
        timer.start();
        auto read = readAll();
        if (!read)
            return read.error();
        m_report.ms = timer.elapsed();
        return m_report;
    }

private:
    Result<void> readAll()
    {
        const int descriptor = ::open(m_path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
        if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR)) {
            say(ReadState::Missing, "backup.missing");
            return {};
        }
        if (descriptor < 0)
            return fileError(errno, m_path, "open");
        FileStream file(descriptor, m_counters, m_stop);
        struct stat before
        {
        }, after{};
        if (::fstat(descriptor, &before) != 0)
            return fileError(errno, m_path, "fstat");
        m_report.bytes = before.st_size;
        m_report.madeAt = QDateTime::fromMSecsSinceEpoch(
            qint64(before.st_mtim.tv_sec) * 1000 + before.st_mtim.tv_nsec / 1'000'000, QTimeZone::utc());
        if (!S_ISREG(before.st_mode)) {
            say(ReadState::NotABackup, "backup.not-a-file");
            return {};
        }
        if (before.st_size == 0) {
            m_report.hash = file.hash();
            say(ReadState::Empty, "backup.empty");
            return {};
        }
        m_counters.bytesTotal.fetch_add(before.st_size);
        auto read = readContents(descriptor, file);
        if (!read || m_report.cancelled)
            return read;
        if (!file.drain()) {
            if (m_stop.stop_requested())
                m_report.cancelled = true;
            else
                return fileError(file.error(), m_path, "read");
            return {};
        }
        m_report.hash = file.hash();
        if (::fstat(descriptor, &after) != 0 || after.st_size != before.st_size ||
            after.st_mtim.tv_sec != before.st_mtim.tv_sec || after.st_mtim.tv_nsec != before.st_mtim.tv_nsec)
            say(ReadState::Damaged, "backup.changed-while-read");
        compareChecksum();
        return {};
    }

    Result<void> readContents(int descriptor, FileStream& file)
    {
        QByteArray first(512, '\0');
        const ssize_t got = ::pread(descriptor, first.data(), 512, 0);
        first.truncate(std::max<ssize_t>(got, 0));
        return first.startsWith("PK\3\4") || first.startsWith("PK\5\6") ? readZip(descriptor) : readTar(file, first);
    }

    Result<void> readTar(FileStream& file, const QByteArray& first)
    {
        const std::unique_ptr<Unpacked> unpacked = Unpacked::open(file, first);
        TarTap tap{.source = *unpacked, .first = {}};
        Reader reader(archive_read_new());
        archive_read_support_format_tar(reader.get());
        archive_read_support_format_gnutar(reader.get());
        archive_read_support_format_empty(reader.get());
        const int opened = archive_read_open(
            reader.get(), &tap, nullptr,
            [](archive*, void* data, const void** bytes) -> la_ssize_t {
                const ssize_t length = static_cast<TarTap*>(data)->next(bytes);
                return length < 0 ? la_ssize_t(ARCHIVE_FATAL) : length;
            },
            nullptr);
        ArchiveWalk walk(reader.get(), m_limits, m_visitor, m_counters, m_stop, m_report);
        Result<void> walked;
        if (opened == ARCHIVE_OK)
            walked = walk.run([&] { return file.position(); });
        if (!walked)
            return walked;
        m_report.format = formatName(unpacked->name(), reader.get());
        if (m_stop.stop_requested()) {
            m_report.cancelled = true;
            return {};
        }
        if (file.error() != 0)
            return fileError(file.error(), m_path, "read");
        if (walk.capped())
            return {};
        judgeTar(walk, *unpacked, file, tap, reader.get());
        return {};
    }

    static QString formatName(const QString& packing, archive* reader)
    {
        QString format = packing;
        if (const char* name = archive_format_name(reader)) {
            if (!format.isEmpty())
                format += u", "_s;
            format += QString::fromUtf8(name);
        }
        return format;
    }

    /// Behind the tar's last entry: its end marks, and whatever the packing still holds, with its own checksum.
    void judgeTar(ArchiveWalk& walk, Unpacked& unpacked, FileStream& file, TarTap& tap, archive* reader)
    {
        const bool endMarked = walk.endMarked();
        const std::int64_t consumed = archive_filter_bytes(reader, 0);
        bool more = false;
        if (walk.ended()) {
            more = tap.tailHasData(consumed);
            const void* rest = nullptr;
            ssize_t got = 0;
            while ((got = unpacked.next(&rest)) > 0 && !m_stop.stop_requested()) {
                const char* bytes = static_cast<const char*>(rest);
                more = more || std::any_of(bytes, bytes + got, [](char c) { return c != 0; });
            }
        }
        const QJsonObject where{{u"entry"_s, displayPath(walk.entry())},
                                {u"offset"_s, qint64(unpacked.position())},
                                {u"entries"_s, qint64(m_report.entries)}};
        if (walk.ended() && !unpacked.broken()) {
            if (m_report.entries == 0 && tap.total() == 0)
                say(ReadState::Empty, "backup.nothing-packed");
            else if (!endMarked)
                say(ReadState::CutShort, "backup.cut-short", where);
            else if (m_report.entries == 0)
                say(ReadState::Empty, "backup.no-entries");
            else if (more)
                note("backup.bytes-behind-end", where);
            settle();
            return;
        }
        judgeFailure(walk, unpacked, file, tap, where);
    }

    void judgeFailure(ArchiveWalk& walk, Unpacked& unpacked, FileStream& file, TarTap& tap, QJsonObject where)
    {
        const QString words = unpacked.broken() ? unpacked.words() : walk.words();
        where.insert(u"detail"_s, words);
        // liblzma says "no progress" when it is left waiting for more.
        const bool truncated = file.atEnd() && (words.contains(u"runcated") || words.contains(u"No progress"));
        if (walk.unrecognised() && !unpacked.broken()) {
            const bool short_ = m_report.bytes < 512 && namedLikeArchive(m_path);
            if (short_)
                say(ReadState::CutShort, "backup.cut-short", where);
            else if (tap.hasTarMark())
                say(ReadState::Damaged, "backup.damaged", where);
            else
                say(ReadState::NotABackup, "backup.not-an-archive", where);
        } else if (truncated || (!unpacked.broken() && tap.ended())) {
            say(ReadState::CutShort, "backup.cut-short", where);
        } else if (!unpacked.broken() && m_report.entries == 0 && !tap.hasTarMark()) {
            say(ReadState::NotABackup, "backup.not-an-archive", where);
        } else {
            say(ReadState::Damaged, "backup.damaged", where);
        }
    }

    Result<void> readZip(int descriptor)
    {
        m_counters.bytesTotal.fetch_add(m_report.bytes); // once for the entries, once for the hash
        Reader reader(archive_read_new());
        archive_read_support_format_zip(reader.get());
        const int opened = archive_read_open_fd(reader.get(), descriptor, 1 << 18);
        ArchiveWalk walk(reader.get(), m_limits, m_visitor, m_counters, m_stop, m_report);
        const std::int64_t base = m_counters.bytesDone.load();
        if (opened == ARCHIVE_OK) {
            auto walked = walk.run([&] {
                const std::int64_t at = std::min<std::int64_t>(archive_filter_bytes(reader.get(), -1), m_report.bytes);
                if (m_counters.bytesDone.load() < base + at)
                    m_counters.bytesDone.store(base + at);
                return m_report.bytes;
            });
            if (!walked)
                return walked;
        }
        m_counters.bytesDone.store(base + m_report.bytes);
        m_report.format = formatName({}, reader.get());
        const bool end = hasZipEnd(descriptor, m_report.bytes);
        reader.reset();
        if (::lseek(descriptor, 0, SEEK_SET) < 0)
            return fileError(errno, m_path, "lseek");
        if (m_stop.stop_requested()) {
            m_report.cancelled = true;
            return {};
        }
        if (walk.capped())
            return {};
        const QJsonObject where{{u"entry"_s, displayPath(walk.entry())},
                                {u"offset"_s, qint64(m_report.unpacked)},
                                {u"entries"_s, qint64(m_report.entries)},
                                {u"detail"_s, walk.words()}};
        if (!end)
            say(ReadState::CutShort, "backup.cut-short", where);
        else if (!walk.ended())
            say(ReadState::Damaged, "backup.damaged", where);
        else if (m_report.entries == 0)
            say(ReadState::Empty, "backup.no-entries");
        settle();
        return {};
    }

    /// What single entries had to say decides when nothing else did.
    void settle()
    {
        if (m_report.state == ReadState::NotRead)
            m_report.state = hasRealProblem(m_report.problems) ? ReadState::Damaged : ReadState::Intact;
    }

    /// A checksum beside the file: it says whether the file changed since, not whether it was ever good.
    void compareChecksum()
    {
        QFile beside(QFile::decodeName((m_path + ".sha256").c_str()));
        if (!beside.open(QIODevice::ReadOnly))
            return;
        const QByteArray said = beside.read(256).left(64).toLower();
        static const QRegularExpression hex(u"^[0-9a-f]{64}$"_s);
        if (!hex.match(QString::fromLatin1(said)).hasMatch())
            return;
        if (QString::fromLatin1(said) != m_report.hash)
            say(m_report.state == ReadState::Intact ? ReadState::Damaged : m_report.state, "backup.checksum-differs");
        else if (m_report.state != ReadState::Intact)
            note("backup.checksum-fits");
        else
            note("backup.checksum-good");
    }

    void say(ReadState state, const char* code, const QJsonObject& params = {})
    {
        m_report.state = state;
        m_report.problems.append(backupProblem(code, displayPath(m_path), params));
    }
    void note(const char* code, const QJsonObject& params = {})
    {
        m_report.problems.append(backupProblem(code, displayPath(m_path), params, true));
    }

    std::string m_path;
    ArchiveLimits m_limits;
    ArchiveVisitor* m_visitor;
    engine::Counters& m_counters;
    std::stop_token m_stop;
    ArchiveReport m_report;
};

} // namespace

Result<ArchiveReport> readArchive(const std::string& path, const ArchiveLimits& limits, ArchiveVisitor* visitor,
                                  engine::Counters& counters, std::stop_token stop)
{
    return Reading(path, limits, visitor, counters, std::move(stop)).run();
}

Result<QString> sha256Of(const std::string& path, engine::Counters& counters, std::stop_token stop)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return fileError(errno, path, "open");
    FileStream file(descriptor, counters, stop);
    if (file.drain())
        return file.hash();
    return file.error() != 0 ? fileError(file.error(), path, "read") : makeError("cancelled", displayPath(path));
}

} // namespace bascule
