// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the databases: errors of SQLite, differences, what a test found.
#include "core/text/Catalogue.h"

#include <QCoreApplication>

namespace bascule::text {

namespace {

constexpr Entry entries[] = {
    // Errors.
    {"sqlite.not-a-database", QT_TRANSLATE_NOOP("Text", "“{subject}” is not a SQLite database."),
     QT_TRANSLATE_NOOP("Text", "Name the database file itself.")},
    {"sqlite.damaged", QT_TRANSLATE_NOOP("Text", "The database “{subject}” is damaged: {detail}."),
     QT_TRANSLATE_NOOP("Text", "Restore it from a tested backup, or repair it with its application.")},
    {"sqlite.busy",
     QT_TRANSLATE_NOOP("Text", "The database “{subject}” was kept locked by its application for too long."),
     QT_TRANSLATE_NOOP("Text", "Try again at a quieter moment.")},
    {"sqlite.not-closed",
     QT_TRANSLATE_NOOP("Text",
                       "The database “{subject}” was not closed properly and must first be opened by its application."),
     QT_TRANSLATE_NOOP("Text",
                       "Start its application once, stop it, then try again; Bascule changes nothing at the source.")},
    {"sqlite.changing",
     QT_TRANSLATE_NOOP("Text", "The database “{subject}” changed again and again while it was read."),
     QT_TRANSLATE_NOOP("Text", "Try again at a quieter moment.")},
    {"sqlite.failed", QT_TRANSLATE_NOOP("Text", "SQLite refused “{subject}”: {detail}.")},
    {"sqlite.same-file", QT_TRANSLATE_NOOP("Text", "The copy of “{subject}” would replace the database itself."),
     QT_TRANSLATE_NOOP("Text", "Choose another place for the copy.")},
    {"sqlite.target-in-use", QT_TRANSLATE_NOOP("Text", "The database “{subject}” is in use, so it was not replaced."),
     QT_TRANSLATE_NOOP("Text", "Stop the application that works on it there, then try again.")},
    {"sqlite.copy-damaged",
     QT_TRANSLATE_NOOP("Text", "The copy for “{subject}” did not pass its integrity check and was thrown away."),
     QT_TRANSLATE_NOOP("Text", "Check the disk; the source was not changed.")},
    {"sqlite.not-a-query", QT_TRANSLATE_NOOP("Text", "What is asked of “{subject}” is not one single reading query."),
     QT_TRANSLATE_NOOP("Text", "Write one SELECT statement.")},
    {"database.unknown", QT_TRANSLATE_NOOP("Text", "The project has no database “{subject}”."),
     QT_TRANSLATE_NOOP("Text", "Run the inventory, then choose from its list.")},
    {"database.none", QT_TRANSLATE_NOOP("Text", "There is no database to test."),
     QT_TRANSLATE_NOOP("Text", "Run the inventory first: it finds the databases.")},

    // What differs between two databases.
    {"sqlite.table-missing", QT_TRANSLATE_NOOP("Text", "The table “{table}” is missing.")},
    {"sqlite.table-extra", QT_TRANSLATE_NOOP("Text", "The table “{table}” is there although the original has none.")},
    {"sqlite.object-missing", QT_TRANSLATE_NOOP("Text", "The {type:enum} “{name}” is missing.")},
    {"sqlite.object-extra",
     QT_TRANSLATE_NOOP("Text", "The {type:enum} “{name}” is there although the original has none.")},
    {"sqlite.object-differs", QT_TRANSLATE_NOOP("Text", "The {type:enum} “{name}” is defined otherwise.")},
    {"sqlite.row-count",
     QT_TRANSLATE_NOOP("Text", "The table “{table}” has {right:number} rows instead of {left:number}.")},
    {"sqlite.rows-differ", QT_TRANSLATE_NOOP("Text", "The table “{table}” has as many rows, but other values.")},
    {"sqlite.user-version", QT_TRANSLATE_NOOP("Text", "The schema version is {right} instead of {left}.")},
    {"sqlite.application-id", QT_TRANSLATE_NOOP("Text", "The application's mark is {right} instead of {left}.")},
    {"type.table", QT_TRANSLATE_NOOP("Text", "table")},
    {"type.index", QT_TRANSLATE_NOOP("Text", "index")},
    {"type.trigger", QT_TRANSLATE_NOOP("Text", "trigger")},
    {"type.view", QT_TRANSLATE_NOOP("Text", "view")},

    // What a test found.
    {"database.cannot-be-taken", QT_TRANSLATE_NOOP("Text", "“{database}” cannot be taken over: {reason:code}"),
     QT_TRANSLATE_NOOP("Text", "Settle this before the cutover: the database would be missing on the new server.")},
    {"database.damaged", QT_TRANSLATE_NOOP("Text", "“{database}” is damaged: {detail}"),
     QT_TRANSLATE_NOOP("Text", "Repair it with its application or restore it from a tested backup before migrating.")},
    {"database.orphans",
     QT_TRANSLATE_N_NOOP("Text", "%n row(s) of “{database}” refer to rows that do not exist: {examples}"),
     QT_TRANSLATE_NOOP("Text", "Have the application's owner look at them; they are copied as they are.")},
    {"database.view-broken",
     QT_TRANSLATE_NOOP("Text", "The view “{name}” of “{database}” cannot be used here: {detail}"),
     QT_TRANSLATE_NOOP("Text", "Correct or remove the view; what reads it fails on the new server.")},
    {"database.trigger-broken",
     QT_TRANSLATE_NOOP("Text", "The trigger “{name}” of “{database}” cannot be run here: {detail}"),
     QT_TRANSLATE_NOOP("Text", "Correct the trigger, or install what it needs on the new server.")},
    {"database.module-missing",
     QT_TRANSLATE_NOOP("Text", "The table “{name}” of “{database}” needs an extension that is missing here: {detail}"),
     QT_TRANSLATE_NOOP("Text", "Install that extension of SQLite on the new server.")},

    // Jobs.
    {"job.database-test", QT_TRANSLATE_N_NOOP("Text", "Test of %n database(s)")},
    {"job.database-test-all", QT_TRANSLATE_NOOP("Text", "Test of all databases")},
    {"phase.database-testing", QT_TRANSLATE_NOOP("Text", "Trying “{name}” in a throwaway file")},
};

} // namespace

std::span<const Entry> databasesTable()
{
    return entries;
}

} // namespace bascule::text
