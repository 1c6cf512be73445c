// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Csv.h"

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kFormula = u"=+-@\t\r'";

QString csvCell(QString cell)
{
    if (!cell.isEmpty() && kFormula.contains(cell[0]))
        cell.prepend(u'\'');
    const bool quoted = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
    return quoted ? u'"' + cell.replace(u'"', u"\"\""_s) + u'"' : cell;
}

QString unguarded(const QString& cell)
{
    return cell.size() > 1 && cell[0] == u'\'' && kFormula.contains(cell[1]) ? cell.mid(1) : cell;
}

} // namespace

QByteArray csvLine(const QStringList& cells)
{
    QStringList written;
    written.reserve(cells.size());
    for (const QString& cell : cells)
        written.append(csvCell(cell));
    return (written.join(u',') + u'\n').toUtf8();
}

std::optional<QStringList> csvCells(const QByteArray& line)
{
    const QString text = QString::fromUtf8(line);
    QStringList cells;
    for (qsizetype at = 0;;) {
        QString cell;
        const bool quoted = at < text.size() && text[at] == u'"';
        if (quoted) {
            for (++at; at < text.size(); ++at) {
                if (text[at] == u'"') {
                    if (at + 1 >= text.size() || text[at + 1] != u'"')
                        break;
                    ++at;
                }
                cell += text[at];
            }
            if (at >= text.size())
                return std::nullopt; // no end of the quotes
            ++at;
        } else {
            while (at < text.size() && text[at] != u',')
                cell += text[at++];
        }
        cells.append(unguarded(cell));
        if (at >= text.size())
            return cells;
        if (text[at++] != u',')
            return std::nullopt;
    }
}

QString exactPath(const QByteArray& path)
{
    QByteArray doubled = path;
    return displayPath(doubled.replace('\\', "\\\\"));
}

} // namespace bascule
