// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/Rules.h"

#include <QFile>

#include <algorithm>

namespace bascule::compatibility {

using namespace Qt::StringLiterals;

namespace {

/// −1, 0, 1, or nothing when the two cannot be compared.
std::optional<int> compared(const QJsonValue& a, const QJsonValue& b)
{
    if (a.type() != b.type())
        return {};
    if (a.isDouble())
        return a.toDouble() < b.toDouble() ? -1 : a.toDouble() > b.toDouble() ? 1 : 0;
    if (a.isString())
        return a.toString().compare(b.toString());
    if (a.isBool())
        return int(a.toBool()) - int(b.toBool());
    return {};
}

std::optional<Rule> readRule(const QJsonObject& object)
{
    static const QStringList ops{u"=="_s, u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s};
    static const QStringList scopes{u"target"_s, u"database"_s, u"dependency"_s, u"account"_s};
    Rule rule;
    rule.id = object[u"id"_s].toString();
    rule.scope = object[u"scope"_s].toString();
    rule.code = object[u"code"_s].toString();
    rule.source = object[u"source"_s].toString();
    rule.params = object[u"params"_s].toObject();
    for (const QJsonValue& value : object[u"when"_s].toArray()) {
        Condition condition;
        condition.fact = value[u"fact"_s].toString();
        condition.op = value[u"op"_s].toString();
        condition.value = value[u"value"_s];
        condition.other = value[u"other"_s].toString();
        const bool oneOf = condition.value.isUndefined() != condition.other.isEmpty();
        if (condition.fact.isEmpty() || !ops.contains(condition.op) || !oneOf)
            return {};
        rule.when.push_back(condition);
    }
    const bool named = !rule.id.isEmpty() && rule.code.startsWith(u"compat.") && rule.source.startsWith(u"https://");
    if (!named || !scopes.contains(rule.scope) || rule.when.empty() ||
        !enumFrom(object[u"severity"_s].toString(), rule.severity))
        return {};
    return rule;
}

} // namespace

bool Condition::holds(const Facts& facts) const
{
    const QJsonValue left = facts.value(fact);
    const QJsonValue right = other.isEmpty() ? value : facts.value(other);
    const auto order = left.isUndefined() || right.isUndefined() ? std::nullopt : compared(left, right);
    if (!order)
        return false;
    if (op == u"==")
        return *order == 0;
    if (op == u"!=")
        return *order != 0;
    if (op == u"<")
        return *order < 0;
    if (op == u"<=")
        return *order <= 0;
    return op == u">" ? *order > 0 : *order >= 0;
}

std::optional<std::vector<Rule>> readRules(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        return {};
    std::vector<Rule> all;
    for (const QJsonValue& value : document.array()) {
        auto rule = readRule(value.toObject());
        if (!rule)
            return {};
        all.push_back(std::move(*rule));
    }
    return all;
}

const std::vector<Rule>& rules()
{
    static const std::vector<Rule> all = [] {
        QFile file(u":/compatibility/rules.json"_s);
        return file.open(QIODevice::ReadOnly) ? readRules(file.readAll()).value_or(std::vector<Rule>())
                                              : std::vector<Rule>();
    }();
    return all;
}

std::vector<Finding> judge(const std::vector<Rule>& all, const QString& scope, const Facts& facts)
{
    std::vector<Finding> found;
    for (const Rule& rule : all) {
        const bool applies = rule.scope == scope && std::all_of(rule.when.begin(), rule.when.end(),
                                                                [&](const Condition& one) { return one.holds(facts); });
        if (!applies)
            continue;
        Finding finding;
        finding.severity = rule.severity;
        finding.code = rule.code;
        finding.room = u"compatibility"_s;
        for (auto at = rule.params.begin(); at != rule.params.end(); ++at)
            finding.params.insert(at.key(), facts.value(at.value().toString()));
        finding.params.insert(u"rule"_s, rule.id);
        finding.params.insert(u"source"_s, rule.source);
        found.push_back(std::move(finding));
    }
    return found;
}

} // namespace bascule::compatibility
