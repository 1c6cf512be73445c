// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs on the command line: the bar, the signals, the project they work on.
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <pwd.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

int signalPipe[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t put = ::write(signalPipe[1], &byte, 1);
}

/// Turns SIGINT and SIGTERM into a byte that the event loop sees, as long as it lives. A second one ends the process as
/// usual: whoever presses twice means it. With `asksFirst` that is the third.
class SignalWatch
{
public:
    explicit SignalWatch(bool asksFirst)
    {
        if (::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0)
            return;
        const struct sigaction action = handling(asksFirst ? 0 : int(SA_RESETHAND));
        ::sigaction(SIGINT, &action, &m_before[0]);
        ::sigaction(SIGTERM, &action, &m_before[1]);
    }
    /// The next signal is the last that is caught.
    void catchOnce()
    {
        const struct sigaction action = handling(int(SA_RESETHAND));
        ::sigaction(SIGINT, &action, nullptr);
        ::sigaction(SIGTERM, &action, nullptr);
    }
    ~SignalWatch()
    {
        if (signalPipe[0] < 0)
            return;
        ::sigaction(SIGINT, &m_before[0], nullptr);
        ::sigaction(SIGTERM, &m_before[1], nullptr);
        ::close(signalPipe[0]);
        ::close(signalPipe[1]);
        signalPipe[0] = signalPipe[1] = -1;
    }
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;

private:
    static struct sigaction handling(int flags)
    {
        struct sigaction action = {};
        action.sa_handler = onSignal;
        action.sa_flags = flags | SA_RESTART;
        return action;
    }

    struct sigaction m_before[2] = {};
};

/// One line at the foot of the terminal, drawn anew ten times a second. Nothing where stderr is no terminal.
class Bar
{
public:
    explicit Bar(const text::Phrasebook& words)
        : m_words(words)
        , m_shown(::isatty(STDERR_FILENO) != 0)
    {
    }
    ~Bar() { draw({}); }
    Bar(const Bar&) = delete;
    Bar& operator=(const Bar&) = delete;

    void show(const JobView& view)
    {
        if (m_shown)
            draw(lineOf(view));
    }

private:
    QString lineOf(const JobView& view) const
    {
        const ProgressSnapshot& at = view.progress;
        QStringList parts;
        if (at.fraction >= 0) {
            const int full = int(at.fraction * 20);
            parts += u'[' + QString(full, u'#') + QString(20 - full, u'.') + u"] "_s +
                     m_words.percent(double(int(at.fraction * 100)));
        }
        const QString phase = at.phase.code.isEmpty() ? m_words.say(view.title) : m_words.say(at.phase);
        parts += view.cancelling ? Tr::tr("Cancelling: %1").arg(phase) : phase;
        if (at.bytesTotal > 0)
            parts += Tr::tr("%1 of %2").arg(m_words.bytes(at.bytesDone), m_words.bytes(at.bytesTotal));
        else if (at.bytesDone > 0)
            parts += m_words.bytes(at.bytesDone);
        if (at.stalledSeconds > 0)
            parts += Tr::tr("no progress for %1").arg(m_words.duration(at.stalledSeconds * 1000));
        else if (at.bytesPerSecond > 0)
            parts += m_words.rate(at.bytesPerSecond);
        if (!at.held.code.isEmpty())
            parts += m_words.say(at.held);
        if (at.fraction >= 0)
            parts += Tr::tr("left: %1").arg(m_words.eta(at.etaLow, at.etaHigh));
        // Last: where the line is too long, the rest says more.
        if (at.itemsTotal > 0)
            parts += Tr::tr("%1 of %2 entries").arg(m_words.number(at.itemsDone), m_words.number(at.itemsTotal));
        else if (at.itemsDone > 0)
            parts += Tr::tr("%n entry(ies)", nullptr, int(at.itemsDone));
        return parts.join(u"  "_s);
    }

    void draw(const QString& text)
    {
        if (!m_shown || text == m_last)
            return;
        m_last = text;
        struct winsize size = {};
        const int columns = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col - 1 : 79;
        const QByteArray bytes = "\r\x1b[K" + displayPath(text.left(columns).toUtf8()).toUtf8();
        std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
        std::fflush(stderr);
    }

    const text::Phrasebook& m_words;
    bool m_shown;
    QString m_last;
};

} // namespace

Outcome runJob(const Invocation& call, std::shared_ptr<ProjectStore> store, std::unique_ptr<Job> job,
               std::stop_source* finish)
{
    SignalWatch watch(finish != nullptr);
    Bar bar(call.words);
    QEventLoop loop;
    Outcome ended;
    JobRunner runner(std::move(store), call.clock, [&call] { return call.connections; });
    QObject::connect(&runner, &JobRunner::finished, &loop, [&](JobId, const Outcome& outcome) {
        ended = outcome;
        loop.quit();
    });
    QObject::connect(&runner, &JobRunner::progressed, &loop, [&] {
        const auto active = runner.active();
        if (!active.empty())
            bar.show(active.front());
    });
    QSocketNotifier interrupted(signalPipe[0], QSocketNotifier::Read);
    QObject::connect(&interrupted, &QSocketNotifier::activated, &runner, [&] {
        char byte = 0;
        if (::read(signalPipe[0], &byte, 1) != 1)
            return;
        if (finish == nullptr || finish->stop_requested()) {
            runner.cancelAll();
        } else {
            finish->request_stop();
            watch.catchOnce();
        }
    });
    runner.start(std::move(job));
    loop.exec();
    return ended;
}

int finish(const Invocation& call, const Outcome& outcome, const std::function<QJsonObject()>& document)
{
    switch (outcome.kind) {
    case Outcome::Kind::Failed:
        return call.console.fail(outcome.error ? *outcome.error : makeError("internal.error"));
    case Outcome::Kind::Cancelled:
        return call.console.fail(Cancelled, u"cancelled"_s, {},
                                 Tr::tr("Cancelled. What was finished before stays; run it again to go on."));
    case Outcome::Kind::Succeeded:
        break;
    }
    if (document)
        call.console.document(document());
    else
        call.console.document(outcome.facts);
    return outcome.good ? Good : NotGood;
}

QString errorSentence(const QJsonObject& error, const text::Phrasebook& words)
{
    QJsonObject params = error[u"params"].toObject();
    params.insert(u"subject"_s, error[u"subject"]);
    if (!params.contains(u"detail"_s))
        params.insert(u"detail"_s, u"–"_s);
    const QString code = error[u"code"].toString();
    return (words.say(code, params) + u' ' + words.remedy(code, params)).trimmed();
}

int withProject(const Invocation& call, OpenMode mode, const std::function<int(const StorePtr&)>& work)
{
    const QString file = QFile::decodeName(absolutePath(call.args.at(0)));
    auto opened = ProjectStore::open(file, mode, call.clock);
    if (!opened)
        return call.console.fail(opened.error());
    return work(*opened);
}

int change(const Invocation& call, const ProjectStore::Write& write, const std::function<int(const Snapshot&)>& after)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        if (auto written = store->write(write); !written)
            return call.console.fail(written.error());
        const SnapshotPtr snapshot = store->snapshot();
        if (after)
            return after(*snapshot);
        call.console.document({{u"outcome"_s, u"succeeded"_s}});
        return int(Good);
    });
}

Result<Id> writeNew(ProjectStore& store, const WriteNew& write)
{
    Id id = 0;
    const auto done = store.write([&](StoreTx& tx) -> Result<void> {
        const auto made = write(tx);
        if (!made)
            return made.error();
        id = *made;
        return {};
    });
    return done ? Result<Id>(id) : Result<Id>(done.error());
}

int changeNew(const Invocation& call, const WriteNew& write, const std::function<int(const Snapshot&, Id)>& after)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const auto id = writeNew(*store, write);
        return id ? after(*store->snapshot(), *id) : call.console.fail(id.error());
    });
}

Path absolutePath(const QByteArray& argument)
{
    if (argument.startsWith('/'))
        return argument;
    QByteArray folder(4096, '\0');
    if (!::getcwd(folder.data(), std::size_t(folder.size())))
        return argument;
    folder.truncate(qsizetype(qstrlen(folder.constData())));
    return folder == "/" ? folder + argument : folder + '/' + argument;
}

QString byWhom(const Invocation& call)
{
    if (call.args.has("by"))
        return call.args.text("by");
    const struct passwd* user = ::getpwuid(::getuid());
    if (!user)
        return QString::number(::getuid());
    const QString full = QString::fromUtf8(user->pw_gecos).section(u',', 0, 0).trimmed();
    return full.isEmpty() ? QString::fromUtf8(user->pw_name) : full;
}

Id idOf(const QString& text)
{
    bool good = false;
    const Id id = (text.startsWith(u'#') ? text.mid(1) : text).toLongLong(&good);
    return good && id > 0 ? id : 0;
}

std::vector<Id> idsOf(const Invocation& call)
{
    std::vector<Id> ids;
    for (std::size_t i = 1; i < call.args.positionals().size(); ++i)
        ids.push_back(idOf(call.args.textAt(i)));
    return ids;
}

std::optional<QJsonObject> paramsOf(const Invocation& call, int& exit)
{
    QJsonObject params;
    for (const QByteArray& given : call.args.all("param")) {
        const qsizetype equals = given.indexOf('=');
        if (equals <= 0) {
            exit = call.console.usage(Tr::tr("“%1” is not of the form name=value.").arg(displayPath(given)));
            return {};
        }
        const QString value = QString::fromUtf8(given.mid(equals + 1));
        bool number = false;
        const double amount = value.toDouble(&number);
        params.insert(QString::fromUtf8(given.left(equals)), number ? QJsonValue(amount) : QJsonValue(value));
    }
    return params;
}

namespace {

template <class T>
const T* byIdOrName(const std::vector<T>& values, const QString& given)
{
    if (const Id id = idOf(given))
        return findById(values, id);
    const T* found = nullptr;
    for (const T& value : values) {
        if (value.name != given)
            continue;
        if (found)
            return nullptr;
        found = &value;
    }
    return found;
}

} // namespace

const Asset* findAsset(const Snapshot& snapshot, const QString& given)
{
    return byIdOrName(snapshot.assets, given);
}

const Server* findServer(const Snapshot& snapshot, const QString& given)
{
    // A server may well be called "42".
    for (const Server& server : snapshot.servers) {
        if (server.name == given)
            return &server;
    }
    return byIdOrName(snapshot.servers, given);
}

} // namespace bascule::cli
