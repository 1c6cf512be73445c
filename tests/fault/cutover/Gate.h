// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Makes a project ready for its cutover: the checkpoints waived by name, a window that is open, the go of both sides.
#include "core/planning/Plan.h"
#include "tests/fault/cutover/Fixture.h"

namespace bascule::fixture {

inline Result<void> giveGo(ProjectStore& store)
{
    const QString hash = buildRunbook(*store.snapshot()).hash;
    return store.write([&](StoreTx& tx) -> Result<void> {
        if (auto it = approve(tx, u"go"_s, u"Claire"_s, PersonRole::It, hash); !it)
            return it.error();
        auto management = approve(tx, u"go"_s, u"Hélène"_s, PersonRole::Management, hash);
        return management ? Result<void>() : Result<void>(management.error());
    });
}

inline Result<void> openGate(ProjectStore& store, int minutesAgo = 10, int minutes = 180)
{
    auto done = store.write([&](StoreTx& tx) -> Result<void> {
        for (const char* step : {"inventory", "backups", "rehearsal", "planning", "monitoring"}) {
            if (auto id = waive(tx, QString::fromLatin1(step), u"Claire"_s, u"a test"_s); !id)
                return id.error();
        }
        Window window{0, tx.now().addSecs(-60 * minutesAgo), minutes, WindowState::Chosen};
        auto id = tx.insert(window);
        return id ? Result<void>() : Result<void>(id.error());
    });
    return done ? giveGo(store) : done;
}

} // namespace bascule::fixture
