// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/Window.h"
#include "core/project/Snapshot.h"

#include <algorithm>

// What the Planning page's list and its details look up alike.
namespace bascule::ui::planning {

/// How many critical periods the window touches.
inline int overlapped(const WindowFit& fit)
{
    using namespace Qt::StringLiterals;
    return int(std::count_if(fit.problems.begin(), fit.problems.end(),
                             [](const Item& problem) { return problem.code == "window.overlaps-critical"_L1; }));
}

/// Null when nobody wrote one for that moment.
inline const Message* messageOf(const Snapshot& snapshot, const QString& moment)
{
    for (const Message& message : snapshot.messages) {
        if (message.moment == moment)
            return &message;
    }
    return nullptr;
}

/// As they are called, first to last.
inline std::vector<const Contact*> inOrder(const Snapshot& snapshot)
{
    std::vector<const Contact*> contacts;
    for (const Contact& contact : snapshot.contacts)
        contacts.push_back(&contact);
    std::stable_sort(contacts.begin(), contacts.end(),
                     [](const Contact* a, const Contact* b) { return a->place < b->place; });
    return contacts;
}

} // namespace bascule::ui::planning
