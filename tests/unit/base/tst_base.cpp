// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Base.h"

#include <QTest>

using namespace bascule;
using namespace Qt::StringLiterals;

class BaseTest : public QObject
{
    Q_OBJECT

private slots:
    void namesAreShownInert_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QByteArray("a b") << u"a b"_s;
        QTest::newRow("accents") << QByteArray("été ❤") << u"été ❤"_s;
        QTest::newRow("newline") << QByteArray("a\nb") << u"a\\x0ab"_s;
        QTest::newRow("escape") << QByteArray("\x1b[31m") << u"\\x1b[31m"_s;
        QTest::newRow("latin1") << QByteArray("caf\xe9") << u"caf\\xe9"_s;
        QTest::newRow("c1") << QByteArray("\x9b") << u"\\x9b"_s;
        QTest::newRow("c1 as utf-8") << QByteArray("\xc2\x9b") << u"\\xc2\\x9b"_s;
        QTest::newRow("overlong") << QByteArray("\xc0\xaf") << u"\\xc0\\xaf"_s;
        QTest::newRow("right to left override") << QByteArray("\xe2\x80\xaegpj") << u"\\xe2\\x80\\xaegpj"_s;
        QTest::newRow("cut sequence") << QByteArray("a\xe2\x82") << u"a\\xe2\\x82"_s;
    }
    void namesAreShownInert()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, shown);
        QCOMPARE(displayPath(name), shown);
    }

    void secretsAreRedacted_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("ini") << u"password = hunter2"_s;
        QTest::newRow("env") << u"DB_PASSWORD=hunter2"_s;
        QTest::newRow("json") << u"\"api_key\": \"hunter2\","_s;
        QTest::newRow("php") << u"'passwd' => 'hunter2',"_s;
        QTest::newRow("define") << u"define('DB_PASSWORD', 'hunter2');"_s;
        QTest::newRow("url") << u"postgres://app:hunter2@db.example.org:5432/shop"_s;
        QTest::newRow("quoted blank") << u"pwd=\"my hunter2 x\""_s;
        QTest::newRow("sql") << u"CREATE USER a IDENTIFIED BY 'hunter2'"_s;
        QTest::newRow("key") << u"-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----"_s;
    }
    void secretsAreRedacted()
    {
        QFETCH(QString, line);
        QVERIFY2(!redact(line).contains("hunter2"_L1), qPrintable(redact(line)));
    }

    void theRestOfALineStays()
    {
        QCOMPARE(redact(u"host = db.example.org"_s), u"host = db.example.org"_s);
        QVERIFY(redact(u"postgres://app:x@db.example.org:5432/shop"_s).contains("db.example.org:5432/shop"_L1));
    }

    void errnoHasACode()
    {
        QCOMPARE(systemError(ENOSPC, "x").code, std::string("disk.full"));
        QCOMPARE(systemError(EPERM, "x").code, std::string("path.denied"));
        QCOMPARE(systemError(4095, "x").code, std::string("system.error"));
    }
};

QTEST_GUILESS_MAIN(BaseTest)
#include "tst_base.moc"
