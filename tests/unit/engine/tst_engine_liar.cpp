// SPDX-License-Identifier: GPL-3.0-or-later
// A source elsewhere that lies: whatever it sends, the run ends or leaves the entry out, nothing lands outside the
// target, and little is kept of what it sends.
#include "Trees.h"

#include "core/engine/Content.h"
#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Records.h"
#include "core/engine/wire/RemoteSource.h"

#include <QElapsedTimer>
#include <QTest>

#include <condition_variable>
#include <deque>
#include <fstream>
#include <mutex>
#include <thread>

using namespace bascule;
using namespace bascule::engine;
using namespace bascule::engine::wire;
using namespace trees;

namespace {

Stat statOf(mode_t mode, std::int64_t size = 0)
{
    Stat stat;
    stat.mode = mode;
    stat.uid = ::geteuid();
    stat.gid = ::getegid();
    stat.links = 1;
    stat.device = 7;
    stat.inode = 1;
    stat.size = size;
    stat.blocks = (size + 511) / 512;
    stat.modified = {1'000'000, 1};
    return stat;
}

SourceEntry entry(const std::string& name, const Stat& stat, const std::string& linkTarget = {})
{
    SourceEntry one;
    one.name = name;
    one.stat = stat;
    one.linkTarget = linkTarget;
    return one;
}

SourceEntry fileEntry(const std::string& name, std::int64_t size = 5)
{
    return entry(name, statOf(S_IFREG | 0644, size));
}

Arrival whole(std::size_t index, std::string_view bytes)
{
    Arrival arrival;
    arrival.kind = Arrival::Kind::Whole;
    arrival.index = index;
    arrival.stat = statOf(S_IFREG | 0644, static_cast<std::int64_t>(bytes.size()));
    arrival.bytes = bytes;
    arrival.hash = hashOf(bytes.data(), bytes.size());
    return arrival;
}

Arrival part(Arrival::Kind kind, std::int64_t size, std::int64_t offset = 0, std::string_view bytes = {})
{
    Arrival arrival;
    arrival.kind = kind;
    arrival.stat = statOf(S_IFREG | 0644, size);
    arrival.offset = offset;
    arrival.bytes = bytes;
    return arrival;
}

/// The far end: gets questions, and answers them as a test wants.
class Liar
{
public:
    struct Question
    {
        FrameType type = FrameType::List;
        std::uint64_t number = 0, verb = 0;
        std::string path;
        std::vector<std::string> names;
    };
    using Answer = std::function<void(Liar&, const Question&)>;

    explicit Liar(Answer answer)
        : m_answer(std::move(answer))
        , m_thread([this](const std::stop_token& stop) { loop(stop); })
    {
    }

    void list(std::uint64_t number, const std::vector<SourceEntry>& entries, bool first = true, bool last = true)
    {
        ByteWriter writer;
        writer.number(number);
        writer.number((first ? 1U : 0U) | (last ? 2U : 0U));
        writer.number(0);
        if (first) {
            put(writer, statOf(S_IFDIR | 0755));
            put(writer, Xattrs());
        }
        for (const SourceEntry& one : entries)
            put(writer, one);
        send(FrameType::Listing, writer.bytes());
    }
    void files(std::uint64_t number, const std::vector<Arrival>& arrivals, bool end = true)
    {
        ByteWriter writer;
        writer.number(number);
        writer.number(0);
        for (const Arrival& one : arrivals)
            put(writer, one);
        send(FrameType::Files, writer.bytes());
        if (end) {
            ByteWriter ending;
            ending.number(number);
            ending.number(1);
            send(FrameType::Files, ending.bytes());
        }
    }
    void send(FrameType type, const std::string& payload)
    {
        if (const auto taken = source.take({type, payload}); !taken) {
            source.lose(taken.error()); // as who reads the link does
            refused = true;
        }
    }

    Result<SyncReport> sync(const std::string& target, std::stop_token stop = {}, SyncOptions options = {})
    {
        options.durable = false;
        return engine::sync(source, "liar", target, options, counters, std::move(stop));
    }

    std::atomic<bool> refused{false};
    std::atomic<int> asked{0};
    Counters counters;
    RemoteSource source{[this](FrameType type, std::string_view payload) { return take(type, payload); }};

private:
    Result<void> take(FrameType type, std::string_view payload)
    {
        Question question;
        question.type = type;
        ByteReader reader(payload);
        question.number = reader.number();
        if (type == FrameType::List)
            question.verb = reader.number();
        if (type != FrameType::List || question.verb == 0)
            question.path = reader.text(kMostPath);
        for (std::uint64_t count = type == FrameType::List ? 0 : reader.number(); count > 0; --count) {
            if (type == FrameType::Fetch)
                reader.number();
            question.names.emplace_back(reader.text(kMostPath));
        }
        ++asked;
        const std::lock_guard lock(m_mutex);
        m_questions.push_back(std::move(question));
        m_changed.notify_one();
        return {};
    }
    void loop(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        while (m_changed.wait(lock, stop, [this] { return !m_questions.empty(); })) {
            const Question question = std::move(m_questions.front());
            m_questions.pop_front();
            lock.unlock();
            m_answer(*this, question);
            lock.lock();
        }
    }

    Answer m_answer;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Question> m_questions;
    std::jthread m_thread;
};

std::int64_t residentMiB()
{
    std::ifstream status("/proc/self/statm");
    std::int64_t pages = 0;
    status >> pages >> pages;
    return pages * ::sysconf(_SC_PAGESIZE) / (1024 * 1024);
}

using Question = Liar::Question;

/// Whose root has these, and what answers a fetch.
Liar::Answer rootOf(std::vector<SourceEntry> entries, Liar::Answer onFetch = {})
{
    return [entries = std::move(entries), onFetch = std::move(onFetch)](Liar& liar, const Question& question) {
        if (question.type == FrameType::List && question.verb == 0)
            liar.list(question.number, entries);
        else if (question.type == FrameType::Fetch && onFetch)
            onFetch(liar, question);
    };
}

} // namespace

class EngineLiarTest : public QObject
{
    Q_OBJECT

private slots:
    void honest()
    {
        const Scratch scratch;
        Liar liar(rootOf({fileEntry("a")},
                         [](Liar& far, const Question& question) { far.files(question.number, {whole(0, "hello")}); }));
        // The folder below asks again and again, so only files are listed here.
        const auto result = liar.sync(scratch / "D");
        QVERIFY2(result.ok() && result->verified, words(result));
        QCOMPARE(content(scratch / "D/a"), std::string("hello"));
    }

    void lies_data()
    {
        QTest::addColumn<int>("lie");
        int lie = 0;
        for (const char* name : {"a name with a slash",
                                 "a name that climbs",
                                 "an empty name",
                                 "a name with a NUL",
                                 "contents of another hash",
                                 "contents of another size",
                                 "an index nobody asked for",
                                 "an answer twice",
                                 "a chunk beyond the size",
                                 "a chunk before the last",
                                 "an end of another hash",
                                 "an end without a beginning",
                                 "a beginning inside another",
                                 "a fetch that ends early",
                                 "a fetch that ends inside a file",
                                 "a number nobody asked for",
                                 "a part nobody asked for",
                                 "an absolute name",
                                 "bytes at random",
                                 "an attribute of another kind",
                                 "a size below zero",
                                 "parts of a folder without end"})
            QTest::newRow(name) << lie++;
    }
    void lies()
    {
        QFETCH(int, lie);
        const Scratch scratch;
        folder(scratch / "outside");
        file(scratch / "outside/sentinel", "untouched");
        const auto listing = [](const std::vector<SourceEntry>& entries) { return rootOf(entries); };
        const auto fetched = [](std::vector<Arrival> arrivals, std::int64_t size = 5) {
            return rootOf({fileEntry("a", size)},
                          [arrivals = std::move(arrivals)](Liar& far, const Question& question) {
                              far.files(question.number, arrivals);
                          });
        };
        using Kind = Arrival::Kind;
        Arrival otherHash = whole(0, "hello");
        otherHash.hash.low ^= 1;
        Arrival otherSize = whole(0, "hello");
        otherSize.stat.size = 6;
        SourceEntry attribute = fileEntry("a");
        attribute.xattrs.emplace_back("security.selinux", "x");
        const std::vector<Liar::Answer> answers = {
            listing({fileEntry("../outside/evil")}),
            listing({entry("..", statOf(S_IFDIR | 0755))}),
            listing({fileEntry("")}),
            listing({fileEntry(std::string("a\0b", 3))}),
            fetched({otherHash}),
            fetched({otherSize}),
            fetched({whole(1, "hello")}),
            fetched({whole(0, "hello"), whole(0, "again")}),
            fetched({part(Kind::Begin, 5), part(Kind::Chunk, 0, 3, "hello"), part(Kind::End, 0)}),
            fetched({part(Kind::Begin, 9), part(Kind::Chunk, 0, 4, "hello"), part(Kind::Chunk, 0, 4, "h")}),
            fetched({part(Kind::Begin, 5), part(Kind::Chunk, 0, 0, "hello"), part(Kind::End, 0)}),
            fetched({part(Kind::End, 0)}),
            fetched({part(Kind::Begin, 5), part(Kind::Begin, 5)}),
            fetched({}),
            fetched({part(Kind::Begin, 5), part(Kind::Chunk, 0, 0, "he")}),
            [](Liar& far, const Question&) { far.files(999, {}); },
            [](Liar& far, const Question& question) {
                for (int i = 0; i < 3; ++i)
                    far.list(question.number, {}, i == 0, false);
            },
            listing({fileEntry("/etc/evil")}),
            [](Liar& far, const Question& question) {
                far.send(question.type == FrameType::List ? FrameType::Listing : FrameType::Files, noise(5000, 9));
            },
            listing({attribute}),
            listing({fileEntry("a", -5)}),
            [](Liar& far, const Question& question) {
                for (int i = 0; i < 100'000 && !far.refused; ++i)
                    far.list(question.number, {fileEntry("a" + std::to_string(i))}, i == 0, false);
            },
        };
        Liar liar(answers.at(static_cast<std::size_t>(lie)));
        QElapsedTimer since;
        since.start();
        const auto result = liar.sync(scratch / "D");
        QVERIFY2(since.elapsed() < 10'000, QByteArray::number(since.elapsed()));
        if (result.ok()) {
            QVERIFY(!result->verified);
            QCOMPARE(result->skippedTotal, 1);
        } else {
            QCOMPARE(code(result), QByteArray("link.garbled"));
        }
        QCOMPARE(leftovers(scratch.path()), QByteArray());
        QVERIFY(!exists(scratch / "D/a") || content(scratch / "D/a") == "hello");
        QCOMPARE(content(scratch / "outside/sentinel"), std::string("untouched"));
        QCOMPARE(
            QDir(QFile::decodeName((scratch / "outside").c_str())).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
            QStringList{QStringLiteral("sentinel")});
        for (const QString& name :
             QDir(QFile::decodeName(scratch.path().c_str())).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
            QVERIFY2(name == QLatin1String("outside") || name == QLatin1String("D"), qPrintable(name));
    }

    void wayThroughALink_data()
    {
        QTest::addColumn<bool>("linkFirst");
        QTest::addColumn<bool>("present");
        QTest::newRow("link, folder") << true << false;
        QTest::newRow("folder, link") << false << false;
        QTest::newRow("link, folder, over a folder") << true << true;
        QTest::newRow("folder, link, over a folder") << false << true;
    }
    /// The same name as a link that leads out and as a folder with something in it.
    void wayThroughALink()
    {
        QFETCH(bool, linkFirst);
        QFETCH(bool, present);
        for (int round = 0; round < 10; ++round) {
            const Scratch scratch;
            folder(scratch / "outside");
            folder(scratch / "D");
            if (present)
                folder(scratch / "D/way");
            const Stat linkStat = statOf(S_IFLNK | 0777, 10);
            std::vector<SourceEntry> entries = {entry("way", linkStat, "../outside"),
                                                entry("way", statOf(S_IFDIR | 0755))};
            if (!linkFirst)
                std::swap(entries[0], entries[1]);
            Liar liar([&](Liar& far, const Question& question) {
                if (question.type == FrameType::List && question.verb == 0)
                    far.list(question.number, question.path.empty() ? entries : std::vector{fileEntry("evil")});
                if (question.type != FrameType::Fetch)
                    return;
                Arrival link = part(Arrival::Kind::Whole, 0);
                link.stat = linkStat;
                link.linkTarget = "../outside";
                far.files(question.number, {question.names[0] == "way" ? link : whole(0, "hello")});
            });
            const auto result = liar.sync(scratch / "D");
            Q_UNUSED(result);
            QVERIFY(QDir(QFile::decodeName((scratch / "outside").c_str())).isEmpty());
            QCOMPARE(leftovers(scratch.path()), QByteArray());
        }
    }

    void sameFolderTwice()
    {
        const Scratch scratch;
        const std::vector<SourceEntry> twice = {entry("f", statOf(S_IFDIR | 0755)), entry("f", statOf(S_IFDIR | 0755))};
        Liar liar([&](Liar& far, const Question& question) {
            if (question.type == FrameType::List && question.verb == 0)
                far.list(question.number, question.path.empty() ? twice : std::vector{fileEntry("a"), fileEntry("a")});
            if (question.type == FrameType::Fetch)
                far.files(question.number, {whole(0, "hello"), whole(1, "hello")});
        });
        const auto result = liar.sync(scratch / "D");
        QVERIFY(result.ok() ? !result->verified : result.error().code == "link.garbled");
        QCOMPARE(leftovers(scratch.path()), QByteArray());
        QVERIFY(!exists(scratch / "D/f/a") || content(scratch / "D/f/a") == "hello");
    }

    void endless_data()
    {
        QTest::addColumn<bool>("deep");
        QTest::newRow("entries") << false;
        QTest::newRow("folders in folders") << true;
    }
    /// A tree that never ends is left when it is cancelled, and little is kept of it.
    void endless()
    {
        QFETCH(bool, deep);
        const Scratch scratch(true);
        Liar liar([deep](Liar& far, const Question& question) {
            if (question.type != FrameType::List || question.verb == 2)
                return;
            std::vector<SourceEntry> entries;
            if (deep) {
                entries.push_back(entry("f", statOf(S_IFDIR | 0755)));
                return far.list(question.number, entries);
            }
            for (int i = 0; i < 1000; ++i) {
                entries.push_back(fileEntry("a" + std::to_string(i)));
                entries.back().error = EACCES;
            }
            far.list(question.number, entries, question.verb == 0, false);
        });
        std::stop_source stop;
        QElapsedTimer since;
        std::int64_t before = 0;
        std::int64_t after = 0;
        std::thread waiting([&] {
            std::this_thread::sleep_for(std::chrono::seconds(1));
            before = residentMiB();
            std::this_thread::sleep_for(std::chrono::seconds(2));
            after = residentMiB();
            since.start();
            stop.request_stop();
        });
        const auto result = liar.sync(scratch / "D", stop.get_token());
        const qint64 took = since.elapsed();
        waiting.join();
        QVERIFY(liar.asked > 10);
        QVERIFY2(result.ok() ? result->cancelled : deep, words(result));
        QVERIFY2(took < 2000, QByteArray::number(took));
        // Most of the growth is what a sanitizer keeps of what was freed.
        QVERIFY2(after - before < 300, QByteArray::number(static_cast<qint64>(after - before)));
        if (result.ok())
            QVERIFY(result->skipped.size() <= 10'000);
    }

    /// What changed while it was sent is asked for again, and at last listed.
    void changedMeanwhile_data()
    {
        QTest::addColumn<int>("changes");
        QTest::newRow("once") << 1;
        QTest::newRow("always") << 1000;
    }
    void changedMeanwhile()
    {
        QFETCH(int, changes);
        const Scratch scratch;
        int attempts = 0;
        SparseHasher hasher;
        hasher.addBlock(0, "hello", 5);
        const Hash128 hash = hasher.value(5);
        Liar liar(rootOf({fileEntry("a")}, [&](Liar& far, const Question& question) {
            Arrival end = part(Arrival::Kind::End, 0);
            end.hash = hash;
            end.changed = ++attempts <= changes;
            far.files(question.number, {part(Arrival::Kind::Begin, 5), part(Arrival::Kind::Chunk, 0, 0, "hello"), end});
        }));
        const auto result = liar.sync(scratch / "D");
        QVERIFY2(result.ok(), words(result));
        QCOMPARE(leftovers(scratch.path()), QByteArray());
        QCOMPARE(result->verified, changes == 1);
        QCOMPARE(exists(scratch / "D/a"), changes == 1);
        QCOMPARE(attempts, changes == 1 ? 2 : 4);
        if (changes > 1)
            QCOMPARE(result->skipped.at(0).reason, std::string("changed.during-copy"));
    }
};

QTEST_GUILESS_MAIN(EngineLiarTest)
#include "tst_engine_liar.moc"
