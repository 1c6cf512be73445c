// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace bascule {

/// A path as the kernel has it: bytes, not text. Shown through displayPath() only.
using Path = QByteArray;

/// Bytes of a name or path as inert text: invalid UTF-8 bytes and control characters become \xNN, backslashes stay.
QString displayPath(const QByteArray& path);
QString displayPath(const std::string& path);

/// Params of an Error as JSON, for the catalogue and for --json.
QJsonObject paramsToJson(const Params& params);

/// Text for the engine: UTF-8 bytes.
inline std::string bytes(const QString& text)
{
    return text.toStdString();
}
inline std::string bytes(const QByteArray& text)
{
    return text.toStdString();
}

/// An Error made in core: code, subject (already for display), severity Fatal.
Error makeError(const char* code, const QString& subject = {}, Params params = {}, const QString& detail = {});

/// Replaces what looks like a secret (password=…, connection strings' user:password@, private keys, tokens) by "•••".
/// The only redactor: logs, evidence of configuration files, reports go through it. Pure; any thread.
QString redact(const QString& text);

} // namespace bascule
