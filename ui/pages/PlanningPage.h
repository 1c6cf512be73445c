// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/PlanningController.h"
#include "ui/wizard/PageBase.h"

namespace bascule::ui {

/// The window on a calendar, what must fit in it, and who has agreed.
class PlanningPage : public PageBase
{
    Q_OBJECT
public:
    explicit PlanningPage(AppContext& context, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh(const Snapshot& snapshot) override;
    NextReason nextReason() const override;
    void focusItem(const QString& kind, Id id) override;

private:
    void fillRanges();
    void fillCalendar(const Snapshot& snapshot);
    void fillDetails();
    void propose();
    void askPeriod();
    void askWindow(const QDateTime& start, int minutes);
    void askWindowOn(const QDate& day);
    void askApproval(std::optional<PersonRole> wanted);
    void askMessage(int number);
    void askContact();
    void edited(const QString& field, const QString& value);
    void pressed(const QString& button);
    void pick(Id window);
    void showDay(const QDate& day);
    const PlanningController::Candidate* picked() const;

    PlanningController m_controller;
    Button *m_period, *m_propose, *m_choose, *m_approve;
    QComboBox* m_range;
    CalendarStrip* m_calendar;
    FitBar* m_fit;
    ListPanel* m_list;
    DetailsPanel* m_details;
    int m_steps, m_days, m_messages, m_contacts;
    std::vector<Window> m_proposals;
    std::vector<PlanningController::Candidate> m_candidates;
    Timings m_timings;
    Runbook m_runbook;
    Id m_picked = 0;
    QDate m_first;
};

} // namespace bascule::ui
