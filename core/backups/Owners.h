// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Snapshot.h"

#include <QMultiHash>
#include <QSet>

#include <string>

// Inside of the room.
namespace bascule {

/// Which asset a path of a server belongs to: the one that lies deepest.
class Owners
{
public:
    Owners(const std::vector<Asset>& assets, Id server)
    {
        for (const Asset& asset : assets) {
            if (asset.server != server || asset.gone)
                continue;
            m_byPath.insert(asset.path, &asset);
            // The folders on the way to the backups are commonly left out of backups together with them.
            for (qsizetype slash = asset.path.lastIndexOf('/'); asset.kind == AssetKind::Backups && slash > 0;
                 slash = asset.path.lastIndexOf('/', slash - 1))
                m_aroundBackups.insert(asset.path.left(slash));
        }
    }
    QList<const Asset*> of(const std::string& path) const
    {
        QByteArray at = QByteArray::fromStdString(path);
        for (;;) {
            if (const auto found = m_byPath.values(at); !found.isEmpty() || at.isEmpty())
                return found;
            const qsizetype slash = at.lastIndexOf('/');
            at.truncate(std::max<qsizetype>(slash, 0));
        }
    }

    bool aroundBackups(const std::string& path) const
    {
        return m_aroundBackups.contains(QByteArray::fromStdString(path));
    }

private:
    QMultiHash<QByteArray, const Asset*> m_byPath;
    QSet<QByteArray> m_aroundBackups;
};

} // namespace bascule
