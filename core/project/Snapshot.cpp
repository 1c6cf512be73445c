// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/Snapshot.h"

#include "core/project/Checkpoint.h"

#include <algorithm>

namespace bascule {

const Server* Snapshot::server(Id id) const
{
    return findById(servers, id);
}

const Server* Snapshot::serverOf(ServerRole role) const
{
    const auto at = std::find_if(servers.begin(), servers.end(), [&](const Server& s) { return s.role == role; });
    return at == servers.end() ? nullptr : &*at;
}

const Asset* Snapshot::asset(Id id) const
{
    return findById(assets, id);
}

const Backup* Snapshot::backup(Id id) const
{
    return findById(backups, id);
}

const Run* Snapshot::lastRun(RunKind kind) const
{
    const auto at = std::find_if(runs.rbegin(), runs.rend(), [&](const Run& run) { return run.kind == kind; });
    return at == runs.rend() ? nullptr : &*at;
}

std::vector<const RunStep*> Snapshot::stepsOf(Id run) const
{
    std::vector<const RunStep*> steps;
    for (const RunStep& step : runSteps) {
        if (step.run == run)
            steps.push_back(&step);
    }
    std::stable_sort(steps.begin(), steps.end(), [](auto* a, auto* b) { return a->number < b->number; });
    return steps;
}

const Window* Snapshot::window() const
{
    const auto at = std::find_if(windows.rbegin(), windows.rend(),
                                 [](const Window& window) { return window.state == WindowState::Chosen; });
    return at == windows.rend() ? nullptr : &*at;
}

const Evidence* Snapshot::evidenceById(Id id) const
{
    // Ids are dense in an intact ledger, so the row is where it should be; else look.
    if (id > 0 && std::size_t(id) <= evidence.size() && evidence[std::size_t(id) - 1].id == id)
        return &evidence[std::size_t(id) - 1];
    return findById(evidence, id);
}

const Evidence* Snapshot::lastEvidence(const char* kind, const QString& subject) const
{
    const QLatin1String wanted(kind);
    for (auto at = evidence.rbegin(); at != evidence.rend(); ++at) {
        if (at->kind == wanted && (subject.isEmpty() || at->subject == subject))
            return &*at;
    }
    return nullptr;
}

std::vector<const Asset*> Snapshot::presentAssets() const
{
    std::vector<const Asset*> present;
    for (const Asset& asset : assets) {
        const Server* on = server(asset.server);
        if (!asset.gone && on && on->role == ServerRole::Source)
            present.push_back(&asset);
    }
    return present;
}

bool hasEvidence(const Snapshot& snapshot, Id id, const char* kind)
{
    const Evidence* found = snapshot.evidenceById(id);
    return found && found->kind == QLatin1String(kind);
}

void applyWaiver(Checkpoint& checkpoint, const Snapshot& snapshot)
{
    checkpoint.computed = checkpoint.state;
    const QString step = enumName(checkpoint.step);
    for (auto at = snapshot.waivers.rbegin(); at != snapshot.waivers.rend(); ++at) {
        if (at->step != step || !hasEvidence(snapshot, at->evidence, evidence::StepWaived))
            continue;
        checkpoint.waivedBy = at->person;
        checkpoint.waivedWhy = at->why;
        if (checkpoint.state != CheckpointState::Passed) {
            checkpoint.state = CheckpointState::Waived;
            checkpoint.since = at->at;
            checkpoint.evidence.push_back(at->evidence);
        }
        return;
    }
}

} // namespace bascule
