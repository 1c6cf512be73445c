// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A sync from an old state to a new one, made to fail at its n-th system call for every n, and what must hold after
// that.

#include "tests/unit/engine/Trees.h"

#include "core/engine/Compare.h"
#include "core/engine/Tree.h"

#include <QProcessEnvironment>

namespace sweep {

using namespace trees;

/// Processes with the sanitizer are slow to start: the longest sweeps leave out calls, and meet each one without it.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr int kSweepStep = 13;
#else
inline constexpr int kSweepStep = 1;
#endif

/// What a path is, as far as a promise is made about it.
struct State
{
    char kind = 0;
    std::string bytes; ///< contents or the link's target
    std::uint32_t mode = 0;
    std::uint32_t uid = 0, gid = 0;
    std::int64_t mtimeNs = 0;
    std::string xattrs; ///< names and values, ACLs among them
    bool operator==(const State&) const = default;
};
using Manifest = std::map<std::string, State>;

/// Extended attributes of a path, links not followed, as one string.
inline std::string xattrsOf(const std::string& path)
{
    char names[4096];
    char value[65536];
    std::set<std::string> all;
    const ssize_t length = ::llistxattr(path.c_str(), names, sizeof names);
    for (const char* name = names; name < names + length; name += std::strlen(name) + 1) {
        const ssize_t size = ::lgetxattr(path.c_str(), name, value, sizeof value);
        all.insert(std::string(name) + '=' + std::string(value, static_cast<std::size_t>(std::max<ssize_t>(size, 0))));
    }
    std::string text;
    for (const std::string& one : all)
        text += one + '\n';
    return text;
}

inline Manifest manifestOf(const std::string& root)
{
    Manifest manifest;
    const auto unreadable = walk(root, {}, {}, [&](const TreeEntry& entry) {
        State state{entry.kind,
                    entry.linkTarget,
                    entry.mode,
                    entry.uid,
                    entry.gid,
                    entry.mtimeNs,
                    xattrsOf(root + "/" + entry.path)};
        if (entry.kind == 'f')
            state.bytes = content(root + "/" + entry.path);
        manifest[entry.path] = state;
        return true;
    });
    if (!unreadable || !unreadable->empty())
        qFatal("cannot read %s", root.c_str());
    return manifest;
}

/// A small tree with one of each kind of work in it.
inline void makeOld(const std::string& root)
{
    folder(root);
    file(root + "/same", "the same");
    if (takesXattr(root, "user.t"))
        must(::setxattr((root + "/same").c_str(), "user.name", "value", 5, 0) == 0, "xattr");
    file(root + "/changed", "old contents");
    file(root + "/mode", "mode only");
    file(root + "/large", noise(300'000, 1));
    file(root + "/gone", "to be deleted");
    folder(root + "/gone-tree");
    file(root + "/gone-tree/file", "to be deleted");
    folder(root + "/to-file");
    file(root + "/to-file/child", "to be deleted");
    file(root + "/to-folder", "was a file");
    must(::symlink("old", (root + "/link").c_str()) == 0, "link");
    file(root + "/shared", "linked");
    must(::link((root + "/shared").c_str(), (root + "/shared2").c_str()) == 0, "link");
    folder(root + "/closed");
    file(root + "/closed/file", "old");
    must(::chmod((root + "/closed").c_str(), 0555) == 0, "mode");
    folder(root + "/listed");
    setAcl(root + "/listed", "system.posix_acl_access", acl(7, 4711, 5));
    setAcl(root + "/listed", "system.posix_acl_default", acl(7, 4711, 5));
    file(root + "/listed/file", "below an ACL");
}

inline void makeNew(const std::string& root)
{
    file(root + "/changed", "new contents, of another length");
    must(::chmod((root + "/mode").c_str(), 0600) == 0, "mode");
    file(root + "/large", noise(310'000, 2));
    output(QStringLiteral("rm"),
           {QStringLiteral("-r"), QFile::decodeName((root + "/gone-tree").c_str()),
            QFile::decodeName((root + "/gone").c_str()), QFile::decodeName((root + "/to-file").c_str()),
            QFile::decodeName((root + "/to-folder").c_str()), QFile::decodeName((root + "/link").c_str())});
    file(root + "/to-file", "is a file now");
    folder(root + "/to-folder");
    file(root + "/to-folder/child", "new child");
    must(::symlink("new", (root + "/link").c_str()) == 0, "link");
    file(root + "/shared", "linked, changed");
    must(::unlink((root + "/shared2").c_str()) == 0, "unlink");
    folder(root + "/new");
    folder(root + "/new/sub", 0750);
    file(root + "/new/sub/file", "new", 0640);
    must(::link((root + "/shared").c_str(), (root + "/new/shared3").c_str()) == 0, "link");
    must(::mkfifo((root + "/new/fifo").c_str(), 0600) == 0, "fifo");
    sparseFile(root + "/new/sparse");
    must(::chmod((root + "/closed").c_str(), 0755) == 0, "mode");
    file(root + "/closed/file", "newer");
    file(root + "/closed/more", "more");
    must(::chmod((root + "/closed").c_str(), 0555) == 0, "mode");
    if (takesXattr(root, "user.t"))
        must(::setxattr((root + "/changed").c_str(), "user.name", "value", 5, 0) == 0, "xattr");
    setAcl(root + "/new/sub/file", "system.posix_acl_access", acl(6, 4711, 4));
    setAcl(root + "/new/sub", "system.posix_acl_access", acl(7, 4711, 1));
    file(root + "/listed/file", "below an ACL, changed");
    file(root + "/listed/more", "new below an ACL");
    must(::symlink(std::string(900, 'l').c_str(), (root + "/listed/link").c_str()) == 0, "link");
}

class Sweep
{
public:
    /// `place`: a folder for the target and for what is replaced, if not beside the source.
    explicit Sweep(QStringList arguments, const std::string& place = {})
        : m_scratch(true)
        , m_place(place.empty() ? m_scratch.path() : place)
        , m_arguments(std::move(arguments))
    {
        makeOld(m_scratch / "S");
        if (const auto first = run(m_scratch / "S", m_scratch / "D0"); !first || !first->verified)
            qFatal("the fixture cannot be made");
        makeNew(m_scratch / "S");
        m_old = manifestOf(m_scratch / "D0");
        m_new = manifestOf(m_scratch / "S");
        m_sourcePrint = fingerprint(m_scratch / "S", {}, {})->hash;
    }

    std::string source() const { return m_scratch / "S"; }
    std::string target() const { return m_place + "/D"; }
    std::string kept() const { return m_place + "/kept"; }
    std::string scratch(const std::string& name) const { return m_scratch / name; }

    void reset() const
    {
        remove(target()); // rm alone fails at closed folders where we are not root
        remove(kept());
        output(QStringLiteral("cp"), {QStringLiteral("-a"), name(m_scratch / "D0"), name(target())});
    }

    /// Runs the sync in a process of its own; its exit code, or −1 when it was killed. `under`: a program, with its
    /// arguments, that runs it.
    int runOnce(const QString& fault, QByteArray* said = nullptr, const QStringList& under = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!fault.isEmpty())
            environment.insert(QStringLiteral("BASCULE_FAULT"), fault);
        environment.insert(QStringLiteral("BASCULE_MEMORY_AS_DISK"), QStringLiteral("1"));
        environment.insert(QStringLiteral("BASCULE_STATE_DIR"), name(m_scratch / "state"));
        if (!under.isEmpty()) // the leak sanitizer does not work below strace, nor without files to open
            environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        process.setProcessEnvironment(environment);
        QStringList line = under;
        line << QStringLiteral(BASCULE_ENGINE_DRIVER) << QStringLiteral("sync") << QStringLiteral("--delete")
             << m_arguments << name(m_scratch / "S") << name(target());
        line.replaceInStrings(QStringLiteral("@KEPT@"), name(kept()));
        process.start(line.takeFirst(), line);
        if (!process.waitForStarted() || !process.waitForFinished(60'000))
            qFatal("the driver does not run or does not end");
        if (said != nullptr)
            *said = process.readAllStandardError() + process.readAllStandardOutput();
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    /// P1 and P2: what is wrong now, empty when nothing is. `said`: what the run listed as not kept need not be there.
    QByteArray wrongNow(const QByteArray& said = {}) const
    {
        if (fingerprint(m_scratch / "S", {}, {})->hash != m_sourcePrint)
            return "the source was changed";
        for (const auto& [path, state] : manifestOf(target())) {
            const auto old = m_old.find(path);
            const auto now = m_new.find(path);
            if (path.find(".bascule-") != std::string::npos)
                continue; // stages of a run that was killed; P4 looks whether they go
            const bool isOld = old != m_old.end() && same(state, old->second);
            const bool isNew = now != m_new.end() && same(state, now->second);
            const bool isListed = said.contains("-not-kept ") && now != m_new.end() && state.kind == now->second.kind &&
                                  state.bytes == now->second.bytes;
            const bool attributesOnly = old != m_old.end() && now != m_new.end() &&
                                        old->second.bytes == now->second.bytes &&
                                        old->second.kind == now->second.kind && state.bytes == old->second.bytes;
            if (!isOld && !isNew && !attributesOnly && !isListed)
                return "neither old nor new: " + QByteArray::fromStdString(path);
        }
        return {};
    }

    /// P4: a later run without faults makes it whole, and one after that has nothing to do. (That is looked at every
    /// fourth time: it is a process more.)
    QByteArray wrongLater() const
    {
        QByteArray said;
        if (const int code = runOnce({}, &said); code != 0)
            return "the next run fails: " + said;
        if (const QByteArray difference = differences(); !difference.isEmpty())
            return "after the next run: " + difference;
        if (const QByteArray left = leftovers(target()); !left.isEmpty())
            return "left over: " + left;
        if (m_later++ % 4 != 0)
            return {};
        if (runOnce({}, &said) != 0 || !said.contains("created 0 replaced 0 metadata 0 deleted 0"))
            return "a run with nothing to do does something: " + said;
        return {};
    }

    /// Everything that was there before is still somewhere.
    QByteArray lost() const
    {
        std::set<std::string> all;
        for (const std::string& root : {target(), kept()}) {
            if (!exists(root))
                continue;
            for (const auto& [path, state] : manifestOf(root))
                all.insert(state.kind + state.bytes);
        }
        for (const auto& [path, state] : m_old) {
            if (state.kind != 'd' && all.count(state.kind + state.bytes) == 0)
                return "lost: " + QByteArray::fromStdString(path);
        }
        return {};
    }

    QByteArray differences() const
    {
        Counters counters;
        const auto report = compare(m_scratch / "S", target(), {}, counters, {});
        QByteArray text = report && report->equal ? "" : "not equal ";
        for (const Difference& one : report->differences)
            text += QByteArray::fromStdString(one.what + " " + one.path + "; ");
        return text;
    }

    QByteArray judgedByRsync() const { return rsyncDifference(m_scratch / "S", target()); }

private:
    static QString name(const std::string& path) { return QFile::decodeName(path.c_str()); }

    /// Folders are made first and get their attributes last; everything else is whole or not there.
    static bool same(const State& a, const State& b) { return a.kind == 'd' ? b.kind == 'd' : a == b; }

    Scratch m_scratch;
    std::string m_place;
    QStringList m_arguments;
    Manifest m_old, m_new;
    std::string m_sourcePrint;
    mutable int m_later = 0;
};

} // namespace sweep
