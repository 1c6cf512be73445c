// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of what lies on disk: a file, a whole folder, the link that users go through.
#include "core/engine/Tree.h"
#include "core/monitoring/Probes.h"

#include <QJsonArray>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule::monitoring {

using namespace Qt::StringLiterals;

namespace {

/// Bytes read of a file at most: enough to know that it answers, not a load on the server.
constexpr qint64 kReadBytes = 1 << 20;

struct Read
{
    qint64 size = 0, read = 0;
};

/// Reads the beginning of a regular file; a fifo or device is never waited for.
Result<Read> readStart(const std::string& path, qint64 most, const std::stop_token& stop)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return systemError(errno, path, "open");
    struct stat info
    {
    };
    Read done;
    int failed = ::fstat(fd, &info) == 0 ? 0 : errno;
    const bool regular = failed == 0 && S_ISREG(info.st_mode);
    done.size = info.st_size;
    std::array<char, 65536> buffer;
    while (regular && failed == 0 && done.read < most && !stop.stop_requested()) {
        const ssize_t got = ::read(fd, buffer.data(), std::size_t(std::min<qint64>(most - done.read, buffer.size())));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            failed = errno;
        if (got <= 0)
            break;
        done.read += got;
    }
    ::close(fd);
    if (failed != 0)
        return systemError(failed, path, "read");
    if (!regular)
        return makeError("path.not-a-file", displayPath(path));
    return done;
}

class FileProbe final : public Probe
{
public:
    QString kind() const override { return u"file"_s; }
    Result<void> validate(const QJsonObject&) const override { return {}; }
    ProbeOutcome run(const QJsonObject& params, const ProbeContext& context) const override
    {
        const std::string path = pathOf(params, context);
        const QString shown = displayPath(path);
        QElapsedTimer timer;
        timer.start();
        const auto read = readStart(path, kReadBytes, context.stop);
        const double ms = milliseconds(timer);
        if (context.stop.stop_requested())
            return outcome(CheckState::Unknown, "check.stopped");
        if (!read)
            return outcomeOf(read.error(), shown);
        const qint64 least = params.value(u"minBytes"_s).toInteger(0);
        const QJsonObject found{{u"subject"_s, shown}, {u"bytes"_s, read->size}, {u"least"_s, least}};
        if (read->size < least)
            return outcome(CheckState::Down, "check.file-too-small", found, ms);
        return outcome(CheckState::Up, "check.file-ok", found, ms);
    }
};

class TreeProbe final : public Probe
{
public:
    QString kind() const override { return u"tree"_s; }
    Result<void> validate(const QJsonObject&) const override { return {}; }
    ProbeOutcome run(const QJsonObject& params, const ProbeContext& context) const override
    {
        const std::string root = pathOf(params, context);
        const QString shown = displayPath(root);
        const int wanted = std::clamp(params.value(u"sample"_s).toInt(5), 1, 1000);
        QElapsedTimer timer;
        timer.start();
        int readable = 0;
        std::optional<Error> broken, denied;
        const auto walked = engine::walk(root, {}, context.stop, [&](const engine::TreeEntry& entry) {
            if (entry.kind != 'f')
                return true;
            const auto read = readStart(root + '/' + entry.path, 4096, context.stop);
            if (read)
                ++readable;
            else if (read.error().code == "path.denied")
                denied = read.error();
            else if (read.error().code != "path.missing") // removed by a user while we looked
                broken = read.error();
            return !broken && readable < wanted;
        });
        const double ms = milliseconds(timer);
        if (context.stop.stop_requested())
            return outcome(CheckState::Unknown, "check.stopped");
        if (!walked)
            return outcomeOf(walked.error(), shown);
        if (broken)
            return outcomeOf(*broken, displayPath(broken->subject));
        const QJsonObject found{{u"subject"_s, shown}, {u"count"_s, readable}};
        if (readable > 0 || wantsNone(params))
            return outcome(CheckState::Up, "check.tree-ok", found, ms);
        if (denied)
            return outcomeOf(*denied, displayPath(denied->subject));
        return outcome(CheckState::Down, "check.tree-empty", found, ms);
    }

private:
    /// A folder that was empty when the check was made may stay so.
    static bool wantsNone(const QJsonObject& params) { return params.value(u"minFiles"_s).toInt(1) == 0; }
};

/// What a link leads to in the end; "path.missing" when nowhere, "path.not-a-link" when it is none.
Result<std::string> leadsTo(const std::string& link)
{
    struct stat info
    {
    };
    if (::lstat(link.c_str(), &info) != 0)
        return systemError(errno, link, "lstat");
    if (!S_ISLNK(info.st_mode))
        return makeError("path.not-a-link", displayPath(link));
    return engine::realPath(link);
}

class LinkProbe final : public Probe
{
public:
    QString kind() const override { return u"link"_s; }
    Result<void> validate(const QJsonObject&) const override { return {}; }
    ProbeOutcome run(const QJsonObject& params, const ProbeContext& context) const override
    {
        const QString own = params.value(u"link"_s).toString();
        const std::string link = own.isEmpty() ? context.switchLink : bytes(own);
        if (link.empty())
            return outcome(CheckState::Unknown, "check.no-link");
        const QString shown = displayPath(link);
        QElapsedTimer timer;
        timer.start();
        const auto at = leadsTo(link);
        const auto expected = engine::realPath(context.root);
        const double ms = milliseconds(timer);
        if (!at && at.error().code == "path.not-a-link")
            return outcome(CheckState::Down, "path.not-a-link", {{u"subject"_s, shown}}, ms);
        if (!at)
            return outcomeOf(at.error(), shown);
        if (!expected)
            return outcomeOf(expected.error(), displayPath(context.root));
        const QJsonObject found{{u"subject"_s, shown},
                                {u"server"_s, context.server},
                                {u"at"_s, displayPath(at.value())},
                                {u"expected"_s, displayPath(expected.value())}};
        if (at.value() != expected.value())
            return outcome(CheckState::Down, "check.link-elsewhere", found, ms);
        return outcome(CheckState::Up, "check.link-ok", found, ms);
    }
};

} // namespace

const Probe& fileProbe()
{
    static const FileProbe probe;
    return probe;
}

const Probe& treeProbe()
{
    static const TreeProbe probe;
    return probe;
}

const Probe& linkProbe()
{
    static const LinkProbe probe;
    return probe;
}

} // namespace bascule::monitoring
