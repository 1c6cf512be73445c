// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SqliteCopy.h"
#include "core/databases/Sqlite.h"
#include "core/databases/SqliteHandle.h"

namespace bascule {

Result<void> sqliteSettle(const std::string& path, std::stop_token stop)
{
    const auto settled = engine::sqlite::settle(path, std::move(stop));
    return settled ? Result<void>() : Result<void>(sqlite::shown(settled.error()));
}

Result<void> sqliteCopy(const std::string& source, const std::string& target, engine::Counters& counters,
                        std::stop_token stop)
{
    const auto copied = engine::sqlite::copy(source, target, counters, std::move(stop));
    return copied ? Result<void>() : Result<void>(sqlite::shown(copied.error()));
}

} // namespace bascule
