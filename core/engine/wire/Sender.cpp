// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Sender.h"

#include "core/engine/Content.h"
#include "core/engine/Folder.h"
#include "core/engine/LinkTarget.h"
#include "core/engine/Pool.h"
#include "core/engine/wire/Records.h"

#include <algorithm>
#include <cerrno>

namespace bascule::engine::wire {

namespace {

constexpr std::size_t kEntriesInPart = 1024;
constexpr std::size_t kBytesInPart = 256 * 1024;
constexpr std::size_t kFrame = 256 * 1024;          // of small files, and of parts of large ones
constexpr std::int64_t kWhole = 192 * 1024;         // files up to here come in one piece
constexpr std::size_t kMostWanted = 100'000;        // in one question
constexpr std::size_t kMostWaiting = 1'000'000;     // questions
constexpr std::size_t kMostXattrBytes = 256 * 1024; // of an entry: it has to fit into a frame
constexpr std::size_t kMostXattrCount = 1000;
constexpr int kAttempts = 4; // at a small file that is written to meanwhile

bool unchanged(const Stat& before, const Stat& after)
{
    return before.size == after.size && before.modified == after.modified && before.changed == after.changed &&
           before.sameInode(after);
}

/// 0 or an errno: E2BIG of what cannot be sent.
int readXattrs(const Place& place, Xattrs& xattrs)
{
    if (const int error = place.read(xattrs); error != 0)
        return error;
    std::size_t bytes = 0;
    for (const auto& [name, value] : xattrs)
        bytes += name.size() + value.size();
    return bytes > kMostXattrBytes || xattrs.size() > kMostXattrCount ? E2BIG : 0;
}

Error garbled(const char* what)
{
    return {"link.garbled", Severity::Session, {}, {}, what};
}

Arrival failure(std::size_t index, int error, const char* what)
{
    Arrival arrival;
    arrival.index = index;
    arrival.code = error == ENOENT ? "vanished" : systemErrorCode(error);
    arrival.detail = systemError(error, {}, what).detail;
    return arrival;
}

} // namespace

struct Sender::List
{
    std::string path;
    Fd folder;
    std::unique_ptr<FolderReader> reader;
    bool begun = false;
};

/// Arrivals on their way out, in frames of a good size.
struct Sender::Outgoing
{
    Sender& sender;
    std::uint64_t number;
    ByteWriter writer;

    Outgoing(Sender& mine, std::uint64_t which)
        : sender(mine)
        , number(which)
    {
        begin();
    }
    void begin()
    {
        writer.number(number);
        writer.number(0);
    }
    void flush()
    {
        sender.send(FrameType::Files, writer.take());
        begin();
    }
    void add(const Arrival& arrival)
    {
        if (writer.size() + arrival.bytes.size() > kMostPayload - 128 * 1024)
            flush();
        put(writer, arrival);
        if (writer.size() >= kFrame)
            flush();
    }
    void end()
    {
        if (writer.size() > 12)
            sender.send(FrameType::Files, writer.take());
        writer = {};
        writer.number(number);
        writer.number(1);
        sender.send(FrameType::Files, writer.take());
    }
};

Sender::Sender(std::string root, Sink sink, int threads)
    : m_rootPath(std::move(root))
    , m_sink(std::move(sink))
{
    for (int i = threadCount(threads); i > 0; --i)
        m_threads.emplace_back([this] { loop(); });
}

Sender::~Sender()
{
    stop();
}

void Sender::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
    m_threads.clear();
}

Result<void> Sender::open()
{
    m_root = openRoot(m_rootPath.c_str());
    if (!m_root)
        return systemError(errno, m_rootPath, "open", Severity::Fatal);
    if (const int error = statFd(m_root.get(), m_rootStat); error != 0)
        return systemError(error, m_rootPath, "stat", Severity::Fatal);
    return {};
}

void Sender::add(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_one();
}

void Sender::loop()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stopping || !m_tasks.empty(); });
        if (m_stopping)
            return;
        const std::function<void()> task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        lock.lock();
    }
}

bool Sender::stopping()
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

void Sender::send(FrameType type, std::string_view payload)
{
    if (m_sink(type, payload))
        return;
    const std::lock_guard lock(m_mutex); // nobody is there to be told more
    m_stopping = true;
    m_changed.notify_all();
}

/// The root is opened by its name each time: a disk that was unmounted meanwhile is to be noticed.
Fd Sender::openBelow(const std::string& path)
{
    if (!path.empty())
        return openFolder(m_root.get(), path);
    Fd root = openRoot(m_rootPath.c_str());
    Stat now;
    if (root && (statFd(root.get(), now) != 0 || !now.sameInode(m_rootStat))) {
        errno = ESTALE;
        return Fd();
    }
    return root;
}

Result<void> Sender::take(const Frame& frame)
{
    ByteReader reader(frame.payload);
    const std::uint64_t number = reader.number();
    const std::uint64_t verb = frame.type == FrameType::List ? reader.number() : 0;
    const bool named = frame.type != FrameType::List || verb == 0;
    const std::string path(named ? reader.text(kMostPath) : std::string_view());
    if (!path.empty() && !staysBelow(path))
        return garbled("a path that leads elsewhere");
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping)
            return {};
        if (m_tasks.size() > kMostWaiting || m_lists.size() > kMostWaiting)
            return garbled("too many questions");
    }
    if (frame.type == FrameType::List && reader.ok() && verb <= 2) {
        const std::lock_guard lock(m_mutex);
        if (verb == 0) {
            m_lists[number] = std::make_shared<List>();
            m_lists[number]->path = path;
        } else if (verb == 2) {
            m_lists.erase(number);
        }
        if (verb != 2) {
            m_tasks.push_back([this, number] { sendPart(number); });
            m_changed.notify_one();
        }
        return {};
    }
    const std::uint64_t count = reader.number();
    if (count > kMostWanted)
        reader.fail();
    if (frame.type == FrameType::Fetch) {
        std::vector<std::pair<int, std::string>> wanted;
        for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
            const auto what = static_cast<int>(reader.number() & 3U);
            wanted.emplace_back(what, reader.text(kMostPath));
            if (!isName(wanted.back().second))
                reader.fail();
        }
        if (!reader.ok())
            return garbled("no fetch");
        add([this, number, path, mine = std::move(wanted)] { sendFiles(number, path, mine); });
        return {};
    }
    std::vector<std::string> names;
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        names.emplace_back(reader.text(kMostPath));
        if (!isName(names.back()))
            reader.fail();
    }
    if (!reader.ok() || frame.type != FrameType::Absent)
        return garbled("no question");
    add([this, number, path, mine = std::move(names)] { sendAbsent(number, path, mine); });
    return {};
}

void Sender::sendPart(std::uint64_t number)
{
    std::shared_ptr<List> list;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_lists.find(number);
        if (found == m_lists.end())
            return;
        list = found->second;
    }
    int error = 0;
    const bool first = !list->begun;
    Stat stat;
    Xattrs xattrs;
    if (first) {
        list->begun = true;
        list->folder = openBelow(list->path);
        error = list->folder ? statFd(list->folder.get(), stat) : errno;
        if (error == 0)
            error = readXattrs(Place::opened(list->folder.get()), xattrs);
        if (error == 0)
            list->reader = std::make_unique<FolderReader>(list->folder.get());
    }
    ByteWriter entries;
    bool last = error != 0;
    for (std::size_t i = 0; i < kEntriesInPart && entries.size() < kBytesInPart && !last; ++i) {
        const char* name = list->reader->next();
        if (name == nullptr) {
            last = true;
            error = list->reader->error();
            break;
        }
        SourceEntry entry;
        entry.name = name;
        entry.error = statAt(list->folder.get(), name, entry.stat);
        if (entry.error == 0)
            entry.error = readXattrs(Place::named(list->folder.get(), name), entry.xattrs);
        if (entry.error == 0 && entry.stat.isLink())
            entry.error = readLinkTarget(list->folder.get(), name, entry.stat.size, entry.linkTarget);
        put(entries, entry);
    }
    ByteWriter writer;
    writer.number(number);
    writer.number((first ? 1U : 0U) | (last ? 2U : 0U));
    writer.number(static_cast<std::uint64_t>(error));
    if (first) {
        put(writer, stat);
        put(writer, xattrs);
    }
    writer.raw(entries.bytes());
    if (last) {
        const std::lock_guard lock(m_mutex);
        m_lists.erase(number);
    }
    send(FrameType::Listing, writer.bytes());
}

void Sender::sendFiles(std::uint64_t number, const std::string& path,
                       const std::vector<std::pair<int, std::string>>& wanted)
{
    Outgoing out(*this, number);
    const Fd folder = openBelow(path);
    const int error = folder ? 0 : errno;
    for (std::size_t i = 0; i < wanted.size() && !stopping(); ++i) {
        if (folder)
            sendEntry(out, folder.get(), i, wanted[i].first, wanted[i].second.c_str());
        else
            out.add(failure(i, error, "open"));
    }
    out.end();
}

void Sender::sendEntry(Outgoing& out, int folder, std::size_t index, int what, const char* name)
{
    Arrival arrival;
    arrival.index = index;
    int error = statAt(folder, name, arrival.stat);
    Fd file;
    const bool isContents = what != static_cast<int>(Wanted::What::Attributes);
    if (error == 0 && arrival.stat.isFile() && isContents) {
        file = openForReading(folder, name);
        error = file ? statFd(file.get(), arrival.stat) : errno;
    }
    if (file && error == 0 && arrival.stat.isFile()) {
        if (what == static_cast<int>(Wanted::What::Hash)) {
            arrival.kind = Arrival::Kind::Hash;
            error = readXattrs(Place::opened(file.get()), arrival.xattrs);
            const ContentResult result = sparseHash(
                file.get(), arrival.stat.size, [this] { return stopping(); }, {}, arrival.hash);
            Stat after;
            arrival.changed = result.kind == ContentResult::Kind::Changed || statAt(folder, name, after) != 0 ||
                              !unchanged(arrival.stat, after);
            if (result.kind == ContentResult::Kind::ReadFailed)
                error = result.error;
            if (error == 0)
                return out.add(arrival);
        } else {
            error = sendContents(out, index, file, arrival.stat, folder, name);
            if (error == 0)
                return;
        }
        return out.add(failure(index, error, "read"));
    }
    if (error == 0)
        error = readXattrs(Place::named(folder, name), arrival.xattrs);
    if (error == 0 && arrival.stat.isLink())
        error = readLinkTarget(folder, name, arrival.stat.size, arrival.linkTarget);
    if (error != 0)
        return out.add(failure(index, error, "stat"));
    arrival.kind = isContents ? Arrival::Kind::Whole : Arrival::Kind::Attributes;
    arrival.hash = hashOf(nullptr, 0);
    out.add(arrival);
}

/// 0 when something was sent that ends the entry, else an errno.
int Sender::sendContents(Outgoing& out, std::size_t index, const Fd& file, const Stat& opened, int folder,
                         const char* name)
{
    Arrival arrival;
    arrival.index = index;
    arrival.stat = opened;
    if (const int error = readXattrs(Place::opened(file.get()), arrival.xattrs); error != 0)
        return error;
    char* block = threadBlock(0);
    Stat after;
    if (opened.size <= kWhole && !opened.hasHoles()) {
        arrival.kind = Arrival::Kind::Whole;
        for (int attempt = 0; attempt < kAttempts; ++attempt) {
            if (attempt > 0) {
                std::this_thread::sleep_for(std::chrono::milliseconds(30 * attempt * attempt));
                if (const int error = statFd(file.get(), arrival.stat); error != 0)
                    return error;
                if (arrival.stat.size > kWhole)
                    break; // it is told as changed
            }
            const ssize_t got = readFully(file.get(), block, static_cast<std::size_t>(arrival.stat.size), 0);
            if (got < 0)
                return errno;
            arrival.bytes = {block, static_cast<std::size_t>(got)};
            arrival.changed =
                got != arrival.stat.size || statAt(folder, name, after) != 0 || !unchanged(arrival.stat, after);
            if (!arrival.changed)
                break;
        }
        arrival.hash = hashOf(arrival.bytes.data(), arrival.bytes.size());
        out.add(arrival);
        return 0;
    }
    arrival.kind = Arrival::Kind::Begin;
    out.add(arrival);
    out.flush();
    Arrival chunk;
    chunk.kind = Arrival::Kind::Chunk;
    chunk.index = index;
    SparseHasher hasher;
    const std::int64_t size = opened.size;
    const auto hashBlock = static_cast<std::int64_t>(kHashBlock);
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::int64_t next = 0; // the first offset not looked at yet; a whole block
    bool changed = false;
    int error = 0;
    const auto rounded = [&](std::int64_t offset) { return (offset + hashBlock - 1) / hashBlock * hashBlock; };
    while (error == 0 && !changed && !stopping() && nextData(file.get(), next, size, start, end)) {
        const std::int64_t at = start - start % hashBlock;
        const std::int64_t stop = std::min({at + static_cast<std::int64_t>(kFrame), rounded(end), size});
        const auto want = static_cast<std::size_t>(stop - at);
        const ssize_t got = readFully(file.get(), block, want, at);
        if (got < 0)
            error = errno;
        changed = got >= 0 && static_cast<std::size_t>(got) < want;
        if (error != 0 || changed)
            break;
        for (std::size_t part = 0; part < want; part += kHashBlock)
            hasher.addBlock(at + static_cast<std::int64_t>(part), block + part, std::min(kHashBlock, want - part));
        // Hashed by whole blocks, sent by stretches of data: the copy is to have its holes where they are.
        std::int64_t from = at;
        while (nextData(file.get(), from, stop, start, end)) {
            chunk.offset = start;
            chunk.bytes = {block + (start - at), static_cast<std::size_t>(end - start)};
            out.add(chunk);
            from = end;
        }
        next = rounded(stop);
    }
    // What has begun is ended in any case; an error of reading shows when it is asked for again.
    Arrival ending;
    ending.kind = Arrival::Kind::End;
    ending.index = index;
    ending.hash = hasher.value(size);
    ending.changed = changed || error != 0 || statAt(folder, name, after) != 0 || !unchanged(opened, after);
    out.add(ending);
    return 0;
}

void Sender::sendAbsent(std::uint64_t number, const std::string& path, const std::vector<std::string>& names)
{
    const Fd folder = openBelow(path);
    ByteWriter writer;
    writer.number(number);
    // A folder that has gone itself is no proof for what was in it.
    writer.number(folder ? 0 : static_cast<std::uint64_t>(errno));
    std::string answers;
    for (const std::string& name : names) {
        Stat stat;
        answers.push_back(folder && statAt(folder.get(), name.c_str(), stat) == ENOENT ? '1' : '0');
    }
    writer.text(answers);
    send(FrameType::Absent, writer.bytes());
}

} // namespace bascule::engine::wire
