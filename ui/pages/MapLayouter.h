// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dependencies/Layout.h"

#include <QObject>

#include <memory>
#include <thread>

namespace bascule::ui {

/// Has the dependency map laid out on a thread of its own, so that the GUI thread never waits for Graphviz. Lives on
/// the GUI thread; the newest request wins. The destructor asks the thread to stop and joins it.
class MapLayouter : public QObject
{
    Q_OBJECT
public:
    explicit MapLayouter(QObject* parent = nullptr);
    ~MapLayouter() override;

    /// Lays out the map of `snapshot` unless its boxes and lines are those of the last request.
    void request(const SnapshotPtr& snapshot);
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void ready(const bascule::MapLayout& layout);
    void failed(const bascule::Error& error);

private:
    void take(quint64 number, Result<MapLayout> result);

    QByteArray m_asked; ///< what the last request would draw
    quint64 m_number = 0;
    bool m_busy = false;
    std::jthread m_thread;
};

} // namespace bascule::ui
