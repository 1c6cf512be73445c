// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/Document.h"

namespace bascule::report {

using namespace Qt::StringLiterals;

QStringList Writer::headers(std::initializer_list<const char*> codes) const
{
    QStringList list;
    for (const char* code : codes)
        list.append(say(code));
    return list;
}

Cell Writer::none() const
{
    return {{{say("word.none"), {}, Span::Style::Muted}}};
}

Cell Writer::text(const QString& text, Span::Style style) const
{
    return text.isEmpty() ? none() : Cell{{{text, {}, style}}};
}

Cell Writer::path(const Path& path) const
{
    return text(displayPath(path), Span::Style::Code);
}

Cell Writer::when(const QDateTime& moment) const
{
    return moment.isValid() ? text(words.dateTime(moment)) : text(say("date.never"), Span::Style::Muted);
}

Cell Writer::took(qint64 ms) const
{
    return ms > 0 ? text(words.duration(ms)) : none();
}

Line Writer::decision(const QString& by, const QString& why) const
{
    return {{say("report.decided", {{u"by"_s, by}, {u"why"_s, why}}), {}, Span::Style::Muted}};
}

QString Writer::sentence(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString Writer::assetName(Id id) const
{
    const Asset* asset = snapshot.asset(id);
    return asset ? displayPath(asset->name.toUtf8()) : QString();
}

QString Writer::serverName(Id id) const
{
    const Server* server = snapshot.server(id);
    return server ? displayPath(server->name.toUtf8()) : QString();
}

Span::Style styleOf(CheckpointState state)
{
    switch (state) {
    case CheckpointState::Passed:
        return Span::Style::Ok;
    case CheckpointState::Blocked:
        return Span::Style::Bad;
    case CheckpointState::Expired:
        return Span::Style::Warn;
    case CheckpointState::Waived:
        return Span::Style::Waive;
    case CheckpointState::InProgress:
        return Span::Style::Accent;
    case CheckpointState::NotStarted:
        break;
    }
    return Span::Style::Muted;
}

QString iconOf(CheckpointState state)
{
    switch (state) {
    case CheckpointState::Passed:
        return u"passed"_s;
    case CheckpointState::Blocked:
        return u"blocked"_s;
    case CheckpointState::Expired:
        return u"expired"_s;
    case CheckpointState::Waived:
        return u"waived"_s;
    case CheckpointState::InProgress:
        return u"in-progress"_s;
    case CheckpointState::NotStarted:
        break;
    }
    return u"not-started"_s;
}

Cell stateCell(const Writer& writer, CheckpointState state)
{
    return {{{writer.words.word(state), iconOf(state), styleOf(state)}}};
}

} // namespace bascule::report
