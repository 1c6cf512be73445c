// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dependencies/Resolver.h"
#include "core/project/ProjectStore.h"

namespace bascule::dependencies {

/// Collects what files point at into dependencies: one for each pair of ends, with its evidence. Used on one thread.
class Gathering
{
public:
    Gathering(const Snapshot& snapshot, const Resolver& resolver);

    /// What `file` of `server` says, on behalf of asset `from`. `dormant`: all of it runs rarely.
    void add(Id server, Id from, const Path& file, const std::vector<Clue>& clues, bool dormant);
    /// A place that could not be read: a blind spot.
    void blindSpot(Id server, Id asset, const char* code, const Path& file, QJsonObject params = {});

    std::vector<Dependency> dependencies() const;
    std::vector<Finding> findings() const;

private:
    struct Line
    {
        QString file;
        int line;
        QString excerpt;
        bool operator<(const Line& other) const
        {
            return std::tie(file, line, excerpt) < std::tie(other.file, other.line, other.excerpt);
        }
    };
    struct Link
    {
        Id from = 0, to = 0;
        QString toName, kind;
        int rank = 0, confidence = 0;
        bool awake = false; ///< some line of it is no rare task
        std::set<Line> lines;
    };
    struct MissingPaths
    {
        qint64 count = 0;
        QString path, file;
    };

    QString keyOf(Id asset) const;
    void link(Id from, const Answer& answer, const Clue& clue, const QString& file, bool dormant);

    const Snapshot& m_snapshot;
    const Resolver& m_resolver;
    std::map<QString, Link> m_links;
    std::map<Id, MissingPaths> m_missing; ///< by asset
    std::vector<Finding> m_blind;
};

/// Puts the dependencies found in the place of those known: decisions stay, what vanished undecided goes.
Result<void> replaceDependencies(StoreTx& tx, const std::set<Id>& servers, std::vector<Dependency> found);

} // namespace bascule::dependencies
