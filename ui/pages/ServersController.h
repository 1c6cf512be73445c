// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/Parts.h"
#include "ui/widgets/CheckpointStrip.h"

#include <QCoreApplication>

namespace bascule::ui {

/// What the Servers page shows and does. Views are pure; intents are jobs and writes. GUI thread.
class ServersController
{
    Q_DECLARE_TR_FUNCTIONS(bascule::ui::ServersController)
public:
    explicit ServersController(AppContext& context)
        : m_context(context)
    {
    }

    /// What the last look at a server's folder said.
    struct Look
    {
        bool known = false, good = false, readOnly = false;
        qint64 bytesFree = 0, bytesTotal = 0;
        QJsonObject error;
        QJsonArray lines; ///< of the connection test of a server over SSH
        QDateTime at;
    };
    static Look lastLook(const Snapshot& snapshot, const Server& server);

    static QList<Row> rows(const Snapshot& snapshot, const QDateTime& now, const text::Phrasebook& words);
    static Details details(const Snapshot& snapshot, Id server, const QDateTime& now, const QString& off,
                           const text::Phrasebook& words);
    static StripState strip(const Snapshot& snapshot, const text::Phrasebook& words);
    /// The role to offer for the next server.
    static ServerRole nextRole(const Snapshot& snapshot);
    static QString roleMeaning(ServerRole role);
    static QList<Choice> roleChoices(const text::Phrasebook& words);
    static bool complete(const Snapshot& snapshot);

    /// Writes it and then looks at its folder. `done` says whether it was kept; an error is shown on the page.
    void save(const Server& server, std::function<void(bool)> done = {});
    void edit(Id server, const QString& field, const QString& value);
    void remove(Id server);
    void check();
    /// Connects anew to a server over SSH and looks at it line by line.
    void testConnection(Id server);
    /// Where it is: its folder, or its address and its folder there.
    static QString placeOf(const Server& server);

private:
    AppContext& m_context;
};

} // namespace bascule::ui
