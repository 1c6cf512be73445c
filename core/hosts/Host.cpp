// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/Host.h"

#include "core/engine/wire/Helper.h"
#include "core/engine/wire/Operations.h"
#include "core/hosts/SshConnection.h"
#include "core/hosts/StopSwitch.h"

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule {

using Call = engine::wire::Message; // bascule::Message is one between people

namespace {

/// What is on this machine.
class LocalHost final : public Host
{
public:
    explicit LocalHost(std::string root)
        : Host({}, std::move(root))
    {
    }

    bool isHere() const override { return true; }

    Result<QByteArray> readFile(const Path& relative, qint64 limit, std::stop_token) const override
    {
        auto content = engine::readFileBelow(root(), relative.toStdString(), limit);
        if (!content)
            return content.error();
        return QByteArray::fromStdString(*content);
    }

    Result<std::vector<engine::Unreadable>>
    walkTree(const std::string& path, const engine::WalkOptions& options, std::stop_token stop,
             const std::function<bool(const engine::TreeEntry&)>& visit) const override
    {
        return engine::walk(path, options, std::move(stop), visit);
    }

    Result<std::shared_ptr<engine::wire::Helper>> helper(std::stop_token) const override
    {
        return std::shared_ptr<engine::wire::Helper>();
    }

protected:
    Result<Call> perform(const Call& call, std::stop_token stop) const override
    {
        auto done = engine::wire::operate(call, stop);
        if (!done)
            return makeError("internal.error", QString::fromStdString(call.operation()));
        return std::move(*done);
    }
};

/// Links break: what only asks is asked once more over a new one.
bool isLinkLost(const Error& error)
{
    return error.code.starts_with("link.");
}

/// A server behind a helper.
class HelperHost : public Host
{
public:
    HelperHost(HelperSource connect, QString name, std::string root, std::shared_ptr<const StopSwitch> asking)
        : Host(std::move(name), std::move(root))
        , m_connect(std::move(connect))
        , m_asking(std::move(asking))
    {
    }

    bool isHere() const override { return false; }

    Result<QByteArray> readFile(const Path& relative, qint64 limit, std::stop_token stop) const override
    {
        const std::stop_token until = stopOf(std::move(stop));
        const auto read = [&](engine::wire::Helper& helper) {
            return helper.readFile(root(), relative.toStdString(), limit, until);
        };
        const Result<std::string> content = asking<std::string>(read, until);
        if (!content)
            return content.error();
        return QByteArray::fromStdString(*content);
    }

    Result<std::vector<engine::Unreadable>>
    walkTree(const std::string& path, const engine::WalkOptions& options, std::stop_token stop,
             const std::function<bool(const engine::TreeEntry&)>& visit) const override
    {
        const std::stop_token until = stopOf(std::move(stop));
        const auto walked = [&](engine::wire::Helper& helper) { return helper.walk(path, options, until, visit); };
        return once<std::vector<engine::Unreadable>>(walked, until);
    }

    Result<std::shared_ptr<engine::wire::Helper>> helper(std::stop_token stop) const override
    {
        return m_connect(stopOf(std::move(stop)));
    }

protected:
    Result<Call> perform(const Call& call, std::stop_token stop) const override
    {
        const std::stop_token until = stopOf(std::move(stop));
        return asking<Call>([&](engine::wire::Helper& helper) { return helper.call(call, until); }, until);
    }

private:
    std::stop_token stopOf(std::stop_token stop) const
    {
        return stop.stop_possible() ? std::move(stop) : m_asking->token();
    }

    template <class T, class Ask>
    Result<T> once(const Ask& ask, const std::stop_token& stop) const
    {
        const auto helper = m_connect(stop);
        if (!helper)
            return helper.error();
        Result<T> answer = ask(**helper);
        return answer ? std::move(answer) : Result<T>(named(answer.error()));
    }

    /// All operations may be done twice: the second time finds done what the first did.
    template <class T, class Ask>
    Result<T> asking(const Ask& ask, const std::stop_token& stop) const
    {
        Result<T> answer = once<T>(ask, stop);
        return !answer && isLinkLost(answer.error()) && !stop.stop_requested() ? once<T>(ask, stop) : std::move(answer);
    }

    HelperSource m_connect;
    std::shared_ptr<const StopSwitch> m_asking;
};

class SshHost final : public HelperHost
{
public:
    SshHost(SshConnections& connections, SshAddress address, bool sudo, QString name, std::string root,
            std::shared_ptr<const StopSwitch> asking)
        : HelperHost([&connections, address,
                      sudo](std::stop_token now) { return connections.helper(address, sudo, std::move(now)); },
                     std::move(name), std::move(root), std::move(asking))
        , m_connections(connections)
        , m_address(std::move(address))
        , m_sudo(sudo)
    {
    }
    std::optional<Reach> reach() const override { return Reach{&m_connections, &m_address, m_sudo}; }

private:
    SshConnections& m_connections;
    SshAddress m_address;
    bool m_sudo;
};

Result<HostPtr> remoteHost(const Server& server, SshConnections* connections, std::shared_ptr<const StopSwitch> asking)
{
    if (!connections)
        return makeError("server.not-connected", server.name, {{"address", server.address.toStdString()}});
    const auto address = SshAddress::parse(server.address);
    if (!address)
        return address.error();
    const HostPtr host = std::make_shared<SshHost>(*connections, *address, server.sudo, server.name,
                                                   server.root.toStdString(), std::move(asking));
    if (const auto there = host->folderAt(host->path({}), false); !there) {
        Error error = there.error();
        if (error.code == "path.missing" || error.code == "path.denied") {
            error =
                makeError(error.code == "path.missing" ? "server.remote-folder-missing" : "server.remote-folder-denied",
                          displayPath(server.root), {{"server", server.name.toStdString()}});
        }
        return error;
    }
    return host;
}

} // namespace

std::string Host::path(const Path& relative) const
{
    if (relative.isEmpty())
        return m_root;
    if (relative.startsWith('/'))
        return relative.toStdString();
    return (m_root == "/" ? std::string() : m_root) + '/' + relative.toStdString();
}

QString Host::shown(const std::string& path) const
{
    return isHere() ? displayPath(path) : name() + u':' + displayPath(path);
}

Error Host::named(Error error) const
{
    if (error.code == "call.cancelled")
        return makeError("cancelled");
    if (!isHere() && (error.subject.starts_with('/') || error.subject.empty()))
        error.subject = name().toStdString() + (error.subject.empty() ? std::string() : ':' + error.subject);
    return error;
}

Result<void> Host::order(const Call& call, std::stop_token stop) const
{
    const auto answer = perform(call, std::move(stop));
    return answer ? Result<void>() : Result<void>(answer.error());
}

Result<Host::Space> Host::spaceAt(const std::string& path) const
{
    const auto answer = perform(Call("space").set("path", path), {});
    if (!answer)
        return answer.error();
    return engine::wire::spaceOf(*answer);
}

Result<std::optional<engine::FileFacts>> Host::factsAt(const std::string& path, bool followLinks) const
{
    const auto answer = perform(Call("facts").set("path", path).set("follow", followLinks), {});
    if (!answer)
        return answer.error();
    return engine::wire::factsOf(*answer);
}

Result<void> Host::folderAt(const std::string& path, bool written) const
{
    return order(Call("folder").set("path", path).set("written", written));
}

Result<std::string> Host::realPath(const std::string& path) const
{
    const auto answer = perform(Call("real-path").set("path", path), {});
    if (!answer)
        return answer.error();
    return answer->text("path");
}

Result<std::string> Host::linkTextAt(const std::string& link) const
{
    const auto answer = perform(Call("link-text").set("path", link), {});
    if (!answer)
        return answer.error();
    return answer->text("text");
}

Result<void> Host::replaceSymlink(const std::string& link, const std::string& target) const
{
    return order(Call("replace-link").set("path", link).set("to", target));
}

Result<void> Host::restoreLinkAt(const std::string& link, const std::string& before) const
{
    return order(Call("restore-link").set("path", link).set("before", before));
}

Result<std::optional<engine::FreezeLock>> Host::frozenBy(const std::string& root) const
{
    const auto answer = perform(Call("frozen-by").set("path", root), {});
    if (!answer)
        return answer.error();
    if (!answer->flag("frozen"))
        return std::optional<engine::FreezeLock>();
    return std::optional(engine::FreezeLock{answer->text("owner"), answer->text("reason"), answer->number("sinceMs")});
}

Result<void> Host::freeze(const std::string& root, const engine::FreezeLock& lock) const
{
    return order(Call("freeze")
                     .set("path", root)
                     .set("owner", lock.owner)
                     .set("reason", lock.reason)
                     .set("sinceMs", lock.sinceMs));
}

Result<void> Host::thaw(const std::string& root, const std::string& owner) const
{
    return order(Call("thaw").set("path", root).set("owner", owner));
}

Result<void> Host::makeFoldersAt(const std::string& path) const
{
    return order(Call("make-folders").set("path", path));
}

Result<void> Host::removeOursAt(const std::string& path, std::stop_token stop) const
{
    return order(Call("remove-ours").set("path", path), std::move(stop));
}

Result<void> Host::writeFileDurably(const std::string& path, const std::string& bytes, std::uint32_t mode) const
{
    return order(Call("write-file").set("path", path).set("bytes", bytes).set("mode", std::int64_t{mode}));
}

Result<engine::Fingerprint> Host::fingerprint(const std::string& path, const engine::WalkOptions& options,
                                              std::stop_token stop) const
{
    const auto answer = perform(Call("fingerprint")
                                    .set("path", path)
                                    .set("excludes", options.excludes)
                                    .set("oneFileSystem", options.oneFileSystem),
                                std::move(stop));
    if (!answer)
        return answer.error();
    return engine::wire::fingerprintOf(*answer);
}

Result<std::string> Host::hashFile(const std::string& path, std::stop_token stop) const
{
    const auto answer = perform(Call("hash").set("path", path), std::move(stop));
    if (!answer)
        return answer.error();
    return answer->text("hash");
}

Result<bool> Host::isDatabase(const std::string& path) const
{
    const auto answer = perform(Call("is-database").set("path", path), {});
    if (!answer)
        return answer.error();
    return answer->flag("is");
}

HostPtr thisMachine()
{
    static const HostPtr here = std::make_shared<LocalHost>("/");
    return here;
}

HostPtr sshHost(SshConnections& connections, const SshAddress& address, bool sudo, QString name, std::string root,
                std::stop_token stop)
{
    return std::make_shared<SshHost>(connections, address, sudo, std::move(name), std::move(root),
                                     std::make_shared<StopSwitch>(std::move(stop)));
}

HostPtr hostOver(HelperSource connect, QString name, std::string root, std::stop_token stop)
{
    return std::make_shared<HelperHost>(std::move(connect), std::move(name), std::move(root),
                                        std::make_shared<StopSwitch>(std::move(stop)));
}

Result<HostPtr> hostFor(const Server& server, SshConnections* connections, std::stop_token stop)
{
    return hostFor(server, connections, std::make_shared<StopSwitch>(std::move(stop)));
}

Result<HostPtr> hostFor(const Server& server, SshConnections* connections, std::shared_ptr<const StopSwitch> asking)
{
    if (server.kind == ServerKind::Ssh)
        return remoteHost(server, connections, std::move(asking));
    struct stat info;
    const QString shown = displayPath(server.root);
    Params params{{"server", server.name.toStdString()}};
    if (server.root.isEmpty() || ::stat(server.root.constData(), &info) != 0) {
        return makeError(errno == EACCES ? "server.folder-denied" : "server.folder-missing", shown, std::move(params));
    }
    if (!S_ISDIR(info.st_mode))
        return makeError("path.not-a-folder", shown, std::move(params));
    if (::access(server.root.constData(), R_OK | X_OK) != 0)
        return makeError("server.folder-denied", shown, std::move(params));
    return HostPtr(std::make_shared<LocalHost>(server.root.toStdString()));
}

} // namespace bascule
