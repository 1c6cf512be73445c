// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/Decisions.h"
#include "ui/pages/Parts.h"

#include <QCoreApplication>

namespace bascule::ui {

/// What the Inventory page shows and does. Views are pure; intents are jobs and writes. GUI thread.
class InventoryController
{
    Q_DECLARE_TR_FUNCTIONS(bascule::ui::InventoryController)
public:
    explicit InventoryController(AppContext& context)
        : m_context(context)
    {
    }

    /// Assets in groups by kind. `server` 0: all source servers.
    static QList<Row> assetRows(const Snapshot& snapshot, Id server, const text::Phrasebook& words);
    static QList<Row> findingRows(const Snapshot& snapshot, Id server, const text::Phrasebook& words);
    static QList<Row> blindSpotRows(const Snapshot& snapshot, Id server, const text::Phrasebook& words);
    static Details assetDetails(const Snapshot& snapshot, Id asset, const QDateTime& now, const QString& off,
                                const text::Phrasebook& words);
    static Details findingDetails(const Snapshot& snapshot, Id finding, const QString& off,
                                  const text::Phrasebook& words);
    /// True when some source server was read.
    static bool wasRun(const Snapshot& snapshot);
    /// The first critical asset without an owner; 0 when there is none.
    static Id firstWithoutOwner(const Snapshot& snapshot);
    /// Why the map cannot be validated yet, in words; empty when it can.
    static QString whyNotValid(const Snapshot& snapshot, const text::Phrasebook& words);
    static QString groupName(AssetKind kind);

    void run();
    void change(Id asset, const QString& field, const QString& value, const QString& by);
    void decide(Id finding, FindingState state, const QString& by, const QString& why);
    void validate(const QString& person);

private:
    AppContext& m_context;
};

} // namespace bascule::ui
