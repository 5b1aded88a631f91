#pragma once
#include "lib/base/error.h"
#include "office/incoming/incoming_correction.h"
#include "office/numbering/numbering.h"
#include "office/outgoing/past_outgoing.h"

#include <map>

// Past entries of an office that joins in mid-year, from a table that people keep: Excel or CSV.
namespace congso::imports {

struct ImportEntry { // POST /api/books/{book}/import/preview, and POST /api/books/{book}/import, which writes all or nothing
    Id<numbering::Book> book;
    std::string file; // id from POST /api/files
    std::string reason; // told in the book beside each number
};
BOOST_DESCRIBE_STRUCT(ImportEntry, (), (book, file, reason))

// One cell that is wrong, as people find it: the row of the table, the title of its column.
struct CellFault {
    int row{};
    std::string column, code, text; // text: what stands there
};
BOOST_DESCRIBE_STRUCT(CellFault, (), (row, column, code, text))

struct PreviewRow {
    int row{}, number{};
    Date day;
    std::string symbol, subject;
};
BOOST_DESCRIBE_STRUCT(PreviewRow, (), (row, number, day, symbol, subject))

struct Preview {
    int period{}, count{}, first_number{}, last_number{};
    std::vector<std::string> columns; // of the table, those that are understood
    std::vector<std::string> ignored; // and those that are not
    std::vector<PreviewRow> rows; // the first and the last few
    std::vector<CellFault> faults; // at most 200
    int fault_count{};
};
BOOST_DESCRIBE_STRUCT(Preview, (), (period, count, first_number, last_number, columns, ignored, rows, faults, fault_count))

struct Imported {
    int count{}, first_number{}, last_number{}, next_number{};
};
BOOST_DESCRIBE_STRUCT(Imported, (), (count, first_number, last_number, next_number))

using Rows = std::vector<std::vector<std::string>>;

// What the table is compared with.
struct Ground {
    numbering::Direction direction{};
    std::map<std::string, std::string> kinds; // code by folded name and by folded code
    int next_number{1}; // the one that the first row must have, in each period that has begun
    Date today;
};

// A table as it was understood. Entries are complete when there are no faults.
struct Table {
    std::vector<incoming::PastIncoming> incoming;
    std::vector<outgoing::PastOutgoing> outgoing;
    Preview preview;
};

// Finds the row of titles and the columns by their names, with or without marks; every fault of every cell is told at once.
Table read_table(const Rows& rows, const Ground& ground);

std::optional<Date> read_day(std::string_view text); // 28/4/2022, 28-4-2022, 2022-04-28

} // namespace congso::imports
