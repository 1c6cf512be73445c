// SPDX-License-Identifier: GPL-3.0-or-later
// Between real servers: sync and compare by the command line, straight and through this machine, with outside oracles.
#include "tests/integration/lab/Lab.h"

#include <QScopeGuard>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kOracle =
    "rsync -aHAX --numeric-ids --modify-window=-1 -n -i --delete --checksum --exclude=/special/socket -e "
    "'ssh -oBatchMode=yes -oStrictHostKeyChecking=no -oUserKnownHostsFile=/dev/null "
    "-oLogLevel=ERROR -i /root/lab-oracle' root@OLD:/srv/share/ /srv/copy/";

} // namespace

class LabTransfersTest : public QObject
{
    Q_OBJECT

    /// What rsync, run on new against old, would still do; sockets are nobody's data.
    QByteArray oracle();
    /// ACLs and xattrs of a tree on a host, with paths relative to it.
    static QByteArray attributes(const QByteArray& host, const QByteArray& folder);
    /// Processes and files of ours on a host.
    static QByteArray leftovers(const QByteArray& host);
    static QByteArray keysOf(const QByteArray& host)
    {
        return Lab::on(host, "cat /root/.ssh/authorized_keys; stat -c '%a %u %g %y' /root/.ssh/authorized_keys").out;
    }
    QByteArray m_address;

private slots:
    void initTestCase();
    void init();
    void goes_data();
    void goes();
    void aSecondRunMovesNothing();
    void withSudo();
    void withoutSudo();
    void throughTheJumpHost();
    void directOrNotAtAll();
    void aKilledDirectRunLeavesNothing();
    void compares();
    void withAKeyThatOnlyAnAgentHas();
};

void LabTransfersTest::initTestCase()
{
    QVERIFY2(Lab::isUp(), "no lab: start it with tests/lab/lab up, or run packaging/test --lab");
    QVERIFY(Lab::reset("new"));
    QVERIFY(Lab::plain("old"));
    m_address =
        Lab::on("old", "ip -4 -o addr show scope global | awk '{print $4}' | cut -d/ -f1 | head -n1").out.trimmed();
    QVERIFY(!m_address.isEmpty());
    // A way for the oracle alone, from new to old.
    QVERIFY(Lab::on("new", "rm -f /root/lab-oracle*; ssh-keygen -q -t ed25519 -N '' -f /root/lab-oracle").exit == 0);
    const QByteArray key = Lab::on("new", "cat /root/lab-oracle.pub").out.trimmed();
    QVERIFY(Lab::on("old", "grep -qF '" + key + "' /root/.ssh/authorized_keys || echo '" + key +
                               "' >> /root/.ssh/authorized_keys")
                .exit == 0);
}

void LabTransfersTest::init()
{
    QVERIFY(Lab::on("new", "chattr -R -i -a /srv/copy 2>/dev/null; rm -rf /srv/copy").exit == 0);
}

QByteArray LabTransfersTest::oracle()
{
    QByteArray line = kOracle;
    const auto ran = Lab::on("new", line.replace("OLD", m_address));
    return ran.exit == 0 ? ran.out : "rsync failed: " + ran.words();
}

QByteArray LabTransfersTest::attributes(const QByteArray& host, const QByteArray& folder)
{
    return Lab::on(host, "cd " + folder +
                             " && { find . ! -type s -print0 | xargs -0 getfacl -Ppn; "
                             "find . ! -type s -print0 | xargs -0 getfattr -hdm- -e hex; getcap -r .; } "
                             "2>/dev/null | LC_ALL=C sort | sha256sum")
        .out;
}

QByteArray LabTransfersTest::leftovers(const QByteArray& host)
{
    return Lab::on(host, "sleep 0.5; ps -eo comm= | grep bascule; ps -eo args= | grep 'BASCULE[ ]%s'; "
                         "find / -xdev -name '.bascule*' -not -path '/proc/*' 2>/dev/null")
        .out;
}

void LabTransfersTest::goes_data()
{
    QTest::addColumn<QByteArray>("way");
    QTest::newRow("direct") << QByteArray("--direct");
    QTest::newRow("relay") << QByteArray("--relay");
}

void LabTransfersTest::goes()
{
    QFETCH(QByteArray, way);
    const auto cli = Lab::cli();
    const QByteArray keys = keysOf("old");
    const auto ran = cli->run({"sync", "old:/srv/share", "new:/srv/copy", way, "--json"});
    const QJsonObject facts = ran.json();
    QVERIFY2(ran.exit == 0 || facts[u"skippedTotal"].toInt() == 1, (ran.out + ran.err).constData());
    QCOMPARE(facts[u"way"].toString().toUtf8(), way.mid(2));
    QVERIFY(facts[u"created"].toInt() > 3000);
    QCOMPARE(oracle(), QByteArray());
    QCOMPARE(attributes("new", "/srv/copy"), attributes("old", "/srv/share"));
    QCOMPARE(keysOf("old"), keys);
    QCOMPARE(leftovers("old"), QByteArray());
    QCOMPARE(leftovers("new"), QByteArray());
}

void LabTransfersTest::aSecondRunMovesNothing()
{
    const auto cli = Lab::cli();
    cli->run({"sync", "old:/srv/share", "new:/srv/copy", "--json"});
    const auto again = cli->run({"sync", "old:/srv/share", "new:/srv/copy", "--json"});
    const QJsonObject facts = again.json();
    QCOMPARE(facts[u"created"].toInt() + facts[u"replaced"].toInt() + facts[u"metadataOnly"].toInt(), 0);
    QCOMPARE(facts[u"transferred"].toInteger(), 0);
    QCOMPARE(facts[u"way"].toString(), u"direct"_s);
}

void LabTransfersTest::withSudo()
{
    const auto cli = Lab::cli();
    // ops's password, sudo's on the one and on the other server.
    const QByteArray word = Lab::password("ops");
    const auto ran = Lab::withPasswords(*cli, word + '\n' + word + '\n' + word + '\n' + word + '\n',
                                        {"sync", "ops@old:/srv/share", "ops@new:/srv/copy", "--sudo", "--json"});
    const QJsonObject facts = ran.json();
    QVERIFY2(facts[u"created"].toInt() > 3000, (ran.out + ran.err).constData());
    QCOMPARE(oracle(), QByteArray());
    QCOMPARE(leftovers("old"), QByteArray());
    QCOMPARE(leftovers("new"), QByteArray());
}

/// What the account cannot read is named, and the rest is there.
void LabTransfersTest::withoutSudo()
{
    const auto cli = Lab::cli();
    const QByteArray word = Lab::password("nosudo");
    const auto ran =
        Lab::withPasswords(*cli, word + '\n', {"sync", "nosudo@old:/srv/share", cli->bytes("copy"), "--json"});
    const QJsonObject facts = ran.json();
    QVERIFY2(ran.exit == 1, (ran.out + ran.err).constData());
    QVERIFY(facts[u"created"].toInt() > 100);
    QVERIFY(!facts[u"verified"].toBool());
    bool denied = false;
    for (const QJsonValue& item : facts[u"skipped"].toArray())
        denied = denied || item[u"reason"] == "path.denied"_L1;
    QVERIFY2(denied, ran.out.constData());
}

void LabTransfersTest::throughTheJumpHost()
{
    const auto cli = Lab::cli();
    const auto ran = cli->run({"sync", "old-by-jump:/srv/share", "new:/srv/copy", "--json"});
    const QJsonObject facts = ran.json();
    QVERIFY2(facts[u"created"].toInt() > 3000, (ran.out + ran.err).constData());
    QCOMPARE(facts[u"way"].toString(), u"direct"_s); // new reaches old by the address that old says it has
    QCOMPARE(oracle(), QByteArray());
}

/// Where the two do not reach each other it is said why; --direct then changes nothing.
void LabTransfersTest::directOrNotAtAll()
{
    const auto cli = Lab::cli();
    const QByteArray to =
        Lab::on("new", "ip -4 -o addr show scope global | awk '{print $4}' | cut -d/ -f1 | head -n1").out.trimmed();
    QVERIFY(Lab::on("old", "ip route add blackhole " + to + "/32").exit == 0);
    const auto strict = cli->run({"sync", "old:/srv/share", "new:/srv/copy", "--direct", "--json"});
    const auto best = cli->run({"sync", "old:/srv/share", "new:/srv/copy", "--json"});
    QVERIFY(Lab::on("old", "ip route del blackhole " + to + "/32").exit == 0);
    QCOMPARE(strict.errorCode(), u"direct.unreachable"_s);
    QCOMPARE(strict.exit, 3);
    const QJsonObject facts = best.json();
    QCOMPARE(facts[u"way"].toString(), u"relay"_s);
    QCOMPARE(facts[u"wayReason"][u"code"].toString(), u"direct.unreachable"_s);
    QVERIFY(facts[u"created"].toInt() > 3000);
    QCOMPARE(oracle(), QByteArray());
}

/// kill -9 of the program in the middle: the next contact finds, and leaves, nothing.
void LabTransfersTest::aKilledDirectRunLeavesNothing()
{
    const auto cli = Lab::cli();
    const QByteArray keys = keysOf("old");
    QVERIFY(Lab::on("old", "mkdir -p /srv/big && head -c 400M /dev/urandom > /srv/big/file").exit == 0);
    QProcess process;
    process.setProcessEnvironment(cli->environment());
    process.start(QStringLiteral(BASCULE_CLI),
                  {u"sync"_s, u"old:/srv/big"_s, u"new:/srv/copy"_s, u"--direct"_s, u"--bwlimit"_s, u"20M"_s});
    QVERIFY(process.waitForStarted());
    bool admitted = false;
    for (int i = 0; i < 100 && !admitted; ++i) {
        QTest::qWait(100);
        admitted = keysOf("old").contains("bascule-temporary");
    }
    QVERIFY(admitted);
    QTest::qWait(1000);
    process.kill();
    QVERIFY(process.waitForFinished());
    // The helpers see the end of their input and go by themselves.
    QTRY_COMPARE_WITH_TIMEOUT(keysOf("old"), keys, 20'000);
    const auto again = cli->run({"sync", "old:/srv/big", "new:/srv/copy", "--json"});
    QVERIFY2(again.exit == 0, (again.out + again.err).constData());
    QCOMPARE(leftovers("old"), QByteArray());
    QCOMPARE(leftovers("new"), QByteArray());
    QCOMPARE(Lab::on("old", "sha256sum < /srv/big/file; rm -rf /srv/big").out,
             Lab::on("new", "sha256sum < /srv/copy/file").out);
}

void LabTransfersTest::compares()
{
    const auto cli = Lab::cli();
    cli->run({"sync", "old:/srv/share", "new:/srv/copy", "--json"});
    const auto equal = cli->run({"compare", "old:/srv/share", "new:/srv/copy", "--exclude", "socket", "--json"});
    QVERIFY2(equal.exit == 0, (equal.out + equal.err).constData());
    QVERIFY(
        Lab::on(
            "new",
            "cd /srv/copy && f=$(find . -type f -size +2k | LC_ALL=C sort | head -n 1) && touch -r \"$f\" /tmp/stamp "
            "&& printf X | dd of=\"$f\" bs=1 seek=1000 conv=notrunc 2>/dev/null && touch -r /tmp/stamp \"$f\"")
            .exit == 0);
    const auto differs = cli->run({"compare", "old:/srv/share", "new:/srv/copy", "--exclude", "socket", "--json"});
    QCOMPARE(differs.exit, 1);
    QCOMPARE(differs.json()[u"differences"][0][u"what"].toString(), u"contents"_s);
}

/// A key with a passphrase in a real ssh-agent, and no file of it: both servers let in whoever can ask that agent.
/// Nobody is asked anything, and although the operator's configuration wants it, the agent goes nowhere.
void LabTransfersTest::withAKeyThatOnlyAnAgentHas()
{
    const auto cli = Lab::cli();
    QProcess agent;
    agent.start(u"ssh-agent"_s, {u"-D"_s, u"-a"_s, cli->path("agent")});
    QVERIFY(agent.waitForStarted());
    QTRY_VERIFY(QFileInfo::exists(cli->path("agent")));
    cli->environment().insert(u"SSH_AUTH_SOCK"_s, cli->path("agent"));
    cli->environment().insert(u"SSH_ASKPASS"_s, cli->path("askpass"));
    cli->environment().insert(u"SSH_ASKPASS_REQUIRE"_s, u"force"_s);
    cli->makeFile(cli->bytes("askpass"), "#!/bin/sh\necho 'open sesame 42'\n");
    QFile::setPermissions(cli->path("askpass"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const auto made = cli->shell("cd " + Cli::quoted(cli->bytes()) +
                                 " && ssh-keygen -q -t ed25519 -N 'open sesame 42' -C lab-agent -f key && "
                                 "ssh-add -q key && ssh-keygen -y -P '' -f key; rm -f key askpass; cat key.pub");
    QVERIFY2(made.out.startsWith("ssh-ed25519 ") && made.out.count('\n') == 1, made.words().constData());
    cli->environment().remove(u"SSH_ASKPASS"_s);
    cli->environment().remove(u"SSH_ASKPASS_REQUIRE"_s);
    const QByteArray before = keysOf("old"), beforeNew = keysOf("new");
    const QByteArray admit = "cp -p /root/.ssh/authorized_keys /root/lab-keys && echo '" + made.out.trimmed() +
                             "' >> /root/.ssh/authorized_keys";
    const auto restore = qScopeGuard([] {
        for (const QByteArray host : {"old", "new"})
            Lab::on(host, "[ ! -e /root/lab-keys ] || mv /root/lab-keys /root/.ssh/authorized_keys");
    });
    QVERIFY(Lab::on("old", admit).exit == 0 && Lab::on("new", admit).exit == 0);
    // The lab's key is out of reach; the agent is what is left.
    QFile lab(Lab::config());
    QVERIFY(lab.open(QIODevice::ReadOnly));
    QByteArray config = "ForwardAgent yes\n";
    for (const QByteArray& line : lab.readAll().split('\n')) {
        if (!line.contains("Identit"))
            config += line + '\n';
    }
    cli->makeFile(cli->bytes("with"), config + "Host *\n  IdentityFile none\n");
    cli->makeFile(cli->bytes("without"), config + "Host *\n  IdentityFile none\n  IdentityAgent none\n");
    const std::vector<QByteArray> words{"sync", "old:/srv/share", "new:/srv/copy", "--direct", "--json"};
    cli->environment().insert(u"BASCULE_SSH_CONFIG"_s, cli->path("without"));
    QCOMPARE(cli->run(words, -1, "setsid -w").errorCode(), u"ssh.nobody-to-ask"_s); // a password would be left
    cli->environment().insert(u"BASCULE_SSH_CONFIG"_s, cli->path("with"));
    // What a forwarded agent looks like there, so that its absence means something.
    const QByteArray sockets = "find /tmp -path '/tmp/ssh-*/agent.*' 2>/dev/null";
    const auto forwarded = cli->shell("ssh -F " + Cli::quoted(cli->bytes("with")) + " old " + Cli::quoted(sockets));
    QVERIFY2(forwarded.out.contains("agent."), forwarded.words().constData());

    QProcess slow;
    slow.setProcessEnvironment(cli->environment());
    slow.start(u"setsid"_s, {u"-w"_s, QStringLiteral(BASCULE_CLI), u"sync"_s, u"old:/srv/share"_s, u"new:/srv/copy"_s,
                             u"--direct"_s, u"--bwlimit"_s, u"8M"_s, u"--json"_s});
    QVERIFY(slow.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(keysOf("old").contains("bascule-temporary"), 30'000); // under way
    QCOMPARE(Lab::on("old", sockets).out, QByteArray());
    QCOMPARE(Lab::on("new", sockets).out, QByteArray());
    QVERIFY(keysOf("old").contains("bascule-temporary")); // still
    QVERIFY(slow.waitForFinished(300'000));
    const QByteArray said = slow.readAllStandardOutput();
    const QJsonObject facts = QJsonDocument::fromJson(said).object();
    QVERIFY2(facts[u"created"].toInt() > 3000, (said + slow.readAllStandardError()).constData());
    QCOMPARE(facts[u"way"].toString(), u"direct"_s);
    QCOMPARE(oracle(), QByteArray());
    QCOMPARE(leftovers("old"), QByteArray());
    QCOMPARE(leftovers("new"), QByteArray());
    for (const QByteArray host : {"old", "new"})
        QVERIFY(Lab::on(host, "diff <(grep -v lab-agent /root/.ssh/authorized_keys) /root/lab-keys && "
                              "mv /root/lab-keys /root/.ssh/authorized_keys")
                    .exit == 0);
    QCOMPARE(keysOf("old"), before);
    QCOMPARE(keysOf("new"), beforeNew);
    // The agent has what it had, and no connection of ours is left here.
    QCOMPARE(cli->shell("ssh-add -L").out, made.out);
    QCOMPARE(cli->shell("pgrep -f -- " + Cli::quoted("-F " + cli->bytes("with"))).out, QByteArray());
    agent.terminate();
    QVERIFY(agent.waitForFinished());
}

QTEST_GUILESS_MAIN(LabTransfersTest)
#include "tst_lab_transfers.moc"
