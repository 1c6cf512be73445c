// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitoring/Checks.h"
#include "ui/pages/Parts.h"
#include "ui/widgets/BeforeAfterChart.h"
#include "ui/widgets/Figures.h"

#include <QCoreApplication>

namespace bascule::ui {

/// What the Monitoring page shows and does. Views are pure; intents are jobs and writes. GUI thread.
class MonitoringController
{
    Q_DECLARE_TR_FUNCTIONS(bascule::ui::MonitoringController)
public:
    explicit MonitoringController(AppContext& context)
        : m_context(context)
    {
    }

    static constexpr int kCharts = 4;

    /// Availability, open incidents, the rollback's clock.
    static QList<Figure> figures(const Snapshot& snapshot, const QDateTime& now, const text::Phrasebook& words);
    static QList<Row> checkRows(const Snapshot& snapshot, const QDateTime& now, const text::Phrasebook& words);
    static QList<Row> incidentRows(const Snapshot& snapshot, const QDateTime& now, const text::Phrasebook& words);
    /// Before against after, as a table: the charts' twin.
    static QList<Row> compareRows(const Snapshot& snapshot, const text::Phrasebook& words);
    static Details checkDetails(const Snapshot& snapshot, Id check, const QDateTime& now, const QString& off,
                                const text::Phrasebook& words);
    static Details incidentDetails(const Snapshot& snapshot, Id incident, const QDateTime& now, const QString& off,
                                   const text::Phrasebook& words);
    /// At most four: the checks of critical assets with a baseline, the slowest against it first.
    static QList<ChartModel> charts(const Snapshot& snapshot, const text::Phrasebook& words);
    static QString kindWord(const QString& kind);
    static QList<Choice> kindChoices();
    /// A check as the form describes it: `subject` is a path, host:port, address or name, as its kind needs.
    static Check makeCheck(const QString& name, const QString& kind, Id asset, const QString& subject, int seconds);
    /// Why it cannot be saved, in words; empty when it can.
    static QString whyNotCheck(const Check& check, const text::Phrasebook& words);
    static bool hasCutOver(const Snapshot& snapshot);
    /// True when an enabled check still lacks its baseline and it can still be measured.
    static bool needsBaseline(const Snapshot& snapshot);

    void propose();
    void saveCheck(const Check& check);
    void removeCheck(Id check);
    void setEnabled(Id check, bool on);
    void setInterval(Id check, int seconds);
    void closeIncident(Id incident, const QString& person, const QString& why);
    void measureBaseline();
    void runRound();
    void keepWatching();

private:
    AppContext& m_context;
};

} // namespace bascule::ui
