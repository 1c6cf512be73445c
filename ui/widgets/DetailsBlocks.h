// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Buttons.h"
#include "ui/widgets/DetailsPanel.h"

namespace bascule::ui {

/// A wrapped, plain, selectable label of the details.
TextLabel* detailsText(const QString& text, FontRole role, Token token, QWidget* parent = nullptr);

} // namespace bascule::ui
