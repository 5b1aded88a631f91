#include "lib/print/table.h"

#include <cassert>
#include <cmath>

namespace congso::print {

namespace {

constexpr double beside = 1, above = 0.7; // between a rule and the letters
constexpr double thin = 0.2;

// The lines `from` … of a text that was broken into lines, as one text.
std::string joined(const std::vector<std::string>& lines, std::size_t from, std::size_t count)
{
    std::string text;
    for (std::size_t i = from; i < std::min(lines.size(), from + count); ++i)
        text.append(i == from ? "" : "\n").append(lines[i]);
    return text;
}

} // namespace

Table::Table(Paper& paper, TableLayout layout, double top) : paper_(paper), layout_(std::move(layout)), y_(top)
{
    for (const auto& column : layout_.columns)
        width_ += column.width;
    draw_head();
}

Style Table::style_of(std::size_t column, const Cell& cell) const
{
    auto style = layout_.columns[column].style;
    style.struck = cell.struck;
    return style;
}

void Table::draw_head()
{
    const auto top = y_;
    const auto draw_row = [&](const auto& text_of, const Style& style) {
        double height = 0;
        for (std::size_t i = 0; i < layout_.columns.size(); ++i)
            height = std::max(height, paper_.height_of(text_of(i), style, layout_.columns[i].width - 2 * beside));
        double x = layout_.left;
        for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
            const auto width = layout_.columns[i].width;
            const auto own = paper_.height_of(text_of(i), style, width - 2 * beside);
            paper_.write(text_of(i), style, {x + beside, y_ + above + (height - own) / 2}, width - 2 * beside);
            paper_.frame({x, y_}, width, height + 2 * above, thin);
            x += width;
        }
        y_ += height + 2 * above;
    };
    draw_row([&](std::size_t i) -> const std::string& { return layout_.columns[i].title; }, layout_.title);
    if (layout_.numbered_columns) {
        auto style = layout_.title;
        style.bold = false;
        draw_row([](std::size_t i) { return "(" + std::to_string(i + 1) + ")"; }, style);
    }
    head_height_ = y_ - top;
}

void Table::begin_page()
{
    paper_.next_page();
    if (layout_.on_next_page)
        layout_.on_next_page();
    y_ = layout_.next_top;
    draw_head();
}

double Table::height_of(const std::vector<Cell>& cells) const
{
    double height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i)
        height = std::max(height, paper_.height_of(cells[i].text, style_of(i, cells[i]), layout_.columns[i].width - 2 * beside));
    return height + 2 * above;
}

void Table::add(const std::vector<Cell>& cells)
{
    assert(cells.size() == layout_.columns.size());
    const auto height = height_of(cells);
    if (y_ + height > layout_.bottom) {
        if (height > layout_.bottom - layout_.next_top - head_height_)
            return draw_parted(cells);
        begin_page();
    }
    draw(cells, height);
}

void Table::draw(const std::vector<Cell>& cells, double height)
{
    double x = layout_.left;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto width = layout_.columns[i].width;
        if (!cells[i].text.empty())
            paper_.write(cells[i].text, style_of(i, cells[i]), {x + beside, y_ + above}, width - 2 * beside);
        paper_.line({x, y_}, {x, y_ + height}, thin);
        x += width;
    }
    paper_.line({x, y_}, {x, y_ + height}, thin);
    y_ += height;
    paper_.line({layout_.left, y_}, {layout_.left + width_, y_}, thin);
}

void Table::draw_parted(const std::vector<Cell>& cells)
{
    std::vector<std::vector<std::string>> lines;
    std::size_t most = 0;
    double line_height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto style = style_of(i, cells[i]);
        const auto width = layout_.columns[i].width - 2 * beside;
        lines.push_back(paper_.lines_of(cells[i].text, style, width));
        most = std::max(most, lines.back().size());
        line_height = std::max(line_height, paper_.height_of(cells[i].text, style, width) / static_cast<double>(lines.back().size()));
    }
    for (std::size_t done = 0; done < most;) {
        const auto room = [&] {
            return std::floor((layout_.bottom - y_ - 2 * above) / line_height);
        };
        if (room() < 1)
            begin_page();
        const auto count = static_cast<std::size_t>(std::max(room(), 1.0)); // a page that holds no line still takes one
        std::vector<Cell> piece;
        for (std::size_t i = 0; i < cells.size(); ++i)
            piece.push_back({joined(lines[i], done, count), cells[i].struck});
        draw(piece, height_of(piece));
        done += count;
    }
}

} // namespace congso::print
