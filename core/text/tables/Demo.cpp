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
};

} // namespace

std::span<const Entry> demoTable()
{
    return entries;
}

} // namespace bascule::text
