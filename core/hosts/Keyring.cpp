// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/Keyring.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QLibrary>
#include <QThread>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <qt6keychain/keychain.h>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr auto entryService = "bascule";
constexpr auto secretService = "org.freedesktop.secrets";
/// Somebody may have to unlock it first.
constexpr std::chrono::seconds patience(120);
constexpr int busTimeoutMs = 2000;

/// The thread on which QtKeychain lives: it needs an event loop, keeps a queue of its own for the whole process, and
/// must not hold up any of ours.
class KeyringThread
{
public:
    /// Null once the application is gone.
    static KeyringThread* instance()
    {
        static const std::unique_ptr<KeyringThread> only(new KeyringThread);
        return only->m_ended ? nullptr : only.get();
    }
    void post(std::function<void()> work) { QMetaObject::invokeMethod(&m_here, std::move(work), Qt::QueuedConnection); }
    ~KeyringThread() { end(); }

private:
    KeyringThread()
    {
        m_thread.setObjectName(u"keyring"_s);
        m_here.moveToThread(&m_thread);
        m_thread.start();
        // Before the event dispatchers and the bus go.
        qAddPostRoutine([] {
            if (KeyringThread* mine = instance())
                mine->end();
        });
    }
    void end()
    {
        if (m_ended.exchange(true))
            return;
        m_thread.quit();
        m_thread.wait();
    }

    QThread m_thread;
    QObject m_here;
    std::atomic<bool> m_ended = false;
};

/// One request on its way: the caller waits on it, the keyring's thread settles it. It may outlive the caller.
template <class T>
struct Request
{
    std::mutex mutex;
    std::condition_variable ready;
    std::optional<T> result;

    void settle(T value)
    {
        const std::lock_guard lock(mutex);
        result = std::move(value);
        ready.notify_all();
    }
};

/// Runs `begin` on the keyring's thread and waits for what it settles.
template <class T>
Result<T> waitedFor(std::function<void(std::shared_ptr<Request<T>>)> begin, const std::stop_token& stop)
{
    KeyringThread* thread = KeyringThread::instance();
    if (!thread)
        return makeError("keyring.unavailable");
    const auto request = std::make_shared<Request<T>>();
    thread->post([begin = std::move(begin), request] { begin(request); });
    const auto until = std::chrono::steady_clock::now() + patience;
    std::unique_lock lock(request->mutex);
    while (!request->result) {
        request->ready.wait_for(lock, std::chrono::milliseconds(100));
        if (request->result)
            break;
        if (stop.stop_requested())
            return makeError("cancelled");
        if (std::chrono::steady_clock::now() > until)
            return makeError("keyring.failed", {}, {}, QStringLiteral("no answer in time"));
    }
    return std::move(*request->result);
}

struct Ended
{
    QKeychain::Error code = QKeychain::NoError;
    QString words;
    Secret secret;
};

Error errorOf(const Ended& ended)
{
    switch (ended.code) {
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return makeError("keyring.unavailable", {}, {}, ended.words);
    default:
        return makeError("keyring.failed", {}, {}, displayPath(ended.words.toUtf8()));
    }
}

/// GLib's bus, which libsecret uses, ends the whole process by default when the bus goes, e.g. at a logout. Not ours:
/// somebody's data may be on its way.
void outliveTheBus()
{
    static bool done = false; // on the keyring's thread alone
    if (done)
        return;
    constexpr int session = 2;
    QLibrary gio(u"gio-2.0"_s, 0);
    const auto get = reinterpret_cast<void* (*)(int, void*, void*)>(gio.resolve("g_bus_get_sync"));
    const auto set = reinterpret_cast<void (*)(void*, int)>(gio.resolve("g_dbus_connection_set_exit_on_close"));
    // Shared by the whole process; the reference is never given back, so that it stays the same.
    void* const bus = get && set ? get(session, nullptr, nullptr) : nullptr;
    if (bus)
        set(bus, 0);
    done = bus != nullptr;
}

template <class Job>
std::function<void(std::shared_ptr<Request<Ended>>)> jobFor(QString name, std::function<void(Job&)> prepare,
                                                            std::function<Secret(Job&)> take)
{
    return [name = std::move(name), prepare = std::move(prepare),
            take = std::move(take)](const std::shared_ptr<Request<Ended>>& request) {
        outliveTheBus();
        auto* job = new Job(QLatin1String(entryService)); // deletes itself
        job->setKey(name);
        if (prepare)
            prepare(*job);
        QObject::connect(job, &QKeychain::Job::finished, job, [request, job, take](QKeychain::Job*) {
            request->settle({job->error(), job->errorString(), take ? take(*job) : Secret()});
        });
        job->start();
    };
}

/// Asked of the bus, which never makes anything come up.
SecretStore::State lookAtTheBus()
{
    using State = SecretStore::State;
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected() || !bus.interface())
        return State::None;
    const auto there = [&](const QString& name) { return bus.interface()->isServiceRegistered(name).value(); };
    const QStringList startable = bus.interface()->activatableServiceNames();
    const QString service = QLatin1String(secretService);
    const QString wallet = u"org.kde.kwalletd5"_s;
    // On Plasma QtKeychain prefers KWallet, of which nobody can be sure that it opens without a question.
    if (qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains("KDE"_L1) && (there(wallet) || startable.contains(wallet)))
        return State::Locked;
    // QtKeychain speaks to the Secret Service through it, and has none without.
    static const bool library = QLibrary(u"secret-1"_s, 0).load();
    if (!library)
        return there(wallet) ? State::Locked : State::None;
    if (!there(service))
        return startable.contains(service) || there(wallet) ? State::Locked : State::None;
    QDBusMessage get = QDBusMessage::createMethodCall(service, u"/org/freedesktop/secrets/aliases/default"_s,
                                                      u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    get.setArguments({u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    const QDBusMessage said = bus.call(get, QDBus::Block, busTimeoutMs);
    const QVariant locked = said.arguments().value(0).value<QDBusVariant>().variant();
    return said.type() == QDBusMessage::ReplyMessage && locked.isValid() && !locked.toBool() ? State::Open
                                                                                             : State::Locked;
}

} // namespace

SecretStore::State Keyring::state(std::stop_token stop)
{
    const auto state =
        waitedFor<State>([](const std::shared_ptr<Request<State>>& request) { request->settle(lookAtTheBus()); }, stop);
    return state ? *state : State::None;
}

Result<std::optional<Secret>> Keyring::read(const QString& name, std::stop_token stop)
{
    keepSecretsFromDumps();
    auto ended =
        waitedFor<Ended>(jobFor<QKeychain::ReadPasswordJob>(name, {},
                                                            [](QKeychain::ReadPasswordJob& job) {
                                                                QByteArray bytes = job.binaryData();
                                                                Secret secret(bytes);
                                                                wipeBytes(bytes.data(), std::size_t(bytes.size()));
                                                                return secret;
                                                            }),
                         stop);
    if (!ended)
        return ended.error();
    if (ended->code == QKeychain::EntryNotFound)
        return std::optional<Secret>();
    if (ended->code != QKeychain::NoError)
        return errorOf(*ended);
    return std::optional<Secret>(std::move(ended->secret));
}

Result<void> Keyring::write(const QString& name, const Secret& secret, std::stop_token stop)
{
    const auto copy = std::make_shared<Secret>(secret.copy());
    auto ended = waitedFor<Ended>(
        jobFor<QKeychain::WritePasswordJob>(
            name, [copy](QKeychain::WritePasswordJob& job) { job.setTextData(QString::fromUtf8(copy->view())); }, {}),
        stop);
    if (!ended)
        return ended.error();
    return ended->code == QKeychain::NoError ? Result<void>() : errorOf(*ended);
}

Result<void> Keyring::remove(const QString& name, std::stop_token stop)
{
    auto ended = waitedFor<Ended>(jobFor<QKeychain::DeletePasswordJob>(name, {}, {}), stop);
    if (!ended)
        return ended.error();
    return ended->code == QKeychain::NoError || ended->code == QKeychain::EntryNotFound ? Result<void>()
                                                                                        : errorOf(*ended);
}

} // namespace bascule
