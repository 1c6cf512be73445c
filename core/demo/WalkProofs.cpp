// SPDX-License-Identifier: GPL-3.0-or-later
// The walk's first half: the project, its map, its backups, its rehearsal.
#include "core/demo/Walker.h"

#include "core/backups/Backups.h"
#include "core/compatibility/CompatibilityJob.h"
#include "core/dependencies/DependencyScanJob.h"
#include "core/hosts/Setup.h"
#include "core/inventory/Decisions.h"
#include "core/inventory/InventoryJob.h"
#include "core/planning/Plan.h"
#include "core/rehearsal/Drift.h"
#include "core/rehearsal/Rehearse.h"
#include "core/rehearsal/Scenarios.h"

namespace bascule::demo {

using namespace Qt::StringLiterals;

Result<void> Walker::makeProject()
{
    say("demo.step-project");
    Project project;
    project.name = u"Maison Delorme"_s;
    project.language = m_walk.language;
    project.switchLink = m_places.link;
    auto made = ProjectStore::create(m_places.project, project, m_walk.clock);
    if (!made)
        return made.error();
    m_store = *made;
    m_application.start();
    return write([&](StoreTx& tx) -> Result<void> {
        const std::pair<const char16_t*, PersonRole> people[] = {{kItLead, PersonRole::It},
                                                                 {kDirector, PersonRole::Management},
                                                                 {kSales, PersonRole::Business},
                                                                 {kAccounts, PersonRole::Business}};
        for (const auto& [name, role] : people) {
            Person person;
            person.name = QString::fromUtf16(name);
            person.role = role;
            if (auto saved = savePerson(tx, person); !saved)
                return saved.error();
        }
        const std::tuple<const char16_t*, ServerRole, Path> servers[] = {
            {u"vega", ServerRole::Source, m_places.oldServer},
            {u"altair", ServerRole::Target, m_places.newServer},
            {u"lyra", ServerRole::Test, m_places.testServer}};
        for (const auto& [name, role, root] : servers) {
            Server server;
            server.name = QString::fromUtf16(name);
            server.role = role;
            server.root = root;
            if (auto saved = saveServer(tx, server); !saved)
                return saved.error();
        }
        return {};
    });
}

Result<void> Walker::takeInventory()
{
    say("demo.step-inventory");
    // The new server too, for what it can and cannot take.
    const SnapshotPtr seen = m_store->snapshot();
    std::vector<Id> servers;
    for (const Server& server : seen->servers) {
        if (server.role != ServerRole::Test)
            servers.push_back(server.id);
    }
    if (auto done = run(std::make_unique<InventoryJob>(servers)); !done)
        return done.error();
    if (auto done = decideAssets(); !done)
        return done;
    say("demo.step-dependencies");
    if (auto done = run(std::make_unique<DependencyScanJob>()); !done)
        return done.error();
    if (auto done = decideDependencies(); !done)
        return done;
    say("demo.step-compatibility");
    if (auto done = run(std::make_unique<CompatibilityJob>()); !done)
        return done.error();
    if (auto done = acceptFindings(); !done)
        return done;
    say("demo.step-validate", {{u"person"_s, QString::fromUtf16(kItLead)}});
    return write([&](StoreTx& tx) { return validateMap(tx, QString::fromUtf16(kItLead)); });
}

namespace {

/// The business stands still without these.
bool isCritical(const Asset& asset)
{
    return asset.kind == AssetKind::Database || asset.path == "opt/gesto" || asset.path == "srv/shares/compta" ||
           asset.path == "srv/shares/commercial";
}

QString ownerOf(const Asset& asset)
{
    if (asset.path == "srv/shares/compta")
        return QString::fromUtf16(kAccounts);
    if (asset.path == "srv/shares/commercial" || asset.kind == AssetKind::Application)
        return QString::fromUtf16(kSales);
    if (asset.path == "srv/shares/direction" || asset.path == "srv/shares/rh")
        return QString::fromUtf16(kDirector);
    return QString::fromUtf16(kItLead);
}

} // namespace

Result<void> Walker::decideAssets()
{
    const SnapshotPtr seen = m_store->snapshot();
    return write([&](StoreTx& tx) -> Result<void> {
        for (const Asset* asset : seen->presentAssets()) {
            AssetChange change;
            change.critical = isCritical(*asset);
            change.owner = ownerOf(*asset);
            // Old backups stay where they are: the new server makes its own.
            change.migrate = asset->kind != AssetKind::Backups;
            if (auto done = setAsset(tx, asset->id, change, QString::fromUtf16(kItLead)); !done)
                return done;
        }
        return {};
    });
}

Result<void> Walker::decideDependencies()
{
    const SnapshotPtr seen = m_store->snapshot();
    const QString by = QString::fromUtf16(kItLead);
    const QString gone =
        french() ? u"Cette imprimante a été remplacée en 2024."_s : u"This printer was replaced in 2024."_s;
    return write([&](StoreTx& tx) -> Result<void> {
        for (const Dependency& dependency : seen->dependencies) {
            if (dependency.state != DependencyState::ToConfirm)
                continue;
            const bool printer = dependency.toName.contains(u"192.168.10.40"_s);
            auto done =
                decideDependency(tx, dependency.id, printer ? DependencyState::Dismissed : DependencyState::Confirmed,
                                 by, printer ? gone : QString());
            if (!done)
                return done;
        }
        return {};
    });
}

Result<void> Walker::acceptFindings()
{
    const SnapshotPtr seen = m_store->snapshot();
    const QString why = french() ? u"Vu avec l’équipe : connu et sans conséquence pour la bascule."_s
                                 : u"Reviewed with the team: known, and of no consequence for the cutover."_s;
    return write([&](StoreTx& tx) -> Result<void> {
        for (const Finding& finding : seen->findings) {
            if (finding.state != FindingState::Open ||
                (finding.kind == FindingKind::Finding && finding.severity == FindingSeverity::Note))
                continue;
            if (auto done = decideFinding(tx, finding.id, FindingState::Accepted, QString::fromUtf16(kItLead), why);
                !done)
                return done;
        }
        return {};
    });
}

Result<void> Walker::proveBackups()
{
    say("demo.step-backups");
    if (auto done = run(std::make_unique<DiscoverBackupsJob>()); !done)
        return done.error();
    // One of them is cut short, so neither of these can be all good: that is for the checkpoint to judge.
    if (auto done = run(std::make_unique<BackupReadJob>()); !done)
        return done.error();
    say("demo.step-restore");
    if (auto done = run(std::make_unique<RestoreTestJob>()); !done)
        return done.error();
    const QString scenario =
        french() ? u"1. Prévenir les utilisateurs.\n2. Figer altair.\n3. Ramener sur vega ce qui a été écrit depuis la "
                   "bascule.\n4. Remettre le lien sur vega.\n5. Relancer Gesto et contrôler une commande."_s
                 : u"1. Tell the users.\n2. Freeze altair.\n3. Bring back to vega what was written since the cutover.\n"
                   "4. Point the link at vega.\n5. Start Gesto and check an order."_s;
    return write([&](StoreTx& tx) { return writeRollbackScenario(tx, scenario, QString::fromUtf16(kItLead)); });
}

Result<void> Walker::rehearseUntilGood()
{
    const auto good = run(std::make_unique<RehearseJob>());
    if (!good)
        return good.error();
    // A load test can fail on a machine that is busy with something else: it is run again, as anybody would.
    for (int attempt = 0; attempt < 3; ++attempt) {
        const SnapshotPtr seen = m_store->snapshot();
        const bool failed = std::any_of(seen->scenarios.begin(), seen->scenarios.end(),
                                        [](const Scenario& one) { return one.state == ScenarioState::Failed; });
        if (!failed)
            return {};
        if (auto again = run(std::make_unique<ScenarioRunJob>()); !again)
            return again.error();
    }
    return makeError("demo.step-failed", m_places.project, {{"step", std::string("job.rehearse")}});
}

Result<void> Walker::rehearse()
{
    const auto proposed = proposeScenarios(*m_store->snapshot());
    auto added = write([&](StoreTx& tx) -> Result<void> {
        for (const Scenario& scenario : proposed) {
            if (auto set = setScenario(tx, scenario); !set)
                return set.error();
        }
        return {};
    });
    if (!added)
        return added;
    say("demo.step-rehearse");
    if (auto done = rehearseUntilGood(); !done)
        return done;
    // The old server is in use: what was written since is a difference that somebody has to look at.
    if (auto done = run(std::make_unique<DriftJob>()); !done)
        return done.error();
    const SnapshotPtr seen = m_store->snapshot();
    const QString why = french() ? u"Commandes saisies depuis la répétition : la bascule les reprendra."_s
                                 : u"Orders entered since the rehearsal: the cutover takes them over."_s;
    return write([&](StoreTx& tx) -> Result<void> {
        for (const Drift& drift : seen->drifts) {
            if (drift.state != DifferenceState::Open)
                continue;
            if (auto done = decideDrift(tx, drift.id, DifferenceState::Accepted, QString::fromUtf16(kItLead), why);
                !done)
                return done;
        }
        const QString subject = rehearsalSubject(*seen);
        const std::pair<const char16_t*, PersonRole> signatures[] = {{kItLead, PersonRole::It},
                                                                     {kSales, PersonRole::Business}};
        for (const auto& [name, role] : signatures) {
            if (auto done = approve(tx, u"rehearsal"_s, QString::fromUtf16(name), role, subject); !done)
                return done.error();
        }
        return {};
    });
}

} // namespace bascule::demo
