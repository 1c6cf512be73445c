// SPDX-License-Identifier: GPL-3.0-or-later
// What there is: servers, assets, dependencies, blind spots and findings, people.
#include "core/reports/Document.h"

#include <algorithm>

namespace bascule::report {

using namespace Qt::StringLiterals;

namespace {

/// Adds the table, or a sentence when it has no rows, or a line about the rows left out.
void addTable(Section& section, const Writer& writer, Table table, const char* emptyCode)
{
    if (table.rows.empty()) {
        section.blocks.push_back(Line{{writer.say(emptyCode), {}, Span::Style::Muted}});
        return;
    }
    const std::size_t all = table.rows.size();
    if (all > kMostRows)
        table.rows.resize(kMostRows);
    section.blocks.push_back(std::move(table));
    if (all > kMostRows) {
        section.blocks.push_back(Line{
            {writer.say("report.rows-left-out", {{u"count"_s, qint64(all - kMostRows)}}), {}, Span::Style::Muted}});
    }
}

} // namespace

Section serversSection(const Writer& writer)
{
    Section section{u"servers"_s, writer.say("report.servers"), {}};
    Table table;
    table.headers = writer.headers({"report.server", "report.role", "report.folder", "report.inventoried"});
    table.widths = {20, 20, 38, 22};
    for (const Server& server : writer.snapshot.servers) {
        table.rows.push_back({writer.text(displayPath(server.name.toUtf8()), Span::Style::Bold),
                              writer.text(writer.words.word(server.role)), writer.path(server.root),
                              writer.when(server.inventoriedAt)});
    }
    addTable(section, writer, std::move(table), "report.no-servers");
    return section;
}

Section assetsSection(const Writer& writer)
{
    Section section{u"assets"_s, writer.say("report.assets"), {}};
    Table table;
    table.headers = writer.headers({"report.asset", "report.kind", "report.size", "report.files", "report.critical",
                                    "report.owner", "report.migrates"});
    table.widths = {31, 14, 11, 10, 9, 14, 11};
    table.numeric = {false, false, true, true, false, false, false};
    auto assets = writer.snapshot.presentAssets();
    std::stable_sort(assets.begin(), assets.end(),
                     [](const Asset* a, const Asset* b) { return a->critical && !b->critical; });
    for (const Asset* asset : assets) {
        Cell name = writer.text(displayPath(asset->name.toUtf8()), Span::Style::Bold);
        if (!asset->path.isEmpty())
            name.push_back({{displayPath(asset->path), {}, Span::Style::Code}});
        table.rows.push_back({name, writer.text(writer.words.word(asset->kind)),
                              writer.text(writer.words.bytes(asset->bytes)),
                              writer.text(writer.words.number(asset->files)),
                              asset->critical ? writer.text(writer.say("word.yes"), Span::Style::Bold)
                                              : writer.text(writer.say("word.no"), Span::Style::Muted),
                              writer.text(displayPath(asset->owner.toUtf8())),
                              writer.text(writer.say(asset->migrate ? "word.yes" : "word.no"))});
    }
    addTable(section, writer, std::move(table), "report.no-assets");
    return section;
}

Section dependenciesSection(const Writer& writer)
{
    Section section{u"dependencies"_s, writer.say("report.dependencies"), {}};
    Table table;
    table.headers =
        writer.headers({"report.needs-from", "report.needs-to", "report.kind", "report.confidence", "report.decision"});
    table.widths = {22, 24, 20, 10, 24};
    table.numeric = {false, false, false, true, false};
    for (const Dependency& dependency : writer.snapshot.dependencies) {
        const QString to =
            dependency.to != 0 ? writer.assetName(dependency.to) : displayPath(dependency.toName.toUtf8());
        const QString kind = u"dependency-kind."_s + dependency.kind;
        Cell decision = writer.text(writer.words.word(dependency.state));
        if (!dependency.by.isEmpty())
            decision.push_back(writer.decision(dependency.by, dependency.why));
        table.rows.push_back({writer.text(writer.assetName(dependency.from)), writer.text(to),
                              writer.text(text::Phrasebook::knows(kind) ? writer.words.say(kind) : dependency.kind),
                              writer.text(writer.words.percent(dependency.confidence)), decision});
    }
    addTable(section, writer, std::move(table), "report.no-dependencies");
    return section;
}

namespace {

Span severity(const Writer& writer, const Finding& finding)
{
    switch (finding.severity) {
    case FindingSeverity::Blocking:
        return {writer.words.word(finding.severity), u"blocked"_s, Span::Style::Bad};
    case FindingSeverity::ToFix:
        return {writer.words.word(finding.severity), u"to-fix"_s, Span::Style::Warn};
    case FindingSeverity::Note:
        break;
    }
    return {writer.words.word(finding.severity), u"note"_s, Span::Style::Accent};
}

Table findingsTable(const Writer& writer, FindingKind kind)
{
    Table table;
    table.headers = writer.headers({"report.severity", "report.server", "report.finding", "report.decision"});
    table.widths = {14, 14, 48, 24};
    std::vector<const Finding*> findings;
    for (const Finding& finding : writer.snapshot.findings) {
        if (finding.kind == kind && finding.state != FindingState::Resolved)
            findings.push_back(&finding);
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding* a, const Finding* b) { return a->severity < b->severity; });
    for (const Finding* finding : findings) {
        QJsonObject params = finding->params;
        if (!params.contains(u"subject"_s))
            params.insert(u"subject"_s, finding->subject);
        Cell decision = writer.text(writer.words.say(u"finding-state."_s + enumName(finding->state)),
                                    finding->state == FindingState::Open ? Span::Style::Plain : Span::Style::Muted);
        if (!finding->by.isEmpty())
            decision.push_back(writer.decision(finding->by, finding->why));
        table.rows.push_back({Cell{{severity(writer, *finding)}}, writer.text(writer.serverName(finding->server)),
                              writer.text(writer.words.say(finding->code, params)), decision});
    }
    return table;
}

} // namespace

Section findingsSection(const Writer& writer)
{
    Section section{u"findings"_s, writer.say("report.findings"), {}};
    section.blocks.push_back(Heading{writer.say("report.blind-spots")});
    addTable(section, writer, findingsTable(writer, FindingKind::BlindSpot), "report.no-blind-spots");
    section.blocks.push_back(Heading{writer.say("report.other-findings")});
    addTable(section, writer, findingsTable(writer, FindingKind::Finding), "report.no-findings");
    return section;
}

Section peopleSection(const Writer& writer)
{
    Section section{u"people"_s, writer.say("report.people"), {}};
    Table table;
    table.headers = writer.headers({"report.name", "report.role", "report.contact"});
    table.widths = {34, 26, 40};
    for (const Person& person : writer.snapshot.persons) {
        table.rows.push_back({writer.text(displayPath(person.name.toUtf8()), Span::Style::Bold),
                              writer.text(writer.words.word(person.role)),
                              writer.text(displayPath(person.contact.toUtf8()))});
    }
    addTable(section, writer, std::move(table), "report.no-people");
    if (!writer.snapshot.contacts.empty()) {
        section.blocks.push_back(Heading{writer.say("report.escalation")});
        std::vector<Contact> contacts = writer.snapshot.contacts;
        std::stable_sort(contacts.begin(), contacts.end(),
                         [](const Contact& a, const Contact& b) { return a.place < b.place; });
        Table order;
        order.headers = writer.headers({"report.order", "report.name", "report.phone"});
        order.widths = {12, 48, 40};
        for (const Contact& contact : contacts) {
            order.rows.push_back({writer.text(writer.words.number(contact.place)),
                                  writer.text(displayPath(contact.name.toUtf8())),
                                  writer.text(displayPath(contact.phone.toUtf8()))});
        }
        section.blocks.push_back(order);
    }
    return section;
}

} // namespace bascule::report
