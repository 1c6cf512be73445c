// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/CutoverController.h"
#include "ui/wizard/PageBase.h"

#include <QElapsedTimer>
#include <QPointer>

namespace bascule::ui {

/// The plan with every action and its undo, the go, the cutover while it runs, and the way back.
class CutoverPage : public PageBase
{
    Q_OBJECT
public:
    explicit CutoverPage(AppContext& context, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh(const Snapshot& snapshot) override;
    void jobsMoved() override;
    NextReason nextReason() const override;
    void focusItem(const QString& kind, Id id) override;

private:
    using Stage = CutoverController::Stage;

    void show(const Snapshot& snapshot);
    void fillDetails(const Snapshot& snapshot);
    void updateButtons(const Snapshot& snapshot);
    void askGo();
    void askStart();
    void showMessageText();
    void askRollback();
    void askCommit();
    void askWaiver(Step step);
    void pressed(const QString& button);

    CutoverController m_controller;
    Button *m_presync, *m_go, *m_start, *m_pause, *m_messages, *m_commit, *m_back;
    Figures* m_figures;
    FitBar* m_bar;
    ListPanel* m_list;
    DetailsPanel* m_details;
    int m_steps, m_conditions;
    CutoverView m_view;
    std::vector<GoCondition> m_wanted;
    Stage m_stage = Stage::Plan;
    int m_followed = -1; ///< the step at hand that was selected last
    QElapsedTimer m_shown;
    QPointer<RollbackDialog> m_rollback;
    JobId m_preview = 0;
    QJsonObject m_found;
};

} // namespace bascule::ui
