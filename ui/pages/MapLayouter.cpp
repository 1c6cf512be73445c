// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/MapLayouter.h"

#include <QDataStream>
#include <QIODevice>

namespace bascule::ui {

namespace {

/// Everything that moves a box or a line; decisions only change how they are drawn.
QByteArray shapeOf(const MapGraph& graph)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    for (const MapPoint& point : graph.points)
        out << point.id << point.server << point.name;
    for (const MapLink& link : graph.links)
        out << link.dependency << link.from << link.to;
    return bytes;
}

} // namespace

MapLayouter::MapLayouter(QObject* parent)
    : QObject(parent)
{
}

MapLayouter::~MapLayouter()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void MapLayouter::request(const SnapshotPtr& snapshot)
{
    const QByteArray shape = shapeOf(mapGraph(*snapshot));
    if (shape == m_asked)
        return;
    m_asked = shape;
    const quint64 number = ++m_number;
    m_busy = true;
    m_thread.request_stop();
    // The thread before it ends within a moment; the new one waits for it so that the GUI thread need not.
    auto before = std::make_shared<std::jthread>(std::move(m_thread));
    m_thread = std::jthread([this, snapshot, number, before](const std::stop_token& stop) {
        if (before->joinable())
            before->join();
        Result<MapLayout> result = layoutMap(*snapshot, stop);
        if (stop.stop_requested())
            return;
        QMetaObject::invokeMethod(
            this, [this, number, result = std::move(result)]() mutable { take(number, std::move(result)); },
            Qt::QueuedConnection);
    });
}

void MapLayouter::take(quint64 number, Result<MapLayout> result)
{
    if (number != m_number)
        return;
    m_busy = false;
    if (result) {
        Q_EMIT ready(*result);
    } else {
        m_asked.clear();
        Q_EMIT failed(result.error());
    }
}

} // namespace bascule::ui
