// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ExportList.h"

#include "core/hosts/SkippedList.h"
#include "core/text/Catalogue.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {
constexpr QLatin1StringView kButton("export-list:");
} // namespace

void ExportList::addButton(Details& details, const QString& code, const QJsonObject& params)
{
    const QString file = params.value("file"_L1).toString();
    if (code == "proof.left-out"_L1 && !file.isEmpty())
        details.buttons({{kButton + file, tr("Export list…"), ButtonRole::Plain, {}, {}}});
}

bool ExportList::pressed(PageBase& page, AppContext& context, const QString& button)
{
    if (!button.startsWith(kButton))
        return false;
    const QString kept = button.mid(kButton.size());
    auto* chooser = new QFileDialog(&page, tr("Export the list"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setOption(QFileDialog::DontUseNativeDialog);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setFileMode(QFileDialog::AnyFile);
    chooser->setNameFilter(tr("Table (*.csv)"));
    chooser->setDefaultSuffix(u"csv"_s);
    chooser->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    chooser->selectFile(QFileInfo(kept).fileName());
    QObject::connect(chooser, &QFileDialog::fileSelected, &page, [&page, &context, kept](const QString& file) {
        const auto words = std::make_shared<text::Phrasebook>(context.language());
        const JobId id = context.startJob(
            std::make_unique<ExportSkippedJob>(QFile::encodeName(kept), QFile::encodeName(file),
                                               [words](const QString& code) { return words->say(code); }));
        QObject::connect(&context, &AppContext::jobFinished, &page,
                         [&page, id, file](JobId ended, const Outcome& outcome) {
                             if (ended == id && outcome.kind == Outcome::Kind::Succeeded)
                                 page.message()->showMessage(Look::Passed, tr("The list is written."), file);
                         });
    });
    chooser->open();
    return true;
}

} // namespace bascule::ui
