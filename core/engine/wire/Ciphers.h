// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace bascule::engine::wire {

/// What OpenSSH's client offers unless it is told otherwise.
inline constexpr const char* kUsualCiphers = "chacha20-poly1305@openssh.com,aes128-ctr,aes192-ctr,aes256-ctr,"
                                             "aes128-gcm@openssh.com,aes256-gcm@openssh.com";

/// The same ciphers (separated by commas, as ssh has them), AES-GCM first where this processor has instructions for
/// AES: there OpenSSH's client took 1.3 s of processor time a GiB in place of 2.3 s with ChaCha20 (AMD EPYC). None is
/// added, none is left out.
std::string quickFirst(const std::string& ciphers);

} // namespace bascule::engine::wire
