// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/Session.h"

#include <QPointer>
#include <QThreadPool>

namespace bascule {

Session::Session(std::shared_ptr<ProjectStore> store, const Clock& clock, ConnectionsForJob connections,
                 std::shared_ptr<KeptWatches> watches)
    : m_clock(clock)
    , m_store(std::move(store))
    , m_runner(m_store, clock, std::move(connections))
{
    if (watches)
        m_runner.serveWindow(std::move(watches));
}

namespace {
/// Carries a result from a pool thread to the thread it lives on; deletes itself there.
class Courier : public QObject
{
};
} // namespace

void Session::openLater(const QString& file, OpenMode mode, std::optional<Project> fresh, const Clock& clock,
                        QObject* context, Opened done)
{
    auto* courier = new Courier;
    courier->moveToThread(context->thread());
    QPointer<QObject> guard(context);
    QThreadPool::globalInstance()->start([=, &clock] {
        auto opened = fresh ? ProjectStore::create(file, *fresh, clock) : ProjectStore::open(file, mode, clock);
        QMetaObject::invokeMethod(
            courier,
            [courier, guard, done, opened = std::move(opened)]() mutable {
                courier->deleteLater();
                // guard is only read on the thread that its object lives on.
                if (guard)
                    done(std::move(opened));
            },
            Qt::QueuedConnection);
    });
}

} // namespace bascule
