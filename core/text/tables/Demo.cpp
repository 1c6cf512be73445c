// SPDX-License-Identifier: GPL-3.0-or-later
// What the demonstration says on its way, and why it may refuse.
#include "core/text/Catalogue.h"

#include <QCoreApplication>

namespace bascule::text {

namespace {

constexpr Entry entries[] = {
    {"demo.not-empty",
     QT_TRANSLATE_NOOP("Text", "“{subject}” is not empty and is no demo of Bascule's: it was not touched."),
     QT_TRANSLATE_NOOP("Text", "Name an empty folder, or one that does not exist yet.")},
    {"demo.there", QT_TRANSLATE_NOOP("Text", "A demo is ready in “{subject}” already."),
     QT_TRANSLATE_NOOP("Text", "Open its demo.bascule, name another folder, or start over with --again.")},
    {"demo.interrupted", QT_TRANSLATE_NOOP("Text", "A demo was begun in “{subject}” and interrupted."),
     QT_TRANSLATE_NOOP("Text", "Start over with --again, or name another folder.")},
    {"demo.database-failed", QT_TRANSLATE_NOOP("Text", "The demo's database “{subject}” could not be made: {detail}."),
     nullptr},
    {"demo.backup-failed", QT_TRANSLATE_NOOP("Text", "The demo's backup “{subject}” could not be made: {detail}."),
     nullptr},
    {"demo.step-failed", QT_TRANSLATE_NOOP("Text", "The demo stops: “{step:code}” did not end well."),
     QT_TRANSLATE_NOOP("Text", "Open “{subject}” to see why; start over with --again.")},
    {"demo.seeding",
     QT_TRANSLATE_NOOP("Text", "Making the old server, its backups, an empty new one and a test environment")},
    {"demo.step-project", QT_TRANSLATE_NOOP("Text", "Making the project, its people and its three servers")},
    {"demo.step-inventory",
     QT_TRANSLATE_NOOP("Text", "Reading the old server, whose application is at work meanwhile")},
    {"demo.step-dependencies",
     QT_TRANSLATE_NOOP("Text", "Looking for dependencies in the configuration files, and deciding on them")},
    {"demo.step-compatibility", QT_TRANSLATE_NOOP("Text", "Looking for what the new server would break")},
    {"demo.step-validate", QT_TRANSLATE_NOOP("Text", "{person} validates the map")},
    {"demo.step-backups",
     QT_TRANSLATE_NOOP("Text", "Finding yesterday's backups and reading them whole; one was cut short")},
    {"demo.step-restore", QT_TRANSLATE_NOOP("Text", "Restoring them for real and comparing them with their source")},
    {"demo.step-rehearse",
     QT_TRANSLATE_NOOP("Text", "Rehearsing the cutover on the test environment, with scenarios and a rollback drill")},
    {"demo.step-baseline", QT_TRANSLATE_NOOP("Text", "Measuring how the old server does, for the time after")},
    {"demo.step-presync", QT_TRANSLATE_NOOP("Text", "Copying most of the data beforehand")},
    {"demo.step-plan", QT_TRANSLATE_NOOP("Text", "Choosing the window; the plan is approved")},
    {"demo.step-go", QT_TRANSLATE_NOOP("Text", "IT and the management give the go")},
    {"demo.step-cutover", QT_TRANSLATE_NOOP("Text", "Cutting over when the window begins")},
    {"demo.step-monitor", QT_TRANSLATE_NOOP("Text", "Watching the new server at work")},
    {"demo.step-reports", QT_TRANSLATE_NOOP("Text", "Writing the reports in French and in English")},
    {"job.demo-seed", QT_TRANSLATE_NOOP("Text", "Make the demo's servers")},
};

} // namespace

std::span<const Entry> demoTable()
{
    return entries;
}

} // namespace bascule::text
