#pragma once
#include "lib/db/tx.h"
#include "office/registers/registers.h"

namespace congso::registers::store {

// Numbers of one period of a book, dated `from` … `to`.
struct Range {
    Id<numbering::Book> book;
    int period{};
    Date from, to;
};

// In order of their numbers, above `after`, at most `limit`.
std::vector<IncomingLine> list_incoming(db::Tx& tx, const Range& range, int after, int limit);
std::vector<OutgoingLine> list_outgoing(db::Tx& tx, const Range& range, int after, int limit);
std::vector<OutgoingLine> list_copies(db::Tx& tx, const Range& range, int after, int limit); // what was copied stands in `subject`
std::vector<OutgoingLine> list_posted(db::Tx& tx, const Range& range, int after, int limit); // those with recipients reached by post

std::vector<BookRow> list_rows(db::Tx& tx, const BookRowsQuery& query, int below, int limit); // newest first

struct Totals {
    int first{}, last{}, lines{}, reserved{}, voided{}, imported{};
};
BOOST_DESCRIBE_STRUCT(Totals, (), (first, last, lines, reserved, voided, imported))
Totals totals(db::Tx& tx, const Range& range);

} // namespace congso::registers::store
