// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/StopSwitch.h"
#include "core/runbook/Executor.h"
#include "core/runbook/Scope.h"
#include "core/runbook/TreePrint.h"

namespace bascule {

class KeptManifests;

/// The two ends of a run, and what lies between them.
struct Ground
{
    HostPath source, target; ///< roots, absolute
    HostPath link;           ///< what users go through, absolute; may be empty
    bool rehearsal = false;  ///< the source is in use and not frozen
    bool firstCopy = false;  ///< what cannot be copied while it changes is noted and left to the final sync
    std::string owner;       ///< of the freezes this run makes
    std::shared_ptr<StopSwitch> asking = std::make_shared<StopSwitch>(); ///< of the hosts; shared with the executor
    MigrationScope scope;
};

/// The host of a server for a whole run: what is asked of it ends with the stop that `asking` has then, none of its own
/// while the run is taken back. This machine for a folder of it, whether it is there or not. Errors as hostFor().
Result<HostPtr> hostForRun(const Server& server, SshConnections* connections, std::shared_ptr<const StopSwitch> asking);

/// Forth: from the source to the target. Back: what users wrote on the target returns to the source.
enum class Direction { Forth, Back };

/// The tree a direction reads from, or writes to.
inline Side readSide(Direction direction)
{
    return direction == Direction::Forth ? Side::Source : Side::Target;
}
inline const HostPath& rootOf(const Ground& ground, Side side)
{
    return side == Side::Source ? ground.source : ground.target;
}

struct CarryOptions
{
    Direction direction = Direction::Forth;
    /// A folder for what is replaced or deleted, on the server that is written to; empty: not kept.
    HostPath keepIn;
    std::string freezeOwner; ///< owner of the freeze of the folder written to, if there is one
};

/// One sync of a unit, with proof "proof.synced". Errors: "sync.incomplete" (params count, reason; subject: the first
/// path), those of the engine.
StepOutcome carryUnit(const Ground& ground, const ScopeUnit& unit, const CarryOptions& options, StepEnv& env);

/// A database by SQLite's backup interface, staged and compared with `expected` (a digest's hash; empty: the digest of
/// the original now). The replaced one is copied to `keepIn` first. Errors: "database.differs", those of SQLite.
StepOutcome carryDatabase(const Ground& ground, const ScopeDatabase& database, const CarryOptions& options,
                          const QString& expected, StepEnv& env);

/// Settles the folders' times that the databases' arrival moved, then compares metadata and contents of every unit.
/// In a rehearsal, what users changed on the source meanwhile (ctime newer than `sinceNs`) is noted and not counted.
/// With `kept` it gets the manifests. Errors: "verify.differences" (params count, what; subject: the first path).
StepOutcome compareUnits(const Ground& ground, const CarryOptions& options, qint64 sinceNs, StepEnv& env,
                         KeptManifests* kept = nullptr);

/// What would be carried over now, without writing anything.
struct CarryPreview
{
    qint64 created = 0, changed = 0, deleted = 0, bytes = 0;
    struct Example
    {
        QString path;
        QString what; ///< "created", "changed", "deleted"
    };
    std::vector<Example> examples; ///< at most 200
    std::vector<Path> paths;       ///< of changed and deleted ones, relative to the root written to; at most 10,000
};
Result<CarryPreview> previewUnits(const Ground& ground, const CarryOptions& options, std::stop_token stop);

/// What a frozen end looked like: the tree and, by path, each database's stamp and digest.
QJsonObject endToJson(const TreePrint& print, const QJsonObject& databases);
/// Takes that picture. Databases that cannot be read are an error.
Result<QJsonObject> pictureOf(const Ground& ground, Side side, std::stop_token stop);
/// Nothing when that end is as it was; else the Error `code` with params count and examples of what changed.
/// Errors of looking come back as themselves.
std::optional<Error> changedSincePicture(const Ground& ground, Side side, const QJsonObject& picture, const char* code,
                                         std::stop_token stop);
/// The digest's hash of a database in a picture.
QString pictureHash(const QJsonObject& picture, const Path& path);
qint64 pictureCtime(const QJsonObject& picture);

} // namespace bascule
