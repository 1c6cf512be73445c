// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Csv.h"

#include <QTest>

using namespace bascule;
using namespace Qt::StringLiterals;

class CsvTest : public QObject
{
    Q_OBJECT

private slots:
    void writesInertCells_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("plain") << u"a b"_s << QByteArray("a b\n");
        QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"\n");
        QTest::newRow("quotes") << u"a\"b"_s << QByteArray("\"a\"\"b\"\n");
        QTest::newRow("formula") << u"=1+1"_s << QByteArray("'=1+1\n");
        QTest::newRow("formula with a comma") << u"=A(1,2)"_s << QByteArray("\"'=A(1,2)\"\n");
        QTest::newRow("plus") << u"+1"_s << QByteArray("'+1\n");
        QTest::newRow("option") << u"-rf"_s << QByteArray("'-rf\n");
        QTest::newRow("at") << u"@x"_s << QByteArray("'@x\n");
        QTest::newRow("apostrophe") << u"'x"_s << QByteArray("''x\n");
        QTest::newRow("apostrophe and formula") << u"'=x"_s << QByteArray("''=x\n");
        QTest::newRow("inside") << u"a=b"_s << QByteArray("a=b\n");
        QTest::newRow("newline") << u"a\nb"_s << QByteArray("\"a\nb\"\n");
        QTest::newRow("empty") << QString() << QByteArray("\n");
    }
    void writesInertCells()
    {
        QFETCH(QString, cell);
        QFETCH(QByteArray, written);
        QCOMPARE(csvLine({cell}), written);
        const QByteArray line = csvLine({u"before"_s, cell, cell, u"after"_s});
        const auto cells = csvCells(line.chopped(1));
        QVERIFY(cells.has_value());
        QCOMPARE(*cells, QStringList({u"before"_s, cell, cell, u"after"_s}));
    }

    void refusesWhatIsNoLine()
    {
        QVERIFY(!csvCells("\"open"));
        QVERIFY(!csvCells("\"a\"b,c"));
        QCOMPARE(csvCells(""), std::optional(QStringList{QString()}));
    }

    void pathsTellEveryByte()
    {
        QCOMPARE(exactPath("caf\xe9/a\\x41\n"), u"caf\\xe9/a\\\\x41\\x0a"_s);
        // No two names look the same.
        QVERIFY(exactPath("\xe9") != exactPath("\\xe9"));
    }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "tst_csv.moc"
