#pragma once
#include "lib/base/id.h"
#include "lib/ooxml/xlsx_write.h"

#include <filesystem>

namespace congso::registers {

struct Spreadsheet {
    std::string name;
    std::filesystem::path file; // removed by whoever sends it
};

// The page's own Vietnamese words for a stable code: page_word("access.actions", "book.exported") is «xuất sổ». They are taken from
// web/src/words/vi.ts when the program is built, so that a spreadsheet says what the page says. The code itself where there are none.
std::string page_word(std::string_view group, std::string_view code);

constexpr int page_size = 200;
constexpr int most_rows = 100'000;

inline std::filesystem::path new_sheet(const std::filesystem::path& folder)
{
    return folder / (Uuid::make().to_string() + ".xlsx");
}

// A list that is there whole, a row for each of its values.
template <class Rows, class Row>
Spreadsheet sheet_of(const std::filesystem::path& folder, const std::string& name, const std::vector<ooxml::XlsxColumn>& columns,
                     const Rows& rows, const Row& cells_of)
{
    auto file = new_sheet(folder);
    ooxml::XlsxWriter writer{file, name, columns};
    for (const auto& row : rows)
        writer.add(cells_of(row));
    writer.finish();
    return {name + ".xlsx", std::move(file)};
}

// A list that answers in pages, walked to its end. One that is longer than a spreadsheet should be is cut, and says so.
template <class Query, class List, class Row>
Spreadsheet sheet_of_pages(const std::filesystem::path& folder, const std::string& name, const std::vector<ooxml::XlsxColumn>& columns,
                           Query query, const List& list, const Row& cells_of)
{
    auto file = new_sheet(folder);
    ooxml::XlsxWriter writer{file, name, columns};
    query.limit = page_size;
    query.after.reset();
    int rows = 0;
    for (;;) {
        const auto page = list(query);
        for (const auto& row : page.items)
            writer.add(cells_of(row));
        rows += static_cast<int>(page.items.size());
        if (page.after.empty())
            break;
        if (rows >= most_rows) {
            writer.add({std::string{"Danh sách còn tiếp. Lọc hẹp lại (theo ngày, theo loại) để xuất phần sau."}});
            break;
        }
        query.after = page.after;
    }
    writer.finish();
    return {name + ".xlsx", std::move(file)};
}

} // namespace congso::registers
