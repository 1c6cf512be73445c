// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Values.h"

#include <optional>
#include <vector>

namespace bascule::compatibility {

/// What is known of one thing, by name ("new.acl", "db.pageSize", …). What is not known is absent.
using Facts = QJsonObject;

/// A fact compared with a value or with another fact. A fact that is not known, or is of another type, never holds: a
/// rule speaks only of what was measured.
struct Condition
{
    QString fact;
    QString op; ///< "==", "!=", "<", "<=", ">", ">="
    QJsonValue value;
    QString other; ///< the other fact; empty: `value`
    bool holds(const Facts& facts) const;
};

/// One thing that breaks between an old server and a new one, as data.
struct Rule
{
    QString id;
    QString scope;               ///< what it is asked of: "target", "database", "dependency", "account"
    std::vector<Condition> when; ///< all of them
    FindingSeverity severity = FindingSeverity::Note;
    QString code;       ///< for the catalogue
    QJsonObject params; ///< the sentence's params: name of each and the fact it comes from
    QString source;     ///< where it is written
};

/// The rules that come with the program; made once.
const std::vector<Rule>& rules();
/// Rules of a JSON document; nothing when one of them is not well-formed.
std::optional<std::vector<Rule>> readRules(const QByteArray& json);

/// A finding (without server, asset and key) for each rule of that scope whose conditions hold. Pure.
std::vector<Finding> judge(const std::vector<Rule>& all, const QString& scope, const Facts& facts);

} // namespace bascule::compatibility
