// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/Cli.h"

#include <QTest>

/// Rows for a transfer: "fromServer", "toServer".
inline void addEnds()
{
    QTest::addColumn<bool>("fromServer");
    QTest::addColumn<bool>("toServer");
    QTest::newRow("here") << false << false;
    QTest::newRow("from a server") << true << false;
    QTest::newRow("to a server") << false << true;
    QTest::newRow("between servers") << true << true;
}

/// The command line at work in the background.
class Running
{
public:
    Running(Cli& cli, const QStringList& arguments)
    {
        m_process.setProcessEnvironment(cli.environment());
        m_process.setStandardInputFile(QProcess::nullDevice());
        m_process.start(QStringLiteral(BASCULE_CLI), arguments);
    }
    ~Running()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    bool runs() const { return m_process.state() == QProcess::Running; }
    /// What it has said on stderr so far.
    QByteArray err()
    {
        m_process.waitForReadyRead(0);
        return m_err += m_process.readAllStandardError();
    }
    void signal(int number) { ::kill(pid_t(m_process.processId()), number); }
    Cli::Result end(int signalled = 0)
    {
        if (signalled != 0)
            signal(signalled);
        Cli::Result result;
        if (!m_process.waitForFinished(60'000))
            return result;
        result.exit = m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : 255;
        result.out = m_process.readAllStandardOutput();
        m_err += m_process.readAllStandardError();
        result.err = m_err;
        return result;
    }

private:
    QProcess m_process;
    QByteArray m_err;
};
