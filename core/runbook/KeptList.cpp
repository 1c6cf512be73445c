// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runbook/KeptList.h"

#include "core/hosts/SkippedList.h"
#include "core/runbook/KeptManifests.h"

#include <QFile>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostLists = 1000; // of one run
} // namespace

KeptList::KeptList(const Ground& ground, StepEnv& env)
    : m_ground(ground)
    , m_env(env)
{
}

KeptList::~KeptList() = default;

void KeptList::begin()
{
    if (m_list)
        m_list->begin();
}

void KeptList::add(const engine::SkippedItem& item)
{
    if (!m_tried)
        create();
    if (m_list)
        m_list->add(item);
}

void KeptList::create()
{
    m_tried = true;
    const QString folder = evidenceFolder(m_ground, m_env);
    for (int number = 1; !folder.isEmpty() && number <= kMostLists; ++number) {
        m_file = u"%1/run-%2-%3.csv"_s.arg(folder).arg(m_env.run.id).arg(number);
        if (QFile::exists(m_file)) // of another sync of this run
            continue;
        auto list = SkippedList::create(QFile::encodeName(m_file), false, {});
        if (list)
            m_list = std::move(*list);
        return;
    }
}

void KeptList::end()
{
    if (m_list)
        m_list->end();
}

void KeptList::tell(QJsonArray& proof)
{
    if (!m_list || m_list->items() == 0)
        return;
    const qint64 count = m_list->items();
    if (m_list->finish())
        proof.append(proofItem(u"proof.left-out"_s, true, {{u"count"_s, count}, {u"file"_s, m_file}}));
    m_list.reset();
}

} // namespace bascule
