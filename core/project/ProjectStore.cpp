// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/ProjectStore.h"

#include "core/project/Schema.h"
#include "core/project/StoreWorker.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;

namespace store {

namespace {
std::atomic<qint64> faultCountdown{0};
}

bool faultNow()
{
    if (faultCountdown.load(std::memory_order_relaxed) <= 0)
        return false;
    return faultCountdown.fetch_sub(1) == 1;
}

Error writeFailed(const QSqlQuery& query)
{
    // SQLITE_CORRUPT and SQLITE_NOTADB: the file itself is broken, whatever was being done with it.
    const int code = query.lastError().nativeErrorCode().toInt() & 0xff;
    return makeError(code == 11 || code == 26 ? "project.damaged" : "store.write-failed", {}, {},
                     query.lastError().text());
}

Error rowMissing(const char* table, Id id)
{
    return makeError("store.row-missing", QString::fromLatin1(table), {{"id", std::int64_t{id}}});
}

QString quote(const char* name)
{
    return u'"' + QString::fromLatin1(name).replace(u'"', "\"\""_L1) + u'"';
}

Result<void> checkHeader(const QString& file)
{
    QFile header(file);
    const QFileInfo info(file);
    if (!info.exists())
        return makeError("project.missing", file);
    if (!info.isFile())
        return makeError("project.not-a-project", file);
    if (!header.open(QIODevice::ReadOnly))
        return makeError("path.denied", file, {}, header.errorString());
    const QByteArray start = header.read(100);
    if (start.size() < 100 || !start.startsWith(QByteArrayLiteral("SQLite format 3\0")))
        return makeError("project.not-a-project", file);
    quint32 id = 0;
    for (int i = 68; i < 72; ++i)
        id = (id << 8) | static_cast<unsigned char>(start[i]);
    return id == schema::applicationId ? Result<void>() : makeError("project.not-a-project", file);
}

} // namespace store

Result<void> StoreTx::exec(QSqlQuery& query)
{
    if (store::faultNow())
        return makeError("store.write-failed", {}, {}, u"fault injected"_s);
    return query.exec() ? Result<void>() : store::writeFailed(query);
}

QDateTime StoreTx::now() const
{
    return m_clock.now().toUTC();
}

Result<Id> StoreTx::append(const QString& step, const char* kind, const QString& subject, const QJsonObject& data,
                           const QString& who)
{
    QSqlQuery head(m_database);
    head.prepare(u"SELECT \"count\", \"hash\" FROM \"ledger_head\""_s);
    if (auto done = exec(head); !done)
        return done.error();
    if (!head.next())
        return makeError("store.write-failed", u"ledger_head"_s);
    Evidence entry;
    entry.id = head.value(0).toLongLong() + 1;
    entry.prev = head.value(1).toString();
    entry.at = now();
    entry.who = who;
    entry.step = step;
    entry.kind = QString::fromLatin1(kind);
    entry.subject = subject;
    entry.data = data;
    entry.hash = ledgerHash(entry);
    head.finish();
    if (auto row = insert(entry); !row)
        return row;
    QSqlQuery moved(m_database);
    moved.prepare(u"UPDATE \"ledger_head\" SET \"count\"=?, \"hash\"=?"_s);
    moved.addBindValue(entry.id);
    moved.addBindValue(entry.hash);
    if (auto done = exec(moved); !done)
        return done.error();
    return entry.id;
}

ProjectStore::ProjectStore(std::unique_ptr<StoreWorker> worker)
    : m_worker(std::move(worker))
{
    static const int registered = qRegisterMetaType<bascule::SnapshotPtr>("bascule::SnapshotPtr");
    Q_UNUSED(registered)
    m_worker->onChanged([this](SnapshotPtr snapshot) { emit changed(std::move(snapshot)); });
}

ProjectStore::~ProjectStore()
{
    m_worker->onChanged({});
    m_worker.reset();
}

Result<std::shared_ptr<ProjectStore>> ProjectStore::create(const QString& file, Project project, const Clock& clock)
{
    const QFileInfo info(file);
    if (info.exists() || info.isSymLink())
        return makeError("project.exists", file);
    if (!QFileInfo(info.absolutePath()).isDir())
        return makeError("project.folder-missing", info.absolutePath());
    // Made whole under another name, then linked: the name appears with a complete project or not at all.
    const QString stage =
        info.absolutePath() + u"/.bascule-new-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QByteArray stageBytes = QFile::encodeName(stage);
    const int fd = ::open(stageBytes.constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0)
        return systemError(errno, info.absolutePath().toStdString(), "open", Severity::Fatal);
    ::close(fd);
    Result<void> made;
    {
        StoreWorker worker(stage, OpenMode::ReadWrite, clock);
        made = worker.start(&project);
    }
    if (made && ::link(stageBytes.constData(), QFile::encodeName(file).constData()) != 0)
        made = errno == EEXIST ? Result<void>(makeError("project.exists", file))
                               : Result<void>(systemError(errno, file.toStdString(), "link", Severity::Fatal));
    for (const QString& suffix : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::remove(stage + suffix);
    if (!made)
        return made.error();
    const int folder = ::open(QFile::encodeName(info.absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return open(file, OpenMode::ReadWrite, clock);
}

Result<std::shared_ptr<ProjectStore>> ProjectStore::open(const QString& file, OpenMode mode, const Clock& clock)
{
    if (auto header = store::checkHeader(file); !header)
        return header.error();
    auto worker = std::make_unique<StoreWorker>(file, mode, clock);
    if (auto started = worker->start(nullptr); !started)
        return started.error();
    return std::shared_ptr<ProjectStore>(new ProjectStore(std::move(worker)));
}

Result<void> ProjectStore::write(Write change)
{
    Q_ASSERT(!m_worker->onThisThread());
    auto promise = std::make_shared<std::promise<Result<void>>>();
    auto future = promise->get_future();
    m_worker->enqueue(std::move(change), [promise](const Result<void>& done) { promise->set_value(done); });
    return future.get();
}

void ProjectStore::writeLater(Write change, std::function<void(const Result<void>&)> done)
{
    m_worker->enqueue(std::move(change), std::move(done));
}

SnapshotPtr ProjectStore::snapshot() const
{
    return m_worker->snapshot();
}

QString ProjectStore::file() const
{
    return m_worker->file;
}

bool ProjectStore::readOnly() const
{
    return m_worker->mode == OpenMode::ReadOnly;
}

const Clock& ProjectStore::clock() const
{
    return m_worker->clock;
}

int ProjectStore::schemaVersion()
{
    return schema::current();
}

void ProjectStore::failStatement(qint64 n)
{
    store::faultCountdown = n;
}

} // namespace bascule
