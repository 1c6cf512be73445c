// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SyncRun.h"

#include "core/engine/Folder.h"
#include "core/engine/FreezeCheck.h"
#include "core/engine/Io.h"
#include "core/engine/PaceKeeper.h"
#include "core/engine/Roots.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

constexpr std::size_t kMostListed = 10'000;
constexpr int kForOthersMs = 10'000;
constexpr int kLookMs = 100;

Error refusal(const char* code, const std::string& subject, std::string detail = {})
{
    return {code, Severity::Halt, subject, {}, std::move(detail)};
}

Error frozen(const std::string& target, const FreezeLock& lock)
{
    Error error = refusal("sync.target-frozen", target);
    error.params["owner"] = lock.owner;
    error.params["reason"] = lock.reason;
    return error;
}

/// Whether a disk that says it is full has room, but takes no more files. (Where inodes are made of the room that there
/// is, both are used up together.)
bool isOutOfInodes(int fd)
{
    struct statvfs info;
    return fd >= 0 && ::fstatvfs(fd, &info) == 0 && info.f_files > 0 && info.f_ffree == 0 && info.f_bavail > 0;
}

/// A write beyond RLIMIT_FSIZE ends the process, unless this signal is ignored: then it is one file's error.
void survivesTooBigFiles()
{
    static const bool done = [] {
        struct sigaction present;
        return ::sigaction(SIGXFSZ, nullptr, &present) == 0 && present.sa_handler == SIG_DFL &&
               std::signal(SIGXFSZ, SIG_IGN) != SIG_ERR;
    }();
    (void)done;
}

Error ownerError(const std::string& path, const std::string& owner)
{
    return {"owner.cannot-be-given", Severity::Halt, path, {{"owner", owner}}, {}};
}

/// CAP_CHOWN, which others than root may have.
bool mayChangeOwners()
{
    __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3] = {};
    return ::syscall(SYS_capget, &header, data) == 0 && (data[0].effective & (1U << CAP_CHOWN)) != 0;
}

/// The folder that a path that does not exist is to be made in.
std::string parentOf(std::string path)
{
    while (path.size() > 1 && path.back() == '/')
        path.pop_back();
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos)
        return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

int makeFolders(const std::string& path)
{
    for (std::size_t at = 0; at != std::string::npos;) {
        at = path.find('/', at + 1);
        const std::string part = path.substr(0, at);
        if (io::makeFolder(AT_FDCWD, part.c_str(), 0700) != 0 && errno != EEXIST)
            return errno;
    }
    return 0;
}

} // namespace

std::string FolderNode::path() const
{
    std::vector<const std::string*> names;
    std::size_t length = 0;
    for (const FolderNode* node = this; node->parent != nullptr; node = node->parent) {
        names.push_back(&node->name);
        length += node->name.size() + 1;
    }
    std::string text;
    text.reserve(length);
    for (auto part = names.rbegin(); part != names.rend(); ++part) {
        if (!text.empty())
            text.push_back('/');
        text.append(**part);
    }
    return text;
}

std::string FolderNode::pathOf(std::string_view entry) const
{
    return joined(path(), entry);
}

SyncRun::SyncRun(const SyncOptions& options, Counters& counters, std::stop_token stop,
                 const std::function<void(const SyncAction&)>& onAction)
    : m_options(options)
    , m_counters(counters)
    , m_stop(std::move(stop))
    , m_onAction(onAction)
    , m_excludes(options.excludes)
    , m_root(::geteuid() == 0)
{
    survivesTooBigFiles();
    m_content.stopping = [this] { return spoiled(); };
    m_content.cloneRefused = &m_cloneRefused;
}

SyncRun::~SyncRun() = default;

Result<SyncReport> SyncRun::run(const std::string& source, const std::string& target)
{
    const auto begun = std::chrono::steady_clock::now();
    m_counters.phase = Phase::Scanning;
    if (const Result<void> opened = openRoots(source, target); !opened)
        return opened.error();
    // (Of a source elsewhere its sender keeps to the pace.)
    if (std::shared_ptr<Pace> pace = paceOf(m_options)) {
        m_pace = std::make_unique<PaceKeeper>(std::move(pace), threadCount(m_options.threads), true);
        m_content.pace = m_pace.get();
    }
    return runOpened(begun);
}

/// `name`: what the source is called in errors.
Result<SyncReport> SyncRun::run(RemoteTree& source, const std::string& name, const std::string& target)
{
    const auto begun = std::chrono::steady_clock::now();
    m_counters.phase = Phase::Scanning;
    m_remote = &source;
    m_sourcePath = name;
    m_targetPath = target;
    // What is still on its way is not waited for.
    const std::stop_callback abandoning(m_stop, [&source] { source.abandon(); });
    std::optional<Error> failed;
    if (const Result<Stat> root = source.root(); !root) {
        failed = root.error();
        if (failed->subject.empty())
            failed->subject = name;
    } else {
        m_sourceStat = *root;
        if (const Result<void> opened = openBesideSource(target); !opened)
            failed = opened.error();
    }
    if (!failed)
        return runOpened(begun);
    // Without its answers the source looks missing or empty.
    if (const std::optional<Error> lost = source.lost())
        return *lost;
    if (!m_stop.stop_requested())
        return *failed;
    m_report.cancelled = true;
    m_counters.phase = Phase::Idle;
    return std::move(m_report);
}

Result<SyncReport> SyncRun::runOpened(std::chrono::steady_clock::time_point begun)
{
    m_lock = std::make_unique<RunLock>(m_target ? m_target.get() : -1);
    if (m_target) {
        m_runs = findRuns(m_target.get());
        // One that has lost its link brings in what it has, and ends soon; another one is left to work beside this.
        for (int waited = 0; m_remote != nullptr && !m_options.dryRun && !m_runs.running.empty() &&
                             waited < kForOthersMs && !stopping();
             waited += kLookMs) {
            sleepUnlessStopped(kLookMs);
            m_runs = findRuns(m_target.get());
        }
    }
    if (m_options.skippedTo != nullptr)
        m_options.skippedTo->begin();
    runPhases();
    const std::lock_guard lock(m_reportMutex);
    if (m_error)
        return *m_error;
    m_report.cancelled = m_stop.stop_requested();
    if (m_options.skippedTo != nullptr && !m_report.cancelled)
        m_options.skippedTo->end();
    m_report.verified = !m_report.cancelled && !m_options.dryRun && m_report.skippedTotal == 0;
    m_report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    m_counters.phase = Phase::Idle;
    return std::move(m_report);
}

Result<void> SyncRun::openRoots(const std::string& source, const std::string& target)
{
    m_sourcePath = source;
    m_targetPath = target;
    m_source = openRoot(source.c_str());
    if (!m_source)
        return systemError(errno, source, "open", Severity::Fatal);
    if (const int error = statFd(m_source.get(), m_sourceStat); error != 0)
        return systemError(error, source, "stat", Severity::Fatal);
    return openBesideSource(target);
}

/// Whether a file of ours could get this owner and group; a file system may still refuse.
bool SyncRun::canGive(const Stat& stat) const
{
    if (m_root || mayChangeOwners())
        return true;
    std::vector<gid_t> groups(static_cast<std::size_t>(std::max(::getgroups(0, nullptr), 0)));
    groups.resize(static_cast<std::size_t>(std::max(::getgroups(static_cast<int>(groups.size()), groups.data()), 0)));
    groups.push_back(::getegid());
    return stat.uid == ::geteuid() && std::find(groups.begin(), groups.end(), stat.gid) != groups.end();
}

/// The target, and where what is replaced is kept.
Result<void> SyncRun::openBesideSource(const std::string& target)
{
    if (!m_options.dryRun && m_options.owners != OwnersBy::Free && !canGive(m_sourceStat)) {
        Stat there;
        const bool isSo = statAt(AT_FDCWD, target.c_str(), there) == 0 && there.uid == m_sourceStat.uid &&
                          there.gid == m_sourceStat.gid;
        if (!isSo)
            return ownerError(target, std::to_string(m_sourceStat.uid) + ":" + std::to_string(m_sourceStat.gid));
    }
    if (const Result<void> opened = openTarget(target); !opened)
        return opened;
    if (!m_target)
        return {}; // a dry run onto what is not there
    if (const int error = statFd(m_target.get(), m_targetStat); error != 0)
        return systemError(error, target, "stat", Severity::Fatal);
    m_grouped = m_options.durable && !m_options.dryRun && !isMemoryFileSystem(m_target.get());
    m_content.fromDisk = m_grouped;
    if (const Result<void> kept = openKeep(); !kept)
        return kept;
    return {};
}

Result<void> SyncRun::openTarget(const std::string& target)
{
    m_target = openRoot(target.c_str());
    if (m_target)
        return refuseUnsafe(m_sourcePath, target);
    if (errno != ENOENT)
        return systemError(errno, target, "open", Severity::Fatal);
    const std::string parentPath = parentOf(target);
    const Fd parent = openRoot(parentPath.c_str());
    if (!parent)
        return systemError(errno, parentPath, "open", Severity::Fatal);
    const Relation relation = m_source ? relationOf(parent.get(), m_source.get()) : Relation::Apart;
    if (relation == Relation::Same || relation == Relation::FirstInsideSecond)
        return refusal("sync.target-inside-source", target);
    if (const auto lock = freezeInTheWay(parent.get(), m_options.freezeOwner, false))
        return frozen(target, *lock);
    if (m_options.dryRun)
        return {};
    if (io::makeFolder(AT_FDCWD, target.c_str(), 0700) != 0)
        return systemError(errno, target, "mkdir", Severity::Fatal);
    m_targetMade = true;
    m_target = openRoot(target.c_str());
    if (!m_target)
        return systemError(errno, target, "open", Severity::Fatal);
    const Result<void> safe = refuseUnsafe(m_sourcePath, target);
    if (!safe)
        io::unlink(AT_FDCWD, target.c_str(), AT_REMOVEDIR);
    return safe;
}

Result<void> SyncRun::refuseUnsafe(const std::string& source, const std::string& target)
{
    switch (m_source ? relationOf(m_source.get(), m_target.get()) : Relation::Apart) {
    case Relation::Same:
        return refusal("sync.same-folder", target);
    case Relation::FirstInsideSecond:
        return refusal("sync.source-inside-target", source);
    case Relation::SecondInsideFirst:
        return refusal("sync.target-inside-source", target);
    case Relation::Apart:
        break;
    }
    if (const auto lock = freezeInTheWay(m_target.get(), m_options.freezeOwner, true))
        return frozen(target, *lock);
    int error = 0;
    int ignored = 0;
    if (m_options.deleteExtra && !sourceHasScope(error) && hasScope(m_target.get(), true, ignored))
        return sourceIsEmpty(error);
    if (m_options.dryRun)
        return {};
    struct statvfs info;
    if (::fstatvfs(m_target.get(), &info) == 0 && (info.f_flag & ST_RDONLY) != 0)
        return systemError(EROFS, target, "write", Severity::Halt);
    // A folder of ours that is closed because the source's is (an earlier sync closed it) is opened for the time of the
    // run; one that somebody closed is left alone.
    Stat stat;
    const bool isOurs = statFd(m_target.get(), stat) == 0 && stat.uid == ::geteuid() &&
                        stat.permissions() == m_sourceStat.permissions();
    if (!isOurs && ::faccessat(m_target.get(), ".", W_OK, AT_EACCESS) != 0)
        return systemError(errno, target, "write", Severity::Fatal);
    return {};
}

/// A source in which nothing is found may be empty, gone (another one has its name), or not to be read.
Error SyncRun::sourceIsEmpty(int error) const
{
    if (error == 0 || error == ENOENT || error == ECANCELED)
        return refusal("sync.source-empty", m_sourcePath);
    return systemError(error, m_sourcePath, "read", Severity::Halt);
}

Result<void> SyncRun::openKeep()
{
    if (m_options.keepReplacedIn.empty() || m_options.dryRun)
        return {};
    const std::string& path = m_options.keepReplacedIn;
    if (const int error = makeFolders(path); error != 0)
        return systemError(error, path, "mkdir", Severity::Fatal);
    m_keep = openRoot(path.c_str());
    if (!m_keep || statFd(m_keep.get(), m_keepStat) != 0)
        return systemError(errno, path, "open", Severity::Fatal);
    const Relation relation = m_source ? relationOf(m_keep.get(), m_source.get()) : Relation::Apart;
    if (relation == Relation::Same || relation == Relation::FirstInsideSecond)
        return refusal("sync.target-inside-source", path);
    if (m_keepStat.sameInode(m_targetStat))
        return refusal("sync.same-folder", path);
    return {};
}

void SyncRun::runPhases()
{
    m_pool = std::make_unique<Pool>(threadCount(m_options.threads));
    auto* root = new FolderNode;
    root->source = m_sourceStat;
    root->existed = static_cast<bool>(m_target) && !m_targetMade;
    root->inTarget = static_cast<bool>(m_target);
    root->target = m_targetStat;
    if (m_options.changes && !m_options.changes->isEverything() && root->existed) {
        m_scope = std::make_unique<Scope>(m_options.changes->scope());
        root->scope = m_scope->whole ? nullptr : m_scope.get();
    }
    ++root->pending; // ours, until all is done
    m_report.entries = 0;
    m_done.load(m_target ? m_target.get() : -1, m_runs.ended, m_sourceStat);
    m_doneLast = m_done.knowsAny() && m_scope == nullptr && !m_options.dryRun;
    m_looking += m_doneLast ? 1 : 0; // not all is found while some of it waits
    startFolder(root);
    m_pool->finish();
    flush();
    lookAtDone();
    decideGroups();
    m_pool->finish();
    flush();
    if (!stopping()) {
        for (auto& [inode, group] : m_groups)
            m_pool->addWork([this, one = group.get()] { linkFollowers(*one); }, group->members.size());
        m_pool->finish();
    }
    for (auto& [inode, group] : m_groups) {
        for (const LinkMember& member : group->members)
            release(member.node);
    }
    m_groups.clear();
    removeHeld();
    clearEnded();
    removeExtras();
    m_counters.phase = Phase::Finishing;
    if (m_lock->taken()) {
        root->touched = true;
        if (stopping()) // the process goes on, and so will what it wrote
            m_done.write(m_target.get(), m_lock->nonce(), m_done.waiting());
        const bool isOfUse = m_temporaryLeft || isSomethingHeld() || (stopping() && m_done.isWritten());
        if (const int error = isOfUse ? 0 : m_lock->drop(); error != 0)
            failOrSkip(error, m_lock->name(), "unlink");
    }
    release(root);
    if (m_grouped && !spoiled()) {
        if (const int error = syncTarget(); error != 0 && error != ECANCELED)
            fail(systemError(error, m_targetPath, "syncfs", Severity::Fatal));
    }
    m_pool.reset();
}

bool SyncRun::endsRun(int error) const
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EROFS:
    case EIO:
    case EMFILE:
    case ENFILE:
    case ENOMEM:
    case ENODEV:
    case ESTALE:
        return true;
    default:
        return false;
    }
}

void SyncRun::fail(Error error)
{
    if (m_remote == nullptr || !error.code.starts_with("link."))
        m_spoiled = true;
    {
        const std::lock_guard lock(m_reportMutex);
        if (!m_error)
            m_error = std::move(error);
    }
    m_failed = true;
    if (m_remote != nullptr)
        m_remote->abandon();
}

void SyncRun::skip(std::string path, std::string code, std::string detail)
{
    SkippedItem item{std::move(path), std::move(code), std::move(detail)};
    const std::lock_guard lock(m_reportMutex);
    ++m_report.skippedTotal;
    if (m_options.skippedTo != nullptr)
        m_options.skippedTo->add(item);
    if (m_report.skipped.size() < kMostListed)
        m_report.skipped.push_back(std::move(item));
}

void SyncRun::failOrSkip(int error, const std::string& path, const char* what)
{
    if (endsRun(error)) {
        const bool waits = error == ENOSPC || error == EDQUOT || error == EROFS;
        Error failed = systemError(error, joined(m_targetPath, path), what, waits ? Severity::Halt : Severity::Fatal);
        if (error == ENOSPC && isOutOfInodes(m_target.get()))
            failed.code = "disk.no-inodes";
        fail(std::move(failed));
    } else {
        skip(path, systemErrorCode(error), systemError(error, path, what).detail);
    }
}

bool SyncRun::acceptLost(const std::string& path, const std::vector<Lost>& lost)
{
    const auto owner = std::find_if(lost.begin(), lost.end(),
                                    [](const Lost& one) { return one.code == std::string_view(kOwnerLost); });
    if (owner != lost.end() && m_options.owners != OwnersBy::Free) {
        fail(ownerError(joined(m_targetPath, path), owner->detail));
        return false;
    }
    for (const Lost& one : lost) {
        const std::string why = systemError(one.error, path, one.detail).detail;
        skip(path, one.code, why);
    }
    return true;
}

void SyncRun::act(SyncAction::Kind kind, const std::string& path, std::int64_t bytes)
{
    const std::lock_guard lock(m_reportMutex);
    switch (kind) {
    case SyncAction::Kind::Create:
        m_counters.created = ++m_report.created;
        break;
    case SyncAction::Kind::Replace:
        m_counters.replaced = ++m_report.replaced;
        break;
    case SyncAction::Kind::Metadata:
        m_counters.metadataOnly = ++m_report.metadataOnly;
        break;
    case SyncAction::Kind::Delete:
        m_counters.deleted = ++m_report.deleted;
        break;
    }
    if (m_onAction)
        m_onAction({kind, path, bytes});
}

void SyncRun::plan(std::int64_t items, std::int64_t bytes)
{
    m_counters.itemsTotal += items;
    if (bytes != 0)
        m_counters.bytesTotal += bytes;
}

void SyncRun::done(std::int64_t items, std::int64_t bytes)
{
    if (items != 0)
        m_counters.itemsDone += items;
    if (bytes != 0)
        m_counters.bytesDone += bytes;
}

void SyncRun::sleepUnlessStopped(int milliseconds) const
{
    for (int left = milliseconds; left > 0 && !stopping(); left -= 20)
        std::this_thread::sleep_for(std::chrono::milliseconds(std::min(left, 20)));
}

Result<SyncReport> sync(const std::string& source, const std::string& target, const SyncOptions& options,
                        Counters& counters, std::stop_token stop,
                        const std::function<void(const SyncAction&)>& onAction)
{
    return SyncRun(options, counters, std::move(stop), onAction).run(source, target);
}

} // namespace bascule::engine
