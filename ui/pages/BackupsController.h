// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backups/Backups.h"
#include "ui/pages/Parts.h"

#include <QCoreApplication>

namespace bascule::ui {

/// What the Backups page shows and does: one row an asset, one column a proof, and the way back as the last row. Views
/// are pure; intents are jobs and writes. GUI thread.
class BackupsController
{
    Q_DECLARE_TR_FUNCTIONS(bascule::ui::BackupsController)
public:
    explicit BackupsController(AppContext& context)
        : m_context(context)
    {
    }

    enum class Shown { Critical, Open, All };

    static QList<Row> rows(const Snapshot& snapshot, Shown shown, const QDateTime& now, const text::Phrasebook& words);
    /// Of an asset and one of its backups (0: the newest).
    static Details assetDetails(const Snapshot& snapshot, Id asset, Id backup, const QDateTime& now, const QString& off,
                                const QString& busy, const text::Phrasebook& words);
    static Details rollbackDetails(const Snapshot& snapshot, const QDateTime& now, const QString& off,
                                   const text::Phrasebook& words);
    /// Backups of an asset, newest first.
    static std::vector<const Backup*> backupsOf(const Snapshot& snapshot, Id asset);
    /// True while the proof of its restore is younger than the project wants it.
    static bool isFresh(const Snapshot& snapshot, const Backup& backup, const QDateTime& now);
    /// True when the asset has a fresh restore within its objective.
    static bool isProven(const Snapshot& snapshot, const Asset& asset, const QDateTime& now);
    /// A rollback plan to begin with, made of what the project knows.
    static QString draftPlan(const Snapshot& snapshot, const text::Phrasebook& words);
    static QList<Choice> kindChoices();

    void discover();
    void readAll();
    void restoreAll();
    void restoreOne(Id backup);
    void readOne(Id backup);
    void backUpAndTest(Id asset);
    void add(const NewBackup& backup);
    void remove(Id backup);
    void writePlan(const QString& text, const QString& by);

private:
    AppContext& m_context;
};

} // namespace bascule::ui
