#pragma once
#include "lib/db/tx.h"
#include "office/numbering/numbering.h"

namespace congso::numbering::store {

std::optional<Book> find_book(db::Tx& tx, Id<Book> id);
std::vector<Book> list_books(db::Tx& tx);
std::vector<Period> list_periods(db::Tx& tx, Id<Book> book);
std::optional<Period> find_period(db::Tx& tx, Id<Book> book, Date day); // the one that covers the day
std::optional<Period> find_period_of(db::Tx& tx, Id<Book> book, int period);
bool has_numbers(db::Tx& tx, Id<Book> book);
void insert(db::Tx& tx, const Book& book);
void update(db::Tx& tx, Book& book); // version grows by one; throws conflict "stale"
void insert(db::Tx& tx, const Period& period);
void update(db::Tx& tx, const Period& period); // its days, its first and last number, whether it is closed
int count_reserved(db::Tx& tx, Id<Book> book, int period);
bool is_party(db::Tx& tx, Id<org::Body> body); // throws invalid on /body "unknown"
std::string person_name(db::Tx& tx, Id<org::Person> person);
bool is_kind(db::Tx& tx, std::string_view code);
void advance(db::Tx& tx, const Period& period, int number, Date date); // last_number and last_date
std::optional<NumberLine> find_line(db::Tx& tx, Id<Book> book, int period, int number);
std::vector<NumberLine> list_reserved(db::Tx& tx, Id<Book> book); // newest first, the first hundred
void update_line(db::Tx& tx, const NumberLine& line); // state, record, reason, person, at
std::vector<NumberLine> list_lines(db::Tx& tx, Id<Book> book, int period, int after, int limit);

} // namespace congso::numbering::store
