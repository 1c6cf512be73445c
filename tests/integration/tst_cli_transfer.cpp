// SPDX-License-Identifier: GPL-3.0-or-later
// sync and compare on the demo's old server, judged by rsync and find.
#include "tests/integration/Cli.h"

#include "core/demo/Demo.h"

#include <sys/stat.h>

using namespace bascule;
using namespace Qt::StringLiterals;

class TestCliTransfer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void copiesEverything();
    void secondRunWritesNothing();
    void comparesAndNamesWhatDiffers();
    void dryRunWritesNothing();
    void deletesOnlyWhenAsked();
    void excludes();
    void takesPathsThatAreNoText();
    void listsWhatIsSkipped();
    void asksBeforeOwnersAreDropped();
    void cancelsWithinTwoSeconds();
    void aSecondInterruptEndsItAtOnce();

private:
    QByteArray rsyncOf(const QByteArray& left, const QByteArray& right);

    Cli m_cli;
    QByteArray m_old, m_new;
};

QByteArray TestCliTransfer::rsyncOf(const QByteArray& left, const QByteArray& right)
{
    const auto result = m_cli.shell("exec rsync -aHAX --numeric-ids --modify-window=-1 -n -i --delete --checksum " +
                                    Cli::quoted(left + '/') + ' ' + Cli::quoted(right + '/'));
    return result.exit == 0 ? result.out : "rsync failed: " + result.err;
}

void TestCliTransfer::initTestCase()
{
    QVERIFY2(m_cli.shell("command -v rsync >/dev/null && command -v find >/dev/null").exit == 0, "rsync is missing");
    DemoOptions options;
    options.size = 0.5;
    options.now = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
    const auto places = seedDemo(m_cli.bytes("demo"), options);
    QVERIFY2(places.ok(), places.ok() ? "" : places.error().code.c_str());
    m_old = places->oldServer;
    m_new = m_cli.bytes("copy");
}

void TestCliTransfer::copiesEverything()
{
    const QByteArray before = m_cli.manifest(m_old);
    const auto result = m_cli.run({"sync", m_old, m_new, "--json"});
    QVERIFY2(result.exit == 0, result.words());
    QVERIFY2(result.err.isEmpty(), result.err); // no bar in a pipe
    const QJsonObject json = result.json();
    for (const char16_t* key : {u"outcome", u"files", u"bytes", u"transferred", u"skipped", u"verified", u"seconds"})
        QVERIFY2(json.contains(QStringView(key)), result.out);
    QCOMPARE(json[u"outcome"].toString(), u"succeeded"_s);
    QVERIFY(json[u"verified"].toBool());
    QVERIFY(json[u"files"].toInteger() > 500);
    QVERIFY(json[u"skipped"].toArray().isEmpty());
    QCOMPARE(rsyncOf(m_old, m_new), QByteArray());
    QCOMPARE(m_cli.manifest(m_new), before);
    QCOMPARE(m_cli.manifest(m_old), before);
    // Names that share an inode, and blocks: rsync sees neither wrongly linked twins nor lost holes.
    const QByteArray groups = " && find . -type f -links +1 -printf '%i %p\\0' | LC_ALL=C sort -z | tr '\\0\\n' '\\n ' "
                              "| awk '{ i = $1; $1 = \"\"; if (!(i in n)) n[i] = ++c; print n[i], $0 }'";
    const auto left = m_cli.shell("cd " + Cli::quoted(m_old) + groups);
    const auto right = m_cli.shell("cd " + Cli::quoted(m_new) + groups);
    QVERIFY(left.out.count('\n') >= 4);
    const QByteArray blocks = " && find . -type f -size +40000k -printf '%s %b\\n'";
    const auto sparse = m_cli.shell("cd " + Cli::quoted(m_new) + blocks);
    QVERIFY2(sparse.out.trimmed().split(' ').last().toLongLong() < 4'000, sparse.out);
    QCOMPARE(left.out.count('\n'), right.out.count('\n'));
}

void TestCliTransfer::secondRunWritesNothing()
{
    const auto result = m_cli.run({"sync", m_old, m_new, "--json"});
    QVERIFY2(result.exit == 0, result.words());
    QCOMPARE(result.json()[u"transferred"].toInteger(), 0);
    QCOMPARE(result.json()[u"created"].toInteger(), 0);
}

void TestCliTransfer::comparesAndNamesWhatDiffers()
{
    auto result = m_cli.run({"compare", m_old, m_new, "--json"});
    QVERIFY2(result.exit == 0, result.words());
    QVERIFY(result.json()[u"equal"].toBool());
    // Same size, same time: only the contents tell.
    const QByteArray victim = m_new + "/etc/hostname";
    QVERIFY(m_cli.shell("t=$(stat -c %y " + victim + "); printf 'vegb\\n' > " + victim + "; touch -d \"$t\" " + victim)
                .exit == 0);
    result = m_cli.run({"compare", m_old, m_new, "--json"});
    QCOMPARE(result.exit, 1);
    const QJsonArray differences = result.json()[u"differences"].toArray();
    QCOMPARE(differences.size(), 1);
    QCOMPARE(differences[0][u"path"].toString(), u"etc/hostname"_s);
    QCOMPARE(differences[0][u"what"].toString(), u"contents"_s);
    // By size and time alone a sync does not see it; with --checksum it does.
    QCOMPARE(m_cli.run({"sync", m_old, m_new, "--checksum"}).exit, 0);
    QCOMPARE(m_cli.run({"compare", m_old, m_new}).exit, 0);
}

void TestCliTransfer::dryRunWritesNothing()
{
    const QByteArray target = m_cli.bytes("dry");
    QVERIFY(QDir().mkdir(QFile::decodeName(target)));
    const QByteArray before = m_cli.manifest(target);
    const auto result = m_cli.run({"sync", "--dry-run", "--json", m_old, target});
    QVERIFY2(result.exit == 0, result.words());
    QVERIFY(result.json()[u"actions"].toArray().size() > 100);
    QCOMPARE(m_cli.manifest(target), before);
}

void TestCliTransfer::deletesOnlyWhenAsked()
{
    const QByteArray extra = m_new + "/srv/of the target only.txt";
    QVERIFY(m_cli.makeFile(extra, "keep me"));
    QCOMPARE(m_cli.run({"sync", m_old, m_new}).exit, 0);
    QVERIFY(QFile::exists(QFile::decodeName(extra)));
    const auto result = m_cli.run({"sync", m_old, m_new, "--delete", "--json"});
    QVERIFY2(result.exit == 0, result.words());
    QCOMPARE(result.json()[u"deleted"].toInteger(), 1);
    QVERIFY(!QFile::exists(QFile::decodeName(extra)));
    QCOMPARE(rsyncOf(m_old, m_new), QByteArray());
}

void TestCliTransfer::excludes()
{
    const QByteArray target = m_cli.bytes("part");
    const auto result = m_cli.run({"sync", m_old, target, "--exclude", "/srv", "--exclude=*.tar.zst"});
    QVERIFY2(result.exit == 0, result.words());
    QVERIFY(!QFile::exists(QFile::decodeName(target + "/srv")));
    QVERIFY(QFile::exists(QFile::decodeName(target + "/etc/hostname")));
    QVERIFY(m_cli.shell("ls " + target + "/var/backups").out.isEmpty());
}

void TestCliTransfer::takesPathsThatAreNoText()
{
    const QByteArray left = m_cli.bytes() + "/caf\xe9\n-left";
    const QByteArray right = m_cli.bytes() + "/caf\xe9\n-right";
    QVERIFY(m_cli.shell("mkdir -p " + Cli::quoted(left) + " && printf x > " + Cli::quoted(left + "/\xff")).exit == 0);
    auto result = m_cli.run({"sync", left, right});
    QVERIFY2(result.exit == 0, result.words());
    QCOMPARE(rsyncOf(left, right), QByteArray());
    QVERIFY(m_cli.shell("printf y > " + Cli::quoted(right + "/\xff")).exit == 0);
    result = m_cli.run({"compare", left, right, "--json"});
    QCOMPARE(result.exit, 1);
    QCOMPARE(result.json()[u"differences"][0][u"path"].toString(), u"\\xff"_s);
    // As the last argument, and beginning with a dash.
    result = m_cli.run({"compare", "--", left, left + "/\xff"});
    QCOMPARE(result.exit, 3);
    QVERIFY(!result.err.contains('\xff'));
}

void TestCliTransfer::listsWhatIsSkipped()
{
    const QByteArray from = m_cli.bytes("sockets"), to = m_cli.bytes("no-sockets"), list = m_cli.bytes("skipped.csv");
    QVERIFY(m_cli.makeFile(from + "/plain", "x"));
    for (const char* name : {"=1+1", "-rf", "a,b", "caf\xe9"})
        QCOMPARE(::mknod((from + '/' + name).constData(), S_IFSOCK | 0644, 0), 0);
    const auto result = m_cli.run({"sync", from, to, "--skipped", list, "--language", "fr"});
    QVERIFY2(result.exit == 1 && result.out.contains("skipped.csv"), result.words());
    const auto sorted = m_cli.shell("LC_ALL=C sort " + Cli::quoted(list));
    const QByteArray why = "kind.socket,";
    for (const QByteArray& line :
         {QByteArray("'=1+1,"), QByteArray("'-rf,"), QByteArray("\"a,b\","), QByteArray("caf\\xe9,")})
        QVERIFY2(sorted.out.contains('\n' + line + why) || sorted.out.startsWith(line + why), sorted.out);
    QCOMPARE(sorted.out.count('\n'), 5);
    QVERIFY2(sorted.out.contains("path,reason,sentence,detail\n"), sorted.out);
    // In the language that was asked for; and never over what is there, unless told.
    const auto english = m_cli.run({"sync", from, to, "--skipped", list, "--json"});
    QVERIFY2(english.exit == 5 && english.errorCode() == u"path.exists"_s, english.words());
    const auto again = m_cli.run({"sync", from, to, "--skipped", list, "--replace", "--json"});
    QVERIFY2(again.exit == 1, again.words());
    QCOMPARE(again.json()[u"skippedListed"].toInteger(), 4);
    QVERIFY(m_cli.shell("LC_ALL=C sort " + Cli::quoted(list)).out != sorted.out);
    QCOMPARE(m_cli.run({"sync", from, to, "--owners", "both"}).exit, 2);
    QCOMPARE(m_cli.run({"compare", "--manifest", list, to, "--owners", "names"}).exit, 2);
    // One machine has one number for a name.
    const auto names = m_cli.run({"sync", from, to, "--owners", "names", "--json"});
    QVERIFY2(names.exit == 1 && names.json()[u"owners"].isArray() && names.json()[u"owners"].toArray().isEmpty(),
             names.words());
    QVERIFY(!again.json().contains(u"owners"));
    // A list that grows may lie in neither tree.
    const auto inside = m_cli.run({"sync", from, to, "--skipped", from + "/list.csv", "--json"});
    QVERIFY2(inside.errorCode() == u"list.inside-folder"_s, inside.words());
    QVERIFY(!QFile::exists(QFile::decodeName(from + "/list.csv")));
    QCOMPARE(m_cli.run({"sync", from, to, "--replace"}).exit, 2);
}

/// Row 11, as somebody who is not root meets it.
void TestCliTransfer::asksBeforeOwnersAreDropped()
{
    if (::getuid() != 0)
        QSKIP("only root has files of somebody else");
    const QByteArray source = m_cli.bytes("theirs/S"), place = m_cli.bytes("theirs/out"), target = place + "/D";
    QVERIFY(m_cli.makeFile(source + "/file", "x"));
    // A copy of the program, where the build's folder is closed to others.
    const QByteArray line = "cp " + Cli::quoted(BASCULE_CLI) + ' ' + Cli::quoted(m_cli.bytes("bascule-cli")) +
                            " && mkdir -p " + Cli::quoted(place) + " && chown 65534:65534 " + Cli::quoted(place) +
                            " && HOME=" + Cli::quoted(place) + " BASCULE_STATE_DIR=" + Cli::quoted(place + "/state") +
                            " exec setpriv --reuid=65534 --regid=65534 --clear-groups " +
                            Cli::quoted(m_cli.bytes("bascule-cli")) + " sync --json " + Cli::quoted(source) + ' ' +
                            Cli::quoted(target);
    const auto asked = m_cli.shell(line);
    QVERIFY2(asked.exit == 5, asked.words());
    QCOMPARE(asked.errorCode(), u"owner.cannot-be-given"_s);
    QVERIFY(!QFile::exists(QFile::decodeName(target)));
    const auto allowed = m_cli.shell(line + " --owners free");
    QVERIFY2(allowed.exit == 1, allowed.words());
    QCOMPARE(allowed.json()[u"skipped"].toArray().first().toObject()[u"reason"].toString(),
             u"metadata.owner-not-kept"_s);
    QCOMPARE(m_cli.run({"compare", source, target, "--owners", "free"}).exit, 0);
    QCOMPARE(m_cli.run({"compare", source, target}).exit, 1);
}

void TestCliTransfer::cancelsWithinTwoSeconds()
{
    const QByteArray target = m_cli.bytes("slow");
    // In the foreground: otherwise timeout signals the group too, and a second SIGINT ends the process as it should.
    const QByteArray command = "exec timeout --foreground --preserve-status -s INT 1 " + Cli::quoted(BASCULE_CLI) +
                               " sync " + Cli::quoted(m_old) + ' ' + Cli::quoted(target) + " --bwlimit 200k --json";
    QElapsedTimer timer;
    timer.start();
    const auto result = m_cli.shell(command);
    QVERIFY2(result.exit == 4, result.words());
    QVERIFY2(timer.elapsed() < 3'500, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(result.errorCode(), u"cancelled"_s);
    QVERIFY(m_cli.run({"sync", m_old, target}).exit == 0);
    QCOMPARE(rsyncOf(m_old, target), QByteArray());
}

/// From the first one on the signal is not caught any more: whoever presses twice means it.
void TestCliTransfer::aSecondInterruptEndsItAtOnce()
{
    QProcess process;
    process.setProcessEnvironment(m_cli.environment());
    process.start(QStringLiteral(BASCULE_CLI),
                  {u"sync"_s, QFile::decodeName(m_old), m_cli.path("slow2"), u"--bwlimit"_s, u"200k"_s, u"--json"_s});
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(m_cli.path("slow2")); }, 20'000));
    const auto isCaught = [&] {
        QFile status(QStringLiteral("/proc/%1/status").arg(process.processId()));
        if (!status.open(QIODevice::ReadOnly))
            return false;
        const QByteArray all = status.readAll();
        const qsizetype at = all.indexOf("SigCgt:");
        return (all.mid(at + 7, all.indexOf('\n', at) - at - 7).trimmed().toULongLong(nullptr, 16) & 2) != 0;
    };
    QVERIFY(isCaught());
    ::kill(pid_t(process.processId()), SIGINT);
    bool isLeft = false; // seen with the signal as it is by default, and still alive
    while (::kill(pid_t(process.processId()), 0) == 0 && !isLeft && !process.waitForFinished(0))
        isLeft = !isCaught() && process.state() == QProcess::Running;
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(20'000));
    QVERIFY(isLeft);
}

QTEST_GUILESS_MAIN(TestCliTransfer)
#include "tst_cli_transfer.moc"
