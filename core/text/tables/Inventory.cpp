// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the inventory: what was found, what was not read, what the map still lacks.
#include "core/text/Catalogue.h"

#include <QCoreApplication>

namespace bascule::text {

namespace {

constexpr Entry entries[] = {
    {"job.inventory", QT_TRANSLATE_NOOP("Text", "Inventory")},
    {"inventory.reading", QT_TRANSLATE_NOOP("Text", "Reading {server}")},

    {"inventory.no-server", QT_TRANSLATE_NOOP("Text", "The project has no server to inventory."),
     QT_TRANSLATE_NOOP("Text", "Add the old server on the page Servers.")},
    {"decision.person-missing", QT_TRANSLATE_NOOP("Text", "Nobody is named for this decision."),
     QT_TRANSLATE_NOOP("Text", "Name the person who decides.")},
    {"decision.reason-missing", QT_TRANSLATE_NOOP("Text", "This decision on “{subject}” has no reason."),
     QT_TRANSLATE_NOOP("Text", "Say why in one sentence: it stays in the evidence ledger.")},
    {"asset.destination-outside", QT_TRANSLATE_NOOP("Text", "The destination “{subject}” leads out of the new server."),
     QT_TRANSLATE_NOOP("Text", "Give a path below the new server's root, without “..”.")},
    {"asset.rto-negative", QT_TRANSLATE_NOOP("Text", "The recovery time of “{subject}” is less than nothing."),
     QT_TRANSLATE_NOOP("Text", "Give a number of minutes, or 0 for the project's own.")},
    {"map.not-complete", QT_TRANSLATE_N_NOOP("Text", "The map cannot be validated yet: %n point(s) are still open."),
     QT_TRANSLATE_NOOP("Text", "Settle what the checkpoint of the inventory says is missing, then validate.")},

    // Findings.
    {"inventory.broken-link", QT_TRANSLATE_N_NOOP("Text", "%n symbolic link(s) lead to nothing, such as “{path}”."),
     QT_TRANSLATE_NOOP("Text", "Correct or remove what is still wanted; the rest is copied as it is.")},
    {"inventory.link-leaves",
     QT_TRANSLATE_N_NOOP("Text", "%n symbolic link(s) lead out of the server's folder, such as “{path}”."),
     QT_TRANSLATE_NOOP("Text",
                       "What such a link points to is not copied with it: see that it exists on the new server.")},
    {"inventory.world-writable",
     QT_TRANSLATE_N_NOOP("Text", "Anybody may write to %n file(s) or folders, such as “{path}”."),
     QT_TRANSLATE_NOOP("Text", "Restrict the mode now, or accept that it is copied as it is.")},
    {"inventory.setuid", QT_TRANSLATE_N_NOOP("Text", "%n file(s) run with their owner's rights, such as “{path}”."),
     QT_TRANSLATE_NOOP("Text", "Keep them only where the new server needs them.")},
    {"inventory.capability", QT_TRANSLATE_N_NOOP("Text", "%n program(s) carry capabilities, such as “{path}”."),
     QT_TRANSLATE_NOOP("Text", "Capabilities are kept only when the migration runs as root.")},
    {"inventory.unusual-name",
     QT_TRANSLATE_N_NOOP("Text", "%n name(s) hold control characters or are no valid UTF-8, such as “{path}”."),
     QT_TRANSLATE_NOOP("Text", "They are copied byte for byte; some programs show or open them badly.")},
    {"inventory.case-twins",
     QT_TRANSLATE_N_NOOP("Text", "%n name(s) differ from a neighbour only by case or accents, such as “{path}”."),
     QT_TRANSLATE_NOOP("Text", "Both are kept, but a file system or a Windows client that folds names sees only one.")},
    {"inventory.huge-folder", QT_TRANSLATE_N_NOOP("Text", "“{path}” holds %n entries in one folder."),
     QT_TRANSLATE_NOOP("Text", "Listing it takes long on every file system; split it when you can.")},
    {"inventory.sparse", QT_TRANSLATE_N_NOOP("Text", "%n file(s) have holes, such as “{path}”."),
     QT_TRANSLATE_NOOP("Text", "Holes are kept where the new server's file system can.")},
    {"inventory.linked-across",
     QT_TRANSLATE_N_NOOP("Text", "%n file(s) have names in several assets (hard links), such as “{path}”."),
     QT_TRANSLATE_NOOP("Text", "Migrate these assets together, or the copies part from each other.")},
    {"inventory.linked-outside",
     QT_TRANSLATE_N_NOOP("Text", "%n file(s) have further names outside what was read, such as “{path}”."),
     QT_TRANSLATE_NOOP("Text", "Those names are not copied.")},
    {"inventory.acl", QT_TRANSLATE_N_NOOP("Text", "%n file(s) or folders have access control lists, such as “{path}”."),
     QT_TRANSLATE_NOOP("Text", "They are kept where the new server's file system can hold them.")},
    {"inventory.xattr",
     QT_TRANSLATE_N_NOOP("Text", "%n file(s) or folders have extended attributes, such as “{path}”."),
     QT_TRANSLATE_NOOP("Text", "They are kept where the new server's file system can hold them.")},
    {"inventory.unknown-owner",
     QT_TRANSLATE_N_NOOP("Text", "%n file(s) or folders belong to an account that does not exist, such as “{path}”."),
     QT_TRANSLATE_NOOP("Text", "Give them an owner, or accept that the bare number is copied.")},
    {"inventory.socket", QT_TRANSLATE_N_NOOP("Text", "%n socket(s) are not copied, such as “{path}”."),
     QT_TRANSLATE_NOOP("Text", "The program that uses a socket makes it anew when it starts.")},
    {"inventory.device", QT_TRANSLATE_N_NOOP("Text", "%n device(s) or pipes are among the files, such as “{path}”."),
     QT_TRANSLATE_NOOP("Text", "Devices are kept only when the migration runs as root.")},
    {"inventory.hot-journal",
     QT_TRANSLATE_NOOP("Text", "A transaction of this database was left unfinished: “{path}”."),
     QT_TRANSLATE_NOOP("Text", "Open the database once with its application, so that it settles.")},
    {"inventory.no-backup", QT_TRANSLATE_NOOP("Text", "No backup of the database “{path}” is known."),
     QT_TRANSLATE_NOOP("Text", "Name one on the page Backups, or make one.")},

    // Blind spots.
    {"inventory.blind-denied", QT_TRANSLATE_NOOP("Text", "The folder “{path}” may not be read."),
     QT_TRANSLATE_NOOP("Text", "This command lets it be read: {command}")},
    {"inventory.blind-files", QT_TRANSLATE_N_NOOP("Text", "%n file(s) in “{path}” may not be read."),
     QT_TRANSLATE_NOOP("Text", "This command lets them be read: {command}")},
    {"inventory.blind-mount", QT_TRANSLATE_NOOP("Text", "“{path}” is another file system and was not read."),
     QT_TRANSLATE_NOOP("Text", "This command adds it as a server of its own: {command}")},
    {"inventory.blind-unread", QT_TRANSLATE_NOOP("Text", "“{path}” could not be read. {reason:code}"),
     QT_TRANSLATE_NOOP("Text", "Have the disk and the folder looked at, then run the inventory again.")},
    {"inventory.blind-more",
     QT_TRANSLATE_N_NOOP("Text", "%n more place(s) could not be read and are not listed one by one."),
     QT_TRANSLATE_NOOP("Text", "Run the inventory as a user who may read the whole server.")},

    // The checkpoint: facts.
    {"fact.map-validated", QT_TRANSLATE_NOOP("Text", "Map validated by {person} on {at:date}")},
    {"fact.assets", QT_TRANSLATE_N_NOOP("Text", "%n asset(s) inventoried")},
    {"fact.critical-assets", QT_TRANSLATE_N_NOOP("Text", "%n critical asset(s)")},
    {"fact.dependencies-confirmed", QT_TRANSLATE_N_NOOP("Text", "%n dependenc(ies) confirmed")},
    {"fact.dependencies-dismissed", QT_TRANSLATE_N_NOOP("Text", "%n dependenc(ies) dismissed with a reason")},
    {"fact.blind-spots-accepted", QT_TRANSLATE_N_NOOP("Text", "%n blind spot(s) accepted")},
    {"fact.inventory-at", QT_TRANSLATE_NOOP("Text", "Inventory of {at:datetime}")},

    // The checkpoint: what is missing.
    {"missing.source-server", QT_TRANSLATE_NOOP("Text", "an old server in the project")},
    {"missing.blocking-findings", QT_TRANSLATE_N_NOOP("Text", "%n blocking finding(s) to settle")},
    {"missing.inventory", QT_TRANSLATE_N_NOOP("Text", "the inventory of %n server(s)")},
    {"missing.dependency-scan", QT_TRANSLATE_N_NOOP("Text", "the search for dependencies on %n server(s)")},
    {"missing.owners", QT_TRANSLATE_N_NOOP("Text", "%n critical asset(s) without an owner")},
    {"missing.blind-spots", QT_TRANSLATE_N_NOOP("Text", "%n blind spot(s) to accept or remove")},
    {"missing.dependencies", QT_TRANSLATE_N_NOOP("Text", "%n dependenc(ies) to confirm")},
    {"missing.validation", QT_TRANSLATE_NOOP("Text", "the validation by a named person")},
    {"missing.map-changed",
     QT_TRANSLATE_NOOP("Text", "a new validation: the map has changed since {person} validated it on {at:date}")},
};

} // namespace

std::span<const Entry> inventoryTable()
{
    return entries;
}

} // namespace bascule::text
