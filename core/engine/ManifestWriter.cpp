// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ManifestText.h"

#include "core/engine/Folder.h"
#include "core/engine/HostFiles.h"
#include "core/engine/Io.h"
#include "core/engine/Slot.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <unordered_map>

#include <fcntl.h>

namespace bascule::engine {

namespace {

constexpr std::size_t kWrite = 256 * 1024;
constexpr std::size_t kMostListed = 10'000;
constexpr std::size_t kMostAttributes = 512 * 1024; // of an entry, as between machines
constexpr std::size_t kMostAttributeCount = 1000;

/// A file that is written under another name beside its place, and has its name when it is complete.
class Staged
{
public:
    explicit Staged(std::string path)
        : m_path(std::move(path))
    {
    }
    ~Staged() { discard(); }
    Staged(const Staged&) = delete;
    Staged& operator=(const Staged&) = delete;

    Result<void> create()
    {
        auto slot = slotOf(m_path);
        if (!slot)
            return slot.error();
        m_slot = std::move(*slot);
        m_temporary = temporaryBeside();
        m_file = Fd(io::create(m_slot.folder.get(), m_temporary.c_str(), O_RDWR | O_EXCL | O_NOFOLLOW, 0600));
        return m_file ? Result<void>() : failed(errno, "create");
    }
    Result<void> add(std::string_view text)
    {
        m_waiting += text;
        return m_waiting.size() < kWrite ? Result<void>() : write();
    }
    /// To the disk; then it can be read.
    Result<void> settle()
    {
        if (auto written = write(); !written)
            return written;
        return io::chmod(m_file.get(), 0600) != 0 || io::sync(m_file.get()) != 0 ? failed(errno, "fsync")
                                                                                 : Result<void>();
    }
    Fd reading() const { return Fd(::fcntl(m_file.get(), F_DUPFD_CLOEXEC, 0)); }
    Result<void> promote(bool replace)
    {
        const int folder = m_slot.folder.get();
        const int renamed = replace ? io::rename(folder, m_temporary.c_str(), folder, m_slot.name.c_str())
                                    : io::renameNew(folder, m_temporary.c_str(), folder, m_slot.name.c_str());
        if (renamed != 0)
            return errno == EEXIST ? Error{"path.exists", Severity::Fatal, m_path, {}, {}} : failed(errno, "rename");
        m_file.reset();
        return io::sync(folder) != 0 ? failed(errno, "fsync") : Result<void>();
    }

private:
    Result<void> write()
    {
        const int error = io::writeAll(m_file.get(), m_waiting.data(), m_waiting.size(), m_size);
        m_size += static_cast<std::int64_t>(m_waiting.size());
        m_waiting.clear();
        return error != 0 ? failed(error, "write") : Result<void>();
    }
    Error failed(int error, const char* what) const { return systemError(error, m_path, what, Severity::Fatal); }
    void discard()
    {
        if (m_file)
            io::unlink(m_slot.folder.get(), m_temporary.c_str());
        m_file.reset();
    }

    const std::string m_path;
    Slot m_slot;
    std::string m_temporary;
    Fd m_file;
    std::string m_waiting;
    std::int64_t m_size = 0;
};

/// A tree that becomes lines.
class Writing
{
public:
    Writing(const ManifestHeader& header, Staged& file)
        : m_header(header)
        , m_out(file)
        , m_paths(header.hash)
        , m_file(header.hash)
    {
    }
    Result<void> begin() { return put(manifest::headerText(m_header)); }
    Result<void> take(Inspected one);
    /// True once the root has ended.
    bool isComplete() const { return m_begun && m_folders.empty(); }
    Result<void> end();
    ManifestReport report;

private:
    static Error garbled(const char* what) { return {"link.garbled", Severity::Session, {}, {}, what}; }
    Result<void> put(const std::string& text)
    {
        m_file.add(text);
        return m_out.add(text);
    }
    Result<void> put(manifest::Line& line);
    Result<void> endFolder(int error);
    void normalise(Inspected& one);

    const ManifestHeader& m_header;
    Staged& m_out;
    manifest::LineDigest m_paths, m_file;
    bool m_begun = false;
    Stat m_root;
    std::string m_folder; ///< the innermost one
    std::vector<std::size_t> m_folders;
    std::unordered_map<std::uint64_t, std::uint64_t> m_groups; ///< by inode, of what has several names
};

/// What does not belong into a manifest goes, and what would not fit counts as not read.
void Writing::normalise(Inspected& one)
{
    if (!m_begun) // a mount point as likely as not
        one.stat.mountRoot = false;
    else if (one.error == 0)
        one.stat.mountRoot = one.isBeyond(m_root);
    if (one.contents == Inspected::Contents::Failed && one.contentsError == 0)
        one.contentsError = EIO;
    std::size_t bytes = 0;
    for (const auto& [name, value] : one.xattrs)
        bytes += name.size() + value.size();
    if (bytes > kMostAttributes || one.xattrs.size() > kMostAttributeCount)
        one.attributesError = E2BIG;
}

Result<void> Writing::take(Inspected one)
{
    if (one.kind == Inspected::Kind::End)
        return m_folders.empty() ? garbled("an end of nothing") : endFolder(one.error);
    if (m_begun ? m_folders.empty() || one.name.empty() : !one.name.empty() || !one.opened || one.error != 0)
        return garbled("a tree without a root");
    normalise(one);
    manifest::Line line;
    line.path = m_begun ? joined(m_folder, one.name) : std::string();
    if (line.path.size() > manifest::kMostPath)
        return Error{"path.too-long", Severity::Fatal, line.path.substr(0, 255) + "...", {}, {}};
    if (!m_begun)
        m_root = one.stat;
    else
        ++report.totals.entries;
    if (one.error == 0 && one.stat.isFile())
        report.totals.bytes += one.stat.size;
    if (one.error == 0 && !one.stat.isFolder() && one.stat.links > 1)
        line.group = m_groups.try_emplace(one.stat.inode, m_groups.size() + 1).first->second;
    m_begun = true;
    if (one.opened) {
        m_folder = line.path;
        m_folders.push_back(line.path.size());
    }
    line.one = std::move(one);
    return put(line);
}

Result<void> Writing::endFolder(int error)
{
    Result<void> done;
    if (error != 0) {
        manifest::Line line;
        line.path = m_folder;
        line.one.kind = Inspected::Kind::End;
        line.one.error = error;
        done = put(line);
    }
    m_folders.pop_back();
    m_folder.resize(m_folders.empty() ? 0 : m_folders.back());
    return done;
}

Result<void> Writing::put(manifest::Line& line)
{
    for (std::string& code : manifest::troubles(line.one)) {
        ++report.totals.notRead;
        if (report.notRead.size() < kMostListed)
            report.notRead.push_back({line.path, std::move(code)});
    }
    const std::string text = manifest::lineText(line, m_header.hash) + '\n';
    m_paths.add(text);
    return put(text);
}

Result<void> Writing::end()
{
    ManifestTotals& totals = report.totals;
    totals.rootHash = m_paths.take();
    const auto counted = [](const char* name, std::int64_t value) {
        return manifest::field(name, std::to_string(value)) + '\n';
    };
    if (auto done = put(std::string(manifest::kEnd) + '\n' + counted("entries", totals.entries) +
                        counted("bytes", totals.bytes) + counted("not-read", totals.notRead) +
                        manifest::field("root-hash", totals.rootHash) + '\n');
        !done)
        return done;
    return m_out.add(manifest::field("file-hash", m_file.take()) + '\n');
}

/// Reads what was staged, as whoever opens it later.
Result<void> prove(const Staged& file, const std::string& out, const ManifestTotals& totals,
                   const std::stop_token& stop)
{
    Fd fd = file.reading();
    if (!fd)
        return systemError(errno, out, "dup", Severity::Fatal);
    const auto reader = ManifestReader::open(std::move(fd), out, stop);
    if (!reader)
        return reader.error();
    Inspected one;
    for (;;) {
        const auto more = (*reader)->next(one);
        if (!more) {
            // Written as it came, and no tree: whoever told of it is at fault, not the file.
            const std::string& code = more.error().code;
            const bool wasTold = code == "manifest.order" || code == "manifest.garbled" || code == "manifest.path";
            return wasTold ? Error{"link.garbled", Severity::Session, {}, {}, more.error().detail} : more.error();
        }
        if (!*more)
            break;
    }
    const ManifestTotals& found = (*reader)->totals();
    if (!stop.stop_requested() && (found.rootHash != totals.rootHash || found.entries != totals.entries))
        return Error{"manifest.altered", Severity::Fatal, out, {}, "read back"};
    return {};
}

} // namespace

class ManifestTee::State
{
public:
    State(InspectionStream& from, ManifestHeader what, std::string to, bool over, const std::stop_token& ending)
        : tree(from)
        , header(std::move(what))
        , out(std::move(to))
        , replace(over)
        , stop(ending)
        , file(out)
        , writing(header, file)
    {
        if (!replace && existsAt(out))
            went = Error{"path.exists", Severity::Fatal, out, {}, {}};
        if (went)
            went = file.create();
        if (went)
            went = writing.begin();
    }
    /// All that is left once the tree has come to its end, step by step: a stop between them is heeded.
    Result<void> complete();

    InspectionStream& tree;
    const ManifestHeader header;
    const std::string out;
    const bool replace;
    const std::stop_token stop;
    const std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
    Staged file;
    Writing writing;
    Result<void> went;
};

Result<void> ManifestTee::State::complete()
{
    if (went && !stop.stop_requested())
        went = writing.isComplete() ? writing.end()
                                    : Error{"link.garbled", Severity::Session, {}, {}, "a tree that ends early"};
    if (went && !stop.stop_requested())
        went = file.settle();
    if (went && !stop.stop_requested())
        went = prove(file, out, writing.report.totals, stop);
    writing.report.cancelled = stop.stop_requested();
    if (went && !writing.report.cancelled)
        went = file.promote(replace);
    return writing.report.cancelled ? Result<void>() : went;
}

ManifestTee::ManifestTee(InspectionStream& tree, ManifestHeader header, std::string out, bool replace,
                         const std::stop_token& stop)
    : m_state(std::make_unique<State>(tree, std::move(header), std::move(out), replace, stop))
{
}

ManifestTee::~ManifestTee() = default;

bool ManifestTee::isGood() const
{
    return m_state->went.ok();
}

Result<bool> ManifestTee::next(Inspected& one)
{
    auto more = m_state->tree.next(one);
    if (more && *more && m_state->went)
        m_state->went = m_state->writing.take(one);
    return more;
}

Result<ManifestReport> ManifestTee::finish()
{
    if (const auto completed = m_state->complete(); !completed)
        return completed.error();
    ManifestReport& report = m_state->writing.report;
    report.whole = !report.cancelled && report.totals.notRead == 0;
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_state->begun).count();
    return std::move(report);
}

Result<ManifestReport> writeManifest(InspectionStream& tree, const ManifestHeader& header, const std::string& out,
                                     bool replace, const std::stop_token& stop)
{
    ManifestTee tee(tree, header, out, replace, stop);
    for (Inspected one; tee.isGood() && !stop.stop_requested();) {
        const auto more = tee.next(one);
        if (!more)
            return more.error();
        if (!*more)
            break;
    }
    return tee.finish();
}

} // namespace bascule::engine
