// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/CompareRun.h"

#include "core/engine/Content.h"
#include "core/engine/LinkTarget.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>

namespace bascule::engine {

namespace {

constexpr std::size_t kFilesAtOnce = 32;

/// Reads what a comparison needs beside the stat.
void readAttributes(int folder, Inspected& one)
{
    one.attributesError = Place::named(folder, one.name.c_str()).read(one.xattrs);
    if (one.attributesError == 0 && one.stat.isLink())
        one.attributesError = readLinkTarget(folder, one.name.c_str(), one.stat.size, one.linkTarget);
}

} // namespace

CompareRun::CompareRun(const CompareOptions& options, Counters& counters, std::stop_token stop)
    : m_options(options)
    , m_counters(counters)
    , m_stop(std::move(stop))
    , m_stopping([this] { return stopping(); })
    , m_excludes(options.excludes)
    , m_judgement(options.maxDifferences, options.owners != OwnersBy::Free)
{
}

Result<CompareReport> CompareRun::run(const std::string& left, const std::string& right)
{
    const auto begun = std::chrono::steady_clock::now();
    m_counters.phase = Phase::Comparing;
    Inspected here;
    Inspected there;
    m_left = openRoot(left.c_str());
    if (!m_left || statFd(m_left.get(), here.stat) != 0)
        return systemError(errno, left, "open", Severity::Fatal);
    m_right = openRoot(right.c_str());
    if (!m_right || statFd(m_right.get(), there.stat) != 0)
        return systemError(errno, right, "open", Severity::Fatal);
    m_runs = findRuns(m_right.get());
    m_pool = std::make_unique<Pool>(threadCount(m_options.threads));
    here.attributesError = Place::opened(m_left.get()).read(here.xattrs);
    there.attributesError = Place::opened(m_right.get()).read(there.xattrs);
    m_judgement.roots(here, there);
    auto* root = new ComparedFolder;
    root->own = ownHash(here);
    start(root);
    m_pool->finish();
    m_pool.reset();
    CompareReport report = m_judgement.end(stopping());
    report.leftRootHash = report.cancelled ? std::string() : m_rootHash.hex();
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    m_counters.phase = Phase::Idle;
    return report;
}

void CompareRun::start(ComparedFolder* folder)
{
    ++m_looking;
    m_pool->addLook([this, folder] { look(folder); });
}

void CompareRun::look(ComparedFolder* folder)
{
    if (!stopping()) {
        const Fd left = folder->onLeft ? openFolder(m_left.get(), folder->path) : Fd();
        const int leftError = errno;
        const Fd right = folder->onRight ? openFolder(m_right.get(), folder->path) : Fd();
        const int rightError = errno;
        if (folder->onLeft && !left)
            m_judgement.unreadable(folder->path, leftError);
        if (folder->onRight && !right)
            m_judgement.unreadable(folder->path, rightError);
        if ((left || !folder->onLeft) && (right || !folder->onRight))
            lookInto(folder, left ? left.get() : -1, right ? right.get() : -1);
    }
    if (--m_looking == 0 && !stopping())
        m_counters.totalsKnown = true;
    release(folder);
}

void CompareRun::lookInto(ComparedFolder* folder, int left, int right)
{
    NameList here;
    NameList there;
    if (const int error = left >= 0 ? here.read(left) : 0; error != 0)
        m_judgement.unreadable(folder->path, error);
    if (const int error = right >= 0 ? there.read(right) : 0; error != 0)
        m_judgement.unreadable(folder->path, error);
    here.sort();
    there.sort();
    folder->entries.resize(here.size()); // once: others fill in what they find
    std::vector<ComparedFile> files;
    for (std::size_t l = 0, r = 0; (l < here.size() || r < there.size()) && !stopping();) {
        const int order = l == here.size() ? 1 : r == there.size() ? -1 : std::strcmp(here.at(l), there.at(r));
        meet(folder, left, right, order <= 0 ? here.at(l) : there.at(r), order <= 0, order >= 0, files);
        l += order <= 0 ? 1 : 0;
        r += order >= 0 ? 1 : 0;
        if (files.size() >= kFilesAtOnce)
            hand(folder, files);
    }
    hand(folder, files);
}

void CompareRun::meet(ComparedFolder* folder, int left, int right, const char* name, bool onLeft, bool onRight,
                      std::vector<ComparedFile>& files)
{
    const std::string path = joined(folder->path, name);
    Inspected here;
    Inspected there;
    here.name = there.name = name;
    here.error = onLeft ? statAt(left, name, here.stat) : 0;
    there.error = onRight ? statAt(right, name, there.stat) : 0;
    // What is excluded on one side is not there for the other.
    const auto excluded = [&](const Inspected& one) {
        return !m_excludes.empty() && one.error == 0 && m_excludes.match(path, one.stat.isFolder());
    };
    onLeft = onLeft && !excluded(here);
    onRight = onRight && !excluded(there) && (onLeft || !isOfRun(m_runs, name));
    if (!onLeft && !onRight)
        return;
    m_counters.itemsTotal += 1;
    const bool sameKind = onLeft && onRight && here.stat.kind() == there.stat.kind();
    if (onLeft && here.error == 0)
        readAttributes(left, here);
    if (sameKind && there.error == 0)
        readAttributes(right, there);
    const Judgement::Met met = m_judgement.meet(path, onLeft ? &here : nullptr, onRight ? &there : nullptr);
    if (!met.known) {
        m_counters.itemsDone += 1;
        return;
    }
    const bool isFolder = onLeft ? here.stat.isFolder() : there.stat.isFolder();
    const Hash128 own = onLeft ? ownHash(here) : Hash128();
    const std::size_t slot = folder->used;
    if (onLeft)
        folder->entries[folder->used++] = own;
    if (isFolder && !met.beyond) {
        auto child = std::make_unique<ComparedFolder>();
        child->parent = folder;
        child->slot = slot;
        child->path = path;
        child->onLeft = onLeft;
        child->onRight = sameKind || !onLeft;
        child->own = own;
        ++folder->pending;
        start(child.release());
        return;
    }
    if (onLeft && onRight && !sameKind && there.stat.isFolder() && !met.beyond) {
        // Everything below is on the right only.
        auto child = std::make_unique<ComparedFolder>();
        child->parent = folder;
        child->path = path;
        child->onLeft = false;
        ++folder->pending;
        start(child.release());
    }
    if (onLeft && here.stat.isFile() && m_options.contents) {
        m_counters.bytesTotal += here.stat.size;
        files.push_back({slot, name, here.stat.size, sameKind && here.stat.size == there.stat.size, own});
        return;
    }
    m_counters.itemsDone += 1;
}

void CompareRun::hand(ComparedFolder* folder, std::vector<ComparedFile>& files)
{
    if (files.empty())
        return;
    folder->pending += static_cast<std::int64_t>(files.size());
    const std::size_t weight = files.size();
    m_pool->addWork([this, folder, mine = std::move(files)] { readFiles(folder, mine); }, weight);
    files = {};
}

void CompareRun::readFiles(ComparedFolder* folder, const std::vector<ComparedFile>& files)
{
    if (!stopping()) {
        const Fd left = openFolder(m_left.get(), folder->path);
        const Fd right = folder->onRight ? openFolder(m_right.get(), folder->path) : Fd();
        for (const ComparedFile& file : files) {
            if (stopping())
                break;
            const std::string path = joined(folder->path, file.name);
            Inspected here;
            Inspected there;
            if (left)
                readContents(left.get(), file, here, true);
            if (file.both && right)
                readContents(right.get(), file, there, false);
            if (stopping())
                break;
            m_judgement.contents(path, here, file.both ? &there : nullptr);
            if (!left || (file.both && !right))
                m_judgement.differ(path, "unreadable", "open");
            if (here.contents == Inspected::Contents::Hashed)
                folder->entries[file.slot] = combined(file.own, &here.hash, 1);
            m_counters.itemsDone += 1;
        }
    }
    release(folder, static_cast<std::int64_t>(files.size()));
}

void CompareRun::readContents(int dirFd, const ComparedFile& file, Inspected& one, bool isLeft)
{
    const Fd fd = openForReading(dirFd, file.name.c_str());
    const int openError = errno;
    const auto read = [&](std::int64_t bytes) {
        one.bytes += bytes;
        if (isLeft)
            m_counters.bytesDone += bytes;
    };
    ContentResult result{ContentResult::Kind::ReadFailed, openError};
    if (fd)
        result = sparseHash(fd.get(), file.size, m_stopping, read, one.hash);
    if (isLeft)
        m_counters.bytesDone += file.size - one.bytes;
    one.contents = result.kind == ContentResult::Kind::Done      ? Inspected::Contents::Hashed
                   : result.kind == ContentResult::Kind::Changed ? Inspected::Contents::Changed
                                                                 : Inspected::Contents::Failed;
    one.contentsError = result.error;
}

void CompareRun::release(ComparedFolder* folder, std::int64_t count)
{
    while (folder != nullptr && folder->pending.fetch_sub(count) == count) {
        const Hash128 hash = combined(folder->own, folder->entries.data(), folder->used);
        ComparedFolder* parent = folder->parent;
        if (parent == nullptr) {
            const std::lock_guard lock(m_mutex);
            m_rootHash = hash;
        } else {
            m_counters.itemsDone += 1;
            if (folder->onLeft)
                parent->entries[folder->slot] = hash;
        }
        delete folder;
        folder = parent;
        count = 1;
    }
}

Result<CompareReport> compare(const std::string& left, const std::string& right, const CompareOptions& options,
                              Counters& counters, std::stop_token stop)
{
    return CompareRun(options, counters, std::move(stop)).run(left, right);
}

} // namespace bascule::engine
