// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Seed.h"

#include <QDateTime>

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <array>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>

namespace bascule::demo {

namespace {

using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;
using Writer = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Resolver = std::unique_ptr<archive_entry_linkresolver, decltype(&archive_entry_linkresolver_free)>;

Error failed(archive* of, const std::string& path)
{
    const char* words = archive_error_string(of);
    return makeError("demo.backup-failed", displayPath(path), {}, QString::fromUtf8(words ? words : ""));
}

/// Contents as tar wants them: holes come as zeros, which its sparse map then leaves out again.
bool copyData(archive* from, archive* to)
{
    static constexpr std::array<char, 16'384> zeros{};
    std::int64_t written = 0;
    for (;;) {
        const void* block = nullptr;
        std::size_t size = 0;
        std::int64_t offset = 0;
        const int code = archive_read_data_block(from, &block, &size, &offset);
        if (code == ARCHIVE_EOF)
            return true;
        if (code < ARCHIVE_WARN)
            return false;
        while (written < offset) {
            const auto gap = std::size_t(std::min<std::int64_t>(offset - written, std::int64_t(zeros.size())));
            if (archive_write_data(to, zeros.data(), gap) < 0)
                return false;
            written += std::int64_t(gap);
        }
        if (size > 0 && archive_write_data(to, block, size) < 0)
            return false;
        written += std::int64_t(size);
    }
}

/// The folder or file `path` (relative to `root`) with all attributes, as `tar -C root --zstd -cf FILE path` would.
Result<void> pack(const std::string& root, const std::string& path, const std::string& file,
                  const std::stop_token& stop)
{
    Writer out(archive_write_new(), archive_write_free);
    archive_write_set_format_pax(out.get());
    // Names are bytes: no locale may turn them into something else.
    archive_write_set_options(out.get(), "pax:hdrcharset=BINARY");
    if (archive_write_add_filter_zstd(out.get()) != ARCHIVE_OK ||
        archive_write_open_filename(out.get(), file.c_str()) != ARCHIVE_OK)
        return failed(out.get(), file);
    Resolver links(archive_entry_linkresolver_new(), archive_entry_linkresolver_free);
    archive_entry_linkresolver_set_strategy(links.get(), archive_format(out.get()));
    Reader in(archive_read_disk_new(), archive_read_free);
    archive_read_disk_set_symlink_physical(in.get());
    archive_read_disk_set_behavior(in.get(), ARCHIVE_READDISK_NO_FFLAGS);
    if (archive_read_disk_open(in.get(), (root + '/' + path).c_str()) != ARCHIVE_OK)
        return failed(in.get(), root + '/' + path);
    for (;;) {
        if (stop.stop_requested())
            return makeError("cancelled");
        archive_entry* entry = archive_entry_new2(in.get());
        const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> owned(entry, archive_entry_free);
        const int code = archive_read_next_header2(in.get(), entry);
        if (code == ARCHIVE_EOF)
            break;
        if (code < ARCHIVE_WARN)
            return failed(in.get(), path);
        archive_read_disk_descend(in.get());
        archive_entry_copy_pathname(entry, archive_entry_pathname(entry) + root.size() + 1);
        archive_entry* spare = nullptr;
        archive_entry* first = entry;
        archive_entry_linkify(links.get(), &first, &spare);
        if (archive_write_header(out.get(), entry) < ARCHIVE_WARN)
            return failed(out.get(), file);
        if (archive_entry_size(entry) > 0 && !copyData(in.get(), out.get()))
            return failed(out.get(), file);
    }
    return archive_write_close(out.get()) == ARCHIVE_OK ? Result<void>() : failed(out.get(), file);
}

/// A backup belongs to root and bears the time at which it was made.
Result<void> seal(const std::string& file, std::int64_t when)
{
    const std::array<struct timespec, 2> times{timespec{when, 0}, timespec{when, 0}};
    if (::chmod(file.c_str(), 0640) != 0 || ::utimensat(AT_FDCWD, file.c_str(), times.data(), 0) != 0)
        return systemError(errno, file, "utimensat", Severity::Fatal);
    return {};
}

struct Wanted
{
    const char* name;
    const char* path;
};

constexpr std::array wanted{
    Wanted{"direction", "srv/shares/direction"},
    Wanted{"compta", "srv/shares/compta"},
    Wanted{"commercial", "srv/shares/commercial"},
    Wanted{"production", "srv/shares/production"},
    Wanted{"rh", "srv/shares/rh"},
    Wanted{"informatique", "srv/shares/informatique"},
    Wanted{"gesto", "opt/gesto"},
    Wanted{"gesto-base", kDatabase},
    Wanted{"etc", "etc"},
};

} // namespace

Result<void> seedBackups(Seeder& seeder, std::stop_token stop)
{
    const std::int64_t made = backupTime(seeder.base());
    const auto stamp = [](std::int64_t seconds) {
        return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(QStringLiteral("yyyyMMdd")).toStdString();
    };
    const std::string folder = seeder.root() + "/var/backups/";
    for (const Wanted& one : wanted) {
        const std::string file = folder + one.name + '-' + stamp(made) + ".tar.zst";
        if (auto done = pack(seeder.root(), one.path, file, stop); !done)
            return done;
        if (auto done = seal(file, made); !done)
            return done;
    }
    // The night before, the disk ran full: the backup of compta stops in the middle.
    const std::string cut = folder + "compta-" + stamp(made - kDay) + ".tar.zst";
    if (auto done = pack(seeder.root(), "srv/shares/compta", cut, stop); !done)
        return done;
    struct stat info;
    if (::stat(cut.c_str(), &info) != 0 || ::truncate(cut.c_str(), info.st_size * 6 / 10) != 0)
        return systemError(errno, cut, "truncate", Severity::Fatal);
    return seal(cut, made - kDay);
}

} // namespace bascule::demo
