#include "office/templates/lines.h"
#include "lib/text/letter.h"
#include "lib/text/utf8.h"

#include <algorithm>
#include <cmath>

namespace congso::templates {

std::vector<Line> lines_of(std::span<const pdf::Word> words, int page, double column_gap_mm)
{
    constexpr double same_line_mm = 1.8; // between the middles of 11 and of 14 pt on one base line
    std::vector<const pdf::Word*> sorted;
    for (const auto& word : words)
        if (word.page == page)
            sorted.push_back(&word);
    const auto middle = [](const pdf::Word* word) {
        return (word->y0 + word->y1) / 2;
    };
    std::stable_sort(sorted.begin(), sorted.end(), [&](const auto* a, const auto* b) { return middle(a) < middle(b); });
    std::vector<Line> lines;
    for (std::size_t from = 0; from < sorted.size();) {
        auto to = from + 1;
        while (to < sorted.size() && middle(sorted[to]) - middle(sorted[from]) < same_line_mm)
            ++to;
        std::stable_sort(sorted.begin() + static_cast<std::ptrdiff_t>(from), sorted.begin() + static_cast<std::ptrdiff_t>(to),
                         [](const auto* a, const auto* b) { return a->x0 < b->x0; });
        for (auto i = from; i < to; ++i) {
            const auto& word = *sorted[i];
            const Line alone{page, word.x0, word.y0, word.x1, word.y1, word.text};
            if (i > from && word.x0 - lines.back().x1 <= column_gap_mm)
                extend(lines.back(), alone);
            else
                lines.push_back(alone);
        }
        from = to;
    }
    return lines;
}

void extend(Line& line, const Line& by)
{
    if (line.text.empty()) {
        line = by;
        return;
    }
    line.text += " " + by.text;
    line.x0 = std::min(line.x0, by.x0);
    line.y0 = std::min(line.y0, by.y0);
    line.x1 = std::max(line.x1, by.x1);
    line.y1 = std::max(line.y1, by.y1);
}

bool is_capitals(std::string_view text)
{
    bool has_letter = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = text::utf8::next(text, at);
        const auto letter = text::letter(point);
        if (!letter.is_word || letter.is_digit)
            continue;
        if (letter.lower == point)
            return false;
        has_letter = true;
    }
    return has_letter;
}

} // namespace congso::templates
