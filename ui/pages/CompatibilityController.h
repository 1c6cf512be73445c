// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/Parts.h"
#include "ui/widgets/CheckpointStrip.h"

#include <QCoreApplication>

namespace bascule::ui {

/// What the Compatibility page shows and does. Views are pure; intents are jobs and writes. GUI thread.
class CompatibilityController
{
    Q_DECLARE_TR_FUNCTIONS(bascule::ui::CompatibilityController)
public:
    explicit CompatibilityController(AppContext& context)
        : m_context(context)
    {
    }

    /// True for findings that say whether something works on the new server.
    static bool concerns(const Finding& finding);
    static QList<Row> findingRows(const Snapshot& snapshot, const text::Phrasebook& words);
    /// One row a database: version and the last test.
    static QList<Row> databaseRows(const Snapshot& snapshot, const QDateTime& now, const text::Phrasebook& words);
    static Details findingDetails(const Snapshot& snapshot, Id finding, const QString& off,
                                  const text::Phrasebook& words);
    static Details databaseDetails(const Snapshot& snapshot, Id asset, const QDateTime& now, const QString& off,
                                   const text::Phrasebook& words);
    static StripState strip(const Snapshot& snapshot, const text::Phrasebook& words);
    static bool wasRun(const Snapshot& snapshot);
    static bool hasDatabases(const Snapshot& snapshot);
    static bool isTested(const Snapshot& snapshot, Id asset);

    void run();
    void testDatabases(Id one = 0);
    void decide(Id finding, FindingState state, const QString& by, const QString& why);

private:
    AppContext& m_context;
};

} // namespace bascule::ui
