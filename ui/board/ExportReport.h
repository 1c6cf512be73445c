// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace bascule::ui {

class AppContext;
class BoardWindow;

/// Makes the board's "Export report…" ask for a file (PDF or HTML) and write the report as a job; the outcome is said
/// on the board itself. GUI thread; both must live while the board is shown.
void enableExport(BoardWindow& board, AppContext& context);

} // namespace bascule::ui
