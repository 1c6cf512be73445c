// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Names and columns of the values in Values.h: the one place that ties a value to its table and its JSON keys.
// Included by Values.h.

namespace bascule {

template <>
struct EnumNames<Language>
{
    static constexpr std::array names{"fr", "en"};
};

template <>
struct EnumNames<engine::OwnersBy>
{
    static constexpr std::array names{"ids", "names", "free"};
};

template <>
struct EnumNames<PersonRole>
{
    static constexpr std::array names{"it", "business", "management"};
};

template <>
struct EnumNames<ServerRole>
{
    static constexpr std::array names{"source", "target", "test", "other"};
};

template <>
struct EnumNames<ServerKind>
{
    static constexpr std::array names{"local", "ssh"};
};

template <>
struct EnumNames<MigrationState>
{
    static constexpr std::array names{"preparing",        "cutover-running", "cut-over",
                                      "rollback-running", "rolled-back",     "committed"};
};

template <>
struct EnumNames<AssetKind>
{
    static constexpr std::array names{"share", "application", "database", "service", "task", "backups", "files"};
};

template <>
struct EnumNames<FindingKind>
{
    static constexpr std::array names{"finding", "blind-spot"};
};

template <>
struct EnumNames<FindingSeverity>
{
    static constexpr std::array names{"blocking", "to-fix", "note"};
};

template <>
struct EnumNames<FindingState>
{
    static constexpr std::array names{"open", "accepted", "resolved"};
};

template <>
struct EnumNames<DependencyState>
{
    static constexpr std::array names{"to-confirm", "confirmed", "dismissed"};
};

template <>
struct EnumNames<ReadState>
{
    static constexpr std::array names{"not-read", "intact", "cut-short", "damaged", "empty", "not-a-backup", "missing"};
};

template <>
struct EnumNames<RestoreState>
{
    static constexpr std::array names{"not-tested", "restored", "failed"};
};

template <>
struct EnumNames<ScenarioKind>
{
    static constexpr std::array names{"behaviour", "performance", "rights", "compatibility"};
};

template <>
struct EnumNames<ScenarioState>
{
    static constexpr std::array names{"not-run", "passed", "failed"};
};

template <>
struct EnumNames<DifferenceState>
{
    static constexpr std::array names{"open", "accepted", "resolved"};
};

template <>
struct EnumNames<RunKind>
{
    static constexpr std::array names{"presync", "rehearsal", "cutover", "rollback", "rollback-drill"};
};

template <>
struct EnumNames<RunState>
{
    static constexpr std::array names{"running", "succeeded", "failed", "cancelled", "rolled-back"};
};

template <>
struct EnumNames<StepState>
{
    static constexpr std::array names{"waiting", "running", "verified", "failed", "undone", "skipped"};
};

template <>
struct EnumNames<WindowState>
{
    static constexpr std::array names{"chosen", "withdrawn"};
};

template <>
struct EnumNames<CheckState>
{
    static constexpr std::array names{"not-run", "up", "degraded", "down", "unknown"};
};

template <>
struct Describe<Project>
{
    static constexpr const char* table = "project";
    static constexpr auto fields = std::make_tuple(
        Field{"id", &Project::id}, Field{"name", &Project::name}, Field{"language", &Project::language},
        Field{"createdAt", &Project::createdAt}, Field{"switchLink", &Project::switchLink},
        Field{"rtoMinutes", &Project::rtoMinutes}, Field{"evidenceDays", &Project::evidenceDays},
        Field{"rehearsalDays", &Project::rehearsalDays}, Field{"rollbackDays", &Project::rollbackDays},
        Field{"availabilityTarget", &Project::availabilityTarget},
        Field{"observationHours", &Project::observationHours}, Field{"rollbackScenario", &Project::rollbackScenario},
        Field{"state", &Project::state}, Field{"cutoverAt", &Project::cutoverAt}, Field{"lastPage", &Project::lastPage},
        Field{"copyRate", &Project::copyRate}, Field{"copyPolite", &Project::copyPolite},
        Field{"owners", &Project::owners});
};

template <>
struct Describe<Person>
{
    static constexpr const char* table = "person";
    static constexpr auto fields = std::make_tuple(Field{"id", &Person::id}, Field{"name", &Person::name},
                                                   Field{"role", &Person::role}, Field{"contact", &Person::contact});
};

template <>
struct Describe<Server>
{
    static constexpr const char* table = "server";
    static constexpr auto fields = std::make_tuple(
        Field{"id", &Server::id}, Field{"name", &Server::name}, Field{"role", &Server::role},
        Field{"kind", &Server::kind}, Field{"root", &Server::root}, Field{"inventoriedAt", &Server::inventoriedAt},
        Field{"address", &Server::address}, Field{"sudo", &Server::sudo});
};

template <>
struct Describe<Asset>
{
    static constexpr const char* table = "asset";
    static constexpr auto fields = std::make_tuple(
        Field{"id", &Asset::id}, Field{"server", &Asset::server}, Field{"kind", &Asset::kind},
        Field{"name", &Asset::name}, Field{"path", &Asset::path}, Field{"version", &Asset::version},
        Field{"bytes", &Asset::bytes}, Field{"files", &Asset::files}, Field{"lastWrite", &Asset::lastWrite},
        Field{"critical", &Asset::critical}, Field{"owner", &Asset::owner}, Field{"migrate", &Asset::migrate},
        Field{"destination", &Asset::destination}, Field{"rtoMinutes", &Asset::rtoMinutes},
        Field{"seenAt", &Asset::seenAt}, Field{"gone", &Asset::gone}, Field{"key", &Asset::key});
};

template <>
struct Describe<Finding>
{
    static constexpr const char* table = "finding";
    static constexpr auto fields = std::make_tuple(
        Field{"id", &Finding::id}, Field{"server", &Finding::server}, Field{"asset", &Finding::asset},
        Field{"kind", &Finding::kind}, Field{"severity", &Finding::severity}, Field{"room", &Finding::room},
        Field{"code", &Finding::code}, Field{"subject", &Finding::subject}, Field{"params", &Finding::params},
        Field{"state", &Finding::state}, Field{"by", &Finding::by}, Field{"why", &Finding::why},
        Field{"key", &Finding::key});
};

template <>
struct Describe<Dependency>
{
    static constexpr const char* table = "dependency";
    static constexpr auto fields = std::make_tuple(
        Field{"id", &Dependency::id}, Field{"from", &Dependency::from}, Field{"to", &Dependency::to},
        Field{"toName", &Dependency::toName}, Field{"kind", &Dependency::kind},
        Field{"confidence", &Dependency::confidence}, Field{"state", &Dependency::state}, Field{"by", &Dependency::by},
        Field{"why", &Dependency::why}, Field{"evidence", &Dependency::evidence},
        Field{"dormant", &Dependency::dormant}, Field{"key", &Dependency::key});
};

template <>
struct Describe<Backup>
{
    static constexpr const char* table = "backup";
    static constexpr auto fields = std::make_tuple(
        Field{"id", &Backup::id}, Field{"asset", &Backup::asset}, Field{"server", &Backup::server},
        Field{"path", &Backup::path}, Field{"kind", &Backup::kind}, Field{"madeAt", &Backup::madeAt},
        Field{"bytes", &Backup::bytes}, Field{"read", &Backup::read}, Field{"readAt", &Backup::readAt},
        Field{"readMs", &Backup::readMs}, Field{"entries", &Backup::entries}, Field{"hash", &Backup::hash},
        Field{"restore", &Backup::restore}, Field{"restoredAt", &Backup::restoredAt},
        Field{"restoreMs", &Backup::restoreMs}, Field{"comparison", &Backup::comparison},
        Field{"problems", &Backup::problems}, Field{"steps", &Backup::steps},
        Field{"readEvidence", &Backup::readEvidence}, Field{"restoreEvidence", &Backup::restoreEvidence});
};

template <>
struct Describe<Scenario>
{
    static constexpr const char* table = "scenario";
    static constexpr auto fields = std::make_tuple(
        Field{"id", &Scenario::id}, Field{"name", &Scenario::name}, Field{"kind", &Scenario::kind},
        Field{"required", &Scenario::required}, Field{"probe", &Scenario::probe}, Field{"params", &Scenario::params},
        Field{"state", &Scenario::state}, Field{"ranAt", &Scenario::ranAt}, Field{"tookMs", &Scenario::tookMs},
        Field{"outcome", &Scenario::outcome}, Field{"run", &Scenario::run}, Field{"evidence", &Scenario::evidence});
};

template <>
struct Describe<Drift>
{
    static constexpr const char* table = "drift";
    static constexpr auto fields = std::make_tuple(
        Field{"id", &Drift::id}, Field{"asset", &Drift::asset}, Field{"code", &Drift::code},
        Field{"subject", &Drift::subject}, Field{"params", &Drift::params}, Field{"state", &Drift::state},
        Field{"by", &Drift::by}, Field{"why", &Drift::why}, Field{"key", &Drift::key});
};

template <>
struct Describe<Run>
{
    static constexpr const char* table = "run";
    static constexpr auto fields = std::make_tuple(
        Field{"id", &Run::id}, Field{"kind", &Run::kind}, Field{"state", &Run::state},
        Field{"runbookHash", &Run::runbookHash}, Field{"startedAt", &Run::startedAt}, Field{"endedAt", &Run::endedAt},
        Field{"facts", &Run::facts}, Field{"error", &Run::error}, Field{"evidence", &Run::evidence});
};

template <>
struct Describe<RunStep>
{
    static constexpr const char* table = "run_step";
    static constexpr auto fields = std::make_tuple(
        Field{"id", &RunStep::id}, Field{"run", &RunStep::run}, Field{"number", &RunStep::number},
        Field{"code", &RunStep::code}, Field{"subject", &RunStep::subject}, Field{"params", &RunStep::params},
        Field{"state", &RunStep::state}, Field{"startedAt", &RunStep::startedAt}, Field{"endedAt", &RunStep::endedAt},
        Field{"plannedMs", &RunStep::plannedMs}, Field{"proof", &RunStep::proof}, Field{"error", &RunStep::error});
};

template <>
struct Describe<Window>
{
    static constexpr const char* table = "window";
    static constexpr auto fields = std::make_tuple(Field{"id", &Window::id}, Field{"start", &Window::start},
                                                   Field{"minutes", &Window::minutes}, Field{"state", &Window::state});
};

template <>
struct Describe<CriticalPeriod>
{
    static constexpr const char* table = "critical_period";
    static constexpr auto fields =
        std::make_tuple(Field{"id", &CriticalPeriod::id}, Field{"from", &CriticalPeriod::from},
                        Field{"to", &CriticalPeriod::to}, Field{"why", &CriticalPeriod::why});
};

template <>
struct Describe<Approval>
{
    static constexpr const char* table = "approval";
    static constexpr auto fields =
        std::make_tuple(Field{"id", &Approval::id}, Field{"step", &Approval::step}, Field{"person", &Approval::person},
                        Field{"role", &Approval::role}, Field{"at", &Approval::at},
                        Field{"subject", &Approval::subject}, Field{"evidence", &Approval::evidence});
};

template <>
struct Describe<Waiver>
{
    static constexpr const char* table = "waiver";
    static constexpr auto fields =
        std::make_tuple(Field{"id", &Waiver::id}, Field{"step", &Waiver::step}, Field{"person", &Waiver::person},
                        Field{"why", &Waiver::why}, Field{"at", &Waiver::at}, Field{"evidence", &Waiver::evidence});
};

template <>
struct Describe<Message>
{
    static constexpr const char* table = "message";
    static constexpr auto fields = std::make_tuple(Field{"id", &Message::id}, Field{"moment", &Message::moment},
                                                   Field{"text", &Message::text}, Field{"ready", &Message::ready});
};

template <>
struct Describe<Contact>
{
    static constexpr const char* table = "contact";
    static constexpr auto fields = std::make_tuple(Field{"id", &Contact::id}, Field{"place", &Contact::place},
                                                   Field{"name", &Contact::name}, Field{"phone", &Contact::phone});
};

template <>
struct Describe<Check>
{
    static constexpr const char* table = "check";
    static constexpr auto fields = std::make_tuple(
        Field{"id", &Check::id}, Field{"asset", &Check::asset}, Field{"name", &Check::name},
        Field{"kind", &Check::kind}, Field{"params", &Check::params}, Field{"everySeconds", &Check::everySeconds},
        Field{"enabled", &Check::enabled}, Field{"state", &Check::state}, Field{"ranAt", &Check::ranAt},
        Field{"baseline", &Check::baseline}, Field{"baselineEvidence", &Check::baselineEvidence});
};

template <>
struct Describe<CheckResult>
{
    static constexpr const char* table = "check_result";
    static constexpr auto fields = std::make_tuple(
        Field{"id", &CheckResult::id}, Field{"check", &CheckResult::check}, Field{"at", &CheckResult::at},
        Field{"state", &CheckResult::state}, Field{"ms", &CheckResult::ms}, Field{"outcome", &CheckResult::outcome},
        Field{"baseline", &CheckResult::baseline});
};

template <>
struct Describe<Incident>
{
    static constexpr const char* table = "incident";
    static constexpr auto fields = std::make_tuple(
        Field{"id", &Incident::id}, Field{"check", &Incident::check}, Field{"openedAt", &Incident::openedAt},
        Field{"closedAt", &Incident::closedAt}, Field{"code", &Incident::code}, Field{"params", &Incident::params},
        Field{"by", &Incident::by}, Field{"why", &Incident::why});
};

template <>
struct Describe<Evidence>
{
    static constexpr const char* table = "evidence";
    static constexpr auto fields = std::make_tuple(
        Field{"id", &Evidence::id}, Field{"at", &Evidence::at}, Field{"who", &Evidence::who},
        Field{"step", &Evidence::step}, Field{"kind", &Evidence::kind}, Field{"subject", &Evidence::subject},
        Field{"data", &Evidence::data}, Field{"prev", &Evidence::prev}, Field{"hash", &Evidence::hash});
};

} // namespace bascule
