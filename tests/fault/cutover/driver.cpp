// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one job on a project as a process of its own, to be killed: cutover_driver PROJECT cutover|rollback.
// Exit: 0 succeeded, 1 failed, 4 cancelled, 6 the project cannot be opened.
#include "core/cutover/Cutover.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char** argv)
{
    using namespace bascule;
    QCoreApplication app(argc, argv);
    const QStringList given = app.arguments();
    if (given.size() != 3)
        return 2;
    const SystemClock clock;
    auto store = ProjectStore::open(given[1], OpenMode::ReadWrite, clock);
    if (!store) {
        std::fprintf(stderr, "%s\n", store.error().code.c_str());
        return 6;
    }
    Progress progress;
    JobContext context{store.value().get(), clock, {}, progress};
    const bool back = given[2] == QStringLiteral("rollback");
    const Outcome outcome = back ? RollbackJob().run(context) : CutoverJob().run(context);
    if (outcome.error)
        std::fprintf(stderr, "%s %s %s\n", outcome.error->code.c_str(), outcome.error->subject.c_str(),
                     outcome.error->detail.c_str());
    return outcome.kind == Outcome::Kind::Succeeded ? 0 : outcome.kind == Outcome::Kind::Failed ? 1 : 4;
}
