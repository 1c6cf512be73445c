// SPDX-License-Identifier: GPL-3.0-or-later
// The walk's second half: planning, cutover, monitoring, reports.
#include "core/demo/Walker.h"

#include "core/cutover/Cutover.h"
#include "core/monitoring/Checks.h"
#include "core/monitoring/Rounds.h"
#include "core/planning/Plan.h"
#include "core/reports/Report.h"

namespace bascule::demo {

using namespace Qt::StringLiterals;

namespace {
/// How far ahead the demo's own window begins: enough for the signatures, little to wait for.
constexpr int kSecondsAhead = 6;
constexpr int kRounds = 4;
} // namespace

Result<void> Walker::chooseWindow(StoreTx& tx)
{
    const SnapshotPtr seen = m_store->snapshot();
    const Timings timings = measuredTimings(*seen, buildRunbook(*seen));
    const QDateTime now = m_walk.clock.now();
    const auto periods = tx.all<CriticalPeriod>();
    if (!periods)
        return periods.error();
    if (m_walk.prepareOnly) {
        const auto proposed = proposeWindows(timings, *periods, now);
        if (!proposed.empty()) {
            auto set =
                setWindow(tx, proposed.front().start, proposed.front().minutes, timings, QString::fromUtf16(kItLead));
            return set ? Result<void>() : Result<void>(set.error());
        }
    }
    // Two hours, or less when the clocks change in these two hours.
    Result<void> chosen;
    for (const int minutes : {120, 60, 30, 15}) {
        auto set = setWindow(tx, now.addSecs(kSecondsAhead), minutes, timings, QString::fromUtf16(kItLead));
        if (set)
            return {};
        chosen = set.error();
    }
    return chosen;
}

Result<void> Walker::prepareMessages(StoreTx& tx) const
{
    const std::pair<const char16_t*, const char16_t*> french[] = {
        {u"before", u"Le serveur vega sera remplacé par altair. Enregistrez vos fichiers avant le début."},
        {u"start", u"La bascule commence. Gesto et les partages sont en lecture seule."},
        {u"end", u"C’est fait. Vos partages et Gesto sont aux mêmes adresses qu’avant."},
        {u"rollback", u"Nous revenons sur vega. Ce que vous avez écrit entre-temps est conservé."}};
    const std::pair<const char16_t*, const char16_t*> english[] = {
        {u"before", u"The server vega is replaced by altair. Save your files before the start."},
        {u"start", u"The cutover begins. Gesto and the shares can only be read."},
        {u"end", u"It is done. Your shares and Gesto are where they were."},
        {u"rollback", u"We go back to vega. What you wrote meanwhile is kept."}};
    for (const auto& [moment, text] : this->french() ? french : english) {
        auto set = setMessage(tx, QString::fromUtf16(moment), QString::fromUtf16(text), true);
        if (!set)
            return set.error();
    }
    const std::pair<const char16_t*, const char16_t*> contacts[] = {{kItLead, u"+33 5 55 00 01 02"},
                                                                    {kDirector, u"+33 5 55 00 01 01"}};
    for (const auto& [name, phone] : contacts) {
        Contact contact;
        contact.name = QString::fromUtf16(name);
        contact.phone = QString::fromUtf16(phone);
        if (auto set = setContact(tx, contact); !set)
            return set.error();
    }
    return {};
}

Result<void> Walker::plan()
{
    // The window comes later, when everything that takes time is done.
    const QDateTime now = m_walk.clock.now();
    const auto day = [&](int ahead, int hour) { return QDateTime(now.date().addDays(ahead), QTime(hour, 0), Qt::UTC); };
    auto periods = write([&](StoreTx& tx) -> Result<void> {
        const QString closing = french() ? u"Clôture mensuelle"_s : u"Month-end closing"_s;
        const QString stocktaking = french() ? u"Inventaire annuel"_s : u"Yearly stocktaking"_s;
        if (auto added = addCriticalPeriod(tx, day(9, 6), day(12, 18), closing, QString::fromUtf16(kAccounts)); !added)
            return added.error();
        auto added = addCriticalPeriod(tx, day(20, 6), day(22, 20), stocktaking, QString::fromUtf16(kDirector));
        if (!added)
            return added.error();
        return prepareMessages(tx);
    });
    return periods;
}

Result<void> Walker::measureBaseline()
{
    say("demo.step-baseline");
    const auto proposed = proposeChecks(*m_store->snapshot());
    auto added = write([&](StoreTx& tx) -> Result<void> {
        for (const Check& check : proposed) {
            if (auto set = setCheck(tx, check); !set)
                return set.error();
        }
        return {};
    });
    if (!added)
        return added;
    return runGood(std::make_unique<BaselineJob>());
}

Result<void> Walker::syncBeforehand()
{
    say("demo.step-presync");
    if (auto done = run(std::make_unique<PresyncJob>()); !done)
        return done.error();
    say("demo.step-plan");
    if (auto chosen = write([&](StoreTx& tx) { return chooseWindow(tx); }); !chosen)
        return chosen;
    const SnapshotPtr seen = m_store->snapshot();
    const Runbook runbook = buildRunbook(*seen);
    return write([&](StoreTx& tx) -> Result<void> {
        const std::pair<const char16_t*, PersonRole> signatures[] = {{kItLead, PersonRole::It},
                                                                     {kDirector, PersonRole::Management}};
        for (const auto& [name, role] : signatures) {
            const QString step = u"planning"_s;
            if (auto done = approve(tx, step, QString::fromUtf16(name), role, approvalSubject(*seen, step, runbook));
                !done)
                return done.error();
        }
        return {};
    });
}

Result<void> Walker::cutOver()
{
    say("demo.step-go");
    const SnapshotPtr seen = m_store->snapshot();
    const Runbook runbook = buildRunbook(*seen);
    auto given = write([&](StoreTx& tx) -> Result<void> {
        const std::pair<const char16_t*, PersonRole> names[] = {{kItLead, PersonRole::It},
                                                                {kDirector, PersonRole::Management}};
        for (const auto& [name, role] : names) {
            const QString step = u"go"_s;
            if (auto done = approve(tx, step, QString::fromUtf16(name), role, approvalSubject(*seen, step, runbook));
                !done)
                return done.error();
        }
        return {};
    });
    if (!given)
        return given;
    say("demo.step-cutover");
    CutoverOptions options;
    options.atWindow = true;
    return runGood(std::make_unique<CutoverJob>(options));
}

Result<void> Walker::monitor()
{
    // At the freeze the application stopped by itself; its people start it on the new server.
    m_application.stop();
    say("demo.step-monitor");
    LiveApplication moved(m_places.newServer.toStdString(), (m_places.link + '/' + kDatabase).toStdString());
    moved.start();
    MonitorOptions options;
    options.rounds = kRounds;
    options.interval = std::chrono::milliseconds(500);
    // A slow or failing check is a fact for the board, not the demo's end.
    auto done = run(std::make_unique<MonitorJob>(options));
    moved.stop();
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> Walker::writeReports()
{
    say("demo.step-reports");
    for (const Language language : {Language::French, Language::English}) {
        const QString path = QString::fromLocal8Bit(m_places.reports) + u"/maison-delorme-"_s + enumName(language);
        if (auto done = runGood(std::make_unique<ReportJob>(path + u".html"_s, language)); !done)
            return done;
        if (!m_walk.pdfReport)
            continue;
        if (auto done = runGood(m_walk.pdfReport(path + u".pdf"_s, language)); !done)
            return done;
    }
    return {};
}

} // namespace bascule::demo
