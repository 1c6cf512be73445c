// SPDX-License-Identifier: GPL-3.0-or-later
// Manifests damaged in every way, mostly with hashes that fit again: they are read as a tree that may be, or refused.
// Meant for the sanitizers, where it runs longest. BASCULE_FUZZ_SEED=n begins with other damage, BASCULE_FUZZ_ROUNDS=n
// does more.
#include "Trees.h"

#include "core/engine/ManifestText.h"
#include "core/engine/wire/Records.h"

#include <QTest>

#include <random>

#include <sys/mman.h>

using namespace bascule;
using namespace bascule::engine;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int kRounds = 80'000;
#else
constexpr int kRounds = 30'000;
#endif

const char* const kLines[] = {
    "d . mode=0755 uid=0 gid=0 mtime=5.000000000 xattr:user.a=%00%FF",
    "f a mode=0644 uid=0 gid=0 mtime=-5.999999999 size=70000 group=1 xattr:system.posix_acl_access=%02 "
    "hash=0123456789abcdef0123456789abcdef",
    "d b mode=2755 uid=1000 gid=4000000000 mtime=5.000000000",
    "f b/%20 mode=0644 uid=0 gid=0 mtime=5.000000000 size=7 contents-error=EIO",
    "f b/.c mode=0644 uid=0 gid=0 mtime=5.000000000 size=7 contents-error=changed",
    "d b/d mode=0700 uid=0 gid=0 mtime=5.000000000 open-error=EACCES",
    "d b/e mode=0700 uid=0 gid=0 mtime=5.000000000",
    "l b/e/f mode=0777 uid=0 gid=0 mtime=5.000000000 link=../../x%3Dy",
    "! b list-error=EIO",
    "c c mode=0666 uid=0 gid=0 mtime=5.000000000 device=1:3",
    "? d error=ESTALE",
    "p e mode=0666 uid=0 gid=0 mtime=5.000000000 mount=yes attributes-error=EPERM",
    "f f mode=0644 uid=0 gid=0 mtime=5.000000000 size=70000 group=1 hash=0123456789abcdef0123456789abcdef",
};
constexpr std::int64_t kBytes = 140'014;
constexpr std::int64_t kEntries = 11;
constexpr std::int64_t kNotRead = 7;

/// A manifest of these lines, all else made to fit.
std::string whole(const std::vector<std::string>& lines, std::int64_t entries, std::int64_t bytes, std::int64_t notRead)
{
    ManifestHeader header;
    header.root = "host:/srv/\xff";
    header.excludes = {"*.tmp", "/cache/"};
    std::string paths;
    for (const std::string& line : lines)
        paths += line + '\n';
    manifest::LineDigest digest(ManifestHash::Xxh3);
    digest.add(paths);
    std::string text = manifest::headerText(header) + paths + "end\nentries " + std::to_string(entries) + "\nbytes " +
                       std::to_string(bytes) + "\nnot-read " + std::to_string(notRead) + "\nroot-hash " +
                       digest.take() + '\n';
    digest.add(text);
    return text + "file-hash " + digest.take() + '\n';
}

std::vector<std::string> goodLines()
{
    return {std::begin(kLines), std::end(kLines)};
}

class Damage
{
public:
    explicit Damage(unsigned seed)
        : m_random(seed)
    {
    }
    std::size_t upTo(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(m_random); }
    void bytes(std::string& text)
    {
        const std::size_t at = text.empty() ? 0 : upTo(text.size());
        switch (text.empty() ? 3 : upTo(6)) {
        case 0:
            text[at] = static_cast<char>(text[at] ^ (1U << upTo(8)));
            break;
        case 1:
            text[at] = "\n %=/.0-\xff\0"[upTo(10)];
            break;
        case 2:
            text.erase(at, 1 + upTo(12));
            break;
        case 3:
            text.insert(at, std::string(1 + upTo(12), static_cast<char>(upTo(256))));
            break;
        case 4:
            text.insert(at, "99999999999999999999");
            break;
        default:
            text.insert(at, text.substr(upTo(text.size()), 1 + upTo(40)));
        }
    }
    void lines(std::vector<std::string>& lines)
    {
        const std::size_t at = upTo(lines.size());
        switch (upTo(6)) {
        case 0:
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
            break;
        case 1:
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(upTo(lines.size())), lines[at]);
            break;
        case 2:
            std::swap(lines[at], lines[upTo(lines.size())]);
            break;
        default:
            bytes(lines[at]);
        }
        if (lines.empty())
            lines.emplace_back();
    }
    std::string done()
    {
        auto some = goodLines();
        const std::size_t kind = upTo(4);
        for (std::size_t i = 0, times = kind == 0 ? 0 : 1 + upTo(3); i < times; ++i)
            lines(some);
        std::string text = whole(some, kEntries, kBytes, kNotRead);
        if (kind == 0)
            bytes(text);
        return text;
    }

private:
    std::mt19937 m_random;
};

struct Read
{
    std::string code; ///< of what refused it
    int entries = 0;
    const char* wrong = nullptr; ///< what was let through that must not be
};

/// All of it, looked at as a comparison would.
Read read(const std::string& bytes)
{
    Read result;
    Fd file(::memfd_create("manifest", MFD_CLOEXEC));
    trees::must(file && ::pwrite(file.get(), bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()),
                "memfd");
    const auto reader = ManifestReader::open(std::move(file), "memfd", {});
    if (!reader) {
        result.code = reader.error().code;
        return result;
    }
    std::vector<std::string> last; // of each folder that is open
    for (bool ended = false;;) {
        Inspected one;
        const auto more = (*reader)->next(one);
        if (!more || !*more) {
            result.code = more ? "good" : more.error().code;
            if (more && !ended)
                result.wrong = "a tree without an end";
            return result;
        }
        ++result.entries;
        if (ended)
            result.wrong = "more than a tree";
        if (one.kind == Inspected::Kind::End) {
            if (last.empty())
                result.wrong = "an end of nothing";
            else
                last.pop_back();
            ended = last.empty();
            continue;
        }
        if (last.empty() != one.name.empty() || (!last.empty() && one.name <= last.back()))
            result.wrong = "names out of order";
        if (!one.name.empty() && !wire::isName(one.name))
            result.wrong = "a name that is none";
        if (one.opened && (!one.stat.isFolder() || one.openError != 0))
            result.wrong = "a folder that is none";
        if (one.stat.size < 0 || one.stat.modified.nanoseconds >= 1'000'000'000)
            result.wrong = "a size or a time that is none";
        if (one.error == 0 && one.stat.isFile() != (one.contents != Inspected::Contents::None))
            result.wrong = "contents of what has none, or none";
        if (!last.empty())
            last.back() = one.name;
        if (one.opened)
            last.emplace_back();
    }
}

int numberFrom(const char* name, int fallback)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? value : fallback;
}

} // namespace

class EngineManifestFuzzTest : public QObject
{
    Q_OBJECT

private slots:
    void undamaged();
    void damaged();
};

void EngineManifestFuzzTest::undamaged()
{
    const Read result = read(whole(goodLines(), kEntries, kBytes, kNotRead));
    QCOMPARE(result.code, std::string("good"));
    QVERIFY(result.wrong == nullptr);
    QCOMPARE(result.entries, 12 + 3);
}

void EngineManifestFuzzTest::damaged()
{
    const int first = numberFrom("BASCULE_FUZZ_SEED", 1);
    const int rounds = numberFrom("BASCULE_FUZZ_ROUNDS", kRounds);
    int deep = 0;
    int good = 0;
    std::set<std::string> codes;
    for (int round = first; round < first + rounds; ++round) {
        Damage damage(static_cast<unsigned>(round));
        const Read result = read(damage.done());
        QVERIFY2(result.wrong == nullptr, QByteArray(result.wrong) + ' ' + QByteArray::number(round));
        QVERIFY2(result.code == "good" || result.code.starts_with("manifest."), QByteArray::number(round));
        codes.insert(result.code);
        deep += result.entries > 3 ? 1 : 0;
        good += result.code == "good" ? 1 : 0;
    }
    QVERIFY2(deep > rounds / 4, QByteArray::number(deep)); // else it is the header alone that is tried
    QVERIFY2(good > 0 && good < rounds / 4, QByteArray::number(good));
    for (const char* code : {"manifest.garbled", "manifest.order", "manifest.counts", "manifest.altered"})
        QVERIFY2(codes.count(code) == 1, code);
}

QTEST_GUILESS_MAIN(EngineManifestFuzzTest)
#include "tst_engine_manifest_fuzz.moc"
