// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/LiveApplication.h"
#include "core/demo/Seed.h"
#include "core/demo/Walk.h"
#include "core/planning/Window.h"

namespace bascule::demo {

// The company's people, as in etc/passwd of the old server.
inline constexpr auto kItLead = u"Karim Benali";
inline constexpr auto kDirector = u"Hélène Delorme";
inline constexpr auto kSales = u"Claire Vasseur";
inline constexpr auto kAccounts = u"Sophie Marchand";

/// One walk through the demo's project, step by step. Used on one thread.
class Walker
{
public:
    Walker(const DemoPlaces& places, const DemoWalk& walk);

    Result<void> walkTo();
    std::shared_ptr<ProjectStore> store() const { return m_store; }

private:
    void say(const char* code, const QJsonObject& params = {}) const;
    /// good or not; the error of a failed job, "cancelled".
    Result<bool> run(std::unique_ptr<Job> job);
    /// Not good is an error too.
    Result<void> runGood(std::unique_ptr<Job> job);
    Result<void> write(const ProjectStore::Write& change);
    bool french() const { return m_walk.language == Language::French; }

    Result<void> makeProject();
    Result<void> takeInventory();
    Result<void> decideAssets();
    Result<void> decideDependencies();
    Result<void> acceptFindings();
    Result<void> proveBackups();
    Result<void> rehearse();
    Result<void> rehearseUntilGood();
    Result<void> plan();
    Result<void> chooseWindow(StoreTx& tx);
    Result<void> prepareMessages(StoreTx& tx) const;
    Result<void> measureBaseline();
    Result<void> syncBeforehand();
    Result<void> cutOver();
    Result<void> monitor();
    Result<void> writeReports();

    const DemoPlaces& m_places;
    const DemoWalk& m_walk;
    std::shared_ptr<ProjectStore> m_store;
    LiveApplication m_application;
};

} // namespace bascule::demo
