// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/InventoryController.h"
#include "ui/wizard/PageBase.h"

namespace bascule::ui {

/// What is on the old server: assets with criticality and owner, findings, blind spots; the map's validation.
class InventoryPage : public PageBase
{
    Q_OBJECT
public:
    explicit InventoryPage(AppContext& context, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh(const Snapshot& snapshot) override;
    void jobsMoved() override;
    NextReason nextReason() const override;
    void focusItem(const QString& kind, Id id) override;

private:
    void fillServers(const Snapshot& snapshot);
    void fillLists(const Snapshot& snapshot);
    void fillDetails();
    void updateButtons(const Snapshot& snapshot);
    void assignOwners();
    void askValidation();
    void askAcceptance(Id finding);
    void edited(const QString& field, const QString& value);
    void pressed(const QString& button);

    InventoryController m_controller;
    Button *m_run, *m_assign, *m_validate;
    QComboBox* m_server;
    ListPanel* m_list;
    DetailsPanel* m_details;
    int m_assets, m_findings, m_blind;
};

} // namespace bascule::ui
