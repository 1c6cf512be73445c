// SPDX-License-Identifier: GPL-3.0-or-later
// The report for a browser. Every text goes through escaped(): names of files are whatever users made of them.
#include "core/reports/Document.h"
#include "core/reports/Report.h"

namespace bascule::report {

using namespace Qt::StringLiterals;

namespace {

QString escaped(const QString& text)
{
    return text.toHtmlEscaped();
}

const char* classOf(Span::Style style)
{
    switch (style) {
    case Span::Style::Plain:
        break;
    case Span::Style::Bold:
        return "b";
    case Span::Style::Muted:
        return "muted";
    case Span::Style::Code:
        return "code";
    case Span::Style::Ok:
        return "ok";
    case Span::Style::Warn:
        return "warn";
    case Span::Style::Bad:
        return "bad";
    case Span::Style::Waive:
        return "waive";
    case Span::Style::Accent:
        return "accent";
    }
    return "";
}

QString icon(const QString& name)
{
    QByteArray svg = stateIconSvg(name);
    // The word beside it says the same: nothing for a screen reader to repeat.
    svg.replace("<svg ", "<svg class='i' aria-hidden='true' ");
    return QString::fromLatin1(svg);
}

QString htmlOf(const Line& line)
{
    QString html;
    for (const Span& span : line) {
        if (!html.isEmpty())
            html += u' ';
        if (!span.icon.isEmpty())
            html += icon(span.icon);
        const QString name = QLatin1String(classOf(span.style));
        html += name.isEmpty() ? escaped(span.text)
                               : u"<span class=\""_s + name + u"\">"_s + escaped(span.text) + u"</span>"_s;
    }
    return html;
}

QString htmlOf(const Cell& cell)
{
    QString html;
    for (const Line& line : cell)
        html += u"<div>"_s + htmlOf(line) + u"</div>"_s;
    return html;
}

bool numeric(const Table& table, std::size_t column)
{
    return column < table.numeric.size() && table.numeric[column];
}

QString htmlOf(const Table& table)
{
    QString html = u"<div class=\"wide\"><table>"_s;
    if (!table.widths.empty()) {
        html += u"<colgroup>"_s;
        for (const int width : table.widths)
            html += u"<col style=\"width:%1%\">"_s.arg(width);
        html += u"</colgroup>"_s;
    }
    html += u"<thead><tr>"_s;
    for (qsizetype column = 0; column < table.headers.size(); ++column) {
        html += numeric(table, std::size_t(column)) ? u"<th scope=\"col\" class=\"n\">"_s : u"<th scope=\"col\">"_s;
        html += escaped(table.headers[column]) + u"</th>"_s;
    }
    html += u"</tr></thead><tbody>\n"_s;
    for (const auto& row : table.rows) {
        html += u"<tr>"_s;
        for (std::size_t column = 0; column < row.size(); ++column) {
            html += numeric(table, column) ? u"<td class=\"n\">"_s : u"<td>"_s;
            html += htmlOf(row[column]) + u"</td>"_s;
        }
        html += u"</tr>\n"_s;
    }
    return html + u"</tbody></table></div>\n"_s;
}

QString htmlOf(const Bullets& bullets)
{
    QString html = u"<ul>"_s;
    for (const Line& line : bullets.lines)
        html += u"<li>"_s + htmlOf(line) + u"</li>\n"_s;
    return html + u"</ul>\n"_s;
}

struct BlockHtml
{
    QString operator()(const Line& line) const { return u"<p>"_s + htmlOf(line) + u"</p>\n"_s; }
    QString operator()(const Table& table) const { return htmlOf(table); }
    QString operator()(const Bullets& bullets) const { return htmlOf(bullets); }
    QString operator()(const Heading& heading) const { return u"<h3>"_s + escaped(heading.text) + u"</h3>\n"_s; }
};

// Colours of the light theme; a printed page keeps them. No font, image or script comes from anywhere.
constexpr const char* style = R"css(
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1180px;padding:32px 24px;background:#fff;color:#182126;
 font:15px/1.45 "Noto Sans",system-ui,sans-serif;font-variant-numeric:tabular-nums}
h1{font-size:24px;margin:0 0 4px}h2{font-size:19px;margin:36px 0 10px;padding-top:12px;border-top:1px solid #CFD6DA}
h3{font-size:15px;margin:20px 0 8px}p{margin:6px 0}ul{margin:6px 0;padding-left:22px}
.sub,.muted{color:#526068}.b{font-weight:700}.code{font-family:"Noto Sans Mono",ui-monospace,monospace;font-size:13px;
 overflow-wrap:anywhere}
.ok{color:#1A6A44;font-weight:700}.warn{color:#855000;font-weight:700}.bad{color:#A32828;font-weight:700}
.waive{color:#5C4889;font-weight:700}.accent{color:#175B84;font-weight:700}
.i{width:15px;height:15px;vertical-align:-2px;margin-right:5px}
.head{display:flex;flex-wrap:wrap;gap:16px 32px;justify-content:space-between;margin:24px 0 8px}
.answer{font-size:27px;font-weight:700;line-height:1.25}.answer .i{width:24px;height:24px;vertical-align:-3px;margin-right:9px}
.next{border-left:1px solid #CFD6DA;padding-left:16px;min-width:240px}.next b{font-size:17px}
nav{margin:14px 0;columns:3 220px;font-size:14px}nav a{color:#175B84;display:block;padding:1px 0}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:8px 0;font-size:14px}
th{text-align:left;color:#526068;font-weight:700;font-size:13px;padding:6px 10px;border-bottom:1px solid #7C878E;
 background:#F2F4F5;vertical-align:bottom}
td{padding:7px 10px;border-bottom:1px solid #E4E8EA;vertical-align:top;overflow-wrap:anywhere}
td div+div{font-size:13px}.n{text-align:right}
footer{margin-top:40px;color:#526068;font-size:13px}
@media print{body{max-width:none;padding:0;font-size:10pt}nav{display:none}h2{break-after:avoid}h3{break-after:avoid}
 tr{break-inside:avoid}thead{display:table-header-group}table{font-size:9pt}.wide{overflow:visible}
 *{print-color-adjust:exact;-webkit-print-color-adjust:exact}@page{size:A4;margin:16mm}}
)css";

QString headHtml(const Document& document)
{
    QString html = u"<header><h1>"_s + escaped(document.title) + u"</h1><p class=\"sub\">"_s +
                   escaped(document.subtitle) + u"</p>\n<div class=\"head\"><div><div class=\"sub\">"_s +
                   escaped(document.question) + u"</div><div class=\"answer "_s +
                   QLatin1String(classOf(document.answerStyle)) + u"\">"_s + icon(document.answerIcon) +
                   escaped(document.answer) + u"</div><div>"_s + escaped(document.why) + u"</div></div>\n"_s;
    html += u"<div class=\"next\"><div class=\"sub\">"_s + escaped(document.nextTitle) + u"</div><b>"_s +
            escaped(document.next) + u"</b><div class=\"sub\">"_s + escaped(document.nextFact) +
            u"</div></div></div></header>\n<nav>"_s;
    for (const Section& section : document.sections)
        html += u"<a href=\"#"_s + section.id + u"\">"_s + escaped(section.title) + u"</a>"_s;
    return html + u"</nav>\n"_s;
}

} // namespace

QString renderHtml(const Document& document)
{
    QString html =
        u"<!DOCTYPE html>\n<html lang=\""_s + document.language +
        u"\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"_s +
        escaped(document.title) + u"</title>\n<style>"_s + QLatin1String(style) + u"</style>\n</head>\n<body>\n"_s +
        headHtml(document) + u"<main>\n"_s;
    for (const Section& section : document.sections) {
        html += u"<section id=\""_s + section.id + u"\"><h2>"_s + escaped(section.title) + u"</h2>\n"_s;
        for (const Block& block : section.blocks)
            html += std::visit(BlockHtml{}, block);
        html += u"</section>\n"_s;
    }
    return html + u"</main>\n<footer>"_s + escaped(document.footer) + u"</footer>\n</body>\n</html>\n"_s;
}

} // namespace bascule::report
