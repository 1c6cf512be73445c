// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/CompatibilityController.h"
#include "ui/wizard/PageBase.h"

namespace bascule::ui {

/// What will break between the old server and the new one, and the test of the databases.
class CompatibilityPage : public PageBase
{
    Q_OBJECT
public:
    explicit CompatibilityPage(AppContext& context, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh(const Snapshot& snapshot) override;
    void jobsMoved() override;
    NextReason nextReason() const override;
    void focusItem(const QString& kind, Id id) override;

private:
    void fillDetails();
    void updateButtons(const Snapshot& snapshot);
    void askAcceptance(Id finding);
    void pressed(const QString& button);

    CompatibilityController m_controller;
    Button *m_run, *m_test;
    ListPanel* m_list;
    DetailsPanel* m_details;
    int m_findings, m_databases;
};

} // namespace bascule::ui
