// SPDX-License-Identifier: GPL-3.0-or-later
// manifest and compare --manifest as people and scripts use them, judged by sha256sum and by what compare finds. Over
// SSH: tst_cli_ssh.
#include "tests/integration/Cli.h"

using namespace Qt::StringLiterals;

class TestCliManifest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_cli.reset(); }
    void findsLaterWhatChanged();
    void hashesAsSha256sum();
    void provesItself();
    void writesNoFileOver();
    void notWholeIsNotGood();
    void afterASync();
    void saysHowItIsCalled();

private:
    QByteArray differences(const Cli::Result& result) const;

    std::unique_ptr<Cli> m_cli;
    QByteArray m_tree, m_file;
};

void TestCliManifest::init()
{
    m_cli = std::make_unique<Cli>();
    m_tree = m_cli->bytes("tree");
    m_file = m_cli->bytes("tree.manifest");
    QVERIFY(m_cli->makeFile(m_tree + "/etc/hostname", "vega\n"));
    QVERIFY(m_cli->makeFile(m_tree + "/srv/empty", ""));
    QVERIFY(m_cli
                ->shell("cd " + Cli::quoted(m_tree) +
                        " && ln etc/hostname srv/again && ln -s ../etc srv/link && "
                        "mkfifo srv/fifo && head -c 300000 /dev/zero | tr '\\0' x > 'srv/caf\xe9 1.txt' && truncate -s "
                        "3000000 srv/hole")
                .exit == 0);
}

QByteArray TestCliManifest::differences(const Cli::Result& result) const
{
    return QJsonDocument(result.json()[u"differences"].toArray()).toJson();
}

void TestCliManifest::findsLaterWhatChanged()
{
    const QByteArray before = m_cli->manifest(m_tree);
    const auto written = m_cli->run({"manifest", m_tree, m_file, "--json"});
    QVERIFY2(written.exit == 0 && written.err.isEmpty(), written.words());
    const QJsonObject facts = written.json();
    QVERIFY(facts[u"whole"].toBool());
    QCOMPARE(facts[u"entries"].toInteger(), 9);
    QCOMPARE(facts[u"hash"].toString(), u"xxh3-128"_s);
    QCOMPARE(facts[u"rootHash"].toString().size(), 32);
    QCOMPARE(m_cli->manifest(m_tree), before);
    QCOMPARE(m_cli->shell("stat -c %a " + Cli::quoted(m_file)).out, QByteArray("600\n"));

    const QByteArray copy = m_cli->bytes("copy");
    QVERIFY(m_cli->run({"sync", m_tree, copy}).exit == 0);
    auto checked = m_cli->run({"compare", "--manifest", m_file, copy, "--json"});
    QVERIFY2(checked.exit == 0 && checked.json()[u"equal"].toBool(), checked.words());
    QCOMPARE(checked.json()[u"manifest"][u"rootHash"], facts[u"rootHash"]);

    QVERIFY(m_cli
                ->shell("cd " + Cli::quoted(copy) +
                        " && t=$(stat -c %y etc/hostname) && printf 'vegb\\n' > etc/hostname && touch -d \"$t\" "
                        "etc/hostname && rm srv/link && mkdir srv/new && echo x > srv/new/in && chmod 600 srv/empty")
                .exit == 0);
    checked = m_cli->run({"compare", "--manifest", m_file, copy, "--json"});
    QVERIFY2(checked.exit == 1, checked.words());
    const auto compared = m_cli->run({"compare", m_tree, copy, "--json"});
    QCOMPARE(compared.exit, 1);
    QCOMPARE(differences(checked), differences(compared));
    QCOMPARE(checked.json()[u"differencesTotal"], compared.json()[u"differencesTotal"]);
    QVERIFY(checked.json()[u"differences"].toArray().size() >= 5);
    const auto words = m_cli->run({"compare", "--manifest", m_file, copy});
    QVERIFY2(words.exit == 1 && words.out.contains("Root hash: " + facts[u"rootHash"].toString().toUtf8()) &&
                 words.out.contains("etc/hostname"),
             words.words());
}

void TestCliManifest::hashesAsSha256sum()
{
    const auto written = m_cli->run({"manifest", m_tree, m_file, "--sha256", "--exclude", "/srv/again", "--json"});
    QVERIFY2(written.exit == 0, written.words());
    // The one outside oracle sees the names, contents and hashes that ours wrote down.
    const auto listed = m_cli->shell("cd " + Cli::quoted(m_cli->bytes()) +
                                     " && sed -n 's/^f \\([^ ]*\\) .* hash=\\(.*\\)$/\\2  \\1/p' tree.manifest" +
                                     " | LC_ALL=C sed 's/%E9/\xe9/; s/%20/ /' > list && cd tree && wc -l < ../list"
                                     " && sha256sum --strict -c ../list");
    QVERIFY2(listed.exit == 0, listed.words());
    QVERIFY2(listed.out.startsWith("4\n"), listed.out);
    QCOMPARE(m_cli->shell("sed '1,/^paths$/d; /^end$/,$d' " + Cli::quoted(m_file) + " | sha256sum").out.left(64),
             written.json()[u"rootHash"].toString().toUtf8());
    const auto checked = m_cli->run({"compare", "--manifest=" + m_file, m_tree});
    QVERIFY2(checked.exit == 0, checked.words());
}

void TestCliManifest::provesItself()
{
    QVERIFY(m_cli->run({"manifest", m_tree, m_file, "--exclude", "*.tmp"}).exit == 0);
    const auto proved = m_cli->run({"manifest", "verify", m_file, "--json"});
    QVERIFY2(proved.exit == 0, proved.words());
    QCOMPARE(proved.json()[u"root"].toString(), QString::fromUtf8(m_tree));
    QCOMPARE(proved.json()[u"entries"].toInteger(), 9);
    QCOMPARE(proved.json()[u"excludes"].toArray().size(), 1);
    QVERIFY(proved.json()[u"whole"].toBool());
    m_cli->setLanguage("fr");
    const auto french = m_cli->run({"manifest", "verify", m_file});
    QVERIFY2(french.exit == 0 && french.out.contains("Empreinte racine"), french.words());
    QVERIFY(m_cli->shell("sed -i 's/ size=5 / size=6 /' " + Cli::quoted(m_file)).exit == 0);
    const auto altered = m_cli->run({"manifest", "verify", m_file, "--json"});
    QVERIFY2(altered.exit == 1 && altered.errorCode() == u"manifest.counts"_s, altered.words());
    QVERIFY(m_cli->shell("truncate -s 200 " + Cli::quoted(m_file)).exit == 0);
    const auto cut = m_cli->run({"compare", "--manifest", m_file, m_tree, "--json"});
    QVERIFY2(cut.exit == 1 && cut.errorCode() == u"manifest.truncated"_s, cut.words());
    const auto none = m_cli->run({"manifest", "verify", m_tree + "/etc/hostname", "--json"});
    QVERIFY2(none.exit == 1 && none.errorCode() == u"manifest.none"_s, none.words());
    QCOMPARE(m_cli->run({"manifest", "verify", m_cli->bytes("nothing")}).exit, 3);
}

void TestCliManifest::writesNoFileOver()
{
    QVERIFY(m_cli->makeFile(m_file, "mine"));
    const auto refused = m_cli->run({"manifest", m_tree, m_file, "--json"});
    QVERIFY2(refused.exit == 5 && refused.errorCode() == u"path.exists"_s, refused.words());
    QCOMPARE(m_cli->shell("cat " + Cli::quoted(m_file)).out, QByteArray("mine"));
    QVERIFY(m_cli->run({"manifest", m_tree, m_file, "--replace"}).exit == 0);
    QVERIFY(m_cli->run({"manifest", "verify", m_file}).exit == 0);
    const auto inside = m_cli->run({"manifest", m_tree, m_tree + "/srv/m", "--json"});
    QVERIFY2(inside.exit == 5 && inside.errorCode() == u"manifest.inside-folder"_s, inside.words());
    const auto nowhere = m_cli->run({"manifest", m_tree, m_cli->bytes("no/m"), "--json"});
    QVERIFY2(nowhere.exit == 3 && nowhere.errorCode() == u"path.missing"_s, nowhere.words());
}

/// Another user than root, whom a folder is closed to.
void TestCliManifest::notWholeIsNotGood()
{
    if (!isRoot())
        QSKIP("needs root to be somebody else");
    QVERIFY(m_cli
                ->shell("chmod 700 " + Cli::quoted(m_tree + "/etc") + " && mkdir -m 777 " +
                        Cli::quoted(m_cli->bytes("out")))
                .exit == 0);
    const QByteArray file = m_cli->bytes("out/m");
    const auto part =
        m_cli->run({"manifest", m_tree, file, "--json"}, -1, "setpriv --reuid 65534 --regid 65534 --clear-groups");
    QVERIFY2(part.exit == 1, part.words());
    QVERIFY(!part.json()[u"whole"].toBool());
    QCOMPARE(part.json()[u"notRead"][0][u"path"].toString(), u"etc"_s);
    QCOMPARE(part.json()[u"notRead"][0][u"reason"].toString(), u"path.denied"_s);
    const auto proved = m_cli->run({"manifest", "verify", file, "--json"});
    QVERIFY2(proved.exit == 0 && !proved.json()[u"whole"].toBool(), proved.words());
    QCOMPARE(m_cli->run({"compare", "--manifest", file, m_tree}).exit, 1);
}

void TestCliManifest::afterASync()
{
    const QByteArray copy = m_cli->bytes("copy");
    const auto dry = m_cli->run({"sync", m_tree, copy, "--dry-run", "--manifest", m_file});
    QVERIFY2(dry.exit == 0 && dry.out.contains("No manifest was written."), dry.words());
    QVERIFY(!QFile::exists(QFile::decodeName(m_file)));
    const auto synced = m_cli->run({"sync", m_tree, copy, "--manifest", m_file, "--sha256", "--json"});
    QVERIFY2(synced.exit == 0, synced.words());
    const QJsonObject manifest = synced.json()[u"manifest"].toObject();
    QCOMPARE(manifest[u"hash"].toString(), u"sha-256"_s);
    QVERIFY(m_cli->run({"compare", "--manifest", m_file, m_tree}).exit == 0); // the source, against the target's
    const auto proved = m_cli->run({"manifest", "verify", m_file, "--json"});
    QCOMPARE(proved.json()[u"rootHash"], manifest[u"rootHash"]);
    QCOMPARE(proved.json()[u"root"].toString(), QString::fromUtf8(copy));
    // Known before anything is copied.
    QVERIFY(m_cli->makeFile(m_tree + "/more", "x"));
    const auto refused = m_cli->run({"sync", m_tree, copy, "--manifest", m_file, "--json"});
    QVERIFY2(refused.exit == 5 && refused.errorCode() == u"path.exists"_s, refused.words());
    QVERIFY(!QFile::exists(QFile::decodeName(copy + "/more")));
}

void TestCliManifest::saysHowItIsCalled()
{
    QCOMPARE(m_cli->run({"manifest", m_tree}).exit, 2);
    QCOMPARE(m_cli->run({"manifest", "verify"}).exit, 2);
    QCOMPARE(m_cli->run({"compare", m_tree}).exit, 2);
    QCOMPARE(m_cli->run({"compare", m_tree, m_tree, "--manifest", m_file}).exit, 2);
    QCOMPARE(m_cli->run({"sync", m_tree, m_cli->bytes("copy"), "--sha256"}).exit, 2);
    QVERIFY(!QFile::exists(QFile::decodeName(m_cli->bytes("copy"))));
    const auto help = m_cli->run({"manifest", "--help"});
    QVERIFY2(help.exit == 0 && help.out.contains("--sha256") && help.out.contains("--replace"), help.words());
}

QTEST_GUILESS_MAIN(TestCliManifest)
#include "tst_cli_manifest.moc"
