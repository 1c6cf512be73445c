// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of what lies on disk: a file, a whole folder, the link that users go through.
#include "core/hosts/HostLooks.h"
#include "core/monitoring/Probes.h"

#include <QJsonArray>

#include <cerrno>

namespace bascule::monitoring {

using namespace Qt::StringLiterals;

namespace {

/// Bytes read of a file at most: enough to know that it answers, not a load on the server.
constexpr qint64 kReadBytes = 1 << 20;

class FileProbe final : public Probe
{
public:
    QString kind() const override { return u"file"_s; }
    Result<void> validate(const QJsonObject&) const override { return {}; }
    ProbeOutcome run(const QJsonObject& params, const ProbeContext& context) const override
    {
        const HostPath path = pathOf(params, context);
        const QString shown = path.shown();
        QElapsedTimer timer;
        timer.start();
        const auto read = readStart(path, kReadBytes, true, context.stop);
        const double ms = milliseconds(timer);
        if (context.stop.stop_requested())
            return outcome(CheckState::Unknown, "check.stopped");
        if (!read)
            return outcomeOf(read.error(), shown);
        const qint64 least = params.value(u"minBytes"_s).toInteger(0);
        const QJsonObject found{{u"subject"_s, shown}, {u"bytes"_s, qint64(read->size)}, {u"least"_s, least}};
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
        const HostPath root = pathOf(params, context);
        const QString shown = root.shown();
        const int wanted = std::clamp(params.value(u"sample"_s).toInt(5), 1, 1000);
        QElapsedTimer timer;
        timer.start();
        int readable = 0;
        std::optional<Error> broken, denied;
        // A helper answers one call at a time: a handful of names is taken first, then looked at.
        std::vector<std::string> batch;
        const auto look = [&] {
            for (const std::string& path : batch) {
                const auto read = readStart(root / path, 4096, true, context.stop);
                if (read)
                    ++readable;
                else if (read.error().code == "path.denied")
                    denied = read.error();
                else if (read.error().code != "path.missing") // removed by a user while we looked
                    broken = read.error();
                if (broken || readable >= wanted)
                    break;
            }
            batch.clear();
            return !broken && readable < wanted;
        };
        const bool far = !root.isHere();
        const auto walked = root.at().walkTree(root.path, {}, context.stop, [&](const engine::TreeEntry& entry) {
            if (entry.kind != 'f')
                return true;
            batch.push_back(entry.path);
            return far ? batch.size() < std::size_t(wanted) * 4 : look();
        });
        if (walked)
            look();
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
Result<std::string> leadsTo(const HostPath& link)
{
    const auto facts = link.at().factsAt(link.path);
    if (!facts)
        return facts.error();
    if (!*facts)
        return systemError(ENOENT, link.shown().toStdString(), "lstat");
    if ((*facts)->kind != 'l')
        return makeError("path.not-a-link", link.shown());
    return link.at().realPath(link.path);
}

class LinkProbe final : public Probe
{
public:
    QString kind() const override { return u"link"_s; }
    Result<void> validate(const QJsonObject&) const override { return {}; }
    ProbeOutcome run(const QJsonObject& params, const ProbeContext& context) const override
    {
        const QString own = params.value(u"link"_s).toString();
        // A link of the check's own is on the server that it looks at.
        const HostPath link =
            own.isEmpty() ? HostPath(context.linkHost, context.switchLink) : HostPath(context.host, bytes(own));
        if (link.empty())
            return outcome(CheckState::Unknown, "check.no-link");
        const QString shown = link.shown();
        QElapsedTimer timer;
        timer.start();
        const auto at = leadsTo(link);
        const HostPath root(context.host, context.root);
        const auto expected = root.at().realPath(root.path);
        const double ms = milliseconds(timer);
        if (!at && at.error().code == "path.not-a-link")
            return outcome(CheckState::Down, "path.not-a-link", {{u"subject"_s, shown}}, ms);
        if (!at)
            return outcomeOf(at.error(), shown);
        if (!expected)
            return outcomeOf(expected.error(), root.shown());
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
