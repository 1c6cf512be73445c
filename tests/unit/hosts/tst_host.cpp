// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/Host.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace bascule;
using namespace Qt::StringLiterals;

class HostTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server.name = u"vega"_s;
        m_server.root = QFile::encodeName(m_dir->path());
    }

    void readsBelowItsRootOnly()
    {
        QFile file(m_dir->filePath(u"a.conf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("host=1");
        file.close();
        QVERIFY(::symlink("/etc/passwd", QFile::encodeName(m_dir->filePath(u"out"_s)).constData()) == 0);
        QVERIFY(::mkfifo(QFile::encodeName(m_dir->filePath(u"pipe"_s)).constData(), 0600) == 0);
        auto host = hostFor(m_server);
        QVERIFY(host);
        QCOMPARE((*host)->readFile("a.conf", 100).value(), QByteArray("host=1"));
        QCOMPARE((*host)->readFile("a.conf", 3).error().code, std::string("file.too-big"));
        QCOMPARE((*host)->readFile("out", 100).error().code, std::string("path.outside-root"));
        QCOMPARE((*host)->readFile("../x", 100).error().code, std::string("path.outside-root"));
        QCOMPARE((*host)->readFile("pipe", 100).error().code, std::string("path.not-a-file"));
        QCOMPARE((*host)->readFile("none", 100).error().code, std::string("path.missing"));
        QVERIFY((*host)->space({}).value().bytesTotal > 0);
    }

    void aMissingFolderIsNamed()
    {
        m_server.root = QByteArrayLiteral("/nowhere/at/all");
        auto host = hostFor(m_server);
        QVERIFY(!host);
        QCOMPARE(host.error().code, std::string("server.folder-missing"));
        QCOMPARE(host.error().subject, std::string("/nowhere/at/all"));
        QFile file(m_dir->filePath(u"f"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        m_server.root = QFile::encodeName(file.fileName());
        QCOMPARE(hostFor(m_server).error().code, std::string("path.not-a-folder"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    Server m_server;
};

QTEST_GUILESS_MAIN(HostTest)
#include "tst_host.moc"
