// SPDX-License-Identifier: GPL-3.0-or-later
// The helper's way onto a server, by a real shell: sent, checked, run, and nothing left behind; and every way it fails.
#include "core/engine/wire/Helper.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace bascule;
using namespace bascule::engine::wire;

class HelperStartTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    HelperImage m_image;

    std::string path(const std::string& name) const { return m_folder.path().toStdString() + '/' + name; }
    void script(const std::string& name, const QByteArray& text);
    /// Folders of ours where the start tries first.
    QStringList leftovers() const;
    Result<std::unique_ptr<Helper>> start(const std::vector<std::string>& before, const HelperImage& image,
                                          QStringList* reached = nullptr, std::vector<std::int64_t> earlier = {});
    /// Runs a script with mounts of its own, as root, as root of a user namespace, or by sudo; empty when none may.
    std::vector<std::string> withMounts(const std::string& script) const;

private slots:
    void initTestCase();
    void cleanup() { QCOMPARE(leftovers(), QStringList()); }
    void theLineSuitsAnyShell();
    void startsAndLeavesNothing();
    void aSecondOneRunsFromTheFirst();
    void aChattyLogin();
    void fails_data();
    void fails();
    void noexecIsGoneRound();
    void nowhereToRun_data();
    void nowhereToRun();
    void aKilledStartIsCleanedUp();
    void aClosedLineEndsIt();
    void afterACutItIsNotSentAgain();
    void aSlowLineIsNoSilentOne();
};

void HelperStartTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_image = builtInHelper();
    QVERIFY(m_image.bytes.size() > 100'000);
    QCOMPARE(m_image.sha256.size(), std::size_t{64});
    for (const char* name : {"tmp", "bin", "bin-arm", "home"})
        ::mkdir(path(name).c_str(), 0700);
    script("bin-arm/uname", "#!/bin/sh\necho Linux aarch64\n");
}

void HelperStartTest::script(const std::string& name, const QByteArray& text)
{
    QFile file(QString::fromStdString(path(name)));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QStringList HelperStartTest::leftovers() const
{
    return QDir(QString::fromStdString(path("tmp"))).entryList({u".bascule*"_s}, QDir::AllEntries | QDir::Hidden);
}

/// `before`: a command that runs the line as its last argument, as sshd has the login shell do.
Result<std::unique_ptr<Helper>> HelperStartTest::start(const std::vector<std::string>& before, const HelperImage& image,
                                                       QStringList* reached, std::vector<std::int64_t> earlier)
{
    const std::string nonce = newNonce();
    std::vector<std::string> command = before;
    command.push_back("exec /bin/sh -c '" + bootstrapLine(image, nonce, 120) + '\'');
    auto channel = Channel::start(command, {"TMPDIR=" + path("tmp"), "HOME=" + path("home")});
    if (!channel)
        return channel.error();
    HelperStart options;
    options.silenceMs = 6000;
    options.earlier = std::move(earlier);
    options.reached = [reached](const char* what, const std::string& fact) {
        if (reached)
            reached->append(QString::fromLatin1(what) + u' ' + QString::fromStdString(fact).section(u' ', 0, 0));
    };
    return Helper::start(std::move(*channel), image, nonce, options, {});
}

std::vector<std::string> HelperStartTest::withMounts(const std::string& script) const
{
    const std::vector<std::string> tail{"/bin/sh", "-c", script, "sh"};
    const std::vector<std::vector<std::string>> ways{{"/usr/bin/unshare", "-m"},
                                                     {"/usr/bin/unshare", "-rm"}, // not inside a chroot
                                                     {"/usr/bin/sudo", "-n", "/usr/bin/env", "TMPDIR=" + path("tmp"),
                                                      "HOME=" + path("home"), "/usr/bin/unshare", "-m"}};
    for (std::vector<std::string> way : ways) {
        QStringList arguments;
        for (std::size_t i = 1; i < way.size(); ++i)
            arguments.append(QString::fromStdString(way[i]));
        if (QProcess::execute(QString::fromStdString(way[0]), arguments + QStringList{u"true"_s}) != 0)
            continue;
        way.insert(way.end(), tail.begin(), tail.end());
        return way;
    }
    return {};
}

void HelperStartTest::theLineSuitsAnyShell()
{
    const std::string line = bootstrapLine(m_image, newNonce());
    QVERIFY(line.find_first_of("'!\n\r") == std::string::npos);
    QVERIFY(line.find('@') == std::string::npos);
    QVERIFY(line.size() < 4000);
    QVERIFY(newNonce() != newNonce());
}

void HelperStartTest::startsAndLeavesNothing()
{
    QStringList reached;
    auto helper = start({"/bin/sh", "-c"}, m_image, &reached);
    QVERIFY2(helper.ok(), helper ? "" : (helper.error().code + ": " + helper.error().detail).c_str());
    QCOMPARE(leftovers(), QStringList()); // while it runs
    QCOMPARE(reached.size(), 3);
    QCOMPARE(reached[1], u"architecture Linux"_s);
    QVERIFY(*(*helper)->exists(path("tmp")));
    QCOMPARE((*helper)->uid(), qint64(::geteuid()));
    const auto pid = pid_t((*helper)->pid());
    QCOMPARE(::kill(pid, 0), 0);
    (*helper)->finish();
    QVERIFY(QTest::qWaitFor([pid] { return ::kill(pid, 0) != 0 && errno == ESRCH; }, 3000));
}

void HelperStartTest::aSecondOneRunsFromTheFirst()
{
    auto first = start({"/bin/sh", "-c"}, m_image);
    QVERIFY(first.ok());
    const std::string nonce = newNonce();
    auto channel = Channel::start({"/proc/" + std::to_string((*first)->pid()) + "/exe", "serve", nonce});
    QVERIFY(channel.ok());
    auto second = Helper::greet(std::move(*channel), nonce, {}, {});
    QVERIFY2(second.ok(), second ? "" : second.error().detail.c_str());
    QVERIFY(*(*second)->exists(path("tmp")));
}

void HelperStartTest::aChattyLogin()
{
    script("chatty", "#!/bin/sh\nprintf 'Welcome!\\nBASCULE nonce helper\\n\\033[31mno newline'\n"
                     "echo 'to the error stream' >&2\nexec /bin/sh -c \"$1\"\n");
    auto helper = start({path("chatty")}, m_image);
    QVERIFY2(helper.ok(), helper ? "" : (helper.error().code + ": " + helper.error().detail).c_str());
}

void HelperStartTest::fails_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no shell for this account") << u"echo 'This account is currently not available.'; exit 1"_s
                                               << u"helper.no-shell"_s << u"This account is currently not available."_s;
    QTest::newRow("the shell says it on the error stream")
        << u"echo 'no way' >&2; exit 1"_s << u"helper.no-shell"_s << u"no way"_s;
    QTest::newRow("a file server only") << u"exec cat"_s << u"link.silent"_s << QString();
    QTest::newRow("another processor") << u"PATH=%1/bin-arm:$PATH; export PATH; exec /bin/sh -c \"$1\""_s
                                       << u"helper.other-architecture"_s << QString();
    QTest::newRow("changed on its way") << u"PATH=%1/bin-bad:$PATH; export PATH; exec /bin/sh -c \"$1\""_s
                                        << u"helper.altered"_s << QString();
    QTest::newRow("cannot run") << u"PATH=%1/bin-trap:$PATH; export PATH; exec /bin/sh -c \"$1\""_s
                                << u"helper.cannot-run"_s << QString();
}

void HelperStartTest::fails()
{
    QFETCH(QString, shell);
    QFETCH(QString, code);
    QFETCH(QString, detail);
    ::mkdir(path("bin-bad").c_str(), 0700);
    ::mkdir(path("bin-trap").c_str(), 0700);
    script("bin-bad/head", "#!/bin/sh\n/usr/bin/head \"$@\" | tr 'e' 'f'\n");
    // The bytes are what they should be, but the file is none that runs.
    script("bin-trap/chmod", "#!/bin/sh\ncase \"$2\" in */helper) ;; *) exec /bin/chmod \"$@\" ;; esac\n");
    script("login", "#!/bin/sh\n" + shell.replace(u"%1"_s, m_folder.path()).toUtf8() + '\n');
    auto helper = start({path("login")}, m_image);
    QVERIFY(!helper.ok());
    QCOMPARE(QString::fromStdString(helper.error().code), code);
    QVERIFY2(QString::fromStdString(helper.error().detail).contains(detail), helper.error().detail.c_str());
    if (code == "helper.other-architecture"_L1)
        QCOMPARE(std::get<std::string>(helper.error().params.at("architecture")), std::string("aarch64"));
}

void HelperStartTest::noexecIsGoneRound()
{
    const auto mounted = withMounts("mount -t tmpfs -o noexec none \"$TMPDIR\" && exec /bin/sh -c \"$1\"");
    if (mounted.empty())
        QSKIP("needs root, sudo or user namespaces");
    auto helper = start(mounted, m_image);
    QVERIFY2(helper.ok(), helper ? "" : (helper.error().code + ": " + helper.error().detail).c_str());
}

void HelperStartTest::nowhereToRun_data()
{
    QTest::addColumn<QString>("mount");
    QTest::addColumn<QString>("code");
    QTest::newRow("noexec everywhere") << u"noexec"_s << u"helper.no-exec"_s;
    QTest::newRow("no room anywhere") << u"size=64k"_s << u"helper.no-room"_s;
    QTest::newRow("read only everywhere") << u"ro"_s << u"helper.no-folder"_s;
}

void HelperStartTest::nowhereToRun()
{
    QFETCH(QString, mount);
    QFETCH(QString, code);
    const std::string mounts = "for d in \"$TMPDIR\" \"$HOME\" /var/tmp /dev/shm /run; do mount -t tmpfs -o " +
                               mount.toStdString() + " none \"$d\" || exit 9; done; exec /bin/sh -c \"$1\"";
    const auto mounted = withMounts(mounts);
    if (mounted.empty())
        QSKIP("needs root, sudo or user namespaces");
    auto helper = start(mounted, m_image);
    QVERIFY(!helper.ok());
    QCOMPARE(QString::fromStdString(helper.error().code), code);
    if (code != "helper.no-folder"_L1)
        QVERIFY(std::get<std::string>(helper.error().params.at("tried")).find("/var/tmp") != std::string::npos);
}

void HelperStartTest::aKilledStartIsCleanedUp()
{
    const std::string nonce = newNonce();
    auto channel = Channel::start({"/bin/sh", "-c", bootstrapLine(m_image, nonce)},
                                  {"TMPDIR=" + path("tmp"), "HOME=" + path("home")});
    QVERIFY(channel.ok());
    QCOMPARE(::write((*channel)->input(), "send\n", 5), ssize_t(5));
    QVERIFY(QTest::qWaitFor([this] { return !leftovers().isEmpty(); }, 5000));
    QCOMPARE(::write((*channel)->input(), m_image.bytes.data(), 1000), ssize_t(1000));
    QTest::qWait(100);
    ::kill((*channel)->pid(), SIGKILL);
    (*channel)->finish(2000);
    QCOMPARE(leftovers().size(), 1);
    // The next contact.
    auto helper = start({"/bin/sh", "-c"}, m_image);
    QVERIFY(helper.ok());
    QCOMPARE(leftovers(), QStringList());
}

void HelperStartTest::aClosedLineEndsIt()
{
    const std::string nonce = newNonce();
    auto channel = Channel::start({"/bin/sh", "-c", bootstrapLine(m_image, nonce)},
                                  {"TMPDIR=" + path("tmp"), "HOME=" + path("home")});
    QVERIFY(channel.ok());
    QCOMPARE(::write((*channel)->input(), "send\n", 5), ssize_t(5));
    QVERIFY(QTest::qWaitFor([this] { return !leftovers().isEmpty(); }, 5000));
    QTest::qWait(200);
    QCOMPARE(::write((*channel)->input(), m_image.bytes.data(), 5000), ssize_t(5000));
    (*channel)->finish(5000); // the line is cut: the rest never comes
    QVERIFY(QTest::qWaitFor([this] { return leftovers().isEmpty(); }, 3000));
}

/// What a line that is cut leaves: a process that does nothing, from which the next one is made; then it is gone.
void HelperStartTest::afterACutItIsNotSentAgain()
{
    const auto isGone = [](pid_t pid) { return ::kill(pid, 0) != 0 && errno == ESRCH; };
    // Takes nothing from the line.
    ::mkdir(path("bin-deaf").c_str(), 0700);
    script("bin-deaf/head", "#!/bin/sh\ncase \"$*\" in *zero) exec /usr/bin/head \"$@\" ;; esac\nexit 1\n");
    const std::vector<std::string> deaf{"/usr/bin/env", "PATH=" + path("bin-deaf") + ":/usr/bin:/bin", "/bin/sh", "-c"};
    auto first = start({"/bin/sh", "-c"}, m_image);
    QVERIFY(first.ok());
    const auto pid = pid_t((*first)->pid());
    QVERIFY(!start(deaf, m_image).ok());
    (*first)->sever(); // the shell has become the helper: this kills it
    QVERIFY(QTest::qWaitFor([&] { return (*first)->broken(); }, 3000));
    first->reset();
    QVERIFY(isGone(pid));
    QVERIFY(!start(deaf, m_image, nullptr, {pid}).ok());

    // As sshd does, this leaves the command behind when it is killed, and with it its streams.
    script("line", R"(#!/usr/bin/python3
import os, subprocess, sys, threading
command = subprocess.Popen(["/bin/sh", "-c", sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
def carry(source, target):
    while data := os.read(source, 65536):
        while data:
            data = data[os.write(target, data):]
threading.Thread(target=carry, args=(0, command.stdin.fileno()), daemon=True).start()
carry(command.stdout.fileno(), 1)
)");
    auto second = start({path("line")}, m_image);
    QVERIFY2(second.ok(), second ? "" : second.error().detail.c_str());
    const auto staying = pid_t((*second)->pid());
    (*second)->sever();
    QVERIFY(QTest::qWaitFor([&] { return (*second)->broken(); }, 3000));
    second->reset();
    QCOMPARE(leftovers(), QStringList());
    QVERIFY(!isGone(staying));
    auto third = start(deaf, m_image, nullptr, {pid, ::getpid(), staying});
    QVERIFY2(third.ok(), third ? "" : (third.error().code + third.error().detail).c_str());
    QVERIFY(*(*third)->exists(path("tmp")));
    QVERIFY(QTest::qWaitFor([&] { return isGone(staying); }, 5000));
    // Told to go, none stays.
    const auto last = pid_t((*third)->pid());
    third->reset();
    QVERIFY(QTest::qWaitFor([&] { return isGone(last); }, 5000));
}

/// A line that takes everything at once and lets it through for longer than silence is borne with.
void HelperStartTest::aSlowLineIsNoSilentOne()
{
    script("slow", R"(#!/usr/bin/python3
import os, queue, subprocess, sys, threading, time
command = subprocess.Popen(["/bin/sh", "-c", sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
line = queue.Queue()
def take():
    while data := os.read(0, 65536):
        line.put(data)
    line.put(b"")
def carry():
    while data := line.get():
        while data:
            data = data[os.write(command.stdin.fileno(), data):]
        time.sleep(0.15)
    command.stdin.close()
for one in (take, carry):
    threading.Thread(target=one, daemon=True).start()
while data := os.read(command.stdout.fileno(), 65536):
    os.write(1, data)
)");
    auto helper = start({path("slow")}, m_image);
    QVERIFY2(helper.ok(), helper ? "" : (helper.error().code + ": " + helper.error().detail).c_str());
}

QTEST_GUILESS_MAIN(HelperStartTest)

#include "tst_helper_start.moc"
