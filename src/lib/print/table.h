#pragma once
#include "lib/print/paper.h"

#include <functional>

// Ruled tables over as many pages as they take. All lengths are millimetres, except the size of letters.
namespace congso::print {

struct Column {
    std::string title;
    double width = 0;
    Style style{.size = 10}; // of the cells; `struck` belongs to the cell
};

struct Cell {
    std::string text;
    bool struck = false;
};

struct TableLayout {
    std::vector<Column> columns;
    double left = 0;
    double next_top = 0, bottom = 0; // where it goes on, on the pages after the first, and where it ends on every page
    Style title{.size = 10, .bold = true, .centred = true};
    bool numbered_columns = false; // a row (1) (2) (3) … under the titles, as the registers of Decree 30/2020 have it
    std::function<void()> on_next_page{}; // after a page was begun, before the head is repeated: what else stands on each page
};

// Draws as rows come. The head stands at the top of each page that has rows. A row that does not fit goes to the next page whole; one
// that is taller than a page is parted between its lines.
class Table {
public:
    Table(Paper& paper, TableLayout layout, double top);

    void add(const std::vector<Cell>& cells); // as many as there are columns
    double end() const { return y_; } // the lower rule of the last row

private:
    void draw_head();
    void begin_page();
    double height_of(const std::vector<Cell>& cells) const;
    void draw(const std::vector<Cell>& cells, double height);
    void draw_parted(const std::vector<Cell>& cells);
    Style style_of(std::size_t column, const Cell& cell) const;

    Paper& paper_;
    TableLayout layout_;
    double width_ = 0, head_height_ = 0, y_;
};

} // namespace congso::print
