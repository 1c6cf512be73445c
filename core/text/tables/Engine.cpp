// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine, the project file, the jobs and the hosts can say: errors first, then findings of a run.
#include "core/text/Catalogue.h"

#include <QCoreApplication>

namespace bascule::text {

namespace {

constexpr Entry entries[] = {
    // Paths and disks.
    {"path.missing", QT_TRANSLATE_NOOP("Text", "“{subject}” does not exist."),
     QT_TRANSLATE_NOOP("Text", "Check the spelling, or whether a disk is not mounted.")},
    {"path.denied", QT_TRANSLATE_NOOP("Text", "“{subject}” may not be read or written by this user."),
     QT_TRANSLATE_NOOP("Text", "Give this user the right to it, or start again as root.")},
    {"path.not-a-folder", QT_TRANSLATE_NOOP("Text", "“{subject}” is not a folder."),
     QT_TRANSLATE_NOOP("Text", "Name a folder.")},
    {"path.not-a-file", QT_TRANSLATE_NOOP("Text", "“{subject}” is not a regular file."),
     QT_TRANSLATE_NOOP("Text", "Name a file.")},
    {"path.not-a-link", QT_TRANSLATE_NOOP("Text", "“{subject}” exists and is not a symbolic link."),
     QT_TRANSLATE_NOOP("Text", "Name a link, or a path where nothing is yet.")},
    {"path.too-long", QT_TRANSLATE_NOOP("Text", "The path “{subject}” is longer than the file system allows."),
     QT_TRANSLATE_NOOP("Text", "Shorten the name, or choose a target with a shorter path.")},
    {"path.loop", QT_TRANSLATE_NOOP("Text", "“{subject}” goes through a symbolic link that cannot be followed."),
     QT_TRANSLATE_NOOP("Text", "Name the folder itself instead of a link.")},
    {"path.outside-root", QT_TRANSLATE_NOOP("Text", "“{subject}” leads out of the server's folder."),
     QT_TRANSLATE_NOOP("Text", "Name a path inside it.")},
    {"path.exists", QT_TRANSLATE_NOOP("Text", "“{subject}” is there already."),
     QT_TRANSLATE_NOOP("Text", "Choose another name.")},
    {"file.too-big", QT_TRANSLATE_NOOP("Text", "“{subject}” is too big."),
     QT_TRANSLATE_NOOP("Text", "Choose a file system that takes files of this size.")},
    {"disk.full", QT_TRANSLATE_NOOP("Text", "The disk of “{subject}” is full."),
     QT_TRANSLATE_NOOP("Text", "Make room, then start again: only what is missing is copied.")},
    {"disk.quota", QT_TRANSLATE_NOOP("Text", "The quota of “{subject}” is used up."),
     QT_TRANSLATE_NOOP("Text", "Raise the quota, then start again: only what is missing is copied.")},
    {"disk.read-only", QT_TRANSLATE_NOOP("Text", "“{subject}” lies on a disk that can only be read."),
     QT_TRANSLATE_NOOP("Text", "Mount it for writing, or choose another place.")},
    {"disk.io-error", QT_TRANSLATE_NOOP("Text", "The disk reports an error at “{subject}”."),
     QT_TRANSLATE_NOOP("Text", "Look at the kernel's log and at the disk's health before going on.")},
    {"limit.open-files", QT_TRANSLATE_NOOP("Text", "Too many files are open at “{subject}”."),
     QT_TRANSLATE_NOOP("Text", "Raise the limit (ulimit -n), then start again.")},
    {"system.error", QT_TRANSLATE_NOOP("Text", "The system refused “{subject}”: {detail}."), nullptr},
    {"internal.error", QT_TRANSLATE_NOOP("Text", "Something in Bascule itself went wrong at “{subject}”: {detail}."),
     QT_TRANSLATE_NOOP("Text", "Nothing was marked as done. Start again, and report it if it comes back.")},

    // Sync and compare.
    {"sync.same-folder", QT_TRANSLATE_NOOP("Text", "The source and the target are the same folder, “{subject}”."),
     QT_TRANSLATE_NOOP("Text", "Choose another target.")},
    {"sync.target-inside-source", QT_TRANSLATE_NOOP("Text", "The target “{subject}” lies inside the source."),
     QT_TRANSLATE_NOOP("Text", "Choose a target outside it.")},
    {"sync.source-inside-target", QT_TRANSLATE_NOOP("Text", "The source “{subject}” lies inside the target."),
     QT_TRANSLATE_NOOP("Text", "Choose a target that does not contain it.")},
    {"sync.source-empty",
     QT_TRANSLATE_NOOP("Text", "The source “{subject}” is empty while the target is not: nothing was deleted."),
     QT_TRANSLATE_NOOP("Text", "Check that its disk is mounted; without --delete nothing is ever deleted.")},
    {"sync.target-frozen",
     QT_TRANSLATE_NOOP("Text", "“{subject}” is frozen by a cutover, so nothing is written there."),
     QT_TRANSLATE_NOOP("Text", "End or roll back that cutover first.")},
    {"freeze.held", QT_TRANSLATE_NOOP("Text", "“{subject}” is already frozen by {owner}."),
     QT_TRANSLATE_NOOP("Text", "End or roll back that cutover first.")},

    {"path.folder-in-the-way",
     QT_TRANSLATE_NOOP("Text", "At the target a folder that is not empty stands in its place."), nullptr},
    {"asset.missing", QT_TRANSLATE_NOOP("Text", "The project has no asset “{subject}”, or more than one of that name."),
     QT_TRANSLATE_NOOP("Text", "See their numbers with “bascule-cli assets”.")},

    // Why a path was skipped.
    {"changed.during-scan", QT_TRANSLATE_NOOP("Text", "It changed while it was being read.")},
    {"changed.during-copy", QT_TRANSLATE_NOOP("Text", "It changed while it was being copied.")},
    {"kind.socket", QT_TRANSLATE_NOOP("Text", "It is a socket: the program that made it will make it again.")},
    {"vanished", QT_TRANSLATE_NOOP("Text", "It was removed while it was being copied.")},
    {"cancelled", QT_TRANSLATE_NOOP("Text", "It was cancelled.")},
    {"name.conflict", QT_TRANSLATE_NOOP("Text", "The target takes its name and a neighbour's for the same.")},
    {"hard-link.not-copied", QT_TRANSLATE_NOOP("Text", "The file it shares its contents with was not copied.")},
    {"metadata.owner-not-kept", QT_TRANSLATE_NOOP("Text", "Its owner or group could not be kept.")},
    {"metadata.mode-not-kept", QT_TRANSLATE_NOOP("Text", "Its permissions could not be kept.")},
    {"metadata.times-not-kept", QT_TRANSLATE_NOOP("Text", "Its times could not be kept exactly.")},
    {"metadata.acl-not-kept", QT_TRANSLATE_NOOP("Text", "Its access list could not be kept.")},
    {"metadata.xattr-not-kept", QT_TRANSLATE_NOOP("Text", "Its extended attributes could not be kept.")},
    {"metadata.capability-not-kept", QT_TRANSLATE_NOOP("Text", "Its capabilities could not be kept.")},
    {"mount.boundary", QT_TRANSLATE_NOOP("Text", "Another file system is mounted there.")},

    // What differs between two trees.
    {"difference.only-left", QT_TRANSLATE_NOOP("Text", "only on the left")},
    {"difference.only-right", QT_TRANSLATE_NOOP("Text", "only on the right")},
    {"difference.type", QT_TRANSLATE_NOOP("Text", "of another kind")},
    {"difference.size", QT_TRANSLATE_NOOP("Text", "of another size")},
    {"difference.contents", QT_TRANSLATE_NOOP("Text", "other contents")},
    {"difference.mode", QT_TRANSLATE_NOOP("Text", "other permissions")},
    {"difference.owner", QT_TRANSLATE_NOOP("Text", "another owner or group")},
    {"difference.mtime", QT_TRANSLATE_NOOP("Text", "another time of change")},
    {"difference.link-target", QT_TRANSLATE_NOOP("Text", "points elsewhere")},
    {"difference.hard-links", QT_TRANSLATE_NOOP("Text", "linked to other names")},
    {"difference.acl", QT_TRANSLATE_NOOP("Text", "other access list")},
    {"difference.xattr", QT_TRANSLATE_NOOP("Text", "other extended attributes")},
    {"difference.device", QT_TRANSLATE_NOOP("Text", "another device")},
    {"difference.unreadable", QT_TRANSLATE_NOOP("Text", "cannot be read")},

    // The project file.
    {"project.exists", QT_TRANSLATE_NOOP("Text", "The project file “{subject}” is there already."),
     QT_TRANSLATE_NOOP("Text", "Open it, or choose another name.")},
    {"project.missing", QT_TRANSLATE_NOOP("Text", "The project file “{subject}” does not exist."),
     QT_TRANSLATE_NOOP("Text", "Check the spelling, or make a new project.")},
    {"project.folder-missing", QT_TRANSLATE_NOOP("Text", "The folder for the project file “{subject}” does not exist."),
     QT_TRANSLATE_NOOP("Text", "Make the folder, or choose another place.")},
    {"project.not-a-project", QT_TRANSLATE_NOOP("Text", "“{subject}” is not a Bascule project."),
     QT_TRANSLATE_NOOP("Text", "Name a file that ends in .bascule; this one was not changed.")},
    {"project.damaged", QT_TRANSLATE_NOOP("Text", "The project file “{subject}” is damaged and was not changed."),
     QT_TRANSLATE_NOOP("Text", "Take the newest copy beside it, or one from your backups.")},
    {"project.newer",
     QT_TRANSLATE_NOOP("Text",
                       "The project file “{subject}” was made by a newer Bascule (schema {schema}, this one knows "
                       "{known}) and was not changed."),
     QT_TRANSLATE_NOOP("Text", "Open it with that newer Bascule.")},
    {"project.older-read-only",
     QT_TRANSLATE_NOOP("Text",
                       "The project file “{subject}” was made by an older Bascule and is open for reading only."),
     QT_TRANSLATE_NOOP("Text", "Open it once for writing: it is then brought up to date, after a copy is kept.")},
    {"project.cannot-open", QT_TRANSLATE_NOOP("Text", "The project file “{subject}” cannot be opened."),
     QT_TRANSLATE_NOOP("Text", "Look whether the file and its folder may be read and written; it was not changed.")},
    {"project.backup-failed",
     QT_TRANSLATE_NOOP("Text", "The copy “{subject}” could not be made, so the project was not brought up to date."),
     QT_TRANSLATE_NOOP("Text", "Make room beside the project file, then open it again.")},
    {"project.migration-failed",
     QT_TRANSLATE_NOOP(
         "Text", "The project file “{subject}” could not be brought up to date (step {schema}) and is as it was."),
     QT_TRANSLATE_NOOP("Text", "A copy from before lies beside it; report this, with the technical details.")},
    {"store.write-failed", QT_TRANSLATE_NOOP("Text", "The project file “{subject}” could not be written: {detail}."),
     QT_TRANSLATE_NOOP("Text",
                       "What was saved before still holds. Make room or give the right to write, then try again.")},
    {"store.row-missing", QT_TRANSLATE_NOOP("Text", "The project has nothing with that number in “{subject}”."),
     QT_TRANSLATE_NOOP("Text", "Look at the list again: it may have been removed meanwhile.")},
    {"store.read-only", QT_TRANSLATE_NOOP("Text", "The project “{subject}” is open for reading only."),
     QT_TRANSLATE_NOOP("Text", "Open it for writing to change it.")},

    // The ledger.
    {"ledger.intact", QT_TRANSLATE_N_NOOP("Text", "Evidence ledger intact: %n entries verified.")},
    {"ledger.changed",
     QT_TRANSLATE_NOOP("Text", "Entry {entry} of the evidence ledger was changed after it was written."),
     QT_TRANSLATE_NOOP(
         "Text", "Evidence from entry {entry} on proves nothing: find out who changed it, and go back to a copy.")},
    {"ledger.broken-chain",
     QT_TRANSLATE_NOOP("Text", "Entry {entry} of the evidence ledger does not follow the one before it."),
     QT_TRANSLATE_NOOP(
         "Text", "Evidence from entry {entry} on proves nothing: find out who changed it, and go back to a copy.")},
    {"ledger.missing-entry", QT_TRANSLATE_NOOP("Text", "Entry {entry} of the evidence ledger is missing."),
     QT_TRANSLATE_NOOP(
         "Text", "Evidence from entry {entry} on proves nothing: find out who changed it, and go back to a copy.")},
    {"ledger.truncated", QT_TRANSLATE_NOOP("Text", "The evidence ledger ends before its last entry: it was cut."),
     QT_TRANSLATE_NOOP("Text", "Find out who cut it, and go back to a copy.")},

    // Servers.
    {"server.folder-missing", QT_TRANSLATE_NOOP("Text", "The folder of the server “{subject}” does not exist."),
     QT_TRANSLATE_NOOP("Text", "Mount it, or name another folder for this server.")},
    {"server.folder-denied",
     QT_TRANSLATE_NOOP("Text", "The folder of the server “{subject}” may not be read by this user."),
     QT_TRANSLATE_NOOP("Text", "Give this user the right to it, or start again as root.")},

    {"server.no-name", QT_TRANSLATE_NOOP("Text", "A server needs a name."), nullptr},
    {"server.name-taken", QT_TRANSLATE_NOOP("Text", "There is a server named “{subject}” already."),
     QT_TRANSLATE_NOOP("Text", "Choose another name.")},
    {"server.role-taken", QT_TRANSLATE_NOOP("Text", "“{subject}” cannot have this role: “{other}” has it already."),
     QT_TRANSLATE_NOOP("Text", "Change or remove that server first, or add this one with the role “other”.")},
    {"server.same-folder", QT_TRANSLATE_NOOP("Text", "“{subject}” is already the folder of the server “{other}”."),
     QT_TRANSLATE_NOOP("Text", "Each server needs a folder of its own.")},
    {"server.folder-inside-other",
     QT_TRANSLATE_NOOP("Text", "“{subject}” and the folder of the server “{other}” lie one in the other."),
     QT_TRANSLATE_NOOP("Text", "Choose a folder apart from it.")},
    {"server.target-read-only",
     QT_TRANSLATE_NOOP("Text", "Nothing can be written to “{subject}”, the folder of “{server}”."),
     QT_TRANSLATE_NOOP("Text", "Give this user the right to write there, or choose another folder.")},
    {"server.after-rehearsal",
     QT_TRANSLATE_NOOP("Text", "“{subject}” took part in a rehearsal or cutover and stays in the project."),
     QT_TRANSLATE_NOOP("Text", "Change its folder instead, or make a new project.")},
    {"server.missing", QT_TRANSLATE_NOOP("Text", "The project has no server named “{subject}”."),
     QT_TRANSLATE_NOOP("Text", "See its servers with “bascule-cli project show”.")},
    {"person.no-name", QT_TRANSLATE_NOOP("Text", "A person needs a name."), nullptr},
    {"person.name-taken", QT_TRANSLATE_NOOP("Text", "“{subject}” is among the project's people already."),
     QT_TRANSLATE_NOOP("Text", "Choose another name.")},
    {"project.no-name", QT_TRANSLATE_NOOP("Text", "A project needs a name."), nullptr},
    {"project.number", QT_TRANSLATE_NOOP("Text", "The setting “{subject}” must be a number above zero, not {value}."),
     nullptr},
    {"project.availability", QT_TRANSLATE_NOOP("Text", "An availability of {subject} is not possible."),
     QT_TRANSLATE_NOOP("Text", "Give a percentage above 0 and up to 100.")},
    {"project.link-relative", QT_TRANSLATE_NOOP("Text", "The switch link “{subject}” is not an absolute path."),
     QT_TRANSLATE_NOOP("Text", "Begin it with “/”.")},

    // Jobs and what they are doing.
    {"job.server-check", QT_TRANSLATE_NOOP("Text", "Check the servers’ folders")},
    {"job.sync", QT_TRANSLATE_NOOP("Text", "Synchronise “{source}” to “{target}”")},
    {"job.compare", QT_TRANSLATE_NOOP("Text", "Compare “{left}” with “{right}”")},
    {"phase.scanning", QT_TRANSLATE_NOOP("Text", "Scanning")},
    {"phase.comparing", QT_TRANSLATE_NOOP("Text", "Comparing")},
    {"phase.copying", QT_TRANSLATE_NOOP("Text", "Copying")},
    {"phase.verifying", QT_TRANSLATE_NOOP("Text", "Verifying")},
    {"phase.promoting", QT_TRANSLATE_NOOP("Text", "Putting in place")},
    {"phase.deleting", QT_TRANSLATE_NOOP("Text", "Deleting")},
    {"phase.finishing", QT_TRANSLATE_NOOP("Text", "Finishing")},
};

} // namespace

std::span<const Entry> engineTable()
{
    return entries;
}

} // namespace bascule::text
