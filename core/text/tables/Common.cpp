// SPDX-License-Identifier: GPL-3.0-or-later
// Words that every room shares: states, kinds, roles, the managers' five rows, pages, figures of speech.
#include "core/text/Catalogue.h"

#include <QCoreApplication>

namespace bascule::text {

namespace {

constexpr Entry entries[] = {
    // The mission's table, word for word.
    {"row.inventory.title", QT_TRANSLATE_NOOP("Text", "Audit of the existing systems")},
    {"row.inventory.risk", QT_TRANSLATE_NOOP("Text", "Application dependencies not identified")},
    {"row.inventory.impact", QT_TRANSLATE_NOOP("Text", "Applications misbehave after the cutover")},
    {"row.inventory.control", QT_TRANSLATE_NOOP("Text", "Complete map validated")},
    {"row.backups.title", QT_TRANSLATE_NOOP("Text", "Backups and rollback")},
    {"row.backups.risk", QT_TRANSLATE_NOOP("Text", "Backups that cannot be used")},
    {"row.backups.impact", QT_TRANSLATE_NOOP("Text", "Loss of data / business stops")},
    {"row.backups.control", QT_TRANSLATE_NOOP("Text", "Restore test carried out")},
    {"row.rehearsal.title", QT_TRANSLATE_NOOP("Text", "Test environment")},
    {"row.rehearsal.risk", QT_TRANSLATE_NOOP("Text", "Differences from production")},
    {"row.rehearsal.impact", QT_TRANSLATE_NOOP("Text", "Unforeseen incidents in production")},
    {"row.rehearsal.control", QT_TRANSLATE_NOOP("Text", "Scenarios validated")},
    {"row.planning.title", QT_TRANSLATE_NOOP("Text", "Planning of the cutover")},
    {"row.planning.risk", QT_TRANSLATE_NOOP("Text", "Badly defined downtime window")},
    {"row.planning.impact", QT_TRANSLATE_NOOP("Text", "Business interrupted")},
    {"row.planning.control", QT_TRANSLATE_NOOP("Text", "Critical periods validated")},
    {"row.monitoring.title", QT_TRANSLATE_NOOP("Text", "Post-migration monitoring")},
    {"row.monitoring.risk", QT_TRANSLATE_NOOP("Text", "Incidents noticed late")},
    {"row.monitoring.impact", QT_TRANSLATE_NOOP("Text", "Performance degrades")},
    {"row.monitoring.control", QT_TRANSLATE_NOOP("Text", "Reinforced monitoring active")},
    {"column.step", QT_TRANSLATE_NOOP("Text", "Migration step")},
    {"column.risk", QT_TRANSLATE_NOOP("Text", "Main risk")},
    {"column.impact", QT_TRANSLATE_NOOP("Text", "Possible business impact")},
    {"column.control", QT_TRANSLATE_NOOP("Text", "Key checkpoint")},
    {"column.state", QT_TRANSLATE_NOOP("Text", "State")},
    {"column.evidence", QT_TRANSLATE_NOOP("Text", "Evidence, and what is missing")},

    {"page.project", QT_TRANSLATE_NOOP("Text", "Project")},
    {"page.servers", QT_TRANSLATE_NOOP("Text", "Servers")},
    {"page.inventory", QT_TRANSLATE_NOOP("Text", "Inventory")},
    {"page.dependencies", QT_TRANSLATE_NOOP("Text", "Dependencies")},
    {"page.compatibility", QT_TRANSLATE_NOOP("Text", "Compatibility")},
    {"page.backups", QT_TRANSLATE_NOOP("Text", "Backups")},
    {"page.rehearsal", QT_TRANSLATE_NOOP("Text", "Test environment")},
    {"page.planning", QT_TRANSLATE_NOOP("Text", "Planning")},
    {"page.cutover", QT_TRANSLATE_NOOP("Text", "Cutover")},
    {"page.monitoring", QT_TRANSLATE_NOOP("Text", "Monitoring")},

    {"checkpoint-state.not-started", QT_TRANSLATE_NOOP("Text", "Not started")},
    {"checkpoint-state.in-progress", QT_TRANSLATE_NOOP("Text", "In progress")},
    {"checkpoint-state.blocked", QT_TRANSLATE_NOOP("Text", "Blocked")},
    {"checkpoint-state.passed", QT_TRANSLATE_NOOP("Text", "Passed")},
    {"checkpoint-state.expired", QT_TRANSLATE_NOOP("Text", "Expired")},
    {"checkpoint-state.waived", QT_TRANSLATE_NOOP("Text", "Waived")},

    {"asset-kind.share", QT_TRANSLATE_NOOP("Text", "Shared folder")},
    {"asset-kind.application", QT_TRANSLATE_NOOP("Text", "Application")},
    {"asset-kind.database", QT_TRANSLATE_NOOP("Text", "Database")},
    {"asset-kind.service", QT_TRANSLATE_NOOP("Text", "Service")},
    {"asset-kind.task", QT_TRANSLATE_NOOP("Text", "Scheduled task")},
    {"asset-kind.backups", QT_TRANSLATE_NOOP("Text", "Folder of backups")},
    {"asset-kind.files", QT_TRANSLATE_NOOP("Text", "Files")},

    {"finding-severity.blocking", QT_TRANSLATE_NOOP("Text", "Blocking")},
    {"finding-severity.to-fix", QT_TRANSLATE_NOOP("Text", "To fix")},
    {"finding-severity.note", QT_TRANSLATE_NOOP("Text", "Good to know")},
    {"finding-state.open", QT_TRANSLATE_NOOP("Text", "Open")},
    {"finding-state.accepted", QT_TRANSLATE_NOOP("Text", "Accepted")},
    {"finding-state.resolved", QT_TRANSLATE_NOOP("Text", "Resolved")},
    {"difference-state.open", QT_TRANSLATE_NOOP("Text", "Open")},
    {"difference-state.accepted", QT_TRANSLATE_NOOP("Text", "Accepted")},
    {"difference-state.resolved", QT_TRANSLATE_NOOP("Text", "Resolved")},

    {"dependency-state.to-confirm", QT_TRANSLATE_NOOP("Text", "To confirm")},
    {"dependency-state.confirmed", QT_TRANSLATE_NOOP("Text", "Confirmed")},
    {"dependency-state.dismissed", QT_TRANSLATE_NOOP("Text", "Dismissed")},

    {"read-state.not-read", QT_TRANSLATE_NOOP("Text", "Not read")},
    {"read-state.intact", QT_TRANSLATE_NOOP("Text", "Intact")},
    {"read-state.cut-short", QT_TRANSLATE_NOOP("Text", "Cut short")},
    {"read-state.damaged", QT_TRANSLATE_NOOP("Text", "Damaged")},
    {"read-state.empty", QT_TRANSLATE_NOOP("Text", "Empty")},
    {"read-state.not-a-backup", QT_TRANSLATE_NOOP("Text", "Not a backup")},
    {"read-state.missing", QT_TRANSLATE_NOOP("Text", "Missing")},
    {"restore-state.not-tested", QT_TRANSLATE_NOOP("Text", "Not tested")},
    {"restore-state.restored", QT_TRANSLATE_NOOP("Text", "Restored")},
    {"restore-state.failed", QT_TRANSLATE_NOOP("Text", "Failed")},

    {"step-state.waiting", QT_TRANSLATE_NOOP("Text", "Waiting")},
    {"step-state.running", QT_TRANSLATE_NOOP("Text", "Running")},
    {"step-state.verified", QT_TRANSLATE_NOOP("Text", "Verified")},
    {"step-state.failed", QT_TRANSLATE_NOOP("Text", "Failed")},
    {"step-state.undone", QT_TRANSLATE_NOOP("Text", "Undone")},
    {"step-state.skipped", QT_TRANSLATE_NOOP("Text", "Skipped")},

    {"scenario-kind.behaviour", QT_TRANSLATE_NOOP("Text", "Behaviour")},
    {"scenario-kind.performance", QT_TRANSLATE_NOOP("Text", "Performance under load")},
    {"scenario-kind.rights", QT_TRANSLATE_NOOP("Text", "Access rights")},
    {"scenario-kind.compatibility", QT_TRANSLATE_NOOP("Text", "Compatibility")},
    {"scenario-state.not-run", QT_TRANSLATE_NOOP("Text", "Not run")},
    {"scenario-state.passed", QT_TRANSLATE_NOOP("Text", "Passed")},
    {"scenario-state.failed", QT_TRANSLATE_NOOP("Text", "Failed")},

    {"check-state.not-run", QT_TRANSLATE_NOOP("Text", "Not run")},
    {"check-state.up", QT_TRANSLATE_NOOP("Text", "Up")},
    {"check-state.degraded", QT_TRANSLATE_NOOP("Text", "Slow")},
    {"check-state.down", QT_TRANSLATE_NOOP("Text", "Down")},
    {"check-state.unknown", QT_TRANSLATE_NOOP("Text", "Unknown")},

    {"server-role.source", QT_TRANSLATE_NOOP("Text", "Old server")},
    {"server-role.target", QT_TRANSLATE_NOOP("Text", "New server")},
    {"server-role.test", QT_TRANSLATE_NOOP("Text", "Test environment")},
    {"server-role.other", QT_TRANSLATE_NOOP("Text", "Other server")},
    {"person-role.it", QT_TRANSLATE_NOOP("Text", "IT")},
    {"person-role.business", QT_TRANSLATE_NOOP("Text", "Business")},
    {"person-role.management", QT_TRANSLATE_NOOP("Text", "Management")},

    {"run-kind.presync", QT_TRANSLATE_NOOP("Text", "First synchronisation")},
    {"run-kind.rehearsal", QT_TRANSLATE_NOOP("Text", "Rehearsal")},
    {"run-kind.cutover", QT_TRANSLATE_NOOP("Text", "Cutover")},
    {"run-kind.rollback", QT_TRANSLATE_NOOP("Text", "Rollback")},
    {"run-kind.rollback-drill", QT_TRANSLATE_NOOP("Text", "Rollback drill")},
    {"run-state.running", QT_TRANSLATE_NOOP("Text", "Running")},
    {"run-state.succeeded", QT_TRANSLATE_NOOP("Text", "Succeeded")},
    {"run-state.failed", QT_TRANSLATE_NOOP("Text", "Failed")},
    {"run-state.cancelled", QT_TRANSLATE_NOOP("Text", "Cancelled")},
    {"run-state.rolled-back", QT_TRANSLATE_NOOP("Text", "Rolled back")},

    {"migration-state.preparing", QT_TRANSLATE_NOOP("Text", "In preparation")},
    {"migration-state.cutover-running", QT_TRANSLATE_NOOP("Text", "Cutover running")},
    {"migration-state.cut-over", QT_TRANSLATE_NOOP("Text", "On the new server, rollback possible")},
    {"migration-state.rollback-running", QT_TRANSLATE_NOOP("Text", "Rollback running")},
    {"migration-state.rolled-back", QT_TRANSLATE_NOOP("Text", "Back on the old server")},
    {"migration-state.committed", QT_TRANSLATE_NOOP("Text", "On the new server for good")},

    {"moment.before", QT_TRANSLATE_NOOP("Text", "Before the cutover")},
    {"moment.start", QT_TRANSLATE_NOOP("Text", "At the start")},
    {"moment.end", QT_TRANSLATE_NOOP("Text", "At the end")},
    {"moment.rollback", QT_TRANSLATE_NOOP("Text", "In case of a rollback")},

    // How to say times that are left, lists, nothing.
    {"eta.measuring", QT_TRANSLATE_NOOP("Text", "measuring")},
    {"eta.less-than-a-minute", QT_TRANSLATE_NOOP("Text", "less than a minute")},
    {"eta.about", QT_TRANSLATE_NOOP("Text", "about {time:duration}")},
    {"eta.minutes-between", QT_TRANSLATE_NOOP("Text", "{low} to {high} min")},
    {"eta.between", QT_TRANSLATE_NOOP("Text", "{low:duration} to {high:duration}")},
    {"duration.days", QT_TRANSLATE_N_NOOP("Text", "%n day(s)")},
    {"date.never", QT_TRANSLATE_NOOP("Text", "never")},
    {"list.and", QT_TRANSLATE_NOOP("Text", "{first} and {last}")},
    {"word.none", QT_TRANSLATE_NOOP("Text", "None")},
    {"word.yes", QT_TRANSLATE_NOOP("Text", "yes")},
    {"word.no", QT_TRANSLATE_NOOP("Text", "no")},

    // Outcomes of jobs that have no words of their own.
    {"job.succeeded", QT_TRANSLATE_NOOP("Text", "Done")},
    {"job.failed", QT_TRANSLATE_NOOP("Text", "Failed")},
    {"job.cancelled", QT_TRANSLATE_NOOP("Text", "Cancelled")},
    {"job.not-good", QT_TRANSLATE_NOOP("Text", "Done, with something to look at")},

    {"go-no-go.yes", QT_TRANSLATE_NOOP("Text", "Yes")},
    {"go-no-go.yes-waived", QT_TRANSLATE_N_NOOP("Text", "Yes, with %n checkpoint(s) waived")},
    {"go-no-go.not-yet", QT_TRANSLATE_N_NOOP("Text", "Not yet: %n checkpoint(s) still open")},
};

} // namespace

std::span<const Entry> commonTable()
{
    return entries;
}

} // namespace bascule::text
