// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace bascule::ui {

/// What RowDelegate reads from an item model beside Qt's own roles (DisplayRole, ToolTipRole, TextAlignmentRole).
/// RowModel answers all of them; a model of one's own answers those it needs.
enum Role : int {
    StateRole = Qt::UserRole + 1, ///< int(Look): its icon before the text, the text in its colour
    PlainStateRole,               ///< bool: the icon of StateRole, but the text stays text-coloured
    SecondLineRole,               ///< QString: a caption under the text; the row is 44 px high
    IconRole,                     ///< QString: name of an icon before the text (kinds of assets)
    ToneRole,                     ///< int(Token): colour of the text
    MutedRole,                    ///< bool: muted text ("None", units)
    BoldRole,                     ///< bool
    FixedRole,                    ///< bool: fixed font (fingerprints, commands)
    PathRole,                     ///< bool: elided in the middle
    GroupRole,                    ///< bool: a group's row, spans all columns
    CountRole,                    ///< QString: the group's count, muted behind its name
    CheckableRole,                ///< bool: a check box before the text (Qt::CheckStateRole)
    SortRole,                     ///< QVariant to sort by (numbers, dates); the text if invalid
    SearchRole,                   ///< QString the search field looks in; the text if empty
    RowKindRole,                  ///< QString: the row's kind ("asset", "finding", …), of column 0
    RowIdRole                     ///< qint64: the row's id, of column 0
};

} // namespace bascule::ui
