// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of the room: how the old server did, in figures.
#include <QJsonObject>

#include <vector>

namespace bascule::monitoring {

/// The value below which `part` (0 to 1) of the values lie, interpolated. 0 for none.
double quantile(std::vector<double> values, double part);

/// {"medianMs","p5Ms","p95Ms","rounds"} of the times of one check.
QJsonObject baselineOf(const std::vector<double>& ms);

} // namespace bascule::monitoring
