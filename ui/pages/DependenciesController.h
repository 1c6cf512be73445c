// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dependencies/Layout.h"
#include "ui/pages/Parts.h"
#include "ui/widgets/MapView.h"

#include <QCoreApplication>

namespace bascule::ui {

/// What the Dependencies page shows and does. Views are pure; intents are jobs and writes. GUI thread.
class DependenciesController
{
    Q_DECLARE_TR_FUNCTIONS(bascule::ui::DependenciesController)
public:
    explicit DependenciesController(AppContext& context)
        : m_context(context)
    {
    }

    /// The map with the marks of `selected` (an asset's id, or a negative one outside; 0: none).
    static MapModel map(const MapLayout& layout, const Snapshot& snapshot, Id selected, const text::Phrasebook& words);
    static QList<Row> rows(const Snapshot& snapshot, const text::Phrasebook& words);
    /// What stops with the point, and the evidence of every link to and from it.
    static Details pointDetails(const Snapshot& snapshot, Id point, const QString& off, const text::Phrasebook& words);
    static Details linkDetails(const Snapshot& snapshot, Id dependency, const QString& off,
                               const text::Phrasebook& words);
    static int undecided(const Snapshot& snapshot);
    /// The first that is to be confirmed; 0 when all are decided.
    static Id firstUndecided(const Snapshot& snapshot);
    static bool wasScanned(const Snapshot& snapshot);
    /// "boutique → shop".
    static QString linkName(const Snapshot& snapshot, const Dependency& dependency);
    /// The map's point that a dependency leads to: an asset's id or a negative one.
    static Id pointOf(const Snapshot& snapshot, const Dependency& dependency, bool from);
    /// Where the search field leads: the first point whose name has these words; 0 when there is none.
    static Id find(const Snapshot& snapshot, const QString& words);

    void scan();
    void decide(Id dependency, DependencyState state, const QString& by, const QString& why);

private:
    AppContext& m_context;
};

} // namespace bascule::ui
