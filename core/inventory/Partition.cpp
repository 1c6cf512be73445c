// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/Partition.h"

#include "core/inventory/Places.h"

#include <algorithm>
#include <map>

namespace bascule::inventory {

using namespace Qt::StringLiterals;

namespace {

constexpr int none = -1;
constexpr qint64 fewestDated = 3;

/// What is below a folder altogether.
struct Below
{
    qint64 archives = 0, others = 0, dated = 0;
    int assets = 0; ///< shares and applications, by their place
};

/// Cuts folders into assets, from the top down. Lives for one call of partition().
class Cutter
{
public:
    explicit Cutter(const Survey& survey)
        : m_survey(survey)
        , m_count(survey.folders.size())
        , m_below(m_count)
        , m_root(m_count, none)
    {
    }

    Partition cut()
    {
        order();
        for (int index : m_order)
            m_root[std::size_t(index)] = index == 0 ? 0 : rootOf(index);
        Partition made;
        made.pieces.push_back({AssetKind::Files, {}, u"/"_s, {}, 0, 0, 0, 0});
        made.ofFolder.resize(m_count, 0);
        std::map<int, int> pieceOfRoot{{0, 0}};
        for (int index : m_order) {
            const int root = m_root[std::size_t(index)];
            const auto [at, fresh] = pieceOfRoot.try_emplace(root, int(made.pieces.size()));
            if (fresh) {
                const Folder& folder = m_survey.folders[std::size_t(root)];
                made.pieces.push_back({m_kinds.at(root), folder.path, {}, {}, 0, 0, 0, 0});
            }
            made.ofFolder[std::size_t(index)] = at->second;
        }
        return made;
    }

private:
    /// Parents before children, whatever order they were met in; and what is below each.
    void order()
    {
        m_order.resize(m_count);
        for (std::size_t i = 0; i < m_count; ++i)
            m_order[i] = int(i);
        std::sort(m_order.begin(), m_order.end(), [&](int a, int b) {
            return m_survey.folders[std::size_t(a)].path < m_survey.folders[std::size_t(b)].path;
        });
        for (auto at = m_order.rbegin(); at != m_order.rend(); ++at) {
            const Folder& folder = m_survey.folders[std::size_t(*at)];
            Below& below = m_below[std::size_t(*at)];
            below.archives += folder.archives;
            below.others += folder.others;
            below.dated += folder.dated;
            if (folder.parent < 0)
                continue;
            Below& above = m_below[std::size_t(folder.parent)];
            above.archives += below.archives;
            above.others += below.others;
            above.dated += below.dated;
            above.assets += below.assets + (folderKind(folder.path) ? 1 : 0);
        }
    }

    bool holdsBackups(int index, AssetKind inside) const
    {
        const Folder& folder = m_survey.folders[std::size_t(index)];
        const Below& below = m_below[std::size_t(index)];
        if (below.archives == 0 || below.archives < below.others || below.assets > 0 || isSystemPlace(folder.path))
            return false;
        if (isBackupFolderName(baseName(folder.path)))
            return inside != AssetKind::Share; // people may call a folder of theirs so
        // Backups are left behind, so elsewhere only what a schedule has clearly filled counts: a folder that happens
        // to hold archives is somebody's data.
        return inside == AssetKind::Files && folder.path.find('/') != std::string::npos && below.others == 0 &&
               below.dated == below.archives && below.archives >= fewestDated;
    }

    int rootOf(int index)
    {
        const Folder& folder = m_survey.folders[std::size_t(index)];
        const int above = m_root[std::size_t(folder.parent)];
        const AssetKind inside = above == 0 ? AssetKind::Files : m_kinds.at(above);
        if (inside == AssetKind::Backups || inside == AssetKind::Share)
            return above;
        if (holdsBackups(index, inside)) {
            m_kinds[index] = AssetKind::Backups;
            return index;
        }
        if (inside != AssetKind::Files)
            return above;
        if (isApplicationContainer(folder.path) && folder.files > 0) {
            m_kinds[index] = AssetKind::Application;
            return index;
        }
        if (const auto kind = folderKind(folder.path)) {
            m_kinds[index] = *kind;
            return index;
        }
        return above;
    }

    const Survey& m_survey;
    std::size_t m_count;
    std::vector<int> m_order;
    std::vector<Below> m_below;
    std::vector<int> m_root; ///< of each folder: the folder that its asset starts at
    std::map<int, AssetKind> m_kinds;
};

QString withoutSuffix(QString name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? name.left(dot) : name;
}

QString nameOf(const Piece& piece)
{
    const QString name = displayPath(std::string(baseName(piece.path)));
    const bool suffixed = piece.kind == AssetKind::Database || piece.kind == AssetKind::Service ||
                          (piece.kind == AssetKind::Task && name.endsWith(u".timer"));
    return suffixed ? withoutSuffix(name) : name;
}

/// Two assets of one kind with one name are told apart by their folders.
void nameAll(std::vector<Piece>& pieces)
{
    std::map<std::pair<AssetKind, QString>, int> uses;
    for (Piece& piece : pieces) {
        if (!piece.path.empty())
            piece.name = nameOf(piece);
        ++uses[{piece.kind, piece.name}];
    }
    for (Piece& piece : pieces) {
        const std::string_view folder = folderOf(piece.path);
        if (uses[{piece.kind, piece.name}] > 1 && !folder.empty())
            piece.name = displayPath(std::string(baseName(folder))) + u'/' + piece.name;
    }
}

} // namespace

Partition partition(const Survey& survey)
{
    Partition made = Cutter(survey).cut();
    for (std::size_t i = 0; i < survey.folders.size(); ++i) {
        const Folder& folder = survey.folders[i];
        Piece& piece = made.pieces[std::size_t(made.ofFolder[i])];
        piece.bytes += folder.bytes;
        piece.files += folder.files;
        piece.archives += folder.archives;
        piece.newestNs = std::max(piece.newestNs, folder.newestNs);
    }
    for (const SpecialFile& special : survey.specials) {
        const int around = made.ofFolder[std::size_t(special.folder)];
        const AssetKind inside = made.pieces[std::size_t(around)].kind;
        if (inside == AssetKind::Backups) {
            // A copy that lies among backups is a backup, not a database in use.
            Piece& piece = made.pieces[std::size_t(around)];
            piece.bytes += special.bytes;
            piece.files += special.files;
            piece.newestNs = std::max(piece.newestNs, special.newestNs);
            made.ofSpecial.push_back(around);
            continue;
        }
        made.ofSpecial.push_back(int(made.pieces.size()));
        made.pieces.push_back(
            {special.kind, special.path, {}, special.version, special.bytes, special.files, special.newestNs, 0});
    }
    nameAll(made.pieces);
    return made;
}

QString assetKey(AssetKind kind, const Path& path)
{
    return enumName(kind) + u':' + QString::fromLatin1(path.toPercentEncoding("/ @+,=()[]{}"));
}

} // namespace bascule::inventory
