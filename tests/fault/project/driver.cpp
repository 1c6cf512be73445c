// SPDX-License-Identifier: GPL-3.0-or-later
// Work as jobs do it: a step is done, durably, and then written down. Says each step that is written down. Arguments:
// the project file, the source, the target, the number of steps.
#include "core/engine/Sync.h"
#include "core/project/ProjectStore.h"

#include <QFile>

#include <cstdio>
#include <cstdlib>

using namespace bascule;

int main(int argc, char** argv)
{
    if (argc != 5)
        return 2;
    const SystemClock clock;
    const auto opened = ProjectStore::open(QFile::decodeName(argv[1]), OpenMode::ReadWrite, clock);
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().code.c_str());
        return 3;
    }
    for (int step = 1; step <= std::atoi(argv[4]); ++step) {
        const std::string name = "/" + std::to_string(step);
        engine::Counters counters;
        engine::SyncOptions options;
        options.threads = 1;
        const auto done = engine::sync(argv[2] + name, argv[3] + name, options, counters, {});
        if (!done || !done->verified)
            return 3;
        const auto written = (*opened)->write([step](StoreTx& tx) -> Result<void> {
            auto line = tx.append(QStringLiteral("copied"), evidence::AssetChanged, QString::number(step), {});
            return line ? Result<void>() : Result<void>(line.error());
        });
        if (!written)
            return 3;
        std::printf("%d\n", step);
        std::fflush(stdout);
    }
    return 0;
}
