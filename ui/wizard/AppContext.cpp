// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/AppContext.h"

#include "core/hosts/KeptWatches.h"
#include "core/hosts/Keyring.h"
#include "core/hosts/KeyringPrompter.h"
#include "core/hosts/RememberingPrompter.h"
#include "core/hosts/SshConnection.h"
#include "ui/prompts/WindowPrompter.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace bascule::ui {

AppContext::AppContext(const Clock& clock, Language language, QObject* parent, std::shared_ptr<SecretStore> secrets)
    : QObject(parent)
    , m_clock(clock)
    , m_snapshot(std::make_shared<const Snapshot>())
{
    qRegisterMetaType<SnapshotPtr>();
    if (!secrets)
        secrets = std::make_shared<Keyring>();
    // Jobs, which call this on their threads, end before this does.
    const auto complain = [this](const Error& error) {
        QMetaObject::invokeMethod(
            this, [this, error] { Q_EMIT errorRaised(error); }, Qt::QueuedConnection);
    };
    m_prompter = std::make_shared<KeyringPrompter>(std::make_shared<WindowPrompter>(this), secrets, complain);
    m_connections = std::make_shared<SshConnections>(m_prompter);
    m_quiet = m_connections->asking(std::make_shared<KeyringPrompter>(nullptr, secrets));
    m_text = std::make_unique<text::Phrasebook>(language);
    installTranslators(language);
    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        m_board.reset(); // evidence expires with time, not only with changes
        Q_EMIT snapshotChanged();
    });
    m_minute.start();
    // A job may write hundreds of times a second: the pages look ten times at most.
    m_soon.setInterval(100);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (m_session)
            setSnapshot(m_session->snapshot());
    });
}

AppContext::~AppContext() = default;

std::shared_ptr<SshConnections> AppContext::connectionsForJob() const
{
    return m_connections->asking(
        std::make_shared<RememberingPrompter>(m_prompter, std::make_shared<RememberedSecrets>()));
}

const Board& AppContext::board() const
{
    if (!m_board)
        m_board = computeBoard(*m_snapshot, m_clock.now());
    return *m_board;
}

void AppContext::installTranslators(Language language)
{
    const bool french = language == Language::French;
    const QLocale locale =
        french ? QLocale(QLocale::French, QLocale::France) : QLocale(QLocale::English, QLocale::UnitedKingdom);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_qtWords);
    QCoreApplication::removeTranslator(&m_ownWords);
    const QString code = french ? u"fr"_s : u"en"_s;
    if (m_qtWords.load(u":/i18n/qtbase_"_s + code + u".qm"_s))
        QCoreApplication::installTranslator(&m_qtWords);
    // English has one too: its plurals.
    if (m_ownWords.load(u":/i18n/bascule_"_s + code + u".qm"_s))
        QCoreApplication::installTranslator(&m_ownWords);
}

void AppContext::setLanguage(Language language)
{
    if (language == m_text->language())
        return;
    m_text = std::make_unique<text::Phrasebook>(language);
    installTranslators(language);
    Q_EMIT languageChanged();
}

void AppContext::openProject(const QString& file, OpenMode mode)
{
    Q_EMIT opening(file);
    Session::openLater(file, mode, std::nullopt, m_clock, this, [this](Result<std::shared_ptr<ProjectStore>> opened) {
        if (!opened)
            Q_EMIT errorRaised(opened.error());
        else
            take(std::move(opened).value());
    });
}

void AppContext::newProject(const QString& file, const Project& project, std::function<void(bool)> done)
{
    Q_EMIT opening(file);
    Session::openLater(file, OpenMode::ReadWrite, project, m_clock, this,
                       [this, done = std::move(done)](Result<std::shared_ptr<ProjectStore>> opened) {
                           const bool ok = opened.ok();
                           if (!ok)
                               Q_EMIT errorRaised(opened.error());
                           else
                               take(std::move(opened).value());
                           if (done)
                               done(ok);
                       });
}

void AppContext::take(std::shared_ptr<ProjectStore> store)
{
    letGo();
    m_session = std::make_unique<Session>(
        std::move(store), m_clock, [this] { return connectionsForJob(); }, std::make_shared<KeptWatches>());
    connect(&m_session->store(), &ProjectStore::changed, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    JobRunner& runner = m_session->runner();
    connect(&runner, &JobRunner::started, this, &AppContext::jobsChanged);
    connect(&runner, &JobRunner::progressed, this, &AppContext::jobsChanged);
    connect(&runner, &JobRunner::finished, this, [this](JobId id, const Outcome& outcome) {
        if (m_session)
            setSnapshot(m_session->snapshot());
        Q_EMIT jobsChanged();
        Q_EMIT jobFinished(id, outcome);
        if (outcome.kind == Outcome::Kind::Failed && outcome.error)
            Q_EMIT errorRaised(*outcome.error);
    });
    m_snapshot = m_session->snapshot();
    m_board.reset();
    Q_EMIT sessionChanged();
    Q_EMIT snapshotChanged();
    Q_EMIT jobsChanged();
}

/// Asks the session's jobs to stop and keeps it until they have: the window never waits for them.
void AppContext::letGo()
{
    if (!m_session)
        return;
    Session* leaving = m_session.get();
    disconnect(&leaving->store(), nullptr, this, nullptr);
    disconnect(&leaving->runner(), nullptr, this, nullptr);
    leaving->runner().cancelAll();
    if (leaving->runner().idle()) {
        m_session.reset();
        return;
    }
    m_leaving.push_back(std::move(m_session));
    const auto drop = [this, leaving] {
        if (leaving->runner().idle())
            std::erase_if(m_leaving, [leaving](const auto& each) { return each.get() == leaving; });
    };
    // Queued: the runner is not to be destroyed inside its own signal.
    connect(&leaving->runner(), &JobRunner::finished, this, drop, Qt::QueuedConnection);
}

void AppContext::closeProject()
{
    if (!m_session)
        return;
    letGo();
    m_session.reset();
    m_snapshot = std::make_shared<const Snapshot>();
    m_board.reset();
    Q_EMIT sessionChanged();
    Q_EMIT snapshotChanged();
    Q_EMIT jobsChanged();
}

void AppContext::setSnapshot(SnapshotPtr snapshot)
{
    if (!snapshot || snapshot == m_snapshot)
        return;
    m_snapshot = std::move(snapshot);
    m_board.reset();
    Q_EMIT snapshotChanged();
}

JobId AppContext::startJob(std::unique_ptr<Job> job)
{
    return m_session ? m_session->runner().start(std::move(job)) : 0;
}

AppContext::Speed AppContext::speed() const
{
    const Project& project = m_snapshot->project;
    return m_speed.value_or(Speed{project.copyRate, project.copyPolite});
}

void AppContext::setSpeed(const Speed& speed)
{
    if (!m_session || readOnly() || speed == this->speed())
        return;
    m_speed = speed;
    m_session->runner().setPace(speed.bytesPerSecond, speed.polite);
    write(
        [speed](StoreTx& tx) -> Result<void> {
            auto row = tx.get<Project>(1);
            if (!row)
                return row.error();
            Project project = *row;
            project.copyRate = speed.bytesPerSecond;
            project.copyPolite = speed.polite;
            return tx.update(project);
        },
        [this, speed](bool) {
            if (m_speed == speed)
                m_speed.reset();
            Q_EMIT jobsChanged();
        });
    Q_EMIT jobsChanged();
}

bool AppContext::isRunning(const QString& titleCode) const
{
    if (!m_session)
        return false;
    for (const JobView& job : m_session->runner().active()) {
        if (job.title.code == titleCode)
            return true;
    }
    return false;
}

void AppContext::write(ProjectStore::Write change, std::function<void(bool)> done)
{
    if (!m_session)
        return;
    const std::shared_ptr<ProjectStore> store = m_session->sharedStore();
    // Called on the writer thread; this context outlives its sessions, whose end joins that thread.
    const auto written = [this, store = std::weak_ptr(store), done = std::move(done)](const Result<void>& result) {
        const std::optional<Error> error = result ? std::nullopt : std::optional(result.error());
        QMetaObject::invokeMethod(
            this,
            [this, store, done, error] {
                if (m_session && m_session->sharedStore() == store.lock())
                    setSnapshot(m_session->snapshot());
                if (error)
                    Q_EMIT errorRaised(*error);
                if (done)
                    done(!error);
            },
            Qt::QueuedConnection);
    };
    m_session->store().writeLater(std::move(change), written);
}

} // namespace bascule::ui
