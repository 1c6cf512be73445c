// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Verb.h"

int main(int argc, char** argv)
{
    return bascule::cli::run(argc, argv);
}
