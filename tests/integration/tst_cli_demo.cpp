// SPDX-License-Identifier: GPL-3.0-or-later
// The demonstration, whole, in both languages: what it leaves behind is judged from outside.
#include "tests/integration/Cli.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

class TestCliDemo : public QObject
{
    Q_OBJECT

private slots:
    void whole_data();
    void whole();
    void rollbackBringsBack();
    void ledgerNamesTheChangedEntry();
    void seedsTheSameEveryTime();
    void refusesOtherFolders();
    void prepares();
    void worksWithoutRoot();

private:
    qint64 ordersIn(const QString& database);

    Cli m_cli;
};

qint64 TestCliDemo::ordersIn(const QString& database)
{
    qint64 rows = -1;
    {
        QSqlDatabase opened = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"orders"_s);
        opened.setDatabaseName(database);
        QSqlQuery query(opened);
        if (opened.open() && query.exec(u"SELECT count(*) FROM commandes"_s) && query.next())
            rows = query.value(0).toLongLong();
    }
    QSqlDatabase::removeDatabase(u"orders"_s);
    return rows;
}

void TestCliDemo::whole_data()
{
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QByteArray>("title");
    QTest::newRow("fr") << QByteArray("fr") << QByteArray("Audit de l’existant");
    QTest::newRow("en") << QByteArray("en") << QByteArray("Audit of the existing systems");
}

void TestCliDemo::whole()
{
    QFETCH(QByteArray, language);
    QFETCH(QByteArray, title);
    const QByteArray dir = m_cli.bytes() + "/demo-" + language;
    m_cli.setLanguage(language.constData());
    QElapsedTimer timer;
    timer.start();
    const auto result = m_cli.run({"demo", dir});
    m_cli.setLanguage("en");
    QVERIFY2(result.exit == 0, result.words());
    QVERIFY2(result.err.isEmpty(), result.err);
    QVERIFY2(result.out.contains(title), result.words());
    QVERIFY2(!result.out.contains('<') && !result.out.contains('{'), result.out);
    qInfo("the demo took %lld s", static_cast<long long>(timer.elapsed() / 1000));

    const QByteArray project = dir + "/demo.bascule";
    const auto board = m_cli.run({"board", project, "--json"});
    const QJsonArray checkpoints = board.json()[u"checkpoints"].toArray();
    QCOMPARE(checkpoints.size(), 5);
    for (int i = 0; i < 4; ++i)
        QVERIFY2(checkpoints[i][u"state"].toString() == u"passed"_s, board.out);
    // Its observation period runs: nothing is claimed before it is over.
    QCOMPARE(checkpoints[4][u"state"].toString(), u"in progress"_s);
    QVERIFY(!checkpoints[4][u"evidence"].toArray().isEmpty());
    QCOMPARE(m_cli.run({"ledger", "verify", project}).exit, 0);
    QCOMPARE(QFileInfo(QFile::decodeName(dir + "/current")).canonicalFilePath(),
             QFile::decodeName(dir + "/new-server"));
    for (const char* name : {"fr.html", "en.html", "fr.pdf", "en.pdf"}) {
        const QString report = QFile::decodeName(dir + "/reports/maison-delorme-" + name);
        QVERIFY2(QFileInfo(report).size() > 5'000, qPrintable(report));
    }
    // The new server holds what the old one held, but for what stays behind and what its application wrote since.
    const auto compared = m_cli.run({"compare", dir + "/old-server", dir + "/new-server", "--exclude", "/var/backups",
                                     "--exclude", "/var/lib/gesto"});
    QVERIFY2(compared.exit == 0, compared.words());
    QVERIFY(ordersIn(QFile::decodeName(dir + "/new-server/var/lib/gesto/gesto.db")) >
            ordersIn(QFile::decodeName(dir + "/old-server/var/lib/gesto/gesto.db")));
    const auto backups = m_cli.run({"backup", "list", project, "--json"}).json()[u"backups"].toArray();
    int cut = 0, restored = 0;
    for (const QJsonValue& backup : backups) {
        cut += backup[u"read"].toString() == u"cut-short";
        restored += backup[u"state"].toString() == u"restored";
    }
    QCOMPARE(cut, 1);
    QVERIFY(restored >= 6);
}

void TestCliDemo::rollbackBringsBack()
{
    const QByteArray dir = m_cli.bytes("demo-en");
    const QString left = QFile::decodeName(dir + "/old-server/var/lib/gesto/gesto.db");
    const QString right = QFile::decodeName(dir + "/new-server/var/lib/gesto/gesto.db");
    const qint64 written = ordersIn(right);
    QVERIFY(m_cli.makeFile(dir + "/new-server/srv/shares/compta/après la bascule.txt", "à garder"));
    const auto result = m_cli.run({"rollback", dir + "/demo.bascule", "--yes", "--json"});
    QVERIFY2(result.exit == 0, result.words());
    QCOMPARE(ordersIn(left), written);
    QVERIFY(QFile::exists(QFile::decodeName(dir + "/old-server/srv/shares/compta/après la bascule.txt")));
    QCOMPARE(QFileInfo(QFile::decodeName(dir + "/current")).canonicalFilePath(),
             QFile::decodeName(dir + "/old-server"));
}

void TestCliDemo::ledgerNamesTheChangedEntry()
{
    const QByteArray project = m_cli.bytes("demo-fr/demo.bascule");
    qint64 victim = 0;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
        database.setDatabaseName(QFile::decodeName(project));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"SELECT id, data FROM evidence WHERE kind='backup.read' ORDER BY id LIMIT 1"_s) &&
                query.next());
        victim = query.value(0).toLongLong();
        QString data = query.value(1).toString();
        data.replace(u"\"state\":\"intact\""_s, u"\"state\":\"intakt\""_s); // one byte
        // Somebody with the file in hand drops the triggers that guard the table, too.
        QSqlQuery triggers(database);
        QStringList names;
        QVERIFY(triggers.exec(u"SELECT name FROM sqlite_master WHERE type='trigger'"_s));
        while (triggers.next())
            names.append(triggers.value(0).toString());
        for (const QString& name : names)
            QVERIFY(triggers.exec(u"DROP TRIGGER \"%1\""_s.arg(name)));
        query.prepare(u"UPDATE evidence SET data=? WHERE id=?"_s);
        query.addBindValue(data);
        query.addBindValue(victim);
        QVERIFY(query.exec() && query.numRowsAffected() == 1);
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
    const auto verified = m_cli.run({"ledger", "verify", project, "--json"});
    QVERIFY2(verified.exit == 1, verified.words());
    QVERIFY(!verified.json()[u"intact"].toBool());
    QCOMPARE(verified.json()[u"firstBad"].toInteger(), victim);
    QCOMPARE(verified.json()[u"code"].toString(), u"ledger.changed"_s);
    QVERIFY(m_cli.run({"ledger", "verify", project}).out.contains(QByteArray::number(victim)));
    QVERIFY(!m_cli.run({"board", project, "--json"}).json()[u"ready"].toBool());
}

void TestCliDemo::seedsTheSameEveryTime()
{
    const QByteArray list =
        " && find srv opt etc -type f -printf '%p %s %m\\0' | LC_ALL=C sort -z | sha256sum"
        " && find srv opt etc -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum -- | sha256sum";
    QList<QByteArray> sums;
    for (const char* name : {"demo-fr", "demo-en"})
        sums.append(m_cli.shell("cd " + m_cli.bytes(name) + "/test-server" + list).out);
    QVERIFY(!sums[0].isEmpty());
    QCOMPARE(sums[0], sums[1]);
}

void TestCliDemo::refusesOtherFolders()
{
    QVERIFY(m_cli.makeFile(m_cli.bytes("mine/letter.txt"), "mine"));
    const QByteArray before = m_cli.manifest(m_cli.bytes("mine"));
    for (const std::vector<QByteArray>& extra : {std::vector<QByteArray>{}, {"--again"}, {"--prepare-only"}}) {
        std::vector<QByteArray> arguments{"demo", m_cli.bytes("mine"), "--json"};
        arguments.insert(arguments.end(), extra.begin(), extra.end());
        const auto result = m_cli.run(arguments);
        QVERIFY2(result.exit == 5, result.words());
        QCOMPARE(result.errorCode(), u"demo.not-empty"_s);
    }
    QCOMPARE(m_cli.manifest(m_cli.bytes("mine")), before);
    const auto there = m_cli.run({"demo", m_cli.bytes("demo-en"), "--json"});
    QVERIFY2(there.exit == 5, there.words());
    QCOMPARE(there.errorCode(), u"demo.there"_s);
    const auto nowhere = m_cli.run({"demo", m_cli.bytes("no/parent/here"), "--json"});
    QVERIFY2(nowhere.exit == 3, nowhere.words());
}

void TestCliDemo::prepares()
{
    const QByteArray dir = m_cli.bytes("ready");
    // Interrupted in the middle of seeding: told so, and started over on request.
    const auto killed = m_cli.run({"demo", "--prepare-only", "--small", dir}, 400);
    if (killed.killed && QFile::exists(QString::fromUtf8(dir) + u"/.bascule-demo"_s)) { // it had begun by then
        const auto told = m_cli.run({"demo", "--prepare-only", dir, "--json"});
        QVERIFY2(told.exit == 5, told.words());
        QCOMPARE(told.errorCode(), u"demo.interrupted"_s);
    }
    const auto made = m_cli.run({"demo", "--prepare-only", "--small", "--again", dir, "--json"});
    QVERIFY2(made.exit == 0, made.words());
    QCOMPARE(made.json()[u"state"].toString(), u"preparing"_s);
    QVERIFY(m_cli.shell("ls -A " + dir + "/new-server").exit == 0);
    // Ended between making its mark and writing it.
    const QByteArray begun = m_cli.bytes("begun");
    QVERIFY(m_cli.shell("mkdir " + begun + " && : > " + begun + "/.bascule-demo").exit == 0);
    const auto told = m_cli.run({"demo", "--prepare-only", begun, "--json"});
    QVERIFY2(told.exit == 5, told.words());
    QCOMPARE(told.errorCode(), u"demo.interrupted"_s);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_cli.run({"demo", "--prepare-only", dir}).exit, 0);
    QVERIFY(timer.elapsed() < 3'000);
    const auto board = m_cli.run({"board", dir + "/demo.bascule", "--json"});
    for (int i = 0; i < 4; ++i)
        QVERIFY2(board.json()[u"checkpoints"][i][u"state"].toString() == u"passed"_s, board.out);
    QVERIFY(board.json()[u"ready"].toBool());
}

void TestCliDemo::worksWithoutRoot()
{
    if (!isRoot())
        QSKIP("everything above ran without root already");
    const QByteArray home = m_cli.bytes("nobody");
    const QByteArray copy = m_cli.bytes("bascule-cli"); // the build folder may be closed to others
    QVERIFY(m_cli.shell("mkdir -m 777 " + home + " && install -m 755 " + Cli::quoted(BASCULE_CLI) + ' ' + copy).exit ==
            0);
    const auto result =
        m_cli.shell("exec env BASCULE_STATE_DIR=" + home + "/state HOME=" + home +
                    " setpriv --reuid=65534 --regid=65534 --clear-groups " + copy + " demo --small " + home + "/demo");
    QVERIFY2(result.exit == 0, result.words());
}

QTEST_GUILESS_MAIN(TestCliDemo)
#include "tst_cli_demo.moc"
