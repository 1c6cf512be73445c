// SPDX-License-Identifier: GPL-3.0-or-later
// What monitoring says: what a check found, incidents, baselines, the watch after the cutover.
#include "core/text/Catalogue.h"

#include <QCoreApplication>

namespace bascule::text {

namespace {

constexpr Entry entries[] = {
    {"job.checks", QT_TRANSLATE_NOOP("Text", "Run the checks")},
    {"job.baseline", QT_TRANSLATE_NOOP("Text", "Measure the baseline")},
    {"job.monitor", QT_TRANSLATE_NOOP("Text", "Monitor")},
    {"phase.check-round", QT_TRANSLATE_NOOP("Text", "Checking {server}")},
    {"phase.baseline", QT_TRANSLATE_NOOP("Text", "Measuring {server}")},
    {"phase.monitoring", QT_TRANSLATE_NOOP("Text", "Watching")},

    // Kinds of checks, for lists.
    {"check-kind.file", QT_TRANSLATE_NOOP("Text", "File")},
    {"check-kind.tree", QT_TRANSLATE_NOOP("Text", "Folder")},
    {"check-kind.link", QT_TRANSLATE_NOOP("Text", "Link")},
    {"check-kind.sqlite", QT_TRANSLATE_NOOP("Text", "SQLite")},
    {"check-kind.tcp", QT_TRANSLATE_NOOP("Text", "Port")},
    {"check-kind.http", QT_TRANSLATE_NOOP("Text", "Web page")},
    {"check-kind.tls", QT_TRANSLATE_NOOP("Text", "Certificate")},
    {"check-kind.dns", QT_TRANSLATE_NOOP("Text", "Name (DNS)")},

    // What a check found: good.
    {"check.file-ok", QT_TRANSLATE_NOOP("Text", "“{subject}” can be read ({bytes:bytes}).")},
    {"check.tree-ok", QT_TRANSLATE_N_NOOP("Text", "“{subject}” opens; %n file(s) read in it.")},
    {"check.link-ok", QT_TRANSLATE_NOOP("Text", "“{subject}” leads to {server}.")},
    {"check.sqlite-ok", QT_TRANSLATE_NOOP("Text", "“{subject}” answers ({rows:number} counted).")},
    {"check.tcp-ok", QT_TRANSLATE_NOOP("Text", "{subject} answers on port {port}.")},
    {"check.http-ok", QT_TRANSLATE_NOOP("Text", "The page at {subject} is there (status {status}).")},
    {"check.tls-ok", QT_TRANSLATE_NOOP("Text", "The certificate of {subject} is good until {at:date}.")},
    {"check.dns-ok", QT_TRANSLATE_NOOP("Text", "{subject} leads to {address}.")},

    // Slow, or soon bad.
    {"check.slow",
     QT_TRANSLATE_NOOP("Text", "It took {ms:duration}; before the cutover it stayed under {p95Ms:duration}."),
     QT_TRANSLATE_NOOP("Text", "Look at the load of the new server and at its disks.")},
    {"check.tls-expires-soon", QT_TRANSLATE_N_NOOP("Text", "The certificate of {subject} expires in %n day(s)."),
     QT_TRANSLATE_NOOP("Text", "Renew it.")},

    // Down.
    {"check.file-too-small",
     QT_TRANSLATE_NOOP("Text", "“{subject}” has {bytes:bytes}, expected at least {least:bytes}."),
     QT_TRANSLATE_NOOP("Text", "Compare it with the old server's.")},
    {"check.tree-empty", QT_TRANSLATE_NOOP("Text", "No file is found in “{subject}”."),
     QT_TRANSLATE_NOOP("Text", "Check that its disk is mounted, then compare it with the old server's.")},
    {"check.link-elsewhere", QT_TRANSLATE_NOOP("Text", "“{subject}” leads to “{at}”, not to {server}."),
     QT_TRANSLATE_NOOP("Text", "Point it at “{expected}”, or find out who moved it.")},
    {"check.sqlite-few-rows",
     QT_TRANSLATE_NOOP("Text", "“{subject}” counts {rows:number}, expected at least {least:number}."),
     QT_TRANSLATE_NOOP("Text", "Compare it with the old server's.")},
    {"check.sqlite-other-answer", QT_TRANSLATE_NOOP("Text", "“{subject}” answers “{answer}”, expected “{expected}”."),
     QT_TRANSLATE_NOOP("Text", "Compare it with the old server's.")},
    {"check.refused", QT_TRANSLATE_NOOP("Text", "{subject} refuses connections on port {port}."),
     QT_TRANSLATE_NOOP("Text", "Start the service, or look at the firewall.")},
    {"check.no-answer", QT_TRANSLATE_NOOP("Text", "{subject} does not answer on port {port} within {ms:duration}."),
     QT_TRANSLATE_NOOP("Text", "Look at the service and at the way to it.")},
    {"check.connection-failed", QT_TRANSLATE_NOOP("Text", "The connection to {subject}, port {port}, broke off."),
     QT_TRANSLATE_NOOP("Text", "Look at the service's own log.")},
    {"check.name-unknown", QT_TRANSLATE_NOOP("Text", "The name {subject} has no address."),
     QT_TRANSLATE_NOOP("Text", "Look at the entry in the DNS.")},
    {"check.dns-elsewhere", QT_TRANSLATE_NOOP("Text", "{subject} leads to {address}, expected {expected}."),
     QT_TRANSLATE_NOOP("Text", "Change the entry in the DNS, or wait until the old one has run out.")},
    {"check.http-status", QT_TRANSLATE_NOOP("Text", "The page at {subject} answers with status {status}."),
     QT_TRANSLATE_NOOP("Text", "Look at the application's own log.")},
    {"check.http-other-page", QT_TRANSLATE_NOOP("Text", "The page at {subject} does not contain “{expected}”."),
     QT_TRANSLATE_NOOP("Text", "Open it and see what it shows instead: an error page may answer politely.")},
    {"check.tls-expired", QT_TRANSLATE_NOOP("Text", "The certificate of {subject} is not valid now (until {at:date})."),
     QT_TRANSLATE_NOOP("Text", "Renew it, and check the server's clock.")},
    {"check.tls-other-name", QT_TRANSLATE_NOOP("Text", "The certificate of {subject} is for another name."),
     QT_TRANSLATE_NOOP("Text", "Install the one for this name.")},
    {"check.tls-untrusted",
     QT_TRANSLATE_NOOP("Text", "The certificate of {subject} is not signed by a known authority."),
     QT_TRANSLATE_NOOP("Text", "Install the whole chain; for an authority of your own, name its file in the check.")},
    {"check.tls-failed", QT_TRANSLATE_NOOP("Text", "{subject} and this machine do not agree on TLS 1.2 or later."),
     QT_TRANSLATE_NOOP("Text", "Look at the TLS settings of the service.")},

    // Could not look: no verdict.
    {"check.stopped", QT_TRANSLATE_NOOP("Text", "Stopped before it had answered.")},
    {"check.no-link", QT_TRANSLATE_NOOP("Text", "The project has no link for its users."),
     QT_TRANSLATE_NOOP("Text", "Name one on the page Project.")},
    {"check.no-uplink", QT_TRANSLATE_NOOP("Text", "This machine has no network, so nothing is known of {subject}."),
     QT_TRANSLATE_NOOP("Text", "Look at this machine's own connection.")},
    {"check.no-way", QT_TRANSLATE_NOOP("Text", "There is no way from here to {subject}, so nothing is known of it."),
     QT_TRANSLATE_NOOP("Text", "Look at this machine's own network and routes.")},
    {"check.no-resolver", QT_TRANSLATE_NOOP("Text", "No name server answers, so nothing is known of {subject}."),
     QT_TRANSLATE_NOOP("Text", "Look at the name servers of this machine.")},
    {"check.no-tls", QT_TRANSLATE_NOOP("Text", "This machine has no TLS library, so nothing is known of {subject}."),
     QT_TRANSLATE_NOOP("Text", "Install the library libssl.")},
    {"check.ca-unreadable", QT_TRANSLATE_NOOP("Text", "The file of the authority, “{subject}”, holds no certificate."),
     QT_TRANSLATE_NOOP("Text", "Name a file in PEM form.")},

    // What is wrong with a check itself.
    {"check.no-name", QT_TRANSLATE_NOOP("Text", "The check has no name."), QT_TRANSLATE_NOOP("Text", "Give it one.")},
    {"check.unknown-kind", QT_TRANSLATE_NOOP("Text", "There is no kind of check “{subject}”."),
     QT_TRANSLATE_NOOP("Text", "Choose one of: file, tree, link, sqlite, tcp, http, tls, dns.")},
    {"check.interval", QT_TRANSLATE_NOOP("Text", "“{subject}” would run more often than every 5 seconds."),
     QT_TRANSLATE_NOOP("Text", "Choose a longer interval.")},
    {"check.param-missing", QT_TRANSLATE_NOOP("Text", "The check needs “{name}”."),
     QT_TRANSLATE_NOOP("Text", "Give it.")},
    {"check.bad-host", QT_TRANSLATE_NOOP("Text", "“{subject}” is not the name or address of a host."),
     QT_TRANSLATE_NOOP("Text", "Write it as www.example.org or 192.0.2.10.")},
    {"check.bad-port", QT_TRANSLATE_NOOP("Text", "{port} is not a port."),
     QT_TRANSLATE_NOOP("Text", "Choose a number from 1 to 65535.")},
    {"check.bad-url", QT_TRANSLATE_NOOP("Text", "“{subject}” is not the address of a web page."),
     QT_TRANSLATE_NOOP("Text", "Write it as https://www.example.org/page.")},
    {"check.url-secret", QT_TRANSLATE_NOOP("Text", "The address at {subject} holds a name or password."),
     QT_TRANSLATE_NOOP("Text", "Name a page that needs none: the project keeps no secrets.")},

    {"incident.closed-already", QT_TRANSLATE_NOOP("Text", "This incident is closed already."), nullptr},
    {"incident.no-name", QT_TRANSLATE_NOOP("Text", "Closing an incident by hand needs a name."),
     QT_TRANSLATE_NOOP("Text", "Say who closes it.")},
    {"incident.no-reason", QT_TRANSLATE_NOOP("Text", "Closing an incident by hand needs a reason."),
     QT_TRANSLATE_NOOP("Text", "Say what was done.")},
    {"baseline.after-cutover",
     QT_TRANSLATE_NOOP("Text", "A baseline is measured on the old server, before the cutover."),
     QT_TRANSLATE_NOOP("Text", "It cannot be made up for afterwards; a rollback would allow it.")},

    {"monitoring.no-checks", QT_TRANSLATE_NOOP("Text", "There is no check to run."),
     QT_TRANSLATE_NOOP("Text", "Add checks, or take over the ones proposed.")},
    {"monitoring.check-unknown", QT_TRANSLATE_NOOP("Text", "There is no check number {subject}."),
     QT_TRANSLATE_NOOP("Text", "Look at the list of checks.")},
    {"monitoring.no-server", QT_TRANSLATE_NOOP("Text", "The project has no server to look at."),
     QT_TRANSLATE_NOOP("Text", "Add the old and the new server.")},
    {"monitoring.moving", QT_TRANSLATE_NOOP("Text", "A cutover or a rollback is running: nothing is judged meanwhile."),
     QT_TRANSLATE_NOOP("Text", "Run the checks again once it has ended.")},

    // The checkpoint: what was measured.
    {"monitoring.fact-baselines", QT_TRANSLATE_N_NOOP("Text", "{measured} of %n check(s) with a baseline")},
    {"monitoring.fact-incidents", QT_TRANSLATE_N_NOOP("Text", "%n incident(s) open")},
    {"monitoring.fact-availability",
     QT_TRANSLATE_NOOP("Text", "{percent:percent} available for a target of {target:percent}, watched for "
                               "{watched:duration} of {elapsed:duration}")},
    {"monitoring.ready", QT_TRANSLATE_NOOP("Text", "Ready to start with the cutover")},
    {"monitoring.earliest",
     QT_TRANSLATE_NOOP("Text", "Passes at {target:percent} or better, on {at:date} at the earliest")},

    // The checkpoint: what is missing.
    {"monitoring.no-check", QT_TRANSLATE_NOOP("Text", "a check of what matters")},
    {"monitoring.no-baseline", QT_TRANSLATE_NOOP("Text", "a baseline, measured before the cutover")},
    {"monitoring.asset-unwatched", QT_TRANSLATE_N_NOOP("Text", "%n critical asset(s) without a check: {names}")},
    {"monitoring.asset-without-baseline",
     QT_TRANSLATE_N_NOOP("Text", "%n critical asset(s) without a baseline from before the cutover: {names}")},
    {"monitoring.after-cutover",
     QT_TRANSLATE_NOOP("Text", "{period:duration} of watching after the cutover, at {target:percent} or better")},
    {"monitoring.incident-open", QT_TRANSLATE_NOOP("Text", "the end of the incident at “{name}”, open since "
                                                           "{since:datetime}")},
    {"monitoring.stale",
     QT_TRANSLATE_N_NOOP("Text", "%n check(s) that have not run for three intervals (last: {last:datetime})")},
    {"monitoring.not-run-yet", QT_TRANSLATE_N_NOOP("Text", "%n check(s) that have not run since the cutover")},
    {"monitoring.unknown", QT_TRANSLATE_N_NOOP("Text", "%n check(s) that could not look")},
    {"monitoring.availability-low",
     QT_TRANSLATE_NOOP("Text", "availability: “{name}” was there {percent:percent} of the time, for a target of "
                               "{target:percent}")},
    {"monitoring.observing", QT_TRANSLATE_NOOP("Text", "the rest of the observation period, until {until:datetime}")},
    {"monitoring.watched-too-little",
     QT_TRANSLATE_NOOP("Text", "a watch of at least half the observation period: it was {watched:duration} of "
                               "{elapsed:duration}")},
};

} // namespace

std::span<const Entry> monitoringTable()
{
    return entries;
}

} // namespace bascule::text
