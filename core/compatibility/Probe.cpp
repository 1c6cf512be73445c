// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/Probe.h"

namespace bascule::compatibility {

using namespace Qt::StringLiterals;

Facts targetFacts(const engine::FolderProbe& probe)
{
    using engine::FolderProbe;
    const auto name = [](const std::string& fact) { return u"new."_s + QString::fromStdString(fact); };
    Facts facts;
    facts[u"new.network"_s] = probe.network;
    if (const int bits = probe.largestFileBits; bits > 0)
        facts[u"new.largestFile"_s] = bits >= 54 ? double(1LL << 53) : double(1LL << (bits - 1));
    if (probe.bytesFree >= 0) {
        facts[u"new.nosuid"_s] = probe.nosuid;
        facts[u"new.noexec"_s] = probe.noexec;
        facts[u"new.bytesFree"_s] = double(probe.bytesFree);
    }
    if (probe.inodesFree >= 0)
        facts[u"new.inodesFree"_s] = double(probe.inodesFree);
    facts[u"new.writable"_s] = probe.measured;
    if (!probe.measured) {
        facts[u"new.reason"_s] = QString::fromStdString(probe.reason);
        return facts;
    }
    for (const auto& [fact, flag] : FolderProbe::triedFlags())
        facts[name(fact)] = probe.*flag;
    facts[u"new.longestName"_s] = probe.longestName;
    return facts;
}

} // namespace bascule::compatibility
