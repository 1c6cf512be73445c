// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <filesystem>
#include <unistd.h>
#include <vector>

/// Runs the built bascule-cli with arguments byte for byte, in a place of its own.
class Cli
{
public:
    struct Result
    {
        int exit = -1;
        bool killed = false;
        QByteArray out, err;
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
        QString errorCode() const { return json()[u"error"].toObject()[u"code"].toString(); }
        /// For QVERIFY2.
        QByteArray words() const
        {
            return "exit " + QByteArray::number(exit) + "\n" + err.right(600) + "\n…" + out.right(600);
        }
    };

    Cli()
    {
        // Other users must be able to come in, for tests of what they may not do.
        std::filesystem::permissions(m_dir.path().toStdString(), std::filesystem::perms(0755));
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(QStringLiteral("BASCULE_STATE_DIR"), path("state"));
        m_environment.insert(QStringLiteral("TZ"), QStringLiteral("Europe/Paris"));
        setLanguage("en");
    }

    /// Qt cannot remove names that are no UTF-8.
    ~Cli()
    {
        m_dir.setAutoRemove(false);
        std::error_code ignored;
        std::filesystem::remove_all(m_dir.path().toStdString(), ignored);
    }
    Cli(const Cli&) = delete;
    Cli& operator=(const Cli&) = delete;

    void setLanguage(const char* language)
    {
        m_environment.insert(QStringLiteral("LC_ALL"),
                             QString::fromLatin1(language) + (qstrcmp(language, "fr") == 0
                                                                  ? QStringLiteral("_FR.UTF-8")
                                                                  : QStringLiteral("_GB.UTF-8")));
    }
    QProcessEnvironment& environment() { return m_environment; }

    QString path(const char* name = "") const
    {
        return m_dir.path() + (*name ? QStringLiteral("/") + QString::fromUtf8(name) : QString());
    }
    QByteArray bytes(const char* name = "") const { return QFile::encodeName(path(name)); }

    /// To its end, or killed with SIGKILL after `killAfterMs`.
    Result run(const std::vector<QByteArray>& arguments, int killAfterMs = -1, const QByteArray& before = {})
    {
        QByteArray line = "exec " + before + ' ' + quoted(BASCULE_CLI);
        for (const QByteArray& argument : arguments)
            line += ' ' + quoted(argument);
        return shell(line, killAfterMs);
    }

    /// A line for sh, with the same environment.
    Result shell(const QByteArray& line, int killAfterMs = -1)
    {
        // Through a file: QProcess would turn bytes that are no UTF-8 into something else.
        QFile script(m_dir.filePath(QStringLiteral("run.sh")));
        if (!script.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return {};
        script.write(line + '\n');
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(QStringLiteral("sh"), {script.fileName()});
        if (!process.waitForStarted())
            return {};
        Result result;
        if (killAfterMs >= 0 && !process.waitForFinished(killAfterMs)) {
            ::kill(pid_t(process.processId()), SIGKILL);
            result.killed = true;
        }
        process.waitForFinished(600'000);
        result.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 128 + SIGKILL;
        result.out = process.readAllStandardOutput();
        result.err = process.readAllStandardError();
        return result;
    }

    static QByteArray quoted(QByteArray text) { return '\'' + text.replace("'", "'\\''") + '\''; }

    /// Kind, mode, owner, size, times, links of everything below a folder: equal before and after means untouched.
    QByteArray manifest(const QByteArray& folder)
    {
        return shell("cd " + quoted(folder) + " && find . -printf '%y %m %U:%G %s %T@ %n %l %p\\0' | LC_ALL=C sort -z")
            .out;
    }

    bool makeFile(const QByteArray& path, const QByteArray& content)
    {
        std::filesystem::create_directories(std::filesystem::path(path.toStdString()).parent_path());
        QFile file(QFile::decodeName(path));
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
    }

private:
    QTemporaryDir m_dir;
    QProcessEnvironment m_environment;
};

inline bool isRoot()
{
    return ::geteuid() == 0;
}
