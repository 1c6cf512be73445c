// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/PdfReport.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QEventLoop>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QUrl>

#include <cmath>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMarginMm = 15;
constexpr double kFooterMm = 8;
constexpr int kResolution = 300;

/// A document that loads nothing but our icons, whatever its text asks for.
class ReportDocument final : public QTextDocument
{
protected:
    QVariant loadResource(int type, const QUrl& name) override
    {
        if (type != ImageResource || name.scheme() != u"state")
            return {};
        const QByteArray svg = stateIconSvg(name.path());
        QSvgRenderer renderer(svg);
        QImage image(96, 96, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        renderer.render(&painter);
        return image;
    }
};

QFont bodyFont()
{
    const QStringList families = QFontDatabase::families();
    QFont font = families.contains(u"Noto Sans"_s) ? QFont(u"Noto Sans"_s) : QGuiApplication::font();
    font.setPointSizeF(8);
    return font;
}

/// True for a line that names what comes below it: larger than the text, and not in a table.
bool isHeading(const QTextBlock& block)
{
    if (block.begin().atEnd() || QTextCursor(block).currentTable())
        return false;
    return block.begin().fragment().charFormat().fontPointSize() > 9;
}

/// Moves headings that a page ends with to the next page, with what they name.
void keepHeadings(QTextDocument& document, double pageHeight)
{
    const auto pageOf = [&](const QTextBlock& block, bool bottom) {
        const QRectF rect = document.documentLayout()->blockBoundingRect(block);
        return int((bottom ? rect.bottom() - 1 : rect.top() + 1) / pageHeight);
    };
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!isHeading(block))
            continue;
        // A section's name may be followed by the name of its first part.
        QTextBlock below = block.next();
        while (below.isValid() && isHeading(below))
            below = below.next();
        if (!below.isValid() || pageOf(below, true) == pageOf(block, false))
            continue;
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        cursor.setBlockFormat(format);
    }
}

void paintFooter(QPainter& painter, const QRectF& area, const QString& left, const QString& right)
{
    painter.save();
    QFont font = bodyFont();
    font.setPointSizeF(7.5);
    painter.setFont(font);
    painter.setPen(QColor(0x52, 0x60, 0x68));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine, left);
    painter.drawText(area, Qt::AlignRight | Qt::AlignBottom | Qt::TextSingleLine, right);
    painter.restore();
}

} // namespace

Result<QByteArray> reportPdf(const Snapshot& snapshot, const text::Phrasebook& words, const QDateTime& now,
                             std::stop_token stop)
{
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return makeError("report.pdf-failed", {}, {}, u"no QGuiApplication"_s);
    // Gives a thread that is none of Qt's what the timers of a text layout want; it never runs.
    [[maybe_unused]] const QEventLoop timers;
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kResolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
        writer.setTitle(words.say(u"report.title"_s, {{u"name"_s, snapshot.project.name}}));
        writer.setCreator(u"Bascule"_s);

        const QSizeF page(writer.width(), writer.height());
        const double footer = std::round(kFooterMm / 25.4 * kResolution);
        const QSizeF body(page.width(), page.height() - footer);
        ReportDocument document;
        document.documentLayout()->setPaintDevice(&writer);
        document.setDocumentMargin(0);
        document.setDefaultFont(bodyFont());
        document.setHtml(reportPrintHtml(snapshot, words, now));
        document.setIndentWidth(std::round(4 / 25.4 * kResolution));
        document.setPageSize(body);
        keepHeadings(document, body.height());

        QPainter painter;
        if (!painter.begin(&writer))
            return makeError("report.pdf-failed");
        const QString foot = reportFooter(snapshot, words, now);
        const int pages = document.pageCount();
        for (int number = 1; number <= pages; ++number) {
            if (stop.stop_requested())
                return makeError("cancelled");
            if (number > 1)
                writer.newPage();
            painter.save();
            painter.translate(0, -(number - 1) * body.height());
            QAbstractTextDocumentLayout::PaintContext context;
            context.palette.setColor(QPalette::Text, QColor(0x18, 0x21, 0x26));
            context.clip = QRectF(0, (number - 1) * body.height(), body.width(), body.height());
            painter.setClipRect(context.clip);
            document.documentLayout()->draw(&painter, context);
            painter.restore();
            paintFooter(painter, QRectF(0, body.height(), page.width(), footer), foot,
                        words.say(u"report.page"_s, {{u"page"_s, number}, {u"pages"_s, pages}}));
        }
        if (!painter.end())
            return makeError("report.pdf-failed");
    }
    if (pdf.size() < 1000 || !pdf.startsWith("%PDF-"))
        return makeError("report.pdf-failed");
    return pdf;
}

Item PdfReportJob::title() const
{
    return {u"job.report"_s, {{u"path"_s, m_path}}, {}};
}

Outcome PdfReportJob::run(JobContext& context)
{
    context.progress.part(u"phase.writing-report"_s);
    const text::Phrasebook words(m_language);
    const auto pdf = reportPdf(*context.store->snapshot(), words, context.clock.now(), context.stop);
    if (context.stop.stop_requested())
        return Outcome::cancelled();
    if (!pdf)
        return Outcome::failed(pdf.error());
    if (auto done = finishReport(context, m_path, pdf.value(), m_language); !done)
        return Outcome::failed(done.error());
    return Outcome::succeeded(true, {{u"path"_s, m_path}, {u"bytes"_s, pdf->size()}});
}

} // namespace bascule
