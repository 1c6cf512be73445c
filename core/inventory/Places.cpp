// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/Places.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fnmatch.h>

namespace bascule::inventory {

namespace {

// One line a place; the first match wins.
constexpr std::array folderRules{
    PlaceRule{"srv/shares/*", AssetKind::Share},
    PlaceRule{"srv/share/*", AssetKind::Share},
    PlaceRule{"srv/partages/*", AssetKind::Share},
    PlaceRule{"srv/partage/*", AssetKind::Share},
    PlaceRule{"srv/samba/*", AssetKind::Share},
    PlaceRule{"srv/smb/*", AssetKind::Share},
    PlaceRule{"srv/nfs/*", AssetKind::Share},
    PlaceRule{"srv/nfs4/*", AssetKind::Share},
    PlaceRule{"srv/data/*", AssetKind::Share},
    PlaceRule{"srv/files/*", AssetKind::Share},
    PlaceRule{"srv/homes/*", AssetKind::Share},
    PlaceRule{"shares/*", AssetKind::Share},
    PlaceRule{"export/*", AssetKind::Share},
    PlaceRule{"exports/*", AssetKind::Share},
    PlaceRule{"data/shares/*", AssetKind::Share},
    PlaceRule{"var/samba/*", AssetKind::Share},
    PlaceRule{"var/lib/samba/shares/*", AssetKind::Share},
    PlaceRule{"home/*", AssetKind::Share},
    PlaceRule{"srv/apps/*", AssetKind::Application},
    PlaceRule{"srv/applications/*", AssetKind::Application},
    PlaceRule{"srv/app", AssetKind::Application},
    PlaceRule{"srv/app[-_]*", AssetKind::Application},
    PlaceRule{"srv/app[0-9]*", AssetKind::Application},
    PlaceRule{"srv/www/*", AssetKind::Application},
    PlaceRule{"srv/http/*", AssetKind::Application},
    PlaceRule{"var/www/*", AssetKind::Application},
    PlaceRule{"opt/*", AssetKind::Application},
};

constexpr std::array containerPatterns{"srv/www", "srv/http", "var/www"};

constexpr std::array fileRules{
    PlaceRule{"etc/crontab", AssetKind::Task},
    PlaceRule{"etc/anacrontab", AssetKind::Task},
    PlaceRule{"etc/cron.d/*", AssetKind::Task},
    PlaceRule{"etc/cron.hourly/*", AssetKind::Task},
    PlaceRule{"etc/cron.daily/*", AssetKind::Task},
    PlaceRule{"etc/cron.weekly/*", AssetKind::Task},
    PlaceRule{"etc/cron.monthly/*", AssetKind::Task},
    PlaceRule{"var/spool/cron/*", AssetKind::Task},
    PlaceRule{"var/spool/cron/crontabs/*", AssetKind::Task},
    PlaceRule{"etc/systemd/system/*.timer", AssetKind::Task},
    PlaceRule{"usr/local/lib/systemd/system/*.timer", AssetKind::Task},
    PlaceRule{"etc/systemd/system/*.service", AssetKind::Service},
    PlaceRule{"usr/local/lib/systemd/system/*.service", AssetKind::Service},
};

constexpr std::array backupNames{"backup", "backups",   "sauvegarde", "sauvegardes", "save",   "saves",
                                 "dump",   "dumps",     "archives",   "snapshots",   "restic", "borg",
                                 "bak",    "rsnapshot", "backupdb",   "db-backups",  "bkp"};

constexpr std::array systemPlaces{"usr",  "lib", "lib32", "lib64", "bin",       "sbin",    "boot",
                                  "proc", "sys", "dev",   "run",   "var/cache", "var/log", "var/lib/dpkg"};

constexpr std::array archiveSuffixes{".tar",     ".tar.gz", ".tgz",     ".tar.bz2", ".tbz2",    ".tar.xz", ".txz",
                                     ".tar.zst", ".tzst",   ".tar.lz4", ".zip",     ".7z",      ".cpio",   ".cpio.gz",
                                     ".dump",    ".dmp",    ".sql",     ".sql.gz",  ".sql.bz2", ".sql.xz", ".sql.zst",
                                     ".bak",     ".bak.gz", ".backup",  ".vma",     ".qcow2",   ".pgdump"};

constexpr std::array companionSuffixes{".sha256", ".sha1", ".sha512", ".md5",  ".asc", ".sig",
                                       ".log",    ".txt",  ".json",   ".list", ".snar"};

std::string lower(std::string_view text)
{
    std::string made(text);
    std::transform(made.begin(), made.end(), made.begin(), [](unsigned char c) {
        return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
    });
    return made;
}

bool matches(const char* pattern, const std::string& path)
{
    return ::fnmatch(pattern, path.c_str(), FNM_PATHNAME | FNM_PERIOD) == 0;
}

template <class List>
bool endsWithOneOf(std::string_view name, const List& suffixes)
{
    const std::string folded = lower(name);
    return std::any_of(suffixes.begin(), suffixes.end(), [&](std::string_view suffix) {
        return folded.size() > suffix.size() && folded.ends_with(suffix);
    });
}

} // namespace

std::optional<AssetKind> folderKind(std::string_view path)
{
    const std::string text(path);
    for (const PlaceRule& rule : folderRules) {
        if (matches(rule.pattern, text))
            return rule.kind;
    }
    return {};
}

std::optional<AssetKind> fileKind(std::string_view path)
{
    const std::string text(path);
    for (const PlaceRule& rule : fileRules) {
        if (matches(rule.pattern, text))
            return rule.kind;
    }
    return {};
}

bool isApplicationContainer(std::string_view path)
{
    return std::find(containerPatterns.begin(), containerPatterns.end(), path) != containerPatterns.end();
}

bool isBackupFolderName(std::string_view name)
{
    return std::find(backupNames.begin(), backupNames.end(), lower(name)) != backupNames.end();
}

bool isSystemPlace(std::string_view path)
{
    return std::any_of(systemPlaces.begin(), systemPlaces.end(),
                       [&](const char* place) { return isWithin(path, place); });
}

bool isArchiveName(std::string_view name)
{
    return endsWithOneOf(name, archiveSuffixes);
}

bool isDatedName(std::string_view name)
{
    static constexpr std::array shapes{"*20[0-9][0-9]-[01][0-9]-[0-3][0-9]*", "*20[0-9][0-9][01][0-9][0-3][0-9]*",
                                       "*20[0-9][0-9]_[01][0-9]_[0-3][0-9]*"};
    const std::string text(name);
    return std::any_of(shapes.begin(), shapes.end(),
                       [&](const char* shape) { return ::fnmatch(shape, text.c_str(), 0) == 0; });
}

bool isArchiveCompanion(std::string_view name)
{
    return endsWithOneOf(name, companionSuffixes);
}

std::string_view baseName(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view folderOf(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

bool isWithin(std::string_view path, std::string_view folder)
{
    if (folder.empty())
        return true;
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

} // namespace bascule::inventory
