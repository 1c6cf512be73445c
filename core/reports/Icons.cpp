// SPDX-License-Identifier: GPL-3.0-or-later
// The icons of states: each of another shape, so that colour is never alone.
#include "core/reports/Report.h"

#include <array>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

struct Icon
{
    const char* name;
    const char* colour; ///< for paper and a white page
    const char* shape;  ///< C stands for the colour
};

constexpr std::array icons{
    Icon{"not-started", "#526068", "<circle cx='8' cy='8' r='6.2' fill='none' stroke='C' stroke-width='1.5'/>"},
    Icon{"in-progress", "#175B84",
         "<circle cx='8' cy='8' r='6.2' fill='none' stroke='C' stroke-width='1.5'/>"
         "<path d='M8 3.6a4.4 4.4 0 0 1 0 8.8z' fill='C'/>"},
    Icon{"blocked", "#A32828",
         "<path d='M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z' fill='C'/>"
         "<path d='M4.6 8h6.8' stroke='#FFFFFF' stroke-width='2.2'/>"},
    Icon{"passed", "#1A6A44",
         "<circle cx='8' cy='8' r='7' fill='C'/><path d='M4.7 8.3 7 10.6l4.4-5' stroke='#FFFFFF' stroke-width='1.8' "
         "fill='none' stroke-linecap='round' stroke-linejoin='round'/>"},
    Icon{"expired", "#855000",
         "<circle cx='8' cy='8' r='7' fill='C'/><path d='M8 4v4.3l2.8 1.7' stroke='#FFFFFF' stroke-width='1.7' "
         "fill='none' stroke-linecap='round' stroke-linejoin='round'/>"},
    Icon{"waived", "#5C4889",
         "<path d='M3.2 15V1.6' stroke='C' stroke-width='1.8' stroke-linecap='round'/>"
         "<path d='M3.6 2h10l-2.6 3.6L13.6 9h-10z' fill='C'/>"},
    Icon{"to-fix", "#855000",
         "<path d='M8 1.2 15.4 14.4H.6z' fill='C' stroke='C' stroke-width='1' stroke-linejoin='round'/>"
         "<path d='M8 5.8v4' stroke='#FFFFFF' stroke-width='1.8' stroke-linecap='round'/>"
         "<circle cx='8' cy='12.3' r='1.05' fill='#FFFFFF'/>"},
    Icon{"note", "#175B84",
         "<circle cx='8' cy='8' r='6.2' fill='none' stroke='C' stroke-width='1.5'/>"
         "<path d='M8 7.4v3.8' stroke='C' stroke-width='1.7' stroke-linecap='round'/>"
         "<circle cx='8' cy='4.9' r='1' fill='C'/>"},
    Icon{"failed", "#A32828",
         "<circle cx='8' cy='8' r='7' fill='C'/><path d='M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2' stroke='#FFFFFF' "
         "stroke-width='1.8' stroke-linecap='round'/>"},
    Icon{"unknown", "#526068",
         "<circle cx='8' cy='8' r='6.2' fill='none' stroke='C' stroke-width='1.5'/>"
         "<path d='M6.2 6.4a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.6-.9 1.2' fill='none' stroke='C' stroke-width='1.4' "
         "stroke-linecap='round'/><circle cx='8' cy='11.4' r='.9' fill='C'/>"},
};

} // namespace

QStringList stateIconNames()
{
    QStringList names;
    for (const Icon& icon : icons)
        names.append(QLatin1String(icon.name));
    return names;
}

QByteArray stateIconSvg(const QString& name)
{
    for (const Icon& icon : icons) {
        if (name != QLatin1String(icon.name))
            continue;
        const QByteArray shape = QByteArray(icon.shape).replace("'C'", QByteArray("'") + icon.colour + '\'');
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' width='16' height='16'>" + shape + "</svg>";
    }
    return {};
}

} // namespace bascule
