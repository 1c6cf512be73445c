// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/Report.h"

namespace bascule {

/// The report as PDF bytes, A4, page numbers in the footer. Needs a QGuiApplication (offscreen will do); any thread.
/// Error: "report.pdf-failed".
Result<QByteArray> reportPdf(const Snapshot& snapshot, const text::Phrasebook& words, const QDateTime& now,
                             std::stop_token stop = {});

/// Writes the report as PDF, complete or not at all.
class PdfReportJob : public Job
{
public:
    PdfReportJob(QString path, Language language)
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

} // namespace bascule
