// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Lines over time as an SVG, for RESULTS.md.

#include "Common.h"

namespace bench {

struct Line
{
    std::string name;
    const char* color;
    std::vector<std::pair<double, double>> points; ///< seconds, MiB
};

/// Memory over time; `limit` is drawn across. Beside the words a line's colour stands where it ends.
inline void plotMemory(const std::string& file, const std::string& title, const std::vector<Line>& lines, double limit)
{
    constexpr double width = 760, height = 320, left = 56, right = 150, top = 40, bottom = 44;
    double longest = 1, highest = limit * 1.1;
    for (const Line& line : lines) {
        for (const auto& [seconds, mib] : line.points) {
            longest = std::max(longest, seconds);
            highest = std::max(highest, mib * 1.1);
        }
    }
    const auto x = [&](double seconds) { return left + (width - left - right) * seconds / longest; };
    const auto y = [&](double mib) { return height - bottom - (height - top - bottom) * mib / highest; };
    std::ofstream out(file);
    const auto words = [&out](double atX, double atY, const char* anchor, const std::string& text, const char* color) {
        out << "<text x=\"" << number(atX, "%.1f") << "\" y=\"" << number(atY, "%.1f") << "\" text-anchor=\"" << anchor
            << "\" fill=\"" << color << "\">" << text << "</text>\n";
    };
    const auto rule = [&out](double x1, double y1, double x2, double y2, const char* style) {
        out << "<line x1=\"" << number(x1, "%.1f") << "\" y1=\"" << number(y1, "%.1f") << "\" x2=\""
            << number(x2, "%.1f") << "\" y2=\"" << number(y2, "%.1f") << "\" " << style << "/>\n";
    };
    out << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" << width << "\" height=\"" << height
        << "\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
    words(left, 22, "start", title, "#1b1f23");
    for (double mib = 0; mib <= highest; mib += 16) {
        rule(left, y(mib), width - right, y(mib), "stroke=\"#e1e4e8\"");
        words(left - 6, y(mib) + 4, "end", number(mib, "%.0f") + " MiB", "#57606a");
    }
    const double step = longest > 40 ? 10 : longest > 15 ? 5 : 1;
    for (double at = 0; at <= longest; at += step)
        words(x(at), height - bottom + 18, "middle", number(at, "%.0f") + " s", "#57606a");
    rule(left, y(limit), width - right, y(limit), "stroke=\"#a40e26\" stroke-dasharray=\"6 4\"");
    words(width - right + 6, y(limit) + 4, "start", "target " + number(limit, "%.0f") + " MiB", "#a40e26");
    double taken = -100;
    std::vector<const Line*> byHeight;
    for (const Line& line : lines)
        byHeight.push_back(&line);
    const auto lastOf = [](const Line& line) { return line.points.empty() ? 0.0 : line.points.back().second; };
    std::sort(byHeight.begin(), byHeight.end(), [&](const Line* a, const Line* b) { return lastOf(*a) > lastOf(*b); });
    for (const Line* line : byHeight) {
        out << "<polyline fill=\"none\" stroke-width=\"1.8\" stroke=\"" << line->color << "\" points=\"";
        for (const auto& [seconds, mib] : line->points)
            out << number(x(seconds), "%.1f") << ',' << number(y(mib), "%.1f") << ' ';
        out << "\"/>\n";
        taken = std::max(taken + 15, y(lastOf(*line)) + 4);
        words(width - right + 6, taken, "start", line->name, line->color);
    }
    out << "</svg>\n";
}

} // namespace bench
