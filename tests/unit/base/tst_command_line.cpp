// SPDX-License-Identifier: GPL-3.0-or-later
// What is quoted for sh comes back from a real sh byte for byte.
#include "core/base/CommandLine.h"
#include "core/base/Secret.h"

#include <QProcess>
#include <QTest>

using namespace bascule;
using namespace Qt::StringLiterals;

class CommandLineTest : public QObject
{
    Q_OBJECT

private slots:
    void shGivesBackWhatWasQuoted_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("plain") << QByteArray("plain-1.0_x");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("blank") << QByteArray("a b");
        QTest::newRow("quote") << QByteArray("it's");
        QTest::newRow("only quotes") << QByteArray("'''");
        QTest::newRow("double") << QByteArray("say \"x\"");
        QTest::newRow("dollar") << QByteArray("$HOME $(id) `id`");
        QTest::newRow("backslash") << QByteArray("a\\b\\");
        QTest::newRow("newline") << QByteArray("a\nb\n");
        QTest::newRow("glob") << QByteArray("*?[a]");
        QTest::newRow("tilde") << QByteArray("~root");
        QTest::newRow("assignment") << QByteArray("A=b");
        QTest::newRow("option") << QByteArray("-rf");
        QTest::newRow("end") << QByteArray("; rm -rf / #");
        QTest::newRow("history") << QByteArray("!!");
        QTest::newRow("no UTF-8") << QByteArray("caf\xe9\xff");
        QTest::newRow("escape") << QByteArray("\x1b[31m");
        QTest::newRow("percent") << QByteArray("%s%n");
    }
    void shGivesBackWhatWasQuoted()
    {
        QFETCH(QByteArray, word);
        const auto quoted = shellQuoted(word);
        QVERIFY(quoted.has_value());
        QProcess sh;
        sh.start(u"sh"_s, QStringList{});
        QVERIFY(sh.waitForStarted());
        sh.write("printf %s " + *quoted + "\n");
        sh.closeWriteChannel();
        QVERIFY(sh.waitForFinished());
        QCOMPARE(sh.readAllStandardOutput(), word);
    }

    void whatNoArgumentHoldsIsRefused() { QVERIFY(!shellQuoted(QByteArray("a\0b", 3)).has_value()); }

    void aCommandIsShownInert()
    {
        const Command command{"ssh", {"-p", "22", "--", "a b", "\x1b[2J"}};
        QCOMPARE(command.shown(), u"ssh -p 22 -- 'a b' $'\\x1b[2J'"_s);
        QCOMPARE(command.argumentList().size(), 5);
    }

    void aSecretMovesAndIsWiped()
    {
        Secret one(QByteArrayView("hunter2"));
        Secret two = std::move(one);
        QVERIFY(one.isEmpty());
        QCOMPARE(two.view().toByteArray(), QByteArray("hunter2"));
        const char* where = two.view().data();
        QVERIFY(where);
        two.wipe();
        QVERIFY(two.isEmpty());
        char buffer[] = "hunter2";
        wipeBytes(buffer, sizeof buffer);
        QCOMPARE(QByteArray(buffer, sizeof buffer), QByteArray(int(sizeof buffer), '\0'));
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_command_line.moc"
