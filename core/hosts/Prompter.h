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
    /// Whether the answer can be kept for another day.
    enum class Keeping {
        Never,     ///< not for this kind, or not here
        NoKeyring, ///< it could be, were there a keyring
        Offered    ///< if the person says so
    };
    Kind kind = Kind::Other;
    QString host, user;
    QString server;      ///< the address of the connection it is asked for, "user@host:port"
    QString fingerprint; ///< of a host key: "SHA256:…"
    QString keyType;     ///< of a host key: "ED25519"
    QString text;        ///< as ssh put it; for technical details, and for Other and Passphrase
    Keeping keeping = Keeping::Never;
};

/// What came back.
struct Answer
{
    enum class Kind { Given, Refused, NobodyThere };
    Kind kind = Kind::NobodyThere;
    Secret secret;          ///< of Given, except for a host key
    bool keep = false;      ///< the person wants it kept in the keyring
    bool fromStore = false; ///< it was kept there: nobody typed it now

    static Answer given(Secret secret = {}) { return {Kind::Given, std::move(secret), false, false}; }
    static Answer refused() { return {Kind::Refused, {}, false, false}; }
    static Answer nobodyThere() { return {Kind::NobodyThere, {}, false, false}; }
};

/// Puts prompts to a person. Called on the thread of a job, from several at once; blocks until there is an answer and
/// returns Refused soon after the stop token is asked. Never keeps a secret.
class Prompter
{
public:
    virtual ~Prompter() = default;
    virtual Answer ask(const Prompt& prompt, std::stop_token stop) = 0;
    /// What became of an answer: whether the server took it. Its secret is there only when it is to be kept. Not called
    /// when nobody knows, e.g. after a cut.
    virtual void settled(const Prompt& /*prompt*/, const Answer& /*answer*/, bool /*accepted*/,
                         std::stop_token /*stop*/)
    {
    }
};

} // namespace bascule
