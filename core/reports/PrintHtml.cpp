// SPDX-License-Identifier: GPL-3.0-or-later
// The same report in the HTML that QTextDocument knows: attributes instead of classes, images for icons.
#include "core/reports/Document.h"

namespace bascule::report {

using namespace Qt::StringLiterals;

namespace {

QString escaped(const QString& text)
{
    // QTextDocument breaks lines at blanks only: long paths get places where they may break.
    QString safe = text.toHtmlEscaped();
    return safe.replace(u'/', u"/\u200b"_s).replace(u'_', u"_\u200b"_s);
}

QString colourOf(Span::Style style)
{
    switch (style) {
    case Span::Style::Muted:
        return u"#526068"_s;
    case Span::Style::Ok:
        return u"#1A6A44"_s;
    case Span::Style::Warn:
        return u"#855000"_s;
    case Span::Style::Bad:
        return u"#A32828"_s;
    case Span::Style::Waive:
        return u"#5C4889"_s;
    case Span::Style::Accent:
        return u"#175B84"_s;
    case Span::Style::Plain:
    case Span::Style::Bold:
    case Span::Style::Code:
        break;
    }
    return u"#182126"_s;
}

bool isBold(Span::Style style)
{
    return style == Span::Style::Bold || style == Span::Style::Ok || style == Span::Style::Bad ||
           style == Span::Style::Waive || style == Span::Style::Accent || style == Span::Style::Warn;
}

QString icon(const QString& name, int size)
{
    return u"<img src=\"state:%1\" width=\"%2\" height=\"%2\">&nbsp;"_s.arg(name).arg(size);
}

QString htmlOf(const Line& line)
{
    QString html;
    for (const Span& span : line) {
        if (!html.isEmpty())
            html += u' ';
        if (!span.icon.isEmpty())
            html += icon(span.icon, 9);
        QString css = u"color:"_s + colourOf(span.style);
        if (span.style == Span::Style::Code)
            css += u";font-family:'Noto Sans Mono','DejaVu Sans Mono',monospace"_s;
        const QString text = u"<span style=\""_s + css + u"\">"_s + escaped(span.text) + u"</span>"_s;
        html += isBold(span.style) ? u"<b>"_s + text + u"</b>"_s : text;
    }
    return html;
}

QString htmlOf(const Cell& cell)
{
    QStringList lines;
    for (const Line& line : cell)
        lines.append(htmlOf(line));
    return lines.join(u"<br>"_s);
}

QString htmlOf(const Table& table)
{
    QString html = u"<table width=\"100%\" border=\"1\" cellspacing=\"0\" cellpadding=\"4\" style=\"border-collapse:"
                   "collapse;border-color:#CFD6DA;border-style:solid\"><thead><tr>"_s;
    for (qsizetype column = 0; column < table.headers.size(); ++column) {
        const bool right = std::size_t(column) < table.numeric.size() && table.numeric[std::size_t(column)];
        const int width = std::size_t(column) < table.widths.size() ? table.widths[std::size_t(column)] : 0;
        html += u"<td bgcolor=\"#F2F4F5\" align=\"%1\" width=\"%2%\"><b><span style=\"color:#526068\">"_s
                    .arg(right ? u"right"_s : u"left"_s)
                    .arg(width) +
                escaped(table.headers[column]) + u"</span></b></td>"_s;
    }
    html += u"</tr></thead>"_s;
    for (const auto& row : table.rows) {
        html += u"<tr>"_s;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const bool right = column < table.numeric.size() && table.numeric[column];
            html += right ? u"<td align=\"right\">"_s : u"<td>"_s;
            html += htmlOf(row[column]) + u"</td>"_s;
        }
        html += u"</tr>"_s;
    }
    return html + u"</table>"_s;
}

struct BlockHtml
{
    QString operator()(const Line& line) const
    {
        return u"<p style=\"margin-top:4px;margin-bottom:4px\">"_s + htmlOf(line) + u"</p>"_s;
    }
    QString operator()(const Table& table) const { return htmlOf(table); }
    QString operator()(const Bullets& bullets) const
    {
        QString html = u"<ul style=\"margin-top:2px;margin-bottom:6px\">"_s;
        for (const Line& line : bullets.lines)
            html += u"<li>"_s + htmlOf(line) + u"</li>"_s;
        return html + u"</ul>"_s;
    }
    QString operator()(const Heading& heading) const
    {
        return u"<p style=\"margin-top:10px;margin-bottom:4px;font-size:10pt\"><b>"_s + escaped(heading.text) +
               u"</b></p>"_s;
    }
};

QString headHtml(const Document& document)
{
    QString html = u"<p style=\"font-size:17pt;margin-bottom:0\"><b>"_s + escaped(document.title) +
                   u"</b></p><p style=\"margin-top:2px;color:#526068\">"_s + escaped(document.subtitle) + u"</p>"_s;
    html += u"<p style=\"margin-top:12px;margin-bottom:0;color:#526068\">"_s + escaped(document.question) +
            u"</p><p style=\"margin-top:0;margin-bottom:0;font-size:15pt;color:"_s + colourOf(document.answerStyle) +
            u"\"><b>"_s + icon(document.answerIcon, 15) + escaped(document.answer) +
            u"</b></p><p style=\"margin-top:2px\">"_s + escaped(document.why) + u"</p>"_s;
    html += u"<p><span style=\"color:#526068\">"_s + escaped(document.nextTitle) + u"</span> <b>"_s +
            escaped(document.next) + u"</b> <span style=\"color:#526068\">"_s + escaped(document.nextFact) +
            u"</span></p>"_s;
    return html;
}

} // namespace

QString renderPrintHtml(const Document& document)
{
    QString html = u"<html><head><meta charset=\"utf-8\"></head><body style=\"font-size:8pt;color:#182126\">"_s +
                   headHtml(document);
    for (const Section& section : document.sections) {
        html += u"<p style=\"margin-top:16px;margin-bottom:5px;font-size:13pt\"><b>"_s + escaped(section.title) +
                u"</b></p>"_s;
        for (const Block& block : section.blocks)
            html += std::visit(BlockHtml{}, block);
    }
    return html + u"</body></html>"_s;
}

} // namespace bascule::report
