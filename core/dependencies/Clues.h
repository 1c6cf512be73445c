// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Base.h"

#include <stop_token>
#include <vector>

namespace bascule::dependencies {

/// How a configuration file is written, as far as it matters for comments and schedules.
enum class Syntax { Plain, Ini, Code, Xml, Cron, Unit, Mounts };
/// By its path relative to the server's root.
Syntax syntaxOf(const Path& path);

/// Something in a line that may point at something else. Never carries a secret: of the line it keeps its key and what
/// was recognised, no user information, no query.
struct Clue
{
    enum class Kind {
        Path,       ///< an absolute path; `paths` holds readings of it, the longest first
        Database,   ///< a relative name of a database file; `paths` holds it
        Connection, ///< a database, directory or queue by URL or DSN
        Url,        ///< a web or file service by URL
        Remote,     ///< a folder of another server: ssh, NFS, SMB
        Address,    ///< an IP address, or a host with its port
        Host,       ///< a host's name alone
        Unit        ///< another systemd unit; `host` holds its name
    };
    Kind kind = Kind::Path;
    std::vector<Path> paths;
    QString host;
    int port = 0;
    QString share; ///< of Remote
    int confidence = 0;
    int line = 0;
    QString excerpt;        ///< for people: the line's key and what was recognised, redacted
    bool listening = false; ///< the line says where to listen: matters only where the address is the server's own
    bool dormant = false;   ///< the line runs once a month or more rarely
};

/// What text files say, line by line. Bytes that are not UTF-8 are taken as they are; a file with NUL bytes says
/// nothing (but UTF-16 with its mark is read). Pure; ends early when stopped.
std::vector<Clue> cluesIn(const QByteArray& content, Syntax syntax, std::stop_token stop = {});

/// True for a cron line's five fields (or @name) that come round monthly or more rarely.
bool isRareCron(const QString& fields);
/// The same for systemd's OnCalendar.
bool isRareCalendar(const QString& calendar);

} // namespace bascule::dependencies
