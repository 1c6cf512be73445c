// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords in the keyring: what is kept under which name, when it is kept, forgotten and asked again, with a real
// sshd; and the real Secret Service on a bus of its own.
#include "core/hosts/Askpass.h"
#include "core/hosts/Keyring.h"
#include "core/hosts/KeyringPrompter.h"
#include "core/hosts/SshConnection.h"
#include "tests/integration/Sshd.h"
#include "tests/support/MemoryStore.h"

#include <QStandardPaths>
#include <QTest>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

/// A person who types this, and ticks the box or not.
class Person final : public Prompter
{
public:
    QByteArray secret;
    bool keep = false;
    std::vector<Prompt> asked;

    Answer ask(const Prompt& prompt, std::stop_token) override
    {
        asked.push_back(prompt);
        Answer answer = Answer::given(Secret(secret));
        answer.keep = keep;
        return answer;
    }
};

Prompt prompt(Prompt::Kind kind, const QString& user, const QString& host, const QString& server,
              const QString& text = {})
{
    Prompt made;
    made.kind = kind;
    made.user = user;
    made.host = host;
    made.server = server;
    made.text = text;
    return made;
}

QByteArray bytesOf(const Secret& secret)
{
    return secret.view().toByteArray();
}

template <class T>
QByteArray why(const Result<T>& result)
{
    return result ? QByteArray() : QByteArray::fromStdString(result.error().code + ": " + result.error().detail);
}

/// A bus and a keyring of this test alone: nothing of the operator's session is met.
class SecretService
{
public:
    bool start()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(name), m_dir.path());
        environment.remove(u"DISPLAY"_s);
        environment.remove(u"GNOME_KEYRING_CONTROL"_s);
        m_bus.setProcessEnvironment(environment);
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s,
                                       u"--address=unix:path="_s + m_dir.filePath(u"bus"_s)});
        if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead(10'000))
            return false;
        const QByteArray address = m_bus.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, QString::fromUtf8(address));
        m_keyring.setProcessEnvironment(environment);
        m_keyring.setProcessChannelMode(QProcess::MergedChannels);
        m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
        if (!m_keyring.waitForStarted())
            return false;
        m_keyring.write("a password of the keyring\n");
        m_keyring.closeWriteChannel();
        return true;
    }
    ~SecretService()
    {
        for (QProcess* process : {&m_keyring, &m_bus}) {
            process->kill();
            process->waitForFinished(5000);
        }
    }
    void stopKeyring()
    {
        m_keyring.kill();
        m_keyring.waitForFinished(5000);
    }

private:
    QTemporaryDir m_dir{u"/tmp/bk-XXXXXX"_s};
    QProcess m_bus, m_keyring;
};

} // namespace

class KeyringTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const QString& program : {u"dbus-daemon"_s, u"gnome-keyring-daemon"_s})
            QVERIFY2(!QStandardPaths::findExecutable(program).isEmpty(),
                     qPrintable(program + u" is missing (packaging/test installs it)"_s));
        m_runtime = std::make_unique<QTemporaryDir>(u"/tmp/bt-XXXXXX"_s);
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime->path()));
        qunsetenv("XDG_CURRENT_DESKTOP");
    }

    void everySecretHasANameOfItsOwn()
    {
        const auto name = [](Prompt::Kind kind, const QString& user, const QString& host, const QString& server,
                             const QString& text = {}) {
            return secretName(prompt(kind, user, host, server, text)).value_or(QString());
        };
        const QString plain = name(Prompt::Kind::Password, u"a"_s, u"vega"_s, u"a@vega:2222"_s);
        QVERIFY(plain.contains(u"a@vega"_s) && plain.contains(u"2222"_s));
        QVERIFY(plain != name(Prompt::Kind::Password, u"a"_s, u"vega"_s, u"a@vega"_s)); // another port
        QVERIFY(plain != name(Prompt::Kind::Password, u"b"_s, u"vega"_s, u"a@vega:2222"_s));
        QVERIFY(plain != name(Prompt::Kind::Password, u"a"_s, u"jump"_s, u"a@vega:2222"_s));
        QVERIFY(plain != name(Prompt::Kind::SudoPassword, u"a"_s, u"vega"_s, u"a@vega:2222"_s));
        const auto phrase = [&name](const QString& text) {
            return name(Prompt::Kind::Passphrase, {}, {}, u"a@vega"_s, text);
        };
        QCOMPARE(phrase(u"Enter passphrase for key '/home/a/.ssh/id two':"_s), u"passphrase /home/a/.ssh/id two"_s);
        QCOMPARE(phrase(u"Enter passphrase for key '/home/a/.ssh/id two': "_s), u"passphrase /home/a/.ssh/id two"_s);
        QCOMPARE(phrase(u"Enter passphrase for PKCS#11"_s), QString());
        // One-time codes and host keys are nothing to keep.
        QCOMPARE(name(Prompt::Kind::Other, u"a"_s, u"vega"_s, u"a@vega"_s), QString());
        QCOMPARE(name(Prompt::Kind::HostKey, u"a"_s, u"vega"_s, u"a@vega"_s), QString());
    }

    /// Only what was ticked and taken by the server is kept; what was kept and refused goes.
    void keptOnlyWhenSaidAndTrue()
    {
        const auto person = std::make_shared<Person>();
        const auto store = std::make_shared<MemoryStore>();
        KeyringPrompter keyring(person, store);
        const Prompt asked = prompt(Prompt::Kind::Password, u"a"_s, u"vega"_s, u"a@vega"_s);
        person->secret = "s3cret";
        Answer answer = keyring.ask(asked, {});
        QCOMPARE(int(person->asked.back().keeping), int(Prompt::Keeping::Offered));
        keyring.settled(asked, answer, true, {});
        QVERIFY(store->kept().isEmpty()); // nobody said so
        person->keep = true;
        answer = keyring.ask(asked, {});
        QVERIFY(store->kept().isEmpty()); // nobody knows yet whether it is right
        keyring.settled(asked, answer, false, {});
        QVERIFY(store->kept().isEmpty());
        answer = keyring.ask(asked, {});
        keyring.settled(asked, answer, true, {});
        QCOMPARE(store->kept().size(), 1);
        QCOMPARE(person->asked.size(), 3u);
        answer = keyring.ask(asked, {});
        QVERIFY(answer.fromStore);
        QCOMPARE(bytesOf(answer.secret), "s3cret");
        QCOMPARE(person->asked.size(), 3u);
        keyring.settled(asked, answer, false, {});
        QVERIFY(store->kept().isEmpty());
        QVERIFY(!keyring.ask(asked, {}).fromStore);
        // A code is handed through, and never offered to be kept.
        (void)keyring.ask(prompt(Prompt::Kind::Other, u"a"_s, u"vega"_s, u"a@vega"_s, u"Code:"_s), {});
        QCOMPARE(int(person->asked.back().keeping), int(Prompt::Keeping::Never));
        store->wanted = SecretStore::State::None;
        (void)keyring.ask(asked, {});
        QCOMPARE(int(person->asked.back().keeping), int(Prompt::Keeping::NoKeyring));
    }

    /// In the background a locked keyring is not touched: the system would ask for its password.
    void withNobodyThereOnlyAnOpenKeyringAnswers()
    {
        const auto store = std::make_shared<MemoryStore>();
        KeyringPrompter alone(nullptr, store);
        const Prompt asked = prompt(Prompt::Kind::SudoPassword, u"a"_s, u"vega"_s, u"a@vega"_s);
        store->put(*secretName(asked), "s3cret");
        QCOMPARE(int(alone.ask(asked, {}).kind), int(Answer::Kind::Given));
        store->wanted = SecretStore::State::Locked;
        store->reads = 0;
        QCOMPARE(int(alone.ask(asked, {}).kind), int(Answer::Kind::NobodyThere));
        QCOMPARE(store->reads, 0);
        QCOMPARE(int(alone.ask(prompt(Prompt::Kind::HostKey, {}, u"vega"_s, u"a@vega"_s), {}).kind),
                 int(Answer::Kind::NobodyThere));
    }

    /// A kept passphrase that is wrong now: tried once, forgotten, asked, and the right one kept.
    void aRefusedOneIsForgottenAndAskedAgain()
    {
        Sshd server;
        QVERIFY(server.makeKey("client", "open sesame 42"));
        server.put("authorized_keys", server.read("client.pub"));
        QVERIFY2(server.start(), server.log());
        server.know();
        SshOptions options;
        options.configFile = server.config();
        const auto person = std::make_shared<Person>();
        person->secret = "open sesame 42";
        person->keep = true;
        const auto store = std::make_shared<MemoryStore>();
        const QString name = u"passphrase "_s + server.path("client");
        store->put(name, "an old one");
        const auto address = SshAddress::parse(server.address());
        QVERIFY(address);
        {
            SshConnections connections(std::make_shared<KeyringPrompter>(person, store), options);
            const auto connected = connections.get(*address, {});
            QVERIFY2(connected, why(connected));
        }
        QCOMPARE(person->asked.size(), 1u);
        QCOMPARE(store->kept().value(name), "open sesame 42");
        // From now on nobody is needed.
        SshConnections quiet(std::make_shared<KeyringPrompter>(nullptr, store), options);
        const auto alone = quiet.get(*address, {});
        QVERIFY2(alone, why(alone));
        QCOMPARE(person->asked.size(), 1u);
        // Nobody there, nothing kept: it says so, and asks nothing.
        store->wanted = SecretStore::State::None;
        SshConnections none(std::make_shared<KeyringPrompter>(nullptr, store), options);
        const auto refused = none.get(*address, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, "ssh.nobody-to-ask");
    }

    /// Connections are shared by whoever else asks, whatever they would answer.
    void theQuietOnesShareTheConnections()
    {
        Sshd server;
        QVERIFY2(server.start(), server.log());
        server.know();
        SshOptions options;
        options.configFile = server.config();
        const auto address = SshAddress::parse(server.address());
        auto connections = std::make_unique<SshConnections>(std::make_shared<Person>(), options);
        const auto quiet =
            connections->asking(std::make_shared<KeyringPrompter>(nullptr, std::make_shared<MemoryStore>()));
        QVERIFY(!quiet->held(*address));
        const auto connected = connections->get(*address, {});
        QVERIFY2(connected, why(connected));
        QCOMPARE(quiet->held(*address).get(), connected->get());
        const auto same = quiet->get(*address, {});
        QVERIFY2(same, why(same));
        QCOMPARE(same->get(), connected->get());
        connections.reset();
        QVERIFY(quiet->held(*address)->alive({})); // closed with the last who share them
        quiet->closeAll();
        QVERIFY(!quiet->held(*address));
    }

    void theRealKeyring()
    {
        auto service = std::make_unique<SecretService>();
        QVERIFY(service->start());
        Keyring keyring;
        QTRY_COMPARE_WITH_TIMEOUT(int(keyring.state({})), int(SecretStore::State::Open), 20'000);
        const QString name = u"password a@vega for a@vega:2222"_s;
        auto read = keyring.read(name, {});
        QVERIFY2(read, why(read));
        QVERIFY(!*read);
        const QByteArray secret = "s3cret \xc3\xa9 \" ' \\ $";
        auto done = keyring.write(name, Secret(secret), {});
        QVERIFY2(done, why(done));
        done = keyring.write(u"another"_s, Secret(QByteArrayView("x")), {});
        QVERIFY2(done, why(done));
        read = keyring.read(name, {});
        QVERIFY2(read && *read, why(read));
        QCOMPARE(bytesOf(**read), secret);
        done = keyring.remove(name, {});
        QVERIFY2(done, why(done));
        read = keyring.read(name, {});
        QVERIFY2(read && !*read, why(read));
        done = keyring.remove(name, {}); // gone already
        QVERIFY2(done, why(done));
        read = keyring.read(u"another"_s, {});
        QVERIFY2(read && *read, why(read));
        // Asked to stop, it waits for nobody.
        std::stop_source stopped;
        stopped.request_stop();
        const auto given = keyring.read(name, stopped.get_token());
        QVERIFY(given || given.error().code == "cancelled");
        // The keyring is gone: said, not waited for.
        service->stopKeyring();
        QTRY_VERIFY_WITH_TIMEOUT(keyring.state({}) != SecretStore::State::Open, 20'000);
        // So is the bus, as at a logout: this process goes on, and says so.
        service.reset();
        QTRY_COMPARE_WITH_TIMEOUT(int(keyring.state({})), int(SecretStore::State::None), 20'000);
        const auto lost = keyring.read(u"another"_s, {});
        QVERIFY(!lost);
        QVERIFY2(lost.error().code.starts_with("keyring."), lost.error().code.c_str());
    }

private:
    std::unique_ptr<QTemporaryDir> m_runtime;
};

/// ssh asks through this program, as through the real ones.
int main(int argc, char** argv)
{
    if (const auto asked = askpassMain(argc, argv))
        return *asked;
    QCoreApplication application(argc, argv);
    KeyringTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_keyring.moc"
