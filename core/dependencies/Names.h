// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bascule::dependencies {

// What a piece of text is: a machine's name, an address, a file, a secret. Pure; any thread.

/// A scheme of URLs that we know.
struct Scheme
{
    const char16_t* name;
    int port;        ///< used when none is given; 0: none
    bool connection; ///< a database, directory, queue or mail service, not a web or file service
};
/// Null for an unknown one; "jdbc:postgresql" and "mysql+pymysql" are known by their part that matters.
const Scheme* schemeNamed(const QString& name);

/// "config.php" has a dot too.
bool looksLikeFile(const QString& name);
bool isHostName(const QString& name);
/// Four numbers with dots.
bool isAddress(const QString& text);
bool isLoopback(const QString& host);
/// False for networks, masks, "any" and broadcasts.
bool isMachine(const QString& address);
/// Names of standards and licences, which are never called.
bool isNoise(const QString& host);
/// Values that are words of the configuration's language, such as "true".
bool isWord(const QString& value);

/// The line with the values of keys that speak of secrets blanked out, the same length. A value that is a path or a URL
/// stays: a path is kept only when it is there, and of a URL only host and port.
QString withoutSecrets(const QString& line);

} // namespace bascule::dependencies
