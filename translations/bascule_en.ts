<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>Ask</name>
    <message>
        <source>Who are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every decision is kept with a name in the evidence ledger. Bascule asks once until the window is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide under this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardWords</name>
    <message>
        <source>Waived by %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived on %1 by %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validated on %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once waived by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence ledger intact: %1 entries verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence ledger does not hold together: entry %1. Nothing here is proven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>Unknown option “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option --%1 is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option --%1 takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option --%1 needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report&apos;s name ends in .html or .pdf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived by %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the five checkpoints and whether one can go; exit 1 while not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the whole project as a report, in --language or the project&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the chain of evidence from end to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See “bascule-cli --help”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not there yet: it comes with a later version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Nobody can answer here: add --yes to go ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[yes/No]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind spot %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the configuration files and list what needs what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a picture for Graphviz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not so, with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind spot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option --%1 is yes or no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted, with the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the servers and list what is on them; nothing is changed there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this one only; all source servers, unless given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assets and findings of the last inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decide about an asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the business stops without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who answers for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether it goes to the new server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where it goes there; the same path, unless given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how soon it must be back; 0: as the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept a finding or a blind spot, by name and with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last run</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open incident(s).</source>
        <translation>
            <numerusform>%n open incident.</numerusform>
            <numerusform>%n open incidents.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not of the form name=value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no duration; write 90s, 5min or 1h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added the check “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) added.</source>
        <translation>
            <numerusform>%n check added.</numerusform>
            <numerusform>%n checks added.</numerusform>
        </translation>
    </message>
    <message>
        <source>Durations are written 90s, 5min or 1h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file, sqlite, link, tcp, http, tls or dns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it is called; the asset&apos;s name, unless given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it watches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the kind asks for: host, port, url, path, query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how often; 1min, unless given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a check for every critical asset that has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the checks, their state and baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run checks once, or measure their baseline; exit 1 when one is not up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measure how the old server does, ten rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run rounds of checks; exit 1 while an incident is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long, e.g. 8h; one round, unless given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from one round to the next; each check&apos;s own, unless given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say --%1, e.g. 2026-12-06T04:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window: %1, %2, for %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cutover takes %1 as rehearsed, the way back %2; %3 are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rehearsal of this plan has been measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how long it lasts with --duration MINUTES.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No window is chosen any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cutover from %1 to %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is called number %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option --as is it, business or management.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not among the project&apos;s people: add them, or say --as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who approves with --by PERSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted in the ledger: %1 approves “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived by %1, shown as such for ever: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose the cutover&apos;s window; refused where it does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local time, e.g. 2026-12-06T04:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the chosen window up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a period in which no cutover may fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first moment, or day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last moment, or day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a critical period out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write what users are told: before, start, end, rollback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the message, from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ready yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say who is called when something goes wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 is called first; last, unless given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the runbook: every action on every server, its time, its undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign by name: inventory, rehearsal, planning or go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it, business or management; the person&apos;s role, unless given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take responsibility for a checkpoint that has not passed, by name, for ever visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new project needs a --name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made the project “%1” in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery objective (RTO)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore tests stay good for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsals stay good for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback stays possible for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Availability to be met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observation period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no percentage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings are saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The --role is source, target, test or other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the server&apos;s folder with --local DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added “%1” (%2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed “%1” from the project; its folder was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The --role is it, business or management.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a project file; --language is the project&apos;s language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the project is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its settings, servers and people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change its settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the symbolic link that users go through, switched at the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how soon an asset must be back after a loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long a restore test stays good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long a rehearsal stays good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long a rollback stays possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>availability to be met after the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length of the observation period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a server: a folder that stands for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source, target, test or other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its folder on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reach it over SSH (a later version)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as root there (a later version)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a server out of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add somebody who owns, validates or decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it (unless given), business or management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print one JSON document on stdout and nothing else there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language of the words; the environment&apos;s, unless given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer every question with yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bascule takes a server over to a new one, step by step, and proves each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROJECT is a .bascule file. Every verb knows --help, --json, --language fr|en and --yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit: 0 done and good · 1 done and not good (a check failed, a difference found) · 2 usage · 3 cannot reach (missing, unreadable, not to be written) · 4 cancelled · 5 refused for safety · 6 internal error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is “bascule-cli %1 %2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language is “fr” or “en”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown verb “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no progress for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. What was finished before stays; run it again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder&apos;s name is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set attributes of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 created, %2 replaced, %3 with new attributes, %4 deleted, %5 unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written: this was a dry run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files, %2; %3 written in %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything written was read back and found equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything is as it should be: see the list above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no rate; write 500k, 20M or 1G for bytes a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are equal, contents and attributes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>%n difference.</numerusform>
            <numerusform>%n differences.</numerusform>
        </translation>
    </message>
    <message>
        <source>leave out what matches; /x only at the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make the folder DST the same as SRC, verified. What is there already is not copied again; nothing is deleted unless asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete at DST what SRC does not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare contents, not only sizes and times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what would be done and write nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most so many bytes a second, e.g. 20M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between two servers (a later version)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through this machine (a later version)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on as the source changes (a later version)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare two folders, contents and attributes; exit 1 where they differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who decides; you, unless given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reason, kept with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored for real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup needs its --asset and its --path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rollback scenario is written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>register a backup of an asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it is a backup of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file, from the server&apos;s root or absolute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the file is; the asset&apos;s server, unless given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto, tar or zip (sql, pgdump, restic, borg: a later version)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look for backups on the servers and register those that belong to an asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a fresh backup of an asset beside the project file, and restore it for real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the registered backups and what was proved of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read backups whole, every byte and every checksum; exit 1 when one is not intact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore backups for real into a scratch folder and compare with their source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write down how one goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scenario, from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import databases into a throwaway server of the new version (a later version)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test environment is as production is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The --kind is behaviour, performance, rights or compatibility.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added the scenario “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add something that must work on the test environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behaviour, performance, rights or compatibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file-readable, rights-equal, sqlite-query, read-rate, link-targets, compatible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the probe asks for: path, query, expected, sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not required by the checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a sensible set of scenarios of all four kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scenarios and their last results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run scenarios on the test environment; exit 1 when one fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run the runbook on the test environment, timed, with scenarios and a rollback drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave the rollback drill out: a second timing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare the test environment with production as it is now; exit 1 while they differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept a difference, by name and with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rollback is possible until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>met: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut over from %1 to %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would come back from %1: %2 new, %3 changed and %4 deleted files, %5 databases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to %1? What users wrote on %2 meanwhile comes back with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release %1 for good? No rollback is possible after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy most of the data beforehand, so that the window stays short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what must hold before the cutover may start; exit 1 while something is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut over, or bring an interrupted cutover to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait for the chosen window to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start outside the window; kept in the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go back to the old server, with what users wrote on the new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what would come back, and write nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release the old server: no rollback after that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo is ready: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a small old server, its backups and an empty new one, and migrate them whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop before the go: a project ready to be cut over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start over: remove the demo that is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tenth of the files, for a quick look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found that the new server would break.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what will break between the old server and the new one; exit 1 when something will</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2: %3%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportReport</name>
    <message>
        <source>The report is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>%1, on %2</source>
        <comment>kind of asset, server</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project is open read only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This work is already running; see the bar at the left.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RailWords</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished at %1, with something to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No work running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping; what is done is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for other work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No progress for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>Audit of the existing systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application dependencies not identified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications misbehave after the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete map validated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups and rollback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups that cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of data / business stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore test carried out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences from production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unforeseen incidents in production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios validated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planning of the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badly defined downtime window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical periods validated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-migration monitoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents noticed late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance degrades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reinforced monitoring active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migration step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible business impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence, and what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compatibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance under load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First synchronisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cutover running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the new server, rollback possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back on the old server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the new server for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In case of a rollback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time:duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low:duration} to {high:duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, with something to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Yes, with %n checkpoint(s) waived</source>
        <translation>
            <numerusform>Yes, with %n checkpoint waived</numerusform>
            <numerusform>Yes, with %n checkpoints waived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not yet: %n checkpoint(s) still open</source>
        <translation>
            <numerusform>Not yet: %n checkpoint still open</numerusform>
            <numerusform>Not yet: %n checkpoints still open</numerusform>
        </translation>
    </message>
    <message>
        <source>“{subject}” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling, or whether a disk is not mounted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” may not be read or written by this user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this user the right to it, or start again as root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is not a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is not a regular file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” exists and is not a symbolic link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a link, or a path where nothing is yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path “{subject}” is longer than the file system allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten the name, or choose a target with a shorter path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” goes through a symbolic link that cannot be followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the folder itself instead of a link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” leads out of the server&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a path inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is too big.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file system that takes files of this size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of “{subject}” is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room, then start again: only what is missing is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quota of “{subject}” is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the quota, then start again: only what is missing is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” lies on a disk that can only be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mount it for writing, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk reports an error at “{subject}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the kernel&apos;s log and at the disk&apos;s health before going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many files are open at “{subject}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the limit (ulimit -n), then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system refused “{subject}”: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in Bascule itself went wrong at “{subject}”: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was marked as done. Start again, and report it if it comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source and the target are the same folder, “{subject}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target “{subject}” lies inside the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a target outside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source “{subject}” lies inside the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a target that does not contain it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source “{subject}” is empty while the target is not: nothing was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its disk is mounted; without --delete nothing is ever deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is frozen by a cutover, so nothing is written there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End or roll back that cutover first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is already frozen by {owner}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changed while it was being copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a socket: the program that made it will make it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file system is mounted there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of another kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of another size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another owner or group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another time of change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linked to other names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other access list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other extended attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file “{subject}” is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file “{subject}” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling, or make a new project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for the project file “{subject}” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the folder, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is not a Bascule project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file that ends in .bascule; this one was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file “{subject}” is damaged and was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the newest copy beside it, or one from your backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file “{subject}” was made by a newer Bascule (schema {schema}, this one knows {known}) and was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with that newer Bascule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file “{subject}” was made by an older Bascule and is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it once for writing: it is then brought up to date, after a copy is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file “{subject}” could not be written: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved before still holds. Make room or give the right to write, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has nothing with that number in “{subject}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list again: it may have been removed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project “{subject}” is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it for writing to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Evidence ledger intact: %n entries verified.</source>
        <translation>
            <numerusform>Evidence ledger intact: %n entry verified.</numerusform>
            <numerusform>Evidence ledger intact: %n entries verified.</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry {entry} of the evidence ledger was changed after it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence from entry {entry} on proves nothing: find out who changed it, and go back to a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {entry} of the evidence ledger does not follow the one before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {entry} of the evidence ledger is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence ledger ends before its last entry: it was cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out who cut it, and go back to a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the server “{subject}” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mount it, or name another folder for this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the server “{subject}” may not be read by this user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronise “{source}” to “{target}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare “{left}” with “{right}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is not empty and is no demo of Bascule&apos;s: it was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name an empty folder, or one that does not exist yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A demo is ready in “{subject}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its demo.bascule, name another folder, or start over with --again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A demo was begun in “{subject}” and interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over with --again, or name another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo&apos;s database “{subject}” could not be made: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo&apos;s backup “{subject}” could not be made: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a server named “{subject}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” cannot have this role: “{other}” has it already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change or remove that server first, or add this one with the role “other”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is already the folder of the server “{other}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each server needs a folder of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” and the folder of the server “{other}” lie one in the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder apart from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written to “{subject}”, the folder of “{server}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this user the right to write there, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” took part in a rehearsal or cutover and stays in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change its folder instead, or make a new project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no server named “{subject}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See its servers with “bascule-cli project show”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is among the project&apos;s people already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting “{subject}” must be a number above zero, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An availability of {subject} is not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a percentage above 0 and up to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The switch link “{subject}” is not an absolute path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin it with “/”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {server}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no server to inventory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the old server on the page Servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is named for this decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the person who decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This decision on “{subject}” has no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why in one sentence: it stays in the evidence ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The destination “{subject}” leads out of the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a path below the new server&apos;s root, without “..”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery time of “{subject}” is less than nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number of minutes, or 0 for the project&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The map cannot be validated yet: %n point(s) are still open.</source>
        <translation>
            <numerusform>The map cannot be validated yet: %n point is still open.</numerusform>
            <numerusform>The map cannot be validated yet: %n points are still open.</numerusform>
        </translation>
    </message>
    <message>
        <source>Settle what the checkpoint of the inventory says is missing, then validate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n symbolic link(s) lead to nothing, such as “{path}”.</source>
        <translation>
            <numerusform>%n symbolic link leads to nothing: “{path}”.</numerusform>
            <numerusform>%n symbolic links lead to nothing, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct or remove what is still wanted; the rest is copied as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n symbolic link(s) lead out of the server&apos;s folder, such as “{path}”.</source>
        <translation>
            <numerusform>%n symbolic link leads out of the server&apos;s folder: “{path}”.</numerusform>
            <numerusform>%n symbolic links lead out of the server&apos;s folder, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>What such a link points to is not copied with it: see that it exists on the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Anybody may write to %n file(s) or folders, such as “{path}”.</source>
        <translation>
            <numerusform>Anybody may write to %n file or folder, such as “{path}”.</numerusform>
            <numerusform>Anybody may write to %n files or folders, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restrict the mode now, or accept that it is copied as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) run with their owner&apos;s rights, such as “{path}”.</source>
        <translation>
            <numerusform>%n file runs with its owner&apos;s rights: “{path}”.</numerusform>
            <numerusform>%n files run with their owner&apos;s rights, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them only where the new server needs them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) carry capabilities, such as “{path}”.</source>
        <translation>
            <numerusform>%n program carries capabilities: “{path}”.</numerusform>
            <numerusform>%n programs carry capabilities, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Capabilities are kept only when the migration runs as root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) hold control characters or are no valid UTF-8, such as “{path}”.</source>
        <translation>
            <numerusform>%n name holds control characters or is no valid UTF-8: “{path}”.</numerusform>
            <numerusform>%n names hold control characters or are no valid UTF-8, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are copied byte for byte; some programs show or open them badly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) differ from a neighbour only by case or accents, such as “{path}”.</source>
        <translation>
            <numerusform>%n name differs from a neighbour only by case or accents: “{path}”.</numerusform>
            <numerusform>%n names differ from a neighbour only by case or accents, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both are kept, but a file system or a Windows client that folds names sees only one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“{path}” holds %n entries in one folder.</source>
        <translation>
            <numerusform>“{path}” holds %n entry in one folder.</numerusform>
            <numerusform>“{path}” holds %n entries in one folder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Listing it takes long on every file system; split it when you can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have holes, such as “{path}”.</source>
        <translation>
            <numerusform>%n file has holes, such as “{path}”.</numerusform>
            <numerusform>%n files have holes, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Holes are kept where the new server&apos;s file system can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have names in several assets (hard links), such as “{path}”.</source>
        <translation>
            <numerusform>%n file has names in several assets (hard links), such as “{path}”.</numerusform>
            <numerusform>%n files have names in several assets (hard links), such as “{path}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Migrate these assets together, or the copies part from each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have further names outside what was read, such as “{path}”.</source>
        <translation>
            <numerusform>%n file has further names outside what was read, such as “{path}”.</numerusform>
            <numerusform>%n files have further names outside what was read, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Those names are not copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folders have access control lists, such as “{path}”.</source>
        <translation>
            <numerusform>%n file or folder has access control lists, such as “{path}”.</numerusform>
            <numerusform>%n files or folders have access control lists, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are kept where the new server&apos;s file system can hold them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folders have extended attributes, such as “{path}”.</source>
        <translation>
            <numerusform>%n file or folder has extended attributes, such as “{path}”.</numerusform>
            <numerusform>%n files or folders have extended attributes, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folders belong to an account that does not exist, such as “{path}”.</source>
        <translation>
            <numerusform>%n file or folder belongs to an account that does not exist, such as “{path}”.</numerusform>
            <numerusform>%n files or folders belong to an account that does not exist, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give them an owner, or accept that the bare number is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n socket(s) are not copied, such as “{path}”.</source>
        <translation>
            <numerusform>%n socket is not copied, such as “{path}”.</numerusform>
            <numerusform>%n sockets are not copied, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>The program that uses a socket makes it anew when it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) or pipes are among the files, such as “{path}”.</source>
        <translation>
            <numerusform>%n device or pipes is among the files, such as “{path}”.</numerusform>
            <numerusform>%n devices or pipes are among the files, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Devices are kept only when the migration runs as root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A transaction of this database was left unfinished: “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the database once with its application, so that it settles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup of the database “{path}” is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one on the page Backups, or make one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{path}” may not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command lets it be read: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in “{path}” may not be read.</source>
        <translation>
            <numerusform>%n file in “{path}” may not be read.</numerusform>
            <numerusform>%n files in “{path}” may not be read.</numerusform>
        </translation>
    </message>
    <message>
        <source>This command lets them be read: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is another file system and was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command adds it as a server of its own: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be read. {reason:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the disk and the folder looked at, then run the inventory again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more place(s) could not be read and are not listed one by one.</source>
        <translation>
            <numerusform>%n more place could not be read and is not listed one by one.</numerusform>
            <numerusform>%n more places could not be read and are not listed one by one.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run the inventory as a user who may read the whole server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map validated by {person} on {at:date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s) inventoried</source>
        <translation>
            <numerusform>%n asset inventoried</numerusform>
            <numerusform>%n assets inventoried</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical asset(s)</source>
        <translation>
            <numerusform>%n critical asset</numerusform>
            <numerusform>%n critical assets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dependenc(ies) confirmed</source>
        <translation>
            <numerusform>%n dependency confirmed</numerusform>
            <numerusform>%n dependencies confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dependenc(ies) dismissed with a reason</source>
        <translation>
            <numerusform>%n dependency dismissed with a reason</numerusform>
            <numerusform>%n dependencies dismissed with a reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blind spot(s) accepted</source>
        <translation>
            <numerusform>%n blind spot accepted</numerusform>
            <numerusform>%n blind spots accepted</numerusform>
        </translation>
    </message>
    <message>
        <source>Inventory of {at:datetime}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an old server in the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n blocking finding(s) to settle</source>
        <translation>
            <numerusform>%n blocking finding to settle</numerusform>
            <numerusform>%n blocking findings to settle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the inventory of %n server(s)</source>
        <translation>
            <numerusform>the inventory of %n server</numerusform>
            <numerusform>the inventory of %n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the search for dependencies on %n server(s)</source>
        <translation>
            <numerusform>the search for dependencies on %n server</numerusform>
            <numerusform>the search for dependencies on %n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical asset(s) without an owner</source>
        <translation>
            <numerusform>%n critical asset without an owner</numerusform>
            <numerusform>%n critical assets without an owner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blind spot(s) to accept or remove</source>
        <translation>
            <numerusform>%n blind spot to accept or remove</numerusform>
            <numerusform>%n blind spots to accept or remove</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dependenc(ies) to confirm</source>
        <translation>
            <numerusform>%n dependency to confirm</numerusform>
            <numerusform>%n dependencies to confirm</numerusform>
        </translation>
    </message>
    <message>
        <source>the validation by a named person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new validation: the map has changed since {person} validated it on {at:date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for dependencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for configuration on {server}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading configuration files and scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No old server has been inventoried yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the inventory first: dependencies lead from one asset to another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map cannot be drawn: the program “dot” is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package graphviz; the list shows the same facts meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map could not be laid out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the list: it shows the same facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map is too large to be drawn in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the list, or dismiss what is no dependency and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names a path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts with a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connects to a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls a web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses a folder of another server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names another machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n path(s) in configuration files do not exist, such as “{path}” in “{file}”.</source>
        <translation>
            <numerusform>%n path in a configuration file does not exist: “{path}” in “{file}”.</numerusform>
            <numerusform>%n paths in configuration files do not exist, such as “{path}” in “{file}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct the configuration, or see whether the folder is made when it is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” ({bytes:bytes}) is too large to be read as configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into it yourself, and accept the blind spot once you know what it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be read for dependencies. {reason:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let this user read it and search again, or accept the blind spot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the servers’ folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking {server}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring {server}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name (DNS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” can be read ({bytes:bytes}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“{subject}” opens; %n file(s) read in it.</source>
        <translation>
            <numerusform>“{subject}” opens; %n file read in it.</numerusform>
            <numerusform>“{subject}” opens; %n files read in it.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{subject}” leads to {server}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” answers ({rows:number} counted).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} answers on port {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page at {subject} is there (status {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {subject} is good until {at:date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} leads to {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took {ms:duration}; before the cutover it stayed under {p95Ms:duration}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the load of the new server and at its disks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The certificate of {subject} expires in %n day(s).</source>
        <translation>
            <numerusform>The certificate of {subject} expires in %n day.</numerusform>
            <numerusform>The certificate of {subject} expires in %n days.</numerusform>
        </translation>
    </message>
    <message>
        <source>Renew it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” has {bytes:bytes}, expected at least {least:bytes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it with the old server&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file is found in “{subject}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its disk is mounted, then compare it with the old server&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” leads to “{at}”, not to {server}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point it at “{expected}”, or find out who moved it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” counts {rows:number}, expected at least {least:number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” answers “{answer}”, expected “{expected}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} refuses connections on port {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the service, or look at the firewall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} does not answer on port {port} within {ms:duration}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the service and at the way to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {subject}, port {port}, broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the service&apos;s own log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {subject} has no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the entry in the DNS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} leads to {address}, expected {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the entry in the DNS, or wait until the old one has run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page at {subject} answers with status {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the application&apos;s own log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page at {subject} does not contain “{expected}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it and see what it shows instead: an error page may answer politely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {subject} is not valid now (until {at:date}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew it, and check the server&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {subject} is for another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the one for this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {subject} is not signed by a known authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the whole chain; for an authority of your own, name its file in the check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} and this machine do not agree on TLS 1.2 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the TLS settings of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before it had answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no link for its users.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one on the page Project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no network, so nothing is known of {subject}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at this machine&apos;s own connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way from here to {subject}, so nothing is known of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at this machine&apos;s own network and routes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name server answers, so nothing is known of {subject}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the name servers of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no TLS library, so nothing is known of {subject}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the library libssl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of the authority, “{subject}”, holds no certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file in PEM form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no kind of check “{subject}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: file, tree, link, sqlite, tcp, http, tls, dns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” would run more often than every 5 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a longer interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check needs “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is not the name or address of a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as www.example.org or 192.0.2.10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{port} is not a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is not the address of a web page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as https://www.example.org/page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address at {subject} holds a name or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a page that needs none: the project keeps no secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This incident is closed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing an incident by hand needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who closes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing an incident by hand needs a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A baseline is measured on the old server, before the cutover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be made up for afterwards; a rollback would allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no check to run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add checks, or take over the ones proposed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no check number {subject}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list of checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no server to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the old and the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cutover or a rollback is running: nothing is judged meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the checks again once it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{measured} of %n check(s) with a baseline</source>
        <translation>
            <numerusform>{measured} of %n check with a baseline</numerusform>
            <numerusform>{measured} of %n checks with a baseline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) open</source>
        <translation>
            <numerusform>%n incident open</numerusform>
            <numerusform>%n incidents open</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent:percent} available for a target of {target:percent}, watched for {watched:duration} of {elapsed:duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to start with the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes at {target:percent} or better, on {at:date} at the earliest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a check of what matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a baseline, measured before the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n critical asset(s) without a check: {names}</source>
        <translation>
            <numerusform>%n critical asset without a check: {names}</numerusform>
            <numerusform>%n critical assets without a check: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical asset(s) without a baseline from before the cutover: {names}</source>
        <translation>
            <numerusform>%n critical asset without a baseline from before the cutover: {names}</numerusform>
            <numerusform>%n critical assets without a baseline from before the cutover: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>{period:duration} of watching after the cutover, at {target:percent} or better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end of the incident at “{name}”, open since {since:datetime}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) that have not run for three intervals (last: {last:datetime})</source>
        <translation>
            <numerusform>%n check that has not run for three intervals (last: {last:datetime})</numerusform>
            <numerusform>%n checks that have not run for three intervals (last: {last:datetime})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) that have not run since the cutover</source>
        <translation>
            <numerusform>%n check that has not run since the cutover</numerusform>
            <numerusform>%n checks that have not run since the cutover</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) that could not look</source>
        <translation>
            <numerusform>%n check that could not look</numerusform>
            <numerusform>%n checks that could not look</numerusform>
        </translation>
    </message>
    <message>
        <source>availability: “{name}” was there {percent:percent} of the time, for a target of {target:percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rest of the observation period, until {until:datetime}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a watch of at least half the observation period: it was {watched:duration} of {elapsed:duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is not a date and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 2026-12-06T04:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” does not exist: the clocks go forward to summer time then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a time an hour later, or another day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” comes twice: the clocks go back from summer time then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a time outside that hour, or write the offset from UTC behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window has no start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a date and a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window of {start:datetime} lies in the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a date to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window has no length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it at least the time of the cutover and of the rollback.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window of {has:duration} is longer than {most:duration}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window meets the critical period “{why}”, {from:datetime} to {to:datetime}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another window, or remove the period if it no longer holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cutover and the rollback need {needs:duration}, and the window has {has:duration}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a longer window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks change on {at:datetime}, inside the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a window before or after it: times in logs and on clocks would not agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No window is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The critical period has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what it is, such as “Payroll”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The critical period ends ({to:datetime}) before it starts ({from:datetime}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an end after the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no moment “{subject}” for a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: before, start, end, rollback.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message “{moment:enum}” has no text, so it is not ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who is to be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} has no phone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where they can be reached at night.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An approval needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who approves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is approved at a step “{subject}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: rehearsal, planning, go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to approve here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a window for planning; rehearse for the test environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} is known for another role ({role:enum}), and one name speaks for one role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let somebody else approve, or change the role in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no checkpoint “{subject}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: inventory, backups, rehearsal, planning, monitoring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A waiver needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who takes it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A waiver needs a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why it may be passed over: it stays in the project for ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cutover:duration} measured, {rollback:duration} to roll back, in a window of {window:duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window from {start:datetime} to {ends:datetime}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{margin:duration} to spare; last moment to go back {last:time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved on {at:date} by {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) to users ready</source>
        <translation>
            <numerusform>%n message to users ready</numerusform>
            <numerusform>%n messages to users ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) to call</source>
        <translation>
            <numerusform>%n contact to call</numerusform>
            <numerusform>%n contacts to call</numerusform>
        </translation>
    </message>
    <message>
        <source>Cutover started on {at:datetime}, in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cutover started on {at:datetime}, outside the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a window for the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another window: the one chosen ended on {ends:datetime} without a cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rehearsal, to measure how long the cutover takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rollback drill, to measure the way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the approval of: {role:enum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new approval by {person}: the plan has changed since {at:date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the message to users: {moment:enum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody to call when things go wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can we go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: the evidence has been tampered with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cutover is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rollback is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: rollback possible until {until:date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: the time for a rollback is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back on the old server since {at:date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All checkpoints before the cutover have passed, and monitoring is ready to start with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s) waived by name, the others have passed, and monitoring is ready to start with the cutover.</source>
        <translation>
            <numerusform>%n checkpoint waived by name, the others have passed, and monitoring is ready to start with the cutover.</numerusform>
            <numerusform>%n checkpoints waived by name, the others have passed, and monitoring is ready to start with the cutover.</numerusform>
        </translation>
    </message>
    <message>
        <source>{step:code} is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step:code}: {missing:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The observation period is over, without an open incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step is checked before the next one starts; the old server is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What users wrote on the new server is brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No window chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {left:duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window is open until {until:time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this window has passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback possible until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left:duration} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this time is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the report “{path}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be made as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as HTML instead, and print that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is the project itself, not a place for its report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: server migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {source} to {target}. State of {at:datetime}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of {at:datetime}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, state of {at:datetime}. Made by Bascule from the evidence in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The five checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind spots and findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind spots: what could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test environment and rehearsals</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Times, measured over %n rehearsal(s)</source>
        <translation>
            <numerusform>Times, measured over %n rehearsal</numerusform>
            <numerusform>Times, measured over %n rehearsals</numerusform>
        </translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences between the test environment and production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window of the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical periods of the business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages to users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal of the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waivers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom to call, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored for real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time against objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P90</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before, and now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {at:datetime}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good until {at:datetime}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still missing: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed on {at:date} by {by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived by {by}: “{why}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{by}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n further row(s) are in the project.</source>
        <translation>
            <numerusform>%n further row is in the project.</numerusform>
            <numerusform>%n further rows are in the project.</numerusform>
        </translation>
    </message>
    <message>
        <source>objective {time:duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of this runbook:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the window: writing stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users are back on the new server (measured, P90)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last moment to go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan and its window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map of the inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} of {at:datetime}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash of the last entry:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no server yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No asset yet: the inventory has not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dependency is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No blind spot: everything in scope could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finding is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is named in the project yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup is named yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rollback scenario is written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rehearsal yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scenario yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No critical period is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is approved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no runbook yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cutover yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No check yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No waiver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no backup with the number {subject}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the list of backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no backup yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a backup file, or make one now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups of the kind “{subject}” cannot be tested yet; tar and zip archives can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup as a tar or zip archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is no kind of backup that Bascule knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give auto, tar or zip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no asset with the number {subject}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the inventory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no server with the number {subject}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the list of servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rollback plan is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write who decides, until when, in what order, and who is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup “{subject}” could not be written: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room or give the right to write, then try again; what was begun is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” could not be read for the backup: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this user the right to read it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup of “{subject}” could not be read back after it was written, so it was thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk that it was written to, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup “{subject}” is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out who removed it, or make a fresh backup and test it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup “{subject}” is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the archive itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup “{subject}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out why nothing was written, then make a fresh backup and test it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup “{subject}” unpacks to nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup “{subject}” holds no files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what the backup is made of, then make a fresh one and test it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is not a tar or zip archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the archive itself, or make a fresh backup and test it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup stops in the middle: {entries:number} entries came back whole, the last one in sight was “{entry}” ({offset:bytes} unpacked).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a fresh backup and test it, and find out why this one was cut: often the disk was full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is damaged after {entries:number} entries, at “{entry}” ({offset:bytes} unpacked): {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a fresh backup and test it, and look at the disk that this one lay on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” in the backup is damaged: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” in the backup is encrypted and cannot be tested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup without encryption into a protected folder, or test this one by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup “{subject}” was written to while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is complete, then read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup “{subject}” is not the file that its checksum beside it was taken of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out which of the two changed; make a fresh backup and test it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped for safety: the backup has more than {limit:number} entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test it by hand if this is as it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped for safety: the backup unpacks to more than {limit:bytes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped for safety: the backup unpacks to more than {limit:number} times its size ({unpacked:bytes} so far).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped after {limit:duration}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the backup on a faster disk, or make smaller ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped for safety: a name in the backup is longer than {limit:number} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out what wrote this archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped for safety: folders in the backup lie more than {limit:number} deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped for safety: “{subject}” has more than {limit:number} attributes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” in the backup would have been written outside the restore folder and was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out what wrote this archive before restoring it anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” could not be restored: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a fresh backup and test it, without stopping anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is a second name of “{target}”, which is not in the backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of “{asset}” is in this backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign the backup to the asset that it is of, or make a backup of this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is older than the backup, but not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are older than the backup, but not in it.</source>
        <translation>
            <numerusform>%n file is older than the backup, but not in it.</numerusform>
            <numerusform>%n files are older than the backup, but not in it.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{subject}” came back with other contents, although it has not changed since the backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) came back with other contents, although they have not changed since the backup.</source>
        <translation>
            <numerusform>%n file came back with other contents, although it has not changed since the backup.</numerusform>
            <numerusform>%n files came back with other contents, although they have not changed since the backup.</numerusform>
        </translation>
    </message>
    <message>
        <source>The database “{subject}” came back damaged: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back databases up while they are in use only through their own means: make a fresh backup here and test it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database “{subject}” came back with {rowsThen:number} rows instead of {rowsNow:number}, although it was not written to since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file alone was copied, without what SQLite still had beside it: make a fresh backup here and test it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the database “{subject}”, {there} of {expected} tables came back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database “{subject}” could not be put into the backup: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again at a quieter moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checksum beside the backup fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its checksum fits all the same: it was taken after the file had been damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind the archive&apos;s end the file goes on with something that no restore would bring back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is another file than the one that was read before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” in the backup: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” in the backup leads upwards and will be refused by a restore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup names its files from the root on, such as “{subject}”; they were restored below the test folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is a device, a pipe or a socket and was left out of the test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” could not be read at the source, so it was not compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this user the right to read it, then test again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database “{subject}” went on since: {rowsThen:number} rows in the backup, {rowsNow:number} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the database “{subject}” refer to rows that do not exist, at the source too.</source>
        <translation>
            <numerusform>%n row of the database “{subject}” refers to a row that does not exist, at the source too.</numerusform>
            <numerusform>%n rows of the database “{subject}” refer to rows that do not exist, at the source too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another asset inside “{subject}” is not wholly in this backup: %n file(s) are missing or different.</source>
        <translation>
            <numerusform>Another asset inside “{subject}” is not wholly in this backup: %n file is missing or different.</numerusform>
            <numerusform>Another asset inside “{subject}” is not wholly in this backup: %n files are missing or different.</numerusform>
        </translation>
    </message>
    <message>
        <source>It came back in {ms:duration}; the objective is {objective:duration}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the backup on a faster disk, make smaller ones, or agree on another objective.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with production</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reading of %n backup(s)</source>
        <translation>
            <numerusform>Reading of %n backup</numerusform>
            <numerusform>Reading of %n backups</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading of all backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading of the backup: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Restore test of %n backup(s)</source>
        <translation>
            <numerusform>Restore test of %n backup</numerusform>
            <numerusform>Restore test of %n backups</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore test: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up and test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up and test: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into the folders of backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading “{name}” to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backing up “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the databases that came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing with “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:number} of {total:number} critical assets restored for real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowest restore against its objective: {name}, {ms:duration} of {objective:duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback plan written by {person} on {at:date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback carried out on {at:date} in {ms:duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the choice of the critical assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: test the restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: a backup that restores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: test again, the last test of {at:date} is too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: a restore within {objective:duration}, measured {ms:duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rollback plan: write it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rollback plan: run it once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compatibility check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying what {server} can hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what {server} needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no new server to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the new server on the page Servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new server “{subject}” has not been inventoried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the inventory on the new server, then check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the inventory first: it says what there is to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written on the new server. {reason:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this user the right to write there, or mount it for writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new server has {free:bytes} free, {need:bytes} are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room, enlarge the disk, or leave something out of the migration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tight: the new server has {free:bytes} free, {need:bytes} are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan room for growth and for the rollback&apos;s copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new server can make {free:number} more files, {need:number} are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the file system with more inodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The new server cannot hold the access control lists of %n file(s) or folders.</source>
        <translation>
            <numerusform>The new server cannot hold the access control lists of %n file or folder.</numerusform>
            <numerusform>The new server cannot hold the access control lists of %n files or folders.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mount it with ACLs, or choose a file system that has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The new server cannot hold the extended attributes of %n file(s) or folders.</source>
        <translation>
            <numerusform>The new server cannot hold the extended attributes of %n file or folder.</numerusform>
            <numerusform>The new server cannot hold the extended attributes of %n files or folders.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file system that has user attributes, or accept their loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has {longest} bytes, the new server allows {possible}: “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten the name, or choose a file system that allows 255 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The new server takes capitals and small letters for the same, and %n name(s) differ by nothing else.</source>
        <translation>
            <numerusform>The new server takes capitals and small letters for the same, and %n name differs by nothing else.</numerusform>
            <numerusform>The new server takes capitals and small letters for the same, and %n names differ by nothing else.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename them, or choose a file system that tells them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The new server refuses %n name(s) that are no valid UTF-8 or hold control characters.</source>
        <translation>
            <numerusform>The new server refuses %n name that is no valid UTF-8 or holds control characters.</numerusform>
            <numerusform>The new server refuses %n names that are no valid UTF-8 or hold control characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename them, or choose a file system that takes any bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The new server rounds the times of %n file(s) or folders.</source>
        <translation>
            <numerusform>The new server rounds the times of %n file or folder.</numerusform>
            <numerusform>The new server rounds the times of %n files or folders.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file system that keeps nanoseconds: a second run would copy these again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The new server fills the holes of %n file(s): they take more room.</source>
        <translation>
            <numerusform>The new server fills the holes of %n file: it takes more room.</numerusform>
            <numerusform>The new server fills the holes of %n files: they take more room.</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan the room, or choose a file system that keeps holes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The new server cannot hold %n symbolic link(s).</source>
        <translation>
            <numerusform>The new server cannot hold %n symbolic link.</numerusform>
            <numerusform>The new server cannot hold %n symbolic links.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file system that has symbolic links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The new server splits %n hard-linked file(s) into copies.</source>
        <translation>
            <numerusform>The new server splits %n hard-linked file into copies.</numerusform>
            <numerusform>The new server splits %n hard-linked files into copies.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file system that has hard links, or accept the copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” has {largest:bytes}, the new server allows {possible:bytes} a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the file, or choose a file system that allows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) that run with their owner&apos;s rights will not on the new server.</source>
        <translation>
            <numerusform>%n program that runs with its owner&apos;s rights will not on the new server.</numerusform>
            <numerusform>%n programs that run with their owner&apos;s rights will not on the new server.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mount it without “nosuid”, or see that nothing needs these rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The new server runs no programs from there, and %n belong to applications.</source>
        <translation>
            <numerusform>The new server runs no programs from there, and %n belongs to an application.</numerusform>
            <numerusform>The new server runs no programs from there, and %n belong to applications.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mount it without “noexec”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The owners of %n file(s) or folders cannot be kept by this user.</source>
        <translation>
            <numerusform>The owners of %n file or folder cannot be kept by this user.</numerusform>
            <numerusform>The owners of %n files or folders cannot be kept by this user.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run the migration as root, or accept that all belongs to one user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account {name} ({id}) means somebody else on the new server: {otherName} ({otherId}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the account the same number on both servers before the first copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, names the old server itself: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it by a name that moves with the service, before the cutover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, holds a path of the old server&apos;s folder: {root}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the path as it will be on the new server, or go through a link that is switched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”, line {line}, names {path}, which moves to {destination}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the configuration at the cutover, or keep the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{from} migrates, and {name}, which it needs, does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrate both, or dismiss the dependency with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be read. {reason:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have its application open it, or restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair it or restore it from a backup before it is migrated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) point to rows that do not exist.</source>
        <translation>
            <numerusform>%n row points to a row that does not exist.</numerusform>
            <numerusform>%n rows point to rows that do not exist.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are copied as they are; have the application&apos;s vendor look at them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite {writer} wrote the database, and {library} is what opens it on the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install at least the same version of SQLite on the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) are STRICT, which SQLite {library} does not know.</source>
        <translation>
            <numerusform>%n table is STRICT, which SQLite {library} does not know.</numerusform>
            <numerusform>%n tables are STRICT, which SQLite {library} does not know.</numerusform>
        </translation>
    </message>
    <message>
        <source>Install SQLite 3.37 or later on the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) are WITHOUT ROWID, which SQLite {library} does not know.</source>
        <translation>
            <numerusform>%n table is WITHOUT ROWID, which SQLite {library} does not know.</numerusform>
            <numerusform>%n tables are WITHOUT ROWID, which SQLite {library} does not know.</numerusform>
        </translation>
    </message>
    <message>
        <source>Install SQLite 3.8.2 or later on the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) are generated, which SQLite {library} does not know.</source>
        <translation>
            <numerusform>%n column is generated, which SQLite {library} does not know.</numerusform>
            <numerusform>%n columns are generated, which SQLite {library} does not know.</numerusform>
        </translation>
    </message>
    <message>
        <source>Install SQLite 3.31 or later on the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database needs extensions that SQLite {library} here does not have: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the extensions on the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is in WAL mode, which does not work on the new server&apos;s network file system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on a local disk of the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is in WAL mode, and the new server&apos;s file system cannot share memory between programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on another file system of the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database has small pages ({size:bytes}), as older versions made them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has to be done; VACUUM with 4,096 bytes a page makes it faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The texts of the database are in {encoding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has to be done: it stays so in the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last checks before the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final sync of the shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final sync of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move database {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare everything on both servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch users to {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check sites, access rights, jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open to users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove that nothing real was touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last checks before going back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze writes on {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back what users wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back what users wrote in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back database {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch users back to {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {source} to users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo: nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The freeze is lifted; {source} goes on as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo on {source}. The copy stays on {target}, unused; the next run starts from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo on {source}. The copy of {name} stays on {target}, unused, and is replaced by the next run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo: it only reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link {link} points to {source} again, in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By a rollback: what users wrote on {target} is brought back to {source} first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The freeze is lifted; users go on working on {target}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came back stays on {source}, which is not in use; what it replaced is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came back stays on {source}, which is not in use; the replaced {name} is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new cutover, once it is ready again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both: look whether {from} can be read and {to} can be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target}: look whether {to} has room for {bytes:bytes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target}: look whether {to} holds files of somebody else; stop if so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note where the link {link} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze {from}: Bascule writes nothing there, and notices who does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}: take a fingerprint of {from} and of each database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what differs from {from} to {to}, read it back, compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave {from} where it is: it is not migrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target}: remove from {to} what {source} no longer has; nothing is removed on {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy database {from} through SQLite&apos;s backup interface, beside {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare {name} on both sides: tables, views, triggers, every row in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target}: put the copy in place at {to}, in one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}: take the fingerprint of {from} again; stop if anything was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare {from} and {to}: contents, rights, owners, times, links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point the link {link} to {to}, in one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No link is named: sending users to {target} is done by hand after this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target}: open files of {to} as a user would</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target}: run SQLite&apos;s integrity check on {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Run %n check(s) of the monitoring against the new server</source>
        <translation>
            <numerusform>Run %n check of the monitoring against the new server</numerusform>
            <numerusform>Run %n checks of the monitoring against the new server</numerusform>
        </translation>
    </message>
    <message>
        <source>Users work on {target}, {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{from} stays frozen and untouched, so that the way back stays open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what users wrote from {to} back to {from}; what is replaced there is kept aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy database {to} back to {from}, compare; the replaced one is kept aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift the freeze of {from}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at both servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freezing, and taking fingerprints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying what differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying what differs in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting the folders&apos; times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying and comparing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing contents and rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking whether anybody wrote since the freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the new server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoing what was done so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused between two steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the window of {start:datetime}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what users wrote since the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a rollback would bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the rollback&apos;s time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} and {target} are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{needed:bytes} needed, {free:bytes} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link {link} points to {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link {link} is not there yet and will be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No link is named in the project: users are sent to the right server by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is frozen: {entries:number} entries, {bytes:bytes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} as it was: {entries:number} entries, {bytes:bytes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No write seen on {path} since the freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files:number} files, {bytes:bytes}; {transferred:bytes} transferred, {deleted:number} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n socket(s) left behind, such as {example}: a program makes them anew</source>
        <translation>
            <numerusform>%n socket left behind, such as {example}: a program makes them anew</numerusform>
            <numerusform>%n sockets left behind, such as {example}: a program makes them anew</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {tables:number} tables, {rows:number} rows, all equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not changed on the new server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was deleted on the new server; the old server&apos;s stays as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n database(s) equal, row by row</source>
        <translation>
            <numerusform>%n database equal, row by row</numerusform>
            <numerusform>%n databases equal, row by row</numerusform>
        </translation>
    </message>
    <message>
        <source>{entries:number} entries, {bytes:bytes} read on both sides and compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) changed by users while it ran, not counted</source>
        <translation>
            <numerusform>%n entry changed by users while it ran, not counted</numerusform>
            <numerusform>%n entries changed by users while it ran, not counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) opened as a user would</source>
        <translation>
            <numerusform>%n file opened as a user would</numerusform>
            <numerusform>%n files opened as a user would</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: SQLite finds it sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users work on {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rehearsal: nobody was sent to {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To bring back: {created:number} new, {changed:number} changed, {deleted:number} deleted, {databases:number} databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No old server is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it on the page Servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new server is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n old servers are named; one runbook moves one.</source>
        <translation>
            <numerusform>%n old server is named; one runbook moves one.</numerusform>
            <numerusform>%n old servers are named; one runbook moves one.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep one, and make a project of its own for each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has not been inventoried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the inventory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be migrated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose assets to migrate on the page Inventory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{subject}” cannot be given another name on the way ({to}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a destination that ends in the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}”, the destination of {name}, is the place of something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“{subject}” holds %n thing(s) that are not from the old server, such as {example}; a sync would remove them.</source>
        <translation>
            <numerusform>“{subject}” holds %n thing that is not from the old server, {example}; a sync would remove it.</numerusform>
            <numerusform>“{subject}” holds %n things that are not from the old server, such as {example}; a sync would remove them.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move them elsewhere, or choose an empty folder as the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” has {free:bytes} free and needs {needed:bytes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room there, or leave something out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Somebody wrote on the old server after the freeze, %n place(s): {examples}.</source>
        <translation>
            <numerusform>Somebody wrote on the old server after the freeze, %n place: {examples}.</numerusform>
            <numerusform>Somebody wrote on the old server after the freeze, %n places: {examples}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop what writes there, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Somebody wrote on the new server after it was frozen, %n place(s): {examples}.</source>
        <translation>
            <numerusform>Somebody wrote on the new server after it was frozen, %n place: {examples}.</numerusform>
            <numerusform>Somebody wrote on the new server after it was frozen, %n places: {examples}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Somebody wrote on the new server after it was compared, %n place(s): {examples}.</source>
        <translation>
            <numerusform>Somebody wrote on the new server after it was compared, %n place: {examples}.</numerusform>
            <numerusform>Somebody wrote on the new server after it was compared, %n places: {examples}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be copied, the first is “{subject}”: {reason:code}</source>
        <translation>
            <numerusform>%n thing could not be copied, the first is “{subject}”: {reason:code}</numerusform>
            <numerusform>%n things could not be copied, the first is “{subject}”: {reason:code}</numerusform>
        </translation>
    </message>
    <message>
        <source>Settle it, or leave it out of the migration, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) between the two servers, the first at “{subject}”: {what:code}</source>
        <translation>
            <numerusform>%n difference between the two servers, the first at “{subject}”: {what:code}</numerusform>
            <numerusform>%n differences between the two servers, the first at “{subject}”: {what:code}</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at what writes there, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The copy of {subject} differs from the original in %n point(s).</source>
        <translation>
            <numerusform>The copy of {subject} differs from the original in %n point.</numerusform>
            <numerusform>The copy of {subject} differs from the original in %n points.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the step&apos;s proofs, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than can be listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The freeze of “{subject}” is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look who removed it, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rollback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link “{subject}” points to {target}, which is not the old server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the link that users really go through, or point it to the old server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link “{subject}” does not point where it should.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether something else manages that link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) fail on the new server, the first is “{subject}”.</source>
        <translation>
            <numerusform>%n check fails on the new server: “{subject}”.</numerusform>
            <numerusform>%n checks fail on the new server, the first is “{subject}”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the step&apos;s proofs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is in use by another run of Bascule: process {pid} on {host}, since {since:datetime}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for its end, or end it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was interrupted before its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be undone: {reason:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle that, then start again: it goes on undoing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The cutover may not start: %n condition(s) do not hold.</source>
        <translation>
            <numerusform>The cutover may not start: %n condition does not hold.</numerusform>
            <numerusform>The cutover may not start: %n conditions do not hold.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the conditions on the page Cutover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not the time: the window is from {start:datetime} to {end:datetime}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for it, choose another, or say that it is to start all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time was up before users were switched: what was left of the window is needed for a rollback. Everything was undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a longer window. What is copied stays, so that the next run is shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done now: {state:code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users are on the new server and have written there, and something failed: {reason:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle it and start the cutover again to finish, or roll back: nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to copy yet: {reason:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence is intact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint “{step:code}” passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitoring is ready to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go given by IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go given by the management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No decision is needed from you now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not ready: %n condition(s) do not hold yet.</source>
        <translation>
            <numerusform>Not ready: %n condition does not hold yet.</numerusform>
            <numerusform>Not ready: %n conditions do not hold yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is ready. The go is yours to give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The go is given. It can start on {start:datetime}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is open: start the cutover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is over: choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused. Say when it goes on; the window does not wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide: settle what failed and go on, or roll back. Nothing is lost either way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the new server. Roll back or end the rollback&apos;s time when you are sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rollback&apos;s time is over: release the old server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The migration is finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rollback was possible until {until:datetime}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the new server, or restore from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old server was released: there is no way back to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to roll back: users are on the old server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rollback has switched users back, and something failed: {reason:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle it, then start the rollback again to finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to make final: no cutover stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releasing the old server needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{subject}” is not a SQLite database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the database file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database “{subject}” is damaged: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from a tested backup, or repair it with its application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database “{subject}” was kept locked by its application for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database “{subject}” was not closed properly and must first be opened by its application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start its application once, stop it, then try again; Bascule changes nothing at the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database “{subject}” changed again and again while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite refused “{subject}”: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy of “{subject}” would replace the database itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place for the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database “{subject}” is in use, so it was not replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the application that works on it there, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy for “{subject}” did not pass its integrity check and was thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk; the source was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is asked of “{subject}” is not one single reading query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one SELECT statement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no database “{subject}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the inventory, then choose from its list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no database to test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the inventory first: it finds the databases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{table}” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{table}” is there although the original has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {type:enum} “{name}” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {type:enum} “{name}” is there although the original has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {type:enum} “{name}” is defined otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{table}” has {right:number} rows instead of {left:number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{table}” has as many rows, but other values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema version is {right} instead of {left}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application&apos;s mark is {right} instead of {left}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{database}” cannot be taken over: {reason:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle this before the cutover: the database would be missing on the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{database}” is damaged: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair it with its application or restore it from a tested backup before migrating.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of “{database}” refer to rows that do not exist: {examples}</source>
        <translation>
            <numerusform>%n row of “{database}” refers to a row that does not exist: {examples}</numerusform>
            <numerusform>%n rows of “{database}” refer to rows that do not exist: {examples}</numerusform>
        </translation>
    </message>
    <message>
        <source>Have the application&apos;s owner look at them; they are copied as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view “{name}” of “{database}” cannot be used here: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct or remove the view; what reads it fails on the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trigger “{name}” of “{database}” cannot be run here: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the trigger, or install what it needs on the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table “{name}” of “{database}” needs an extension that is missing here: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install that extension of SQLite on the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Test of %n database(s)</source>
        <translation>
            <numerusform>Test of %n database</numerusform>
            <numerusform>Test of %n databases</numerusform>
        </translation>
    </message>
    <message>
        <source>Test of all databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying “{name}” in a throwaway file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo stops: “{step:code}” did not end well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open “{subject}” to see why; start over with --again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the old server, its backups, an empty new one and a test environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the project, its people and its three servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the old server, whose application is at work meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for dependencies in the configuration files, and deciding on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for what the new server would break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} validates the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding yesterday&apos;s backups and reading them whole; one was cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring them for real and comparing them with their source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsing the cutover on the test environment, with scenarios and a rollback drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring how the old server does, for the time after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying most of the data beforehand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing the window; the plan is approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IT and the management give the go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cutting over when the window begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching the new server at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the reports in French and in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the demo&apos;s servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences between test and production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proving that nothing real was touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the test environment with production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to rehearse yet: {reason:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No test environment is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one on the page Servers: an empty folder is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cutover has begun: there is nothing left to rehearse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new server or the link changed while the rehearsal ran, so it proves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out who writes there, then rehearse again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rollback drill did not bring “{subject}” back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rollback cannot be relied on: report this before going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no scenario to run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let some be proposed, or add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what must work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no probe “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: file-readable, rights-equal, sqlite-query, read-rate, link-targets, compatible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario “{subject}” lacks “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepting a difference needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepting a difference needs a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why it does not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been rehearsed yet, so there is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of {name} open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database {name} answers as the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links lead where they should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access rights are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading under load is fast enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No blocking incompatibility is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights equal to the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading under load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbolic links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compatibility findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) opened and read</source>
        <translation>
            <numerusform>%n file opened and read</numerusform>
            <numerusform>%n files opened and read</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} opens but gives nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) with the same mode, owner and ACL</source>
        <translation>
            <numerusform>%n entry with the same mode, owner and ACL</numerusform>
            <numerusform>%n entries with the same mode, owner and ACL</numerusform>
        </translation>
    </message>
    <message>
        <source>{different:number} of {count:number} entries have other rights, the first is {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query answers “{got}”, as it should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query answers “{got}” instead of “{wanted}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate:bytes} a second with {threads:number} readers; {sourceRate:bytes} on the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {rate:bytes} a second with {threads:number} readers; {sourceRate:bytes} on the source, and {least:number} % of that are asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some files could not be opened under load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n symbolic link(s) followed, none is broken by the move</source>
        <translation>
            <numerusform>%n symbolic link followed, none is broken by the move</numerusform>
            <numerusform>%n symbolic links followed, none is broken by the move</numerusform>
        </translation>
    </message>
    <message>
        <source>{broken:number} of {count:number} symbolic links lead nowhere, the first is {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{intoSource:number} symbolic links lead back to the old server, the first is {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n blocking incompatibility(ies) open, the first is {subject}</source>
        <translation>
            <numerusform>%n blocking incompatibility open: {subject}</numerusform>
            <numerusform>%n blocking incompatibilities open, the first is {subject}</numerusform>
        </translation>
    </message>
    <message>
        <source>Compatibility has not been looked at yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be tried: {reason:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n difference(s), changed in production since the rehearsal: {examples}</source>
        <translation>
            <numerusform>{name}: %n difference, changed in production since the rehearsal: {examples}</numerusform>
            <numerusform>{name}: %n differences, changed in production since the rehearsal: {examples}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n difference(s), changed on the test environment since the rehearsal: {examples}</source>
        <translation>
            <numerusform>{name}: %n difference, changed on the test environment since the rehearsal: {examples}</numerusform>
            <numerusform>{name}: %n differences, changed on the test environment since the rehearsal: {examples}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n difference(s), changed on both sides: {examples}</source>
        <translation>
            <numerusform>{name}: %n difference, changed on both sides: {examples}</numerusform>
            <numerusform>{name}: %n differences, changed on both sides: {examples}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n difference(s) from the start: {examples}</source>
        <translation>
            <numerusform>{name}: %n difference from the start: {examples}</numerusform>
            <numerusform>{name}: %n differences from the start: {examples}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: the rows of %n table(s) differ: {examples}</source>
        <translation>
            <numerusform>{name}: the rows of %n table differ: {examples}</numerusform>
            <numerusform>{name}: the rows of %n tables differ: {examples}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n object(s) of the schema differ: {examples}</source>
        <translation>
            <numerusform>{name}: %n object of the schema differs: {examples}</numerusform>
            <numerusform>{name}: %n objects of the schema differ: {examples}</numerusform>
        </translation>
    </message>
    <message>
        <source>{passed:number} of {count:number} scenarios passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new server is as it was before the rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link that users go through was not touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old server is as it was before the rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People went on working on the old server meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was written after the cutover came back: a new, a changed and a deleted file, a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been rehearsed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last rehearsal has not come to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rehearsal of {at:datetime} failed: {reason:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runbook changed since the rehearsal of {at:datetime}: rehearse again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rehearsal of {at:datetime} is over {days:number} days old: rehearse again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No required scenario: {kind:enum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario not run yet: {scenario:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario not run since the last rehearsal: {scenario:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario failed: {scenario:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A difference is open: {difference:code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The differences have not been measured since the rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed yet: {role:enum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Rehearsed on {at:date}, {time:duration}; %n rehearsal(s) of this runbook</source>
        <translation>
            <numerusform>Rehearsed on {at:date}, {time:duration}; %n rehearsal of this runbook</numerusform>
            <numerusform>Rehearsed on {at:date}, {time:duration}; %n rehearsals of this runbook</numerusform>
        </translation>
    </message>
    <message>
        <source>{passed:number} of {count:number} required scenarios passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback drilled: {time:duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with production on {at:datetime}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by {names} on {at:date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The backup holds a part only: %n file(s) or folders lie elsewhere.</source>
        <translation>
            <numerusform>The backup holds a part only: %n file or folder lies elsewhere.</numerusform>
            <numerusform>The backup holds a part only: %n files or folders lie elsewhere.</numerusform>
        </translation>
    </message>
    <message>
        <source>At the target a folder that is not empty stands in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no asset “{subject}”, or more than one of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See their numbers with “bascule-cli assets”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changed while it was being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file “{subject}” cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the file and its folder may be read and written; it was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy “{subject}” could not be made, so the project was not brought up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room beside the project file, then open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file “{subject}” could not be brought up to date (step {schema}) and is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy from before lies beside it; report this, with the technical details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was removed while it was being copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target takes its name and a neighbour&apos;s for the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file it shares its contents with was not copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its owner or group could not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its permissions could not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its times could not be kept exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its access list could not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its extended attributes could not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its capabilities could not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::BackupsController</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>time, objective</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longer than the objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not written yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed since the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with production: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the test did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash when it was read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>file, size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no backup is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, owner %2</source>
        <comment>kind and place, person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bascule can make one now and restore it for real, without stopping anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up and test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a backup file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for backups in the servers’ backup folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: this proof holds until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test this backup, or make a fresh one and test it, without stopping anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a fresh backup and test it, without stopping anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test %1</source>
        <comment>a backup, by its date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All backups (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rollback that exists on paper only is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides to go back, until when, in what order, and who is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the rollback plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the rollback plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rehearsal on the test environment also goes back, and measures how long it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the test environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run on the test environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For another runbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runbook has changed since. Rehearse again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides: %1; who does it: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When: a critical application does not work on %1, or a check stays down for more than 15 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until when: %1 after the cutover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze writes on %1, so that nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back to %1 what users wrote meanwhile, and verify it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the link %1 back to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the checks, open to users, and tell them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tar archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore test failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tested too long ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The restore of %1 proves nothing about today; tests stay good for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored, but too slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took %1; the objective is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored for real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything came back in %1; the objective is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not restored yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was read whole. Only a restore proves that it restores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows yet whether it can be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::BackupsPage</name>
    <message>
        <source>A backup counts only once it has been read whole and restored for real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read all backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run restore &amp;tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write the rollback plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is still missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assets shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored for real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time / objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an asset to see its proofs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No asset yet: the inventory says what must be backed up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup is known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on preparing; the cutover stays closed until this checkpoint has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the rollback plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the rollback plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides to go back, until when, in what order, and who is told. The rehearsal then goes this way once and measures it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a backup file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bascule only reads it, and restores it into a folder of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file stays where it is; its proofs no longer count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::BasculeWizard</name>
    <message>
        <source>Stopping; it goes on at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make or open a project to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bascule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Bascule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; &amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::BeforeAfterChart</name>
    <message>
        <source>As a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::BoardModel</name>
    <message>
        <source>Migration step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible business impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence, and what is missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::BoardWindow</name>
    <message>
        <source>Checkpoints (read only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Checkpoints (read only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can we go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The five checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::CalendarStrip</name>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical period: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::CheckpointStrip</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bascule::ui::CompatibilityController</name>
    <message>
        <source>Not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens as it should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compatibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs to be done before the cutover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last check did not see it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix it and run the check again, or accept it with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept with a reason…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See it in the inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test takes a copy into a throwaway file, opens it with this machine’s SQLite, checks everything and compares row by row. The original stays in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test this database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing breaks on the new server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– the check has not been run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: to be tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– checked on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check is repeated on the test environment, as a scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– to fix or to accept:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– still missing:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::CompatibilityPage</name>
    <message>
        <source>What works on the old server does not always work on the new one: better known now than on the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test the databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No asset yet: the inventory comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check compares what the assets need with what the new server offers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found that would break.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No database was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the inventory first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on preparing; what blocks must be fixed or accepted before the cutover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept this finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays on the list. The name and the reason stay in the evidence ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::CutoverController</name>
    <message>
        <source>both</source>
        <comment>servers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>time, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users on the new server since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, with %2 to spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 after the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known before a rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, ends about %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left to decide on a rollback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes %1, rehearsed on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has not been rehearsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the old server is released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last moment to go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old server %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is only read until the freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1, but somebody wrote on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1, no write seen, data untouched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing on it is needed any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 end expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 last moment to roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified %1</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition of the go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The go is given by name, once everything else holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waive this checkpoint…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A waiver carries a name and a reason and is shown for ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number, step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checks of this step only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If something differs, the step stops here and nothing has been switched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this step is undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No decision is needed from you now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions of the go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– still missing:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>– all %n hold(s)</source>
        <translation>
            <numerusform>– it holds</numerusform>
            <numerusform>– all %n hold</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– it begins at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the go/no-go record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– go given at %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users are on the new server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– rollback possible until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the new server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The migration is committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users go back to %1; %2 is frozen meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes about %1, as rehearsed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it takes was not rehearsed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for what users wrote on %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users wrote nothing on %1 meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What users wrote comes back: %1 new, %2 changed, %3 deleted, %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n database(s) come(s) back with what was written.</source>
        <translation>
            <numerusform>%n database comes back with what was written.</numerusform>
            <numerusform>%n databases come back with what was written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) changed on both servers: the new one comes back, the other is kept aside.</source>
        <translation>
            <numerusform>%n file changed on both servers: the new one comes back, the other is kept aside.</numerusform>
            <numerusform>%n files changed on both servers: the new one comes back, the other is kept aside.</numerusform>
        </translation>
    </message>
    <message>
        <source>Possible until %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::CutoverPage</name>
    <message>
        <source>Each step is checked before the next one starts; nothing is deleted on the old server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;most of it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Give the go…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message to &amp;users…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Commit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Roll back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window: done, expected, margin, rollback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a step to see what it does and how it is undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to migrate yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go &amp;on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start the cutover…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go &amp;on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause after this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) no longer hold(s).</source>
        <translation>
            <numerusform>%n condition no longer holds.</numerusform>
            <numerusform>%n conditions no longer hold.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been begun yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been cut over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way back is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may close this window: it asks what is running to stop safely, and reopens where it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window must stay open until the cutover begins; the command line can wait for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cutover was interrupted: go on with it, or go back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The baseline of the monitoring is measured before the cutover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the go for the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds for exactly this runbook. If the runbook changes, it must be given again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users cannot work from the freeze on until they are opened on %1. Until then it can be stopped, and everything done so far is undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now, in the chosen window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the window begins: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now, outside the chosen window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence ledger notes that it was started outside the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window of the program must stay open until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message is written for this moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages are written on the Planning page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message to users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bascule sends nothing: copy it and send it by your usual means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the cutover and go back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step at hand is stopped, and every step done so far is undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was deleted on %1; users go on there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once users are on the new server it is brought to its end instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <comment>server</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit the migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old server %1 is released, and there is no way back any more. Nothing on it is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit, without a way back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::DecisionDialog</name>
    <message>
        <source>The name of who decides is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason is missing; it stays in the evidence ledger.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::DependenciesController</name>
    <message>
        <source>%1, line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>and %n more place</numerusform>
            <numerusform>and %n more places</numerusform>
        </translation>
    </message>
    <message>
        <source>. Only in a task that runs now and then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>person, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>asset, what it needs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degrades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, kind</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>name, kind, state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>server, role</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (asleep)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside of the servers in scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that is known stops when %1 stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s) stop</source>
        <translation>
            <numerusform>%n asset stops</numerusform>
            <numerusform>%n assets stop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n degrade(s)</source>
        <translation>
            <numerusform>%n degrades</numerusform>
            <numerusform>%n degrade</numerusform>
        </translation>
    </message>
    <message>
        <source>If %1 stops, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If %1 stops, %2 and %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence of the links to %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 needs (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Search of %1: %n link(s) found in configuration files and scripts.</source>
        <translation>
            <numerusform>Search of %1: %n link found in configuration files and scripts.</numerusform>
            <numerusform>Search of %1: %n links found in configuration files and scripts.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 needs %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in a task that runs now and then: it would be missed at month-end at the earliest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::DependenciesPage</name>
    <message>
        <source>A forgotten dependency is the first cause of failure after a cutover: the map shows what stops with what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search for links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole map (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dependency map; the list shows the same facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asleep (now and then)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A → B: A needs B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a box to see what stops with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dependencies lead from asset to asset: the inventory comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No link yet. Bascule reads configuration files and scripts without changing anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No configuration file points at another asset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the inventory first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Decide on %n link(s) to confirm</source>
        <translation>
            <numerusform>&amp;Decide on %n link to confirm</numerusform>
            <numerusform>&amp;Decide on %n links to confirm</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Decide on links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every link is decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dismissed dependency needs a reason, which stays in the evidence ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the link %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts as no dependency from then on. The name and the reason stay in the evidence ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::DetailsPanel</name>
    <message>
        <source>Hide technical details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::FormDialog</name>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::GoNoGoDialog</name>
    <message numerus="yes">
        <source>%n conditions do not hold yet.</source>
        <translation>
            <numerusform>%n condition does not hold yet.</numerusform>
            <numerusform>%n conditions do not hold yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The name from IT is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name from the business is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two different people give the go.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::InventoryController</name>
    <message>
        <source>Databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services and tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders of backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n blocking</source>
        <comment>findings</comment>
        <translation>
            <numerusform>%n blocking</numerusform>
            <numerusform>%n blocking</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fix</source>
        <comment>findings</comment>
        <translation>
            <numerusform>%n to fix</numerusform>
            <numerusform>%n to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to know</source>
        <comment>findings</comment>
        <translation>
            <numerusform>%n to know</numerusform>
            <numerusform>%n to know</numerusform>
        </translation>
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criticality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not migrated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s)</source>
        <translation>
            <numerusform>%n asset</numerusform>
            <numerusform>%n assets</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind spot, on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding, on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last run did not see it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it with other rights and run the inventory again, or accept not to know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix it and run the inventory again, or accept it with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept with a reason…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::InventoryPage</name>
    <message>
        <source>What is missed here is missing after the cutover: every asset must be seen, understood and owned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Assign owners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Validate the map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind spots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criticality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was not seen, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No asset yet. The inventory reads %1 without changing anything on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no old server yet to take stock of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the old server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found that needs attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings come with the inventory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind spots come with the inventory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Relaunch the inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run the inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the old server first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every critical asset has an owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the inventory first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This map is validated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next stays possible: these points can be settled later too, but before the cutover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody to assign yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add people on the Project page first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validate the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s)</source>
        <translation>
            <numerusform>%n asset</numerusform>
            <numerusform>%n assets</numerusform>
        </translation>
    </message>
    <message>
        <source>: </source>
        <comment>before a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you vouch for it that nothing is missing that the company needs. If an asset, an owner, a dependency or a blind spot changes, the validation expires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validate this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept this blind spot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept this finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows what is there. The name and the reason stay in the evidence ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name and the reason stay in the evidence ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::ListPanel</name>
    <message>
        <source>Search the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row fits the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::Look</name>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::MapView</name>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message>
        <source>Dependency map: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::MessageLine</name>
    <message>
        <source>Technical details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::MonitoringController</name>
    <message>
        <source>Availability since the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins with the cutover; target %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no round since the cutover; target %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target %1; watched %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n closed</source>
        <comment>incidents</comment>
        <translation>
            <numerusform>%n closed</numerusform>
            <numerusform>%n closed</numerusform>
        </translation>
    </message>
    <message>
        <source>none so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback possible for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no way back any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted from the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no round yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n round(s)</source>
        <translation>
            <numerusform>%n round</numerusform>
            <numerusform>%n rounds</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a check that was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lasted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, on %2</source>
        <comment>kind of check, server</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the cutover it answered in %1; nine answers in ten came within %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n round(s), %1</source>
        <translation>
            <numerusform>%n round, %1</numerusform>
            <numerusform>%n rounds, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>None was measured before the cutover; there is nothing to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet. After the cutover it is too late for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No round yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed by %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It closed by itself: the last two answers were good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it by hand…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It closes by itself after two good answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the old server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers in %1, %2 before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers in %1 before the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No baseline to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch link leads where it should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate is good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name resolves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what is checked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::MonitoringPage</name>
    <message>
        <source>An incident seen early is fixed; seen late, it is suffered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Measure the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run a round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a check…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P95 before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a check to see its answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts before and after the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No check yet. Bascule proposes one for every critical asset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No check yet. Mark assets as critical in the inventory first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the proposed checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incident so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no check yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A baseline is measured before the cutover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to draw before the first round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitoring goes on while this window is open; the command line can watch without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The baseline is measured before the cutover; rounds begin right after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks at the server that serves now: the old one before the cutover, the new one after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address, port or path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not needed for an asset’s file or database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the incident by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason stays in the evidence ledger. If the check fails again, a new incident opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its results stay in the evidence ledger; its baseline is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::PageBase</name>
    <message>
        <source>– on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– on %1, by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– waived by %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– still missing, on this page:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– still missing:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– nothing is missing on this page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::PlanningController</name>
    <message>
        <source>%1 %2</source>
        <comment>weekday and date, year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <comment>day, time, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>touches %n period(s)</source>
        <translation>
            <numerusform>touches %n period</numerusform>
            <numerusform>touches %n periods</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No window is chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured cutover (P90): %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would hold it with a margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse first: the window must hold what was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>touches %n critical period(s)</source>
        <translation>
            <numerusform>touches %n critical period</numerusform>
            <numerusform>touches %n critical periods</numerusform>
        </translation>
    </message>
    <message>
        <source>the cutover has not been measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the way back has not been measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything fits, with %1 to spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>when, verdict</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet: rehearse the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 writes frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 open to users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last moment to go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 end of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Step, measured over %n rehearsal(s)</source>
        <translation>
            <numerusform>Step, measured over %n rehearsal</numerusform>
            <numerusform>Step, measured over %n rehearsals</numerusform>
        </translation>
    </message>
    <message>
        <source>Step, not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few days before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If one goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready for this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a window first: click a day in the calendar, or let Bascule propose some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a window…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No critical period touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n critical period(s) touched</source>
        <translation>
            <numerusform>%n critical period touched</numerusform>
            <numerusform>%n critical periods touched</numerusform>
        </translation>
    </message>
    <message>
        <source>Cutover measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not rehearsed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything fits in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 too short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval of IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval of management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) to the users ready</source>
        <translation>
            <numerusform>%n message to the users ready</numerusform>
            <numerusform>%n messages to the users ready</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 messages to the users ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n escalation contact(s)</source>
        <translation>
            <numerusform>%n escalation contact</numerusform>
            <numerusform>%n escalation contacts</numerusform>
        </translation>
    </message>
    <message>
        <source>see who is called first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last moment to go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What keeps it from being taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw this window…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical for the business: no cutover then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this period…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(date to come)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our server %1 is replaced by %2: %3. Shared folders and applications cannot be used then. Please save your work and close your files before. You have nothing else to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replacement of %1 begins now. Shared folders and applications are closed; we write again as soon as they are open%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, at about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new server %1 is open. If something is missing or slow, tell IT at once: until the end of the week we can go back without loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We have gone back to %1: work as you did before. What you wrote meanwhile has been brought back. We will announce another date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message to the users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written yet. Bascule offers a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the message…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bascule sends nothing: you send it by your usual means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called in place %1 when something goes wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contact is called first already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is undone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::PlanningPage</name>
    <message>
        <source>The window must hold the measured cutover and the rollback, clear of critical periods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Critical period…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Propose windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a &amp;window…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record &amp;approvals…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weeks shown in the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar of critical periods and windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must fit in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows and periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2 %3</source>
        <comment>short date, short date, year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a window first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P90</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to migrate yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No window and no critical period yet. Name the days the business cannot do without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical period…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody to call yet. Who is called first when something goes wrong?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a contact…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on preparing; the cutover stays closed until this checkpoint has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No window of the next four weeks fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every night and week-end meets a critical period. Shorten one, or choose a day later on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a critical period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it lasts the business cannot do without its server: payroll, month-end, stock-taking. No window may touch it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is critical then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is critical then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must end after it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the window of the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users cannot work in it. It must hold the cutover and, behind it, the way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the approval of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is approved: the runbook, the window (%1) and the critical periods. If one of them changes, the approval no longer counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who approves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has another role in this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bascule sends nothing: you send it by your usual means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message to the users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is ready to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an escalation contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is called when something goes wrong during the cutover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone number is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw the chosen window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approvals given for it no longer count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this critical period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approvals of the plan no longer count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody calls them any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::ProjectController</name>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project’s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In reports and on the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the window and of new reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery objective (RTO)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast an asset must be back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the cutover; then it expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Availability target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the observation period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observation period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched closely after the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore tests stay good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then they expire and are run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsals stay good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link that users go through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No asset yet. Owners are assigned in the inventory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give these assets another owner first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands in the title of the window, on the board and in the reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window changes at once. Reports can be made in either language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long an asset may be gone before it hurts. A restore that takes longer does not count as proof. An asset may have an objective of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long after the cutover one can still go back to the old server, with what users wrote meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In percent of the observation period. 99.95% of a week allows 5 minutes of interruption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the new server is watched closely after the cutover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An older restore test proves nothing about today’s backup: its checkpoint expires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The servers change meanwhile: an older rehearsal expires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/srv/current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A symbolic link to the old server’s folder, which users and services go through. At the cutover it is turned to the new one in one stroke; a rollback turns it back. Leave it empty to switch by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last opened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing it from the list deletes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new project, or open one that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People who decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody from IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody from the business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody from management</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>– %n person(s) in this project</source>
        <translation>
            <numerusform>– %n person in this project</numerusform>
            <numerusform>– %n persons in this project</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Evidence ledger intact: %n entry(ies) verified.</source>
        <translation>
            <numerusform>Evidence ledger intact: %n entry verified.</numerusform>
            <numerusform>Evidence ledger intact: %n entries verified.</numerusform>
        </translation>
    </message>
    <message>
        <source>Evidence ledger damaged at entry %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– still missing:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the project already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::ProjectPage</name>
    <message>
        <source>A project keeps one migration together: its servers, the people who decide, and every proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project is open. A project is one file, kept wherever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet. IT, the business and management each sign for something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project was opened on this machine yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next needs a project: make one or open one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file keeps everything about this migration. Nothing is written to a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the company or of the migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/home/you/migration.bascule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the project is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bascule projects (*.bascule)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file needs its whole path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People own assets, validate, sign and approve by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 from the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they have signed stays in the evidence ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::Prompt</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::RehearsalController</name>
    <message>
        <source>Files can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access rights are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A database answers a query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading under load is fast enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links lead somewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing incompatible is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a test environment first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cutover has begun: there is nothing to rehearse any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind, what is looked at</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not been run yet. It runs on the test environment, after the rehearsal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured over</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rehearsal(s)</source>
        <translation>
            <numerusform>%n rehearsal</numerusform>
            <numerusform>%n rehearsals</numerusform>
        </translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No proof yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone by: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference between the test environment and production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>person, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept with a reason…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted differences stay on the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::RehearsalPage</name>
    <message>
        <source>What fails here will not fail on a Sunday at 05:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rehearse the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the &amp;scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Measure the drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a scenario…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no test environment to rehearse on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a test environment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scenario yet. Bascule proposes some of all four kinds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No asset yet: the inventory comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the proposed scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was rehearsed yet. The old server is only read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse the cutover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference is known. They are measured after each rehearsal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse the cutover first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no scenario yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no successful rehearsal to sign yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IT and the business have signed this rehearsal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on preparing; the cutover stays closed until this checkpoint has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1. Whoever signs has seen that what they need works on the test environment. If the runbook changes, the signature no longer counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has another role in this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must work on the test environment before the cutover may go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query, for a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required for the checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept this difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rehearsal then counts although the test environment differs here. The name and the reason stay in the evidence ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its results stay in the evidence ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::RollbackDialog</name>
    <message>
        <source>The name of who decides is missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::RunningWorkBar</name>
    <message>
        <source>Cancel: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this work; what is done is kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::ServersController</name>
    <message>
        <source>What is migrated. It is read only, and nothing on it is changed or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where everything goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the cutover is rehearsed. Whatever lies there is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else that takes part, such as the place of backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inventory: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has looked at it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There and readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mounted read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s), %1</source>
        <translation>
            <numerusform>%n asset, %1</numerusform>
            <numerusform>%n assets, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers named and reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: to be looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on the old server is changed before the cutover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– still missing:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::ServersPage</name>
    <message>
        <source>Name the old server, the new one, and a test environment to rehearse on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check the folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a server to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server yet. Begin with the old one: Bascule only reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the old server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no server yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next needs the new server too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next needs the old server and the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test environment can be added later, but the cutover is not opened without a rehearsal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this version a server is a folder of this machine: its own disk, or a mounted share that shows the other machine’s files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as people call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the server’s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder needs its whole path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 from the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found on it goes with it. Its files stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::StepRail</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n open</source>
        <translation>
            <numerusform>%1, %n open</numerusform>
            <numerusform>%1, %n open</numerusform>
        </translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project menu: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bascule::ui::WaiveDialog</name>
    <message>
        <source>Waive the checkpoint “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint counts as settled although its proof is missing. Who waives it and why stays shown on the board and in the reports for ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waive</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Walks you through the migration of a server, and shows which risks are still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project file (.bascule) to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the checkpoints only, read only, for managers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window: fr or en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: light or dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--language is fr or en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--theme is light or dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--board needs a project file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
