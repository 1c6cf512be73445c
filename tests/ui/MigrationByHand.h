// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A migration by the window's own buttons as far as everything is known and backed up; tst_migration_by_hand goes on.
#include "UiRig.h"

class MigrationByHand : public QObject
{
protected:
    std::unique_ptr<bascule::ui::UiRig> rig;
    bascule::DemoPlaces places;
    const QString kIt = QStringLiteral("Karim Benali");
    const QString kBusiness = QStringLiteral("Sophie Marchand");
    const QString kManagement = QStringLiteral("Claire Vasseur");

    void makeProject(bascule::Language language);
    void nameServers();
    void takeInventory();
    void decideLinks();
    void checkCompatibility();
    void proveBackups();
    bascule::Checkpoint of(bascule::Step step) { return rig->context().board().of(step); }
    /// What a checkpoint still misses, for failures.
    QString open(bascule::Step step);
};
