// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the compatibility check. Which of them is said when is data: resources/compatibility/rules.json.
#include "core/text/Catalogue.h"

#include <QCoreApplication>

namespace bascule::text {

namespace {

constexpr Entry entries[] = {
    {"job.compatibility", QT_TRANSLATE_NOOP("Text", "Compatibility check")},
    {"compatibility.probing", QT_TRANSLATE_NOOP("Text", "Trying what {server} can hold")},
    {"compatibility.walking", QT_TRANSLATE_NOOP("Text", "Reading what {server} needs")},
    {"compatibility.databases", QT_TRANSLATE_NOOP("Text", "Checking the databases")},

    {"compatibility.no-target", QT_TRANSLATE_NOOP("Text", "The project has no new server to compare with."),
     QT_TRANSLATE_NOOP("Text", "Add the new server on the page Servers.")},
    {"compatibility.target-not-inventoried",
     QT_TRANSLATE_NOOP("Text", "The new server “{subject}” has not been inventoried."),
     QT_TRANSLATE_NOOP("Text", "Run the inventory on the new server, then check again.")},
    {"compatibility.no-inventory", QT_TRANSLATE_NOOP("Text", "No old server has been inventoried yet."),
     QT_TRANSLATE_NOOP("Text", "Run the inventory first: it says what there is to compare.")},

    {"compat.target-not-writable", QT_TRANSLATE_NOOP("Text", "Nothing can be written on the new server. {reason:code}"),
     QT_TRANSLATE_NOOP("Text", "Give this user the right to write there, or mount it for writing.")},
    {"compat.space", QT_TRANSLATE_NOOP("Text", "The new server has {free:bytes} free, {need:bytes} are needed."),
     QT_TRANSLATE_NOOP("Text", "Make room, enlarge the disk, or leave something out of the migration.")},
    {"compat.space-tight",
     QT_TRANSLATE_NOOP("Text", "It is tight: the new server has {free:bytes} free, {need:bytes} are needed."),
     QT_TRANSLATE_NOOP("Text", "Plan room for growth and for the rollback's copies.")},
    {"compat.inodes",
     QT_TRANSLATE_NOOP("Text", "The new server can make {free:number} more files, {need:number} are needed."),
     QT_TRANSLATE_NOOP("Text", "Make the file system with more inodes.")},
    {"compat.acl",
     QT_TRANSLATE_N_NOOP("Text", "The new server cannot hold the access control lists of %n file(s) or folders."),
     QT_TRANSLATE_NOOP("Text", "Mount it with ACLs, or choose a file system that has them.")},
    {"compat.xattr",
     QT_TRANSLATE_N_NOOP("Text", "The new server cannot hold the extended attributes of %n file(s) or folders."),
     QT_TRANSLATE_NOOP("Text", "Choose a file system that has user attributes, or accept their loss.")},
    {"compat.long-names",
     QT_TRANSLATE_NOOP("Text", "A name has {longest} bytes, the new server allows {possible}: “{path}”."),
     QT_TRANSLATE_NOOP("Text", "Shorten the name, or choose a file system that allows 255 bytes.")},
    {"compat.case",
     QT_TRANSLATE_N_NOOP(
         "Text",
         "The new server takes capitals and small letters for the same, and %n name(s) differ by nothing else."),
     QT_TRANSLATE_NOOP("Text", "Rename them, or choose a file system that tells them apart.")},
    {"compat.any-bytes",
     QT_TRANSLATE_N_NOOP("Text",
                         "The new server refuses %n name(s) that are no valid UTF-8 or hold control characters."),
     QT_TRANSLATE_NOOP("Text", "Rename them, or choose a file system that takes any bytes.")},
    {"compat.fine-times", QT_TRANSLATE_N_NOOP("Text", "The new server rounds the times of %n file(s) or folders."),
     QT_TRANSLATE_NOOP("Text", "Choose a file system that keeps nanoseconds: a second run would copy these again.")},
    {"compat.sparse", QT_TRANSLATE_N_NOOP("Text", "The new server fills the holes of %n file(s): they take more room."),
     QT_TRANSLATE_NOOP("Text", "Plan the room, or choose a file system that keeps holes.")},
    {"compat.symlinks", QT_TRANSLATE_N_NOOP("Text", "The new server cannot hold %n symbolic link(s)."),
     QT_TRANSLATE_NOOP("Text", "Choose a file system that has symbolic links.")},
    {"compat.hard-links", QT_TRANSLATE_N_NOOP("Text", "The new server splits %n hard-linked file(s) into copies."),
     QT_TRANSLATE_NOOP("Text", "Choose a file system that has hard links, or accept the copies.")},
    {"compat.large-files",
     QT_TRANSLATE_NOOP("Text", "“{path}” has {largest:bytes}, the new server allows {possible:bytes} a file."),
     QT_TRANSLATE_NOOP("Text", "Split the file, or choose a file system that allows it.")},
    {"compat.nosuid",
     QT_TRANSLATE_N_NOOP("Text", "%n program(s) that run with their owner's rights will not on the new server."),
     QT_TRANSLATE_NOOP("Text", "Mount it without “nosuid”, or see that nothing needs these rights.")},
    {"compat.noexec",
     QT_TRANSLATE_N_NOOP("Text", "The new server runs no programs from there, and %n belong to applications."),
     QT_TRANSLATE_NOOP("Text", "Mount it without “noexec”.")},
    {"compat.owners", QT_TRANSLATE_N_NOOP("Text", "The owners of %n file(s) or folders cannot be kept by this user."),
     QT_TRANSLATE_NOOP("Text", "Run the migration as root, or accept that all belongs to one user.")},
    {"compat.account",
     QT_TRANSLATE_NOOP("Text",
                       "The account {name} ({id}) means somebody else on the new server: {otherName} ({otherId})."),
     QT_TRANSLATE_NOOP("Text", "Give the account the same number on both servers before the first copy.")},
    {"compat.old-address", QT_TRANSLATE_NOOP("Text", "“{file}”, line {line}, names the old server itself: {name}."),
     QT_TRANSLATE_NOOP("Text", "Replace it by a name that moves with the service, before the cutover.")},
    {"compat.old-root",
     QT_TRANSLATE_NOOP("Text", "“{file}”, line {line}, holds a path of the old server's folder: {root}."),
     QT_TRANSLATE_NOOP("Text",
                       "Write the path as it will be on the new server, or go through a link that is switched.")},
    {"compat.path-moves",
     QT_TRANSLATE_NOOP("Text", "“{file}”, line {line}, names {path}, which moves to {destination}."),
     QT_TRANSLATE_NOOP("Text", "Change the configuration at the cutover, or keep the path.")},
    {"compat.left-behind", QT_TRANSLATE_NOOP("Text", "{from} migrates, and {name}, which it needs, does not."),
     QT_TRANSLATE_NOOP("Text", "Migrate both, or dismiss the dependency with a reason.")},

    {"compat.sqlite-unreadable", QT_TRANSLATE_NOOP("Text", "The database cannot be read. {reason:code}"),
     QT_TRANSLATE_NOOP("Text", "Have its application open it, or restore it from a backup.")},
    {"compat.sqlite-damaged", QT_TRANSLATE_NOOP("Text", "The database is damaged: {detail}"),
     QT_TRANSLATE_NOOP("Text", "Repair it or restore it from a backup before it is migrated.")},
    {"compat.sqlite-foreign-keys", QT_TRANSLATE_N_NOOP("Text", "%n row(s) point to rows that do not exist."),
     QT_TRANSLATE_NOOP("Text", "They are copied as they are; have the application's vendor look at them.")},
    {"compat.sqlite-newer",
     QT_TRANSLATE_NOOP("Text", "SQLite {writer} wrote the database, and {library} is what opens it on the new server."),
     QT_TRANSLATE_NOOP("Text", "Install at least the same version of SQLite on the new server.")},
    {"compat.sqlite-strict",
     QT_TRANSLATE_N_NOOP("Text", "%n table(s) are STRICT, which SQLite {library} does not know."),
     QT_TRANSLATE_NOOP("Text", "Install SQLite 3.37 or later on the new server.")},
    {"compat.sqlite-without-rowid",
     QT_TRANSLATE_N_NOOP("Text", "%n table(s) are WITHOUT ROWID, which SQLite {library} does not know."),
     QT_TRANSLATE_NOOP("Text", "Install SQLite 3.8.2 or later on the new server.")},
    {"compat.sqlite-generated",
     QT_TRANSLATE_N_NOOP("Text", "%n column(s) are generated, which SQLite {library} does not know."),
     QT_TRANSLATE_NOOP("Text", "Install SQLite 3.31 or later on the new server.")},
    {"compat.sqlite-modules",
     QT_TRANSLATE_NOOP("Text", "The database needs extensions that SQLite {library} here does not have: {names}."),
     QT_TRANSLATE_NOOP("Text", "Install the extensions on the new server.")},
    {"compat.sqlite-wal-network",
     QT_TRANSLATE_NOOP("Text",
                       "The database is in WAL mode, which does not work on the new server's network file system."),
     QT_TRANSLATE_NOOP("Text", "Put it on a local disk of the new server.")},
    {"compat.sqlite-wal-memory",
     QT_TRANSLATE_NOOP(
         "Text", "The database is in WAL mode, and the new server's file system cannot share memory between programs."),
     QT_TRANSLATE_NOOP("Text", "Put it on another file system of the new server.")},
    {"compat.sqlite-page-size",
     QT_TRANSLATE_NOOP("Text", "The database has small pages ({size:bytes}), as older versions made them."),
     QT_TRANSLATE_NOOP("Text", "Nothing has to be done; VACUUM with 4,096 bytes a page makes it faster.")},
    {"compat.sqlite-encoding", QT_TRANSLATE_NOOP("Text", "The texts of the database are in {encoding}."),
     QT_TRANSLATE_NOOP("Text", "Nothing has to be done: it stays so in the copy.")},
};

} // namespace

std::span<const Entry> compatibilityTable()
{
    return entries;
}

} // namespace bascule::text
