// SPDX-License-Identifier: GPL-3.0-or-later
// The board in words.
#include "ui/board/BoardWindow.h"
#include "ui/wizard/AppContext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BoardWords)
};

QString sentence(QString words)
{
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QString missingLine(const Checkpoint& checkpoint, const text::Phrasebook& words)
{
    if (checkpoint.state == CheckpointState::Waived) {
        const QString day = checkpoint.since.isValid() ? words.shortDate(checkpoint.since) : QString();
        const QString why = words.quoted(checkpoint.waivedWhy);
        return day.isEmpty() ? Words::tr("Waived by %1: %2").arg(checkpoint.waivedBy, why)
                             : Words::tr("Waived on %1 by %2: %3").arg(day, checkpoint.waivedBy, why);
    }
    if (checkpoint.state == CheckpointState::Passed) {
        QStringList parts;
        if (checkpoint.since.isValid() && !checkpoint.by.isEmpty())
            parts << Words::tr("Validated on %1 by %2").arg(words.shortDate(checkpoint.since), checkpoint.by);
        else if (checkpoint.since.isValid())
            parts << Words::tr("Since %1").arg(words.shortDate(checkpoint.since));
        if (checkpoint.expiresAt.isValid())
            parts << Words::tr("expires on %1").arg(words.shortDate(checkpoint.expiresAt));
        if (!checkpoint.waivedBy.isEmpty())
            parts << Words::tr("once waived by %1").arg(checkpoint.waivedBy);
        return parts.join(u", "_s);
    }
    if (checkpoint.missing.empty())
        return {};
    QStringList items;
    for (std::size_t i = 0; i < checkpoint.missing.size() && i < 3; ++i) {
        QString item = words.say(checkpoint.missing[i]);
        if (item.endsWith(u'.'))
            item.chop(1);
        items << item;
    }
    const int more = int(checkpoint.missing.size()) - int(items.size());
    if (more > 0)
        items << Words::tr("%n more", nullptr, more);
    return Words::tr("Missing: %1").arg(words.list(items));
}

QString factLine(const Checkpoint& checkpoint, const text::Phrasebook& words)
{
    QStringList facts;
    for (std::size_t i = 0; i < checkpoint.facts.size() && i < 2; ++i)
        facts << words.say(checkpoint.facts[i]);
    const QString line = sentence(facts.join(u", "_s));
    return line.isEmpty() ? Words::tr("Nothing has been measured yet") : line;
}

QString footLine(const Snapshot& snapshot, const QDateTime& now, const text::Phrasebook& words)
{
    const QString when =
        Words::tr("%1 %2, %3.").arg(words.weekdayDate(now), now.toLocalTime().toString(u"yyyy"_s), words.time(now));
    const LedgerCheck& ledger = snapshot.ledger;
    const QString proof =
        ledger.intact ? Words::tr("Evidence ledger intact: %1 entries verified.").arg(words.number(ledger.entries))
                      : Words::tr("The evidence ledger does not hold together: entry %1. Nothing here is proven.")
                            .arg(ledger.firstBad);
    return when + u' ' + proof;
}

} // namespace

BoardView makeBoardView(const AppContext& context)
{
    const Snapshot& snapshot = *context.snapshot();
    const text::Phrasebook& words = context.text();
    const QDateTime now = context.now();
    const Board& board = context.board();
    const BoardAnswer said = answer(board, snapshot, now);
    const auto say = [&](const Item& item) { return item.code.isEmpty() ? QString() : words.say(item); };
    BoardView view;
    view.look = lookOf(said.look);
    view.answer = say(said.answer);
    view.why = say(said.why);
    view.nextTitle = say(said.nextTitle);
    if (said.next.isValid())
        view.next = Words::tr("%1, %2").arg(words.weekdayDate(said.next), words.time(said.next));
    view.nextFact = say(said.nextFact);
    for (const Checkpoint& checkpoint : board.checkpoints) {
        const text::Phrasebook::Row row = words.row(checkpoint.step);
        view.rows << BoardRow{row.title,
                              row.risk,
                              row.impact,
                              row.control,
                              lookOf(checkpoint.state),
                              factLine(checkpoint, words),
                              missingLine(checkpoint, words)};
    }
    view.foot = footLine(snapshot, now, words);
    return view;
}

} // namespace bascule::ui
