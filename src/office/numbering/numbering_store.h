#pragma once
#include "lib/db/tx.h"
#include "office/numbering/numbering.h"

namespace congso::numbering::store {

struct Period {
    AgencyId agency;
    Id<Book> book;
    int period{};
    Date starts_on, ends_on;
    int last_number{};
    Date last_date;
    bool closed{};
};
BOOST_DESCRIBE_STRUCT(Period, (), (agency, book, period, starts_on, ends_on, last_number, last_date, closed))

std::optional<Book> find_book(db::Tx& tx, Id<Book> id);
std::vector<Book> list_books(db::Tx& tx);
std::vector<Period> list_periods(db::Tx& tx, Id<Book> book);
std::optional<Period> find_period(db::Tx& tx, Id<Book> book, Date day); // the one that covers the day
void insert(db::Tx& tx, const Period& period);
void advance(db::Tx& tx, const Period& period, int number, Date date); // last_number and last_date
std::optional<NumberLine> find_line(db::Tx& tx, Id<Book> book, int period, int number);
std::vector<NumberLine> list_reserved(db::Tx& tx, Id<Book> book); // newest first, the first hundred
void update_line(db::Tx& tx, const NumberLine& line); // state, record, reason, person, at
std::vector<NumberLine> list_lines(db::Tx& tx, Id<Book> book, int period, int after, int limit);

} // namespace congso::numbering::store
