// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Compare.h"
#include "core/project/Describe.h"

namespace bascule {

/// A row's number in its table; 0 is none.
using Id = qint64;

// ---------------------------------------------------------------- project, people, servers

enum class Language { French, English };
enum class PersonRole { It, Business, Management };
enum class ServerRole { Source, Target, Test, Other };
/// Local: a folder of this machine stands for the server. Ssh: another machine.
enum class ServerKind { Local, Ssh };
/// How far the migration itself has come. Monitoring and the 7 days begin at CutOver.
enum class MigrationState { Preparing, CutoverRunning, CutOver, RollbackRunning, RolledBack, Committed };

struct Project
{
    Id id = 1;
    QString name;
    Language language = Language::French;
    QDateTime createdAt;
    Path switchLink;                   ///< the symlink that users and services go through, on the
                                       ///< target's server where that is over SSH; may be empty
    int rtoMinutes = 240;              ///< default objective of recovery for an asset
    int evidenceDays = 7;              ///< how long a restore test stays good
    int rehearsalDays = 14;            ///< how long a rehearsal stays good
    int rollbackDays = 7;              ///< how long a rollback stays possible after the cutover
    double availabilityTarget = 99.95; ///< percent, over the observation period
    int observationHours = 168;        ///< length of the observation period after the cutover
    QString rollbackScenario;          ///< the written scenario
    MigrationState state = MigrationState::Preparing;
    QDateTime cutoverAt;                                ///< when users were opened on the target
    QString lastPage;                                   ///< where the wizard was left
    qint64 copyRate = 0;                                ///< transfers take at most so many bytes a second; 0: no limit
    bool copyPolite = false;                            ///< and go slowly while the server they read is busy
    engine::OwnersBy owners = engine::OwnersBy::Number; ///< whose the files are on the target
};

struct Person
{
    Id id = 0;
    QString name;
    PersonRole role = PersonRole::It;
    QString contact;
};

struct Server
{
    Id id = 0;
    QString name;
    ServerRole role = ServerRole::Source;
    ServerKind kind = ServerKind::Local;
    Path root; ///< the folder that stands for the server; of another machine's, its folder there
    QDateTime inventoriedAt;
    QString address = {}; ///< Ssh: [user@]host[:port], as SshAddress reads it
    bool sudo = false;    ///< Ssh: work there as root through sudo
};

// ---------------------------------------------------------------- inventory and dependencies

enum class AssetKind { Share, Application, Database, Service, Task, Backups, Files };
enum class FindingKind { Finding, BlindSpot };
enum class FindingSeverity { Blocking, ToFix, Note };
enum class FindingState { Open, Accepted, Resolved };
enum class DependencyState { ToConfirm, Confirmed, Dismissed };

struct Asset
{
    Id id = 0;
    Id server = 0;
    AssetKind kind = AssetKind::Files;
    QString name;
    Path path;       ///< relative to the server's root; "" is the root itself (Files: what no other asset covers)
    QString version; ///< e.g. "SQLite 3.40.1"; may be empty
    qint64 bytes = 0;
    qint64 files = 0;
    QDateTime lastWrite;
    bool critical = false;
    QString owner; ///< a person's name
    bool migrate = true;
    Path destination;   ///< relative to the target's root; empty: the same path
    int rtoMinutes = 0; ///< 0: the project's
    QDateTime seenAt;   ///< last inventory that saw it
    bool gone = false;  ///< a later inventory did not see it any more
    QString key;        ///< identity over inventories: kind + path
};

struct Finding
{
    Id id = 0;
    Id server = 0;
    Id asset = 0;
    FindingKind kind = FindingKind::Finding;
    FindingSeverity severity = FindingSeverity::Note;
    QString room; ///< who found it: "inventory", "compatibility", …; a new run replaces its own open ones
    QString code; ///< for the catalogue
    QString subject;
    QJsonObject params;
    FindingState state = FindingState::Open;
    QString by, why;
    QString key; ///< identity over runs, so that acceptance survives
};

struct Dependency
{
    Id id = 0;
    Id from = 0;        ///< asset
    Id to = 0;          ///< asset, or 0 when outside
    QString toName;     ///< name of what is outside, e.g. "ldap.example.org:389"
    QString kind;       ///< code: "path", "sqlite", "address", "connection", …
    int confidence = 0; ///< percent
    DependencyState state = DependencyState::ToConfirm;
    QString by, why;
    QJsonArray evidence;  ///< [{file, line, excerpt (redacted)}]
    bool dormant = false; ///< only in a periodic task
    QString key;          ///< identity over scans
};

// ---------------------------------------------------------------- backups

enum class ReadState { NotRead, Intact, CutShort, Damaged, Empty, NotABackup, Missing };
enum class RestoreState { NotTested, Restored, Failed };

struct Backup
{
    Id id = 0;
    Id asset = 0;
    Id server = 0;    ///< where the file is; 0: on this machine
    Path path;        ///< relative to the server's root, or absolute
    QString kind;     ///< auto, tar, zip (others: a later issue)
    QDateTime madeAt; ///< the file's mtime
    qint64 bytes = 0;
    ReadState read = ReadState::NotRead;
    QDateTime readAt;
    qint64 readMs = 0;
    qint64 entries = 0;
    QString hash; ///< of the file when it was read, so that a later change shows
    RestoreState restore = RestoreState::NotTested;
    QDateTime restoredAt;
    qint64 restoreMs = 0;
    QJsonObject comparison; ///< {"equal":n,"changedSince":n,"missing":n,"different":n}
    QJsonArray problems;    ///< [{code, subject, params}]
    QJsonArray steps;       ///< what the test did: [{code, ok, ms, params}]
    Id readEvidence = 0, restoreEvidence = 0;
};

// ---------------------------------------------------------------- rehearsal, planning, cutover

enum class ScenarioKind { Behaviour, Performance, Rights, Compatibility };
enum class ScenarioState { NotRun, Passed, Failed };
enum class DifferenceState { Open, Accepted, Resolved };
enum class RunKind { Presync, Rehearsal, Cutover, Rollback, RollbackDrill };
enum class RunState { Running, Succeeded, Failed, Cancelled, RolledBack };
enum class StepState { Waiting, Running, Verified, Failed, Undone, Skipped };
enum class WindowState { Chosen, Withdrawn };

struct Scenario
{
    Id id = 0;
    QString name;
    ScenarioKind kind = ScenarioKind::Behaviour;
    bool required = true;
    QString probe;      ///< what is run: "sqlite-query", "file-readable", "rights-equal", "read-rate", "link-targets"
    QJsonObject params; ///< of the probe
    ScenarioState state = ScenarioState::NotRun;
    QDateTime ranAt;
    qint64 tookMs = 0;
    QJsonObject outcome; ///< {code, params}
    Id run = 0;          ///< the rehearsal that the result belongs to
    Id evidence = 0;
};

/// A difference between the test environment and production ("drift").
struct Drift
{
    Id id = 0;
    Id asset = 0;
    QString code;
    QString subject;
    QJsonObject params;
    DifferenceState state = DifferenceState::Open;
    QString by, why;
    QString key;
};

/// One run of a runbook.
struct Run
{
    Id id = 0;
    RunKind kind = RunKind::Rehearsal;
    RunState state = RunState::Running;
    QString runbookHash;
    QDateTime startedAt, endedAt;
    QJsonObject facts; ///< files, bytes, rollbackMs, …
    QJsonObject error; ///< {code, subject, params, detail}
    Id evidence = 0;
};

/// The journal: one row a step of a run, written before and after.
struct RunStep
{
    Id id = 0;
    Id run = 0;
    int number = 0;
    QString code;    ///< "precheck", "freeze", "sync", "database", "verify", "switch", "checks", "open", …
    QString subject; ///< e.g. the database's name
    QJsonObject params;
    StepState state = StepState::Waiting;
    QDateTime startedAt, endedAt;
    qint64 plannedMs = 0;
    QJsonArray proof; ///< [{code, ok, params}]
    QJsonObject error;
};

struct Window
{
    Id id = 0;
    QDateTime start; ///< UTC
    int minutes = 0;
    WindowState state = WindowState::Chosen;
};

struct CriticalPeriod
{
    Id id = 0;
    QDateTime from, to; ///< UTC
    QString why;
};

struct Approval
{
    Id id = 0;
    QString step; ///< "inventory", "rehearsal", "planning", "go"
    QString person;
    PersonRole role = PersonRole::It;
    QDateTime at;
    QString subject; ///< hash of what was approved: the map, the rehearsal run, the plan
    Id evidence = 0;
};

struct Waiver
{
    Id id = 0;
    QString step;
    QString person;
    QString why;
    QDateTime at;
    Id evidence = 0;
};

/// A message to the users, ready to send. `moment`: "before", "start", "end", "rollback".
struct Message
{
    Id id = 0;
    QString moment;
    QString text;
    bool ready = false;
};

/// Whom to call, in order.
struct Contact
{
    Id id = 0;
    int place = 0;
    QString name;
    QString phone;
};

// ---------------------------------------------------------------- monitoring

enum class CheckState { NotRun, Up, Degraded, Down, Unknown };

struct Check
{
    Id id = 0;
    Id asset = 0;
    QString name;
    QString kind; ///< "file", "sqlite", "link", "tcp", "http", "tls", "dns"
    QJsonObject params;
    int everySeconds = 60;
    bool enabled = true;
    CheckState state = CheckState::NotRun;
    QDateTime ranAt;
    QJsonObject baseline; ///< {"medianMs","p5Ms","p95Ms","rounds","at"}, measured before the cutover
    Id baselineEvidence = 0;
};

struct CheckResult
{
    Id id = 0;
    Id check = 0;
    QDateTime at;
    CheckState state = CheckState::Unknown;
    double ms = 0;
    QJsonObject outcome; ///< {code, params}
    bool baseline = false;
};

struct Incident
{
    Id id = 0;
    Id check = 0;
    QDateTime openedAt, closedAt;
    QString code;
    QJsonObject params;
    QString by, why; ///< who closed it by hand, if so
};

// ---------------------------------------------------------------- evidence

/// One line of the append-only ledger. `hash` covers the line and `prev`, the hash of the line before.
struct Evidence
{
    Id id = 0;
    QDateTime at;
    QString who;  ///< a person, or "bascule"
    QString step; ///< "inventory", "backups", "rehearsal", "planning", "monitoring", "cutover", "project"
    QString kind; ///< what was measured or decided, see Ledger.h
    QString subject;
    QJsonObject data;
    QString prev, hash;
};

} // namespace bascule

#include "core/project/ValuesDescribed.h"
