<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>BoardWords</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n open incident(s).</source>
        <translation>
            <numerusform>%n open incident.</numerusform>
            <numerusform>%n open incidents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) added.</source>
        <translation>
            <numerusform>%n check added.</numerusform>
            <numerusform>%n checks added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>%n difference.</numerusform>
            <numerusform>%n differences.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n databases are called “%1”: give the number of one.</source>
        <translation>
            <numerusform>%n database is called “%1”: give its number.</numerusform>
            <numerusform>%n databases are called “%1”: give the number of one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tested with SQLite %1: %n finding(s) to fix or to accept.</source>
        <translation>
            <numerusform>Tested with SQLite %1: %n finding to fix or to accept.</numerusform>
            <numerusform>Tested with SQLite %1: %n findings to fix or to accept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in sync,</source>
        <translation>
            <numerusform>%n sync,</numerusform>
            <numerusform>%n syncs,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them by looking at everything.</source>
        <translation>
            <numerusform>%n of them by looking at everything.</numerusform>
            <numerusform>%n of them by looking at everything.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) skipped: listed in “%1”.</source>
        <translation>
            <numerusform>%n item skipped: listed in “%1”.</numerusform>
            <numerusform>%n items skipped: listed in “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RailWords</name>
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
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>Evidence ledger intact: %n entries verified.</source>
        <translation>
            <numerusform>Evidence ledger intact: %n entry verified.</numerusform>
            <numerusform>Evidence ledger intact: %n entries verified.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The map cannot be validated yet: %n point(s) are still open.</source>
        <translation>
            <numerusform>The map cannot be validated yet: %n point is still open.</numerusform>
            <numerusform>The map cannot be validated yet: %n points are still open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n symbolic link(s) lead to nothing, such as “{path}”.</source>
        <translation>
            <numerusform>%n symbolic link leads to nothing: “{path}”.</numerusform>
            <numerusform>%n symbolic links lead to nothing, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n symbolic link(s) lead out of the server&apos;s folder, such as “{path}”.</source>
        <translation>
            <numerusform>%n symbolic link leads out of the server&apos;s folder: “{path}”.</numerusform>
            <numerusform>%n symbolic links lead out of the server&apos;s folder, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Anybody may write to %n file(s) or folders, such as “{path}”.</source>
        <translation>
            <numerusform>Anybody may write to %n file or folder, such as “{path}”.</numerusform>
            <numerusform>Anybody may write to %n files or folders, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) run with their owner&apos;s rights, such as “{path}”.</source>
        <translation>
            <numerusform>%n file runs with its owner&apos;s rights: “{path}”.</numerusform>
            <numerusform>%n files run with their owner&apos;s rights, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) carry capabilities, such as “{path}”.</source>
        <translation>
            <numerusform>%n program carries capabilities: “{path}”.</numerusform>
            <numerusform>%n programs carry capabilities, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) hold control characters or are no valid UTF-8, such as “{path}”.</source>
        <translation>
            <numerusform>%n name holds control characters or is no valid UTF-8: “{path}”.</numerusform>
            <numerusform>%n names hold control characters or are no valid UTF-8, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) differ from a neighbour only by case or accents, such as “{path}”.</source>
        <translation>
            <numerusform>%n name differs from a neighbour only by case or accents: “{path}”.</numerusform>
            <numerusform>%n names differ from a neighbour only by case or accents, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{path}” holds %n entries in one folder.</source>
        <translation>
            <numerusform>“{path}” holds %n entry in one folder.</numerusform>
            <numerusform>“{path}” holds %n entries in one folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have holes, such as “{path}”.</source>
        <translation>
            <numerusform>%n file has holes, such as “{path}”.</numerusform>
            <numerusform>%n files have holes, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have names in several assets (hard links), such as “{path}”.</source>
        <translation>
            <numerusform>%n file has names in several assets (hard links), such as “{path}”.</numerusform>
            <numerusform>%n files have names in several assets (hard links), such as “{path}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have further names outside what was read, such as “{path}”.</source>
        <translation>
            <numerusform>%n file has further names outside what was read, such as “{path}”.</numerusform>
            <numerusform>%n files have further names outside what was read, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folders have access control lists, such as “{path}”.</source>
        <translation>
            <numerusform>%n file or folder has access control lists, such as “{path}”.</numerusform>
            <numerusform>%n files or folders have access control lists, such as “{path}”.</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%n socket(s) are not copied, such as “{path}”.</source>
        <translation>
            <numerusform>%n socket is not copied, such as “{path}”.</numerusform>
            <numerusform>%n sockets are not copied, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) or pipes are among the files, such as “{path}”.</source>
        <translation>
            <numerusform>%n device or pipes is among the files, such as “{path}”.</numerusform>
            <numerusform>%n devices or pipes are among the files, such as “{path}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in “{path}” may not be read.</source>
        <translation>
            <numerusform>%n file in “{path}” may not be read.</numerusform>
            <numerusform>%n files in “{path}” may not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more place(s) could not be read and are not listed one by one.</source>
        <translation>
            <numerusform>%n more place could not be read and is not listed one by one.</numerusform>
            <numerusform>%n more places could not be read and are not listed one by one.</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%n path(s) in configuration files do not exist, such as “{path}” in “{file}”.</source>
        <translation>
            <numerusform>%n path in a configuration file does not exist: “{path}” in “{file}”.</numerusform>
            <numerusform>%n paths in configuration files do not exist, such as “{path}” in “{file}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{subject}” opens; %n file(s) read in it.</source>
        <translation>
            <numerusform>“{subject}” opens; %n file read in it.</numerusform>
            <numerusform>“{subject}” opens; %n files read in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The certificate of {subject} expires in %n day(s).</source>
        <translation>
            <numerusform>The certificate of {subject} expires in %n day.</numerusform>
            <numerusform>The certificate of {subject} expires in %n days.</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%n checkpoint(s) waived by name, the others have passed, and monitoring is ready to start with the cutover.</source>
        <translation>
            <numerusform>%n checkpoint waived by name, the others have passed, and monitoring is ready to start with the cutover.</numerusform>
            <numerusform>%n checkpoints waived by name, the others have passed, and monitoring is ready to start with the cutover.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Times, measured over %n rehearsal(s)</source>
        <translation>
            <numerusform>Times, measured over %n rehearsal</numerusform>
            <numerusform>Times, measured over %n rehearsals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further row(s) are in the project.</source>
        <translation>
            <numerusform>%n further row is in the project.</numerusform>
            <numerusform>%n further rows are in the project.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are older than the backup, but not in it.</source>
        <translation>
            <numerusform>%n file is older than the backup, but not in it.</numerusform>
            <numerusform>%n files are older than the backup, but not in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) came back with other contents, although they have not changed since the backup.</source>
        <translation>
            <numerusform>%n file came back with other contents, although it has not changed since the backup.</numerusform>
            <numerusform>%n files came back with other contents, although they have not changed since the backup.</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>Reading of %n backup(s)</source>
        <translation>
            <numerusform>Reading of %n backup</numerusform>
            <numerusform>Reading of %n backups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore test of %n backup(s)</source>
        <translation>
            <numerusform>Restore test of %n backup</numerusform>
            <numerusform>Restore test of %n backups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new server cannot hold the access control lists of %n file(s) or folders.</source>
        <translation>
            <numerusform>The new server cannot hold the access control lists of %n file or folder.</numerusform>
            <numerusform>The new server cannot hold the access control lists of %n files or folders.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new server cannot hold the extended attributes of %n file(s) or folders.</source>
        <translation>
            <numerusform>The new server cannot hold the extended attributes of %n file or folder.</numerusform>
            <numerusform>The new server cannot hold the extended attributes of %n files or folders.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new server takes capitals and small letters for the same, and %n name(s) differ by nothing else.</source>
        <translation>
            <numerusform>The new server takes capitals and small letters for the same, and %n name differs by nothing else.</numerusform>
            <numerusform>The new server takes capitals and small letters for the same, and %n names differ by nothing else.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new server refuses %n name(s) that are no valid UTF-8 or hold control characters.</source>
        <translation>
            <numerusform>The new server refuses %n name that is no valid UTF-8 or holds control characters.</numerusform>
            <numerusform>The new server refuses %n names that are no valid UTF-8 or hold control characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new server rounds the times of %n file(s) or folders.</source>
        <translation>
            <numerusform>The new server rounds the times of %n file or folder.</numerusform>
            <numerusform>The new server rounds the times of %n files or folders.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new server fills the holes of %n file(s): they take more room.</source>
        <translation>
            <numerusform>The new server fills the holes of %n file: it takes more room.</numerusform>
            <numerusform>The new server fills the holes of %n files: they take more room.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new server cannot hold %n symbolic link(s).</source>
        <translation>
            <numerusform>The new server cannot hold %n symbolic link.</numerusform>
            <numerusform>The new server cannot hold %n symbolic links.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new server splits %n hard-linked file(s) into copies.</source>
        <translation>
            <numerusform>The new server splits %n hard-linked file into copies.</numerusform>
            <numerusform>The new server splits %n hard-linked files into copies.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) that run with their owner&apos;s rights will not on the new server.</source>
        <translation>
            <numerusform>%n program that runs with its owner&apos;s rights will not on the new server.</numerusform>
            <numerusform>%n programs that run with their owner&apos;s rights will not on the new server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new server runs no programs from there, and %n belong to applications.</source>
        <translation>
            <numerusform>The new server runs no programs from there, and %n belongs to an application.</numerusform>
            <numerusform>The new server runs no programs from there, and %n belong to applications.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The owners of %n file(s) or folders cannot be kept by this user.</source>
        <translation>
            <numerusform>The owners of %n file or folder cannot be kept by this user.</numerusform>
            <numerusform>The owners of %n files or folders cannot be kept by this user.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) point to rows that do not exist.</source>
        <translation>
            <numerusform>%n row points to a row that does not exist.</numerusform>
            <numerusform>%n rows point to rows that do not exist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) are STRICT, which SQLite {library} does not know.</source>
        <translation>
            <numerusform>%n table is STRICT, which SQLite {library} does not know.</numerusform>
            <numerusform>%n tables are STRICT, which SQLite {library} does not know.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) are WITHOUT ROWID, which SQLite {library} does not know.</source>
        <translation>
            <numerusform>%n table is WITHOUT ROWID, which SQLite {library} does not know.</numerusform>
            <numerusform>%n tables are WITHOUT ROWID, which SQLite {library} does not know.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) are generated, which SQLite {library} does not know.</source>
        <translation>
            <numerusform>%n column is generated, which SQLite {library} does not know.</numerusform>
            <numerusform>%n columns are generated, which SQLite {library} does not know.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %n check(s) of the monitoring against the new server</source>
        <translation>
            <numerusform>Run %n check of the monitoring against the new server</numerusform>
            <numerusform>Run %n checks of the monitoring against the new server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n socket(s) left behind, such as {example}: a program makes them anew</source>
        <translation>
            <numerusform>%n socket left behind, such as {example}: a program makes them anew</numerusform>
            <numerusform>%n sockets left behind, such as {example}: a program makes them anew</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n database(s) equal, row by row</source>
        <translation>
            <numerusform>%n database equal, row by row</numerusform>
            <numerusform>%n databases equal, row by row</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%n old servers are named; one runbook moves one.</source>
        <translation>
            <numerusform>%n old server is named; one runbook moves one.</numerusform>
            <numerusform>%n old servers are named; one runbook moves one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{subject}” holds %n thing(s) that are not from the old server, such as {example}; a sync would remove them.</source>
        <translation>
            <numerusform>“{subject}” holds %n thing that is not from the old server, {example}; a sync would remove it.</numerusform>
            <numerusform>“{subject}” holds %n things that are not from the old server, such as {example}; a sync would remove them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Somebody wrote on the old server after the freeze, %n place(s): {examples}.</source>
        <translation>
            <numerusform>Somebody wrote on the old server after the freeze, %n place: {examples}.</numerusform>
            <numerusform>Somebody wrote on the old server after the freeze, %n places: {examples}.</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%n difference(s) between the two servers, the first at “{subject}”: {what:code}</source>
        <translation>
            <numerusform>%n difference between the two servers, the first at “{subject}”: {what:code}</numerusform>
            <numerusform>%n differences between the two servers, the first at “{subject}”: {what:code}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The copy of {subject} differs from the original in %n point(s).</source>
        <translation>
            <numerusform>The copy of {subject} differs from the original in %n point.</numerusform>
            <numerusform>The copy of {subject} differs from the original in %n points.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) fail on the new server, the first is “{subject}”.</source>
        <translation>
            <numerusform>%n check fails on the new server: “{subject}”.</numerusform>
            <numerusform>%n checks fail on the new server, the first is “{subject}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cutover may not start: %n condition(s) do not hold.</source>
        <translation>
            <numerusform>The cutover may not start: %n condition does not hold.</numerusform>
            <numerusform>The cutover may not start: %n conditions do not hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not ready: %n condition(s) do not hold yet.</source>
        <translation>
            <numerusform>Not ready: %n condition does not hold yet.</numerusform>
            <numerusform>Not ready: %n conditions do not hold yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of “{database}” refer to rows that do not exist: {examples}</source>
        <translation>
            <numerusform>%n row of “{database}” refers to a row that does not exist: {examples}</numerusform>
            <numerusform>%n rows of “{database}” refer to rows that do not exist: {examples}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Test of %n database(s)</source>
        <translation>
            <numerusform>Test of %n database</numerusform>
            <numerusform>Test of %n databases</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%n file(s) opened and read</source>
        <translation>
            <numerusform>%n file opened and read</numerusform>
            <numerusform>%n files opened and read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) with the same mode, owner and ACL</source>
        <translation>
            <numerusform>%n entry with the same mode, owner and ACL</numerusform>
            <numerusform>%n entries with the same mode, owner and ACL</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n symbolic link(s) followed, none is broken by the move</source>
        <translation>
            <numerusform>%n symbolic link followed, none is broken by the move</numerusform>
            <numerusform>%n symbolic links followed, none is broken by the move</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocking incompatibility(ies) open, the first is {subject}</source>
        <translation>
            <numerusform>%n blocking incompatibility open: {subject}</numerusform>
            <numerusform>%n blocking incompatibilities open, the first is {subject}</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>Rehearsed on {at:date}, {time:duration}; %n rehearsal(s) of this runbook</source>
        <translation>
            <numerusform>Rehearsed on {at:date}, {time:duration}; %n rehearsal of this runbook</numerusform>
            <numerusform>Rehearsed on {at:date}, {time:duration}; %n rehearsals of this runbook</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The backup holds a part only: %n file(s) or folders lie elsewhere.</source>
        <translation>
            <numerusform>The backup holds a part only: %n file or folder lies elsewhere.</numerusform>
            <numerusform>The backup holds a part only: %n files or folders lie elsewhere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) that changed looked at, and nothing else. {way:code}</source>
        <translation>
            <numerusform>%n place that changed looked at, and nothing else. {way:code}</numerusform>
            <numerusform>%n places that changed looked at, and nothing else. {way:code}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>load {value} on %n processor(s)</source>
        <translation>
            <numerusform>load {value} on %n processor</numerusform>
            <numerusform>load {value} on %n processors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) left out, each with its reason: listed in {file}</source>
        <translation>
            <numerusform>%n entry left out, each with its reason: listed in {file}</numerusform>
            <numerusform>%n entries left out, each with its reason: listed in {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{kind:enum} “{name}”: number {from} becomes {to}, %n entry(ies)</source>
        <translation>
            <numerusform>{kind:enum} “{name}”: number {from} becomes {to}, %n entry</numerusform>
            <numerusform>{kind:enum} “{name}”: number {from} becomes {to}, %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{kind:enum} “{name}” does not exist there: number {from} is kept, %n entry(ies)</source>
        <translation>
            <numerusform>{kind:enum} “{name}” does not exist there: number {from} is kept, %n entry</numerusform>
            <numerusform>{kind:enum} “{name}” does not exist there: number {from} is kept, %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{kind:enum} “{name}” does not exist there: number {from} is kept, which is that of “{nameAtTarget}” there, %n entry(ies)</source>
        <translation>
            <numerusform>{kind:enum} “{name}” does not exist there: number {from} is kept, which is that of “{nameAtTarget}” there, %n entry</numerusform>
            <numerusform>{kind:enum} “{name}” does not exist there: number {from} is kept, which is that of “{nameAtTarget}” there, %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{kind:enum} {from} has no name: the number is kept, %n entry(ies)</source>
        <translation>
            <numerusform>{kind:enum} {from} has no name: the number is kept, %n entry</numerusform>
            <numerusform>{kind:enum} {from} has no name: the number is kept, %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{kind:enum} {from} has no name: the number is kept, which is that of “{nameAtTarget}” there, %n entry(ies)</source>
        <translation>
            <numerusform>{kind:enum} {from} has no name: the number is kept, which is that of “{nameAtTarget}” there, %n entry</numerusform>
            <numerusform>{kind:enum} {from} has no name: the number is kept, which is that of “{nameAtTarget}” there, %n entries</numerusform>
        </translation>
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
    <name>bascule::ui::CutoverController</name>
    <message numerus="yes">
        <source>– all %n hold(s)</source>
        <translation>
            <numerusform>– it holds</numerusform>
            <numerusform>– all %n hold</numerusform>
        </translation>
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
</context>
<context>
    <name>bascule::ui::CutoverPage</name>
    <message numerus="yes">
        <source>%n condition(s) no longer hold(s).</source>
        <translation>
            <numerusform>%n condition no longer holds.</numerusform>
            <numerusform>%n conditions no longer hold.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bascule::ui::DependenciesController</name>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>and %n more place</numerusform>
            <numerusform>and %n more places</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>Search of %1: %n link(s) found in configuration files and scripts.</source>
        <translation>
            <numerusform>Search of %1: %n link found in configuration files and scripts.</numerusform>
            <numerusform>Search of %1: %n links found in configuration files and scripts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bascule::ui::DependenciesPage</name>
    <message numerus="yes">
        <source>&amp;Decide on %n link(s) to confirm</source>
        <translation>
            <numerusform>&amp;Decide on %n link to confirm</numerusform>
            <numerusform>&amp;Decide on %n links to confirm</numerusform>
        </translation>
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
</context>
<context>
    <name>bascule::ui::InventoryController</name>
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
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s)</source>
        <translation>
            <numerusform>%n asset</numerusform>
            <numerusform>%n assets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bascule::ui::InventoryPage</name>
    <message numerus="yes">
        <source>%n asset(s)</source>
        <translation>
            <numerusform>%n asset</numerusform>
            <numerusform>%n assets</numerusform>
        </translation>
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
</context>
<context>
    <name>bascule::ui::MonitoringController</name>
    <message numerus="yes">
        <source>%n closed</source>
        <comment>incidents</comment>
        <translation>
            <numerusform>%n closed</numerusform>
            <numerusform>%n closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n round(s)</source>
        <translation>
            <numerusform>%n round</numerusform>
            <numerusform>%n rounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n round(s), %1</source>
        <translation>
            <numerusform>%n round, %1</numerusform>
            <numerusform>%n rounds, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bascule::ui::PlanningController</name>
    <message numerus="yes">
        <source>touches %n period(s)</source>
        <translation>
            <numerusform>touches %n period</numerusform>
            <numerusform>touches %n periods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>touches %n critical period(s)</source>
        <translation>
            <numerusform>touches %n critical period</numerusform>
            <numerusform>touches %n critical periods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Step, measured over %n rehearsal(s)</source>
        <translation>
            <numerusform>Step, measured over %n rehearsal</numerusform>
            <numerusform>Step, measured over %n rehearsals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical period(s) touched</source>
        <translation>
            <numerusform>%n critical period touched</numerusform>
            <numerusform>%n critical periods touched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) to the users ready</source>
        <translation>
            <numerusform>%n message to the users ready</numerusform>
            <numerusform>%n messages to the users ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n escalation contact(s)</source>
        <translation>
            <numerusform>%n escalation contact</numerusform>
            <numerusform>%n escalation contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bascule::ui::ProjectController</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
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
</context>
<context>
    <name>bascule::ui::RehearsalController</name>
    <message numerus="yes">
        <source>%n rehearsal(s)</source>
        <translation>
            <numerusform>%n rehearsal</numerusform>
            <numerusform>%n rehearsals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bascule::ui::ServersController</name>
    <message numerus="yes">
        <source>%n asset(s), %1</source>
        <translation>
            <numerusform>%n asset, %1</numerusform>
            <numerusform>%n assets, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bascule::ui::StepRail</name>
    <message numerus="yes">
        <source>%1, %n open</source>
        <translation>
            <numerusform>%1, %n open</numerusform>
            <numerusform>%1, %n open</numerusform>
        </translation>
    </message>
</context>
</TS>
