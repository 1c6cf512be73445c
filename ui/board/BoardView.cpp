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

/// The asset that a link of the board leads to, or null.
const Asset* assetOf(const Target& target, const Snapshot& snapshot)
{
    if (target.id == 0)
        return nullptr;
    if (target.kind == "asset"_L1)
        return snapshot.asset(target.id);
    Id asset = 0;
    if (target.kind == "backup"_L1) {
        if (const Backup* backup = snapshot.backup(target.id))
            asset = backup->asset;
    } else if (target.kind == "finding"_L1 || target.kind == "blind-spot"_L1) {
        if (const Finding* finding = findById(snapshot.findings, target.id))
            asset = finding->asset;
    } else if (target.kind == "check"_L1) {
        if (const Check* check = findById(snapshot.checks, target.id))
            asset = check->asset;
    } else if (target.kind == "incident"_L1) {
        const Incident* incident = findById(snapshot.incidents, target.id);
        const Check* check = incident ? findById(snapshot.checks, incident->check) : nullptr;
        asset = check ? check->asset : 0;
    }
    return snapshot.asset(asset);
}

/// Who sees to what is missing, as the project knows it: who is named in it, who owns the asset, who has the role whose
/// word is waited for; everything else is the work of the project's people of IT.
QStringList followers(const Checkpoint& checkpoint, const Snapshot& snapshot)
{
    QStringList names;
    const auto add = [&names](const QString& name) {
        if (!name.isEmpty() && !names.contains(name))
            names << name;
    };
    for (const Item& item : checkpoint.missing) {
        const Asset* asset = assetOf(item.target, snapshot);
        const QString person = item.params.value("person"_L1).toString();
        PersonRole role = PersonRole::It;
        if (!person.isEmpty())
            add(person);
        else if (asset && !asset->owner.isEmpty())
            add(asset->owner);
        else {
            enumFrom(item.params.value("role"_L1).toString(), role);
            for (const Person& one : snapshot.persons) {
                if (one.role == role)
                    add(one.name);
            }
        }
    }
    return names.mid(0, 3);
}

QString missingLine(const Checkpoint& checkpoint, const Snapshot& snapshot, const text::Phrasebook& words)
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
            parts << Words::tr("Validated on %1 by %2")
                         .arg(words.shortDate(checkpoint.since), words.list(checkpoint.by.split(u", "_s)));
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
    const QString missing = Words::tr("Missing: %1").arg(words.list(items));
    const QStringList names = followers(checkpoint, snapshot);
    return names.isEmpty() ? missing : Words::tr("%1. Seen to by %2").arg(missing, words.list(names));
}

QString factLine(const Checkpoint& checkpoint, const text::Phrasebook& words)
{
    // Two lines are for what is proven; who validated it stands below.
    constexpr qsizetype room = 84;
    QString line;
    for (const Item& fact : checkpoint.facts) {
        const QString said = words.say(fact);
        if (said.isEmpty() || (checkpoint.state == CheckpointState::Passed && !checkpoint.by.isEmpty() &&
                               fact.code == "fact.map-validated"_L1))
            continue;
        if (line.isEmpty())
            line = sentence(said);
        else if (line.size() + said.size() > room)
            break;
        else
            line += (said.front().isUpper() ? u". "_s : u", "_s) + said;
    }
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
                              missingLine(checkpoint, snapshot, words)};
    }
    view.foot = footLine(snapshot, now, words);
    return view;
}

} // namespace bascule::ui
