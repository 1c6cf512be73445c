// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the dependencies: kinds, what could not be read, the map.
#include "core/text/Catalogue.h"

#include <QCoreApplication>

namespace bascule::text {

namespace {

constexpr Entry entries[] = {
    {"job.dependencies", QT_TRANSLATE_NOOP("Text", "Search for dependencies")},
    {"dependencies.looking", QT_TRANSLATE_NOOP("Text", "Looking for configuration on {server}")},
    {"dependencies.reading", QT_TRANSLATE_NOOP("Text", "Reading configuration files and scripts")},

    {"dependencies.no-inventory", QT_TRANSLATE_NOOP("Text", "No old server has been inventoried yet."),
     QT_TRANSLATE_NOOP("Text", "Run the inventory first: dependencies lead from one asset to another.")},
    {"map.program-missing", QT_TRANSLATE_NOOP("Text", "The map cannot be drawn: the program “dot” is not installed."),
     QT_TRANSLATE_NOOP("Text", "Install the package graphviz; the list shows the same facts meanwhile.")},
    {"map.layout-failed", QT_TRANSLATE_NOOP("Text", "The map could not be laid out."),
     QT_TRANSLATE_NOOP("Text", "Use the list: it shows the same facts.")},
    {"map.too-large", QT_TRANSLATE_NOOP("Text", "The map is too large to be drawn in a minute."),
     QT_TRANSLATE_NOOP("Text", "Use the list, or dismiss what is no dependency and try again.")},

    {"dependency-kind.sqlite", QT_TRANSLATE_NOOP("Text", "Opens the database")},
    {"dependency-kind.path", QT_TRANSLATE_NOOP("Text", "Names a path")},
    {"dependency-kind.service", QT_TRANSLATE_NOOP("Text", "Starts with a service")},
    {"dependency-kind.connection", QT_TRANSLATE_NOOP("Text", "Connects to a service")},
    {"dependency-kind.url", QT_TRANSLATE_NOOP("Text", "Calls a web address")},
    {"dependency-kind.remote-folder", QT_TRANSLATE_NOOP("Text", "Uses a folder of another server")},
    {"dependency-kind.address", QT_TRANSLATE_NOOP("Text", "Names an address")},
    {"dependency-kind.host", QT_TRANSLATE_NOOP("Text", "Names another machine")},

    {"dependencies.path-missing",
     QT_TRANSLATE_N_NOOP("Text", "%n path(s) in configuration files do not exist, such as “{path}” in “{file}”."),
     QT_TRANSLATE_NOOP("Text", "Correct the configuration, or see whether the folder is made when it is needed.")},
    {"dependencies.too-big",
     QT_TRANSLATE_NOOP("Text", "“{path}” ({bytes:bytes}) is too large to be read as configuration."),
     QT_TRANSLATE_NOOP("Text", "Look into it yourself, and accept the blind spot once you know what it needs.")},
    {"dependencies.unread", QT_TRANSLATE_NOOP("Text", "“{path}” could not be read for dependencies. {reason:code}"),
     QT_TRANSLATE_NOOP("Text", "Let this user read it and search again, or accept the blind spot.")},
};

} // namespace

std::span<const Entry> dependenciesTable()
{
    return entries;
}

} // namespace bascule::text
