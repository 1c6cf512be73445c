// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the tests of manifests share.

#include "Trees.h"

#include "core/engine/ManifestText.h"
#include "core/engine/wire/Comparison.h"
#include "core/engine/wire/Manifests.h"

namespace manifested {

using namespace bascule;
using namespace bascule::engine;

inline QByteArray words(const Result<CompareReport>& report)
{
    if (!report)
        return QByteArray::fromStdString(report.error().code + ' ' + report.error().subject);
    QByteArray text = report->cancelled ? "cancelled\n" : report->equal ? "equal\n" : "";
    for (const Difference& one : report->differences)
        text += QByteArray::fromStdString(one.what + ':' + one.path + ' ' + one.detail + '\n');
    return text + "of " + QByteArray::number(qint64{report->differencesTotal}) + ", " +
           QByteArray::number(qint64{report->entries}) + " entries, " + QByteArray::fromStdString(report->leftRootHash);
}

inline Result<ManifestReport> write(const std::string& tree, const std::string& out, wire::ManifestOptions options = {},
                                    wire::Helper* helper = nullptr)
{
    Counters counters;
    options.nowSeconds = 1'800'000'000;
    return wire::writeManifest({helper, tree, tree}, out, options, counters, {});
}

inline Result<CompareReport> check(const std::string& manifest, const std::string& tree,
                                   const CompareOptions& options = {}, wire::Helper* helper = nullptr)
{
    Counters counters;
    ManifestFacts facts;
    return wire::compareWithManifest(manifest, {helper, tree, tree}, options, facts, counters, {});
}

inline QByteArray said(const std::string& left, const std::string& right, const CompareOptions& options = {})
{
    Counters counters;
    return words(compare(left, right, options, counters, {}));
}

inline std::string codeOf(const std::string& manifest)
{
    const auto facts = verifyManifest(manifest, {});
    return facts ? "good" : facts.error().code;
}

} // namespace manifested
