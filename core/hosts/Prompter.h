// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"

#include <QString>

#include <stop_token>

namespace bascule {

/// Something a person must answer before a connection goes on.
struct Prompt
{
    enum class Kind {
        HostKey,      ///< is this the server's key? answered with yes or no
        Password,     ///< of `user` on `host`
        Passphrase,   ///< of the key file in `text`
        SudoPassword, ///< of `user` on `host`, for sudo
        Other         ///< what the server asks, word for word in `text`; the answer is secret
    };
    Kind kind = Kind::Other;
    QString host, user;
    QString fingerprint; ///< of a host key: "SHA256:…"
    QString keyType;     ///< of a host key: "ED25519"
    QString text;        ///< as ssh put it; for technical details, and for Other and Passphrase
};

/// What came back.
struct Answer
{
    enum class Kind { Given, Refused, NobodyThere };
    Kind kind = Kind::NobodyThere;
    Secret secret; ///< of Given, except for a host key

    static Answer given(Secret secret = {}) { return {Kind::Given, std::move(secret)}; }
    static Answer refused() { return {Kind::Refused, {}}; }
    static Answer nobodyThere() { return {Kind::NobodyThere, {}}; }
};

/// Puts prompts to a person. Called on the thread of a job, from several at once; blocks until there is an answer and
/// returns Refused soon after the stop token is asked. Never keeps a secret.
class Prompter
{
public:
    virtual ~Prompter() = default;
    virtual Answer ask(const Prompt& prompt, std::stop_token stop) = 0;
};

} // namespace bascule
