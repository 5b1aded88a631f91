#include "office/registers/register_paper.h"

#include "office/registers/register_rows.h"

#include <sstream>

namespace congso::registers {

namespace {

using print::Style;

constexpr print::Style small{.size = 9};

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

std::string printed_by(std::string_view person, Time now, int zone_minutes)
{
    const auto minute = now.minute_of_day(zone_minutes);
    return fmt::format("In từ congso bởi {} lúc {:02}:{:02} ngày {}", person, minute / 60, minute % 60, day_text(now.date(zone_minutes)));
}

// Appendix IV: the cover of every register
void RegisterPaper::cover(const Cover& cover)
{
    const double width = paper_.width() - left_margin - right_margin;
    double y = top_margin + 5;
    const auto write = [&](const std::string& text, double size, bool bold, double after) {
        y += paper_.write(text, {.size = size, .bold = bold, .centred = true}, {left_margin, y}, width) + after;
    };
    if (!cover.parent_line.empty())
        write(cover.parent_line, 14, false, 1);
    for (const auto& line : lines_of(cover.agency))
        write(line, 14, true, 0.5);
    paper_.line({left_margin + width / 2 - 20, y + 1}, {left_margin + width / 2 + 20, y + 1}, 0.25);
    y = 75;
    write(cover.title, 26, true, 4);
    if (!cover.book_name.empty())
        write("(" + cover.book_name + ")", 14, false, 10);
    write(cover.period, 16, true, 8);
    write("Từ ngày " + day_text(cover.from) + " đến ngày " + day_text(cover.to), 14, false, 3);
    if (cover.numbered)
        write(cover.last_number > 0 ? fmt::format("Từ số {:02} đến số {:02}", cover.first_number, cover.last_number) : "Chưa có số nào", 14,
              false, 3);
    write("Quyển số: ……", 14, false, 0);
    paper_.frame({left_margin - 5, top_margin - 5}, width + 10, paper_.height() - top_margin - bottom_margin + 10, 0.5);
    paper_.write(printed_, small, {left_margin, paper_.height() - 12}, width);
    paper_.next_page();
}

void RegisterPaper::mark_page(const std::string& running)
{
    const double width = paper_.width() - left_margin - right_margin, foot = paper_.height() - 13;
    if (++page_ > 1)
        paper_.write(running, {.size = 9, .italic = true}, {left_margin, 12}, width);
    paper_.write(printed_, small, {left_margin, foot}, width * 0.75);
    paper_.write(fmt::format("Trang {}", page_), {.size = 10, .right = true}, {left_margin, foot}, width);
}

void RegisterPaper::begin(const std::vector<std::string>& heading, const std::string& running, std::vector<print::Column> columns)
{
    const double width = paper_.width() - left_margin - right_margin;
    running_ = running;
    mark_page(running_);
    double y = top_margin;
    for (std::size_t i = 0; i < heading.size(); ++i)
        y += paper_.write(heading[i], {.size = i == 0 ? 14.0 : 12.0, .bold = i == 0, .centred = true}, {left_margin, y}, width) + 0.8;
    table_.emplace(paper_,
                   print::TableLayout{.columns = std::move(columns),
                                      .left = left_margin,
                                      .next_top = top_margin,
                                      .bottom = paper_.height() - bottom_margin,
                                      .numbered_columns = true,
                                      .on_next_page =
                                          [this] {
                                              mark_page(running_);
                                          }},
                   y + (heading.empty() ? 0 : 3));
}

void RegisterPaper::end(const std::vector<std::string>& closing, const std::vector<std::string>& signers)
{
    const double width = paper_.width() - left_margin - right_margin, signing = signers.empty() ? 0 : 30;
    double y = table_->end() + 4, height = signing;
    for (const auto& sentence : closing)
        height += paper_.height_of(sentence, {.size = 11}, width) + 1;
    if (y + height > paper_.height() - bottom_margin) {
        paper_.next_page();
        mark_page(running_);
        y = top_margin;
    }
    for (const auto& sentence : closing)
        y += paper_.write(sentence, {.size = 11}, {left_margin, y}, width) + 1;
    const double part = width / static_cast<double>(std::max<std::size_t>(1, signers.size()));
    for (std::size_t i = 0; i < signers.size(); ++i)
        paper_.write(signers[i], {.size = 11, .bold = true, .centred = true}, {left_margin + part * static_cast<double>(i), y + 3}, part);
}

} // namespace congso::registers
