// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/Schema.h"

namespace bascule::schema {

namespace {

// The first schema. Never edited once released: a change is a new migration below.
constexpr const char* first = R"sql(
CREATE TABLE "project" (
    "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
    "name" TEXT,
    "language" TEXT,
    "createdAt" TEXT,
    "switchLink" BLOB,
    "rtoMinutes" INTEGER,
    "evidenceDays" INTEGER,
    "rehearsalDays" INTEGER,
    "rollbackDays" INTEGER,
    "availabilityTarget" REAL,
    "observationHours" INTEGER,
    "rollbackScenario" TEXT,
    "state" TEXT,
    "cutoverAt" TEXT,
    "lastPage" TEXT);
CREATE TABLE "person" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "name" TEXT,
    "role" TEXT,
    "contact" TEXT);
CREATE TABLE "server" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "name" TEXT,
    "role" TEXT,
    "kind" TEXT,
    "root" BLOB,
    "inventoriedAt" TEXT);
CREATE TABLE "asset" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "server" INTEGER NOT NULL REFERENCES "server"("id") ON DELETE CASCADE,
    "kind" TEXT,
    "name" TEXT,
    "path" BLOB,
    "version" TEXT,
    "bytes" INTEGER,
    "files" INTEGER,
    "lastWrite" TEXT,
    "critical" INTEGER,
    "owner" TEXT,
    "migrate" INTEGER,
    "destination" BLOB,
    "rtoMinutes" INTEGER,
    "seenAt" TEXT,
    "gone" INTEGER,
    "key" TEXT);
CREATE TABLE "finding" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "server" INTEGER,
    "asset" INTEGER,
    "kind" TEXT,
    "severity" TEXT,
    "room" TEXT,
    "code" TEXT,
    "subject" TEXT,
    "params" TEXT,
    "state" TEXT,
    "by" TEXT,
    "why" TEXT,
    "key" TEXT);
CREATE TABLE "dependency" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "from" INTEGER,
    "to" INTEGER,
    "toName" TEXT,
    "kind" TEXT,
    "confidence" INTEGER,
    "state" TEXT,
    "by" TEXT,
    "why" TEXT,
    "evidence" TEXT,
    "dormant" INTEGER,
    "key" TEXT);
CREATE TABLE "backup" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "asset" INTEGER NOT NULL REFERENCES "asset"("id") ON DELETE CASCADE,
    "server" INTEGER,
    "path" BLOB,
    "kind" TEXT,
    "madeAt" TEXT,
    "bytes" INTEGER,
    "read" TEXT,
    "readAt" TEXT,
    "readMs" INTEGER,
    "entries" INTEGER,
    "hash" TEXT,
    "restore" TEXT,
    "restoredAt" TEXT,
    "restoreMs" INTEGER,
    "comparison" TEXT,
    "problems" TEXT,
    "steps" TEXT,
    "readEvidence" INTEGER,
    "restoreEvidence" INTEGER);
CREATE TABLE "scenario" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "name" TEXT,
    "kind" TEXT,
    "required" INTEGER,
    "probe" TEXT,
    "params" TEXT,
    "state" TEXT,
    "ranAt" TEXT,
    "tookMs" INTEGER,
    "outcome" TEXT,
    "run" INTEGER,
    "evidence" INTEGER);
CREATE TABLE "drift" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "asset" INTEGER,
    "code" TEXT,
    "subject" TEXT,
    "params" TEXT,
    "state" TEXT,
    "by" TEXT,
    "why" TEXT,
    "key" TEXT);
CREATE TABLE "run" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT,
    "state" TEXT,
    "runbookHash" TEXT,
    "startedAt" TEXT,
    "endedAt" TEXT,
    "facts" TEXT,
    "error" TEXT,
    "evidence" INTEGER);
CREATE TABLE "run_step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "run" INTEGER NOT NULL REFERENCES "run"("id") ON DELETE CASCADE,
    "number" INTEGER,
    "code" TEXT,
    "subject" TEXT,
    "params" TEXT,
    "state" TEXT,
    "startedAt" TEXT,
    "endedAt" TEXT,
    "plannedMs" INTEGER,
    "proof" TEXT,
    "error" TEXT);
CREATE TABLE "window" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "start" TEXT,
    "minutes" INTEGER,
    "state" TEXT);
CREATE TABLE "critical_period" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "from" TEXT,
    "to" TEXT,
    "why" TEXT);
CREATE TABLE "approval" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "step" TEXT,
    "person" TEXT,
    "role" TEXT,
    "at" TEXT,
    "subject" TEXT,
    "evidence" INTEGER);
CREATE TABLE "waiver" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "step" TEXT,
    "person" TEXT,
    "why" TEXT,
    "at" TEXT,
    "evidence" INTEGER);
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "moment" TEXT,
    "text" TEXT,
    "ready" INTEGER);
CREATE TABLE "contact" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "place" INTEGER,
    "name" TEXT,
    "phone" TEXT);
CREATE TABLE "check" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "asset" INTEGER,
    "name" TEXT,
    "kind" TEXT,
    "params" TEXT,
    "everySeconds" INTEGER,
    "enabled" INTEGER,
    "state" TEXT,
    "ranAt" TEXT,
    "baseline" TEXT,
    "baselineEvidence" INTEGER);
CREATE TABLE "check_result" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "check" INTEGER NOT NULL REFERENCES "check"("id") ON DELETE CASCADE,
    "at" TEXT,
    "state" TEXT,
    "ms" REAL,
    "outcome" TEXT,
    "baseline" INTEGER);
CREATE TABLE "incident" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "check" INTEGER NOT NULL REFERENCES "check"("id") ON DELETE CASCADE,
    "openedAt" TEXT,
    "closedAt" TEXT,
    "code" TEXT,
    "params" TEXT,
    "by" TEXT,
    "why" TEXT);
CREATE TABLE "evidence" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "at" TEXT,
    "who" TEXT,
    "step" TEXT,
    "kind" TEXT,
    "subject" TEXT,
    "data" TEXT,
    "prev" TEXT,
    "hash" TEXT);
CREATE UNIQUE INDEX "evidence_hash" ON "evidence"("hash");
CREATE TRIGGER "evidence_no_update" BEFORE UPDATE ON "evidence" BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER "evidence_no_delete" BEFORE DELETE ON "evidence" BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TABLE "ledger_head" ("id" INTEGER PRIMARY KEY CHECK ("id" = 1), "count" INTEGER NOT NULL, "hash" TEXT NOT NULL);
INSERT INTO "ledger_head" VALUES (1, 0, '');
CREATE INDEX "run_step_run" ON "run_step"("run");
CREATE INDEX "check_result_check" ON "check_result"("check", "at");
CREATE UNIQUE INDEX "server_name" ON "server"("name");
CREATE UNIQUE INDEX "person_name" ON "person"("name");
)sql";

// Servers that are other machines.
constexpr const char* overSsh = R"sql(
ALTER TABLE "server" ADD COLUMN "address" TEXT;
ALTER TABLE "server" ADD COLUMN "sudo" INTEGER;
)sql";

// How fast transfers go, and whose what arrives is.
constexpr const char* transfers = R"sql(
ALTER TABLE "project" ADD COLUMN "copyRate" INTEGER;
ALTER TABLE "project" ADD COLUMN "copyPolite" INTEGER;
ALTER TABLE "project" ADD COLUMN "ownersByName" INTEGER;
)sql";

// Owners may also be let go where they cannot be given.
constexpr const char* owners = R"sql(
ALTER TABLE "project" ADD COLUMN "owners" TEXT;
UPDATE "project" SET "owners" = CASE "ownersByName" WHEN 1 THEN 'names' ELSE 'ids' END;
ALTER TABLE "project" DROP COLUMN "ownersByName";
)sql";

} // namespace

std::vector<Migration>& migrationsForTest()
{
    static std::vector<Migration> all{{1, first}, {2, overSsh}, {3, transfers}, {4, owners}};
    return all;
}

const std::vector<Migration>& migrations()
{
    return migrationsForTest();
}

int current()
{
    return migrations().back().version;
}

QStringList statements(const char* sql)
{
    // Triggers hold semicolons of their own: a statement ends at a semicolon that ends its line.
    QStringList list;
    QString statement;
    for (const QString& line : QString::fromUtf8(sql).split(u'\n')) {
        statement += line + u'\n';
        if (line.endsWith(u';')) {
            list.append(statement.trimmed());
            statement.clear();
        }
    }
    return list;
}

} // namespace bascule::schema
