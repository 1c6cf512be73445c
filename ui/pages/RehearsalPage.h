// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/RehearsalController.h"
#include "ui/wizard/PageBase.h"

namespace bascule::ui {

/// The cutover rehearsed on the test environment: scenarios, times, differences, signatures.
class RehearsalPage : public PageBase
{
    Q_OBJECT
public:
    explicit RehearsalPage(AppContext& context, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh(const Snapshot& snapshot) override;
    void jobsMoved() override;
    NextReason nextReason() const override;
    void focusItem(const QString& kind, Id id) override;

private:
    void fillDetails();
    void updateButtons(const Snapshot& snapshot);
    void askSignature();
    void askScenario();
    void askDrift(Id drift);
    void edited(const QString& field, const QString& value);
    void pressed(const QString& button);

    RehearsalController m_controller;
    Button *m_rehearse, *m_run, *m_drift, *m_sign, *m_add;
    ListPanel* m_list;
    DetailsPanel* m_details;
    int m_scenarios, m_steps, m_differences;
};

} // namespace bascule::ui
