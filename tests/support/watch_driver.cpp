// SPDX-License-Identifier: GPL-3.0-or-later
// Watches a folder in a process of its own: "ready WAY WHY", then for each line of the input what changed.
#include "core/engine/Watch.h"

#include <cstdio>
#include <iostream>

using namespace bascule::engine;

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fputs("usage: watch-driver FOLDER\n", stderr);
        return 2;
    }
    const auto watch = Watch::start(argv[1], {});
    const char* const ways[] = {"file-system", "folders", "walk"};
    std::cout << "ready " << ways[static_cast<int>(watch->way())] << ' ' << watch->why() << std::endl;
    for (std::string line; std::getline(std::cin, line);) {
        const Changes changes = watch->take();
        if (changes.isEverything())
            std::cout << "everything " << changes.why() << std::endl;
        else
            std::cout << "paths " << changes.paths().size() << std::endl;
    }
    return 0;
}
