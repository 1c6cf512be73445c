// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of many files at once: the same answers here and through a helper.
#include "core/engine/Tree.h"
#include "core/hosts/Host.h"
#include "tests/support/FarHost.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace bascule;
using namespace Qt::StringLiterals;

class HostReadingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FarServer> m_far;
    HostPtr m_host, m_local;

    std::string at(const std::string& name) const { return m_dir->path().toStdString() + '/' + name; }
    void put(const std::string& name, const QByteArray& content) const
    {
        QFile file(QFile::decodeName(at(name).c_str()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_far = std::make_unique<FarServer>(u"old"_s, m_dir->path().toStdString());
        m_host = m_far->host();
        Server server;
        server.root = m_dir->path().toUtf8();
        m_local = hostFor(server).value();
    }

    void manyFilesComeInOrder()
    {
        std::vector<Path> paths;
        for (int i = 0; i < 3000; ++i) { // more than one question takes
            const QByteArray name = "file-with-a-name-of-some-length-" + QByteArray::number(i);
            put(name.toStdString(), i == 7 ? QByteArray(700'000, 'x') : "content " + QByteArray::number(i));
            paths.push_back(name);
        }
        paths.insert(paths.begin() + 5, "missing");
        paths.insert(paths.begin() + 9, "../outside");
        put("large", QByteArray(1 << 20, 'l') + 'l');
        paths.emplace_back("large");
        put("empty", {});
        paths.emplace_back("empty");
        const auto readBy = [&](const HostPtr& host) {
            QByteArrayList read;
            const auto done = host->readFiles(paths, 1 << 20, {}, [&](std::size_t index, Result<QByteArray>&& content) {
                QCOMPARE(index, std::size_t(read.size()));
                read += content ? content.value() : QByteArray::fromStdString("! " + content.error().code);
            });
            if (!done)
                read += QByteArray::fromStdString(done.error().code);
            return read;
        };
        const QByteArrayList far = readBy(m_host);
        QCOMPARE(far.size(), qsizetype(paths.size()));
        QCOMPARE(far[5], QByteArray("! path.missing"));
        QCOMPARE(far[far.size() - 2], QByteArray("! file.too-big"));
        QVERIFY(far == readBy(m_local));
    }

    void whatPathsTurnOutToBe()
    {
        put("file", "x");
        QCOMPARE(::mkdir(at("folder").c_str(), 0755), 0);
        QCOMPARE(::symlink("folder", at("link").c_str()), 0);
        QCOMPARE(::symlink("nowhere", at("broken").c_str()), 0);
        std::vector<std::string> paths;
        for (int i = 0; i < 2000; ++i) {
            for (const char* name : {"file", "folder", "link", "broken", "missing"})
                paths.push_back(at(name));
        }
        paths.emplace_back(100'000, 'a'); // no path at all
        const auto far = m_host->look(paths, true, {}), local = m_local->look(paths, true, {});
        QVERIFY(far.ok() && local.ok());
        QCOMPARE(far->size(), paths.size());
        for (std::size_t i = 0; i < paths.size(); ++i) {
            QCOMPARE((*far)[i].kind, (*local)[i].kind);
            QCOMPARE((*far)[i].leadsTo, (*local)[i].leadsTo);
            QCOMPARE((*far)[i].real, (*local)[i].real);
        }
        QCOMPARE((*far)[2].kind, 'l');
        QCOMPARE((*far)[2].leadsTo, 'd');
        QCOMPARE((*far)[2].real, engine::realPath(at("folder")).value());
        QVERIFY((*far)[3].isThere() && (*far)[3].leadsTo == 0);
        QVERIFY(!(*far)[4].isThere());
    }

    void hashesAreThoseOfTheContents()
    {
        std::vector<std::string> names;
        for (int i = 0; i < 1500; ++i) {
            names.push_back("f" + std::to_string(i));
            put(names.back(), "content " + QByteArray::number(i % 3));
        }
        names.emplace_back("missing");
        const auto far = m_host->hashFiles(m_dir->path().toStdString(), names, {});
        QVERIFY(far.ok());
        QCOMPARE(far->size(), names.size());
        engine::Counters counters;
        for (std::size_t i = 0; i + 1 < names.size(); ++i)
            QCOMPARE((*far)[i], engine::hashFile(at(names[i]), counters, {}).value());
        QCOMPARE(far->back(), std::string());
        QCOMPARE(::symlink("f1", at("link").c_str()), 0);
        QVERIFY(m_host->hashFiles(m_dir->path().toStdString(), {"link"}, {})->front().empty());
    }

    void traitsTravel()
    {
        put("plain", "x");
        put("attributed", "x");
        const bool kept = ::setxattr(at("attributed").c_str(), "user.a", "b", 1, 0) == 0;
        QByteArray page(4096, '\0');
        page.replace(0, 16, QByteArray("SQLite format 3\0", 16));
        put("data", page);
        put("data-shm", page);
        QCOMPARE(::symlink("nowhere", at("broken").c_str()), 0);
        QCOMPARE(::symlink("/etc", at("out").c_str()), 0);
        engine::WalkOptions options;
        options.traits = true;
        for (const HostPtr& host : {m_host, m_local}) {
            std::map<std::string, engine::TreeEntry> met;
            const auto walked = host->walk({}, options, {}, [&](const engine::TreeEntry& entry) {
                met[entry.path] = entry;
                return true;
            });
            QVERIFY(walked.ok() && met.size() == 6);
            QCOMPARE(met["plain"].traits, std::uint8_t(0));
            QCOMPARE(met["attributed"].traits, std::uint8_t(kept ? engine::HasUserXattrs : 0));
            QCOMPARE(met["data"].head, page.left(100).toStdString());
            QCOMPARE(met["data-shm"].head, std::string());
            QCOMPARE(met["broken"].traits, std::uint8_t(engine::IsBrokenLink));
            QCOMPARE(met["out"].traits, std::uint8_t(engine::LeavesTree));
        }
    }

    void aFileIsFetchedWholeOrNotAtAll()
    {
        put("archive", QByteArray(3'000'000, 'a') + "end");
        const timespec when[2] = {{1'700'000'000, 5}, {1'700'000'000, 5}};
        QCOMPARE(::utimensat(AT_FDCWD, at("archive").c_str(), when, 0), 0);
        QTemporaryDir here;
        const std::string target = here.filePath(u"copy"_s).toStdString();
        engine::Counters counters;
        const auto fetched = m_host->fetchFile(at("archive"), target, INT64_MAX, counters, {});
        QVERIFY(fetched.ok());
        QCOMPARE(fetched->bytes, std::int64_t(3'000'003));
        QCOMPARE(counters.bytesDone.load(), std::int64_t(3'000'003));
        QCOMPARE(engine::hashFile(target, counters, {}).value(), engine::hashFile(at("archive"), counters, {}).value());
        const auto facts = thisMachine()->factsAt(target);
        QCOMPARE((*facts)->mtimeNs, std::int64_t(1'700'000'000'000'000'005));
        QCOMPARE((*facts)->mode & 0777U, 0600U);
        // Only its beginning; then what cannot be fetched leaves nothing.
        const auto part = m_host->fetchFile(at("archive"), target + "-part", 1000, counters, {});
        QVERIFY(part.ok() && part->bytes == 1000 && part->size == 3'000'003);
        QCOMPARE(::mkfifo(at("fifo").c_str(), 0600), 0);
        for (const auto& [name, code] : {std::pair{"none", "path.missing"}, std::pair{"fifo", "path.not-a-file"}}) {
            const auto failed = m_host->fetchFile(at(name), target + name, INT64_MAX, counters, {});
            QVERIFY(!failed.ok());
            QCOMPARE(failed.error().code, std::string(code));
            QCOMPARE(failed.error().subject, "old:" + at(name));
            QVERIFY(!std::filesystem::exists(target + name));
        }
        // What is there is left alone.
        QVERIFY(!m_host->fetchFile(at("fifo"), target, INT64_MAX, counters, {}).ok());
        QVERIFY(!m_host->fetchFile(at("archive"), target, INT64_MAX, counters, {}).ok());
        QCOMPARE((*thisMachine()->factsAt(target))->size, std::int64_t(3'000'003));
    }

    void aStopEndsIt()
    {
        put("file", "x");
        std::stop_source stop;
        stop.request_stop();
        engine::Counters counters;
        const auto token = stop.get_token();
        const std::string target = at("copy");
        QCOMPARE(m_host->look({at("file")}, false, token).error().code, std::string("cancelled"));
        QCOMPARE(m_host->hashFiles(at(""), {"file"}, token).error().code, std::string("cancelled"));
        QCOMPARE(m_host->readFiles({"file"}, 10, token, [](auto, auto&&) {}).error().code, std::string("cancelled"));
        QCOMPARE(m_host->fetchFile(at("file"), target, 10, counters, token).error().code, std::string("cancelled"));
        QVERIFY(!std::filesystem::exists(target));
    }

    void accountsAndTheProbe()
    {
        const auto account = m_host->account({});
        QCOMPARE(account->uid, std::uint32_t(::geteuid()));
        QVERIFY(!account->name.empty());
        const auto known = m_host->knownAccounts({{0, 4'123'456'789}, {0, 4'123'456'789}}, {});
        QCOMPARE(known->users, std::set<std::uint32_t>{0});
        QCOMPARE(known->groups, std::set<std::uint32_t>{0});
        const std::string root = m_dir->path().toStdString();
        const auto far = m_host->probeFolder(root, {}), local = m_local->probeFolder(root, {});
        QVERIFY(far->measured && far->longestName == 255 && far->caseSensitive && far->bytesFree > 0);
        for (const auto& [name, flag] : engine::FolderProbe::flags())
            QVERIFY2((*far).*flag == (*local).*flag, name.c_str());
        QCOMPARE(m_host->probeFolder("/proc", {})->measured, false);
    }
};

QTEST_GUILESS_MAIN(HostReadingTest)
#include "tst_host_reading.moc"
