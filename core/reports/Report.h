// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/text/Catalogue.h"

namespace bascule {

/// The whole project as one self-contained page of HTML: loads nothing, prints well. Pure; any thread.
QString reportHtml(const Snapshot& snapshot, const text::Phrasebook& words, const QDateTime& now);

/// The same content for QTextDocument, which knows tables and images but hardly any CSS: state icons are images named
/// "state:NAME" (see stateIconNames), to be given to the document as resources.
QString reportPrintHtml(const Snapshot& snapshot, const text::Phrasebook& words, const QDateTime& now);
/// Names of the icons and the SVG of each.
QStringList stateIconNames();
QByteArray stateIconSvg(const QString& name);
/// The line at the foot of a printed page; {page} and {pages} are filled in by who prints.
QString reportFooter(const Snapshot& snapshot, const text::Phrasebook& words, const QDateTime& now);

/// Writes the HTML report, complete or not at all, and notes it in the ledger (not in a read-only project).
/// Errors: those of engine::writeFileDurably, named with the path.
class ReportJob : public Job
{
public:
    ReportJob(QString path, Language language)
        : m_path(std::move(path))
        , m_language(language)
    {
    }
    Item title() const override;
    Outcome run(JobContext& context) override;

private:
    QString m_path;
    Language m_language;
};

/// Writes a finished report's bytes durably and notes it in the ledger; shared by the HTML and the PDF job.
Result<void> finishReport(JobContext& context, const QString& path, const QByteArray& bytes, Language language);

} // namespace bascule
