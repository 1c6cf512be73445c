// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Walk.h"

#include "core/demo/Walker.h"

namespace bascule {

using namespace Qt::StringLiterals;

Outcome runDirectly(const std::shared_ptr<ProjectStore>& store, const Clock& clock, std::stop_token stop,
                    std::unique_ptr<Job> job)
{
    Progress progress;
    JobContext context{store.get(), clock, std::move(stop), progress};
    return job->run(context);
}

namespace demo {

Walker::Walker(const DemoPlaces& places, const DemoWalk& walk)
    : m_places(places)
    , m_walk(walk)
    , m_application(places.oldServer.toStdString(), (places.oldServer + '/' + kDatabase).toStdString())
{
}

void Walker::say(const char* code, const QJsonObject& params) const
{
    if (m_walk.say)
        m_walk.say({QString::fromLatin1(code), params, {}});
}

Result<bool> Walker::run(std::unique_ptr<Job> job)
{
    if (m_walk.stop.stop_requested())
        return makeError("cancelled");
    const Outcome outcome = m_walk.run ? m_walk.run(m_store, std::move(job))
                                       : runDirectly(m_store, m_walk.clock, m_walk.stop, std::move(job));
    switch (outcome.kind) {
    case Outcome::Kind::Failed:
        return outcome.error ? *outcome.error : makeError("internal.error", u"demo"_s);
    case Outcome::Kind::Cancelled:
        return makeError("cancelled");
    case Outcome::Kind::Succeeded:
        break;
    }
    return outcome.good;
}

Result<void> Walker::runGood(std::unique_ptr<Job> job)
{
    const Item title = job->title();
    const auto good = run(std::move(job));
    if (!good)
        return good.error();
    if (!*good)
        return makeError("demo.step-failed", m_places.project, {{"step", title.code.toStdString()}});
    return {};
}

Result<void> Walker::write(const ProjectStore::Write& change)
{
    return m_store->write(change);
}

Result<void> Walker::walkTo()
{
    for (const auto step : {&Walker::makeProject, &Walker::takeInventory, &Walker::proveBackups, &Walker::rehearse,
                            &Walker::plan, &Walker::measureBaseline, &Walker::syncBeforehand}) {
        if (auto done = (this->*step)(); !done)
            return done;
    }
    if (m_walk.showPlan)
        m_walk.showPlan(*m_store->snapshot());
    if (m_walk.prepareOnly) {
        m_application.stop();
        return {};
    }
    for (const auto step : {&Walker::cutOver, &Walker::monitor, &Walker::writeReports}) {
        if (auto done = (this->*step)(); !done)
            return done;
    }
    return {};
}

} // namespace demo

Result<std::shared_ptr<ProjectStore>> walkDemo(const DemoPlaces& places, const DemoWalk& walk)
{
    demo::Walker walker(places, walk);
    if (auto done = walker.walkTo(); !done)
        return done.error();
    if (auto marked = markDemo(places, walk.prepareOnly ? DemoState::Prepared : DemoState::Finished); !marked)
        return marked.error();
    return walker.store();
}

} // namespace bascule
