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
    const char* code; ///< a whole code, or its beginning, ending in '.' or '-'
    Exit exit;
};

// The first match wins; what is not here is NotGood: it was tried and is not as it should be.
constexpr std::array rules{
    ExitRule{"cancelled", Cancelled},
    ExitRule{"internal.", Internal},
    // Cannot be reached, read or written at all.
    ExitRule{"path.missing", Unreachable},
    ExitRule{"path.denied", Unreachable},
    ExitRule{"path.not-a-folder", Unreachable},
    ExitRule{"path.not-a-file", Unreachable},
    ExitRule{"path.loop", Unreachable},
    ExitRule{"path.too-long", Unreachable},
    ExitRule{"path.", Refused},
    ExitRule{"manifest.inside-folder", Refused},
    ExitRule{"server.folder-missing", Unreachable},
    ExitRule{"server.folder-denied", Unreachable},
    ExitRule{"server.target-read-only", Unreachable},
    ExitRule{"disk.read-only", Unreachable},
    ExitRule{"server.remote-folder-", NotGood},
    ExitRule{"ssh.host-key-changed", Refused},
    ExitRule{"ssh.no-shell", NotGood},
    ExitRule{"ssh.too-many-sessions", NotGood},
    ExitRule{"ssh.output-too-long", NotGood},
    ExitRule{"ssh.address-", Usage},
    ExitRule{"ssh.root-relative", Usage},
    ExitRule{"end.", Usage},
    ExitRule{"direct.", Unreachable},
    ExitRule{"ssh.", Unreachable},
    ExitRule{"link.", Unreachable},
    ExitRule{"server.not-connected", Unreachable},
    ExitRule{"fetch.", NotGood},
    ExitRule{"sudo.", NotGood},
    ExitRule{"project.missing", Unreachable},
    ExitRule{"project.folder-missing", Unreachable},
    ExitRule{"project.cannot-open", Unreachable},
    // Began, and did not end well.
    ExitRule{"project.backup-failed", NotGood},
    ExitRule{"project.migration-failed", NotGood},
    ExitRule{"sync.incomplete", NotGood},
    ExitRule{"run.interrupted", NotGood},
    ExitRule{"cutover.halted", NotGood},
    ExitRule{"demo.step-failed", NotGood},
    ExitRule{"demo.database-failed", Internal},
    ExitRule{"demo.backup-failed", Internal},
    // Typed wrong.
    ExitRule{"server.not-connected", Unreachable},
    ExitRule{"server.no-name", Usage},
    ExitRule{"server.missing", Usage},
    ExitRule{"project.no-name", Usage},
    ExitRule{"project.number", Usage},
    ExitRule{"project.availability", Usage},
    ExitRule{"project.link-relative", Usage},
    ExitRule{"store.row-missing", Usage},
    ExitRule{"time.", Usage},
    ExitRule{"window.in-past", Usage},
    ExitRule{"window.zero-length", Usage},
    ExitRule{"window.no-start", Usage},
    ExitRule{"window.too-long", Usage},
    ExitRule{"critical.", Usage},
    ExitRule{"person.", Usage},
    ExitRule{"contact.", Usage},
    ExitRule{"message.", Usage},
    ExitRule{"asset.", Usage},
    ExitRule{"check.", Usage},
    ExitRule{"decision.", Usage},
    ExitRule{"incident.", Usage},
    ExitRule{"drift.no-", Usage},
    ExitRule{"scenario.none", Refused},
    ExitRule{"scenario.", Usage},
    ExitRule{"approval.nothing-to-approve", Refused},
    ExitRule{"approval.", Usage},
    ExitRule{"waiver.", Usage},
    ExitRule{"commit.no-name", Usage},
    ExitRule{"database.unknown", Usage},
    ExitRule{"backup.asset-unknown", Usage},
    ExitRule{"backup.server-unknown", Usage},
    ExitRule{"backup.kind-", Usage},
    ExitRule{"backup.unknown", Usage},
    ExitRule{"backup.scenario-empty", Usage},
    // Not done, so that nothing is lost or claimed.
    ExitRule{"backup.none", Refused},
    ExitRule{"baseline.", Refused},
    ExitRule{"commit.", Refused},
    ExitRule{"compatibility.", Refused},
    ExitRule{"cutover.", Refused},
    ExitRule{"database.none", Refused},
    ExitRule{"demo.", Refused},
    ExitRule{"dependencies.", Refused},
    ExitRule{"drift.", Refused},
    ExitRule{"freeze.", Refused},
    ExitRule{"inventory.", Refused},
    ExitRule{"map.not-complete", Refused},
    ExitRule{"monitoring.", Refused},
    ExitRule{"owner.cannot-be-given", Refused},
    ExitRule{"presync.", Refused},
    ExitRule{"project.", Refused},
    ExitRule{"rehearsal.", Refused},
    ExitRule{"report.is-project", Refused},
    ExitRule{"rollback.", Refused},
    ExitRule{"run.locked", Refused},
    ExitRule{"runbook.", Refused},
    ExitRule{"server.", Refused},
    ExitRule{"store.read-only", Refused},
    ExitRule{"sync.", Refused},
    ExitRule{"target.", Refused},
    ExitRule{"window.", Refused},
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
        const bool beginning = wanted.endsWith('.') || wanted.endsWith('-');
        if (beginning ? code.startsWith(wanted) : code == wanted)
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
