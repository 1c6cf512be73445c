// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/Report.h"

#include "core/engine/Tree.h"
#include "core/reports/Document.h"

#include <QFile>
#include <QFileInfo>

namespace bascule {

using namespace Qt::StringLiterals;

QString reportHtml(const Snapshot& snapshot, const text::Phrasebook& words, const QDateTime& now)
{
    return report::renderHtml(report::makeDocument(snapshot, words, now));
}

QString reportPrintHtml(const Snapshot& snapshot, const text::Phrasebook& words, const QDateTime& now)
{
    return report::renderPrintHtml(report::makeDocument(snapshot, words, now));
}

QString reportFooter(const Snapshot& snapshot, const text::Phrasebook& words, const QDateTime& now)
{
    return words.say(u"report.footer"_s,
                     {{u"name"_s, snapshot.project.name}, {u"at"_s, now.toUTC().toString(Qt::ISODateWithMs)}});
}

Result<void> finishReport(JobContext& context, const QString& path, const QByteArray& bytes, Language language)
{
    // The one file that a report must never replace.
    if (QFileInfo(path) == QFileInfo(context.store->file()))
        return makeError("report.is-project", displayPath(QFile::encodeName(path)));
    if (auto written = engine::writeFileDurably(QFile::encodeName(path).toStdString(), bytes.toStdString()); !written) {
        Error error = written.error();
        error.subject = QFile::encodeName(path).toStdString();
        return error;
    }
    if (context.store->readOnly())
        return {};
    return context.store->write([&](StoreTx& tx) -> Result<void> {
        const auto noted = tx.append(u"project"_s, evidence::ReportMade, displayPath(QFile::encodeName(path)),
                                     {{u"language"_s, enumName(language)}, {u"bytes"_s, bytes.size()}});
        return noted ? Result<void>() : Result<void>(noted.error());
    });
}

Item ReportJob::title() const
{
    return {u"job.report"_s, {{u"path"_s, m_path}}, {}};
}

Outcome ReportJob::run(JobContext& context)
{
    context.progress.part(u"phase.writing-report"_s);
    const text::Phrasebook words(m_language);
    const QByteArray html = reportHtml(*context.store->snapshot(), words, context.clock.now()).toUtf8();
    if (context.stop.stop_requested())
        return Outcome::cancelled();
    if (auto done = finishReport(context, m_path, html, m_language); !done)
        return Outcome::failed(done.error());
    return Outcome::succeeded(true, {{u"path"_s, m_path}, {u"bytes"_s, html.size()}});
}

} // namespace bascule
