// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace bascule::cli {

/// Words of the command line itself. What core has to say comes from the phrasebook.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace bascule::cli
