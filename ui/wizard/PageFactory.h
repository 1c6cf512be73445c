// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Checkpoint.h"

class QWidget;

namespace bascule::ui {

class AppContext;
class PageBase;

/// The page of a step, owned by its parent. GUI thread.
PageBase* makePage(PageId page, AppContext& context, QWidget* parent);

} // namespace bascule::ui
