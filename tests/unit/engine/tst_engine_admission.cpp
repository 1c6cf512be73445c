// SPDX-License-Identifier: GPL-3.0-or-later
// A key let in for a while: what it looks like, that it goes, and that the file is then as it was.
#include "core/engine/Admission.h"
#include "core/engine/Stat.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace bascule::engine;

namespace {

const std::string kNonce(32, 'a');
const std::string kKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHlU1c7Y6bq0o3kV2yq2Yj9b3m0q3J0l0f7c7sX0d1aB";

Admission admission(const std::string& command = "exec /bin/sh -c 'printf \"a\\041 \\\"b\\\"\"'")
{
    return {kKey, command, "10.0.0.7", kNonce};
}

} // namespace

class AdmissionTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string m_home;

    std::string file() const { return m_home + "/.ssh/authorized_keys"; }
    QByteArray read() const
    {
        QFile keys(QString::fromStdString(file()));
        return keys.open(QIODevice::ReadOnly) ? keys.readAll() : QByteArray("none");
    }
    void write(const QByteArray& bytes) const
    {
        ::mkdir((m_home + "/.ssh").c_str(), 0700);
        QFile keys(QString::fromStdString(file()));
        QVERIFY(keys.open(QIODevice::WriteOnly) && keys.write(bytes) == bytes.size());
    }

private slots:
    void init()
    {
        static int number = 0;
        m_home = m_dir.filePath(QString::number(++number)).toStdString();
        ::mkdir(m_home.c_str(), 0700);
    }

    void theFileIsAsItWas_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("a key") << QByteArray("ssh-ed25519 AAAA someone@somewhere\n");
        QTest::newRow("no end of line") << QByteArray("# mine\nssh-ed25519 AAAA someone@somewhere");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank lines") << QByteArray("\n\nssh-rsa AAAA x\n\n");
    }
    void theFileIsAsItWas()
    {
        QFETCH(QByteArray, before);
        write(before);
        QVERIFY(::chmod(file().c_str(), 0640) == 0);
        const timespec times[2] = {{1'600'000'000, 5}, {1'600'000'000, 123'456'789}};
        QVERIFY(::utimensat(AT_FDCWD, file().c_str(), times, 0) == 0);
        const auto admitted = admit(m_home, admission(), ::getpid());
        QVERIFY2(admitted.ok(), admitted ? "" : admitted.error().detail.c_str());
        QVERIFY(read().startsWith(before));
        QVERIFY(read().contains(QByteArray::fromStdString(kKey)));
        QVERIFY(revokeAdmissions(m_home, 0).ok()); // we live: it stays
        QVERIFY(read().contains(QByteArray::fromStdString(kKey)));
        QVERIFY(revokeAdmissions(m_home, ::getpid()).ok());
        QCOMPARE(read(), before);
        Stat stat;
        QCOMPARE(statPath(file().c_str(), stat), 0);
        QCOMPARE(stat.permissions(), 0640U);
        QCOMPARE(stat.modified.seconds, 1'600'000'000);
        QCOMPARE(stat.modified.nanoseconds, 123'456'789U);
    }

    void whatWasMadeGoes()
    {
        QVERIFY(admit(m_home, admission(), ::getpid()).ok());
        struct stat info = {};
        QVERIFY(::stat((m_home + "/.ssh").c_str(), &info) == 0);
        QCOMPARE(info.st_mode & 07777U, 0700U);
        QVERIFY(::stat(file().c_str(), &info) == 0);
        QCOMPARE(info.st_mode & 07777U, 0600U);
        QVERIFY(revokeAdmissions(m_home, ::getpid()).ok());
        QVERIFY(::stat((m_home + "/.ssh").c_str(), &info) != 0);
    }

    void keysOfTheDeadGo()
    {
        QProcess child;
        child.start(u"sleep"_s, {u"60"_s});
        QVERIFY(child.waitForStarted());
        const QByteArray before = "ssh-ed25519 AAAA me\n";
        write(before);
        QVERIFY(admit(m_home, admission(), pid_t(child.processId())).ok());
        // Somebody adds a key meanwhile: it stays.
        QFile keys(QString::fromStdString(file()));
        QVERIFY(keys.open(QIODevice::Append) && keys.write("ssh-rsa BBBB other\n") > 0);
        keys.close();
        QVERIFY(revokeAdmissions(m_home, 0).ok());
        QVERIFY(read().contains(QByteArray::fromStdString(kKey)));
        child.kill();
        QVERIFY(child.waitForFinished());
        QVERIFY(revokeAdmissions(m_home, 0).ok());
        QCOMPARE(read(), before + "ssh-rsa BBBB other\n");
    }

    void aLineCutShortGoes()
    {
        const QByteArray before = "ssh-ed25519 AAAA me\n";
        write(before);
        QVERIFY(admit(m_home, admission(), ::getpid()).ok());
        const QByteArray whole = read();
        for (qsizetype length = whole.indexOf('\n', before.size()) + 1; length < whole.size(); length += 7) {
            write(whole.left(length));
            QVERIFY(revokeAdmissions(m_home, ::getpid()).ok());
            QVERIFY2(!read().contains("bascule") && read().startsWith(before), read().constData());
        }
    }

    /// Whatever sshd would take for something else is refused, and nothing is written.
    void badKeysAreRefused_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("from");
        QTest::newRow("options in the key")
            << QByteArray("ssh-ed25519 AAAA\nssh-rsa BBBB") << QByteArray("x") << QByteArray("10.0.0.7");
        QTest::newRow("a second line in the command")
            << QByteArray("ssh-ed25519 AAAA") << QByteArray("x\nssh-rsa B") << QByteArray("10.0.0.7");
        QTest::newRow("from anywhere") << QByteArray("ssh-ed25519 AAAA") << QByteArray("x") << QByteArray("*");
        QTest::newRow("no from") << QByteArray("ssh-ed25519 AAAA") << QByteArray("x") << QByteArray();
    }
    void badKeysAreRefused()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, from);
        const auto admitted =
            admit(m_home, {key.toStdString(), command.toStdString(), from.toStdString(), kNonce}, ::getpid());
        QVERIFY(!admitted.ok());
        QCOMPARE(admitted.error().code, std::string("direct.bad-key"));
        QCOMPARE(read(), QByteArray("none"));
    }

    /// ssh-keygen reads the line as sshd does.
    void sshReadsTheLine()
    {
        QVERIFY(admit(m_home, admission(), ::getpid()).ok());
        QProcess tool;
        tool.start(u"ssh-keygen"_s, {u"-lf"_s, QString::fromStdString(file())});
        QVERIFY(tool.waitForFinished());
        QCOMPARE(tool.exitCode(), 0);
        QVERIFY(tool.readAllStandardOutput().contains("ED25519"));
    }
};

QTEST_GUILESS_MAIN(AdmissionTest)
#include "tst_engine_admission.moc"
