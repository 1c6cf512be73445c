// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CommandLine.h"

#include "core/base/Base.h"

#include <QFile>

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

/// Means nothing to any shell, wherever it stands in a word ('~' and '=' do at its beginning, so they are quoted).
bool isPlain(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '/' || byte == '.' || byte == '_' || byte == '-' || byte == '+' || byte == ',' || byte == ':' ||
           byte == '@';
}

} // namespace

std::optional<QByteArray> shellQuoted(const QByteArray& word)
{
    if (word.contains('\0'))
        return {};
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isPlain))
        return word;
    QByteArray quoted = word;
    quoted.replace("'", "'\\''");
    return '\'' + quoted + '\'';
}

QString shellShown(const QByteArray& word)
{
    bool plain = true;
    for (const char c : word)
        plain &= static_cast<unsigned char>(c) >= 0x20 && c != 0x7f;
    if (plain && displayPath(word) == QString::fromUtf8(word)) {
        QString text = QString::fromUtf8(word);
        return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
    }
    QString text = u"$'"_s;
    for (const char c : word) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte >= 0x7f)
            text += u"\\x%1"_s.arg(uint(byte), 2, 16, QLatin1Char('0'));
        else if (c == '\'' || c == '\\')
            text += QChar(u'\\') + QLatin1Char(c);
        else
            text += QLatin1Char(c);
    }
    return text + u'\'';
}

QString Command::programName() const
{
    return QFile::decodeName(program);
}

QStringList Command::argumentList() const
{
    QStringList list;
    for (const QByteArray& argument : arguments)
        list.append(QFile::decodeName(argument));
    return list;
}

QString Command::shown() const
{
    const auto word = [](const QByteArray& bytes) {
        const bool plain = !bytes.isEmpty() && std::all_of(bytes.begin(), bytes.end(), isPlain);
        return plain ? QString::fromLatin1(bytes) : shellShown(bytes);
    };
    QString line = word(program);
    for (const QByteArray& argument : arguments)
        line += u' ' + word(argument);
    return line;
}

} // namespace bascule
