#pragma once
#include "office/incoming/incoming.h"
#include "office/numbering/numbering.h"
#include "office/outgoing/outgoing.h"

namespace congso::registers {

// The registers of Decree 30/2020 Appendix IV that a book is printed as.
enum class Form {
    entries, // sổ đăng ký văn bản đi, sổ đăng ký văn bản đến
    handling, // sổ theo dõi giải quyết văn bản đến
    post // sổ gửi văn bản đi bưu điện
};
BOOST_DESCRIBE_ENUM(Form, entries, handling, post)

// GET /api/books/{book}/day-sheet
struct DaySheetQuery {
    Id<numbering::Book> book;
    std::optional<Date> day; // today when absent, never later
};
BOOST_DESCRIBE_STRUCT(DaySheetQuery, (), (book, day))

// GET /api/books/{book}/print
struct BookPrintQuery {
    Id<numbering::Book> book;
    int period{};
    std::optional<Form> form; // the register of entries when absent
    std::optional<Date> from, to; // the whole period when absent
};
BOOST_DESCRIBE_STRUCT(BookPrintQuery, (), (book, period, form, from, to))

// A number of a book as every register shows it.
struct Line {
    int number{};
    numbering::NumberState number_state{};
    Date dated_on; // the day that the number has
    std::string reason; // reserved, void, imported: why
};
BOOST_DESCRIBE_STRUCT(Line, (), (number, number_state, dated_on, reason))

struct IncomingLine : Line {
    Uuid record;
    std::string issuer, origin_number, kind_name, subject, note;
    Date issued_on, due_on;
    incoming::State state{};
    incoming::Result result{};
    std::string reply_symbol;
    Time done_at;
    std::string handlers; // «chủ trì; phối hợp», one a line
    Time handed_at; // 0: not yet
};
BOOST_DESCRIBE_STRUCT(IncomingLine, (Line),
                      (record, issuer, origin_number, kind_name, subject, note, issued_on, due_on, state, result, reply_symbol, done_at,
                       handlers, handed_at))

struct OutgoingLine : Line {
    Uuid record;
    std::string symbol, kind_name, subject, signer_name, unit_name, note;
    Date issued_on;
    outgoing::State state{};
    std::string superseded_by; // the symbol of what replaced, corrected or recalled it
    int copy_count{};
    Time dispatched_at; // 0: not yet
    std::string recipients; // one a line
    std::string posted_to; // of those, the ones that are reached by post only
    int envelopes{};
};
BOOST_DESCRIBE_STRUCT(OutgoingLine, (Line),
                      (record, symbol, kind_name, subject, signer_name, unit_name, note, issued_on, state, superseded_by, copy_count,
                       dispatched_at, recipients, posted_to, envelopes))

// One line of a book as the page shows it: GET /api/books/{book}/entries
struct BookRow {
    int number{};
    numbering::NumberState state{};
    Date dated_on;
    std::string reason;
    Uuid record;
    std::string symbol, subject, person_name; // whose act it was
    Time at;
};
BOOST_DESCRIBE_STRUCT(BookRow, (), (number, state, dated_on, reason, record, symbol, subject, person_name, at))

struct BookRowsQuery {
    Id<numbering::Book> book;
    int period{};
    std::optional<numbering::NumberState> state;
    std::optional<std::string> after; // the number above which the next page begins to go down
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(BookRowsQuery, (), (book, period, state, after, limit))

std::string day_text(Date day); // «04/05/2022», "" when not set
std::string name_of(const numbering::Book& book, Form form); // «SỔ ĐĂNG KÝ VĂN BẢN ĐẾN»

} // namespace congso::registers
