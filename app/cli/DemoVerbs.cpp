// SPDX-License-Identifier: GPL-3.0-or-later
// demo: a small company's server, migrated whole.
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/board/Board.h"
#include "core/demo/Walk.h"
#ifdef BASCULE_WITH_PRINT
#include "ui/print/PdfReport.h"
#endif

#include <QDir>
#include <QFile>

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

/// Seeding as a job, so that it can be cancelled like any other.
class SeedJob final : public Job
{
public:
    SeedJob(Path dir, DemoOptions options)
        : m_dir(std::move(dir))
        , m_options(options)
        , m_places(std::make_shared<DemoPlaces>())
    {
    }
    Item title() const override { return {u"job.demo-seed"_s, {}, {}}; }
    Outcome run(JobContext& context) override
    {
        context.progress.part(u"demo.seeding"_s);
        auto made = seedDemo(m_dir, m_options, context.stop);
        if (made) {
            *m_places = *made;
            return Outcome::succeeded();
        }
        return made.error().code == "cancelled" ? Outcome::cancelled() : Outcome::failed(made.error());
    }
    std::shared_ptr<const DemoPlaces> places() const { return m_places; }

private:
    Path m_dir;
    DemoOptions m_options;
    std::shared_ptr<DemoPlaces> m_places;
};

QStringList reportsIn(const DemoPlaces& places)
{
    const QDir folder(QFile::decodeName(places.reports));
    QStringList files;
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name))
        files += folder.filePath(name);
    return files;
}

QJsonObject document(const Invocation& call, const DemoPlaces& places, const Snapshot& snapshot)
{
    QJsonArray checkpoints;
    for (const Checkpoint& checkpoint : computeBoard(snapshot, call.clock.now()).checkpoints)
        checkpoints.append(
            QJsonObject{{u"step"_s, enumName(checkpoint.step)}, {u"state"_s, enumName(checkpoint.state)}});
    return {{u"folder"_s, displayPath(places.root)},
            {u"project"_s, places.project},
            {u"state"_s, enumName(snapshot.project.state)},
            {u"checkpoints"_s, checkpoints},
            {u"reports"_s, QJsonArray::fromStringList(reportsIn(places))},
            {u"ledgerIntact"_s, snapshot.ledger.intact},
            {u"evidence"_s, qint64(snapshot.evidence.size())}};
}

void printEnd(const Invocation& call, const DemoPlaces& places, const Snapshot& snapshot)
{
    call.console.line();
    printBoard(call, snapshot);
    call.console.line();
    const QJsonObject params{{u"entry"_s, snapshot.ledger.firstBad}, {u"count"_s, snapshot.ledger.entries}};
    call.console.line(call.words.say(snapshot.ledger.intact ? u"ledger.intact"_s : snapshot.ledger.code, params));
    call.console.line(Tr::tr("Project: %1").arg(places.project));
    for (const QString& report : reportsIn(places))
        call.console.line(Tr::tr("Report: %1").arg(report));
}

DemoWalk walkOf(const Invocation& call, bool prepareOnly)
{
    DemoWalk walk{call.clock, call.words.language(), prepareOnly, {}, {}, {}, {}, {}};
    walk.run = [&call](const StorePtr& store, std::unique_ptr<Job> job) { return runJob(call, store, std::move(job)); };
#ifdef BASCULE_WITH_PRINT
    walk.pdfReport = [](const QString& path, Language language) -> std::unique_ptr<Job> {
        return std::make_unique<PdfReportJob>(path, language);
    };
#endif
    walk.say = [&call](const Item& item) { call.console.line(u"• "_s + call.words.say(item)); };
    walk.showPlan = [&call](const Snapshot& snapshot) {
        call.console.line();
        printRunbook(call, snapshot);
        call.console.line();
    };
    return walk;
}

/// A demo that is there already: ready is as good as made when only that was asked for.
std::optional<int> alreadyThere(const Invocation& call, const Path& dir, bool prepareOnly)
{
    const auto state = demoState(dir);
    if (!state)
        return call.console.fail(state.error());
    if (*state == DemoState::None)
        return {};
    if (*state != DemoState::Foreign && call.args.has("again")) {
        if (auto removed = removeDemo(dir); !removed)
            return call.console.fail(removed.error());
        return {};
    }
    if (*state == DemoState::Prepared && prepareOnly) {
        const QByteArray real = QFile::encodeName(QDir(QFile::decodeName(dir)).canonicalPath());
        const DemoPlaces places = demoPlaces(real);
        call.console.line(Tr::tr("The demo is ready: %1").arg(places.project));
        call.console.document({{u"folder"_s, displayPath(places.root)}, {u"project"_s, places.project}});
        return Good;
    }
    const char* code = *state == DemoState::Foreign       ? "demo.not-empty"
                       : *state == DemoState::Interrupted ? "demo.interrupted"
                                                          : "demo.there";
    return call.console.fail(makeError(code, displayPath(dir)));
}

int runDemo(const Invocation& call)
{
    const Path dir = absolutePath(call.args.at(0));
    const bool prepareOnly = call.args.has("prepare-only");
    if (const auto exit = alreadyThere(call, dir, prepareOnly))
        return *exit;
    DemoOptions options;
    if (call.args.has("small"))
        options.size = 0.1;
    call.console.line(u"• "_s + call.words.say(u"demo.seeding"_s));
    auto seed = std::make_unique<SeedJob>(dir, options);
    const auto places = seed->places();
    const Outcome seeded = runJob(call, nullptr, std::move(seed));
    if (seeded.kind != Outcome::Kind::Succeeded)
        return finish(call, seeded);
    const auto store = walkDemo(*places, walkOf(call, prepareOnly));
    if (!store) {
        return store.error().code == "cancelled" ? finish(call, Outcome::cancelled())
                                                 : call.console.fail(store.error());
    }
    const SnapshotPtr snapshot = (*store)->snapshot();
    printEnd(call, *places, *snapshot);
    call.console.document(document(call, *places, *snapshot));
    return snapshot->ledger.intact ? Good : NotGood;
}

} // namespace

std::vector<Verb> demoVerbs()
{
    return {
        {"demo",
         "DIR",
         QT_TRANSLATE_NOOP("Cli", "make a small old server, its backups and an empty new one, and migrate them whole"),
         {{"prepare-only", nullptr, QT_TRANSLATE_NOOP("Cli", "stop before the go: a project ready to be cut over")},
          {"again", nullptr, QT_TRANSLATE_NOOP("Cli", "start over: remove the demo that is there")},
          {"small", nullptr, QT_TRANSLATE_NOOP("Cli", "a tenth of the files, for a quick look")}},
         runDemo,
         1,
         1,
         true},
    };
}

} // namespace bascule::cli
