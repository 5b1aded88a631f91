#pragma once
#include "lib/base/time.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

// Spreadsheets that people take out. Rows go to the disk as they come: a hundred thousand take no more memory than one.
namespace congso::ooxml {

struct XlsxColumn {
    std::string title;
    double width = 12; // in letters
};

// A text stays a text whatever it begins with (= + - @): nothing of it is ever computed. A day is a day that can be sorted and counted.
using XlsxCell = std::variant<std::string, std::int64_t, Date>;

class XlsxWriter {
public:
    // Begins `file`, with the titles as its first row, which stays in sight and filters. Own rows wait in the same folder meanwhile.
    XlsxWriter(const std::filesystem::path& file, const std::string& sheet, const std::vector<XlsxColumn>& columns);
    ~XlsxWriter();
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;

    void add(const std::vector<XlsxCell>& cells);
    void finish(); // the file is whole. Throws internal "xlsx.failed"

private:
    struct Book;
    std::unique_ptr<Book> book_;
};

} // namespace congso::ooxml
