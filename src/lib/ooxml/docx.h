#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Writes Word documents (ECMA-376, transitional): A4, Times New Roman, language vi-VN. What is not here cannot be written.
namespace congso::ooxml {

enum class Align { left, centre, right, justify };

// A piece of text in one type. In `text` "\t" is a tab and "\n" a line break.
struct Run {
    std::string text;
    int half_points = 28; // 28 is 14 pt
    bool bold = false, italic = false, underline = false;
    bool caps = false; // shown in capitals, stored as written
    std::string colour{}; // RRGGBB; empty: black
};

struct Tab {
    double at_mm{}; // from the paragraph's left margin
    Align align = Align::left;
    bool dots = false; // a dotted line leads to it
};

// A single line at an edge; no line when 0.
struct Borders {
    double top_pt = 0, bottom_pt = 0, left_pt = 0, right_pt = 0;
    std::string colour{}; // RRGGBB; empty: black
};

struct Paragraph {
    std::vector<Run> runs{};
    Align align = Align::left;
    double before_pt = 0, after_pt = 0;
    double line = 1; // multiple of a single line
    double exact_line_pt = 0; // when set, the height of a line whatever stands in it
    double first_line_mm = 0; // indent of the first line, beside left_mm
    double left_mm = 0, right_mm = 0;
    std::vector<Tab> tabs{};
    Borders borders{};
    bool keep_with_next = false;
    int outline_level = 0; // 1 … 9 for a heading, 0 for text
};

struct Table;
using Block = std::variant<Paragraph, Table>;

struct Cell {
    std::vector<Block> blocks;
    Borders borders{};
    bool middle = false; // text stands in the middle of the height
};

struct Row {
    std::vector<Cell> cells; // as many as the table has columns
    double height_mm = 0; // exact; 0: as high as the text
};

// Fixed column widths, no lines but those of its cells, no padding in cells; rows do not break across pages.
struct Table {
    std::vector<double> columns_mm;
    std::vector<Row> rows;
    Align align = Align::left;
    bool header_row = false; // the first row stands again on every page
};

struct PageSetup {
    double top_mm = 20, bottom_mm = 20, left_mm = 30, right_mm = 15;
    bool landscape = false;
    bool page_numbers = true; // in the middle of the top margin, from the second page
    constexpr double text_width_mm() const { return (landscape ? 297 : 210) - left_mm - right_mm; }
};

struct Document {
    PageSetup page{};
    std::vector<Block> blocks{};
    std::vector<Block> first_footer{}; // at the foot of the first page only
    std::string title{}, author{}; // core properties
    std::string created{}; // ISO 8601 in UTC ("2022-05-04T00:15:00Z"); empty: not told
};

// The bytes of the .docx. Equal documents give equal bytes.
std::string write_docx(const Document& document);

// An empty paragraph whose only mark is a line of `length_mm`, in the middle of a column `column_mm` wide.
Paragraph rule_line(double length_mm, double column_mm);

} // namespace congso::ooxml
