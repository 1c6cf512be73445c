// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ManifestText.h"

#include "core/engine/Folder.h"
#include "core/engine/Io.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include <sys/sysmacros.h>
#include <time.h>

namespace bascule::engine::manifest {

namespace {

constexpr char kUnlooked = '?';
constexpr char kUnlisted = '!';
constexpr std::string_view kChanged = "changed";
constexpr std::string_view kXattr = "xattr:";
constexpr int kMostErrno = 4095;

bool isPlain(char byte)
{
    return byte > 0x20 && byte < 0x7f && byte != '%' && byte != '=';
}

std::string errorName(int error)
{
    const char* name = strerrorname_np(error);
    return name != nullptr ? name : std::to_string(error);
}

/// `number` with at least `width` digits.
std::string padded(std::uint64_t number, int base, std::size_t width)
{
    char digits[24];
    const auto made = std::to_chars(digits, digits + sizeof digits, number, base);
    const std::string text(digits, made.ptr);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

template <class Number>
bool takeNumber(std::string_view text, Number& number, int base = 10)
{
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

bool takeError(std::string_view text, int& error)
{
    error = io::errnoByName(text.substr(0, 16));
    return error > 0 && error <= kMostErrno;
}

bool takeTime(std::string_view text, Time& time)
{
    const std::size_t dot = text.find('.');
    return dot != std::string_view::npos && takeNumber(text.substr(0, dot), time.seconds) &&
           takeNumber(text.substr(dot + 1), time.nanoseconds) && time.nanoseconds < 1'000'000'000;
}

bool takeDevice(std::string_view text, std::uint64_t& device)
{
    unsigned majorNumber = 0;
    unsigned minorNumber = 0;
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || !takeNumber(text.substr(0, colon), majorNumber) ||
        !takeNumber(text.substr(colon + 1), minorNumber))
        return false;
    device = makedev(majorNumber, minorNumber);
    return true;
}

bool takeHash(std::string_view text, ManifestHash kind, Inspected& one)
{
    if (kind == ManifestHash::Xxh3)
        return text.size() == 32 && takeNumber(text.substr(0, 16), one.hash.high, 16) &&
               takeNumber(text.substr(16), one.hash.low, 16);
    if (text.size() != 2 * Sha256::kSize)
        return false;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        std::uint8_t byte = 0;
        if (!takeNumber(text.substr(i, 2), byte, 16))
            return false;
        one.sha256.push_back(static_cast<char>(byte));
    }
    one.hash = hashOf(one.sha256.data(), one.sha256.size());
    return true;
}

std::uint32_t typeOf(char kind)
{
    switch (kind) {
    case 'f':
        return S_IFREG;
    case 'd':
        return S_IFDIR;
    case 'l':
        return S_IFLNK;
    case 'p':
        return S_IFIFO;
    case 's':
        return S_IFSOCK;
    case 'b':
        return S_IFBLK;
    case 'c':
        return S_IFCHR;
    default:
        return 0;
    }
}

bool isDevice(char kind)
{
    return kind == 'b' || kind == 'c';
}

/// The fields of a line, from left to right.
class Fields
{
public:
    explicit Fields(std::string_view text)
        : m_rest(text)
    {
    }
    bool atEnd() const { return m_ended; }
    std::string_view take()
    {
        const std::size_t space = m_rest.find(' ');
        const std::string_view taken = m_rest.substr(0, space);
        m_ended = space == std::string_view::npos;
        m_rest = m_ended ? std::string_view() : m_rest.substr(space + 1);
        return taken;
    }
    bool next(std::string_view start) const { return !m_ended && m_rest.starts_with(start); }
    /// The value of the field that comes next, if it is this one.
    bool take(std::string_view start, std::string_view& value)
    {
        if (!next(start))
            return false;
        value = take().substr(start.size());
        return true;
    }

private:
    std::string_view m_rest;
    bool m_ended = false;
};

bool parseXattrs(Fields& fields, Xattrs& xattrs)
{
    for (std::string_view text; fields.take(kXattr, text);) {
        const std::size_t sign = text.find('=');
        if (sign == std::string_view::npos)
            return false;
        auto name = unescaped(text.substr(0, sign));
        auto value = unescaped(text.substr(sign + 1));
        if (!name || !value || name->empty() || name->find('\0') != std::string::npos ||
            (!xattrs.empty() && *name <= xattrs.back().first))
            return false;
        xattrs.emplace_back(std::move(*name), std::move(*value));
    }
    return true;
}

/// The fields that every kind has.
bool parseStat(Fields& fields, char kind, Stat& stat)
{
    std::string_view mode;
    std::string_view uid;
    std::string_view gid;
    std::string_view modified;
    if (!fields.take("mode=", mode) || !fields.take("uid=", uid) || !fields.take("gid=", gid) ||
        !fields.take("mtime=", modified) || !takeNumber(mode, stat.mode, 8) || stat.mode > 07777U ||
        !takeNumber(uid, stat.uid) || !takeNumber(gid, stat.gid) || !takeTime(modified, stat.modified))
        return false;
    stat.mode |= typeOf(kind);
    return true;
}

bool parseKind(Fields& fields, char kind, Line& line)
{
    Inspected& one = line.one;
    std::string_view value;
    if (kind == 'f' && (!fields.take("size=", value) || !takeNumber(value, one.stat.size) || one.stat.size < 0))
        return false;
    if (isDevice(kind) && (!fields.take("device=", value) || !takeDevice(value, one.stat.specialDevice)))
        return false;
    if (kind != 'd' && fields.take("group=", value) && (!takeNumber(value, line.group) || line.group == 0))
        return false;
    if (fields.take("mount=", value) && (value != "yes" || line.path.empty()))
        return false;
    one.stat.mountRoot = value == "yes";
    if (fields.take("attributes-error=", value))
        return takeError(value, one.attributesError);
    if (kind == 'l') {
        if (!fields.take("link=", value))
            return false;
        auto target = unescaped(value);
        if (!target || target->find('\0') != std::string::npos || target->size() > kMostPath)
            return false;
        one.linkTarget = std::move(*target);
    }
    return parseXattrs(fields, one.xattrs);
}

bool parseContents(Fields& fields, ManifestHash hash, Inspected& one)
{
    using Contents = Inspected::Contents;
    std::string_view value;
    if (fields.take("hash=", value)) {
        one.contents = Contents::Hashed;
        one.bytes = one.stat.size;
        return takeHash(value, hash, one);
    }
    if (!fields.take("contents-error=", value))
        return false;
    one.contents = value == kChanged ? Contents::Changed : Contents::Failed;
    return one.contents == Contents::Changed || takeError(value, one.contentsError);
}

/// Without the check that it is written the way that lineText() does.
bool parseFields(std::string_view text, ManifestHash hash, Line& line)
{
    Fields fields(text);
    const std::string_view kinds = fields.take();
    if (kinds.size() != 1 || fields.atEnd())
        return false;
    const char kind = kinds.front();
    Inspected& one = line.one;
    const std::string_view pathText = fields.take();
    if (pathText != ".") {
        auto path = unescaped(pathText);
        if (!path || path->empty())
            return false;
        line.path = std::move(*path);
    }
    std::string_view value;
    if (kind == kUnlisted) {
        one.kind = Inspected::Kind::End;
        return fields.take("list-error=", value) && takeError(value, one.error);
    }
    if (kind == kUnlooked)
        return !line.path.empty() && fields.take("error=", value) && takeError(value, one.error);
    if (typeOf(kind) == 0 || !parseStat(fields, kind, one.stat) || !parseKind(fields, kind, line))
        return false;
    if (fields.take("open-error=", value) && (kind != 'd' || !takeError(value, one.openError)))
        return false;
    one.opened = kind == 'd' && !one.stat.mountRoot && one.openError == 0;
    return (kind != 'f' || parseContents(fields, hash, one)) && fields.atEnd();
}

} // namespace

LineDigest::LineDigest(ManifestHash kind)
    : m_kind(kind)
{
}

void LineDigest::add(std::string_view bytes)
{
    if (m_kind == ManifestHash::Xxh3)
        m_fast.add(bytes.data(), bytes.size());
    else
        m_slow.add(bytes.data(), bytes.size());
}

std::string LineDigest::take()
{
    if (m_kind == ManifestHash::Sha256)
        return hexOf(m_slow.take());
    const Hash128 value = m_fast.value();
    m_fast = Hasher();
    return value.hex();
}

std::string escaped(std::string_view bytes)
{
    static const char digits[] = "0123456789ABCDEF";
    std::string text;
    text.reserve(bytes.size());
    for (const char byte : bytes) {
        if (isPlain(byte)) {
            text.push_back(byte);
            continue;
        }
        text.push_back('%');
        text.push_back(digits[(static_cast<unsigned char>(byte) >> 4U) & 15U]);
        text.push_back(digits[static_cast<unsigned char>(byte) & 15U]);
    }
    return text;
}

std::optional<std::string> unescaped(std::string_view text)
{
    std::string bytes;
    bytes.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::uint8_t byte = 0;
        if (text[i] != '%') {
            bytes.push_back(text[i]);
        } else if (i + 2 < text.size() && takeNumber(text.substr(i + 1, 2), byte, 16)) {
            bytes.push_back(static_cast<char>(byte));
            i += 2;
        } else {
            return {};
        }
    }
    return escaped(bytes) == text ? std::optional(std::move(bytes)) : std::nullopt;
}

std::string field(std::string_view name, std::string_view value)
{
    return std::string(name) + ' ' + std::string(value);
}

std::string timeText(std::int64_t seconds)
{
    const auto when = static_cast<time_t>(seconds);
    struct tm parts = {};
    char text[40];
    if (::gmtime_r(&when, &parts) == nullptr || ::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts) == 0)
        return "1970-01-01T00:00:00Z";
    return text;
}

std::string hashName(ManifestHash hash)
{
    return hash == ManifestHash::Xxh3 ? "xxh3-128" : "sha-256";
}

std::string headerText(const ManifestHeader& header)
{
    std::string text = std::string(kFirstLine) + '\n' + field("hash", hashName(header.hash)) + '\n' +
                       field("root", escaped(header.root)) + '\n' + field("made", timeText(header.madeSeconds)) + '\n';
    for (const std::string& glob : header.excludes)
        text += field("exclude", escaped(glob)) + '\n';
    return text + std::string(kPaths) + '\n';
}

std::string lineText(const Line& line, ManifestHash hash)
{
    const Inspected& one = line.one;
    const std::string path = line.path.empty() ? "." : escaped(line.path);
    if (one.kind == Inspected::Kind::End)
        return std::string{kUnlisted, ' '} + path + " list-error=" + errorName(one.error);
    if (one.error != 0)
        return std::string{kUnlooked, ' '} + path + " error=" + errorName(one.error);
    const Stat& stat = one.stat;
    const char kind = stat.kind();
    std::string text = std::string{kind, ' '} + path + " mode=" + padded(stat.permissions(), 8, 4) +
                       " uid=" + std::to_string(stat.uid) + " gid=" + std::to_string(stat.gid) +
                       " mtime=" + std::to_string(stat.modified.seconds) + '.' +
                       padded(stat.modified.nanoseconds, 10, 9);
    if (kind == 'f')
        text += " size=" + std::to_string(stat.size);
    if (isDevice(kind))
        text +=
            " device=" + std::to_string(major(stat.specialDevice)) + ':' + std::to_string(minor(stat.specialDevice));
    if (line.group != 0)
        text += " group=" + std::to_string(line.group);
    if (stat.mountRoot)
        text += " mount=yes";
    if (one.attributesError != 0) {
        text += " attributes-error=" + errorName(one.attributesError);
    } else {
        if (kind == 'l')
            text += " link=" + escaped(one.linkTarget);
        for (const auto& [name, value] : one.xattrs)
            text += ' ' + std::string(kXattr) + escaped(name) + '=' + escaped(value);
    }
    if (one.openError != 0)
        text += " open-error=" + errorName(one.openError);
    if (one.contents == Inspected::Contents::Hashed)
        text += " hash=" + (hash == ManifestHash::Xxh3 ? one.hash.hex() : hexOf(one.sha256));
    else if (one.contents != Inspected::Contents::None)
        text += " contents-error=" +
                (one.contents == Inspected::Contents::Changed ? std::string(kChanged) : errorName(one.contentsError));
    return text;
}

bool parseLine(std::string_view text, ManifestHash hash, Line& line)
{
    line = Line();
    return parseFields(text, hash, line) && lineText(line, hash) == text;
}

bool isSafe(std::string_view path)
{
    if (path.size() > kMostPath || path.find('\0') != std::string_view::npos)
        return false;
    for (std::string_view rest = path;;) {
        const std::size_t slash = rest.find('/');
        const std::string_view name = rest.substr(0, slash);
        if (name.empty() || name == "." || name == ".." || name.size() > 255)
            return false;
        if (slash == std::string_view::npos)
            return true;
        rest = rest.substr(slash + 1);
    }
}

int order(std::string_view a, std::string_view b)
{
    const auto apart = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (apart.first == a.end() || apart.second == b.end())
        return apart.first != a.end() ? 1 : apart.second != b.end() ? -1 : 0;
    // What ends a name comes before any byte that goes on with it.
    const auto weight = [](char byte) { return byte == '/' ? 0 : static_cast<int>(static_cast<unsigned char>(byte)); };
    return weight(*apart.first) < weight(*apart.second) ? -1 : 1;
}

std::vector<std::string> troubles(const Inspected& one)
{
    std::vector<std::string> codes;
    for (const int error : {one.error, one.attributesError, one.openError, one.contentsError}) {
        if (error != 0)
            codes.push_back(systemErrorCode(error));
    }
    if (one.stat.mountRoot)
        codes.emplace_back("mount.boundary");
    if (one.contents == Inspected::Contents::Changed)
        codes.emplace_back("changed.during-copy");
    return codes;
}

} // namespace bascule::engine::manifest
