// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/Board.h"
#include "core/jobs/Session.h"
#include "core/text/Catalogue.h"

#include <QObject>
#include <QTimer>
#include <QTranslator>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace bascule {
class Prompter;
class SecretStore;
class SshConnections;
} // namespace bascule

namespace bascule::ui {

/// What pages have at hand: the open project (or none), words, and the ways to act. Lives on the GUI thread; outlives
/// every page. Pages never talk to each other: they read the snapshot and ask for jobs and writes here.
class AppContext : public QObject
{
    Q_OBJECT
public:
    /// `clock` must outlive this. `secrets`: where passwords are kept if a person says so; the desktop's keyring unless
    /// given.
    AppContext(const Clock& clock, Language language, QObject* parent = nullptr,
               std::shared_ptr<SecretStore> secrets = {});
    ~AppContext() override;

    /// The open project; null when none is open.
    Session* session() const { return m_session.get(); }
    bool hasProject() const { return m_session != nullptr; }
    bool readOnly() const { return snapshot()->readOnly; }
    /// The newest state; an empty one, never null, when no project is open.
    SnapshotPtr snapshot() const { return m_snapshot; }
    /// The five checkpoints of snapshot() now; computed once a snapshot and once a minute.
    const Board& board() const;
    const text::Phrasebook& text() const { return *m_text; }
    Language language() const { return m_text->language(); }
    QDateTime now() const { return m_clock.now(); }
    const Clock& clock() const { return m_clock; }

    /// Takes up another language at once: translators, QLocale, Phrasebook; then languageChanged().
    void setLanguage(Language language);

    /// Opens a project (closing the one that is open). Errors go to errorRaised().
    void openProject(const QString& file, OpenMode mode = OpenMode::ReadWrite);
    /// Makes a new one and opens it. `done(true)` once it is open.
    void newProject(const QString& file, const Project& project, std::function<void(bool)> done = {});
    /// Asks running jobs to stop and closes. The runner joins its threads.
    void closeProject();

    /// Hands a job to the runner; 0 when no project is open.
    JobId startJob(std::unique_ptr<Job> job);
    /// True while a job with that title code runs or waits ("job.inventory"); for disabling its button with a reason.
    bool isRunning(const QString& titleCode) const;
    /// How fast the project's transfers go: the one that runs, at once, and those that follow. The project remembers
    /// it.
    struct Speed
    {
        qint64 bytesPerSecond = 0; ///< 0: no limit
        bool polite = false;       ///< slowly while the server they read is busy
        bool operator==(const Speed&) const = default;
    };
    Speed speed() const;
    void setSpeed(const Speed& speed);
    /// Connections to servers over SSH; what ssh asks comes up as a dialog, each time. (Jobs have the same connections
    /// in their JobContext, and are not asked twice.)
    std::shared_ptr<SshConnections> connections() const { return m_connections; }
    /// The same for what nobody asked for: no dialog ever comes of it. What a keyring has is used.
    std::shared_ptr<SshConnections> quietConnections() const { return m_quiet; }
    /// Writes on the store's thread without waiting. An error is shown on the page; `done(ok)` is called on the GUI
    /// thread, after the new snapshot has arrived here.
    void write(ProjectStore::Write change, std::function<void(bool)> done = {});

    /// The person who decided last (dialogs begin with it).
    QString lastPerson() const { return m_lastPerson; }
    void setLastPerson(const QString& person) { m_lastPerson = person; }

    void goTo(const Target& target) { Q_EMIT navigationAsked(target); }
    void goTo(PageId page, const QString& kind = {}, Id id = 0) { goTo(Target{page, kind, id}); }
    void openBoard() { Q_EMIT boardAsked(); }
    /// Shown on the page in front, until it is closed.
    void showError(const Error& error) { Q_EMIT errorRaised(error); }

Q_SIGNALS:
    /// The snapshot (or the minute, so that evidence expires in sight) changed.
    void snapshotChanged();
    /// Another project is open, or none any more. snapshotChanged() follows.
    void sessionChanged();
    void languageChanged();
    /// A job started, moved (ten times a second) or ended.
    void jobsChanged();
    void jobFinished(bascule::JobId id, const bascule::Outcome& outcome);
    void opening(const QString& file);
    void navigationAsked(const bascule::Target& target);
    void boardAsked();
    void errorRaised(const bascule::Error& error);

private:
    void take(std::shared_ptr<ProjectStore> store);
    void setSnapshot(SnapshotPtr snapshot);
    void installTranslators(Language language);
    void letGo();

    const Clock& m_clock;
    /// The same connections, where what was typed is known until the job has ended: nobody may sit here when one that
    /// breaks is made anew.
    std::shared_ptr<SshConnections> connectionsForJob() const;

    std::shared_ptr<Prompter> m_prompter;
    std::shared_ptr<SshConnections> m_connections, m_quiet; ///< before the sessions, whose jobs use them
    std::unique_ptr<Session> m_session;
    SnapshotPtr m_snapshot;
    std::optional<Speed> m_speed; ///< that is on its way into the project
    std::unique_ptr<text::Phrasebook> m_text;
    QTranslator m_qtWords, m_ownWords;
    mutable std::optional<Board> m_board;
    QTimer m_minute, m_soon;
    std::vector<std::unique_ptr<Session>> m_leaving; ///< closed, until their jobs have stopped
    QString m_lastPerson;
};

} // namespace bascule::ui
