// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Compare.h"
#include "core/engine/Inspection.h"

namespace bascule::engine {

/// compare() of two trees as they come; neither is trusted to be in order. Blocks. Errors: those of the streams, and
/// "link.garbled" of a stream that is no tree.
Result<CompareReport> compare(InspectionStream& left, InspectionStream& right, const CompareOptions& options,
                              const std::stop_token& stop);

} // namespace bascule::engine
