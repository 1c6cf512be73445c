// SPDX-License-Identifier: GPL-3.0-or-later
// What people get wrong: one clear sentence, the right exit, nothing changed.
#include "tests/integration/Cli.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

class TestCliBadInput : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void usage_data();
    void usage();
    void ends_data();
    void ends();
    void unreadableSource();
    void readOnlyTarget();
    void fullTarget();
    void emptySourceDeletesNothing();
    void projectFiles_data();
    void projectFiles();
    void servers_data();
    void servers();
    void backups_data();
    void backups();
    void windows_data();
    void windows();
    void questionsNeedSomebody();
    void frenchToo();

private:
    /// One sentence or two on stderr, without codes in angle quotes or holes.
    void checkWords(const Cli::Result& result, const QByteArray& names = {});
    QByteArray unprivileged();

    Cli m_cli;
    QByteArray m_source, m_project;
};

void TestCliBadInput::checkWords(const Cli::Result& result, const QByteArray& names)
{
    QVERIFY2(!result.err.trimmed().isEmpty(), result.words());
    QVERIFY2(result.err.count('\n') == 1, result.words());
    QVERIFY2(!result.err.contains('{') && !result.err.contains('<'), result.words());
    if (!names.isEmpty())
        QVERIFY2(result.err.contains(names), result.words());
}

/// Somebody else than root, for what root may do anyway; a copy of the program that they can run.
QByteArray TestCliBadInput::unprivileged()
{
    if (!isRoot())
        return Cli::quoted(BASCULE_CLI);
    const QByteArray copy = m_cli.bytes("bascule-cli");
    if (!QFile::exists(QFile::decodeName(copy)))
        m_cli.shell("install -m 755 " + Cli::quoted(BASCULE_CLI) + ' ' + Cli::quoted(copy));
    m_cli.shell("mkdir -p -m 777 " + m_cli.bytes("nobody"));
    return "env BASCULE_STATE_DIR=" + m_cli.bytes("nobody") + " HOME=" + m_cli.bytes("nobody") +
           " setpriv --reuid=65534 --regid=65534 --clear-groups " + copy;
}

void TestCliBadInput::initTestCase()
{
    m_source = m_cli.bytes("source");
    QVERIFY(m_cli.makeFile(m_source + "/a.txt", "one"));
    QVERIFY(m_cli.makeFile(m_source + "/sub/b.txt", QByteArray(300'000, 'b')));
    QVERIFY(m_cli.makeFile(m_cli.bytes("plain.txt"), "a file"));
    QVERIFY(m_cli.shell("ln -s source " + m_cli.bytes("alias")).exit == 0);
    m_project = m_cli.bytes("p.bascule");
    QVERIFY(m_cli.run({"project", "new", m_project, "--name", "Essai"}).exit == 0);
    QVERIFY(m_cli.makeFile(m_cli.bytes("new/keep"), "k"));
    QVERIFY(m_cli.run({"server", "add", m_project, "old", "--role", "source", "--local", m_source}).exit == 0);
}

void TestCliBadInput::usage_data()
{
    QTest::addColumn<QList<QByteArray>>("arguments");
    using Words = QList<QByteArray>;
    QTest::newRow("nothing") << Words{};
    QTest::newRow("unknown verb") << Words{"frobnicate"};
    QTest::newRow("unknown option") << Words{"sync", "a", "b", "--fast"};
    QTest::newRow("too few") << Words{"sync", "a"};
    QTest::newRow("too many") << Words{"compare", "a", "b", "c"};
    QTest::newRow("value missing") << Words{"sync", "a", "b", "--exclude"};
    QTest::newRow("wrong rate") << Words{"sync", "a", "b", "--bwlimit", "fast"};
    QTest::newRow("wrong language") << Words{"board", "p", "--language", "de"};
    QTest::newRow("ssh source") << Words{"sync", "host:srv", "/tmp/x"};
    QTest::newRow("ssh user") << Words{"compare", "/tmp", "me@host:srv"};
    QTest::newRow("direct") << Words{"sync", "a", "b", "--direct"};
    QTest::newRow("watch") << Words{"sync", "a", "b", "--watch", "--dry-run"};
    QTest::newRow("ssh and local") << Words{"server", "add", "p", "n", "--role", "other", "--ssh", "h", "--local", "/"};
    QTest::newRow("sudo on a folder") << Words{"server", "add", "p", "n", "--role", "other", "--local", "/", "--sudo"};
    QTest::newRow("pgdump") << Words{"backup", "add", "p", "--asset", "1", "--path", "x", "--kind", "pgdump"};
    QTest::newRow("restic") << Words{"backup", "add", "p", "--asset", "1", "--path", "x", "--kind", "restic"};
    QTest::newRow("no name") << Words{"project", "new", "/tmp/never.bascule"};
    QTest::newRow("wrong report") << Words{"report", "p", "out.doc"};
}

void TestCliBadInput::usage()
{
    QFETCH(QList<QByteArray>, arguments);
    const auto result = m_cli.run({arguments.begin(), arguments.end()});
    QVERIFY2(result.exit == 2, result.words());
    if (!arguments.isEmpty())
        checkWords(result);
}

void TestCliBadInput::ends_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing source") << QByteArray("gone") << QByteArray("to") << 3 << u"path.missing"_s;
    QTest::newRow("source is a file") << QByteArray("plain.txt") << QByteArray("to") << 3 << u"path.not-a-folder"_s;
    QTest::newRow("target is a file") << QByteArray("source") << QByteArray("plain.txt") << 3 << u"path.not-a-folder"_s;
    QTest::newRow("target's parent missing")
        << QByteArray("source") << QByteArray("no/where") << 3 << u"path.missing"_s;
    QTest::newRow("identical") << QByteArray("source") << QByteArray("source") << 5 << u"sync.same-folder"_s;
    QTest::newRow("identical by link") << QByteArray("source") << QByteArray("alias") << 5 << u"sync.same-folder"_s;
    QTest::newRow("identical by dots") << QByteArray("source") << QByteArray("source/sub/..") << 5
                                       << u"sync.same-folder"_s;
    QTest::newRow("target inside source")
        << QByteArray("source") << QByteArray("source/copy") << 5 << u"sync.target-inside-source"_s;
    QTest::newRow("source inside target")
        << QByteArray("source/sub") << QByteArray("source") << 5 << u"sync.source-inside-target"_s;
}

void TestCliBadInput::ends()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(int, exit);
    QFETCH(QString, code);
    const QByteArray before = m_cli.manifest(m_cli.bytes("source")) + m_cli.manifest(m_cli.bytes("new"));
    const auto result =
        m_cli.run({"sync", m_cli.bytes() + '/' + left, m_cli.bytes() + '/' + right, "--json", "--delete"});
    QVERIFY2(result.exit == exit, result.words());
    QCOMPARE(result.errorCode(), code);
    QVERIFY(!result.json()[u"error"][u"message"].toString().isEmpty());
    checkWords(result, m_cli.bytes());
    QCOMPARE(m_cli.manifest(m_cli.bytes("source")) + m_cli.manifest(m_cli.bytes("new")), before);
    QVERIFY(!QFile::exists(m_cli.path("to")));
}

void TestCliBadInput::unreadableSource()
{
    const QByteArray closed = m_cli.bytes("closed");
    QVERIFY(m_cli.makeFile(closed + "/x", "x"));
    QVERIFY(m_cli.shell("chmod 000 " + closed + "; mkdir -p -m 777 " + m_cli.bytes("open")).exit == 0);
    const auto result = m_cli.shell("exec " + unprivileged() + " sync --json " + closed + ' ' + m_cli.bytes("open/to"));
    m_cli.shell("chmod 755 " + closed);
    QVERIFY2(result.exit == 3, result.words());
    QCOMPARE(result.errorCode(), u"path.denied"_s);
    checkWords(result, closed);
    QVERIFY(!QFile::exists(m_cli.path("open/to")));
}

void TestCliBadInput::readOnlyTarget()
{
    const QByteArray target = m_cli.bytes("readonly");
    QVERIFY(m_cli.shell("mkdir " + target + "; chmod 555 " + target + "; chmod -R a+rX " + m_source).exit == 0);
    auto result = m_cli.shell("exec " + unprivileged() + " sync --json " + m_source + ' ' + target);
    m_cli.shell("chmod 755 " + target);
    QVERIFY2(result.exit == 3, result.words());
    QCOMPARE(result.errorCode(), u"path.denied"_s);
    checkWords(result, target);
    QVERIFY(m_cli.shell("ls -A " + target).out.isEmpty());
    if (!isRoot() ||
        m_cli.shell("mount --bind " + target + ' ' + target + " && mount -o remount,bind,ro " + target).exit != 0)
        return; // a mount needs root
    result = m_cli.run({"sync", "--json", m_source, target});
    m_cli.shell("umount " + target);
    QVERIFY2(result.exit == 3, result.words());
    QCOMPARE(result.errorCode(), u"disk.read-only"_s);
    checkWords(result, target);
}

void TestCliBadInput::fullTarget()
{
    const QByteArray target = m_cli.bytes("full");
    QVERIFY(m_cli.shell("mkdir " + target).exit == 0);
    if (!isRoot() || m_cli.shell("mount -t tmpfs -o size=128k none " + target).exit != 0)
        QSKIP("a small file system needs root");
    const auto result = m_cli.run({"sync", "--json", m_source, target});
    // What got through is whole; nothing half is left.
    const QByteArray left = m_cli.shell("find " + target + " -type f -size +100k").out;
    m_cli.shell("umount " + target);
    QVERIFY2(result.exit == 1, result.words());
    QCOMPARE(result.errorCode(), u"disk.full"_s);
    checkWords(result);
    QVERIFY2(left.isEmpty(), left);
}

void TestCliBadInput::emptySourceDeletesNothing()
{
    QVERIFY(m_cli.shell("mkdir " + m_cli.bytes("void")).exit == 0);
    const QByteArray before = m_cli.manifest(m_cli.bytes("new"));
    const auto result = m_cli.run({"sync", "--delete", "--json", m_cli.bytes("void"), m_cli.bytes("new")});
    QVERIFY2(result.exit == 5, result.words());
    QCOMPARE(result.errorCode(), u"sync.source-empty"_s);
    QCOMPARE(m_cli.manifest(m_cli.bytes("new")), before);
}

void TestCliBadInput::projectFiles_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << u"missing"_s << 3 << u"project.missing"_s;
    QTest::newRow("text") << u"text"_s << 5 << u"project.not-a-project"_s;
    QTest::newRow("empty") << u"empty"_s << 5 << u"project.not-a-project"_s;
    QTest::newRow("another database") << u"database"_s << 5 << u"project.not-a-project"_s;
    QTest::newRow("damaged") << u"damaged"_s << 5 << u"project.damaged"_s;
    QTest::newRow("cut") << u"cut"_s << 5 << u"project.damaged"_s;
    QTest::newRow("newer") << u"newer"_s << 5 << u"project.newer"_s;
}

void TestCliBadInput::projectFiles()
{
    QFETCH(QString, kind);
    QFETCH(int, exit);
    QFETCH(QString, code);
    const QString path = m_cli.path("bad") + kind + u".bascule"_s;
    const QByteArray file = QFile::encodeName(path);
    if (kind == u"text")
        QVERIFY(m_cli.makeFile(file, "Dear diary"));
    else if (kind == u"empty")
        QVERIFY(m_cli.makeFile(file, ""));
    else if (kind != u"missing" && kind != u"database")
        QVERIFY(m_cli.run({"project", "new", file, "--name", "x"}).exit == 0);
    if (kind == u"damaged" || kind == u"cut") {
        QFile bytes(path);
        QVERIFY(bytes.open(QIODevice::ReadWrite));
        if (kind == u"cut")
            QVERIFY(bytes.resize(bytes.size() / 2));
        for (qint64 at = 4'096; kind == u"damaged" && at + 512 < bytes.size(); at += 1'024) {
            bytes.seek(at);
            bytes.write(QByteArray(512, '\xa5'));
        }
    }
    if (kind == u"newer" || kind == u"database") {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, kind);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(kind == u"newer" ? u"PRAGMA user_version = 999"_s : u"CREATE TABLE t(a)"_s));
    }
    QSqlDatabase::removeDatabase(kind);
    const auto sum = [&] {
        return m_cli.shell("cat " + file + " 2>/dev/null | sha256sum; ls -A " + m_cli.bytes()).out;
    };
    const QByteArray before = sum();
    for (const char* verb : {"board", "inventory"}) {
        const auto result = m_cli.run({verb, file, "--json"});
        QVERIFY2(result.exit == exit, result.words());
        QCOMPARE(result.errorCode(), code);
        checkWords(result, file);
    }
    QCOMPARE(sum(), before);
}

void TestCliBadInput::servers_data()
{
    QTest::addColumn<QByteArray>("folder");
    QTest::addColumn<QByteArray>("role");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << QByteArray("gone") << QByteArray("target") << 3 << u"server.folder-missing"_s;
    QTest::newRow("a file") << QByteArray("plain.txt") << QByteArray("target") << 3 << u"path.not-a-folder"_s;
    QTest::newRow("identical") << QByteArray("source") << QByteArray("target") << 5 << u"server.same-folder"_s;
    QTest::newRow("identical by link") << QByteArray("alias") << QByteArray("target") << 5 << u"server.same-folder"_s;
    QTest::newRow("inside") << QByteArray("source/sub") << QByteArray("target") << 5 << u"server.folder-inside-other"_s;
    QTest::newRow("around") << QByteArray("") << QByteArray("target") << 5 << u"server.folder-inside-other"_s;
    QTest::newRow("second source") << QByteArray("new") << QByteArray("source") << 5 << u"server.role-taken"_s;
    QTest::newRow("no such role") << QByteArray("new") << QByteArray("boss") << 2 << u"usage"_s;
}

void TestCliBadInput::servers()
{
    QFETCH(QByteArray, folder);
    QFETCH(QByteArray, role);
    QFETCH(int, exit);
    QFETCH(QString, code);
    const auto result = m_cli.run(
        {"server", "add", m_project, "another", "--role", role, "--local", m_cli.bytes() + '/' + folder, "--json"});
    QVERIFY2(result.exit == exit, result.words());
    QCOMPARE(result.errorCode(), code);
    checkWords(result);
    QCOMPARE(m_cli.run({"project", "show", m_project, "--json"}).json()[u"servers"].toArray().size(), 1);
}

void TestCliBadInput::backups_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("state");
    QTest::newRow("cut short") << u"cut"_s << u"cut-short"_s;
    QTest::newRow("empty") << u"empty"_s << u"empty"_s;
    QTest::newRow("no archive") << u"text"_s << u"not-a-backup"_s;
}

void TestCliBadInput::backups()
{
    QFETCH(QString, kind);
    QFETCH(QString, state);
    QVERIFY2(m_cli.run({"inventory", m_project}).exit == 0, "inventory");
    const auto assets = m_cli.run({"assets", m_project, "--json"}).json()[u"assets"].toArray();
    QVERIFY(!assets.isEmpty());
    const QByteArray file = m_cli.bytes() + "/backup-" + kind.toLatin1() + ".tar.gz";
    if (kind == u"text")
        QVERIFY(m_cli.makeFile(file, QByteArray("This is no archive at all, only a few words.\n").repeated(40)));
    else if (kind == u"empty")
        QVERIFY(m_cli.makeFile(file, ""));
    else
        QVERIFY(m_cli
                    .shell("head -c 200000 /dev/urandom > " + m_source + "/noise; tar -C " + m_source + " -czf " +
                           file + " . && truncate -s 60% " + file + " 2>/dev/null || truncate -s 100000 " + file)
                    .exit == 0);
    const auto added = m_cli.run({"backup", "add", m_project, "--asset",
                                  QByteArray::number(assets[0][u"id"].toInteger()), "--path", file, "--json"});
    QVERIFY2(added.exit == 0, added.words());
    const QByteArray id = QByteArray::number(added.json()[u"backup"][u"id"].toInteger());
    const auto verified = m_cli.run({"backup", "verify", m_project, id, "--json"});
    QVERIFY2(verified.exit == 1, verified.words());
    const QJsonObject backup = verified.json()[u"backups"][0].toObject();
    QCOMPARE(backup[u"read"].toString(), state);
    QVERIFY2(!backup[u"problems"].toArray().isEmpty(), verified.out);
    const QString message = backup[u"problems"][0][u"message"].toString();
    QVERIFY2(!message.isEmpty() && !message.startsWith(u'<') && !message.contains(u'{'), qPrintable(message));
    const auto restored = m_cli.run({"backup", "restore-test", m_project, id, "--json"});
    QVERIFY2(restored.exit == 1, restored.words());
    QCOMPARE(restored.json()[u"backups"][0][u"state"].toString(), u"failed"_s);
}

void TestCliBadInput::windows_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("minutes");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QString>("code");
    QTest::newRow("past") << QByteArray("2020-01-01T04:00") << QByteArray("60") << 2 << u"window.in-past"_s;
    QTest::newRow("zero length") << QByteArray("2031-01-05T04:00") << QByteArray("0") << 2 << u"window.zero-length"_s;
    QTest::newRow("negative") << QByteArray("2031-01-05T04:00") << QByteArray("-5") << 2 << u"window.zero-length"_s;
    QTest::newRow("across summer time") << QByteArray("2031-03-30T01:00") << QByteArray("180") << 5
                                        << u"window.dst-change"_s;
    QTest::newRow("skipped hour") << QByteArray("2031-03-30T02:30") << QByteArray("60") << 2
                                  << u"time.does-not-exist"_s;
    QTest::newRow("no time") << QByteArray("soon") << QByteArray("60") << 2 << u"time.not-understood"_s;
    QTest::newRow("no minutes") << QByteArray("2031-01-05T04:00") << QByteArray("long") << 2 << u"usage"_s;
    QTest::newRow("critical period") << QByteArray("2031-06-10T04:00") << QByteArray("60") << 5
                                     << u"window.overlaps-critical"_s;
}

void TestCliBadInput::windows()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, minutes);
    QFETCH(int, exit);
    QFETCH(QString, code);
    static const bool period =
        m_cli.run({"critical", "add", m_project, "--from", "2031-06-01", "--to", "2031-06-30", "--why", "Stocktaking"})
            .exit == 0;
    QVERIFY(period);
    const auto result = m_cli.run({"window", "set", m_project, "--start", start, "--duration=" + minutes, "--json"});
    QVERIFY2(result.exit == exit, result.words());
    QCOMPARE(result.errorCode(), code);
    checkWords(result);
}

void TestCliBadInput::questionsNeedSomebody()
{
    const auto result = m_cli.run({"cutover", m_project, "--json"});
    QVERIFY2(result.exit == 5, result.words());
    QCOMPARE(result.errorCode(), u"cli.needs-yes"_s);
    QVERIFY(result.err.contains("--yes"));
    // With --yes it is refused for what is not ready, and nothing is touched.
    const QByteArray before = m_cli.manifest(m_source);
    const auto refused = m_cli.run({"cutover", m_project, "--yes", "--json"});
    QVERIFY2(refused.exit == 5, refused.words());
    QCOMPARE(m_cli.manifest(m_source), before);
    QVERIFY2(m_cli.run({"rollback", m_project, "--yes"}).exit == 5, "rollback of nothing");
}

void TestCliBadInput::frenchToo()
{
    m_cli.setLanguage("fr");
    const auto result = m_cli.run({"board", "/nowhere.bascule"});
    m_cli.setLanguage("en");
    QCOMPARE(result.exit, 3);
    QVERIFY2(result.err.contains("n’existe pas"), result.words());
    const QByteArray french = m_cli.run({"--help", "--language", "fr"}).out;
    const QByteArray english = m_cli.run({"--help", "--language", "en"}).out;
    QVERIFY(english.contains("make the folder DST the same as SRC"));
    QVERIFY(!french.contains("make the folder DST the same as SRC"));
}

QTEST_GUILESS_MAIN(TestCliBadInput)
#include "tst_cli_bad_input.moc"
