// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What other programs than rsync say of a tree: mtree, getfattr, getfacl, getcap and find. rsync misses links that were
// joined wrongly, and holes; mtree knows no attributes beyond the mode.

#include "tests/unit/engine/Trees.h"

namespace trees {

/// What a shell line says in a folder, sorted where the order is the file system's; a line that failed says so.
inline QByteArrayList saidIn(const std::string& root, const char* line)
{
    QProcess shell;
    shell.setWorkingDirectory(QFile::decodeName(root.c_str()));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    environment.insert(QStringLiteral("PATH"),
                       environment.value(QStringLiteral("PATH")) + QStringLiteral(":/sbin:/usr/sbin"));
    shell.setProcessEnvironment(environment);
    shell.start(QStringLiteral("bash"),
                {QStringLiteral("-o"), QStringLiteral("pipefail"), QStringLiteral("-c"), QString::fromUtf8(line)});
    if (!shell.waitForFinished(-1) || shell.exitStatus() != QProcess::NormalExit || shell.exitCode() != 0)
        return {QByteArray(line) + " failed in " + QByteArray::fromStdString(root) + ": " +
                shell.readAllStandardError()};
    return shell.readAllStandardOutput().split('\n');
}

/// Everything that they say differs between two trees; empty when nothing.
inline QByteArray outsideDifference(const std::string& left, const std::string& right)
{
    static const char* const all[] = {
        "mtree -c -k type,mode,uid,gid,size,time,link,nlink,sha256,device -p . | grep -v '^#'",
        "find . -print0 | sort -z | xargs -0 getfattr -h -d -m- -e hex --",
        "find . -print0 | sort -z | xargs -0 getfacl -P -p -n --",
        "getcap -r . | sort",
        R"(find . -type d -printf '%P %y %m %U %G %T@\0' -o -printf '%P %y %m %U %G %T@ %n %s %l\0' | sort -z | tr '\0' '\n')",
    };
    QByteArray text;
    for (const char* line : all) {
        const QByteArrayList here = saidIn(left, line);
        const QByteArrayList there = saidIn(right, line);
        if (here == there && here.size() > (std::strncmp(line, "mtree", 5) == 0 ? 1 : 0))
            continue;
        text += QByteArray(line) + ":\n";
        for (const QByteArray& one : here)
            text += there.contains(one) ? QByteArray() : "- " + one + '\n';
        for (const QByteArray& one : there)
            text += here.contains(one) ? QByteArray() : "+ " + one + '\n';
    }
    return text;
}

} // namespace trees
