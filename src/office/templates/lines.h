#pragma once
#include "lib/pdf/text.h"

#include <span>
#include <string>
#include <vector>

// Words put together as a person sees them.
namespace congso::templates {

struct Line {
    int page{};
    double x0{}, y0{}, x1{}, y1{};
    std::string text{};
    double middle() const { return (x0 + x1) / 2; }
};

// Words of one page that stand on a line, left to right; a gap wider than `column_gap_mm` begins another line. Sorted from
// top to bottom, then left to right.
std::vector<Line> lines_of(std::span<const pdf::Word> words, int page, double column_gap_mm);

void extend(Line& line, const Line& by); // one text after the other, and the box around both
bool is_capitals(std::string_view text); // has letters, and no small one

} // namespace congso::templates
