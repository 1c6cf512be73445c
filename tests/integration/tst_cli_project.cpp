// SPDX-License-Identifier: GPL-3.0-or-later
// Every verb of the command line on one small project, by hand, as a script would: exits and JSON documents.
#include "tests/integration/Cli.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

class TestCliProject : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void helpOnEveryVerb();
    void inventoryAndAssets();
    void dependencies();
    void compatibility();
    void backups();
    void rehearsal();
    void planning();
    void monitoring();
    void boardReportAndLedger();
    void cutoverAndRollback();

private:
    Cli::Result good(std::vector<QByteArray> arguments, int exit = 0);
    QByteArray assetId(const QString& path);

    Cli m_cli;
    QByteArray m_project, m_old, m_new, m_link;
};

/// With --json; checks the exit and that there is a document.
Cli::Result TestCliProject::good(std::vector<QByteArray> arguments, int exit)
{
    arguments.push_back("--json");
    const auto result = m_cli.run(arguments);
    if (result.exit != exit || result.json().isEmpty())
        qWarning("%s: %s", arguments[0].constData(), result.words().constData());
    return result;
}

QByteArray TestCliProject::assetId(const QString& path)
{
    for (const QJsonValue& asset : good({"assets", m_project}).json()[u"assets"].toArray()) {
        if (asset[u"path"].toString() == path)
            return QByteArray::number(asset[u"id"].toInteger());
    }
    return {};
}

#define EXPECT(result, keys)                                                                                           \
    do {                                                                                                               \
        const Cli::Result& checked = (result);                                                                         \
        for (const char16_t* key : std::initializer_list<const char16_t*> keys)                                        \
            QVERIFY2(checked.json().contains(QStringView(key)), checked.words());                                      \
    } while (false)

void TestCliProject::initTestCase()
{
    m_project = m_cli.bytes("p.bascule");
    m_old = m_cli.bytes("old");
    m_new = m_cli.bytes("new");
    m_link = m_cli.bytes("current");
    for (int i = 0; i < 40; ++i)
        QVERIFY(m_cli.makeFile(m_old + "/srv/shares/team/file" + QByteArray::number(i) + ".txt",
                               QByteArray(1 + i * 700, 'x')));
    QVERIFY(m_cli.makeFile(m_old + "/opt/app/app.ini",
                           "[paths]\ndata = /srv/shares/team\ndirectory = ldap://ldap.example:389\n"));
    QVERIFY(m_cli
                .shell("mkdir -p " + m_new + ' ' + m_cli.bytes("test") + "; ln -s " + m_old + ' ' + m_link +
                       "; mkdir -p " + m_old + "/var/backups; tar -C " + m_old + " --zstd -cf " + m_old +
                       "/var/backups/team.tar.zst srv/shares/team")
                .exit == 0);
    EXPECT(good({"project", "new", m_project, "--name", "Petit", "--language", "en"}),
           ({u"project", u"servers", u"persons"}));
    QCOMPARE(m_cli.run({"project", "new", m_project, "--name", "Petit"}).exit, 5);
    EXPECT(good({"project", "set", m_project, "--link", m_link, "--rto", "60", "--availability", "99,9"}),
           ({u"project"}));
    QCOMPARE(m_cli.run({"project", "set", m_project, "--rto", "0"}).exit, 2);
    QCOMPARE(m_cli.run({"project", "set", m_project, "--owners", "both"}).exit, 2);
    for (const char* owners : {"names", "free", "ids"}) { // a migration on one machine, which has one number for a name
        const QJsonObject set = good({"project", "set", m_project, "--owners", owners}).json()[u"project"].toObject();
        QCOMPARE(set[u"owners"].toString(), QLatin1String(owners));
    }
    QCOMPARE(m_cli.run({"project", "set", m_project, "--availability", "101"}).exit, 2);
    EXPECT(good({"server", "add", m_project, "old", "--role", "source", "--local", m_old}), ({u"server"}));
    EXPECT(good({"server", "add", m_project, "new", "--role", "target", "--local", m_new}), ({u"server"}));
    EXPECT(good({"server", "add", m_project, "try", "--role", "test", "--local", m_cli.bytes("test")}), ({u"server"}));
    EXPECT(good({"person", "add", m_project, "Ada", "--role", "it"}), ({u"person"}));
    EXPECT(good({"person", "add", m_project, "Max", "--role", "management", "--contact", "12"}), ({u"person"}));
    EXPECT(good({"person", "add", m_project, "Bea", "--role", "business"}), ({u"person"}));
    QCOMPARE(m_cli.run({"person", "add", m_project, "Bea"}).exit, 2);
    const QJsonObject shown = good({"project", "show", m_project}).json();
    QCOMPARE(shown[u"servers"].toArray().size(), 3);
    QCOMPARE(shown[u"persons"].toArray().size(), 3);
    QCOMPARE(shown[u"project"][u"rtoMinutes"].toInteger(), 60);
}

void TestCliProject::helpOnEveryVerb()
{
    const auto top = m_cli.run({"--help"});
    QCOMPARE(top.exit, 0);
    for (const char* verb : {"demo",           "sync",
                             "compare",        "project new",
                             "project show",   "server add",
                             "inventory",      "assets",
                             "dependencies",   "asset set",
                             "compatibility",  "backup add",
                             "backup verify",  "backup restore-test",
                             "database test",  "scenario add",
                             "scenario run",   "rehearse",
                             "drift",          "window set",
                             "critical add",   "plan",
                             "approve",        "waive",
                             "cutover",        "rollback",
                             "commit",         "check add",
                             "check run",      "monitor",
                             "board",          "report",
                             "ledger verify",  "person add",
                             "message set",    "contact set",
                             "finding accept", "drift accept",
                             "presync",        "project set"}) {
        QVERIFY2(top.out.contains(QByteArray("  ") + verb + ' '), verb);
        std::vector<QByteArray> words;
        for (const QByteArray& word : QByteArray(verb).split(' '))
            words.push_back(word);
        words.push_back("--help");
        const auto help = m_cli.run(words);
        QCOMPARE(help.exit, 0);
        QVERIFY2(help.out.contains(verb) && help.out.contains("--json"), verb);
        QVERIFY2(help.err.isEmpty(), help.err);
    }
}

void TestCliProject::inventoryAndAssets()
{
    const auto inventory = good({"inventory", m_project});
    QCOMPARE(inventory.exit, 0);
    EXPECT(inventory, ({u"assets", u"findings"}));
    for (const QJsonValue& asset : inventory.json()[u"assets"].toArray()) {
        for (const char16_t* key : {u"id", u"server", u"kind", u"name", u"critical", u"owner"})
            QVERIFY(asset.toObject().contains(QStringView(key)));
        QCOMPARE(asset[u"server"].toString(), u"old"_s);
    }
    QVERIFY(!assetId(u"srv/shares/team"_s).isEmpty());
    EXPECT(good({"asset", "set", m_project, assetId(u"srv/shares/team"_s), "--critical", "yes", "--owner", "Bea"}),
           ({u"asset"}));
    for (const QJsonValue& asset : inventory.json()[u"assets"].toArray()) {
        const QByteArray id = QByteArray::number(asset[u"id"].toInteger());
        // The team's files alone are critical: theirs is the backup that there is.
        const bool team = asset[u"path"].toString() == u"srv/shares/team"_s;
        QCOMPARE(good({"asset", "set", m_project, id, "--owner", "Ada", "--critical", team ? "yes" : "no"}).exit, 0);
    }
    QCOMPARE(m_cli.run({"asset", "set", m_project, "1", "--critical", "perhaps"}).exit, 2);
    QCOMPARE(m_cli.run({"asset", "set", m_project, "99999", "--critical", "yes"}).exit, 2);
    QCOMPARE(m_cli.run({"asset", "set", m_project, "1", "--to", "../outside"}).exit, 2);
    QCOMPARE(m_cli.run({"inventory", m_project, "--server", "nowhere"}).exit, 2);
    for (const QJsonValue& finding : good({"assets", m_project}).json()[u"findings"].toArray()) {
        if (finding[u"kind"].toString() == u"blind-spot")
            QCOMPARE(good({"finding", "accept", m_project, QByteArray::number(finding[u"id"].toInteger()), "--by",
                           "Ada", "--why", "Seen"})
                         .exit,
                     0);
    }
}

void TestCliProject::dependencies()
{
    const auto found = good({"dependencies", m_project});
    QCOMPARE(found.exit, 0);
    EXPECT(found, ({u"dependencies", u"blindSpots"}));
    const QJsonArray all = found.json()[u"dependencies"].toArray();
    QVERIFY2(all.size() >= 2, found.out);
    bool outside = false;
    for (const QJsonValue& one : all) {
        for (const char16_t* key : {u"id", u"from", u"to", u"kind", u"confidence", u"state", u"evidence"})
            QVERIFY(one.toObject().contains(QStringView(key)));
        outside = outside || one[u"to"].toString().contains(u"ldap.example"_s);
        QCOMPARE(one[u"state"].toString(), u"to-confirm"_s);
    }
    QVERIFY2(outside, found.out);
    const QByteArray first = QByteArray::number(all[0][u"id"].toInteger());
    QCOMPARE(m_cli.run({"dependencies", m_project, "dismiss", first}).exit, 2); // no reason
    QCOMPARE(good({"dependencies", m_project, "confirm", first, "--by", "Ada"}).exit, 0);
    for (const QJsonValue& one : all)
        QCOMPARE(good({"dependencies", "confirm", m_project, QByteArray::number(one[u"id"].toInteger())}).exit, 0);
    const auto dot = m_cli.run({"dependencies", m_project, "--dot"});
    QVERIFY2(dot.out.startsWith("digraph"), dot.words());
}

void TestCliProject::compatibility()
{
    QCOMPARE(m_cli.run({"compatibility", m_project}).exit, 5); // the new server has not been looked at
    QCOMPARE(good({"inventory", m_project, "--server", "new"}).exit, 0);
    const auto result = good({"compatibility", m_project});
    QVERIFY2(result.exit == 0 || result.exit == 1, result.words());
    EXPECT(result, ({u"findings"}));
}

void TestCliProject::backups()
{
    const auto added = good(
        {"backup", "add", m_project, "--asset", assetId(u"srv/shares/team"_s), "--path", "var/backups/team.tar.zst"});
    QCOMPARE(added.exit, 0);
    const auto read = good({"backup", "verify", m_project});
    QCOMPARE(read.exit, 0);
    const auto restored = good({"backup", "restore-test", m_project});
    QCOMPARE(restored.exit, 0);
    const QJsonObject backup = restored.json()[u"backups"][0].toObject();
    for (const char16_t* key : {u"id", u"path", u"state", u"problems"})
        QVERIFY(backup.contains(QStringView(key)));
    QCOMPARE(backup[u"state"].toString(), u"restored"_s);
    QCOMPARE(good({"rollback-scenario", "set", m_project, "--text", "Go back.", "--by", "Ada"}).exit, 0);
    QVERIFY(m_cli.run({"rollback-scenario", "set", m_project, "--text", " "}).exit != 0);
}

void TestCliProject::rehearsal()
{
    EXPECT(good({"scenario", "propose", m_project}), ({u"scenarios"}));
    EXPECT(good({"scenario", "add", m_project, "--name", "Team's files", "--kind", "behaviour", "--probe",
                 "file-readable", "--asset", assetId(u"srv/shares/team"_s)}),
           ({u"scenario"}));
    QCOMPARE(m_cli.run({"scenario", "add", m_project, "--name", "x", "--probe", "magic"}).exit, 2);
    const auto rehearsed = good({"rehearse", m_project});
    QVERIFY2(rehearsed.exit == 0 || rehearsed.exit == 1, rehearsed.words());
    EXPECT(rehearsed, ({u"run", u"drill", u"scenarios", u"drifts"}));
    QCOMPARE(rehearsed.json()[u"run"][u"state"].toString(), u"succeeded"_s);
    QCOMPARE(rehearsed.json()[u"drill"][u"state"].toString(), u"succeeded"_s);
    const auto drift = good({"drift", m_project});
    QVERIFY2(drift.exit == 0, drift.words());
    const auto scenarios = good({"scenario", "run", m_project});
    QVERIFY2(scenarios.exit == 0, scenarios.words());
    // What changes after the rehearsal is a difference, which somebody accepts.
    QVERIFY(m_cli.makeFile(m_old + "/srv/shares/team/late.txt", "late"));
    const auto late = good({"drift", m_project}, 1);
    QCOMPARE(late.exit, 1);
    for (const QJsonValue& one : late.json()[u"drifts"].toArray()) {
        QVERIFY(!one[u"message"].toString().isEmpty());
        if (one[u"state"].toString() == u"open")
            QCOMPARE(good({"drift", "accept", m_project, QByteArray::number(one[u"id"].toInteger()), "--by", "Ada",
                           "--why", "Late work"})
                         .exit,
                     0);
    }
    QCOMPARE(good({"approve", m_project, "inventory", "--by", "Ada"}).exit, 0);
    QCOMPARE(good({"approve", m_project, "rehearsal", "--by", "Ada"}).exit, 0);
    QCOMPARE(good({"approve", m_project, "rehearsal", "--by", "Bea", "--as", "business"}).exit, 0);
    QCOMPARE(m_cli.run({"approve", m_project, "rehearsal", "--by", "Stranger"}).exit, 2);
    QCOMPARE(m_cli.run({"approve", m_project, "everything", "--by", "Ada"}).exit, 2);
}

void TestCliProject::planning()
{
    QCOMPARE(m_cli.run({"approve", m_project, "planning", "--by", "Ada"}).exit, 5); // no window yet
    EXPECT(good({"critical", "add", m_project, "--from", "2035-01-01", "--to", "2035-01-31", "--why", "Closing"}),
           ({u"criticalPeriod"}));
    const QByteArray start = QDateTime::currentDateTimeUtc().addSecs(2).toString(Qt::ISODate).toLatin1();
    const auto window = good({"window", "set", m_project, "--start", start, "--duration", "60"});
    QVERIFY2(window.exit == 0, window.words());
    EXPECT(window, ({u"window", u"fit"}));
    for (const char* moment : {"before", "start", "end", "rollback"})
        QCOMPARE(good({"message", "set", m_project, moment, "--text", "Something is going on."}).exit, 0);
    QCOMPARE(m_cli.run({"message", "set", m_project, "never", "--text", "x"}).exit, 2);
    EXPECT(good({"contact", "set", m_project, "Ada", "--phone", "123"}), ({u"contact"}));
    const auto plan = good({"plan", m_project});
    QVERIFY2(plan.exit == 0, plan.words());
    const QJsonArray steps = plan.json()[u"steps"].toArray();
    QVERIFY(steps.size() >= 6);
    for (const QJsonValue& step : steps) {
        QVERIFY2(!step[u"title"].toString().contains(u'<') && !step[u"title"].toString().contains(u'{'), plan.out);
        QVERIFY2(!step[u"actions"].toArray().isEmpty(), plan.out);
        QVERIFY2(!step[u"undo"][u"message"].toString().isEmpty(), plan.out);
    }
    QCOMPARE(good({"approve", m_project, "planning", "--by", "Ada"}).exit, 0);
    QCOMPARE(good({"approve", m_project, "planning", "--by", "Max"}).exit, 0);
    QCOMPARE(good({"presync", m_project}).exit, 0);
}

void TestCliProject::monitoring()
{
    EXPECT(good({"check", "propose", m_project}), ({u"checks"}));
    EXPECT(good({"check", "add", m_project, "--kind", "file", "--name", "Late", "--asset",
                 assetId(u"srv/shares/team"_s), "--param", "path=late.txt"}),
           ({u"check"}));
    QCOMPARE(m_cli.run({"check", "add", m_project, "--kind", "telepathy", "--name", "x"}).exit, 2);
    const auto baseline = good({"check", "run", m_project, "--baseline"});
    QVERIFY2(baseline.exit == 0, baseline.words());
    const auto monitored = good({"monitor", m_project, "--rounds", "2", "--interval", "200ms"});
    QVERIFY2(monitored.exit == 0, monitored.words());
    EXPECT(monitored, ({u"checks", u"incidents"}));
}

void TestCliProject::boardReportAndLedger()
{
    const auto board = good({"board", m_project});
    EXPECT(board, ({u"checkpoints", u"ready"}));
    const QJsonArray checkpoints = board.json()[u"checkpoints"].toArray();
    QCOMPARE(checkpoints.size(), 5);
    const QStringList steps{u"inventory"_s, u"backups"_s, u"rehearsal"_s, u"planning"_s, u"monitoring"_s};
    for (int i = 0; i < 5; ++i) {
        for (const char16_t* key : {u"step", u"state", u"title", u"risk", u"impact", u"control", u"evidence"})
            QVERIFY(checkpoints[i].toObject().contains(QStringView(key)));
        QCOMPARE(checkpoints[i][u"step"].toString(), steps[i]);
        if (i < 4)
            QVERIFY2(checkpoints[i][u"state"].toString() == u"passed"_s, board.out);
    }
    QVERIFY2(board.json()[u"ready"].toBool() && board.exit == 0, board.out);
    QVERIFY2(m_cli.run({"board", m_project, "--language", "fr"}).out.contains("Cartographie complète validée"), "fr");
    for (const char* name : {"r.html", "r.pdf"}) {
        const auto report = good({"report", m_project, m_cli.bytes(name), "--language", "fr"});
        QVERIFY2(report.exit == 0, report.words());
        QFile file(m_cli.path(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(name[2] == 'p' ? bytes.startsWith("%PDF-") && bytes.size() > 10'000 : bytes.contains("Petit"));
    }
    const auto ledger = good({"ledger", "verify", m_project});
    QCOMPARE(ledger.exit, 0);
    QVERIFY(ledger.json()[u"intact"].toBool());
    QVERIFY(ledger.json()[u"entries"].toInteger() > 20);
}

void TestCliProject::cutoverAndRollback()
{
    QCOMPARE(m_cli.run({"conditions", m_project}).exit, 1); // nobody gave the go
    QCOMPARE(m_cli.run({"cutover", m_project, "--yes"}).exit, 5);
    QCOMPARE(good({"approve", m_project, "go", "--by", "Ada"}).exit, 0);
    QCOMPARE(good({"approve", m_project, "go", "--by", "Max"}).exit, 0);
    const auto conditions = good({"conditions", m_project});
    QVERIFY2(conditions.exit == 0, conditions.words());
    const auto cutover = good({"cutover", m_project, "--at-window", "--yes"});
    QVERIFY2(cutover.exit == 0, cutover.words());
    QCOMPARE(cutover.json()[u"state"].toString(), u"cut-over"_s);
    QCOMPARE(QFileInfo(QFile::decodeName(m_link)).canonicalFilePath(), QFile::decodeName(m_new));
    QCOMPARE(m_cli.run({"compare", m_old, m_new, "--exclude", "/var/backups"}).exit, 0);
    // Somebody works on the new server; going back brings it along.
    QVERIFY(m_cli.makeFile(m_new + "/srv/shares/team/written on the new.txt", "precious"));
    const auto preview = good({"rollback", m_project, "--preview"});
    QVERIFY2(preview.exit == 0, preview.words());
    QCOMPARE(preview.json()[u"created"].toInteger(), 1);
    const auto rollback = good({"rollback", m_project, "--yes"});
    QVERIFY2(rollback.exit == 0, rollback.words());
    QCOMPARE(rollback.json()[u"state"].toString(), u"rolled-back"_s);
    QCOMPARE(QFileInfo(QFile::decodeName(m_link)).canonicalFilePath(), QFile::decodeName(m_old));
    QVERIFY(QFile::exists(QFile::decodeName(m_old + "/srv/shares/team/written on the new.txt")));
    QCOMPARE(m_cli.run({"commit", m_project, "--yes", "--by", "Ada"}).exit, 5);
    // A waiver is by name, with a reason, and stays in sight.
    QCOMPARE(m_cli.run({"waive", m_project, "monitoring", "--by", "Max"}).exit, 2);
    QCOMPARE(good({"waive", m_project, "monitoring", "--by", "Max", "--why", "Only a trial"}).exit, 0);
    const auto last = good({"board", m_project}).json()[u"checkpoints"][4].toObject();
    QCOMPARE(last[u"waivedBy"].toString(), u"Max"_s);
}

QTEST_GUILESS_MAIN(TestCliProject)
#include "tst_cli_project.moc"
