// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small migration that is ready for its cutover, made anew for every test.
#include "core/cutover/Cutover.h"
#include "core/engine/Freeze.h"
#include "tests/fault/cutover/Gate.h"

#include <QTest>

using namespace bascule;
using namespace bascule::fixture;

class CutoverRig : public QObject
{
protected:
    std::unique_ptr<Folder> m_dir;
    Places at;
    FixedClock m_clock{QDateTime::currentDateTimeUtc()};
    SystemClock m_real;
    std::shared_ptr<ProjectStore> m_store;
    KeptWatches* m_watches = nullptr; ///< the test's own, for one test

    void setUp(const Clock& clock)
    {
        m_dir = std::make_unique<Folder>();
        at.root = m_dir->path();
        qputenv("BASCULE_STATE_DIR", QByteArray::fromStdString(at.root + "/state"));
        makeTrees(at);
        m_store = makeProject(at, clock);
        const auto gate = openGate(*m_store);
        QVERIFY2(gate, gate ? "" : gate.error().code.c_str());
    }
    void tearDown()
    {
        m_watches = nullptr;
        m_seen.reset();
        m_store.reset();
        m_dir.reset();
    }
    template <class J, class... A>
    Outcome run(A&&... args)
    {
        J job(std::forward<A>(args)...);
        Bench bench{*m_store, m_store->clock(), {}, {}, m_watches};
        return bench.run(job);
    }
    static QString code(const Outcome& outcome)
    {
        return outcome.error ? QString::fromStdString(outcome.error->code) : QString();
    }
    MigrationState state() const { return m_store->snapshot()->project.state; }
    static bool frozen(const std::string& root)
    {
        const auto lock = engine::frozenBy(root);
        return lock && lock.value();
    }
    /// The newest of that code; stays until the next call.
    const RunStep* stepOf(const char* code)
    {
        m_seen = m_store->snapshot();
        const RunStep* found = nullptr;
        for (const RunStep& step : m_seen->runSteps) {
            if (step.code == QLatin1String(code))
                found = &step;
        }
        return found;
    }
    /// What the last run's sync of the whole source says of how it found changes.
    QString wayOfSync()
    {
        const QJsonArray proof = stepOf("sync")->proof;
        for (const QJsonValue item : proof) {
            const QString what = item[u"code"].toString();
            if (what.startsWith(u"proof.sync-"))
                return what + u' ' + item[u"params"][u"reason"].toString();
        }
        return {};
    }

private:
    SnapshotPtr m_seen;
};
