#include "office/registers/incoming_paper.h"

#include "lib/text/upper.h"

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

Point place_of_stamp(const std::vector<Box>& words, double page_width, double page_height)
{
    constexpr double air = 1.5;
    const auto is_free = [&](Point at) {
        const bool on_page = at.x >= 5 && at.y >= 5 && at.x + stamp_width <= page_width - 5 && at.y + stamp_height <= page_height - 5;
        return on_page && std::none_of(words.begin(), words.end(), [&](const Box& word) {
                   return word.x0 < at.x + stamp_width + air && word.x1 > at.x - air && word.y0 < at.y + stamp_height + air
                       && word.y1 > at.y - air;
               });
    };
    const double right_side = page_width / 2 + 15;
    for (const double x : {left, right_side}) // under the number and symbol (or the abstract of a công văn), then under the date
        for (double y = 35; y <= 75; y += 1)
            if (is_free({x, y}))
                return {x, y};
    for (double y = 5; y <= page_height - stamp_height - 5; y += 2)
        for (double x = 5; x <= page_width - stamp_width - 5; x += 2)
            if (is_free({x, y}))
                return {x, y};
    return {5, page_height - stamp_height - 5};
}

std::string print_slip(const Slip& slip, Date today, const std::string& printed)
{
    return SlipPaper{slip, today, printed}.draw();
}

} // namespace congso::registers
