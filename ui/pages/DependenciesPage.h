// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/DependenciesController.h"
#include "ui/pages/MapLayouter.h"
#include "ui/wizard/PageBase.h"

class QStackedWidget;

namespace bascule::ui {

class MapLegend;

/// Who needs whom: the map, its list twin, and the decision on every link.
class DependenciesPage : public PageBase
{
    Q_OBJECT
public:
    explicit DependenciesPage(AppContext& context, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh(const Snapshot& snapshot) override;
    void jobsMoved() override;
    NextReason nextReason() const override;
    void focusItem(const QString& kind, Id id) override;

private:
    void makeTools();
    void updateButtons(const Snapshot& snapshot);
    void fillMap();
    void fillDetails();
    void showMap(bool map);
    void showPoint(Id point);
    void selectPoint(Id point);
    void selectLink(Id dependency);
    void decideNext();
    void askDismissal(Id dependency);
    void pressed(const QString& button);
    void searched(const QString& words);

    DependenciesController m_controller;
    MapLayouter m_layouter;
    MapLayout m_layout;
    Button *m_scan, *m_decide;
    Button *m_out, *m_in, *m_fit, *m_asMap, *m_asList;
    QLineEdit* m_find;
    QWidget* m_zoom;
    QStackedWidget* m_stack;
    QWidget* m_mapArea;
    MapView* m_map;
    MapLegend* m_legend;
    ListPanel* m_list;
    DetailsPanel* m_details;
    int m_links;
    Id m_point = 0;
    bool m_mapFailed = false;
};

} // namespace bascule::ui
