// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small old server with everything a migration meets, a new and a test server, the link between them and users, and
// a project that knows them. Real files, a real SQLite database. Shared by the tests of runbook, rehearsal and cutover.
#include "core/jobs/Job.h"
#include "core/project/ProjectStore.h"

#include <QDir>
#include <QFile>

#include <filesystem>
#include <fstream>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule::fixture {

using namespace Qt::StringLiterals;

inline void write(const std::string& path, const std::string& text)
{
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

inline std::string read(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline bool there(const std::string& path)
{
    struct stat info;
    return ::lstat(path.c_str(), &info) == 0;
}

inline std::string linkText(const std::string& path)
{
    char text[4096];
    const ssize_t length = ::readlink(path.c_str(), text, sizeof text);
    return length < 0 ? std::string() : std::string(text, std::size_t(length));
}

/// Runs SQL on a database; aborts the test program when it cannot.
inline void sql(const std::string& path, const char* text)
{
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    sqlite3* db = nullptr;
    if (sqlite3_open(path.c_str(), &db) != SQLITE_OK || sqlite3_exec(db, text, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s: %s", path.c_str(), sqlite3_errmsg(db));
    sqlite3_close(db);
}

inline int number(const std::string& path, const char* query)
{
    sqlite3* db = nullptr;
    sqlite3_stmt* statement = nullptr;
    int value = -1;
    if (sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK &&
        sqlite3_prepare_v2(db, query, -1, &statement, nullptr) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
        value = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return value;
}

/// A folder that vanishes with the value, whatever the names in it are (QTemporaryDir cannot remove those that are no
/// text).
class Folder
{
public:
    /// `fast`: in memory where there is such a place; for sweeps, which kill processes and not machines.
    explicit Folder(bool fast = false)
        : m_path((fast && ::access("/dev/shm", W_OK) == 0 ? std::string("/dev/shm") : QDir::tempPath().toStdString()) +
                 "/bascule-move-XXXXXX")
    {
        if (!::mkdtemp(m_path.data()))
            qFatal("%s", m_path.c_str());
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

/// Where everything lies below one folder.
struct Places
{
    std::string root;
    std::string oldServer() const { return root + "/old-server"; }
    std::string newServer() const { return root + "/new-server"; }
    std::string testServer() const { return root + "/lab/test-server"; }
    std::string link() const { return root + "/serving"; }
    std::string database(const std::string& server) const { return server + "/var/lib/shop/shop.db"; }
    QString project() const { return QString::fromStdString(root + "/move.bascule"); }
};

inline void makeTrees(const Places& at)
{
    const std::string old = at.oldServer();
    for (int i = 0; i < 40; ++i)
        write(old + "/srv/shares/compta/2026/facture-" + std::to_string(i) + ".txt",
              std::string(std::size_t(i) * 97, 'x'));
    write(old + "/srv/shares/rh/contrat é\xff\n.txt", "bytes that are no text\n");
    write(old + "/srv/shares/rh/secret.txt", "secret\n");
    ::chmod((old + "/srv/shares/rh/secret.txt").c_str(), 0600);
    ::link((old + "/srv/shares/rh/secret.txt").c_str(), (old + "/srv/shares/compta/twin.txt").c_str());
    ::symlink("../rh", (old + "/srv/shares/compta/to-rh").c_str());
    write(old + "/srv/archive/old.bin", std::string(5000, 'a'));
    write(old + "/opt/shop/shop.conf", "database=/var/lib/shop/shop.db\n");
    sql(at.database(old), "PRAGMA journal_mode=WAL;"
                          "CREATE TABLE orders (id INTEGER PRIMARY KEY, words TEXT);"
                          "CREATE TABLE log (what TEXT);"
                          "CREATE TRIGGER noted AFTER INSERT ON orders BEGIN INSERT INTO log VALUES ('order'); END;"
                          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<200)"
                          "INSERT INTO orders SELECT i, 'order ' || i FROM n;");
    std::filesystem::create_directories(at.newServer());
    std::filesystem::create_directories(at.testServer());
    ::symlink(old.c_str(), at.link().c_str());
}

inline Asset asset(Id server, AssetKind kind, const char* name, const char* path, bool migrate = true)
{
    Asset made;
    made.server = server;
    made.kind = kind;
    made.name = QString::fromUtf8(name);
    made.path = path;
    made.files = 10;
    made.bytes = 10'000;
    made.migrate = migrate;
    made.key = enumName(kind) + u':' + QString::fromUtf8(path);
    return made;
}

/// The project, as after an inventory.
inline std::shared_ptr<ProjectStore> makeProject(const Places& at, const Clock& clock)
{
    Project project;
    project.name = u"Move"_s;
    project.switchLink = Path::fromStdString(at.link());
    auto store = ProjectStore::create(at.project(), project, clock);
    if (!store)
        qFatal("%s", store.error().code.c_str());
    auto filled = store.value()->write([&](StoreTx& tx) -> Result<void> {
        const auto add = [&](auto value) { return tx.insert(value); };
        Server source{0,       u"vega"_s, ServerRole::Source, ServerKind::Local, Path::fromStdString(at.oldServer()),
                      tx.now()};
        Server target{0, u"altair"_s, ServerRole::Target, ServerKind::Local, Path::fromStdString(at.newServer()), {}};
        Server test{0, u"lab"_s, ServerRole::Test, ServerKind::Local, Path::fromStdString(at.testServer()), {}};
        auto id = tx.insert(source);
        if (!id)
            return id.error();
        const std::vector<Result<Id>> done{
            add(target),
            add(test),
            add(asset(*id, AssetKind::Files, "/", "")),
            add(asset(*id, AssetKind::Share, "compta", "srv/shares/compta")),
            add(asset(*id, AssetKind::Share, "rh", "srv/shares/rh")),
            add(asset(*id, AssetKind::Files, "archive", "srv/archive", false)),
            add(asset(*id, AssetKind::Application, "shop", "opt/shop")),
            add(asset(*id, AssetKind::Database, "shop.db", "var/lib/shop/shop.db")),
        };
        for (const Result<Id>& one : done) {
            if (!one)
                return one.error();
        }
        return {};
    });
    if (!filled)
        qFatal("%s %s", filled.error().code.c_str(), filled.error().detail.c_str());
    return store.value();
}

/// A job's surroundings for tests that call run() themselves.
struct Bench
{
    ProjectStore& store;
    const Clock& clock;
    std::stop_source stop;
    Progress progress;
    KeptWatches* watches = nullptr;

    Outcome run(Job& job)
    {
        JobContext context{&store, clock, stop.get_token(), progress, nullptr, watches};
        return job.run(context);
    }
};

inline QByteArray said(const Outcome& outcome)
{
    if (!outcome.error)
        return outcome.kind == Outcome::Kind::Cancelled
                   ? "cancelled"
                   : "ok " + QJsonDocument(outcome.facts).toJson(QJsonDocument::Compact);
    return QByteArray::fromStdString(outcome.error->code + " | " + outcome.error->subject + " | " +
                                     outcome.error->detail + " | ") +
           QJsonDocument(paramsToJson(outcome.error->params)).toJson(QJsonDocument::Compact);
}

/// Everything of a tree that a user could notice, without databases: path, kind, mode, size, text.
inline std::string picture(const std::string& root)
{
    std::vector<std::string> lines;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        const std::string path = entry.path().string();
        struct stat info;
        if (::lstat(path.c_str(), &info) != 0 || path.find("shop.db") != std::string::npos)
            continue;
        std::string line = path.substr(root.size()) + ' ' + std::to_string(info.st_mode) + ' ';
        if (S_ISREG(info.st_mode))
            line += std::to_string(info.st_mtim.tv_sec) + '.' + std::to_string(info.st_mtim.tv_nsec) + ' ' +
                    std::to_string(info.st_nlink) + ' ' + read(path);
        else if (S_ISLNK(info.st_mode))
            line += linkText(path);
        lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const std::string& line : lines)
        all += line + '\n';
    return all;
}

} // namespace bascule::fixture
