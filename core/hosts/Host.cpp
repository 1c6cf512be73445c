// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/Host.h"

#include "core/hosts/OnThisMachine.h"

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule {

namespace {

/// A folder of this machine that stands for a server.
class LocalHost final : public Host
{
public:
    explicit LocalHost(std::string root)
        : m_root(std::move(root))
    {
    }

    std::string path(const Path& relative) const override
    {
        if (relative.isEmpty())
            return m_root;
        return relative.startsWith('/') ? relative.toStdString() : m_root + '/' + relative.toStdString();
    }

    Result<QByteArray> readFile(const Path& relative, qint64 limit) const override
    {
        auto content = engine::readFileBelow(m_root, relative.toStdString(), limit);
        if (!content)
            return content.error();
        return QByteArray::fromStdString(*content);
    }

    Result<std::vector<engine::Unreadable>>
    walk(const Path& relative, const engine::WalkOptions& options, std::stop_token stop,
         const std::function<bool(const engine::TreeEntry&)>& visit) const override
    {
        return engine::walk(path(relative), options, std::move(stop), visit);
    }

    Result<Space> space(const Path& relative) const override
    {
        const auto found = engine::spaceAt(path(relative));
        if (!found)
            return found.error();
        return Space{found->bytesFree, found->bytesTotal, found->inodesFree, found->readOnly};
    }

    bool exists(const Path& relative) const override { return engine::existsAt(path(relative)); }

private:
    std::string m_root;
};

} // namespace

Result<std::unique_ptr<Host>> hostFor(const Server& server)
{
    if (auto here = onThisMachine(server); !here)
        return here.error();
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
    return std::unique_ptr<Host>(std::make_unique<LocalHost>(server.root.toStdString()));
}

} // namespace bascule
