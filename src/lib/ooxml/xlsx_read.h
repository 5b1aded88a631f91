#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Tables that people bring in spreadsheets (ECMA-376 part 1, SpreadsheetML).
namespace congso::ooxml {

// What a table from outside may cost before it is refused.
struct XlsxLimits {
    std::size_t rows = 20'000, columns = 100;
    std::size_t text_bytes = 32U << 20; // of all cells together: a shared text counts in each cell that shows it
};

// Row 1 of the sheet is rows[0], empty rows in between are kept, cells are as people see them: a whole number without a point, a day
// as YYYY-MM-DD, a formula as its stored result, TRUE and FALSE.
struct Sheet {
    std::string name;
    std::vector<std::vector<std::string>> rows;
};

// The first sheet that is not hidden. Throws Error: invalid "xlsx.malformed", "archive.…" for what is no workbook; too_large
// "xlsx.too_large" beyond a limit.
Sheet read_xlsx(std::string_view bytes, const XlsxLimits& limits = {});

} // namespace congso::ooxml
