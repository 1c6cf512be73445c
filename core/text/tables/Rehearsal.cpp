// SPDX-License-Identifier: GPL-3.0-or-later
// What the rehearsal says: scenarios and what they found, drift, the drill, the checkpoint.
#include "core/text/Catalogue.h"

#include <QCoreApplication>

namespace bascule::text {

namespace {

constexpr Entry entries[] = {
    {"job.rehearse", QT_TRANSLATE_NOOP("Text", "Rehearsal")},
    {"job.scenarios", QT_TRANSLATE_NOOP("Text", "Scenarios")},
    {"job.drift", QT_TRANSLATE_NOOP("Text", "Differences between test and production")},
    {"phase.scenarios", QT_TRANSLATE_NOOP("Text", "Running the scenarios")},
    {"phase.untouched", QT_TRANSLATE_NOOP("Text", "Proving that nothing real was touched")},
    {"phase.drill", QT_TRANSLATE_NOOP("Text", "Rollback drill")},
    {"phase.drift", QT_TRANSLATE_NOOP("Text", "Comparing the test environment with production")},

    // Errors.
    {"rehearsal.not-possible", QT_TRANSLATE_NOOP("Text", "There is nothing to rehearse yet: {reason:code}"), nullptr},
    {"rehearsal.no-test-server", QT_TRANSLATE_NOOP("Text", "No test environment is named."),
     QT_TRANSLATE_NOOP("Text", "Add one on the page Servers: an empty folder is enough.")},
    {"rehearsal.after-cutover", QT_TRANSLATE_NOOP("Text", "The cutover has begun: there is nothing left to rehearse."),
     nullptr},
    {"rehearsal.touched",
     QT_TRANSLATE_NOOP("Text", "The new server or the link changed while the rehearsal ran, so it proves nothing."),
     QT_TRANSLATE_NOOP("Text", "Find out who writes there, then rehearse again.")},
    {"drill.not-brought-back", QT_TRANSLATE_NOOP("Text", "The rollback drill did not bring “{subject}” back."),
     QT_TRANSLATE_NOOP("Text", "A rollback cannot be relied on: report this before going on.")},
    {"scenario.none", QT_TRANSLATE_NOOP("Text", "There is no scenario to run."),
     QT_TRANSLATE_NOOP("Text", "Let some be proposed, or add one.")},
    {"scenario.no-name", QT_TRANSLATE_NOOP("Text", "The scenario has no name."),
     QT_TRANSLATE_NOOP("Text", "Say what must work.")},
    {"scenario.unknown-probe", QT_TRANSLATE_NOOP("Text", "There is no probe “{name}”."),
     QT_TRANSLATE_NOOP("Text", "Choose one of: file-readable, rights-equal, sqlite-query, read-rate, link-targets, "
                               "compatible.")},
    {"scenario.param-missing", QT_TRANSLATE_NOOP("Text", "The scenario “{subject}” lacks “{name}”."), nullptr},
    {"drift.no-name", QT_TRANSLATE_NOOP("Text", "Accepting a difference needs a name."),
     QT_TRANSLATE_NOOP("Text", "Say who decides.")},
    {"drift.no-reason", QT_TRANSLATE_NOOP("Text", "Accepting a difference needs a reason."),
     QT_TRANSLATE_NOOP("Text", "Say why it does not matter.")},
    {"drift.not-rehearsed",
     QT_TRANSLATE_NOOP("Text", "Nothing has been rehearsed yet, so there is nothing to compare."),
     QT_TRANSLATE_NOOP("Text", "Rehearse first.")},

    // Proposed scenarios, and one with a name of its own.
    {"scenario.called", QT_TRANSLATE_NOOP("Text", "{name}")},
    {"scenario.name.file-readable", QT_TRANSLATE_NOOP("Text", "Files of {name} open")},
    {"scenario.name.file-readable-all", QT_TRANSLATE_NOOP("Text", "Files open")},
    {"scenario.name.sqlite-query", QT_TRANSLATE_NOOP("Text", "Database {name} answers as the original")},
    {"scenario.name.link-targets", QT_TRANSLATE_NOOP("Text", "Links lead where they should")},
    {"scenario.name.rights-equal", QT_TRANSLATE_NOOP("Text", "Access rights are the same")},
    {"scenario.name.read-rate", QT_TRANSLATE_NOOP("Text", "Reading under load is fast enough")},
    {"scenario.name.compatible", QT_TRANSLATE_NOOP("Text", "No blocking incompatibility is open")},
    {"probe.file-readable", QT_TRANSLATE_NOOP("Text", "Files open")},
    {"probe.rights-equal", QT_TRANSLATE_NOOP("Text", "Rights equal to the source")},
    {"probe.sqlite-query", QT_TRANSLATE_NOOP("Text", "Database query")},
    {"probe.read-rate", QT_TRANSLATE_NOOP("Text", "Reading under load")},
    {"probe.link-targets", QT_TRANSLATE_NOOP("Text", "Symbolic links")},
    {"probe.compatible", QT_TRANSLATE_NOOP("Text", "Compatibility findings")},

    // What they found.
    {"scenario.files-read", QT_TRANSLATE_N_NOOP("Text", "%n file(s) opened and read")},
    {"scenario.file-empty", QT_TRANSLATE_NOOP("Text", "{path} opens but gives nothing")},
    {"scenario.rights-equal-found", QT_TRANSLATE_N_NOOP("Text", "%n entry(ies) with the same mode, owner and ACL")},
    {"scenario.rights-differ",
     QT_TRANSLATE_NOOP("Text", "{different:number} of {count:number} entries have other rights, the first is {path}")},
    {"scenario.query-answered", QT_TRANSLATE_NOOP("Text", "The query answers “{got}”, as it should")},
    {"scenario.query-differs", QT_TRANSLATE_NOOP("Text", "The query answers “{got}” instead of “{wanted}”")},
    {"scenario.rate-good",
     QT_TRANSLATE_NOOP("Text",
                       "{rate:bytes} a second with {threads:number} readers; {sourceRate:bytes} on the source")},
    {"scenario.rate-too-low",
     QT_TRANSLATE_NOOP("Text", "Only {rate:bytes} a second with {threads:number} readers; {sourceRate:bytes} on the "
                               "source, and {least:number} % of that are asked for")},
    {"scenario.read-failed", QT_TRANSLATE_NOOP("Text", "Some files could not be opened under load")},
    {"scenario.nothing-to-read", QT_TRANSLATE_NOOP("Text", "There is no file to read")},
    {"scenario.links-good", QT_TRANSLATE_N_NOOP("Text", "%n symbolic link(s) followed, none is broken by the move")},
    {"scenario.links-broken",
     QT_TRANSLATE_NOOP("Text", "{broken:number} of {count:number} symbolic links lead nowhere, the first is {path}")},
    {"scenario.links-into-source",
     QT_TRANSLATE_NOOP("Text", "{intoSource:number} symbolic links lead back to the old server, the first is {path}")},
    {"scenario.compatible-found", QT_TRANSLATE_NOOP("Text", "No blocking incompatibility is open")},
    {"scenario.incompatible",
     QT_TRANSLATE_N_NOOP("Text", "%n blocking incompatibility(ies) open, the first is {subject}")},
    {"scenario.compatibility-not-run", QT_TRANSLATE_NOOP("Text", "Compatibility has not been looked at yet")},
    {"scenario.not-possible", QT_TRANSLATE_NOOP("Text", "It could not be tried: {reason:code}")},
    {"scenario.stopped", QT_TRANSLATE_NOOP("Text", "Stopped before its end")},

    // Differences between test and production.
    {"drift.source-changed",
     QT_TRANSLATE_N_NOOP("Text", "{name}: %n difference(s), changed in production since the rehearsal: {examples}")},
    {"drift.test-changed",
     QT_TRANSLATE_N_NOOP("Text", "{name}: %n difference(s), changed on the test environment since the rehearsal: "
                                 "{examples}")},
    {"drift.both-changed", QT_TRANSLATE_N_NOOP("Text", "{name}: %n difference(s), changed on both sides: {examples}")},
    {"drift.never-equal", QT_TRANSLATE_N_NOOP("Text", "{name}: %n difference(s) from the start: {examples}")},
    {"drift.database-rows", QT_TRANSLATE_N_NOOP("Text", "{name}: the rows of %n table(s) differ: {examples}")},
    {"drift.database-schema", QT_TRANSLATE_N_NOOP("Text", "{name}: %n object(s) of the schema differ: {examples}")},

    // Proofs of a rehearsal.
    {"proof.scenarios", QT_TRANSLATE_NOOP("Text", "{passed:number} of {count:number} scenarios passed")},
    {"proof.target-untouched", QT_TRANSLATE_NOOP("Text", "The new server is as it was before the rehearsal")},
    {"proof.link-untouched", QT_TRANSLATE_NOOP("Text", "The link that users go through was not touched")},
    {"proof.source-untouched", QT_TRANSLATE_NOOP("Text", "The old server is as it was before the rehearsal")},
    {"proof.source-in-use", QT_TRANSLATE_NOOP("Text", "People went on working on the old server meanwhile")},
    {"proof.probes-back",
     QT_TRANSLATE_NOOP("Text",
                       "What was written after the cutover came back: a new, a changed and a deleted file, a row")},

    // The checkpoint.
    {"rehearsal.none-yet", QT_TRANSLATE_NOOP("Text", "Nothing has been rehearsed yet")},
    {"rehearsal.still-running", QT_TRANSLATE_NOOP("Text", "The last rehearsal has not come to its end")},
    {"rehearsal.last-failed", QT_TRANSLATE_NOOP("Text", "The rehearsal of {at:datetime} failed: {reason:code}")},
    {"rehearsal.again",
     QT_TRANSLATE_NOOP("Text", "The runbook changed since the rehearsal of {at:datetime}: rehearse again")},
    {"rehearsal.too-old",
     QT_TRANSLATE_NOOP("Text", "The rehearsal of {at:datetime} is over {days:number} days old: rehearse again")},
    {"rehearsal.no-scenario-of-kind", QT_TRANSLATE_NOOP("Text", "No required scenario: {kind:enum}")},
    {"rehearsal.scenario-not-run", QT_TRANSLATE_NOOP("Text", "Scenario not run yet: {scenario:code}")},
    {"rehearsal.scenario-older",
     QT_TRANSLATE_NOOP("Text", "Scenario not run since the last rehearsal: {scenario:code}")},
    {"rehearsal.scenario-failed", QT_TRANSLATE_NOOP("Text", "Scenario failed: {scenario:code}")},
    {"rehearsal.drift-open", QT_TRANSLATE_NOOP("Text", "A difference is open: {difference:code}")},
    {"rehearsal.drift-not-measured",
     QT_TRANSLATE_NOOP("Text", "The differences have not been measured since the rehearsal")},
    {"rehearsal.signature-missing", QT_TRANSLATE_NOOP("Text", "Not signed yet: {role:enum}")},
    {"rehearsal.fact-run",
     QT_TRANSLATE_N_NOOP("Text", "Rehearsed on {at:date}, {time:duration}; %n rehearsal(s) of this runbook")},
    {"rehearsal.fact-scenarios",
     QT_TRANSLATE_NOOP("Text", "{passed:number} of {count:number} required scenarios passed")},
    {"rehearsal.fact-drill", QT_TRANSLATE_NOOP("Text", "Rollback drilled: {time:duration}")},
    {"rehearsal.fact-drift", QT_TRANSLATE_NOOP("Text", "Compared with production on {at:datetime}")},
    {"rehearsal.fact-signed", QT_TRANSLATE_NOOP("Text", "Signed by {names} on {at:date}")},
};

} // namespace

std::span<const Entry> rehearsalTable()
{
    return entries;
}

} // namespace bascule::text
