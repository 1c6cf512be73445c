// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/ProjectController.h"
#include "ui/wizard/PageBase.h"

namespace bascule::ui {

/// Make or open a project; its people and its settings.
class ProjectPage : public PageBase
{
    Q_OBJECT
public:
    explicit ProjectPage(AppContext& context, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh(const Snapshot& snapshot) override;
    NextReason nextReason() const override;
    void focusItem(const QString& kind, Id id) override;

private:
    void askNew();
    void askOpen();
    void askPerson();
    void askRemoval();
    void fillDetails();
    void edited(const QString& field, const QString& value);
    void pressed(const QString& button);
    void open(const RecentProject& recent);

    ProjectController m_controller;
    Button *m_new, *m_open, *m_person;
    ListPanel* m_list;
    DetailsPanel* m_details;
    int m_people, m_settings, m_recentList;
    QList<RecentProject> m_recent;
    QString m_file;
};

} // namespace bascule::ui
