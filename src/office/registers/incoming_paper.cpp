#include "office/registers/incoming_paper.h"

#include "lib/text/upper.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>

namespace congso::registers {

namespace {

using print::Paper, print::Point, print::Style;

constexpr double left = 30, right = 15, top = 20, bottom = 20; // Appendix I: margins of a page
constexpr double thin = 0.3;
constexpr print::Colour stamp_ink{.red = 0.75, .green = 0.05, .blue = 0.1};
const std::string dots = "…………………";

// As large as fits on one line of this width, not below 5 points.
Style fitting(const Paper& paper, const std::string& text, Style style, double width)
{
    while (style.size > 5 && paper.width_of(text, style) > width)
        style.size -= 0.5;
    return style;
}

double write_lines(Paper& paper, const std::string& text, const Style& style, Point at, double width)
{
    std::istringstream lines{text};
    double y = at.y;
    for (std::string line; std::getline(lines, line);)
        y += paper.write(line, style, {at.x, y}, width) + 0.3;
    return y;
}

class SlipPaper {
public:
    SlipPaper(const Slip& slip, Date today, const std::string& printed) : slip_(slip), printed_(printed), paper_(today) { }

    std::string draw()
    {
        mark();
        double y = top;
        if (!slip_.parent_line.empty())
            y += paper_.write(slip_.parent_line, {.size = 13, .centred = true}, {left, y}, 75);
        y = write_lines(paper_, slip_.agency, {.size = 13, .bold = true, .centred = true}, {left, y}, 75);
        paper_.line({left + 25, y + 0.7}, {left + 50, y + 0.7}, thin);
        y_ = y + 9;
        text("PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN", {.size = 14, .bold = true, .centred = true}, 5);
        text(slip_.origin, {.size = 13, .justified = true}, 1.5);
        text("Trích yếu: " + slip_.subject, {.size = 13, .justified = true}, 1.5);
        text(slip_.arrival, {.size = 13}, 5);
        part("Ý kiến của lãnh đạo cơ quan, tổ chức:", slip_.leader, slip_.shares);
        part("Ý kiến của lãnh đạo đơn vị:", slip_.unit_head, {});
        part("Ý kiến đề xuất của người giải quyết:", slip_.handler, {});
        return paper_.finish();
    }

private:
    double width() const { return paper_.width() - left - right; }

    void mark() { paper_.write(printed_, {.size = 9}, {left, paper_.height() - 12}, width()); }

    void make_room(double height)
    {
        if (y_ + height <= paper_.height() - bottom)
            return;
        paper_.next_page();
        mark();
        y_ = top;
    }

    void text(const std::string& words, const Style& style, double after)
    {
        make_room(paper_.height_of(words, style, width()));
        y_ += paper_.write(words, style, {left, y_}, width()) + after;
    }

    void part(const std::string& title, const std::vector<Opinion>& opinions, const std::vector<std::string>& shares)
    {
        constexpr int lines_to_write_on = 4;
        make_room(30); // a title never stands alone at the end of a page
        text(title, {.size = 13, .bold = true}, 2);
        for (const auto& opinion : opinions) {
            if (!opinion.text.empty())
                text(opinion.text, {.size = 13, .justified = true, .indent = 10}, 1.5);
            if (&opinion == &opinions.front())
                for (const auto& share : shares)
                    text("- " + share, {.size = 13, .indent = 10}, 1);
            text(fmt::format("{}, ngày {}", opinion.person, day_text(opinion.day)), {.size = 13, .italic = true, .right = true}, 2.5);
        }
        if (opinions.empty()) {
            for (int i = 0; i < lines_to_write_on; ++i) {
                make_room(9);
                y_ += 8;
                for (double x = left; x < paper_.width() - right; x += 1.5)
                    paper_.line({x, y_}, {x + 0.4, y_}, thin);
            }
            y_ += 2;
            text("Ngày …… tháng …… năm ………", {.size = 13, .italic = true, .right = true}, 2.5);
        }
        y_ += 3;
    }

    const Slip& slip_;
    const std::string& printed_;
    Paper paper_;
    double y_ = 0;
};

} // namespace

// Appendix IV: a rectangle of 35 × 50 mm
void draw_stamp(Paper& paper, Point at, const Stamp& stamp)
{
    constexpr double head = 8, middle = 21, third = 28, word_width = 15, beside = 1.2;
    paper.set_colour(stamp_ink);
    paper.frame(at, stamp_width, stamp_height, 0.5);
    paper.line({at.x, at.y + head}, {at.x + stamp_width, at.y + head}, thin);
    paper.line({at.x, at.y + middle}, {at.x + stamp_width, at.y + middle}, thin);
    paper.line({at.x, at.y + third}, {at.x + stamp_width, at.y + third}, thin);
    paper.line({at.x + word_width, at.y + head}, {at.x + word_width, at.y + middle}, thin);
    const auto write = [&](const std::string& text, Style style, double x, double y, double width, double height) {
        style = fitting(paper, text, style, width);
        paper.write(text, style, {at.x + x, at.y + y + (height - paper.height_of(text, style, width)) / 2}, width);
    };
    const double inside = stamp_width - 2 * beside, beyond = stamp_width - word_width - 2 * beside;
    write(text::upper(stamp.agency), {.size = 8, .bold = true, .centred = true}, beside, 0, inside, head);
    write("ĐẾN", {.size = 15, .bold = true, .centred = true}, 0.5, head, word_width - 1, middle - head);
    const double half = (middle - head) / 2;
    write("Số: " + (stamp.number > 0 ? fmt::format("{:02}", stamp.number) : dots), {.size = 10}, word_width + beside, head, beyond, half);
    write("Ngày: " + (stamp.day.is_set() ? day_text(stamp.day) : dots), {.size = 10}, word_width + beside, head + half, beyond, half);
    write("Chuyển: " + (stamp.forwarded_to.empty() ? dots : stamp.forwarded_to), {.size = 9}, beside, middle, inside, third - middle);
    write("Số và ký hiệu HS: " + (stamp.dossier.empty() ? "……………" : stamp.dossier), {.size = 9}, beside, third, inside,
          stamp_height - third);
    paper.set_colour({});
}

namespace {

// What stands on a page, in cells of a millimetre, so that a rectangle is asked in one step.
class Taken {
public:
    Taken(const std::vector<Box>& boxes, double width, double height)
        : columns_(static_cast<int>(std::ceil(width))), rows_(static_cast<int>(std::ceil(height))),
          sums_(static_cast<std::size_t>(columns_ + 1) * static_cast<std::size_t>(rows_ + 1))
    {
        for (const auto& box : boxes)
            for (int y = std::max(0, static_cast<int>(box.y0)); y < std::min<double>(rows_, box.y1); ++y)
                for (int x = std::max(0, static_cast<int>(box.x0)); x < std::min<double>(columns_, box.x1); ++x)
                    at(x + 1, y + 1) = 1;
        for (int y = 1; y <= rows_; ++y)
            for (int x = 1; x <= columns_; ++x)
                at(x, y) += at(x - 1, y) + at(x, y - 1) - at(x - 1, y - 1);
    }
    // Nothing in the rectangle whose top left corner is there, and a little air around it.
    bool leaves(int x, int y, int width, int height)
    {
        constexpr int air = 1;
        const int from_x = std::max(0, x - air), to_x = std::min(columns_, x + width + air);
        const int from_y = std::max(0, y - air), to_y = std::min(rows_, y + height + air);
        return at(to_x, to_y) - at(from_x, to_y) - at(to_x, from_y) + at(from_x, from_y) == 0;
    }

private:
    int& at(int x, int y)
    {
        return sums_[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_ + 1) + static_cast<std::size_t>(x)];
    }

    int columns_, rows_;
    std::vector<int> sums_;
};

} // namespace

StampPlace place_of_stamp(const std::vector<Box>& taken, double page_width, double page_height)
{
    constexpr int edge = 5, wide = static_cast<int>(stamp_width), high = static_cast<int>(stamp_height);
    constexpr double air = 3;
    Taken page{taken, page_width, page_height};
    const int middle = static_cast<int>(page_width) / 2, last = static_cast<int>(page_width) - edge - wide;
    const int under_heading = 30, lowest = static_cast<int>(page_height) / 2 - high;
    // The highest place of these columns, there the one nearest to `best`.
    const auto find = [&](int from, int to, int best, int upper) -> std::optional<Point> {
        for (int y = upper; y <= lowest; ++y) {
            std::optional<int> found;
            for (int x = std::max(edge, from); x <= std::min(last, to); ++x)
                if (page.leaves(x, y, wide, high) && (!found || std::abs(x - best) < std::abs(*found - best)))
                    found = x;
            if (found)
                return Point{static_cast<double>(*found), static_cast<double>(y)};
        }
        return std::nullopt;
    };
    const int left_margin = static_cast<int>(left), right_column = static_cast<int>(page_width - right) - wide;
    if (const auto at = find(edge, middle - wide + high / 2, left_margin, under_heading)) // under the number and symbol
        return {*at};
    if (const auto at = find(middle, last, right_column, under_heading)) // under the date
        return {*at};
    if (const auto at = find(edge, last, left_margin, edge))
        return {*at};
    double upper = page_height; // of what stands there
    for (const auto& box : taken)
        upper = std::min(upper, std::max(0.0, box.y0));
    return {{left, edge}, (page_height - edge - stamp_height - air) / (page_height - upper)};
}

std::string print_slip(const Slip& slip, Date today, const std::string& printed)
{
    return SlipPaper{slip, today, printed}.draw();
}

} // namespace congso::registers
