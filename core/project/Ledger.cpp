// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/Ledger.h"

#include <QCryptographicHash>

namespace bascule {

QString ledgerHash(const Evidence& entry)
{
    // Each field goes in with its length, so that moving a byte from one field to the next shows too.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray& field) {
        hash.addData(QByteArray::number(field.size()) + ':');
        hash.addData(field);
    };
    add(entry.prev.toUtf8());
    add(entry.at.toUTC().toString(Qt::ISODateWithMs).toUtf8());
    add(entry.who.toUtf8());
    add(entry.step.toUtf8());
    add(entry.kind.toUtf8());
    add(entry.subject.toUtf8());
    add(QJsonDocument(entry.data).toJson(QJsonDocument::Compact));
    return QString::fromLatin1(hash.result().toHex());
}

LedgerCheck verifyLedger(const std::vector<Evidence>& entries, const QString& headHash, qint64 headCount)
{
    using namespace Qt::StringLiterals;
    LedgerCheck check;
    check.entries = qint64(entries.size());
    const auto bad = [&check](Id id, const QString& code) {
        check.firstBad = id;
        check.code = code;
        return check;
    };
    QString prev;
    Id expected = 1;
    for (const Evidence& entry : entries) {
        if (entry.id != expected)
            return bad(expected, u"ledger.missing-entry"_s);
        if (entry.hash != ledgerHash(entry))
            return bad(entry.id, u"ledger.changed"_s);
        if (entry.prev != prev)
            return bad(entry.id, u"ledger.broken-chain"_s);
        prev = entry.hash;
        ++expected;
    }
    if (headCount != check.entries || headHash != prev)
        return bad(expected, u"ledger.truncated"_s);
    check.intact = true;
    return check;
}

} // namespace bascule
