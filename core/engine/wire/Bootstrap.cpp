// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Helper.h"

#include <array>

#include <sys/random.h>

namespace bascule::engine::wire {

std::string newNonce()
{
    std::array<unsigned char, 16> random;
    // 16 bytes never come short, and the pool is ready long before we run.
    while (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size())) {
    }
    std::string text;
    for (const unsigned char byte : random) {
        text.push_back("0123456789abcdef"[byte >> 4U]);
        text.push_back("0123456789abcdef"[byte & 15U]);
    }
    return text;
}

// No single quote, no newline, no exclamation mark: whatever shell the account has reads this in single quotes as it
// is. Each "BASCULE nonce …" line is read by Helper::start(). The steps: say what this machine is; wait for the word to
// go on, which may name processes that run the same program; remove what a start that was killed left here (its process
// is gone, or an hour has passed); find a folder where there is room and where programs run; take the program, from one
// of those processes or from the line (where it may be long on its way: say now and then that we are there); check it;
// run it once to see that it does; become it. The helper removes its files and folder as soon as it runs.
std::string bootstrapLine(const HelperImage& image, const std::string& nonce, int staySeconds)
{
    std::string line =
        "umask 077; n=@NONCE@; w=@SHA@; s=@SIZE@; "
        "good() { h=$(sha256sum < \"$f/helper\" || openssl dgst -r -sha256 < \"$f/helper\"); [ \"${h%% *}\" = $w ]; }; "
        "say() { printf \"BASCULE %s %s\\n\" \"$n\" \"$1\"; }; "
        "printf \"\\n\"; say \"shell $(uname -sm)\"; "
        "read a p; if [ \"$a\" = send ]; then :; else exit 0; fi; "
        "f=; t=; for b in \"${TMPDIR:-/tmp}\" /var/tmp \"${HOME:-/}\" \"/run/user/$(id -u)\" /dev/shm; do "
        "for o in \"$b\"/.bascule-helper.*; do if [ -d \"$o\" ] && [ -O \"$o\" ] && [ -f \"$o/pid\" ]; then "
        "kill -0 \"$(cat \"$o/pid\")\" 2>/dev/null && [ -z \"$(find \"$o\" -maxdepth 0 -mmin +60)\" ] || "
        "rm -rf \"$o\"; fi; done; "
        "d=$(mktemp -d \"$b/.bascule-helper.XXXXXXXXXX\" 2>/dev/null) || continue; "
        "t=\"$t $b\"; echo $$ > \"$d/pid\"; "
        "if fallocate -l $((s + 65536)) \"$d/helper\" 2>/dev/null || "
        "head -c $((s + 65536)) /dev/zero > \"$d/helper\" 2>/dev/null; then "
        "printf \"#\\041/bin/sh\\nexit 0\\n\" > \"$d/try\"; chmod 700 \"$d/try\"; "
        "if \"$d/try\" 2>/dev/null; then f=$d; break; else e=no-exec; fi; "
        "else e=no-room; fi; rm -rf \"$d\"; done; "
        "if [ -z \"$f\" ]; then say \"${e:-no-folder}$t\"; exit 0; fi; "
        "trap \"rm -rf \\\"\\$f\\\"\" EXIT; trap \"exit 1\" HUP INT TERM PIPE; "
        "g=; for q in $p; do cat \"/proc/$q/exe\" > \"$f/helper\" 2>/dev/null && good && g=1 && break; done; "
        "if [ \"$g\" ]; then say have; else say go; sh -c \"echo \\$\\$ > \\\"\\$1\\\"; "
        "while sleep 5 > /dev/null 2>&1; do echo BASCULE \\$2 takes || exit; done\" sh \"$f/slow\" $n & "
        "head -c $s > \"$f/helper\"; until [ -s \"$f/slow\" ]; do sleep 1; done; "
        "kill $(cat \"$f/slow\"); wait; rm -f \"$f/slow\"; "
        "if good; then :; else say altered; exit 0; fi; fi; "
        "chmod 700 \"$f/helper\"; "
        "if \"$f/helper\" probe >/dev/null 2>&1; then :; else say cannot-run; exit 0; fi; "
        "say helper; trap - EXIT HUP INT TERM PIPE; exec \"$f/helper\" serve $n \"$f\" @STAY@";
    const auto put = [&line](const std::string& mark, const std::string& value) {
        line.replace(line.find(mark), mark.size(), value);
    };
    put("@NONCE@", nonce);
    put("@SHA@", image.sha256);
    put("@SIZE@", std::to_string(image.bytes.size()));
    put("@STAY@", std::to_string(staySeconds));
    return line;
}

} // namespace bascule::engine::wire
