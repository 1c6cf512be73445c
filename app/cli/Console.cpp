// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Console.h"

#include "app/cli/Arguments.h"
#include "app/cli/Tr.h"

#include <QJsonDocument>

#include <array>
#include <cstdio>
#include <cwchar>
#include <unistd.h>

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

struct ExitRule
{
    const char* code; ///< a whole code, or a family ending in '.'
    Exit exit;
};

// The first match wins.
constexpr std::array rules{
    ExitRule{"cancelled", Cancelled},
    ExitRule{"usage.", Usage},
    ExitRule{"later.", Usage},
    ExitRule{"internal.", Internal},
    ExitRule{"path.missing", Unreachable},
    ExitRule{"path.denied", Unreachable},
    ExitRule{"path.not-a-folder", Unreachable},
    ExitRule{"path.not-a-file", Unreachable},
    ExitRule{"path.loop", Unreachable},
    ExitRule{"path.too-long", Unreachable},
    ExitRule{"path.", Refused},
    ExitRule{"server.folder-missing", Unreachable},
    ExitRule{"server.folder-denied", Unreachable},
    ExitRule{"server.target-read-only", Unreachable},
    ExitRule{"server.no-name", Usage},
    ExitRule{"server.missing", Usage},
    ExitRule{"server.", Refused},
    ExitRule{"disk.read-only", Unreachable},
    ExitRule{"disk.", NotGood},
    ExitRule{"file.", NotGood},
    ExitRule{"limit.", NotGood},
    ExitRule{"system.", NotGood},
    ExitRule{"sync.", Refused},
    ExitRule{"freeze.", Refused},
    ExitRule{"run.locked", Refused},
    ExitRule{"demo.database-failed", Internal},
    ExitRule{"demo.backup-failed", Internal},
    ExitRule{"demo.", Refused},
    ExitRule{"project.missing", Unreachable},
    ExitRule{"project.folder-missing", Unreachable},
    ExitRule{"project.no-name", Usage},
    ExitRule{"project.number", Usage},
    ExitRule{"project.availability", Usage},
    ExitRule{"project.link-relative", Usage},
    ExitRule{"project.", Refused},
    ExitRule{"store.row-missing", Usage},
    ExitRule{"store.read-only", Refused},
    ExitRule{"store.", NotGood},
    ExitRule{"ledger.", NotGood},
    ExitRule{"time.", Usage},
    ExitRule{"window.in-past", Usage},
    ExitRule{"window.zero-length", Usage},
    ExitRule{"window.no-start", Usage},
    ExitRule{"window.too-long", Usage},
    ExitRule{"window.", Refused},
    ExitRule{"critical.", Usage},
    ExitRule{"person.", Usage},
    ExitRule{"contact.", Usage},
    ExitRule{"message.", Usage},
    ExitRule{"asset.", Usage},
    ExitRule{"check.", Usage},
    ExitRule{"decision.", Usage},
    ExitRule{"approval.nothing-to-approve", Refused},
    ExitRule{"approval.", Usage},
    ExitRule{"waiver.", Usage},
    ExitRule{"map.", Refused},
    ExitRule{"baseline.", Refused},
    ExitRule{"cutover.failed", NotGood},
    ExitRule{"cutover.", Refused},
    ExitRule{"rollback.", Refused},
    ExitRule{"rehearsal.", Refused},
    ExitRule{"runbook.", Refused},
    ExitRule{"commit.", Refused},
};

/// Columns that a text takes on a terminal.
int widthOf(const QString& text)
{
    int width = 0;
    for (const uint point : text.toUcs4())
        width += std::max(0, ::wcwidth(wchar_t(point)));
    return width;
}

void put(FILE* to, const QString& text)
{
    QByteArray bytes;
    for (const QString& line : text.split(u'\n'))
        bytes += displayPath(line.toUtf8()).toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), to);
    std::fflush(to);
}

} // namespace

Exit exitOf(const Error& error)
{
    const QByteArrayView code(error.code);
    for (const ExitRule& rule : rules) {
        const QByteArrayView wanted(rule.code);
        if (wanted.endsWith('.') ? code.startsWith(wanted) : code == wanted)
            return rule.exit;
    }
    return NotGood;
}

void Console::line(const QString& text) const
{
    if (!m_json)
        put(stdout, text);
}

void Console::table(const QStringList& header, const QList<QStringList>& rows) const
{
    if (m_json)
        return;
    QList<QStringList> all = rows;
    if (!header.isEmpty())
        all.prepend(header);
    QList<int> widths;
    for (QStringList& row : all) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            row[i] = displayPath(row[i].toUtf8());
            if (i >= widths.size())
                widths.append(0);
            widths[i] = std::max(widths[i], widthOf(row[i]));
        }
    }
    for (const QStringList& row : all) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i) {
            text += row[i];
            if (i + 1 < row.size())
                text += QString(widths[i] - widthOf(row[i]) + 2, u' ');
        }
        put(stdout, text);
    }
}

void Console::document(const QJsonObject& object) const
{
    if (!m_json)
        return;
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Indented);
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void Console::note(const QString& text) const
{
    put(stderr, text);
}

int Console::fail(const Error& error) const
{
    return fail(exitOf(error), QString::fromStdString(error.code), displayPath(error.subject), m_words.say(error));
}

int Console::fail(Exit exit, const QString& code, const QString& subject, const QString& message) const
{
    document({{u"error"_s, QJsonObject{{u"code"_s, code}, {u"subject"_s, subject}, {u"message"_s, message}}}});
    note(message);
    return exit;
}

int Console::usage(const QString& message) const
{
    return fail(Usage, u"usage"_s, {}, message + u' ' + Tr::tr("See “bascule-cli --help”."));
}

int Console::later(const QString& what) const
{
    return fail(Usage, u"later"_s, what, Tr::tr("“%1” is not there yet: it comes with a later version.").arg(what));
}

bool Console::confirm(const QString& question, bool yes, int& exit) const
{
    if (yes)
        return true;
    if (::isatty(STDIN_FILENO) == 0 || ::isatty(STDERR_FILENO) == 0) {
        exit = fail(Refused, u"cli.needs-yes"_s, {},
                    Tr::tr("%1 Nobody can answer here: add --yes to go ahead.").arg(question));
        return false;
    }
    const QByteArray prompt = (question + u' ' + Tr::tr("[yes/No]") + u' ').toUtf8();
    std::fwrite(prompt.constData(), 1, std::size_t(prompt.size()), stderr);
    std::fflush(stderr);
    QByteArray answer(256, '\0');
    if (!std::fgets(answer.data(), int(answer.size()), stdin))
        answer.clear();
    if (yesNo(QString::fromUtf8(answer.constData()).trimmed()).value_or(false))
        return true;
    exit = fail(Cancelled, u"cancelled"_s, {}, Tr::tr("Nothing was done."));
    return false;
}

QJsonObject itemJson(const Item& item, const text::Phrasebook& words)
{
    return {{u"code"_s, item.code}, {u"params"_s, item.params}, {u"message"_s, words.say(item)}};
}

QJsonArray itemsJson(const std::vector<Item>& items, const text::Phrasebook& words)
{
    QJsonArray array;
    for (const Item& item : items)
        array.append(itemJson(item, words));
    return array;
}

} // namespace bascule::cli
