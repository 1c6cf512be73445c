// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ManifestText.h"

#include "core/engine/Folder.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>

#include <fcntl.h>
#include <time.h>

namespace bascule::engine {

namespace {

constexpr std::size_t kRead = 256 * 1024;
constexpr std::uint64_t kAlone = std::uint64_t{1} << 63U; // no group has so high a number

/// A file's lines. Memory stays below a line and a block.
class FileLines
{
public:
    enum class Got { Line, End, Unended, TooLong, Failed };

    explicit FileLines(Fd file)
        : m_file(std::move(file))
    {
    }
    int number() const { return m_number; }
    int error() const { return m_error; }
    /// The next line without its newline; valid until the next call.
    Got next(std::string_view& line)
    {
        for (std::size_t looked = 0;;) {
            const std::size_t end = m_bytes.find('\n', m_at + looked);
            if (end != std::string::npos) {
                line = std::string_view(m_bytes).substr(m_at, end - m_at);
                m_at = end + 1;
                ++m_number;
                return line.size() > manifest::kMostLine ? Got::TooLong : Got::Line;
            }
            looked = m_bytes.size() - m_at;
            if (looked > manifest::kMostLine)
                return Got::TooLong;
            const ssize_t got = more();
            if (got < 0)
                return Got::Failed;
            if (got == 0)
                return looked == 0 ? Got::End : Got::Unended;
        }
    }

private:
    ssize_t more()
    {
        m_bytes.erase(0, m_at);
        m_at = 0;
        const std::size_t before = m_bytes.size();
        m_bytes.resize(before + kRead);
        ssize_t got = 0;
        do
            got = ::pread(m_file.get(), m_bytes.data() + before, kRead, m_offset);
        while (got < 0 && errno == EINTR);
        m_error = got < 0 ? errno : 0;
        m_bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        m_offset += std::max<ssize_t>(got, 0);
        return got;
    }

    const Fd m_file;
    off_t m_offset = 0;
    std::string m_bytes;
    std::size_t m_at = 0;
    int m_number = 0;
    int m_error = 0;
};

bool takeTime(std::string_view text, std::int64_t& seconds)
{
    struct tm parts = {};
    const std::string copy(text);
    const char* end = ::strptime(copy.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    if (end == nullptr || *end != '\0')
        return false;
    seconds = static_cast<std::int64_t>(::timegm(&parts));
    return manifest::timeText(seconds) == text;
}

} // namespace

class ManifestReader::State
{
public:
    State(Fd file, std::string name, const std::stop_token& stop)
        : m_lines(std::move(file))
        , m_name(std::move(name))
        , m_stop(stop)
    {
    }
    Result<void> readHeader();
    Result<bool> next(Inspected& one);

    ManifestHeader header;
    ManifestTotals totals;

private:
    Error wrong(const char* code, const char* what = "") const
    {
        return {code, Severity::Fatal, m_name, {{"line", std::int64_t{m_lines.number()}}}, what};
    }
    Result<std::string_view> line();
    Result<std::string> value(std::string_view name);
    Result<std::int64_t> count(std::string_view name);
    Result<void> readLine();
    Result<void> check();
    Result<void> readTrailer();
    bool isInside(std::string_view path) const;
    Inspected entry();

    FileLines m_lines;
    const std::string m_name;
    const std::stop_token m_stop;
    manifest::LineDigest m_paths{ManifestHash::Xxh3};
    std::unique_ptr<manifest::LineDigest> m_file;
    ManifestTotals m_found; ///< of the lines that were read
    bool m_hasLine = false; ///< m_line is the next one
    bool m_atEnd = false;   ///< no further line is a path's
    bool m_begun = false;
    manifest::Line m_line;
    std::string m_last;                 ///< path that was met last
    std::uint64_t m_groups = 0;         ///< that were met
    std::uint64_t m_number = 0;         ///< of the entry
    std::string m_folder;               ///< the innermost one that is open
    std::vector<std::size_t> m_folders; ///< lengths of the paths of those that are
};

/// The next line, whatever it is. What was read counts for the hash of the file once the kind of it is known.
Result<std::string_view> ManifestReader::State::line()
{
    std::string_view text;
    switch (m_lines.next(text)) {
    case FileLines::Got::Line:
        break;
    case FileLines::Got::TooLong:
        return wrong("manifest.line-too-long");
    case FileLines::Got::Failed:
        return systemError(m_lines.error(), m_name, "read", Severity::Fatal);
    default:
        return wrong("manifest.truncated");
    }
    if (m_file) {
        m_file->add(text);
        m_file->add("\n");
    }
    return text;
}

/// What stands behind the name that the next line must begin with.
Result<std::string> ManifestReader::State::value(std::string_view name)
{
    const auto text = line();
    if (!text)
        return text.error();
    if (!text->starts_with(name) || text->size() <= name.size() || (*text)[name.size()] != ' ')
        return wrong("manifest.garbled", "a line of another name");
    return std::string(text->substr(name.size() + 1));
}

Result<std::int64_t> ManifestReader::State::count(std::string_view name)
{
    const auto text = value(name);
    if (!text)
        return text.error();
    std::int64_t number = 0;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), number);
    if (read.ec != std::errc() || number < 0 || std::to_string(number) != *text)
        return wrong("manifest.garbled", "no number");
    return number;
}

Result<void> ManifestReader::State::readHeader()
{
    const auto first = line();
    if (!first)
        return first.error().code.starts_with("manifest.") ? wrong("manifest.none") : first.error();
    if (*first != manifest::kFirstLine)
        return wrong(first->starts_with("bascule-manifest ") ? "manifest.version" : "manifest.none");
    const auto hash = value("hash");
    if (!hash)
        return hash.error();
    header.hash = *hash == manifest::hashName(ManifestHash::Sha256) ? ManifestHash::Sha256 : ManifestHash::Xxh3;
    if (*hash != manifest::hashName(header.hash))
        return wrong("manifest.garbled", "an unknown hash");
    // Two lines were read before it was known with what to hash them.
    m_paths = manifest::LineDigest(header.hash);
    m_file = std::make_unique<manifest::LineDigest>(header.hash);
    m_file->add(std::string(manifest::kFirstLine) + '\n' + manifest::field("hash", *hash) + '\n');
    const auto root = value("root");
    if (!root)
        return root.error();
    auto shown = manifest::unescaped(*root);
    const auto made = shown ? value("made") : root;
    if (!made)
        return made.error();
    if (!shown || !takeTime(*made, header.madeSeconds))
        return wrong("manifest.garbled", shown ? "no time" : "no root");
    header.root = std::move(*shown);
    for (;;) {
        const auto text = line();
        if (!text)
            return text.error();
        if (*text == manifest::kPaths)
            return {};
        auto glob = text->starts_with("exclude ") ? manifest::unescaped(text->substr(8)) : std::nullopt;
        if (!glob || header.excludes.size() >= manifest::kMostExcludes)
            return wrong("manifest.garbled", "no glob");
        header.excludes.push_back(std::move(*glob));
    }
}

/// The next path, or the end of them.
Result<void> ManifestReader::State::readLine()
{
    const auto text = line();
    if (!text)
        return text.error();
    if (*text == manifest::kEnd) {
        m_atEnd = true;
        return readTrailer();
    }
    m_paths.add(*text);
    m_paths.add("\n");
    if (!manifest::parseLine(*text, header.hash, m_line))
        return wrong("manifest.garbled", "no path");
    m_hasLine = true;
    return check();
}

/// What the line must be, behind those before it.
Result<void> ManifestReader::State::check()
{
    const Inspected& one = m_line.one;
    const std::string& path = m_line.path;
    const bool isEntry = one.kind == Inspected::Kind::Entry;
    if (!path.empty() && !manifest::isSafe(path))
        return wrong("manifest.path");
    m_found.notRead += static_cast<std::int64_t>(manifest::troubles(one).size());
    if (!m_begun) {
        if (!path.empty() || !isEntry || !one.opened)
            return wrong("manifest.garbled", "no root");
        m_begun = true;
        return {};
    }
    if (!isEntry)
        return isInside(path) ? Result<void>() : wrong("manifest.order");
    if (path.empty() || manifest::order(m_last, path) >= 0)
        return wrong("manifest.order");
    const std::size_t slash = path.rfind('/');
    if (!isInside(std::string_view(path).substr(0, slash == std::string::npos ? 0 : slash)))
        return wrong("manifest.order", "without its folder");
    m_last = path;
    if (m_line.group > m_groups + 1)
        return wrong("manifest.garbled", "no such group");
    m_groups = std::max(m_groups, m_line.group);
    ++m_found.entries;
    if (one.stat.size > INT64_MAX - m_found.bytes)
        return wrong("manifest.garbled", "too many bytes");
    m_found.bytes += one.stat.size;
    return {};
}

/// Whether it is one of the folders that are open.
bool ManifestReader::State::isInside(std::string_view path) const
{
    return std::binary_search(m_folders.begin(), m_folders.end(), path.size()) &&
           std::string_view(m_folder).substr(0, path.size()) == path;
}

Result<void> ManifestReader::State::readTrailer()
{
    if (!m_begun)
        return wrong("manifest.garbled", "no root");
    for (const auto& [name, number] : {std::pair{"entries", &totals.entries}, std::pair{"bytes", &totals.bytes},
                                       std::pair{"not-read", &totals.notRead}}) {
        const auto counted = count(name);
        if (!counted)
            return counted.error();
        *number = *counted;
    }
    if (totals.entries != m_found.entries || totals.bytes != m_found.bytes || totals.notRead != m_found.notRead)
        return wrong("manifest.counts");
    const auto rootHash = value("root-hash");
    if (!rootHash)
        return rootHash.error();
    totals.rootHash = m_paths.take();
    const std::string found = m_file->take();
    m_file.reset();
    const auto fileHash = value("file-hash");
    if (!fileHash)
        return fileHash.error();
    if (*rootHash != totals.rootHash || *fileHash != found)
        return wrong("manifest.altered");
    std::string_view more;
    switch (m_lines.next(more)) {
    case FileLines::Got::End:
        return {};
    case FileLines::Got::Failed:
        return systemError(m_lines.error(), m_name, "read", Severity::Fatal);
    default:
        return wrong("manifest.trailing");
    }
}

/// The entry of the line, as a tree would tell it.
Inspected ManifestReader::State::entry()
{
    Inspected one = std::move(m_line.one);
    const std::string& path = m_line.path;
    one.name = path.substr(path.rfind('/') + 1);
    one.stat.device = 1;
    one.stat.inode = m_line.group != 0 ? m_line.group : kAlone + m_number;
    one.stat.links = m_line.group != 0 ? 2 : 1;
    ++m_number;
    m_hasLine = false;
    if (one.opened) {
        m_folder = path;
        m_folders.push_back(path.size());
    }
    return one;
}

Result<bool> ManifestReader::State::next(Inspected& one)
{
    if (m_stop.stop_requested())
        return false;
    if (!m_hasLine && !m_atEnd) {
        if (const auto read = readLine(); !read)
            return read.error();
    }
    if (m_hasLine && m_folders.empty()) { // the root: check() lets nothing else pass
        one = entry();
        return true;
    }
    if (m_folders.empty())
        return false;
    const bool isEntry = m_hasLine && m_line.one.kind == Inspected::Kind::Entry;
    const std::size_t slash = m_hasLine ? m_line.path.rfind('/') : std::string::npos;
    const std::size_t parent = slash == std::string::npos ? 0 : slash;
    if (isEntry && m_folders.back() == parent) {
        one = entry();
        return true;
    }
    // The innermost folder ends; its line may say that not all of it is known.
    const bool isItsEnd = m_hasLine && !isEntry && m_line.path.size() == m_folders.back();
    one = Inspected();
    one.kind = Inspected::Kind::End;
    if (isItsEnd) {
        one.error = m_line.one.error;
        m_hasLine = false;
    }
    m_folders.pop_back();
    m_folder.resize(m_folders.empty() ? 0 : m_folders.back());
    return true;
}

ManifestReader::ManifestReader(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

ManifestReader::~ManifestReader() = default;

const ManifestHeader& ManifestReader::header() const
{
    return m_state->header;
}

const ManifestTotals& ManifestReader::totals() const
{
    return m_state->totals;
}

Result<bool> ManifestReader::next(Inspected& one)
{
    return m_state->next(one);
}

Result<std::unique_ptr<ManifestReader>> ManifestReader::open(const std::string& path, const std::stop_token& stop)
{
    Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    Stat stat;
    const int error = file ? statFd(file.get(), stat) : errno;
    if (error != 0)
        return systemError(error, path, "open", Severity::Fatal);
    if (!stat.isFile())
        return Error{"path.not-a-file", Severity::Fatal, path, {}, {}};
    return open(std::move(file), path, stop);
}

Result<std::unique_ptr<ManifestReader>> ManifestReader::open(Fd file, const std::string& name,
                                                             const std::stop_token& stop)
{
    auto state = std::make_unique<State>(std::move(file), name, stop);
    if (const auto read = state->readHeader(); !read)
        return read.error();
    return std::unique_ptr<ManifestReader>(new ManifestReader(std::move(state)));
}

Result<ManifestFacts> verifyManifest(const std::string& path, const std::stop_token& stop)
{
    const auto reader = ManifestReader::open(path, stop);
    if (!reader)
        return reader.error();
    Inspected one;
    for (;;) {
        const auto more = (*reader)->next(one);
        if (!more)
            return more.error();
        if (stop.stop_requested())
            return Error{"cancelled", Severity::Fatal, path, {}, {}};
        if (!*more)
            return ManifestFacts{(*reader)->header(), (*reader)->totals()};
    }
}

} // namespace bascule::engine
