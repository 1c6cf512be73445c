// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Base.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QVariant>

#include <array>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace bascule {

/// Names of an enum's values, in order, as identifiers: they stand in the project file and in --json.
template <class E>
struct EnumNames;

template <class E>
QString enumName(E value)
{
    const auto index = static_cast<std::size_t>(value);
    const auto& names = EnumNames<E>::names;
    return QString::fromLatin1(names[index < names.size() ? index : 0]);
}

/// False when `name` is none of the enum's.
template <class E>
bool enumFrom(const QString& name, E& value)
{
    const auto& names = EnumNames<E>::names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1String(names[i])) {
            value = static_cast<E>(i);
            return true;
        }
    }
    return false;
}

/// One column of a value: the same name in SQL and in JSON.
template <class T, class M>
struct Field
{
    const char* name;
    M T::*member;
};
template <class T, class M>
Field(const char*, M T::*) -> Field<T, M>;

/// Which table a value lives in and which columns it has: specialised once per value, used by the store and by --json.
/// The first field is always "id".
template <class T>
struct Describe;

namespace columns {

template <class M>
QVariant toSql(const M& value)
{
    if constexpr (std::is_enum_v<M>)
        return enumName(value);
    else if constexpr (std::is_same_v<M, bool>)
        return value ? 1 : 0;
    else if constexpr (std::is_same_v<M, QDateTime>)
        return value.isValid() ? QVariant(value.toUTC().toString(Qt::ISODateWithMs)) : QVariant();
    else if constexpr (std::is_same_v<M, QJsonObject> || std::is_same_v<M, QJsonArray>)
        return QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact));
    else
        return QVariant::fromValue(value);
}

template <class M>
void fromSql(const QVariant& cell, M& value)
{
    if constexpr (std::is_enum_v<M>)
        enumFrom(cell.toString(), value);
    else if constexpr (std::is_same_v<M, bool>)
        value = cell.toInt() != 0;
    else if constexpr (std::is_same_v<M, QDateTime>)
        value = cell.isNull() ? QDateTime() : QDateTime::fromString(cell.toString(), Qt::ISODateWithMs).toUTC();
    else if constexpr (std::is_same_v<M, QJsonObject>)
        value = QJsonDocument::fromJson(cell.toString().toUtf8()).object();
    else if constexpr (std::is_same_v<M, QJsonArray>)
        value = QJsonDocument::fromJson(cell.toString().toUtf8()).array();
    else
        value = cell.value<M>();
}

template <class M>
QJsonValue toJson(const M& value)
{
    if constexpr (std::is_enum_v<M>)
        return enumName(value);
    else if constexpr (std::is_same_v<M, QDateTime>)
        return value.isValid() ? QJsonValue(value.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
    else if constexpr (std::is_same_v<M, QByteArray>)
        return displayPath(value);
    else
        return QJsonValue(value);
}

} // namespace columns

/// A value as a JSON object, every field under its name.
template <class T>
QJsonObject toJson(const T& value)
{
    QJsonObject object;
    std::apply(
        [&](const auto&... field) {
            (object.insert(QString::fromLatin1(field.name), columns::toJson(value.*(field.member))), ...);
        },
        Describe<T>::fields);
    return object;
}

} // namespace bascule
