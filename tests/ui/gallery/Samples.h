// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/BoardWindow.h"
#include "ui/models/RowModel.h"
#include "ui/widgets/CalendarStrip.h"
#include "ui/widgets/DetailsPanel.h"
#include "ui/widgets/Figures.h"
#include "ui/widgets/FitBar.h"
#include "ui/widgets/MapView.h"
#include "ui/widgets/StepRail.h"

/// The data of the pictures the look was designed with, so that widgets can be laid beside them.
namespace samples {

using namespace bascule;
using namespace bascule::ui;

RailModel rail(bool french, const QString& score);
WorkView copying();
WorkView slowed();
WorkView idle();
QList<Column> inventoryColumns();
QList<Row> inventory();
Details crm();
CalendarModel calendar();
FitModel planningFit();
FitModel cutoverFit();
QList<Figure> figures();
QList<Row> cutoverSteps();
Details cutoverStep();
QList<Row> backups();
Details shopBackup();
MapModel map();
BoardView boardFrench();
BoardView boardEnglish();

} // namespace samples
