// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/SshRun.h"

#include "core/engine/wire/Helper.h"

namespace bascule::sshrun {

namespace {

// `dd bs=1` takes exactly the script and leaves the input; a subshell, so that the script's own `exit` ends only that.
constexpr auto body = "s=$(dd bs=1 count=$l 2>/dev/null); (eval \"$s\"); r=$?; printf \"\\n%s %s\\n\" $n $r; exit $r";
constexpr auto begin = "printf \"\\n%s\\n\" $n; printf \"\\n%s\\n\" $n >&2; ";

} // namespace

QByteArray nonce()
{
    return "bascule-" + QByteArray::fromStdString(engine::wire::newNonce());
}

QByteArray plainLine(const QByteArray& mark, qsizetype length)
{
    return "n=" + mark + "; l=" + QByteArray::number(length) + "; " + begin + body + '\n';
}

namespace {

/// `inner` as root: at once for root, else through sudo.
QByteArray asRoot(const QByteArray& inner, const QByteArray& ask)
{
    return "LC_ALL=C; export LC_ALL; [ \"$(id -u)\" = 0 ] && exec " + inner +
           "; command -v sudo >/dev/null 2>&1 || { echo sudo: command not found >&2; exit 127; }; "
           "exec sudo -k -S -p " +
           ask + " -- " + inner + '\n';
}

} // namespace

QByteArray sudoLine(const QByteArray& mark, const QByteArray& ask)
{
    return asRoot(QByteArray("/bin/sh -c 'n=$1; ") + begin + "IFS= read -r l; " + body + "' sh " + mark, ask);
}

QByteArray sudoStart(const QByteArray& line, const QByteArray& mark, const QByteArray& ask)
{
    return asRoot("/bin/sh -c 'printf \"\\n%s\\n\" " + mark + " >&2; " + line + '\'', ask);
}

std::optional<qsizetype> after(const QByteArray& text, const QByteArray& mark)
{
    const QByteArray line = '\n' + mark + '\n';
    const qsizetype at = text.indexOf(line);
    return at < 0 ? std::nullopt : std::optional(at + line.size());
}

std::optional<int> takeStatus(QByteArray& out, const QByteArray& mark)
{
    const qsizetype at = out.lastIndexOf('\n' + mark + ' ');
    if (at < 0 || !out.endsWith('\n'))
        return {};
    bool number = false;
    const int status = out.mid(at + mark.size() + 2).trimmed().toInt(&number);
    if (!number)
        return {};
    out.truncate(at);
    return status;
}

} // namespace bascule::sshrun
