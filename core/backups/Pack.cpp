// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Pack.h"

#include "core/backups/Archive.h"
#include "core/backups/ArchiveStream.h"
#include "core/backups/Place.h"
#include "core/databases/Scratch.h"
#include "core/databases/Sqlite.h"

#include <archive_entry.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

struct WriteDeleter
{
    void operator()(archive* a) const { archive_write_free(a); }
};
struct EntryDeleter
{
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
struct LinkDeleter
{
    void operator()(archive_entry_linkresolver* links) const { archive_entry_linkresolver_free(links); }
};
using Entry = std::unique_ptr<archive_entry, EntryDeleter>;

QString wordsOf(archive* a)
{
    const char* words = archive_error_string(a);
    return QString::fromUtf8(words ? words : "");
}

class Packing
{
public:
    Packing(std::string source, std::string name, std::string target, engine::Counters& counters, std::stop_token stop,
            const PackOwners* owners)
        : m_source(std::move(source))
        , m_name(std::move(name))
        , m_target(std::move(target))
        , m_counters(counters)
        , m_stop(std::move(stop))
        , m_owners(owners)
    {
    }
    ~Packing()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        if (!m_done && m_made)
            ::unlink(m_target.c_str());
    }
    Packing(const Packing&) = delete;
    Packing& operator=(const Packing&) = delete;

    Result<PackReport> run()
    {
        if (auto opened = open(); !opened)
            return opened.error();
        for (;;) {
            if (m_stop.stop_requested())
                return makeError("cancelled", displayPath(m_source));
            const Entry entry(archive_entry_new2(m_disk.get()));
            const int rc = archive_read_next_header2(m_disk.get(), entry.get());
            if (rc == ARCHIVE_EOF)
                break;
            if (rc == ARCHIVE_FATAL)
                return diskFailed();
            if (rc != ARCHIVE_OK)
                problem(rc < ARCHIVE_WARN ? "backup.source-unreadable" : "backup.entry-warning", entry.get(), {},
                        rc == ARCHIVE_WARN);
            archive_read_disk_descend(m_disk.get());
            if (rc < ARCHIVE_WARN)
                continue;
            if (auto packed = pack(entry.get()); !packed)
                return packed.error();
        }
        return finish();
    }

private:
    Result<void> open()
    {
        m_descriptor = ::open(m_target.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (m_descriptor < 0)
            return systemError(errno, displayPath(m_target).toStdString(), "open", Severity::Fatal);
        m_made = true;
        archive* out = m_out.get();
        archive_write_set_format_pax(out);
        // Names are bytes: no locale may turn them into something else.
        archive_write_set_options(out, "pax:hdrcharset=BINARY");
        if (archive_write_add_filter_zstd(out) != ARCHIVE_OK || archive_write_open_fd(out, m_descriptor) != ARCHIVE_OK)
            return writeFailed();
        archive_entry_linkresolver_set_strategy(m_links.get(), archive_format(out));
        archive* disk = m_disk.get();
        archive_read_disk_set_symlink_physical(disk);
        archive_read_disk_set_standard_lookup(disk);
        archive_read_disk_set_behavior(disk, ARCHIVE_READDISK_NO_FFLAGS | ARCHIVE_READDISK_NO_TRAVERSE_MOUNTS);
        if (archive_read_disk_open(disk, m_source.c_str()) != ARCHIVE_OK)
            return diskFailed();
        return {};
    }

    Error writeFailed() { return makeError("backup.write-failed", displayPath(m_target), {}, wordsOf(m_out.get())); }
    Error diskFailed() { return makeError("backup.read-failed", displayPath(m_source), {}, wordsOf(m_disk.get())); }

    void problem(const char* code, archive_entry* entry, const QJsonObject& params, bool note)
    {
        const char* name = archive_entry_pathname(entry);
        m_report.problems.append(backupProblem(code, displayPath(std::string(name ? name : "")), params, note));
    }

    Result<void> pack(archive_entry* entry)
    {
        const char* raw = archive_entry_pathname(entry);
        const std::string path = raw ? raw : "";
        const std::string inside = path.size() > m_source.size() ? path.substr(m_source.size() + 1) : std::string();
        const std::string stored = joined(m_name, inside);
        archive_entry_copy_pathname(entry, stored.empty() ? "." : stored.c_str());
        if (m_owners)
            dress(entry, inside);
        m_counters.itemsDone.fetch_add(1);
        ++m_report.entries;
        if (archive_entry_filetype(entry) == AE_IFSOCK) {
            problem("kind.socket", entry, {}, true);
            return {};
        }
        if (archive_entry_filetype(entry) == AE_IFREG) {
            if (isLogOfDatabase(path))
                return {};
            if (isSqlite(path).valueOr(false))
                return packDatabase(entry, path);
            ++m_report.files;
        }
        archive_entry* spare = nullptr;
        archive_entry* first = entry;
        archive_entry_linkify(m_links.get(), &first, &spare);
        if (archive_write_header(m_out.get(), entry) < ARCHIVE_WARN)
            return writeFailed();
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_size(entry) <= 0 ||
            archive_entry_hardlink(entry))
            return {};
        return copyContents(entry, path);
    }

    /// Names of accounts are those of this machine: the original's numbers say more.
    void dress(archive_entry* entry, const std::string& inside) const
    {
        const auto found = m_owners->find(inside);
        if (found == m_owners->end())
            return;
        const PackOwner& owner = found->second;
        archive_entry_set_uid(entry, owner.uid);
        archive_entry_set_gid(entry, owner.gid);
        archive_entry_set_uname(entry, nullptr);
        archive_entry_set_gname(entry, nullptr);
        if (archive_entry_filetype(entry) != AE_IFLNK)
            archive_entry_set_perm(entry, owner.mode & 07777U);
        if (archive_entry_filetype(entry) == AE_IFDIR)
            archive_entry_set_mtime(entry, owner.mtimeNs / 1'000'000'000, long(owner.mtimeNs % 1'000'000'000));
    }

    static bool isLogOfDatabase(const std::string& path)
    {
        return isSqliteSidecarName(path) && isSqlite(path.substr(0, path.rfind('-'))).valueOr(false);
    }

    /// Holes come as zeros; pax's sparse map leaves them out again.
    Result<void> copyContents(archive_entry* entry, const std::string& path)
    {
        static constexpr std::array<char, 65'536> zeros{};
        std::int64_t written = 0;
        for (;;) {
            const void* block = nullptr;
            std::size_t size = 0;
            la_int64_t offset = 0;
            const int rc = archive_read_data_block(m_disk.get(), &block, &size, &offset);
            if (rc == ARCHIVE_EOF)
                break;
            if (rc < ARCHIVE_WARN) {
                problem("backup.source-unreadable", entry, {{u"detail"_s, wordsOf(m_disk.get())}}, false);
                break; // libarchive fills the rest with zeros; the problem says so
            }
            while (written < offset) {
                const auto gap = std::size_t(std::min<std::int64_t>(offset - written, std::int64_t(zeros.size())));
                if (archive_write_data(m_out.get(), zeros.data(), gap) < 0)
                    return writeFailed();
                written += std::int64_t(gap);
            }
            if (size > 0 && archive_write_data(m_out.get(), block, size) < 0)
                return writeFailed();
            written += std::int64_t(size);
            m_counters.bytesDone.fetch_add(std::int64_t(size));
            if (m_stop.stop_requested())
                return makeError("cancelled", displayPath(m_source));
        }
        m_report.bytes += archive_entry_size(entry);
        struct stat now
        {
        };
        if (::lstat(path.c_str(), &now) != 0 || now.st_size != archive_entry_size(entry) ||
            now.st_mtim.tv_sec != archive_entry_mtime(entry) || now.st_mtim.tv_nsec != archive_entry_mtime_nsec(entry))
            problem("changed.during-copy", entry, {}, true);
        return {};
    }

    /// One consistent moment of a database that may be in use.
    Result<void> packDatabase(archive_entry* entry, const std::string& path)
    {
        if (!m_scratch) {
            auto made = ScratchFolder::make("backup");
            if (!made)
                return made.error();
            m_scratch = made.value();
        }
        const std::string copy = m_scratch->path() + "/database";
        auto copied = sqliteCopy(path, copy, m_counters, m_stop);
        if (!copied && copied.error().code == "cancelled")
            return copied;
        if (!copied) {
            problem("backup.database-not-copied", entry, {{u"detail"_s, QString::fromStdString(copied.error().detail)}},
                    false);
            return {};
        }
        const int descriptor = ::open(copy.c_str(), O_RDONLY | O_CLOEXEC);
        struct stat info
        {
        };
        if (descriptor < 0 || ::fstat(descriptor, &info) != 0)
            return systemError(errno, displayPath(copy).toStdString(), "open", Severity::Fatal);
        archive_entry_set_size(entry, info.st_size);
        archive_entry_sparse_clear(entry);
        archive_entry_set_nlink(entry, 1);
        const auto written = writeFile(entry, descriptor);
        ::close(descriptor);
        ::unlink(copy.c_str());
        ++m_report.files;
        ++m_report.databases;
        m_report.bytes += info.st_size;
        return written;
    }

    Result<void> writeFile(archive_entry* entry, int descriptor)
    {
        if (archive_write_header(m_out.get(), entry) < ARCHIVE_WARN)
            return writeFailed();
        std::vector<char> buffer(1 << 20);
        for (;;) {
            const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return systemError(errno, displayPath(m_source).toStdString(), "read", Severity::Fatal);
            if (got == 0)
                return {};
            if (archive_write_data(m_out.get(), buffer.data(), std::size_t(got)) < 0)
                return writeFailed();
        }
    }

    Result<PackReport> finish()
    {
        if (archive_write_close(m_out.get()) != ARCHIVE_OK)
            return writeFailed();
        if (::fsync(m_descriptor) != 0)
            return systemError(errno, displayPath(m_target).toStdString(), "fsync", Severity::Fatal);
        m_done = true;
        return m_report;
    }

    std::string m_source, m_name, m_target;
    engine::Counters& m_counters;
    std::stop_token m_stop;
    const PackOwners* m_owners;
    std::unique_ptr<archive, WriteDeleter> m_out{archive_write_new()};
    archives::Reader m_disk{archive_read_disk_new()};
    std::unique_ptr<archive_entry_linkresolver, LinkDeleter> m_links{archive_entry_linkresolver_new()};
    std::shared_ptr<ScratchFolder> m_scratch;
    PackReport m_report;
    int m_descriptor = -1;
    bool m_made = false, m_done = false;
};

} // namespace

Result<PackReport> packTree(const std::string& source, const std::string& name, const std::string& target,
                            engine::Counters& counters, std::stop_token stop, const PackOwners* owners)
{
    return Packing(source, name, target, counters, std::move(stop), owners).run();
}

} // namespace bascule
