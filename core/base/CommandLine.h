// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace bascule {

/// One word for POSIX sh: bytes that need no quotes as they are, others in single quotes. Nothing for what no argument
/// can hold (a NUL). The only place that quotes. Pure; any thread.
std::optional<QByteArray> shellQuoted(const QByteArray& word);

/// A word in single quotes for people to copy ($'…' where its bytes need it): for commands that are shown, never run.
QString shellShown(const QByteArray& word);

/// A program and its arguments, byte for byte as execve gets them: started without any shell.
struct Command
{
    QByteArray program;
    QList<QByteArray> arguments;

    /// For QProcess, which encodes them back to the same bytes where they are valid in the file system's encoding.
    QString programName() const;
    QStringList argumentList() const;
    /// As a person would type it: to be shown and copied, never to be run by us.
    QString shown() const;
};

} // namespace bascule
