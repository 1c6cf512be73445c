// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/Console.h"

#include "core/jobs/JobRunner.h"

#include <functional>
#include <memory>
#include <span>

namespace bascule::cli {

/// What a verb has at hand.
struct Invocation
{
    const Arguments& args;
    const Console& console;
    const text::Phrasebook& words;
    const Clock& clock;
    bool languageGiven = false;                  ///< by --language, not by the environment
    std::shared_ptr<SshConnections> connections; ///< closed when the verb is done

    bool json() const { return console.json(); }
    bool yes() const { return args.has("yes"); }
};

/// One verb: its name (one or two words), its arguments as the help shows them ("PROJECT [ID]"), and what runs it.
/// Texts are marked with QT_TRANSLATE_NOOP("Cli", …).
struct Verb
{
    const char* name;
    const char* arguments;
    const char* help;
    std::vector<Option> options;
    int (*run)(const Invocation&);
    int least = 0, most = 0; ///< number of arguments
    bool drawsPages = false; ///< needs Qt's fonts (PDF)
};

/// All verbs, in the order of the help. Each file of verbs adds its own.
const std::vector<Verb>& verbs();

std::vector<Verb> transferVerbs();
std::vector<Verb> projectVerbs();
std::vector<Verb> serverVerbs();
std::vector<Verb> inventoryVerbs();
std::vector<Verb> compatibilityVerbs();
std::vector<Verb> databaseVerbs();
std::vector<Verb> dependencyVerbs();
std::vector<Verb> backupVerbs();
std::vector<Verb> rehearsalVerbs();
std::vector<Verb> planningVerbs();
std::vector<Verb> cutoverVerbs();
std::vector<Verb> monitoringVerbs();
std::vector<Verb> boardVerbs();
std::vector<Verb> demoVerbs();

/// Options that every verb knows.
const std::vector<Option>& commonOptions();

/// Takes argv whole and returns the exit status.
int run(int argc, char** argv);

// ---------------------------------------------------------------- at work

/// Runs a job to its end, with a bar on a terminal; SIGINT and SIGTERM cancel it. With `finish` the first one of them
/// asks that for an end, and only the second one cancels.
Outcome runJob(const Invocation& call, std::shared_ptr<ProjectStore> store, std::unique_ptr<Job> job,
               std::stop_source* finish = nullptr);
/// The exit of a job that ended, its error said; `document` gets the facts for --json of one that succeeded.
int finish(const Invocation& call, const Outcome& outcome, const std::function<QJsonObject()>& document = {});

/// An error as evidence and facts have it (see errorJson()): its sentence and what to do about it.
QString errorSentence(const QJsonObject& error, const text::Phrasebook& words);

using StorePtr = std::shared_ptr<ProjectStore>;
/// Opens the project named by the first argument and hands it to `work`; errors are said.
int withProject(const Invocation& call, OpenMode mode, const std::function<int(const StorePtr&)>& work);
/// The same, writing once: the write's error is said; `after` prints and returns the exit.
int change(const Invocation& call, const ProjectStore::Write& write,
           const std::function<int(const Snapshot&)>& after = {});
/// A write of something new.
using WriteNew = std::function<Result<Id>(StoreTx&)>;
Result<Id> writeNew(ProjectStore& store, const WriteNew& write);
/// change() for it; `after` gets its id.
int changeNew(const Invocation& call, const WriteNew& write, const std::function<int(const Snapshot&, Id)>& after);

/// An argument as an absolute path (bytes).
Path absolutePath(const QByteArray& argument);
/// --by, or the name of whoever runs this.
QString byWhom(const Invocation& call);
/// By id or by exact name; null when there is none or the name is not unique.
const Asset* findAsset(const Snapshot& snapshot, const QString& given);
const Server* findServer(const Snapshot& snapshot, const QString& given);
/// Ids typed by people: "12" or "#12"; 0 for none.
Id idOf(const QString& text);
/// The arguments after the project as ids.
std::vector<Id> idsOf(const Invocation& call);
/// "--param name=value", numbers as such; nothing when one has another form, which is said and makes the exit.
std::optional<QJsonObject> paramsOf(const Invocation& call, int& exit);

/// A finding with its sentence; shared by what finds some.
QJsonObject findingJson(const Invocation& call, const Finding& finding);
QJsonArray findingsJson(const Invocation& call, const std::vector<Finding>& findings);
/// Those that are not resolved, as a table after an empty line; nothing when there are none.
void printFindings(const Invocation& call, const std::vector<Finding>& findings);

/// Where a server is: its folder, or its address and its folder there.
QString placeOf(const Server& server);

/// The plan and the board for people; shared with the demo.
void printRunbook(const Invocation& call, const Snapshot& snapshot);
void printBoard(const Invocation& call, const Snapshot& snapshot);

inline constexpr auto kBy = Option{"by", "PERSON", QT_TRANSLATE_NOOP("Cli", "who decides; you, unless given")};
inline constexpr auto kWhy = Option{"why", "TEXT", QT_TRANSLATE_NOOP("Cli", "the reason, kept with it")};

} // namespace bascule::cli
