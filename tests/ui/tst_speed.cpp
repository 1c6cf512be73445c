// SPDX-License-Identifier: GPL-3.0-or-later
// The speed of a transfer, chosen where its progress shows: a real copy under way, the real window, the project's file.
#include "UiRig.h"

#include "core/engine/Pace.h"
#include "core/hosts/Host.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/StepRail.h"
#include "ui/wizard/SpeedMenu.h"

#include <QApplication>
#include <QDoubleSpinBox>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace bascule;
using namespace bascule::ui;

namespace {

constexpr qint64 kSize = 8'000'000;

/// Copies a folder as the runbook's steps do, at the job's pace.
class CopyJob final : public Job
{
public:
    CopyJob(QString from, QString to)
        : m_from(std::move(from))
        , m_to(std::move(to))
    {
    }
    Item title() const override { return {u"job.sync"_s, {{u"source"_s, u"vega"_s}, {u"target"_s, u"altair"_s}}, {}}; }
    Outcome run(JobContext& context) override
    {
        engine::SyncOptions options;
        options.pace = context.progress.pace(u"old"_s);
        const auto report = syncPlaces(HostPath(m_from.toStdString()), HostPath(m_to.toStdString()), options,
                                       context.progress.part(u"phase.sync"_s), context.stop);
        if (!report)
            return Outcome::failed(report.error());
        return report->cancelled ? Outcome::cancelled() : Outcome::succeeded(report->verified);
    }

private:
    const QString m_from, m_to;
};

} // namespace

class SpeedTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiRig> rig;

    const WorkView& work() const { return rig->wizard().rail()->work()->view(); }
    LinkButton* link() const { return rig->wizard().rail()->work()->findChild<LinkButton*>(u"speed"_s); }
    /// Opens the menu by its link, and chooses.
    bool choose(const QString& action)
    {
        if (!link()->isVisible())
            return false;
        QTest::mouseClick(link(), Qt::LeftButton);
        QMenu* menu = nullptr;
        if (!rig->waitFor([&] { return (menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) != nullptr; }))
            return false;
        auto* found = menu->findChild<QAction*>(action);
        if (found)
            found->trigger();
        menu->close();
        return found != nullptr;
    }
    bool remembered(qint64 rate, bool polite) const
    {
        return rig->waitFor([=, this] {
            return rig->snapshot().project.copyRate == rate && rig->snapshot().project.copyPolite == polite;
        });
    }

private slots:
    void initTestCase()
    {
        rig = std::make_unique<UiRig>(Language::English);
        Project project;
        project.name = u"Maison Delorme"_s;
        project.language = Language::English;
        rig->context().newProject(rig->path(u"firm.bascule"_s), project);
        QVERIFY2(rig->waitFor([this] { return rig->context().hasProject(); }), qPrintable(rig->complaint()));
        QVERIFY(QDir().mkpath(rig->path(u"S"_s)));
        QFile large(rig->path(u"S/large"_s));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.write(QByteArray(kSize, 'x')) == kSize);
    }
    void cleanupTestCase() { rig.reset(); }

    void chosenWhileItRuns()
    {
        QVERIFY(!link()->isVisible());
        rig->context().setSpeed({2000, false}); // it would take an hour
        const JobId id = rig->context().startJob(std::make_unique<CopyJob>(rig->path(u"S"_s), rig->path(u"D"_s)));
        QVERIFY(rig->waitFor([&] { return link()->isVisible(); }));
        QCOMPARE(link()->text(), u"Speed: at most 2\u00a0kB/s"_s);
        QVERIFY(remembered(2000, false));

        QVERIFY(choose(u"speed-polite"_s));
        QVERIFY(rig->waitFor([&] { return link()->text().endsWith(u"going easy"_s); }));
        QVERIFY(remembered(2000, true));
        QVERIFY(choose(u"speed-polite"_s));
        QVERIFY(remembered(2000, false));

        rig->context().setLanguage(Language::French);
        QVERIFY(rig->waitFor([&] { return link()->text() == u"Vitesse\u00a0: 2\u00a0ko/s au plus"_s; }));
        QVERIFY(choose(u"speed-other"_s));
        QVERIFY(rig->waitFor([&] { return rig->dialog() != nullptr; }));
        rig->shootDialog(u"dialog-speed"_s);
        rig->dialog()->reject();
        QVERIFY(rig->waitFor([&] { return rig->dialog() == nullptr; }));
        rig->context().setLanguage(Language::English);
        QVERIFY(choose(u"speed-other"_s));
        QVERIFY(rig->waitFor([&] { return rig->dialog() != nullptr; }));
        rig->shootDialog(u"dialog-speed"_s);
        rig->dialog()->findChild<QDoubleSpinBox*>()->setValue(0.1);
        QVERIFY(rig->verb());
        QVERIFY(remembered(100'000, false));
        QVERIFY(rig->waitFor([&] { return link()->text() == u"Speed: at most 100\u00a0kB/s"_s; }));
        QCOMPARE(work().id, id);
        QVERIFY(work().running);

        QVERIFY(choose(u"speed-0"_s));
        QVERIFY(rig->idle());
        QVERIFY(remembered(0, false));
        QCOMPARE(QFileInfo(rig->path(u"D/large"_s)).size(), kSize);
        QVERIFY(!link()->isVisible());
    }

    /// What the project says holds from the first byte of the next transfer on.
    void theNextTransferBeginsSo()
    {
        rig->context().setSpeed({1000, true});
        QVERIFY(remembered(1000, true));
        const QString file = rig->snapshot().file;
        rig->context().closeProject();
        rig->context().openProject(file);
        QVERIFY(rig->waitFor([this] { return rig->context().hasProject(); }));
        rig->context().startJob(std::make_unique<CopyJob>(rig->path(u"S"_s), rig->path(u"D2"_s)));
        QVERIFY(rig->waitFor([&] { return link()->isVisible(); }));
        QCOMPARE(link()->text(), u"Speed: at most 1\u00a0kB/s, going easy"_s);
        QVERIFY(!QFile::exists(rig->path(u"D2/large"_s)));
        rig->shootInBoth(u"speed"_s);
        rig->context().setSpeed({});
        QVERIFY(rig->idle());
        QVERIFY(QFile::exists(rig->path(u"D2/large"_s)));
    }

    void whatHoldsItBackIsSaid()
    {
        JobRunner& runner = rig->context().session()->runner();
        std::atomic<bool> ended{false};
        struct HeldJob final : Job
        {
            explicit HeldJob(std::atomic<bool>& until)
                : end(until)
            {
            }
            Item title() const override { return {u"job.sync"_s, {{u"source"_s, u"a"_s}, {u"target"_s, u"b"_s}}, {}}; }
            Outcome run(JobContext& context) override
            {
                context.progress.pace(u"old"_s)->tell({engine::BusyWith::Load, 7.8, 2, false});
                while (!end && !context.stop.stop_requested())
                    QThread::msleep(5);
                return Outcome::succeeded();
            }
            std::atomic<bool>& end;
        };
        runner.start(std::make_unique<HeldJob>(ended));
        QVERIFY(rig->waitFor([&] { return !work().held.isEmpty(); }));
        QCOMPARE(work().held, u"Going slowly: the old server is busy (load 7.8 on 2 processors)"_s);
        rig->shootInBoth(u"speed-held"_s);
        const auto labels = rig->wizard().rail()->work()->findChildren<TextLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const TextLabel* label) {
            return label->isVisible() && label->text() == work().held;
        }));
        QVERIFY(rig->wizard().rail()->work()->accessibleName().contains(work().held));
        ended = true;
        QVERIFY(rig->idle());
    }
};

QTEST_MAIN(SpeedTest)
#include "tst_speed.moc"
