// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Base.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

QString escapeByte(unsigned char byte)
{
    return u"\\x%1"_s.arg(uint(byte), 2, 16, QLatin1Char('0'));
}

/// Length of the valid UTF-8 sequence at `at`, 0 when there is none.
qsizetype sequenceLength(const QByteArray& text, qsizetype at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    qsizetype length = lead < 0x80 ? 1 : (lead >> 5) == 0x6 ? 2 : (lead >> 4) == 0xe ? 3 : (lead >> 3) == 0x1e ? 4 : 0;
    if (length == 0 || at + length > text.size())
        return 0;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(QByteArrayView(text).sliced(at, length));
    return decoder.hasError() || decoded.contains(QChar(QChar::ReplacementCharacter)) ? 0 : length;
}

} // namespace

QString displayPath(const QByteArray& path)
{
    QString shown;
    shown.reserve(path.size());
    for (qsizetype at = 0; at < path.size();) {
        const qsizetype length = sequenceLength(path, at);
        if (length == 0) {
            shown += escapeByte(static_cast<unsigned char>(path[at++]));
            continue;
        }
        const QString piece = QString::fromUtf8(path.sliced(at, length));
        // C0, DEL and C1 would move the cursor or hide text; direction overrides would lie about the name.
        const char16_t unit = piece[0].unicode();
        const bool control = unit < 0x20 || (unit >= 0x7f && unit < 0xa0);
        const bool overrides = (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
        if (control || overrides) {
            for (char byte : path.sliced(at, length))
                shown += escapeByte(static_cast<unsigned char>(byte));
        } else {
            shown += piece;
        }
        at += length;
    }
    return shown;
}

QString displayPath(const std::string& path)
{
    return displayPath(QByteArray::fromStdString(path));
}

QJsonObject paramsToJson(const Params& params)
{
    QJsonObject object;
    for (const auto& [name, value] : params) {
        const QString key = QString::fromStdString(name);
        if (const auto* number = std::get_if<std::int64_t>(&value))
            object.insert(key, qint64(*number));
        else if (const auto* real = std::get_if<double>(&value))
            object.insert(key, *real);
        else
            object.insert(key, displayPath(std::get<std::string>(value)));
    }
    return object;
}

Error makeError(const char* code, const QString& subject, Params params, const QString& detail)
{
    Error error;
    error.code = code;
    error.subject = subject.toStdString();
    error.params = std::move(params);
    error.detail = detail.toStdString();
    return error;
}

QString redact(const QString& text)
{
    static const QRegularExpression url(u"([a-z][a-z0-9+.-]*://[^\\s:/@]*:)[^\\s@]+(@)"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    // The value goes whether it is quoted or bare, after = or : or, as in "IDENTIFIED BY 'x'", after a blank.
    static const QRegularExpression pair(
        u"((?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|auth[_-]?key|private[_-]?key|identified by)"
        u"[\"']?\\s*(?:=>|[=:,]|\\s)\\s*)(\"[^\"]*\"|'[^']*'|[^\\s;,\"']+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression key(u"-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(-----END [A-Z ]*-----|$)"_s);
    QString safe = text;
    safe.replace(key, u"•••"_s);
    safe.replace(url, u"\\1•••\\2"_s);
    safe.replace(pair, u"\\1•••"_s);
    return safe;
}

} // namespace bascule
