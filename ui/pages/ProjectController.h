// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/Parts.h"
#include "ui/widgets/CheckpointStrip.h"

#include <QCoreApplication>

namespace bascule::ui {

/// A project that was opened on this machine before.
struct RecentProject
{
    QString file, name;
    QDateTime openedAt;
    bool operator==(const RecentProject&) const = default;
};

/// What the Project page shows and does. Views are pure; intents write through the context. GUI thread.
class ProjectController
{
    Q_DECLARE_TR_FUNCTIONS(bascule::ui::ProjectController)
public:
    explicit ProjectController(AppContext& context)
        : m_context(context)
    {
    }

    /// The settings, in the order shown; a row's id is its number + 1.
    enum class Setting {
        Name,
        Language,
        Recovery,
        Rollback,
        Availability,
        Observation,
        Evidence,
        Rehearsal,
        SwitchLink,
        Owners
    };

    /// How owners are kept, in words.
    static QString ownersWord(engine::OwnersBy owners);
    static QList<Row> personRows(const Snapshot& snapshot, const text::Phrasebook& words);
    static QList<Row> settingRows(const Snapshot& snapshot, const text::Phrasebook& words);
    static QList<Row> recentRows(const QList<RecentProject>& recent, const QDateTime& now,
                                 const text::Phrasebook& words);
    static Details personDetails(const Snapshot& snapshot, Id person, const QString& off,
                                 const text::Phrasebook& words);
    static Details settingDetails(const Snapshot& snapshot, Setting setting, const QString& off,
                                  const text::Phrasebook& words);
    static Details recentDetails(const RecentProject& recent, const QDateTime& now, const text::Phrasebook& words);
    /// What the project as a whole still lacks: people of IT and of the business.
    static StripState strip(const Snapshot& snapshot, bool open, const text::Phrasebook& words);
    static QList<Choice> roleChoices(const text::Phrasebook& words);
    /// Why a name cannot be taken ("" if it can): empty, or somebody has it.
    static QString whyNotName(const Snapshot& snapshot, const QString& name, Id except = 0);

    void savePerson(const Person& person);
    void editPerson(Id person, const QString& field, const QString& value);
    void removePerson(Id person);
    void editSetting(const QString& field, const QString& value);

    /// The projects opened lately, newest first, and the one that is open put in front.
    QList<RecentProject> recent() const;
    void remember(const Snapshot& snapshot);
    void forget(const QString& file);

private:
    AppContext& m_context;
};

} // namespace bascule::ui
