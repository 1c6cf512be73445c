// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/BackupsController.h"
#include "ui/wizard/PageBase.h"

namespace bascule::ui {

/// The matrix of proofs: every critical asset's backup read whole and restored for real, and the way back.
class BackupsPage : public PageBase
{
    Q_OBJECT
public:
    explicit BackupsPage(AppContext& context, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh(const Snapshot& snapshot) override;
    void jobsMoved() override;
    NextReason nextReason() const override;
    void focusItem(const QString& kind, Id id) override;

private:
    void fillRows(const Snapshot& snapshot);
    void fillDetails();
    void updateButtons(const Snapshot& snapshot);
    void askPlan();
    void askFile(Id asset);
    void pressed(const QString& button);
    QString busy() const;

    BackupsController m_controller;
    Button *m_read, *m_restore, *m_plan;
    QComboBox* m_filter;
    ListPanel* m_list;
    DetailsPanel* m_details;
    int m_matrix;
    Id m_backup = 0; ///< one of several of the selected asset; 0: the newest
};

} // namespace bascule::ui
