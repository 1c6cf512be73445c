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
constexpr std::size_t kMostWanted = 100'000; // in one question
// Questions that wait. Who asks bounds itself well below (see SyncRemote.cpp).
constexpr std::size_t kMostWaiting = 100'000;
constexpr std::size_t kMostWaitingBytes = 64 * 1024 * 1024;
constexpr std::size_t kMostLists = 256;             // folders under way, each of them open
constexpr std::size_t kMostXattrBytes = 256 * 1024; // of an entry: it has to fit into a frame
constexpr std::size_t kMostXattrCount = 1000;

Error garbled(const char* what)
{
    return {"link.garbled", Severity::Session, {}, {}, what};
}

} // namespace

struct Sender::List
{
    std::string path;
    Fd folder;
    std::unique_ptr<FolderReader> reader;
    bool begun = false;
    bool isOfNames = false; ///< only these entries are asked for
    std::vector<std::string> names;
    std::size_t nextName = 0;

    const char* next()
    {
        if (!isOfNames)
            return reader->next();
        return nextName < names.size() ? names[nextName++].c_str() : nullptr;
    }
    int error() const { return isOfNames ? 0 : reader->error(); }
};

Sender::Sender(std::string root, Sink sink, std::shared_ptr<Pace> pace, bool names)
    : m_rootPath(std::move(root))
    , m_sink(std::move(sink))
    , m_pace(pace ? std::make_unique<PaceKeeper>(std::move(pace), threadCount(0), false) : nullptr)
    , m_owners(names ? std::make_unique<OwnerTeller>(m_sink) : nullptr)
{
    for (int i = threadCount(0); i > 0; --i)
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

Result<void> Sender::add(std::size_t bytes, std::function<void()> task)
{
    const std::lock_guard lock(m_mutex);
    if (m_tasks.size() >= kMostWaiting || m_waiting > kMostWaitingBytes)
        return garbled("too many questions");
    m_tasks.push_back({bytes, std::move(task)});
    m_waiting += bytes;
    m_changed.notify_one();
    return {};
}

void Sender::loop()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stopping || !m_tasks.empty(); });
        if (m_stopping)
            return;
        Task one = std::move(m_tasks.front());
        m_tasks.pop_front();
        m_waiting -= one.bytes;
        lock.unlock();
        one.task();
        one.task = nullptr;
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

/// Before what has these owners is sent.
void Sender::tellOwners(const OwnerIds& ids)
{
    if (!m_owners || m_owners->tell(ids))
        return;
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    m_changed.notify_all();
}

void Sender::sendFrame(std::string_view files)
{
    if (m_pace)
        m_pace->passSent(static_cast<std::int64_t>(files.size()), [this] { return stopping(); });
    send(FrameType::Files, files);
}

/// Waits until so many bytes more may be read.
void Sender::passRead(std::int64_t bytes)
{
    if (m_pace)
        m_pace->passRead(bytes, [this] { return stopping(); });
}

/// readFully() at the pace of the transfer.
ssize_t Sender::read(const Fd& file, char* bytes, std::size_t size, std::int64_t offset)
{
    passRead(static_cast<std::int64_t>(size));
    const PaceKeeper::Reading reading(m_pace.get());
    return readFully(file.get(), bytes, size, offset);
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

/// 0 or an errno: E2BIG of what cannot be sent.
int Sender::readXattrs(const Place& place, Xattrs& xattrs)
{
    if (const int error = place.read(xattrs); error != 0)
        return error;
    std::size_t bytes = 0;
    for (const auto& [name, value] : xattrs)
        bytes += name.size() + value.size();
    return bytes > kMostXattrBytes || xattrs.size() > kMostXattrCount ? E2BIG : 0;
}

Result<void> Sender::take(const Frame& frame)
{
    ByteReader reader(frame.payload);
    const std::uint64_t number = reader.number();
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping)
            return {};
    }
    if (frame.type == FrameType::List)
        return takeList(reader, number);
    const std::string path(reader.text(kMostPath));
    if (!path.empty() && !staysBelow(path))
        return garbled("a path that leads elsewhere");
    if (frame.type == FrameType::Fetch) {
        const std::uint64_t count = reader.number();
        if (count > kMostWanted)
            reader.fail();
        std::vector<Wanted> wanted;
        for (std::uint64_t i = 0; i < count && reader.ok(); ++i)
            wanted.push_back(takeWanted(reader));
        if (!reader.ok())
            return garbled("no fetch");
        const std::size_t bytes = frame.payload.size() + wanted.size() * sizeof(Wanted);
        return add(bytes, [this, number, path, mine = std::move(wanted)] { sendFiles(number, path, mine); });
    }
    std::vector<std::string> names = takeNames(reader);
    if (!reader.ok() || frame.type != FrameType::Absent)
        return garbled("no question");
    const std::size_t bytes = frame.payload.size() + names.size() * sizeof(std::string);
    return add(bytes, [this, number, path, mine = std::move(names)] { sendAbsent(number, path, mine); });
}

std::vector<std::string> Sender::takeNames(ByteReader& reader)
{
    const std::uint64_t count = reader.number();
    if (count > kMostWanted)
        reader.fail();
    std::vector<std::string> names;
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        names.emplace_back(reader.text(kMostPath));
        if (!isName(names.back()))
            reader.fail();
    }
    return names;
}

/// A folder to be looked into (0), or some of its entries (3), its next part (1), or no more of it (2).
Result<void> Sender::takeList(ByteReader& reader, std::uint64_t number)
{
    const std::uint64_t verb = reader.number();
    const bool begins = verb == 0 || verb == 3;
    const std::string path(begins ? reader.text(kMostPath) : std::string_view());
    std::vector<std::string> names;
    if (verb == 3)
        names = takeNames(reader);
    if (!reader.ok() || verb > 3 || (!path.empty() && !staysBelow(path)))
        return garbled("no folder to look into");
    std::size_t bytes = path.size() + names.size() * sizeof(std::string);
    for (const std::string& name : names)
        bytes += name.size();
    {
        const std::lock_guard lock(m_mutex);
        if (verb == 2) {
            m_lists.erase(number);
            return {};
        }
        if (begins && m_lists.size() >= kMostLists)
            return garbled("too many folders at once");
        if (begins) {
            m_lists[number] = std::make_shared<List>();
            m_lists[number]->path = path;
            m_lists[number]->isOfNames = verb == 3;
            m_lists[number]->names = std::move(names);
        }
    }
    return add(bytes, [this, number] { sendPart(number); });
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
    OwnerIds owners;
    if (m_owners && first && error == 0)
        addOwners(stat, xattrs, owners);
    bool last = error != 0;
    std::int64_t looked = 0;
    for (std::size_t i = 0; i < kEntriesInPart && entries.size() < kBytesInPart && !last; ++i) {
        const char* name = list->next();
        if (name == nullptr) {
            last = true;
            error = list->error();
            break;
        }
        SourceEntry entry;
        entry.name = name;
        entry.error = statAt(list->folder.get(), name, entry.stat);
        if (entry.error == 0)
            entry.error = readXattrs(Place::named(list->folder.get(), name), entry.xattrs);
        if (entry.error == 0 && entry.stat.isLink())
            entry.error = readLinkTarget(list->folder.get(), name, entry.stat.size, entry.linkTarget);
        if (m_owners && entry.error == 0)
            addOwners(entry.stat, entry.xattrs, owners);
        put(entries, entry);
        ++looked;
    }
    passRead(looked * kEntryBytes);
    tellOwners(owners);
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

void Sender::sendAbsent(std::uint64_t number, const std::string& path, const std::vector<std::string>& names)
{
    const Fd folder = openBelow(path);
    ByteWriter writer;
    writer.number(number);
    // A folder that has gone itself is no proof for what was in it, nor is one that cannot be read.
    int failed = folder ? 0 : errno;
    std::string answers;
    for (const std::string& name : names) {
        Stat stat;
        const int error = folder ? statAt(folder.get(), name.c_str(), stat) : 0;
        answers.push_back(error == ENOENT ? '1' : '0');
        if (error != 0 && error != ENOENT)
            failed = error;
    }
    writer.number(static_cast<std::uint64_t>(failed));
    writer.text(answers);
    send(FrameType::Absent, writer.bytes());
}

} // namespace bascule::engine::wire
