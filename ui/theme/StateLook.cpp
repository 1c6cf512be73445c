// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/StateLook.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bascule::ui {

Look lookOf(CheckpointState state)
{
    switch (state) {
    case CheckpointState::NotStarted:
        return Look::NotStarted;
    case CheckpointState::InProgress:
        return Look::InProgress;
    case CheckpointState::Blocked:
        return Look::Blocked;
    case CheckpointState::Passed:
        return Look::Passed;
    case CheckpointState::Expired:
        return Look::Expired;
    case CheckpointState::Waived:
        return Look::Waived;
    }
    return Look::Unknown;
}

Look lookOf(FindingSeverity severity)
{
    return severity == FindingSeverity::Blocking ? Look::Blocking
           : severity == FindingSeverity::ToFix  ? Look::ToFix
                                                 : Look::Note;
}

Look lookOf(ReadState state)
{
    return state == ReadState::NotRead ? Look::Waiting : state == ReadState::Intact ? Look::Passed : Look::Failed;
}

Look lookOf(RestoreState state)
{
    return state == RestoreState::NotTested  ? Look::Waiting
           : state == RestoreState::Restored ? Look::Passed
                                             : Look::Failed;
}

Look lookOf(ScenarioState state)
{
    return state == ScenarioState::NotRun   ? Look::Waiting
           : state == ScenarioState::Passed ? Look::Passed
                                            : Look::Failed;
}

Look lookOf(StepState state)
{
    switch (state) {
    case StepState::Waiting:
    case StepState::Skipped:
        return Look::Waiting;
    case StepState::Running:
        return Look::InProgress;
    case StepState::Verified:
        return Look::Passed;
    case StepState::Failed:
        return Look::Failed;
    case StepState::Undone:
        return Look::Note;
    }
    return Look::Unknown;
}

Look lookOf(RunState state)
{
    switch (state) {
    case RunState::Running:
        return Look::InProgress;
    case RunState::Succeeded:
        return Look::Passed;
    case RunState::Failed:
        return Look::Failed;
    case RunState::Cancelled:
    case RunState::RolledBack:
        return Look::Note;
    }
    return Look::Unknown;
}

Look lookOf(CheckState state)
{
    switch (state) {
    case CheckState::NotRun:
        return Look::Waiting;
    case CheckState::Up:
        return Look::Passed;
    case CheckState::Degraded:
        return Look::ToFix;
    case CheckState::Down:
        return Look::Failed;
    case CheckState::Unknown:
        return Look::Unknown;
    }
    return Look::Unknown;
}

Look lookOf(DependencyState state)
{
    return state == DependencyState::Confirmed   ? Look::Passed
           : state == DependencyState::Dismissed ? Look::Note
                                                 : Look::InProgress;
}

QString iconOf(Look look)
{
    switch (look) {
    case Look::None:
        return {};
    case Look::NotStarted:
    case Look::Waiting:
        return u"ring"_s;
    case Look::InProgress:
        return u"in-progress"_s;
    case Look::Blocked:
    case Look::Blocking:
        return u"blocked"_s;
    case Look::Passed:
        return u"passed"_s;
    case Look::Expired:
        return u"expired"_s;
    case Look::Waived:
        return u"waived"_s;
    case Look::ToFix:
        return u"warning"_s;
    case Look::Note:
        return u"note"_s;
    case Look::Failed:
        return u"failed"_s;
    case Look::Unknown:
        return u"unknown"_s;
    }
    return {};
}

Token tokenOf(Look look)
{
    switch (look) {
    case Look::None:
        return Token::Text;
    case Look::NotStarted:
    case Look::Waiting:
    case Look::Unknown:
        return Token::Muted;
    case Look::InProgress:
    case Look::Note:
        return Token::Accent;
    case Look::Blocked:
    case Look::Blocking:
    case Look::Failed:
        return Token::Bad;
    case Look::Passed:
        return Token::Ok;
    case Look::Expired:
    case Look::ToFix:
        return Token::Warn;
    case Look::Waived:
        return Token::Waive;
    }
    return Token::Text;
}

Token softTokenOf(Look look)
{
    switch (tokenOf(look)) {
    case Token::Bad:
        return Token::BadSoft;
    case Token::Ok:
        return Token::OkSoft;
    case Token::Warn:
        return Token::WarnSoft;
    case Token::Waive:
        return Token::WaiveSoft;
    case Token::Accent:
        return Token::Sel;
    default:
        return Token::Base;
    }
}

QString wordOf(Look look)
{
    const auto say = [](const char* word) { return QCoreApplication::translate("bascule::ui::Look", word); };
    switch (look) {
    case Look::None:
        return {};
    case Look::NotStarted:
        return say(QT_TRANSLATE_NOOP("bascule::ui::Look", "Not started"));
    case Look::InProgress:
        return say(QT_TRANSLATE_NOOP("bascule::ui::Look", "In progress"));
    case Look::Blocked:
        return say(QT_TRANSLATE_NOOP("bascule::ui::Look", "Blocked"));
    case Look::Passed:
        return say(QT_TRANSLATE_NOOP("bascule::ui::Look", "Passed"));
    case Look::Expired:
        return say(QT_TRANSLATE_NOOP("bascule::ui::Look", "Expired"));
    case Look::Waived:
        return say(QT_TRANSLATE_NOOP("bascule::ui::Look", "Waived"));
    case Look::Blocking:
        return say(QT_TRANSLATE_NOOP("bascule::ui::Look", "Blocking"));
    case Look::ToFix:
        return say(QT_TRANSLATE_NOOP("bascule::ui::Look", "To fix"));
    case Look::Note:
        return say(QT_TRANSLATE_NOOP("bascule::ui::Look", "Good to know"));
    case Look::Failed:
        return say(QT_TRANSLATE_NOOP("bascule::ui::Look", "Failed"));
    case Look::Waiting:
        return say(QT_TRANSLATE_NOOP("bascule::ui::Look", "Waiting"));
    case Look::Unknown:
        return say(QT_TRANSLATE_NOOP("bascule::ui::Look", "Unknown"));
    }
    return {};
}

QString iconOf(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Share:
        return u"share"_s;
    case AssetKind::Application:
        return u"web"_s;
    case AssetKind::Database:
        return u"database"_s;
    case AssetKind::Service:
        return u"service"_s;
    case AssetKind::Task:
        return u"task"_s;
    case AssetKind::Backups:
        return u"archive"_s;
    case AssetKind::Files:
        return u"file"_s;
    }
    return u"file"_s;
}

} // namespace bascule::ui
