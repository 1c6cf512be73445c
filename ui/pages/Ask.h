// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/AppContext.h"

class QWidget;

namespace bascule::ui::ask {

/// Every decision carries a name. Calls `act` with that of whoever is at the keyboard: at once when they have said it
/// before, otherwise after asking for it. GUI thread; never waits.
void asPerson(QWidget* parent, AppContext& context, std::function<void(const QString& person)> act);

/// What a decision is about.
struct Decision
{
    QString sentence, body, verb;
    bool reason = true;             ///< a reason is asked for and required
    bool dangerous = false;         ///< the verb is drawn as such
    QString why;                    ///< a reason to begin with
    std::optional<PersonRole> role; ///< people of that role come first
};
/// Asks who decides and why, then calls `act`.
void decision(QWidget* parent, AppContext& context, const Decision& decision,
              std::function<void(const QString& person, const QString& why)> act);

/// Asks for nothing but the verb.
void confirm(QWidget* parent, const QString& sentence, const QString& body, const QString& verb,
             std::function<void()> act);

} // namespace bascule::ui::ask
