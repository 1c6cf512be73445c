// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/PageFactory.h"

#include "ui/pages/BackupsPage.h"
#include "ui/pages/CompatibilityPage.h"
#include "ui/pages/CutoverPage.h"
#include "ui/pages/DependenciesPage.h"
#include "ui/pages/InventoryPage.h"
#include "ui/pages/MonitoringPage.h"
#include "ui/pages/PlanningPage.h"
#include "ui/pages/ProjectPage.h"
#include "ui/pages/RehearsalPage.h"
#include "ui/pages/ServersPage.h"

namespace bascule::ui {

PageBase* makePage(PageId page, AppContext& context, QWidget* parent)
{
    switch (page) {
    case PageId::Project:
        return new ProjectPage(context, parent);
    case PageId::Servers:
        return new ServersPage(context, parent);
    case PageId::Inventory:
        return new InventoryPage(context, parent);
    case PageId::Dependencies:
        return new DependenciesPage(context, parent);
    case PageId::Compatibility:
        return new CompatibilityPage(context, parent);
    case PageId::Backups:
        return new BackupsPage(context, parent);
    case PageId::Rehearsal:
        return new RehearsalPage(context, parent);
    case PageId::Planning:
        return new PlanningPage(context, parent);
    case PageId::Cutover:
        return new CutoverPage(context, parent);
    case PageId::Monitoring:
        return new MonitoringPage(context, parent);
    }
    return nullptr;
}

} // namespace bascule::ui
