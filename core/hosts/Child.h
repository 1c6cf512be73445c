// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CommandLine.h"

#include <QProcess>

namespace bascule {

/// A program at work, fed and read by a job's thread in slices. Its stdin is a socket of our own, so that a secret
/// written to it lies in no buffer of QProcess. The destructor ends it.
class Child
{
public:
    Child();
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// False when the program cannot be started.
    bool start(const Command& command, const QProcessEnvironment& environment);
    /// Waits a moment (at most `ms`) for output or the end; appends what came. False once it has ended and all is read.
    bool wait(int ms);
    /// Writes what fits now and takes it off `bytes`; false when it listens no more.
    bool feed(QByteArray& bytes);
    /// The same, whole or not at all, for something short and secret.
    bool feedSecret(QByteArrayView bytes);
    void closeInput();
    /// Asks it to end, then makes it.
    void end();

    QByteArray out, err;
    /// After the end; -1 when it was killed.
    int exitCode() const;

private:
    void take();
    QProcess m_process;
    int m_input = -1;
};

} // namespace bascule
