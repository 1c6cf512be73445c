// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runbook/TreePrint.h"

#include "core/hosts/HostLooks.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <array>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

/// Sum of the entries' hashes, so that their order does not count. Four independent 64-bit lanes of SHA-256.
class Sum
{
public:
    void add(const QByteArray& bytes)
    {
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        for (std::size_t lane = 0; lane < m_lanes.size(); ++lane)
            m_lanes[lane] += qFromLittleEndian<quint64>(hash.constData() + lane * sizeof(quint64));
    }
    QString text() const
    {
        return QString::fromLatin1(
            QByteArray(reinterpret_cast<const char*>(m_lanes.data()), qsizetype(sizeof m_lanes)).toHex());
    }

private:
    std::array<quint64, 4> m_lanes{};
};

template <class T>
void put(QByteArray& bytes, T value)
{
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

QByteArray described(const engine::TreeEntry& entry, bool loose)
{
    QByteArray bytes = QByteArray::fromStdString(entry.path);
    bytes.append('\0');
    bytes.append(entry.kind);
    put(bytes, entry.mode);
    put(bytes, entry.uid);
    put(bytes, entry.gid);
    put(bytes, entry.inode);
    put(bytes, entry.device);
    if (entry.kind != 'd') {
        put(bytes, entry.size);
        put(bytes, entry.links);
    }
    if (!loose) {
        put(bytes, entry.mtimeNs);
        put(bytes, entry.ctimeNs);
    }
    bytes.append(QByteArray::fromStdString(entry.linkTarget));
    return bytes;
}

Error cancelledError(const HostPath& root)
{
    return makeError("cancelled", root.shown());
}

Result<TreePrint> printThere(const HostPath& root, const std::vector<std::string>& excludes,
                             const std::set<std::string>& loose, std::stop_token stop)
{
    const auto sum = treeSum(root, excludes, loose, std::move(stop));
    if (!sum)
        return sum.error();
    TreePrint print;
    print.hash = QString::fromStdString(sum->hash);
    print.entries = sum->entries;
    print.bytes = sum->bytes;
    print.newestCtimeNs = sum->newestCtimeNs;
    print.unreadable = sum->unreadable;
    return print;
}

} // namespace

QJsonObject printToJson(const TreePrint& print)
{
    // A double would lose the nanoseconds.
    return {{u"hash"_s, print.hash},
            {u"entries"_s, print.entries},
            {u"bytes"_s, print.bytes},
            {u"newestCtimeNs"_s, QString::number(print.newestCtimeNs)}};
}

TreePrint printFromJson(const QJsonValue& json)
{
    const QJsonObject object = json.toObject();
    TreePrint print;
    print.hash = object[u"hash"].toString();
    print.entries = object[u"entries"].toInteger();
    print.bytes = object[u"bytes"].toInteger();
    print.newestCtimeNs = object[u"newestCtimeNs"].toString().toLongLong();
    return print;
}

Result<TreePrint> treePrint(const HostPath& root, const std::vector<std::string>& excludes,
                            const std::set<std::string>& loose, std::stop_token stop)
{
    if (!root.isHere())
        return printThere(root, excludes, loose, std::move(stop));
    TreePrint print;
    Sum sum;
    engine::WalkOptions options;
    options.excludes = excludes;
    auto walked = engine::walk(root.path, options, stop, [&](const engine::TreeEntry& entry) {
        sum.add(described(entry, entry.kind == 'd' && loose.contains(entry.path)));
        ++print.entries;
        if (entry.kind == 'f')
            print.bytes += entry.size;
        if (!loose.contains(entry.path))
            print.newestCtimeNs = std::max<qint64>(print.newestCtimeNs, entry.ctimeNs);
        return !stop.stop_requested();
    });
    if (!walked)
        return walked.error();
    if (stop.stop_requested())
        return cancelledError(root);
    for (const engine::Unreadable& entry : walked.value())
        sum.add(QByteArray::fromStdString(entry.path + '\0' + entry.reason));
    print.unreadable = qint64(walked.value().size());
    print.hash = sum.text();
    return print;
}

Result<Changes> changedSince(const HostPath& root, const std::vector<std::string>& excludes,
                             const std::set<std::string>& loose, qint64 ctimeNs, int limit, std::stop_token stop)
{
    Changes changes;
    engine::WalkOptions options;
    options.excludes = excludes;
    auto walked = root.at().walkTree(root.path, options, stop, [&](const engine::TreeEntry& entry) {
        if (entry.ctimeNs > ctimeNs && !loose.contains(entry.path)) {
            ++changes.total;
            if (changes.examples.size() < limit)
                changes.examples.append(entry.path.empty() ? u"/"_s : displayPath(entry.path));
        }
        return !stop.stop_requested();
    });
    if (!walked)
        return walked.error();
    return changes;
}

Result<bool> changedAfter(const HostPath& root, const std::string& relative, qint64 ctimeNs)
{
    std::string path = relative;
    for (;;) {
        const auto facts = lookAt(path.empty() ? root : root / path);
        if (!facts)
            return facts.error();
        if (*facts)
            return (*facts)->ctimeNs > ctimeNs;
        if (path.empty())
            return true;
        const auto slash = path.rfind('/');
        path = slash == std::string::npos ? std::string() : path.substr(0, slash);
    }
}

Result<QString> databaseStamp(const HostPath& path)
{
    QString stamp;
    for (const char* suffix : {"", "-wal", "-journal"}) {
        const auto facts = lookAt({path.host, path.path + suffix}, true);
        if (!facts)
            return facts.error();
        if (!*facts) {
            stamp += u"-;"_s;
            continue;
        }
        const engine::FileFacts& one = **facts;
        stamp += u"%1,%2,%3,%4;"_s.arg(qint64(one.inode)).arg(one.size).arg(one.mtimeNs).arg(one.ctimeNs);
    }
    return stamp;
}

} // namespace bascule
