#include "office/numbering/numbering_store.h"

namespace congso::numbering::store {

namespace {

constexpr auto book_columns = "agency, id, body, direction, name, kinds, period_kind, position, closed";
constexpr auto period_columns = "agency, book, period, starts_on, ends_on, last_number, last_date, closed";
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

void insert(db::Tx& tx, const Period& period)
{
    tx.insert("book_period", period);
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
