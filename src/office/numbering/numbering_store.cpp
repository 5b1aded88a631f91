#include "office/numbering/numbering_store.h"

namespace congso::numbering::store {

namespace {

constexpr auto book_columns = "agency, id, body, direction, name, kinds, period_kind, position, closed, version";
constexpr auto period_columns =
    "agency, book, period, starts_on, ends_on, first_number, last_number, last_date, closed, closed_at, closed_by";
constexpr auto line_columns = "agency, book, period, number, state, dated_on, record, reason, person, at";

} // namespace

std::optional<Book> find_book(db::Tx& tx, Id<Book> id)
{
    return tx.find<Book>(std::string{"SELECT "} + book_columns + " FROM book WHERE agency = $1 AND id = $2", tx.agency(), id);
}

std::vector<Book> list_books(db::Tx& tx)
{
    return tx.list<Book>(std::string{"SELECT "} + book_columns + " FROM book WHERE agency = $1 ORDER BY position, id", tx.agency());
}

std::vector<Period> list_periods(db::Tx& tx, Id<Book> book)
{
    return tx.list<Period>(std::string{"SELECT "} + period_columns + " FROM book_period WHERE agency = $1 AND book = $2 ORDER BY period",
                           tx.agency(), book);
}

std::optional<Period> find_period(db::Tx& tx, Id<Book> book, Date day)
{
    return tx.find<Period>(
        std::string{"SELECT "} + period_columns
            + " FROM book_period WHERE agency = $1 AND book = $2 AND starts_on <= $3 AND ends_on >= $3 ORDER BY period DESC LIMIT 1",
        tx.agency(), book, day);
}

std::optional<Period> find_period_of(db::Tx& tx, Id<Book> book, int period)
{
    return tx.find<Period>(std::string{"SELECT "} + period_columns + " FROM book_period WHERE agency = $1 AND book = $2 AND period = $3",
                           tx.agency(), book, period);
}

bool has_numbers(db::Tx& tx, Id<Book> book)
{
    return tx.find<int>("SELECT 1 FROM book_number WHERE agency = $1 AND book = $2 LIMIT 1", tx.agency(), book).has_value();
}

void insert(db::Tx& tx, const Book& book)
{
    tx.insert("book", book);
}

void update(db::Tx& tx, Book& book)
{
    const auto changed =
        tx.execute("UPDATE book SET body = $3, name = $4, kinds = $5, period_kind = $6, position = $7, closed = $8, version = version + 1"
                   " WHERE agency = $1 AND id = $2 AND version = $9",
                   tx.agency(), book.id, book.body, book.name, book.kinds, book.period_kind, book.position, book.closed, book.version);
    if (changed == 0)
        throw Error::conflict("stale");
    book.version += 1;
}

void insert(db::Tx& tx, const Period& period)
{
    tx.insert("book_period", period);
}

void update(db::Tx& tx, const Period& period)
{
    tx.execute("UPDATE book_period SET starts_on = $4, ends_on = $5, first_number = $6, last_number = $7, closed = $8, closed_at = $9,"
               " closed_by = $10 WHERE agency = $1 AND book = $2 AND period = $3",
               tx.agency(), period.book, period.period, period.starts_on, period.ends_on, period.first_number, period.last_number,
               period.closed, period.closed_at, period.closed_by);
}

int count_reserved(db::Tx& tx, Id<Book> book, int period)
{
    return tx.get<int>("SELECT COUNT(*) FROM book_number WHERE agency = $1 AND book = $2 AND period = $3 AND state = 'reserved'",
                       tx.agency(), book, period);
}

bool is_party(db::Tx& tx, Id<org::Body> body)
{
    const auto party = tx.find<bool>("SELECT party FROM body WHERE agency = $1 AND id = $2", tx.agency(), body);
    if (!party)
        throw Error::invalid_field("/body", "unknown");
    return *party;
}

std::string person_name(db::Tx& tx, Id<org::Person> person)
{
    return tx.find<std::string>("SELECT full_name FROM person WHERE agency = $1 AND id = $2", tx.agency(), person).value_or("");
}

bool is_kind(db::Tx& tx, std::string_view code)
{
    return tx.find<int>("SELECT 1 FROM kind WHERE agency = $1 AND code = $2", tx.agency(), code).has_value();
}

void advance(db::Tx& tx, const Period& period, int number, Date date)
{
    tx.execute("UPDATE book_period SET last_number = $4, last_date = $5 WHERE agency = $1 AND book = $2 AND period = $3", tx.agency(),
               period.book, period.period, number, date);
}

std::optional<NumberLine> find_line(db::Tx& tx, Id<Book> book, int period, int number)
{
    return tx.find<NumberLine>(std::string{"SELECT "} + line_columns
                                   + " FROM book_number WHERE agency = $1 AND book = $2 AND period = $3 AND number = $4",
                               tx.agency(), book, period, number);
}

std::vector<NumberLine> list_reserved(db::Tx& tx, Id<Book> book)
{
    return tx.list<NumberLine>(
        std::string{"SELECT "} + line_columns
            + " FROM book_number WHERE agency = $1 AND book = $2 AND state = 'reserved' ORDER BY period DESC, number DESC LIMIT 100",
        tx.agency(), book);
}

void update_line(db::Tx& tx, const NumberLine& line)
{
    tx.execute("UPDATE book_number SET state = $5, record = $6, reason = $7, person = $8, at = $9"
               " WHERE agency = $1 AND book = $2 AND period = $3 AND number = $4",
               tx.agency(), line.book, line.period, line.number, line.state, line.record, line.reason, line.person, line.at);
}

std::vector<NumberLine> list_lines(db::Tx& tx, Id<Book> book, int period, int after, int limit)
{
    return tx.list<NumberLine>(
        std::string{"SELECT "} + line_columns
            + " FROM book_number WHERE agency = $1 AND book = $2 AND period = $3 AND number > $4 ORDER BY number LIMIT $5",
        tx.agency(), book, period, after, limit);
}

} // namespace congso::numbering::store
