// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/StoreWorker.h"

#include "core/project/Schema.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <cerrno>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

template <class T>
Result<std::vector<T>> load(QSqlDatabase& database, const QString& tail = u"ORDER BY \"id\""_s)
{
    QSqlQuery query(database);
    if (!query.exec(u"SELECT %1 FROM %2 %3"_s.arg(store::columnList<T>(), store::quote(Describe<T>::table), tail)))
        return store::writeFailed(query);
    std::vector<T> rows;
    while (query.next())
        rows.push_back(store::readRow<T>(query));
    if (query.lastError().isValid())
        return store::writeFailed(query);
    return rows;
}

/// Loads a table into the snapshot; remembers the first error.
template <class T>
void into(QSqlDatabase& database, std::vector<T>& rows, std::optional<Error>& error,
          const QString& tail = u"ORDER BY \"id\""_s)
{
    if (error)
        return;
    auto loaded = load<T>(database, tail);
    if (loaded)
        rows = std::move(loaded).value();
    else
        error = loaded.error();
}

Result<void> run(QSqlDatabase& database, const QString& sql)
{
    QSqlQuery query(database);
    if (store::faultNow() || !query.exec(sql))
        return store::writeFailed(query);
    return {};
}

Result<qint64> number(QSqlDatabase& database, const QString& sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql) || !query.next())
        return store::writeFailed(query);
    return query.value(0).toLongLong();
}

} // namespace

StoreWorker::StoreWorker(QString path, OpenMode openMode, const Clock& storeClock)
    : file(std::move(path))
    , mode(openMode)
    , clock(storeClock)
    , m_connection(u"bascule-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

StoreWorker::~StoreWorker()
{
    {
        std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Result<void> StoreWorker::start(const Project* fresh)
{
    // Shared: set_value() may still be busy with the promise when get() has already returned.
    auto opened = std::make_shared<std::promise<Result<void>>>();
    auto result = opened->get_future();
    m_thread = std::thread([this, fresh, opened] { loop(fresh, *opened); });
    return result.get();
}

void StoreWorker::loop(const Project* fresh, std::promise<Result<void>>& opened)
{
    auto result = openDatabase(fresh);
    if (!result && result.error().subject.empty()) {
        Error named = result.error();
        named.subject = bytes(file);
        result = named;
    }
    const bool usable = result.ok();
    opened.set_value(std::move(result));
    while (usable) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            const bool woken =
                m_wake.wait_for(lock, std::chrono::seconds(1), [this] { return m_quit || !m_tasks.empty(); });
            if (!woken) {
                lock.unlock();
                lookForOthers();
                continue;
            }
            // What was asked for before the end is still written.
            if (m_tasks.empty())
                break;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        const Result<void> done = apply(task.change);
        if (task.done)
            task.done(done);
    }
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> StoreWorker::openDatabase(const Project* fresh)
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(file);
    QString options = u"QSQLITE_BUSY_TIMEOUT=20000"_s;
    if (mode == OpenMode::ReadOnly)
        options += u";QSQLITE_OPEN_READONLY"_s;
    m_database.setConnectOptions(options);
    if (!m_database.open())
        return makeError("project.cannot-open", file, {}, m_database.lastError().text());
    if (auto ready = prepare(fresh != nullptr); !ready) {
        // A manager's read-only share cannot hold the WAL's side files: then the file itself is all there is to read.
        if (mode != OpenMode::ReadOnly || ready.error().code != "store.write-failed")
            return ready;
        m_database.close();
        m_database.setDatabaseName(u"file:"_s + QString::fromLatin1(QUrl::toPercentEncoding(file, "/")) +
                                   u"?immutable=1"_s);
        m_database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
        if (!m_database.open())
            return makeError("project.cannot-open", file, {}, m_database.lastError().text());
        if (auto again = prepare(false); !again)
            return again.error().code == "store.write-failed" ? makeError("project.cannot-open", file) : again;
    }
    if (fresh) {
        const Project project = *fresh;
        auto made = apply([&project](StoreTx& tx) -> Result<void> {
            Project first = project;
            first.id = 1;
            if (!first.createdAt.isValid())
                first.createdAt = tx.now();
            if (auto row = tx.insert(first); !row)
                return row.error();
            auto line = tx.append(u"project"_s, evidence::ProjectMade, first.name, {});
            return line ? Result<void>() : Result<void>(line.error());
        });
        if (!made)
            return made;
    }
    return reload();
}

Result<void> StoreWorker::prepare(bool fresh)
{
    for (const QString& pragma : {u"PRAGMA foreign_keys=ON"_s, u"PRAGMA trusted_schema=OFF"_s}) {
        if (auto done = run(m_database, pragma); !done)
            return done;
    }
    auto version = number(m_database, u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    if (*version > schema::current()) {
        return makeError("project.newer", file,
                         {{"schema", std::int64_t{*version}}, {"known", std::int64_t{schema::current()}}});
    }
    if (!fresh) {
        QSqlQuery check(m_database);
        if (!check.exec(u"PRAGMA quick_check(1)"_s) || !check.next())
            return store::writeFailed(check);
        if (check.value(0).toString() != "ok"_L1)
            return makeError("project.damaged", file, {}, check.value(0).toString());
    }
    if (mode == OpenMode::ReadOnly)
        return *version < schema::current() ? makeError("project.older-read-only", file) : Result<void>();
    // WAL with NORMAL lost all of 50 commits at a power cut, with FULL none.
    for (const QString& pragma : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s}) {
        if (auto done = run(m_database, pragma); !done)
            return done;
    }
    return migrate(int(*version));
}

Result<void> StoreWorker::migrate(int from)
{
    if (from == schema::current())
        return {};
    if (from > 0) {
        const QString copy = file + u".before-schema-%1"_s.arg(schema::current());
        QFile::remove(copy);
        QSqlQuery backup(m_database);
        backup.prepare(u"VACUUM INTO ?"_s);
        backup.addBindValue(copy);
        if (!backup.exec())
            return makeError("project.backup-failed", copy, {}, backup.lastError().text());
    }
    for (const schema::Migration& migration : schema::migrations()) {
        if (migration.version <= from)
            continue;
        QStringList steps = schema::statements(migration.sql);
        steps.prepend(u"BEGIN IMMEDIATE"_s);
        steps.append(u"PRAGMA application_id=%1"_s.arg(schema::applicationId));
        steps.append(u"PRAGMA user_version=%1"_s.arg(migration.version));
        steps.append(u"COMMIT"_s);
        for (const QString& sql : steps) {
            if (auto done = run(m_database, sql); !done) {
                QSqlQuery(m_database).exec(u"ROLLBACK"_s);
                return makeError("project.migration-failed", file, {{"schema", std::int64_t{migration.version}}},
                                 QString::fromStdString(done.error().detail));
            }
        }
    }
    return {};
}

Result<void> StoreWorker::apply(const ProjectStore::Write& change)
{
    if (mode == OpenMode::ReadOnly)
        return makeError("store.read-only", file);
    if (auto begun = run(m_database, u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    StoreTx tx(m_database, clock);
    Result<void> done = change(tx);
    if (done)
        done = run(m_database, u"COMMIT"_s);
    if (!done) {
        QSqlQuery(m_database).exec(u"ROLLBACK"_s);
        return done;
    }
    return reload();
}

Result<void> StoreWorker::reload()
{
    auto fresh = std::make_shared<Snapshot>();
    std::optional<Error> error;
    // One read transaction: all tables at one moment.
    QSqlQuery(m_database).exec(u"BEGIN"_s);
    std::vector<Project> projects;
    into(m_database, projects, error);
    into(m_database, fresh->persons, error);
    into(m_database, fresh->servers, error);
    into(m_database, fresh->assets, error);
    into(m_database, fresh->findings, error);
    into(m_database, fresh->dependencies, error);
    into(m_database, fresh->backups, error);
    into(m_database, fresh->scenarios, error);
    into(m_database, fresh->drifts, error);
    into(m_database, fresh->runs, error);
    into(m_database, fresh->runSteps, error);
    into(m_database, fresh->windows, error);
    into(m_database, fresh->criticalPeriods, error, u"ORDER BY \"from\""_s);
    into(m_database, fresh->approvals, error);
    into(m_database, fresh->waivers, error);
    into(m_database, fresh->messages, error);
    into(m_database, fresh->contacts, error, u"ORDER BY \"place\", \"id\""_s);
    into(m_database, fresh->checks, error);
    into(m_database, fresh->checkResults, error,
         u"WHERE \"id\" > (SELECT COALESCE(MAX(\"id\"), 0) - 5000 FROM \"check_result\") ORDER BY \"id\""_s);
    into(m_database, fresh->incidents, error);
    into(m_database, fresh->evidence, error);
    QSqlQuery head(m_database);
    const bool headRead = head.exec(u"SELECT \"count\", \"hash\" FROM \"ledger_head\""_s) && head.next();
    const qint64 headCount = headRead ? head.value(0).toLongLong() : -1;
    const QString headHash = headRead ? head.value(1).toString() : QString();
    head.finish();
    QSqlQuery(m_database).exec(u"COMMIT"_s);
    if (error)
        return *error;
    if (projects.size() != 1)
        return makeError("project.damaged", file);
    fresh->project = projects.front();
    fresh->ledger = verifyLedger(fresh->evidence, headHash, headCount);
    fresh->file = file;
    fresh->readOnly = mode == OpenMode::ReadOnly;
    fresh->revision = ++m_revision;
    m_dataVersion = dataVersion();
    std::function<void(SnapshotPtr)> listener;
    {
        std::lock_guard lock(m_mutex);
        m_snapshot = fresh;
        listener = m_listener;
    }
    if (listener)
        listener(fresh);
    return {};
}

qint64 StoreWorker::dataVersion()
{
    return number(m_database, u"PRAGMA data_version"_s).valueOr(-1);
}

void StoreWorker::lookForOthers()
{
    // data_version moves when another connection commits, never by our own writes.
    const qint64 version = dataVersion();
    if (version >= 0 && version != m_dataVersion)
        (void)reload();
}

void StoreWorker::enqueue(ProjectStore::Write change, std::function<void(const Result<void>&)> done)
{
    {
        std::lock_guard lock(m_mutex);
        m_tasks.push_back({std::move(change), std::move(done)});
    }
    m_wake.notify_one();
}

SnapshotPtr StoreWorker::snapshot() const
{
    std::lock_guard lock(m_mutex);
    return m_snapshot;
}

void StoreWorker::onChanged(std::function<void(SnapshotPtr)> listener)
{
    std::lock_guard lock(m_mutex);
    m_listener = std::move(listener);
}

} // namespace bascule
