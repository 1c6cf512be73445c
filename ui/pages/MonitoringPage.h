// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/MonitoringController.h"
#include "ui/wizard/PageBase.h"

class QGridLayout;
class QStackedWidget;

namespace bascule::ui {

/// Checks against their baseline, incidents, availability, and the clock of the rollback.
class MonitoringPage : public PageBase
{
    Q_OBJECT
public:
    explicit MonitoringPage(AppContext& context, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh(const Snapshot& snapshot) override;
    void jobsMoved() override;
    NextReason nextReason() const override;
    void focusItem(const QString& kind, Id id) override;

private:
    void fillDetails();
    void fillCharts(const Snapshot& snapshot);
    void updateButtons(const Snapshot& snapshot);
    void askCheck();
    void askClose(Id incident);
    void pressed(const QString& button);

    MonitoringController m_controller;
    Button *m_baseline, *m_round, *m_watch, *m_add;
    Button *m_asList, *m_asCharts;
    Figures* m_figures;
    ListPanel* m_list;
    DetailsPanel* m_details;
    QStackedWidget* m_stack;
    QWidget* m_chartArea;
    QGridLayout* m_grid;
    QList<BeforeAfterChart*> m_charts;
    int m_checks, m_incidents, m_compare;
};

} // namespace bascule::ui
