// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Inspection.h"

#include "core/engine/Content.h"
#include "core/engine/Folder.h"
#include "core/engine/LinkTarget.h"
#include "core/engine/Pool.h"
#include "core/engine/Tree.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <dirent.h>

namespace bascule::engine {

namespace {

constexpr std::size_t kInBatch = 32;
constexpr std::size_t kMostBatches = 256; // each keeps its folder open
constexpr std::size_t kMostHeld = 8 * 1024;
constexpr std::size_t kMostAttributeBytes = 8 * 1024 * 1024;
constexpr std::size_t kOpenLevels = 32;
constexpr std::int64_t kCountEvery = 1000;

void raise(std::atomic<std::int64_t>& counter, std::int64_t value)
{
    std::int64_t was = counter;
    while (was < value && !counter.compare_exchange_weak(was, value))
        continue;
}

/// A folder's names in the order of their bytes, each behind one byte that says its type.
class TypedNames
{
public:
    int read(int dirFd)
    {
        FolderReader reader(dirFd);
        while (const char* name = reader.next()) {
            m_bytes.push_back(static_cast<char>(reader.type()));
            m_starts.push_back(m_bytes.size());
            m_bytes.append(name, std::strlen(name) + 1);
        }
        std::sort(m_starts.begin(), m_starts.end(), [this](std::size_t a, std::size_t b) {
            return std::strcmp(m_bytes.data() + a, m_bytes.data() + b) < 0;
        });
        return reader.error();
    }
    std::size_t size() const { return m_starts.size(); }
    const char* at(std::size_t index) const { return m_bytes.data() + m_starts[index]; }
    unsigned char type(std::size_t index) const { return static_cast<unsigned char>(m_bytes[m_starts[index] - 1]); }

private:
    std::string m_bytes;
    std::vector<std::size_t> m_starts;
};

} // namespace

/// Entries of one folder that follow each other.
struct Inspection::Batch
{
    std::shared_ptr<const Fd> folder;
    std::vector<Inspected> items;
    std::size_t claimed = 0; ///< guarded by the mutex
    std::atomic<std::size_t> done{0};
};

/// A folder that the walk is in.
struct Inspection::Level
{
    std::shared_ptr<const Fd> folder; ///< not of those far above
    std::string path;
    TypedNames names;
    std::size_t next = 0;
    int error = 0;
};

Inspection::Inspection(std::string root, const InspectOptions& options, Counters& counters, const std::stop_token& stop)
    : m_rootPath(std::move(root))
    , m_options(options)
    , m_excludes(options.excludes)
    , m_counters(counters)
    , m_onStop(stop, [this] { end(); })
{
}

Inspection::~Inspection()
{
    end();
    for (std::thread& thread : m_threads)
        thread.join();
}

void Inspection::end()
{
    const std::lock_guard lock(m_mutex);
    m_ending = true;
    m_roomy.notify_all();
    m_waiting.notify_all();
    m_ready.notify_all();
}

Result<void> Inspection::open()
{
    const auto root = std::make_shared<const Fd>(openRoot(m_rootPath.c_str()));
    if (!*root)
        return systemError(errno, m_rootPath, "open", Severity::Fatal);
    if (const int error = statFd(root->get(), m_rootStat); error != 0)
        return systemError(error, m_rootPath, "stat", Severity::Fatal);
    if (m_options.skipsRuns)
        m_runs = findRuns(root->get());
    m_root = root;
    m_counters.phase = Phase::Comparing;
    m_threads.emplace_back([this] { walk(); });
    for (int i = threadCount(m_options.threads); i > 0; --i)
        m_threads.emplace_back([this] { work(); });
    if (m_options.totals)
        m_threads.emplace_back([this] { count(); });
    return {};
}

Result<bool> Inspection::next(Inspected& one)
{
    while (!m_current || m_read == m_current->items.size()) {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, [this] {
            return m_ending ||
                   (m_batches.empty() ? m_walked : m_batches.front()->done.load() == m_batches.front()->items.size());
        });
        if (m_ending || m_batches.empty())
            return false;
        m_current = std::move(m_batches.front());
        m_batches.pop_front();
        m_held -= m_current->items.size();
        m_read = 0;
        m_roomy.notify_all();
        if (m_attributeBytes > kMostAttributeBytes) // who waits for its turn may have it now
            m_waiting.notify_all();
    }
    one = std::move(m_current->items[m_read++]);
    for (const auto& [name, value] : one.xattrs)
        m_attributeBytes -= name.size() + value.size();
    return true;
}

void Inspection::walk()
{
    Inspected root;
    root.stat = m_rootStat;
    root.opened = true;
    add(m_root, std::move(root));
    std::vector<Level> levels(1);
    levels.back().folder = m_root;
    levels.back().error = levels.back().names.read(m_root->get());
    while (!levels.empty() && !m_ending) {
        Level& level = levels.back();
        if (level.next < level.names.size()) {
            meet(levels);
            continue;
        }
        Inspected last;
        last.kind = Inspected::Kind::End;
        last.error = level.error;
        add(level.folder, std::move(last));
        levels.pop_back();
        if (levels.empty() || levels.back().folder)
            continue;
        Level& above = levels.back();
        above.folder = std::make_shared<const Fd>(openFolder(m_root->get(), above.path));
        if (!*above.folder) {
            above.error = errno;
            above.next = above.names.size();
        }
    }
    flush();
    const std::lock_guard lock(m_mutex);
    m_walked = true;
    m_ready.notify_all();
}

/// The next name of the innermost folder.
void Inspection::meet(std::vector<Level>& levels)
{
    Level& level = levels.back();
    const char* name = level.names.at(level.next);
    const unsigned char type = level.names.type(level.next);
    ++level.next;
    if (isOfRun(m_runs, name))
        return;
    Inspected one;
    one.name = name;
    if (type == DT_DIR || type == DT_UNKNOWN)
        one.error = statAt(level.folder->get(), name, one.stat);
    const bool isFolder = one.error == 0 ? one.stat.isFolder() : type == DT_DIR;
    std::string path;
    if (isFolder || !m_excludes.empty())
        path = joined(level.path, name);
    if (!m_excludes.empty() && m_excludes.match(path, isFolder))
        return;
    Level child;
    if (isFolder && one.error == 0 && !one.isBeyond(m_rootStat)) {
        Fd folder = openChildFolder(level.folder->get(), name);
        one.opened = static_cast<bool>(folder);
        one.openError = folder ? 0 : errno;
        child.folder = std::make_shared<const Fd>(std::move(folder));
    }
    const bool opened = one.opened;
    add(level.folder, std::move(one));
    if (!opened)
        return;
    child.path = std::move(path);
    child.error = child.names.read(child.folder->get());
    levels.push_back(std::move(child));
    if (levels.size() > kOpenLevels)
        levels[levels.size() - kOpenLevels - 1].folder.reset();
}

void Inspection::add(const std::shared_ptr<const Fd>& folder, Inspected one)
{
    if (m_filling && (m_filling->folder != folder || m_filling->items.size() == kInBatch))
        flush();
    if (!m_filling) {
        m_filling = std::make_shared<Batch>();
        m_filling->folder = folder;
    }
    m_filling->items.push_back(std::move(one));
}

void Inspection::flush()
{
    if (!m_filling)
        return;
    std::unique_lock lock(m_mutex);
    m_roomy.wait(lock, [this] { return m_ending || (m_batches.size() < kMostBatches && m_held < kMostHeld); });
    m_held += m_filling->items.size();
    m_batches.push_back(m_filling);
    m_tasks.push_back(std::move(m_filling));
    m_filling.reset();
    m_waiting.notify_all();
}

void Inspection::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_waiting.wait(lock, [this] {
            // Many large attributes wait to be read: only what is to be read next goes on.
            return m_ending || (m_walked && m_tasks.empty()) ||
                   (!m_tasks.empty() &&
                    (m_attributeBytes <= kMostAttributeBytes || m_tasks.front() == m_batches.front()));
        });
        if (m_ending || m_tasks.empty())
            return;
        const std::shared_ptr<Batch> batch = m_tasks.front();
        const std::size_t mine = batch->claimed++;
        if (batch->claimed == batch->items.size())
            m_tasks.pop_front();
        lock.unlock();
        inspect(*batch, batch->items[mine]);
        const bool isLast = batch->done.fetch_add(1) + 1 == batch->items.size();
        lock.lock();
        if (isLast)
            m_ready.notify_all();
    }
}

void Inspection::inspect(const Batch& batch, Inspected& one)
{
    if (one.kind == Inspected::Kind::End)
        return;
    const int folder = batch.folder->get();
    const bool isRoot = one.name.empty();
    const bool isKnown = one.error == 0 && one.stat.mode != 0;
    if (!isKnown && one.error == 0)
        one.error = statAt(folder, one.name.c_str(), one.stat);
    if (one.error == 0 && one.stat.isFolder() && !isKnown && !one.isBeyond(m_rootStat))
        one.error = ENOENT; // what the walk met has gone
    if (one.error == 0) {
        const Place place = isRoot ? Place::opened(folder) : Place::named(folder, one.name.c_str());
        one.attributesError = place.read(one.xattrs);
        if (one.attributesError == 0 && one.stat.isLink())
            one.attributesError = readLinkTarget(folder, one.name.c_str(), one.stat.size, one.linkTarget);
        for (const auto& [name, value] : one.xattrs)
            m_attributeBytes += name.size() + value.size();
        if (one.stat.isFile() && m_options.contents)
            hash(folder, one);
    }
    const std::int64_t done = ++m_items;
    raise(m_counters.itemsTotal, done);
    raise(m_counters.itemsDone, done);
}

void Inspection::hash(int folder, Inspected& one)
{
    const auto progress = [this](std::int64_t bytes) {
        const std::int64_t done = m_bytes.fetch_add(bytes) + bytes;
        raise(m_counters.bytesTotal, done);
        raise(m_counters.bytesDone, done);
    };
    const Fd file = openForReading(folder, one.name.c_str());
    ContentResult result{ContentResult::Kind::ReadFailed, file ? 0 : errno};
    const auto ending = [this] { return m_ending.load(); };
    const auto read = [&](std::int64_t bytes) {
        one.bytes += bytes;
        progress(bytes);
    };
    if (file && m_options.sha256)
        result = wholeHash(file.get(), one.stat.size, ending, read, one.sha256);
    else if (file)
        result = sparseHash(file.get(), one.stat.size, ending, read, one.hash);
    if (!one.sha256.empty())
        one.hash = hashOf(one.sha256.data(), one.sha256.size());
    if (one.bytes < one.stat.size)
        progress(one.stat.size - one.bytes); // holes, and what cannot be read
    one.contents = result.kind == ContentResult::Kind::Done      ? Inspected::Contents::Hashed
                   : result.kind == ContentResult::Kind::Changed ? Inspected::Contents::Changed
                                                                 : Inspected::Contents::Failed;
    one.contentsError = result.error;
}

/// Goes through the tree once more, quickly: reading contents takes longer.
void Inspection::count()
{
    std::int64_t items = 1;
    std::int64_t bytes = 0;
    WalkOptions options;
    options.excludes = m_options.excludes;
    const auto told = [&] {
        raise(m_counters.itemsTotal, items);
        raise(m_counters.bytesTotal, bytes);
    };
    const auto walked = bascule::engine::walk(m_rootPath, options, {}, [&](const TreeEntry& entry) {
        bytes += entry.kind == 'f' && m_options.contents ? entry.size : 0;
        if (++items % kCountEvery == 0)
            told();
        return !m_ending.load();
    });
    told();
    m_counters.totalsKnown = walked.ok() && !m_ending;
}

} // namespace bascule::engine
