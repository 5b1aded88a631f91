#include "lib/ooxml/xlsx_write.h"

#include "lib/base/error.h"

#include <xlsxwriter.h>

namespace congso::ooxml {

namespace {

constexpr std::size_t longest_text = 32'000; // bytes; a cell holds 32 767 characters

// What XML 1.0 has no character for is left out, and a text longer than a cell is cut between characters.
std::string cell_text(std::string_view text)
{
    std::string clean;
    for (const char c : text.substr(0, longest_text))
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
            clean += c;
    if (text.size() > longest_text)
        while (!clean.empty() && (static_cast<unsigned char>(text[longest_text]) & 0xc0) == 0x80
               && static_cast<unsigned char>(clean.back()) >= 0x80) {
            const bool begins = (static_cast<unsigned char>(clean.back()) & 0xc0) == 0xc0;
            clean.pop_back();
            if (begins)
                break;
        }
    return clean;
}

void demand(lxw_error error)
{
    if (error != LXW_NO_ERROR)
        throw Error::internal("xlsx.failed", {{"detail", lxw_strerror(error)}});
}

} // namespace

struct XlsxWriter::Book {
    lxw_workbook* workbook{};
    lxw_worksheet* sheet{};
    lxw_format* day{};
    lxw_format* wrapped{};
    lxw_row_t rows{};
    lxw_col_t columns{};
};

XlsxWriter::XlsxWriter(const std::filesystem::path& file, const std::string& sheet, const std::vector<XlsxColumn>& columns)
    : book_(std::make_unique<Book>())
{
    auto folder = file.parent_path().string();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    book_->workbook = workbook_new_opt(file.c_str(), &options);
    if (book_->workbook == nullptr)
        throw Error::internal("xlsx.failed");
    book_->sheet = workbook_add_worksheet(book_->workbook, sheet.c_str());
    if (book_->sheet == nullptr)
        throw Error::internal("xlsx.failed", {{"detail", "sheet"}});
    auto* const head = workbook_add_format(book_->workbook);
    format_set_bold(head);
    format_set_text_wrap(head);
    format_set_bg_color(head, 0xE6F0EE);
    book_->day = workbook_add_format(book_->workbook);
    format_set_num_format(book_->day, "dd/mm/yyyy");
    format_set_align(book_->day, LXW_ALIGN_VERTICAL_TOP);
    book_->wrapped = workbook_add_format(book_->workbook);
    format_set_text_wrap(book_->wrapped);
    format_set_align(book_->wrapped, LXW_ALIGN_VERTICAL_TOP);
    book_->columns = static_cast<lxw_col_t>(columns.size());
    worksheet_freeze_panes(book_->sheet, 1, 0);
    for (lxw_col_t i = 0; i < book_->columns; ++i) {
        worksheet_set_column(book_->sheet, i, i, columns[i].width, nullptr);
        demand(worksheet_write_string(book_->sheet, 0, i, cell_text(columns[i].title).c_str(), head));
    }
}

XlsxWriter::~XlsxWriter()
{
    if (book_->workbook != nullptr)
        workbook_close(book_->workbook); // nothing is left of its temporary files
}

void XlsxWriter::add(const std::vector<XlsxCell>& cells)
{
    const auto row = ++book_->rows;
    for (lxw_col_t i = 0; i < static_cast<lxw_col_t>(cells.size()); ++i) {
        const auto& cell = cells[i];
        if (const auto* const number = std::get_if<std::int64_t>(&cell)) {
            demand(worksheet_write_number(book_->sheet, row, i, static_cast<double>(*number), book_->wrapped));
        } else if (const auto* const day = std::get_if<Date>(&cell)) {
            if (!day->is_set())
                continue;
            lxw_datetime at{};
            at.year = day->year();
            at.month = static_cast<int>(day->month());
            at.day = static_cast<int>(day->day_of_month());
            demand(worksheet_write_datetime(book_->sheet, row, i, &at, book_->day));
        } else if (const auto text = cell_text(std::get<std::string>(cell)); !text.empty()) {
            demand(worksheet_write_string(book_->sheet, row, i, text.c_str(), book_->wrapped));
        }
    }
}

void XlsxWriter::finish()
{
    if (book_->columns > 0)
        worksheet_autofilter(book_->sheet, 0, 0, book_->rows, static_cast<lxw_col_t>(book_->columns - 1));
    const auto error = workbook_close(book_->workbook);
    book_->workbook = nullptr;
    demand(error);
}

} // namespace congso::ooxml
