// SPDX-License-Identifier: GPL-3.0-or-later
// A server over SSH in the window: added by its form, its key asked in a dialog, the test's lines shown, a real sshd
// behind.
#include "UiRig.h"

#include "tests/integration/Sshd.h"
#include "ui/pages/ServersController.h"
#include "ui/prompts/SshDialogs.h"
#include "ui/prompts/WindowPrompter.h"

#include <QLabel>
#include <QLineEdit>

#include <thread>

using namespace Qt::StringLiterals;
using namespace bascule;
using namespace bascule::ui;

class SshServersTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(QFile::exists(u"/usr/sbin/sshd"_s), "openssh-server is missing"); }
    void cleanup()
    {
        rig.reset();
        m_server.reset();
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
        QCOMPARE(states(), QStringList({u"passed"_s, u"passed"_s, u"failed"_s, u"not-tried"_s, u"not-tried"_s,
                                        u"not-tried"_s, u"not-tried"_s}));
        rig->shoot(u"servers-ssh-refused"_s);
        // Accepted: every line passes.
        QVERIFY(rig->pressDetail(u"test-connection"_s));
        QVERIFY(rig->waitFor([this] { return front<HostKeyDialog>() != nullptr; }));
        QVERIFY(rig->verb());
        QVERIFY(rig->idle());
        QVERIFY2(rig->waitFor([this] { return !states().contains(u"failed"_s); }), qPrintable(states().join(u' ')));
        QCOMPARE(states().count(u"passed"_s), 7);
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
        QVERIFY2(rig->waitFor([this] { return states().count(u"passed"_s) == 7; }), qPrintable(states().join(u' ')));
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
        QVERIFY2(m_server->start(), m_server->log());
        qputenv("BASCULE_SSH_CONFIG", m_server->config());
        qputenv("BASCULE_SSH_TIMEOUT", "5");
        qputenv("BASCULE_ASKPASS", BASCULE_WIZARD);
        rig = std::make_unique<UiRig>(language);
        Project project;
        project.name = u"Maison Delorme"_s;
        bool open = false;
        rig->context().newProject(rig->path(u"p.bascule"_s), project, [&](bool ok) { open = ok; });
        QVERIFY(rig->waitFor([&] { return open; }));
    }
    void addServer()
    {
        QVERIFY(rig->press(u"add"_s));
        QVERIFY(rig->fill(u"name"_s, u"vega"_s));
        QVERIFY(rig->fill(u"kind"_s, enumName(ServerKind::Ssh)));
        QVERIFY(rig->fill(u"address"_s, m_server->address()));
        QVERIFY(rig->verb());
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
            for (const QJsonValue& line : ServersController::lastLook(rig->snapshot(), *server).lines)
                list.append(line[u"state"].toString());
        }
        return list;
    }

    std::unique_ptr<Sshd> m_server;
    std::unique_ptr<UiRig> rig;
};

QTEST_MAIN(SshServersTest)
#include "tst_ssh_servers.moc"
