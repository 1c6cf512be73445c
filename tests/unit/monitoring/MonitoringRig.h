// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A real project file over real folders, and a clock that tests move.
#include "core/monitoring/Baseline.h"
#include "core/monitoring/Checkpoint.h"
#include "core/monitoring/Checks.h"
#include "core/monitoring/Rounds.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace bascule;
using namespace Qt::StringLiterals;

class MonitoringRig : public QObject
{
protected:
    static QDateTime utc(const char* iso)
    {
        return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toUTC();
    }

    static QStringList missing(const Checkpoint& checkpoint)
    {
        QStringList list;
        for (const Item& item : checkpoint.missing)
            list.append(item.code);
        return list;
    }

    void setUp()
    {
        m_clock.set(utc("2026-12-05T16:00:00Z"));
        m_dir = std::make_unique<QTemporaryDir>();
        Project project;
        project.name = u"Maison Delorme"_s;
        project.observationHours = 1;
        auto made = ProjectStore::create(m_dir->filePath(u"firm.bascule"_s), project, m_clock);
        QVERIFY(made);
        m_store = made.value();
        for (const char* server : {"old", "new"}) {
            put(server, u"srv/compta/a.txt"_s);
            put(server, u"srv/archives/b.txt"_s);
        }
        QVERIFY(write([&](StoreTx& tx) -> Result<void> {
            Server source{0, u"vega"_s, ServerRole::Source, ServerKind::Local, m_dir->filePath(u"old"_s).toUtf8(), {}};
            Server target{0, u"altair"_s, ServerRole::Target, ServerKind::Local, m_dir->filePath(u"new"_s).toUtf8(),
                          {}};
            for (Server* server : {&source, &target}) {
                if (auto id = tx.insert(*server); !id)
                    return id.error();
            }
            for (const char* name : {"compta", "archives"}) {
                Asset share;
                share.server = source.id;
                share.kind = AssetKind::Share;
                share.name = QString::fromLatin1(name);
                share.path = QByteArray("srv/") + name;
                share.files = 1;
                share.critical = true;
                share.key = share.name;
                if (auto id = tx.insert(share); !id)
                    return id.error();
            }
            return {};
        }));
    }

    Result<void> write(ProjectStore::Write change) { return m_store->write(std::move(change)); }

    void put(const char* server, const QString& relative)
    {
        const QString path = m_dir->filePath(QString::fromLatin1(server) + u'/' + relative);
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x");
    }

    void addChecks()
    {
        const auto proposals = proposeChecks(*m_store->snapshot());
        QVERIFY(write([&](StoreTx& tx) -> Result<void> {
            for (const Check& proposal : proposals) {
                if (auto id = setCheck(tx, proposal); !id)
                    return id.error();
            }
            return {};
        }));
    }

    void ready()
    {
        addChecks();
        QVERIFY(run(BaselineJob(3, std::chrono::milliseconds(1))).good);
    }

    void setState(MigrationState state)
    {
        QVERIFY(write([&](StoreTx& tx) -> Result<void> {
            Project project = m_store->snapshot()->project;
            project.state = state;
            project.cutoverAt = state == MigrationState::CutOver ? m_clock.now() : project.cutoverAt;
            return tx.update(project);
        }));
    }
    void cutOver()
    {
        m_clock.set(m_clock.now().addSecs(60));
        setState(MigrationState::CutOver);
    }

    template <class J>
    Outcome run(J job)
    {
        Progress progress;
        JobContext context{m_store.get(), m_clock, {}, progress};
        return job.run(context);
    }
    /// A round a minute after the one before.
    Outcome round()
    {
        m_clock.set(m_clock.now().addSecs(60));
        return run(CheckRunJob());
    }

    Checkpoint check() const { return monitoringCheckpoint(*m_store->snapshot(), m_clock.now()); }

    /// Two checks with their baselines, one hour of observation, just cut over.
    static Snapshot watched()
    {
        Snapshot snapshot;
        snapshot.project.observationHours = 1;
        snapshot.project.state = MigrationState::CutOver;
        snapshot.project.cutoverAt = utc("2026-12-06T04:00:00Z");
        snapshot.servers = {{1, u"vega"_s, ServerRole::Source, ServerKind::Local, "/old", {}},
                            {2, u"altair"_s, ServerRole::Target, ServerKind::Local, "/new", {}}};
        for (Id id = 1; id <= 2; ++id) {
            Asset asset;
            asset.id = id;
            asset.server = 1;
            asset.critical = true;
            snapshot.assets.push_back(asset);
            Check one;
            one.id = id;
            one.asset = id;
            one.kind = u"tree"_s;
            one.name = QString::number(id);
            one.baseline = {{u"p95Ms"_s, 1.0}};
            one.baselineEvidence = id;
            snapshot.checks.push_back(one);
            Evidence line;
            line.id = id;
            line.at = snapshot.project.cutoverAt.addDays(-1);
            line.kind = QLatin1String(evidence::BaselineMeasured);
            line.data = {{u"check"_s, id}};
            snapshot.evidence.push_back(line);
        }
        return snapshot;
    }

    static void addRound(Snapshot& snapshot, const QDateTime& at, const QJsonArray& down, const QJsonArray& unknown)
    {
        Evidence line;
        line.id = Id(snapshot.evidence.size()) + 1;
        line.at = at;
        line.kind = QLatin1String(evidence::MonitoringRound);
        line.data = {{u"everySeconds"_s, 60}, {u"downChecks"_s, down}, {u"unknownChecks"_s, unknown}};
        snapshot.evidence.push_back(line);
    }

    FixedClock m_clock{QDateTime()};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::shared_ptr<ProjectStore> m_store;
};
