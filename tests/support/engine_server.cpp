// SPDX-License-Identifier: GPL-3.0-or-later
// The helper's part for the engine's tests, also under sanitizers: serves its standard streams. Arguments: the nonce,
// and for how long the caller may be silent during a call, in milliseconds.
#include "core/engine/wire/Serve.h"

#include <csignal>
#include <cstdlib>

#include <unistd.h>

int main(int argc, char** argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    bascule::engine::wire::ServeOptions options;
    options.nonce = argc > 1 ? argv[1] : "";
    if (argc > 2)
        options.silenceMs = std::atoi(argv[2]);
    return bascule::engine::wire::serve(STDIN_FILENO, STDOUT_FILENO, options).status;
}
