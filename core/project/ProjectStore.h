// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/project/Snapshot.h"

#include <QObject>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <memory>

namespace bascule {

/// One write to the project file: a transaction on the writer thread. Lives only during ProjectStore::write().
/// Every member fails with "store.write-failed" (detail: SQLite's words) and the whole transaction is then rolled back.
class StoreTx
{
public:
    /// Sets value.id.
    template <class T>
    Result<Id> insert(T& value);
    /// By value.id; "store.row-missing" when there is none.
    template <class T>
    Result<void> update(const T& value);
    template <class T>
    Result<void> erase(Id id);
    template <class T>
    Result<std::vector<T>> all();
    /// The value with that id; "store.row-missing" when there is none.
    template <class T>
    Result<T> get(Id id);

    /// Appends to the ledger, chained to the line before. Returns its id.
    Result<Id> append(const QString& step, const char* kind, const QString& subject, const QJsonObject& data,
                      const QString& who = QStringLiteral("bascule"));

    /// Now, by the store's clock.
    QDateTime now() const;

private:
    friend class StoreWorker;
    StoreTx(QSqlDatabase database, const Clock& clock)
        : m_database(std::move(database))
        , m_clock(clock)
    {
    }
    Result<void> exec(QSqlQuery& query);

    QSqlDatabase m_database;
    const Clock& m_clock;
};

enum class OpenMode { ReadWrite, ReadOnly };

class StoreWorker;

/// A project file (`.bascule`): one SQLite database with application_id, user_version, WAL and synchronous=FULL.
/// One writer thread owns the connection. Thread-safe: write() may be called from any thread but the GUI thread
/// (it blocks), writeLater() and snapshot() from any. `changed` is emitted on the writer thread after each commit, also
/// of another process (looked for once a second): connect with a context object.
class ProjectStore : public QObject
{
    Q_OBJECT
public:
    using Write = std::function<Result<void>(StoreTx&)>;

    /// Makes a new file; never replaces one. Errors: "project.exists", "project.folder-missing", "path.denied", …
    /// `clock` must outlive the store.
    static Result<std::shared_ptr<ProjectStore>> create(const QString& file, Project project, const Clock& clock);
    /// Opens one; older schemas are migrated, each step in a transaction, after a backup copy beside the file.
    /// Errors: "project.missing", "project.not-a-project", "project.damaged", "project.newer" (params schema, known),
    /// "path.denied". Nothing is changed by a failed open. ReadOnly never writes and migrates nothing
    /// ("project.older-read-only").
    static Result<std::shared_ptr<ProjectStore>> open(const QString& file, OpenMode mode, const Clock& clock);
    ~ProjectStore() override;

    /// Runs `change` in one transaction on the writer thread and waits; all or nothing. "store.read-only" when
    /// read-only.
    Result<void> write(Write change);
    /// The same without waiting; `done` is called on the writer thread.
    void writeLater(Write change, std::function<void(const Result<void>&)> done = {});
    /// The newest state; cheap.
    SnapshotPtr snapshot() const;
    QString file() const;
    bool readOnly() const;
    const Clock& clock() const;

    /// Schema version this program writes.
    static int schemaVersion();
    /// For fault tests: the n-th statement executed from now on fails as if the disk were full (0: off).
    static void failStatement(qint64 n);

signals:
    void changed(bascule::SnapshotPtr snapshot);

private:
    explicit ProjectStore(std::unique_ptr<StoreWorker> worker);
    std::unique_ptr<StoreWorker> m_worker;
};

} // namespace bascule

Q_DECLARE_METATYPE(bascule::SnapshotPtr)

#include "core/project/StoreTx.inl"
