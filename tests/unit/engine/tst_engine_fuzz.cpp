// SPDX-License-Identifier: GPL-3.0-or-later
// What comes over the line, damaged in every way: it is read as something that may be, or refused. Meant for the
// sanitizers, where it runs longest. BASCULE_FUZZ_SEED=n begins with other damage, BASCULE_FUZZ_ROUNDS=n does more.
#include "Trees.h"

#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Comparison.h"
#include "core/engine/wire/Compression.h"
#include "core/engine/wire/Frame.h"
#include "core/engine/wire/Message.h"
#include "core/engine/wire/Owning.h"
#include "core/engine/wire/PaceFrames.h"
#include "core/engine/wire/Records.h"
#include "core/engine/wire/RemoteSource.h"

#include <QTest>

#include <cmath>
#include <random>

#include <sys/mman.h>

using namespace bascule;
using namespace bascule::engine;
using namespace bascule::engine::wire;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int kRounds = 100'000;
#else
constexpr int kRounds = 30'000;
#endif

std::string frameBytes(FrameType type, const std::string& payload, bool packed = false)
{
    const std::string bytes = packed ? compress(payload).value_or(std::string()) : payload;
    std::string frame{'\xB5', static_cast<char>(type), static_cast<char>(packed ? 1 : 0), 0};
    for (unsigned i = 0; i < 4; ++i)
        frame.push_back(static_cast<char>(bytes.size() >> (8 * i)));
    return frame + bytes;
}

Stat someStat(std::uint32_t mode)
{
    Stat stat;
    stat.mode = mode;
    stat.uid = 1000;
    stat.links = 2;
    stat.device = 0x801;
    stat.inode = 123456789;
    stat.size = 70'000;
    stat.blocks = 144;
    stat.modified = {-5, 999'999'999};
    return stat;
}

const Xattrs kXattrs = {{"system.posix_acl_access", std::string(44, '\2')}, {"user.a", "value"}, {"user.b", ""}};

std::string walked()
{
    ByteWriter writer;
    for (const char* path : {"a", "a/b", "a/b/..c"}) {
        TreeEntry entry;
        entry.path = path;
        entry.kind = path[1] == '\0' ? 'd' : 'l';
        entry.linkTarget = "../x";
        put(writer, entry);
        put(writer, Unreadable{path, "path.denied"});
    }
    return writer.take();
}

std::string listed(std::uint64_t number)
{
    ByteWriter writer;
    writer.number(number);
    writer.number(3);
    writer.number(0);
    put(writer, someStat(S_IFDIR | 0755));
    put(writer, kXattrs);
    for (int i = 0; i < 40; ++i) {
        SourceEntry entry;
        entry.name = "name" + std::to_string(i);
        entry.error = i % 10 == 9 ? 13 : 0;
        entry.stat = someStat(i % 3 == 0 ? S_IFLNK | 0777 : S_IFREG | 0644);
        entry.linkTarget = "to";
        if (i % 5 == 0)
            entry.xattrs = kXattrs;
        put(writer, entry);
    }
    return writer.take();
}

std::string arrived(std::uint64_t number)
{
    ByteWriter writer;
    writer.number(number);
    writer.number(0);
    const std::string bytes(3000, 'c');
    for (int kind = 1; kind <= 7; ++kind) {
        Arrival arrival;
        arrival.kind = static_cast<Arrival::Kind>(kind);
        arrival.index = 1;
        arrival.stat = someStat(S_IFREG | 0644);
        arrival.xattrs = kXattrs;
        arrival.offset = 65536;
        arrival.bytes = bytes;
        arrival.code = "path.denied";
        put(writer, arrival);
    }
    return writer.take();
}

std::string inspected()
{
    ByteWriter writer;
    for (int i = 0; i < 40; ++i) {
        Inspected one;
        one.kind = i % 4 == 3 ? Inspected::Kind::End : Inspected::Kind::Entry;
        one.name = i == 0 ? std::string() : "n" + std::to_string(i);
        one.stat = someStat(i % 4 == 0 ? S_IFDIR | 0755 : S_IFREG | 0600);
        one.opened = i % 4 == 0;
        one.contents = one.opened ? Inspected::Contents::None : Inspected::Contents::Hashed;
        one.xattrs = kXattrs;
        if (i % 8 == 1)
            one.sha256 = std::string(32, 's');
        one.bytes = one.opened ? 0 : 70'000;
        put(writer, one);
    }
    return writer.take();
}

std::string message()
{
    return Message("receive")
        .set("path", std::string("/srv/\xff"))
        .set("excludes", std::vector<std::string>{"*.tmp", "/cache/"})
        .set("threads", std::int64_t{-4})
        .set("real", 0.5)
        .set("durable", true)
        .encode();
}

std::string held()
{
    return Message()
        .set("with", std::string("load"))
        .set("value", 7.8)
        .set("processors", std::int64_t{2})
        .set("bytesPerSecond", std::int64_t{5'000'000})
        .set("polite", true)
        .encode();
}

std::vector<std::string> seeds()
{
    std::vector<std::string> all;
    for (const bool packed : {false, true}) {
        for (const auto& [type, payload] :
             {std::pair{FrameType::Entries, walked()}, std::pair{FrameType::Listing, listed(1)},
              std::pair{FrameType::Files, arrived(2)}, std::pair{FrameType::Inspected, inspected()}}) {
            if (!packed || compress(payload))
                all.push_back(frameBytes(type, payload, packed));
        }
    }
    all.push_back(frameBytes(FrameType::Control, message()));
    all.push_back(frameBytes(FrameType::Progress, message()));
    all.push_back(frameBytes(FrameType::Pace, held()));
    ByteWriter absent;
    absent.number(3);
    absent.number(0);
    absent.text("0110");
    all.push_back(frameBytes(FrameType::Absent, absent.take()));
    ByteWriter names;
    for (const std::uint64_t id : {1000, 70'000}) {
        names.number(id == 1000 ? 0 : 1);
        names.number(id);
        names.text("anna-" + std::to_string(id));
    }
    all.push_back(frameBytes(FrameType::Names, names.take()));
    ByteWriter owners;
    owners.number(1);
    owners.text("staff");
    owners.number(1000);
    owners.number(2000);
    owners.signedNumber(12);
    owners.number(0);
    owners.text("");
    all.push_back(frameBytes(FrameType::Owners, owners.take()));
    all.push_back(frameBytes(FrameType::Accounts, accountQuestion(OwnerKind::User, "root")));
    return all;
}

class Damage
{
public:
    explicit Damage(unsigned seed)
        : m_random(seed)
    {
    }
    std::string done(std::string bytes, const std::vector<std::string>& others)
    {
        for (std::size_t i = 0, times = 1 + upTo(4); i < times; ++i) {
            const std::size_t at = bytes.empty() ? 0 : upTo(bytes.size());
            switch (bytes.empty() ? 4 : upTo(8)) {
            case 0:
                bytes[at] = static_cast<char>(bytes[at] ^ (1U << upTo(8)));
                break;
            case 1:
                bytes[at] = static_cast<char>(upTo(256));
                break;
            case 2:
                bytes[at] = "\x00\x7f\x80\xff"[upTo(4)];
                break;
            case 3:
                bytes.resize(at);
                break;
            case 4:
                bytes.insert(at, std::string(1 + upTo(12), static_cast<char>(upTo(256))));
                break;
            case 5:
                bytes.erase(at, 1 + upTo(12));
                break;
            case 6: { // one number becomes a vast one
                bytes.replace(at, 1, "\xff\xff\xff\xff\xff\xff\xff\xff\x7f");
                break;
            }
            default: {
                const std::string& other = others[upTo(others.size())];
                bytes = bytes.substr(0, at) + other.substr(upTo(other.size()));
            }
            }
        }
        if (bytes.size() >= 8 && upTo(4) != 0) { // mostly the length is right again: what is behind it gets its turn
            for (unsigned i = 0; i < 4; ++i)
                bytes[4 + i] = static_cast<char>((bytes.size() - 8) >> (8 * i));
        }
        return bytes;
    }
    std::size_t upTo(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(m_random); }

private:
    std::mt19937 m_random;
};

/// What is said of owners.
const char* readAsOwners(const Frame& frame)
{
    OwnerNames names;
    if (frame.type == FrameType::Names && names.take(frame.payload)) {
        const std::string name = names.name(OwnerKind::User, 1000);
        return name.empty() || isOwnerName(name) ? nullptr : "a name that is none";
    }
    std::vector<OwnerMapping> owners;
    if (frame.type == FrameType::Owners && takeOwners(frame.payload, owners)) {
        for (const OwnerMapping& owner : owners) {
            if (owner.entries < 0 || (!owner.name.empty() && !isOwnerName(owner.name)))
                return "an owner that cannot be";
        }
    }
    std::optional<std::uint32_t> id;
    if (frame.type == FrameType::Accounts)
        takeAccount(frame.payload, OwnerKind::User, "root", id);
    // An ACL of any bytes.
    OwnerMap map({[](OwnerKind, std::uint32_t) { return std::string("n"); },
                  [](OwnerKind, const std::string&) { return std::optional(7U); },
                  {}});
    Stat stat;
    Xattrs xattrs{{"system.posix_acl_access", frame.payload.substr(0, 400)}};
    map.count(stat, xattrs);
    map.apply(stat, xattrs);
    return xattrs[0].second.size() <= 400 ? nullptr : "an ACL that grew";
}

bool isPlausible(const Stat& stat)
{
    return stat.size >= 0 && stat.blocks >= 0 && stat.modified.nanoseconds < 1'000'000'000;
}

/// Reads a payload as what it may be; the answer tells what was let through that must not be.
const char* readAs(const Frame& frame)
{
    ByteReader reader(frame.payload);
    if (frame.type == FrameType::Control || frame.type == FrameType::Progress) {
        const auto decoded = Message::decode(frame.payload);
        if (decoded && (!Message::decode(decoded->encode()) ||
                        Message::decode(decoded->encode())->values().size() != decoded->values().size()))
            return "a message that is not itself";
        if (decoded && decoded->error() && decoded->error()->code.empty())
            return "an error without a code";
        return nullptr;
    }
    if (frame.type == FrameType::Pace) {
        Pace pace;
        (void)takeWish(frame.payload, pace);
        const bool isTaken = takeHolding(frame.payload, pace);
        return pace.wish().bytesPerSecond < 0 || (isTaken && !std::isfinite(pace.holding().value))
                   ? "a pace that is none"
                   : nullptr;
    }
    while (frame.type == FrameType::Entries && reader.ok() && !reader.atEnd()) {
        const WalkRecord record = takeRecord(reader);
        const auto* entry = std::get_if<TreeEntry>(&record);
        if (reader.ok() && entry != nullptr && !staysBelow(entry->path))
            return "an entry that leads elsewhere";
    }
    while (frame.type == FrameType::Inspected && reader.ok() && !reader.atEnd()) {
        const Inspected one = takeInspected(reader);
        if (reader.ok() && ((!one.name.empty() && !isName(one.name)) || !isPlausible(one.stat) ||
                            (one.opened && !one.stat.isFolder())))
            return "an entry that cannot be";
    }
    return readAsOwners(frame);
}

/// What a transfer does with the payload.
const char* takenBySource(const Frame& frame)
{
    const char* wrong = nullptr;
    RemoteSource source([](FrameType, std::string_view) { return Result<void>(); });
    source.list(
        "f",
        [&](const ListPart& part) {
            for (const SourceEntry& entry : part.entries) {
                if (!isName(entry.name) || !isPlausible(entry.stat))
                    wrong = "a name that is none";
            }
        },
        nullptr);
    source.fetch("f", {{Wanted::What::Contents, "a", {}, {}}, {Wanted::What::Hash, "b", {}, {}}},
                 [&](const std::shared_ptr<const std::string>& arrivals) {
                     if (arrivals == nullptr)
                         return;
                     (void)source.read(*arrivals, 2, [&](const Arrival& arrival) {
                         if (arrival.index >= 2 || arrival.offset < 0 || !isPlausible(arrival.stat))
                             wrong = "an arrival nobody asked for";
                     });
                 });
    const auto taken = source.take(frame);
    if (!taken && taken.error().code != "link.garbled")
        wrong = "another error than garbled";
    source.abandon();
    return wrong;
}

int numberFrom(const char* name, int fallback)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? value : fallback;
}

} // namespace

class EngineFuzzTest : public QObject
{
    Q_OBJECT

private slots:
    void undamaged();
    void damaged();

private:
    /// The frames that the bytes hold, until they hold none.
    std::vector<Frame> framesOf(const std::string& bytes, std::string& code);
};

std::vector<Frame> EngineFuzzTest::framesOf(const std::string& bytes, std::string& code)
{
    const Fd file(::memfd_create("frames", MFD_CLOEXEC));
    trees::must(file && ::pwrite(file.get(), bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()),
                "memfd");
    FrameReader reader(file.get(), 5000);
    std::vector<Frame> frames;
    for (;;) {
        auto frame = reader.read({});
        if (!frame) {
            code = frame.error().code;
            return frames;
        }
        frames.push_back(std::move(*frame));
    }
}

void EngineFuzzTest::undamaged()
{
    int taken = 0;
    for (const std::string& seed : seeds()) {
        std::string code;
        const auto frames = framesOf(seed, code);
        QCOMPARE(frames.size(), 1U);
        QCOMPARE(code, std::string("link.closed"));
        QVERIFY(readAs(frames[0]) == nullptr);
        QVERIFY(takenBySource(frames[0]) == nullptr);
        RemoteSource source([](FrameType, std::string_view) { return Result<void>(); });
        taken += source.take(frames[0]).ok() ? 1 : 0;
    }
    QCOMPARE(taken, 1); // nobody asked, but what owners are called comes by itself
    QVERIFY(seeds().size() >= 9);
}

void EngineFuzzTest::damaged()
{
    const std::vector<std::string> all = seeds();
    const int first = numberFrom("BASCULE_FUZZ_SEED", 1);
    const int rounds = numberFrom("BASCULE_FUZZ_ROUNDS", kRounds);
    int whole = 0;
    for (int round = first; round < first + rounds; ++round) {
        Damage damage(static_cast<unsigned>(round));
        const std::string bytes = damage.done(all[damage.upTo(all.size())], all);
        std::string code;
        for (const Frame& frame : framesOf(bytes, code)) {
            ++whole;
            QVERIFY2(frame.payload.size() <= kMostPayload, QByteArray::number(round));
            const char* wrong = readAs(frame);
            QVERIFY2(wrong == nullptr, QByteArray(wrong) + ' ' + QByteArray::number(round));
            wrong = takenBySource(frame);
            QVERIFY2(wrong == nullptr, QByteArray(wrong) + ' ' + QByteArray::number(round));
        }
        QVERIFY2(code == "link.closed" || code == "link.garbled", QByteArray::number(round));
    }
    QVERIFY2(whole > rounds / 4, QByteArray::number(whole)); // else it is the header alone that is tried
}

QTEST_GUILESS_MAIN(EngineFuzzTest)
#include "tst_engine_fuzz.moc"
