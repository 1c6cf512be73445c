// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/wire/Message.h"

#include <stop_token>

namespace bascule::engine::wire {

/// The call "end" {pid, nonce}: ends a helper of the same caller that hangs on this server since its link was lost. It
/// is known by its process and by the nonce that it was started with. It gets 15 seconds to bring in what has arrived,
/// then it is killed. Answers once it has gone: "ended" (there was one), or the error "helper.hangs" (it does not go).
Result<Message> endEarlier(const Message& call, const std::stop_token& stop);

} // namespace bascule::engine::wire
