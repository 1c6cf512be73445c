// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/ExportReport.h"

#include "core/reports/Report.h"
#include "ui/board/BoardWindow.h"
#include "ui/print/PdfReport.h"
#include "ui/wizard/AppContext.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ExportReport)
};

void start(BoardWindow& board, AppContext& context, const QString& file)
{
    JobId id = 0;
    if (file.endsWith(".html"_L1, Qt::CaseInsensitive) || file.endsWith(".htm"_L1, Qt::CaseInsensitive))
        id = context.startJob(std::make_unique<ReportJob>(file, context.language()));
    else
        id = context.startJob(std::make_unique<PdfReportJob>(file, context.language()));
    QObject::connect(&context, &AppContext::jobFinished, &board,
                     [&board, id, file](JobId ended, const Outcome& outcome) {
                         if (ended != id || outcome.kind != Outcome::Kind::Succeeded)
                             return; // errors are shown by the board anyway
                         board.showMessage(Look::Passed, Words::tr("The report is written."), file);
                     });
}

} // namespace

void enableExport(BoardWindow& board, AppContext& context)
{
    board.setExport([&board, &context] {
        if (!context.hasProject())
            return;
        auto* chooser = new QFileDialog(&board, Words::tr("Export the report"));
        chooser->setAttribute(Qt::WA_DeleteOnClose);
        chooser->setAcceptMode(QFileDialog::AcceptSave);
        chooser->setFileMode(QFileDialog::AnyFile);
        chooser->setNameFilters({Words::tr("PDF document (*.pdf)"), Words::tr("Web page (*.html)")});
        chooser->setDefaultSuffix(u"pdf"_s);
        QObject::connect(chooser, &QFileDialog::filterSelected, chooser, [chooser](const QString& filter) {
            chooser->setDefaultSuffix(filter.contains("*.html"_L1) ? u"html"_s : u"pdf"_s);
        });
        chooser->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        chooser->selectFile(QFileInfo(context.snapshot()->file).completeBaseName() + u".pdf"_s);
        QObject::connect(chooser, &QFileDialog::fileSelected, &board,
                         [&board, &context](const QString& file) { start(board, context, file); });
        chooser->open();
    });
}

} // namespace bascule::ui
