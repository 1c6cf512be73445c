// SPDX-License-Identifier: GPL-3.0-or-later
// A transfer straight from one server to another, through a real sshd: how fast it goes is changed from here meanwhile,
// and what holds it back at the source is told here.
#include "tests/integration/Sshd.h"

#include "core/engine/Pace.h"
#include "core/engine/wire/Direct.h"
#include "core/engine/wire/Helper.h"

#include <QTest>

#include <atomic>
#include <fstream>
#include <thread>

using namespace Qt::StringLiterals;
using namespace bascule;
using namespace bascule::engine;
using namespace bascule::engine::wire;

class DirectTest : public QObject
{
    Q_OBJECT

private:
    /// A key that is let in for the helper alone.
    Peer admitted()
    {
        const HelperImage image = builtInHelper();
        Peer peer;
        peer.nonce = newNonce();
        m_server.makeKey("direct");
        QByteArray line = QByteArray::fromStdString(bootstrapLine(image, peer.nonce));
        line.replace('"', "\\\""); // all that sshd undoes
        m_server.put("authorized_keys",
                     "restrict,command=\"exec /bin/sh -c '" + line + "'\" " + m_server.read("direct.pub"));
        peer.address = "127.0.0.1";
        peer.port = m_server.port();
        peer.user = Sshd::userName().toStdString();
        peer.hostKey = m_server.read("host.pub").split(' ').mid(0, 2).join(' ').toStdString();
        peer.privateKey = m_server.read("direct").toStdString();
        peer.sha256 = image.sha256;
        peer.path = path("S");
        peer.name = "old:" + path("S");
        return peer;
    }
    std::string path(const char* name) const
    {
        return (m_folder.path() + u'/' + QString::fromUtf8(name)).toStdString();
    }

    QTemporaryDir m_folder;
    Sshd m_server;

private slots:
    void initTestCase()
    {
        QVERIFY2(QFile::exists(u"/usr/sbin/sshd"_s), "openssh-server is missing");
        QVERIFY2(m_server.start(), m_server.log());
        QVERIFY(QDir().mkpath(QString::fromStdString(path("S"))));
        std::ofstream large(path("S") + "/large", std::ios::binary);
        for (std::uint32_t i = 0, seed = 1; i < 8'000'000; ++i, seed = seed * 1'664'525 + 1'013'904'223)
            large.write(reinterpret_cast<const char*>(&seed), sizeof seed);
    }

    /// The first limit alone would take hours.
    void thePaceIsChangedFromHere()
    {
        const HelperImage image = builtInHelper();
        const std::string nonce = newNonce();
        auto channel = Channel::start({"/bin/sh", "-c", "exec /bin/sh -c '" + bootstrapLine(image, nonce) + '\''});
        QVERIFY(channel.ok());
        const auto target = Helper::start(std::move(*channel), image, nonce, {}, {});
        QVERIFY2(target.ok(), target ? "" : target.error().detail.c_str());
        const auto pace = std::make_shared<Pace>(PaceWish{2000, false});
        SyncOptions options;
        options.pace = pace;
        Counters counters;
        std::stop_source stop;
        std::atomic<bool> ended{false};
        Result<SyncReport> result = Error{};
        std::thread run([&] {
            result = pullDirect(**target, path("D"), admitted(), options, counters, stop.get_token());
            ended = true;
        });
        const bool begun = QTest::qWaitFor([&] { return ended || counters.bytesTotal > 0; }, 60'000);
        QTest::qWait(1000);
        const bool slow = !ended;
        pace->set({2000, true});
        std::vector<std::unique_ptr<QProcess>> burners;
        for (unsigned i = 0; i < 24 + 2 * std::thread::hardware_concurrency(); ++i) {
            burners.push_back(std::make_unique<QProcess>());
            burners.back()->start(u"nice"_s, {u"-n"_s, u"19"_s, u"sh"_s, u"-c"_s, u"while :; do :; done"_s});
        }
        const bool held = QTest::qWaitFor([&] { return ended || pace->holding().with != BusyWith::Nothing; }, 240'000);
        for (const auto& burner : burners)
            burner->kill();
        for (const auto& burner : burners)
            burner->waitForFinished();
        pace->set({0, false});
        if (!begun || !slow || !held)
            stop.request_stop();
        run.join();
        QVERIFY2(result.ok(), result ? "" : (result.error().code + ": " + result.error().detail).c_str());
        QVERIFY(begun && slow && held);
        QVERIFY(result->verified);
        QCOMPARE(result->transferred, 32'000'000);
        QVERIFY(pace->holding() == Holding());
        QVERIFY(pace->held().time.count() > 0);
    }
};

QTEST_GUILESS_MAIN(DirectTest)
#include "tst_direct.moc"
