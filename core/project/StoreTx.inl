// SPDX-License-Identifier: GPL-3.0-or-later
// Included by ProjectStore.h: SQL made from a value's columns (Describe.h). Names are ours, values are bound.
#pragma once

namespace bascule {

namespace store {

Error writeFailed(const QSqlQuery& query);
Error rowMissing(const char* table, Id id);
QString quote(const char* name);

/// "id","name",… of a table.
template <class T>
QString columnList()
{
    QStringList names;
    std::apply([&](const auto&... field) { (names.append(quote(field.name)), ...); }, Describe<T>::fields);
    return names.join(u',');
}

template <class T>
T readRow(const QSqlQuery& query)
{
    T value;
    int column = 0;
    std::apply([&](const auto&... field) { (columns::fromSql(query.value(column++), value.*(field.member)), ...); },
               Describe<T>::fields);
    return value;
}

} // namespace store

template <class T>
Result<Id> StoreTx::insert(T& value)
{
    const QStringList marks(qsizetype(std::tuple_size_v<std::decay_t<decltype(Describe<T>::fields)>>),
                            QStringLiteral("?"));
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                      .arg(store::quote(Describe<T>::table), store::columnList<T>(), marks.join(u',')));
    std::apply([&](const auto&... field) { (query.addBindValue(columns::toSql(value.*(field.member))), ...); },
               Describe<T>::fields);
    if (value.id == 0)
        query.bindValue(0, QVariant(QMetaType::fromType<qint64>()));
    if (auto done = exec(query); !done)
        return done.error();
    value.id = query.lastInsertId().toLongLong();
    return value.id;
}

template <class T>
Result<void> StoreTx::update(const T& value)
{
    QStringList sets;
    std::apply([&](const auto&... field) { (sets.append(store::quote(field.name) + QStringLiteral("=?")), ...); },
               Describe<T>::fields);
    QSqlQuery query(m_database);
    query.prepare(
        QStringLiteral("UPDATE %1 SET %2 WHERE \"id\"=?").arg(store::quote(Describe<T>::table), sets.join(u',')));
    std::apply([&](const auto&... field) { (query.addBindValue(columns::toSql(value.*(field.member))), ...); },
               Describe<T>::fields);
    query.addBindValue(value.id);
    if (auto done = exec(query); !done)
        return done.error();
    if (query.numRowsAffected() != 1)
        return store::rowMissing(Describe<T>::table, value.id);
    return {};
}

template <class T>
Result<void> StoreTx::erase(Id id)
{
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("DELETE FROM %1 WHERE \"id\"=?").arg(store::quote(Describe<T>::table)));
    query.addBindValue(id);
    return exec(query);
}

template <class T>
Result<std::vector<T>> StoreTx::all()
{
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT %1 FROM %2 ORDER BY \"id\"")
                      .arg(store::columnList<T>(), store::quote(Describe<T>::table)));
    if (auto done = exec(query); !done)
        return done.error();
    std::vector<T> rows;
    while (query.next())
        rows.push_back(store::readRow<T>(query));
    return rows;
}

template <class T>
Result<T> StoreTx::get(Id id)
{
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT %1 FROM %2 WHERE \"id\"=?")
                      .arg(store::columnList<T>(), store::quote(Describe<T>::table)));
    query.addBindValue(id);
    if (auto done = exec(query); !done)
        return done.error();
    if (!query.next())
        return store::rowMissing(Describe<T>::table, id);
    return store::readRow<T>(query);
}

} // namespace bascule
