// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/Board.h"

#include "core/backups/Checkpoint.h"
#include "core/inventory/Checkpoint.h"
#include "core/monitoring/Checkpoint.h"
#include "core/monitoring/Checks.h"
#include "core/planning/Checkpoint.h"
#include "core/rehearsal/Checkpoint.h"

#include <QJsonArray>

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

QString iso(const QDateTime& when)
{
    return when.toUTC().toString(Qt::ISODateWithMs);
}

bool settled(const Checkpoint& checkpoint)
{
    return checkpoint.state == CheckpointState::Passed || checkpoint.state == CheckpointState::Waived;
}

/// A row's title, as a code of the catalogue.
QString titleCode(const Checkpoint& checkpoint)
{
    return u"row."_s + enumName(checkpoint.step) + u".title"_s;
}

} // namespace

Board computeBoard(const Snapshot& snapshot, const QDateTime& now)
{
    Board board;
    board.checkpoints = {inventoryCheckpoint(snapshot, now), backupsCheckpoint(snapshot, now),
                         rehearsalCheckpoint(snapshot, now), planningCheckpoint(snapshot, now),
                         monitoringCheckpoint(snapshot, now)};
    for (const Checkpoint& checkpoint : board.checkpoints) {
        board.passed += settled(checkpoint) ? 1 : 0;
        board.waived += checkpoint.state == CheckpointState::Waived ? 1 : 0;
    }
    board.monitoringReady = monitoringReady(snapshot);
    board.ready = snapshot.ledger.intact &&
                  std::all_of(board.checkpoints.begin(), board.checkpoints.end() - 1, settled) &&
                  (board.monitoringReady || settled(board.of(Step::Monitoring)));
    return board;
}

namespace {

/// How long it is until then: in days from two on, rounded as everywhere else.
Item timeLeft(const char* code, const QDateTime& now, const QDateTime& then)
{
    const qint64 left = now.msecsTo(then);
    constexpr qint64 day = 24 * 3'600'000;
    if (left < 2 * day)
        return {QString::fromLatin1(code), {{u"left"_s, left}}, {}};
    return {QString::fromLatin1(code) + u"-days"_s, {{u"count"_s, (left + day / 2) / day}}, {}};
}

/// Checkpoints that still keep the cutover from starting. Monitoring need only be ready.
std::vector<const Checkpoint*> openOnes(const Board& board)
{
    std::vector<const Checkpoint*> open;
    for (const Checkpoint& checkpoint : board.checkpoints) {
        const bool enough = checkpoint.step == Step::Monitoring && board.monitoringReady;
        if (!settled(checkpoint) && !enough)
            open.push_back(&checkpoint);
    }
    return open;
}

/// How urgent a state is: what blocks comes before what is old, and that before what was not begun.
int urgency(CheckpointState state)
{
    switch (state) {
    case CheckpointState::Blocked:
        return 4;
    case CheckpointState::Expired:
        return 3;
    case CheckpointState::InProgress:
        return 2;
    case CheckpointState::NotStarted:
        return 1;
    case CheckpointState::Passed:
    case CheckpointState::Waived:
        break;
    }
    return 0;
}

void answerBefore(BoardAnswer& said, const Board& board)
{
    const auto open = openOnes(board);
    if (open.empty()) {
        said.look = CheckpointState::Passed;
        said.answer = board.waived > 0 ? Item{u"go-no-go.yes-waived"_s, {{u"count"_s, board.waived}}, {}}
                                       : Item{u"go-no-go.yes"_s, {}, {}};
        said.why = board.waived > 0 ? Item{u"board.why-yes-waived"_s, {{u"count"_s, board.waived}}, {}}
                                    : Item{u"board.why-yes"_s, {}, {}};
        return;
    }
    said.answer = {u"go-no-go.not-yet"_s, {{u"count"_s, qint64(open.size())}}, {}};
    const Checkpoint& worst =
        **std::max_element(open.begin(), open.end(), [](const Checkpoint* a, const Checkpoint* b) {
            return urgency(a->state) < urgency(b->state);
        });
    said.look = worst.state;
    if (worst.missing.empty()) {
        said.why = {u"board.why-open"_s, {{u"step"_s, titleCode(worst)}}, {}};
        return;
    }
    const Item& first = worst.missing.front();
    said.why = {u"board.why-missing"_s,
                {{u"step"_s, titleCode(worst)},
                 {u"missing"_s, QJsonObject{{u"code"_s, first.code}, {u"params"_s, first.params}}}},
                first.target};
}

void answerAfterCutover(BoardAnswer& said, const Board& board, const Snapshot& snapshot, const QDateTime& now)
{
    const Checkpoint& monitoring = board.of(Step::Monitoring);
    const QDateTime until = snapshot.project.cutoverAt.addDays(snapshot.project.rollbackDays);
    said.look = monitoring.state == CheckpointState::Blocked || monitoring.state == CheckpointState::Expired
                    ? monitoring.state
                    : CheckpointState::Passed;
    if (now < until)
        said.answer = {u"board.cut-over"_s, {{u"until"_s, iso(until)}}, {PageId::Cutover, {}, 0}};
    else
        said.answer = {u"board.cut-over-final"_s, {}, {PageId::Cutover, {}, 0}};
    if (monitoring.missing.empty()) {
        said.why = {u"board.why-monitored"_s, {}, {}};
    } else {
        const Item& first = monitoring.missing.front();
        said.why = {u"board.why-missing"_s,
                    {{u"step"_s, titleCode(monitoring)},
                     {u"missing"_s, QJsonObject{{u"code"_s, first.code}, {u"params"_s, first.params}}}},
                    first.target};
    }
    said.nextTitle = {u"board.next-rollback"_s, {}, {}};
    said.next = until;
    said.nextFact = now < until ? timeLeft("board.next-left", now, until) : Item{u"board.next-over"_s, {}, {}};
}

void nextWindow(BoardAnswer& said, const Snapshot& snapshot, const QDateTime& now)
{
    const Window* window = snapshot.window();
    if (!window) {
        said.nextTitle = {u"board.next-none"_s, {}, {PageId::Planning, u"window"_s, 0}};
        return;
    }
    const QDateTime ends = window->start.addSecs(qint64(window->minutes) * 60);
    said.nextTitle = {u"board.next-cutover"_s, {}, {PageId::Planning, u"window"_s, window->id}};
    said.next = window->start;
    if (now >= ends)
        said.nextFact = {u"board.next-missed"_s, {}, {}};
    else if (now >= window->start)
        said.nextFact = {u"board.next-open"_s, {{u"until"_s, iso(ends)}}, {}};
    else
        said.nextFact = timeLeft("board.next-in", now, window->start);
}

} // namespace

BoardAnswer answer(const Board& board, const Snapshot& snapshot, const QDateTime& now)
{
    BoardAnswer said;
    nextWindow(said, snapshot, now);
    switch (snapshot.project.state) {
    case MigrationState::Preparing:
        answerBefore(said, board);
        break;
    case MigrationState::RolledBack: {
        answerBefore(said, board);
        // Where things stand comes first; whether one may go again is what the sentence below says.
        const Run* run = snapshot.lastRun(RunKind::Rollback);
        said.answer = {u"board.rolled-back"_s, {{u"at"_s, run ? iso(run->endedAt) : QString()}}, {}};
        break;
    }
    case MigrationState::CutoverRunning:
        said.look = CheckpointState::InProgress;
        said.answer = {u"board.cutover-running"_s, {}, {PageId::Cutover, {}, 0}};
        said.why = {u"board.why-cutover-running"_s, {}, {}};
        break;
    case MigrationState::RollbackRunning:
        said.look = CheckpointState::InProgress;
        said.answer = {u"board.rollback-running"_s, {}, {PageId::Cutover, {}, 0}};
        said.why = {u"board.why-rollback-running"_s, {}, {}};
        break;
    case MigrationState::CutOver:
        answerAfterCutover(said, board, snapshot, now);
        break;
    case MigrationState::Committed: {
        answerAfterCutover(said, board, snapshot, now);
        said.answer = {u"board.committed"_s, {}, {}};
        const Evidence* line = snapshot.lastEvidence(evidence::MigrationCommitted);
        said.nextTitle = {u"board.next-committed"_s, {}, {}};
        said.next = line ? line->at : QDateTime();
        said.nextFact = {};
        break;
    }
    }
    if (!snapshot.ledger.intact) {
        // Evidence that was tampered with proves nothing, whatever the rows say.
        said.look = CheckpointState::Blocked;
        said.answer = {u"board.ledger-broken"_s, {}, {}};
        said.why = {snapshot.ledger.code.isEmpty() ? u"ledger.truncated"_s : snapshot.ledger.code,
                    {{u"entry"_s, snapshot.ledger.firstBad}},
                    {}};
    }
    return said;
}

} // namespace bascule
