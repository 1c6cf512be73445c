// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Demo.h"

#include "core/demo/Seed.h"
#include "core/engine/Tree.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr auto markerName = "/.bascule-demo";
constexpr std::array stateNames{"none", "foreign", "interrupted", "prepared", "finished"};
/// What a demo's folder holds: nothing else is ever removed.
constexpr std::array ownNames{"old-server", "new-server", "test-server", "reports", "current"};

std::string markerOf(const std::string& dir)
{
    return dir + markerName;
}

Result<QByteArray> readMarker(const std::string& dir)
{
    const int fd = ::open(markerOf(dir).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return systemError(errno, markerOf(dir), "open", Severity::Fatal);
    QByteArray bytes(4'096, '\0');
    const ssize_t got = ::read(fd, bytes.data(), std::size_t(bytes.size()));
    ::close(fd);
    bytes.resize(std::max<ssize_t>(got, 0));
    return bytes;
}

bool isEmptyFolder(const std::string& dir)
{
    DIR* folder = ::opendir(dir.c_str());
    if (!folder)
        return false;
    int names = 0;
    while (::readdir(folder))
        ++names;
    ::closedir(folder);
    return names <= 2;
}

/// The first marker of a folder that is empty. Not staged under another name: a crash there would leave a folder that
/// is neither empty nor marked, and so somebody else's for ever.
Result<void> beginMarker(const std::string& dir, const std::string& bytes)
{
    const std::string path = markerOf(dir);
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (fd < 0)
        return systemError(errno, path, "open", Severity::Fatal);
    const bool written = ::write(fd, bytes.data(), bytes.size()) == ssize_t(bytes.size()) && ::fsync(fd) == 0;
    const int problem = written ? 0 : errno;
    ::close(fd);
    if (!written) {
        ::unlink(path.c_str());
        return systemError(problem, path, "write", Severity::Fatal);
    }
    return {};
}

std::string markerBytes(DemoState state)
{
    const QJsonObject marker{{u"bascule"_s, u"demo"_s},
                             {u"state"_s, QLatin1String(stateNames[static_cast<std::size_t>(state)])}};
    return QJsonDocument(marker).toJson(QJsonDocument::Compact).toStdString() + '\n';
}

Result<void> makeFolder(const std::string& path, mode_t mode)
{
    if (::mkdir(path.c_str(), mode) != 0)
        return systemError(errno, path, "mkdir", Severity::Fatal);
    return {};
}

Result<void> seedOldServer(const DemoPlaces& places, const DemoOptions& options, const std::stop_token& stop)
{
    const QDateTime now = options.now.isValid() ? options.now : QDateTime::currentDateTimeUtc();
    const qint64 seconds = now.toSecsSinceEpoch();
    demo::Seeder seeder(places.oldServer.toStdString(), seconds - seconds % demo::kHour, stop);
    demo::seedApplication(seeder);
    demo::seedShares(seeder, places.link.toStdString(), options.size);
    if (!seeder.failed()) {
        if (auto done = demo::seedDatabase(seeder, stop); !done)
            seeder.fail(done.error());
    }
    // Times are set before the backups are made, so that a restored folder has the time it had.
    seeder.finish();
    if (!seeder.failed()) {
        if (auto done = demo::seedBackups(seeder, stop); !done)
            seeder.fail(done.error());
    }
    demo::seedToday(seeder);
    return seeder.result();
}

} // namespace

Result<DemoState> demoState(const Path& dir)
{
    const std::string path = dir.toStdString();
    struct stat info;
    if (::stat(path.c_str(), &info) != 0) {
        if (errno == ENOENT)
            return DemoState::None;
        return systemError(errno, path, "stat", Severity::Fatal);
    }
    if (!S_ISDIR(info.st_mode))
        return makeError("path.not-a-folder", displayPath(dir));
    if (auto marker = readMarker(path)) {
        if (marker->isEmpty()) // the first one, and whoever began it did not get further
            return DemoState::Interrupted;
        const QString state = QJsonDocument::fromJson(*marker).object()[u"state"].toString();
        for (std::size_t i = 2; i < stateNames.size(); ++i) {
            if (state == QLatin1String(stateNames[i]))
                return static_cast<DemoState>(i);
        }
        return DemoState::Foreign;
    }
    if (::access(path.c_str(), R_OK | W_OK | X_OK) != 0)
        return systemError(errno, path, "access", Severity::Fatal);
    return isEmptyFolder(path) ? DemoState::None : DemoState::Foreign;
}

DemoPlaces demoPlaces(const Path& realDir)
{
    DemoPlaces places;
    places.root = realDir;
    places.oldServer = realDir + "/old-server";
    places.newServer = realDir + "/new-server";
    places.testServer = realDir + "/test-server";
    places.link = realDir + "/current";
    places.reports = realDir + "/reports";
    places.project = QString::fromLocal8Bit(realDir) + u"/demo.bascule"_s;
    return places;
}

Result<void> markDemo(const DemoPlaces& places, DemoState state)
{
    return engine::writeFileDurably(markerOf(places.root.toStdString()), markerBytes(state));
}

Result<DemoPlaces> seedDemo(const Path& dir, const DemoOptions& options, std::stop_token stop)
{
    const auto state = demoState(dir);
    if (!state)
        return state.error();
    if (*state == DemoState::Foreign)
        return makeError("demo.not-empty", displayPath(dir));
    if (*state != DemoState::None) {
        const char* name = stateNames[static_cast<std::size_t>(*state)];
        return makeError(*state == DemoState::Interrupted ? "demo.interrupted" : "demo.there", displayPath(dir),
                         {{"state", std::string(name)}});
    }
    if (::mkdir(dir.constData(), 0755) != 0 && errno != EEXIST)
        return systemError(errno, dir.toStdString(), "mkdir", Severity::Fatal);
    const auto real = engine::realPath(dir.toStdString());
    if (!real)
        return real.error();
    const DemoPlaces places = demoPlaces(QByteArray::fromStdString(*real));
    if (auto done = beginMarker(places.root.toStdString(), markerBytes(DemoState::Interrupted)); !done)
        return done.error();
    for (const Path& folder : {places.oldServer, places.newServer, places.testServer, places.reports}) {
        if (auto done = makeFolder(folder.toStdString(), 0755); !done)
            return done.error();
    }
    if (::symlink(places.oldServer.constData(), places.link.constData()) != 0)
        return systemError(errno, places.link.toStdString(), "symlink", Severity::Fatal);
    if (auto done = seedOldServer(places, options, stop); !done)
        return done.error();
    return places;
}

Result<void> removeDemo(const Path& dir)
{
    const auto state = demoState(dir);
    if (!state)
        return state.error();
    if (*state == DemoState::None)
        return {};
    if (*state == DemoState::Foreign)
        return makeError("demo.not-empty", displayPath(dir));
    const std::string root = dir.toStdString();
    std::error_code problem;
    for (const char* name : ownNames) {
        // remove_all never follows links.
        std::filesystem::remove_all(root + '/' + name, problem);
        if (problem)
            return systemError(problem.value(), root + '/' + name, "remove", Severity::Fatal);
    }
    for (const auto& entry : std::filesystem::directory_iterator(root, problem)) {
        if (!entry.path().filename().native().starts_with("demo.bascule"))
            continue;
        std::error_code failed;
        std::filesystem::remove_all(entry.path(), failed);
    }
    // The marker goes last, so that an interrupted removal can be taken up again.
    if (::unlink(markerOf(root).c_str()) != 0)
        return systemError(errno, markerOf(root), "unlink", Severity::Fatal);
    return {};
}

} // namespace bascule
