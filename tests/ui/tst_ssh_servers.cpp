// SPDX-License-Identifier: GPL-3.0-or-later
// Servers over SSH in the window: added by the form, the key asked in a dialog, the test's lines shown, a lost
// connection made anew by itself; real sshds behind.
#include "UiRig.h"

#include "core/hosts/KeyringPrompter.h"
#include "core/hosts/TransferJobs.h"
#include "tests/integration/Sshd.h"
#include "tests/support/MemoryStore.h"
#include "ui/pages/ServersController.h"
#include "ui/pages/ServersPage.h"
#include "ui/prompts/SshDialogs.h"
#include "ui/prompts/WindowPrompter.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QRandomGenerator>

#include <thread>

using namespace Qt::StringLiterals;
using namespace bascule;
using namespace bascule::ui;

class SshServersTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(QFile::exists(u"/usr/sbin/sshd"_s), "openssh-server is missing");
        // No keyring answers here, whoever runs the test.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    }
    void cleanup()
    {
        if (rig && rig->dialog())
            rig->dialog()->reject();
        rig.reset();
        m_ended.clear();
        m_server.reset();
        m_new.reset();
        m_store.reset();
    }

    void theKeyIsAskedAndTheLinesAreShown_data()
    {
        QTest::addColumn<int>("language");
        QTest::newRow("fr") << int(Language::French);
        QTest::newRow("en") << int(Language::English);
    }
    void theKeyIsAskedAndTheLinesAreShown()
    {
        QFETCH(int, language);
        start(Language(language));
        rig->go(PageId::Servers);
        QVERIFY(rig->press(u"add"_s));
        QVERIFY(rig->fill(u"name"_s, u"vega"_s));
        QVERIFY(rig->fill(u"role"_s, enumName(ServerRole::Source)));
        QVERIFY(rig->fill(u"kind"_s, enumName(ServerKind::Ssh)));
        QVERIFY(rig->fill(u"address"_s, u"-oProxyCommand=id"_s));
        QVERIFY(!rig->verb()); // off, with its reason
        QVERIFY(rig->fill(u"address"_s, m_server->address()));
        rig->shootDialog(u"servers-ssh-form"_s);
        QVERIFY(rig->verb());
        // Refused first: a line that failed, and nothing beyond it.
        QVERIFY2(rig->waitFor([this] { return front<HostKeyDialog>() != nullptr; }), qPrintable(rig->complaint()));
        auto* key = front<HostKeyDialog>()->findChild<QLabel*>(u"fingerprint"_s);
        QVERIFY(key && key->text().contains(m_server->fingerprint("host.pub")));
        rig->shootDialog(u"servers-ssh-host-key"_s);
        rig->dialog()->reject();
        QVERIFY(rig->idle());
        const Server* server = rig->snapshot().serverOf(ServerRole::Source);
        QVERIFY(server && server->kind == ServerKind::Ssh);
        QVERIFY(rig->select(u"server"_s, server->id));
        QCOMPARE(states().mid(0, 4), QStringList({u"passed"_s, u"passed"_s, u"failed"_s, u"not-tried"_s}));
        QCOMPARE(states().count(u"not-tried"_s), states().size() - 3);
        rig->shoot(u"servers-ssh-refused"_s);
        // Accepted: every line passes.
        QVERIFY(rig->pressDetail(u"test-connection"_s));
        QVERIFY(rig->waitFor([this] { return front<HostKeyDialog>() != nullptr; }));
        QVERIFY(rig->verb());
        QVERIFY(rig->idle());
        QVERIFY2(rig->waitFor([this] { return !states().contains(u"failed"_s); }), qPrintable(states().join(u' ')));
        QVERIFY(states().size() >= 7);
        QCOMPARE(states().count(u"passed"_s), states().size());
        rig->shoot(u"servers-ssh-passed"_s);
    }

    void aPassphraseIsAskedInADialog()
    {
        start(Language::English, "open sesame 42");
        m_server->know();
        rig->go(PageId::Servers);
        addServer();
        QVERIFY2(rig->waitFor([this] { return front<SecretDialog>() != nullptr; }), qPrintable(rig->complaint()));
        auto* field = front<SecretDialog>()->findChild<QLineEdit*>(u"secret-field"_s);
        QVERIFY(field && field->echoMode() == QLineEdit::Password);
        QVERIFY(!rig->verb());
        field->setText(u"open sesame 42"_s);
        rig->shootDialog(u"servers-ssh-passphrase"_s);
        QVERIFY(rig->verb());
        QVERIFY(rig->idle());
        QVERIFY2(rig->waitFor([this] { return allPassed(); }), qPrintable(states().join(u' ')));
    }

    /// Without a keyring the box is off, and says why.
    void withoutAKeyringNothingCanBeKept()
    {
        start(Language::English, "open sesame 42");
        m_server->know();
        rig->go(PageId::Servers);
        addServer();
        QVERIFY2(rig->waitFor([this] { return front<SecretDialog>() != nullptr; }), qPrintable(rig->complaint()));
        auto* keep = front<SecretDialog>()->findChild<QCheckBox*>(u"keep"_s);
        QVERIFY(keep && keep->isVisible());
        QVERIFY(!keep->isEnabled());
        QVERIFY(!keep->isChecked());
        auto* reason = front<SecretDialog>()->findChild<QLabel*>(u"keep-reason"_s);
        QVERIFY(reason && reason->isVisible() && reason->text().contains(u"keyring"_s));
        QVERIFY(!keep->toolTip().isEmpty());
        rig->shootDialog(u"servers-ssh-no-keyring"_s);
    }

    /// The box is off unless ticked; ticked, the passphrase is kept once the server has let us in, and after a cut the
    /// connection comes back with it.
    void whatIsTickedIsKept_data()
    {
        QTest::addColumn<bool>("ticked");
        QTest::newRow("ticked") << true;
        QTest::newRow("as it comes") << false;
    }
    void whatIsTickedIsKept()
    {
        QFETCH(bool, ticked);
        m_store = std::make_shared<MemoryStore>();
        start(Language::French, "open sesame 42");
        m_server->know();
        rig->go(PageId::Servers);
        addServer();
        QVERIFY2(rig->waitFor([this] { return front<SecretDialog>() != nullptr; }), qPrintable(rig->complaint()));
        auto* keep = front<SecretDialog>()->findChild<QCheckBox*>(u"keep"_s);
        QVERIFY(keep && keep->isEnabled() && !keep->isChecked());
        rig->shootDialog(u"servers-ssh-keep"_s);
        if (ticked)
            QTest::keyClick(keep, Qt::Key_Space);
        QCOMPARE(keep->isChecked(), ticked);
        front<SecretDialog>()->findChild<QLineEdit*>(u"secret-field"_s)->setText(u"open sesame 42"_s);
        QVERIFY(rig->verb());
        QVERIFY(rig->idle());
        QVERIFY2(rig->waitFor([this] { return allPassed(); }), qPrintable(states().join(u' ')));
        QCOMPARE(m_store->kept().size(), ticked ? 1 : 0);
        m_server->cut();
        QVERIFY(linkBecomes(Link::Lost));
        QVERIFY2(begin(*m_server), m_server->log());
        QVERIFY(linkBecomes(ticked ? Link::Again : Link::NeedsPassword));
        QVERIFY(!rig->dialog()); // nothing comes up by itself
        if (ticked)
            return;
        const Id id = rig->snapshot().serverOf(ServerRole::Source)->id;
        QVERIFY(rig->select(u"server"_s, id));
        rig->shoot(u"servers-ssh-needs-password"_s);
        QVERIFY(rig->pressDetail(u"test-connection"_s));
        QVERIFY(rig->waitFor([this] { return front<SecretDialog>() != nullptr; }));
        front<SecretDialog>()->findChild<QLineEdit*>(u"secret-field"_s)->setText(u"open sesame 42"_s);
        QVERIFY(rig->verb());
        QVERIFY2(linkBecomes(Link::Connected),
                 qPrintable(states().join(u' ') + (rig->dialog() ? u" asked again"_s : u""_s)));
    }

    /// What is typed for a job serves it until it ends, however often the line breaks, for nobody may sit here then;
    /// and not a moment longer. What was typed for a test before it is not known to it.
    void aJobAsksOnce()
    {
        start(Language::English, "open sesame 42");
        m_server->know();
        rig->go(PageId::Servers);
        addServer();
        QVERIFY(answerSecret());
        QVERIFY(linkBecomes(Link::Connected));
        QVERIFY(QDir().mkpath(rig->path(u"data"_s)));
        QByteArray block(1 << 20, '\0');
        for (int i = 0; i < 128; ++i) {
            QRandomGenerator::global()->fillRange(reinterpret_cast<quint32*>(block.data()), block.size() / 4);
            QFile file(rig->path(u"data/%1"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(block) == block.size());
        }
        const JobId job = copyData(u"copy"_s);
        QVERIFY(rig->waitFor([&] { return bytesOf(job) > 2 << 20; }));
        QVERIFY(!rig->dialog()); // over the connection that the test made
        cutAndMend();
        QVERIFY2(answerSecret(), qPrintable(bytesOf(job) < 0 ? u"it has ended"_s : u"nothing was asked"_s));
        for (int more = 0; more < 2; ++more) {
            const qint64 before = bytesOf(job);
            QVERIFY(rig->waitFor([&] { return bytesOf(job) > before + (1 << 20); })); // it goes on
            const auto entered = m_server->log().count("Accepted publickey");
            cutAndMend();
            QVERIFY(bytesOf(job) >= 0);
            QVERIFY(
                rig->waitFor([&] { return rig->dialog() || m_server->log().count("Accepted publickey") > entered; }));
            QVERIFY2(!rig->dialog(), "asked again");
        }
        QVERIFY(rig->waitFor([&] { return rig->dialog() || bytesOf(job) < 0; }, 60'000));
        QVERIFY2(!rig->dialog(), "asked again");
        QCOMPARE(int(m_ended[job].kind), int(Outcome::Kind::Succeeded));
        QVERIFY(m_ended[job].good);
        QVERIFY(m_ended[job].facts.value(u"reconnects"_s).toInt() >= 3);
        // The page has seen that the connection is back, though it could not have made it.
        QVERIFY(linkBecomes(Link::Again));
        // Over: forgotten. Neither the window by itself nor another job can come in again.
        m_server->cut();
        QVERIFY(linkBecomes(Link::Lost));
        QVERIFY2(begin(*m_server), m_server->log());
        QVERIFY(linkBecomes(Link::NeedsPassword));
        QVERIFY(!rig->dialog());
        const JobId next = copyData(u"second"_s);
        QVERIFY(rig->waitFor([this] { return front<SecretDialog>() != nullptr; }));
        rig->dialog()->reject();
        QVERIFY(rig->waitFor([&] { return bytesOf(next) < 0; }));
        QCOMPARE(int(m_ended[next].kind), int(Outcome::Kind::Failed));
        QCOMPARE(QString::fromStdString(m_ended[next].error->code), u"ssh.not-answered"_s);
    }

    /// Old and new as a pair; a cut is noticed, said, and mended without anybody; a changed key stops everything.
    void aLostConnectionComesBackByItself_data() { theKeyIsAskedAndTheLinesAreShown_data(); }
    void aLostConnectionComesBackByItself()
    {
        QFETCH(int, language);
        start(Language(language));
        m_new = std::make_unique<Sshd>();
        m_new->put("authorized_keys", m_server->read("client.pub"));
        QVERIFY2(begin(*m_new), m_new->log());
        knowBoth();
        rig->go(PageId::Servers);
        addServer();
        QVERIFY(linkBecomes(Link::Connected));
        addServer(u"altair"_s, ServerRole::Target, m_new->address());
        QVERIFY(linkBecomes(Link::Connected, ServerRole::Target));
        const Id old = rig->snapshot().serverOf(ServerRole::Source)->id;
        const Id fresh = rig->snapshot().serverOf(ServerRole::Target)->id;
        QVERIFY(rig->idle());
        QVERIFY(rig->select(u"pair"_s, fresh));
        rig->shoot(u"servers-ssh-pair"_s);
        QVERIFY(rig->select(u"server"_s, old));
        QCOMPARE(int(shownState(old).look), int(Look::Passed));
        rig->shoot(u"servers-ssh-connected"_s);
        m_server->cut();
        QVERIFY(linkBecomes(Link::Lost));
        QCOMPARE(int(shownState(old).look), int(Look::InProgress));
        QCOMPARE(int(shownState(fresh).look), int(Look::Passed));
        rig->shoot(u"servers-ssh-reconnecting"_s);
        QVERIFY2(begin(*m_server), m_server->log());
        QVERIFY(linkBecomes(Link::Again));
        QVERIFY(!rig->dialog());
        QCOMPARE(int(shownState(old).look), int(Look::Passed));
        rig->shoot(u"servers-ssh-again"_s);
        // It came back with another key: nothing is tried any more.
        m_server->cut();
        QVERIFY(linkBecomes(Link::Lost));
        QVERIFY(m_server->makeKey("host"));
        QVERIFY2(begin(*m_server), m_server->log());
        QVERIFY(linkBecomes(Link::Stopped));
        QCOMPARE(int(shownState(old).look), int(Look::Blocked));
        QVERIFY(!rig->dialog());
        rig->shoot(u"servers-ssh-key-changed"_s);
        // A test by hand says the same, line by line; one of a server that is down says that.
        m_new->cut();
        QVERIFY(linkBecomes(Link::Lost, ServerRole::Target));
        QVERIFY(rig->press(u"check"_s));
        QVERIFY(rig->idle());
        QVERIFY(rig->waitFor([&] { return states().contains(u"failed"_s); }));
        QCOMPARE(int(shownState(old).look), int(Look::Blocked));
        QVERIFY(rig->select(u"server"_s, old));
        rig->shoot(u"servers-ssh-failing"_s);
        QVERIFY(rig->select(u"server"_s, fresh));
        rig->shoot(u"servers-ssh-down"_s);
    }

    /// A job that is cancelled, and a window that goes, both end the wait of its thread.
    void nobodyWaitsForEver()
    {
        start(Language::English);
        auto window = std::make_unique<QObject>();
        WindowPrompter prompter(window.get());
        bascule::Prompt prompt;
        prompt.kind = bascule::Prompt::Kind::Password;
        prompt.host = u"vega"_s;
        const auto asked = [&](std::stop_token stop, std::atomic<int>& kind) {
            return std::jthread([&, stop] { kind = int(prompter.ask(prompt, stop).kind); });
        };
        std::atomic<int> kind{-1};
        std::stop_source source;
        auto first = asked(source.get_token(), kind);
        QVERIFY(rig->waitFor([this] { return front<SecretDialog>() != nullptr; }));
        source.request_stop();
        QVERIFY(rig->waitFor([&] { return kind == int(Answer::Kind::Refused); }, 2000));
        QVERIFY(rig->waitFor([this] { return front<SecretDialog>() == nullptr; }));
        kind = -1;
        auto second = asked({}, kind);
        QVERIFY(rig->waitFor([this] { return front<SecretDialog>() != nullptr; }));
        window.reset();
        QVERIFY(rig->waitFor([&] { return kind == int(Answer::Kind::Refused); }, 2000));
        kind = -1;
        auto third = asked({}, kind);
        QVERIFY(rig->waitFor([&] { return kind == int(Answer::Kind::NobodyThere); }, 2000));
        if (rig->dialog())
            rig->dialog()->reject();
    }

private:
    void start(Language language, const QByteArray& passphrase = {})
    {
        m_server = std::make_unique<Sshd>();
        if (!passphrase.isEmpty()) {
            QVERIFY(m_server->makeKey("client", passphrase));
            m_server->put("authorized_keys", m_server->read("client.pub"));
        }
        QVERIFY2(begin(*m_server), m_server->log());
        qputenv("BASCULE_SSH_CONFIG", m_server->config());
        qputenv("BASCULE_SSH_TIMEOUT", "5");
        qputenv("BASCULE_ASKPASS", BASCULE_WIZARD);
        rig = std::make_unique<UiRig>(language, m_store);
        Project project;
        project.name = u"Maison Delorme"_s;
        bool open = false;
        rig->context().newProject(rig->path(u"p.bascule"_s), project, [&](bool ok) { open = ok; });
        QVERIFY(rig->waitFor([&] { return open; }));
        QObject::connect(&rig->context(), &AppContext::jobFinished, &rig->wizard(),
                         [this](JobId id, const Outcome& outcome) { m_ended[id] = outcome; });
        for (ServersPage* page : rig->wizard().findChildren<ServersPage*>())
            page->watch().setPace({150, 150, 600});
    }
    /// Both in the one known_hosts that the configuration names.
    void knowBoth()
    {
        m_new->know();
        m_server->know();
        m_server->put("known_hosts", m_server->read("known_hosts") + m_new->read("known_hosts"));
    }
    void addServer(const QString& name = u"vega"_s, ServerRole role = ServerRole::Source, const QString& address = {})
    {
        QVERIFY(rig->press(u"add"_s));
        QVERIFY(rig->fill(u"name"_s, name));
        QVERIFY(rig->fill(u"role"_s, enumName(role)));
        QVERIFY(rig->fill(u"kind"_s, enumName(ServerKind::Ssh)));
        QVERIFY(rig->fill(u"address"_s, address.isEmpty() ? m_server->address() : address));
        QVERIFY(rig->verb());
    }
    /// Types the passphrase when it is asked for.
    bool answerSecret()
    {
        if (!rig->waitFor([this] { return front<SecretDialog>() != nullptr; }))
            return false;
        front<SecretDialog>()->findChild<QLineEdit*>(u"secret-field"_s)->setText(u"open sesame 42"_s);
        return rig->verb() && rig->waitFor([this] { return !rig->dialog(); });
    }
    /// A job of the window: the server's folder "data" comes here, slowly enough to be cut on its way.
    JobId copyData(const QString& to)
    {
        engine::SyncOptions options;
        options.bytesPerSecond = 8 << 20;
        const auto source = TransferEnd::parse((m_server->address() + u':' + rig->path(u"data"_s)).toUtf8());
        return rig->context().startJob(
            std::make_unique<SyncJob>(source.value(), TransferEnd{{}, rig->path(to).toUtf8(), false}, options));
    }
    /// What a job has copied so far; -1 once it has ended.
    qint64 bytesOf(JobId id) const
    {
        for (const JobView& view : rig->context().session()->runner().active()) {
            if (view.id == id)
                return qint64(view.progress.bytesDone);
        }
        return -1;
    }
    /// With a home of its own: what the shell there does in that of whoever runs this is not to be cut short.
    static bool begin(Sshd& server)
    {
        return server.start("SetEnv HOME=" + QFileInfo(server.path("host")).path().toUtf8());
    }
    void cutAndMend()
    {
        m_server->cut();
        QVERIFY2(begin(*m_server), m_server->log());
    }
    ServersPage* page() const { return qobject_cast<ServersPage*>(rig->page()); }
    bool linkBecomes(Link link, ServerRole role = ServerRole::Source)
    {
        const bool became = rig->waitFor([&] {
            const Server* server = rig->snapshot().serverOf(role);
            return server && page()->watch().state(server->id).link == link;
        });
        QTest::qWait(1); // the rows follow
        return became;
    }
    /// What the list shows of a server.
    Cell shownState(Id id) const
    {
        for (const Row& row : rig->list()->rows(0)) {
            for (const Row& child : row.children) {
                if (child.kind == "server"_L1 && child.id == id)
                    return child.cells[2];
            }
        }
        return {};
    }
    bool allPassed() const
    {
        const QStringList all = states();
        return all.size() >= 7 && all.count(u"passed"_s) == all.size();
    }
    template <class T>
    T* front() const
    {
        return qobject_cast<T*>(rig->dialog());
    }
    QStringList states() const
    {
        const Server* server = rig->snapshot().serverOf(ServerRole::Source);
        QStringList list;
        if (server) {
            for (const QJsonValue& line : lastTest(rig->snapshot(), *server).lines)
                list.append(line[u"state"].toString());
        }
        return list;
    }

    std::unique_ptr<Sshd> m_server, m_new;
    std::shared_ptr<MemoryStore> m_store;
    QHash<JobId, Outcome> m_ended;
    std::unique_ptr<UiRig> rig;
};

QTEST_MAIN(SshServersTest)
#include "tst_ssh_servers.moc"
