// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/ServersController.h"
#include "ui/wizard/PageBase.h"

#include <QHash>

namespace bascule::ui {

/// Old server, new server and test environment, and the pairs they make: folders, or machines over SSH, whose
/// connections it keeps while the window is open.
class ServersPage : public PageBase
{
    Q_OBJECT
public:
    explicit ServersPage(AppContext& context, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh(const Snapshot& snapshot) override;
    void jobsMoved() override;
    NextReason nextReason() const override;
    void focusItem(const QString& kind, Id id) override;
    ServerWatch& watch() { return *m_watch; }

private:
    void askServer(ServerRole role);
    /// Why a server cannot be added as the form has it; empty when it can.
    QString whyNotServer(const QHash<QString, QString>& values) const;
    void askFolder();
    void fillDetails();
    /// What of the page depends on what is live; only when that has changed, unless `always`.
    void refreshLive(bool always);
    void updateButtons(const Snapshot& snapshot);
    void testPair(Id other);
    void pressed(const QString& button);

    ServersController m_controller;
    ServerWatch* m_watch;
    ServersLive m_live;
    Button *m_add, *m_check;
    ListPanel* m_list;
    DetailsPanel* m_details;
    int m_servers;
    Server m_draft; ///< what was refused, so that nobody types it twice
};

} // namespace bascule::ui
