// SPDX-License-Identifier: GPL-3.0-or-later
// What a line of configuration points at, and that no secret of it is kept.
#include "core/dependencies/Clues.h"
#include "core/dependencies/Names.h"
#include "core/dependencies/Sources.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace bascule;
using namespace bascule::dependencies;
using namespace Qt::StringLiterals;

namespace {

/// "path:/a/b", "connection:host:5432", … of all clues of a text, in order.
QStringList found(const QByteArray& text, const char* file)
{
    static const QStringList kinds{u"path"_s,   u"database"_s, u"connection"_s, u"url"_s,
                                   u"remote"_s, u"address"_s,  u"host"_s,       u"unit"_s};
    QStringList all;
    for (const Clue& clue : cluesIn(text, syntaxOf(file))) {
        if (clue.listening)
            continue;
        QString one = kinds[int(clue.kind)] + u':';
        one += clue.paths.empty() ? clue.host : displayPath(clue.paths.back());
        if (clue.port > 0)
            one += u':' + QString::number(clue.port);
        all += one;
    }
    return all;
}

} // namespace

class TestClues : public QObject
{
    Q_OBJECT
private slots:
    void finds_data();
    void finds();
    void keepsNoSecret_data();
    void keepsNoSecret();
    void readsPathsWithBlanks();
    void survivesAnything_data();
    void survivesAnything();
    void readsUtf16();
    void schedules();
    void choosesFiles();
};

void TestClues::finds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("clues");
    const auto row = [](const char* name, QByteArray text, QByteArray file, QStringList clues) {
        QTest::newRow(name) << text << file << clues;
    };
    row("ini path", "path = /var/lib/shop/shop.db", "opt/a/etc/a.ini", {u"path:/var/lib/shop/shop.db"_s});
    row("quoted php", "'db' => '/var/lib/shop/shop.db',", "opt/a/config.php", {u"path:/var/lib/shop/shop.db"_s});
    row("json", "{\"data\": \"/srv/shares/compta/\"}", "opt/a/a.json", {u"path:/srv/shares/compta"_s});
    row("yaml volumes", "  - /srv/a:/srv/b", "opt/a/a.yml", {u"path:/srv/a"_s, u"path:/srv/b"_s});
    row("url", "DATABASE_URL=postgres://shop:pw@db.example.org/shop?sslmode=require", "opt/a/.env",
        {u"connection:db.example.org:5432"_s});
    row("url port", "u = amqp://a:b@10.1.2.3:5673/x", "opt/a/a.conf", {u"connection:10.1.2.3:5673"_s});
    row("jdbc", "url=jdbc:postgresql://db1:5433/x", "opt/a/a.properties", {u"connection:db1:5433"_s});
    row("slash in password", "u=mysql://shop:a/b@c@db.lan:3307/x", "opt/a/a.conf", {u"connection:db.lan:3307"_s});
    row("web", "api: https://api.example.org/v1/users", "opt/a/a.yml", {u"url:api.example.org:443"_s});
    row("sqlite url", "u = sqlite:////var/lib/shop/shop.db", "opt/a/a.ini", {u"path:/var/lib/shop/shop.db"_s});
    row("pdo", "$dsn = 'mysql:host=10.0.0.5;port=3310;dbname=x';", "opt/a/config.php", {u"address:10.0.0.5:3310"_s});
    row("two lines", "[ldap]\nhost = ldap.example.org\nport = 389\n", "opt/a/a.ini",
        {u"address:ldap.example.org:389"_s});
    row("host alone", "smtp_host = mail.example.org", "opt/a/a.ini", {u"host:mail.example.org"_s});
    row("single label", "db_host = \"dbserver\"", "opt/a/a.ini", {u"host:dbserver"_s});
    row("resolver", "nameserver 10.0.0.53", "etc/resolv.conf", {u"address:10.0.0.53"_s});
    row("host:port", "upstream backend.lan:8080;", "opt/a/a.conf", {u"address:backend.lan:8080"_s});
    row("local service", "DB_HOST=127.0.0.1:3306", "opt/a/.env", {u"address:127.0.0.1:3306"_s});
    row("ssh", "rsync -a /srv/shares/ save@nas.lan:/volume1/x", "opt/a/save.sh",
        {u"remote:nas.lan:22"_s, u"path:/srv/shares"_s});
    row("unc", "partage = \\\\orion\\scans", "opt/a/a.ini", {u"remote:orion:445"_s});
    row("nfs", "nas:/export/x /mnt/x nfs defaults 0 0", "etc/fstab", {u"remote:nas:2049"_s, u"path:/mnt/x"_s});
    row("unit", "[Unit]\nAfter=network.target shop.service\n", "etc/systemd/system/a.service",
        {u"unit:shop.service"_s});
    row("optional file", "EnvironmentFile=-/etc/shop/env", "etc/systemd/system/a.service", {u"path:/etc/shop/env"_s});
    row("relative database", "database: data/shop.sqlite3", "opt/a/a.yml", {u"database:data/shop.sqlite3"_s});
    row("cron", "0 5 1 * * root /opt/shop/bin/c.sh", "etc/cron.d/c", {u"path:/opt/shop/bin/c.sh"_s});
    row("cron stars", "* * * * * root /opt/shop/bin/c.sh", "etc/cron.d/c", {u"path:/opt/shop/bin/c.sh"_s});
    row("listening", "listen = 10.0.0.7:8080\nbind 10.0.0.7", "opt/a/a.conf", {});
    row("comments", "# /srv/a\n; host = x.example.org\n", "opt/a/a.ini", {});
    row("php comments", "// host = x.example.org\n/* /srv/a\n * /srv/b */\n", "opt/a/config.php", {});
    row("xml comments", "<!-- <host>x.example.org:80</host>\n x.example.org:81 -->\n", "opt/a/a.xml", {});
    row("versions and masks", "version = 10.2.3.4\nnetmask = 255.255.255.0\nallow = 10.0.0.0/8\nany = 0.0.0.0",
        "opt/a/a.conf", {});
    row("licence", "see http://www.apache.org/licenses/LICENSE-2.0", "opt/a/a.conf", {});
    row("words", "host = true\nserver = none", "opt/a/a.ini", {});
    row("files are no hosts", "server = app.conf", "opt/a/a.ini", {});
    row("invalid utf-8", "path = /srv/shares/\xe9t\xe9", "opt/a/a.ini", {u"path:/srv/shares/\\xe9t\\xe9"_s});
}

void TestClues::finds()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, file);
    QFETCH(QStringList, clues);
    QCOMPARE(found(text, file.constData()), clues);
}

void TestClues::keepsNoSecret_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char* line :
         {"DATABASE_URL=postgres://shop:Hunter2.example.org@db.lan/shop",
          "url = mysql://shop:Hunter2/Hunter2@Hunter2@db.lan:3306/x", "u=redis://:Hunter2@cache.lan:6379",
          "host=db.lan;password=Hunter2.example.org:1234;x=1",
          "'DB_PASSWORD' => 'Hunter2.lan:99', 'host' => 'db.lan:5'",
          "define('DB_PASSWORD', 'Hunter2.lan:80'); define('DB_HOST', 'db.lan:3306');",
          "SECRET_KEY_BASE=Hunter2.lan:8080 HOST=db.lan:80",
          "aws_secret_access_key = Hunter2.example.org:80 # db.lan:80",
          "Authorization: Bearer Hunter2.example.org:443 db.lan:80", "mysql -h db.lan -u root -pHunter2.lan:80 shop",
          "curl -u bob:Hunter2.lan:99 https://db.lan/x?token=Hunter2", "token: \"Hunter2.lan:9\" # db.lan:80",
          "https://db.lan/hook/Hunter2?key=Hunter2#Hunter2", "api_key=Hunter2 path=/srv/x",
          "identified by 'Hunter2.lan:1' host=db.lan:3"}) {
        QTest::newRow(line) << QByteArray(line);
    }
}

void TestClues::keepsNoSecret()
{
    QFETCH(QByteArray, line);
    for (const char* file : {"opt/a/a.ini", "opt/a/config.php", "opt/a/.env", "opt/a/x.sh", "etc/cron.d/x"}) {
        const auto clues = cluesIn(line + '\n', syntaxOf(file));
        QVERIFY2(!clues.empty(), file); // it is read, only its secret is not kept
        for (const Clue& clue : clues) {
            QVERIFY2(!clue.excerpt.contains(u"Hunter2"), qPrintable(clue.excerpt));
            QVERIFY2(!clue.host.contains(u"hunter2"), qPrintable(clue.host));
        }
    }
}

void TestClues::readsPathsWithBlanks()
{
    const auto clues = cluesIn("path = /srv/shares/Direction Générale/bilan ; remark\n", Syntax::Ini);
    QCOMPARE(clues.size(), std::size_t(1));
    QCOMPARE(clues[0].paths.front(), QByteArray("/srv/shares/Direction Générale/bilan"));
    QCOMPARE(clues[0].paths.back(), QByteArray("/srv/shares/Direction"));
    QCOMPARE(clues[0].line, 1);
    const auto quoted = cluesIn("cp \"/srv/a b/c\" /srv/d\n", Syntax::Plain);
    QCOMPARE(quoted[0].paths.front(), QByteArray("/srv/a b/c"));
    const auto escaped = cluesIn("cp /srv/a\\ b/c /x\n", Syntax::Plain);
    QCOMPARE(escaped[0].paths.back(), QByteArray("/srv/a b/c"));
}

void TestClues::survivesAnything_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("binary") << QByteArray("host = db.lan:80\0\1\2", 19);
    QTest::newRow("one endless line") << QByteArray(1 << 20, '/');
    QTest::newRow("slashes and letters") << QByteArray("/a").repeated(1 << 19);
    QTest::newRow("dots") << QByteArray("a.").repeated(1 << 19);
    QTest::newRow("hosts") << QByteArray("host=").repeated(200'000);
    QTest::newRow("ats") << QByteArray("a@a:").repeated(1 << 18);
    QTest::newRow("urls") << QByteArray("a://b:c@").repeated(1 << 17);
    QTest::newRow("backslashes") << QByteArray("\\").repeated(1 << 20);
    QTest::newRow("passwords") << QByteArray("password ").repeated(100'000);
    QTest::newRow("lines") << QByteArray("host=a.b:80\n").repeated(80'000);
    QTest::newRow("cut in a key") << QByteArray("-----BEGIN RSA PRIVATE KEY-----\nabc.example.org:443\n");
    QTest::newRow("no end") << QByteArray("path = \"/srv/x");
}

void TestClues::survivesAnything()
{
    QFETCH(QByteArray, content);
    for (const Syntax syntax : {Syntax::Plain, Syntax::Code, Syntax::Cron, Syntax::Mounts, Syntax::Unit}) {
        QElapsedTimer clock;
        clock.start();
        const auto clues = cluesIn(content, syntax);
        QVERIFY2(clock.elapsed() < 20'000, "takes too long");
        QVERIFY(clues.size() <= 5000);
        if (content.contains('\0') || content.contains("PRIVATE KEY"))
            QVERIFY(clues.empty());
    }
    // Told to stop, it does, wherever it is.
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(cluesIn(content, Syntax::Plain, stop.get_token()).empty());
}

void TestClues::readsUtf16()
{
    const QString text = u"host = été.example.org\r\npath = /srv/x\r\n"_s;
    QByteArray content("\xff\xfe", 2);
    content.append(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    const auto clues = cluesIn(content, Syntax::Ini);
    QCOMPARE(clues.size(), std::size_t(1));
    QCOMPARE(clues[0].paths.back(), QByteArray("/srv/x"));
}

void TestClues::schedules()
{
    for (const char16_t* rare : {u"0 5 1 * *", u"@monthly", u"@yearly", u"30 2 15 1,7 *"})
        QVERIFY2(isRareCron(QString::fromUtf16(rare)), qPrintable(QString::fromUtf16(rare)));
    for (const char16_t* often : {u"0 5 * * *", u"0 5 1 * 1", u"*/5 * * * *", u"0 5 1,15 * *", u"@daily", u""})
        QVERIFY2(!isRareCron(QString::fromUtf16(often)), qPrintable(QString::fromUtf16(often)));
    for (const char16_t* rare : {u"monthly", u"*-*-01 05:00:00", u"yearly", u"2026-12-31"})
        QVERIFY2(isRareCalendar(QString::fromUtf16(rare)), qPrintable(QString::fromUtf16(rare)));
    for (const char16_t* often : {u"daily", u"*-*-* 05:00", u"Mon *-*-*", u"weekly", u"*-*-1/2"})
        QVERIFY2(!isRareCalendar(QString::fromUtf16(often)), qPrintable(QString::fromUtf16(often)));
    QVERIFY(cluesIn("0 5 1 * * root /opt/a/b.sh\n", Syntax::Cron).front().dormant);
    QVERIFY(!cluesIn("0 5 * * * root /opt/a/b.sh\n", Syntax::Cron).front().dormant);
    QVERIFY(cluesIn("OnCalendar=monthly\nUnit=a.service\n", Syntax::Unit).front().dormant);
}

void TestClues::choosesFiles()
{
    const auto wanted = [](const char* path, AssetKind inside, qint64 size = 100) {
        return wantedFile(path, size, inside) == Wanted::Yes;
    };
    QVERIFY(wanted("opt/a/etc/a.conf", AssetKind::Application));
    QVERIFY(wanted("opt/a/.env", AssetKind::Application));
    QVERIFY(wanted("opt/a/config.php", AssetKind::Application));
    QVERIFY(wanted("etc/fstab", AssetKind::Files));
    QVERIFY(wanted("etc/cron.d/x", AssetKind::Task));
    QVERIFY(wanted("etc/shop/shop.yml", AssetKind::Files));
    QVERIFY(wanted("srv/shares/it/sauve.sh", AssetKind::Share));
    QVERIFY(!wanted("srv/shares/it/donnees.json", AssetKind::Share));
    QVERIFY(!wanted("opt/a/src/index.php", AssetKind::Application));
    QVERIFY(!wanted("opt/a/node_modules/x/x.json", AssetKind::Application));
    QVERIFY(!wanted("etc/shadow", AssetKind::Files));
    QVERIFY(!wanted("etc/ssl/private/key.conf", AssetKind::Files));
    QVERIFY(!wanted("usr/share/x/x.conf", AssetKind::Files));
    QVERIFY(!wanted("srv/backups/x.conf", AssetKind::Backups));
    QCOMPARE(wantedFile("opt/a/a.json", 5 << 20, AssetKind::Application), Wanted::TooBig);
    QCOMPARE(wantedFile("srv/shares/it/gros.conf", 5 << 20, AssetKind::Share), Wanted::No);
}

QTEST_GUILESS_MAIN(TestClues)
#include "tst_clues.moc"
