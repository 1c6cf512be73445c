// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Verb.h"

#include "core/hosts/Askpass.h"

int main(int argc, char** argv)
{
    if (const auto asked = bascule::askpassMain(argc, argv))
        return *asked;
    return bascule::cli::run(argc, argv);
}
