// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace bascule::schema {

/// "BASC": says in the file's header whose it is.
inline constexpr quint32 applicationId = 0x42415343;

/// What brings a file from version-1 to version. Run whole in one transaction.
struct Migration
{
    int version;
    const char* sql;
};

const std::vector<Migration>& migrations();
/// The same list, so that a test can add a migration of its own and take it away again. Not thread-safe.
std::vector<Migration>& migrationsForTest();
int current();
/// The statements of a migration, one by one.
QStringList statements(const char* sql);

} // namespace bascule::schema
