#include "office/numbering/numbering_service.h"

#include "lib/db/filter.h"
#include "office/actor/faults.h"
#include "office/actor/use_case.h"
#include "office/numbering/numbering_store.h"

#include <sstream>

namespace congso {

namespace store = numbering::store;
using numbering::Book, numbering::NumberLine, numbering::NumberState, numbering::Taken;

namespace {

bool lists_kind(const Book& book, std::string_view kind)
{
    std::istringstream words{book.kinds};
    for (std::string word; words >> word;)
        if (word == kind)
            return true;
    return false;
}

} // namespace

std::vector<Book> NumberingService::list_books(const Actor& actor)
{
    return database_.read(actor.agency(), [&](db::Tx& tx) { return store::list_books(tx); });
}

std::vector<NumberLine> NumberingService::list_lines(const Actor& actor, const numbering::BookLines& query)
{
    actor.demand(Permission::see_all_documents);
    if (query.period < 1900 || query.period > 9999) // a year, or the first one of a term
        throw Error::invalid_field("/period", "range");
    const auto limit = query.limit.value_or(50);
    if (limit < 1 || limit > db::most_of_a_page)
        throw Error::invalid_field("/limit", "range");
    return database_.read(actor.agency(), [&](db::Tx& tx) {
        if (!store::find_book(tx, query.book))
            throw Error::not_found();
        return store::list_lines(tx, query.book, query.period, query.after.value_or(0), limit);
    });
}

NumberLine NumberingService::reserve(const Actor& actor, const numbering::Reserve& entry)
{
    actor.demand(Permission::manage_books);
    demand_text("/reason", entry.reason, longest_reason);
    const auto dated_on = entry.dated_on.value_or(clock_.today());
    if (!dated_on.is_set())
        throw Error::invalid_field("/dated_on", "date");
    if (dated_on > clock_.today()) // it would stop the series until then
        throw Error::invalid_field("/dated_on", "future");
    if (dated_on.year() < numbering::first_year)
        throw Error::invalid_field("/dated_on", "range");
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto book = store::find_book(tx, entry.book);
        if (!book)
            throw Error::not_found();
        if (book->direction == numbering::Direction::copies) // a copy is numbered when it is made: there is nothing to keep one for
            throw Error::conflict("book.copies");
        const auto taken = append(tx, actor, entry.book, dated_on, NumberState::reserved, {}, entry.reason, 0);
        audit_.record(tx, actor, "number.reserved", "book", entry.book.uuid,
                      {{"period", std::to_string(taken.period)}, {"number", std::to_string(taken.number)}, {"reason", entry.reason}});
        return *store::find_line(tx, taken.book, taken.period, taken.number);
    });
}

NumberLine NumberingService::void_number(const Actor& actor, const numbering::VoidNumber& entry)
{
    actor.demand(Permission::manage_books);
    demand_text("/reason", entry.reason, longest_reason);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        auto line = store::find_line(tx, entry.book, entry.period, entry.number);
        if (!line)
            throw Error::not_found();
        if (line->state != NumberState::reserved)
            throw Error::conflict("number.in_use");
        line->state = NumberState::voided;
        line->reason = entry.reason;
        line->person = actor.person();
        line->at = clock_.now();
        store::update_line(tx, *line);
        audit_.record(tx, actor, "number.voided", "book", entry.book.uuid,
                      {{"period", std::to_string(line->period)}, {"number", std::to_string(line->number)}, {"reason", entry.reason}});
        return *line;
    });
}

Book NumberingService::get_book(db::Tx& tx, Id<Book> id) const
{
    if (auto book = store::find_book(tx, id))
        return std::move(*book);
    throw Error::invalid_field("/book", "unknown");
}

Id<Book> NumberingService::incoming_book(db::Tx& tx, std::string_view kind) const
{
    std::optional<Id<Book>> common;
    for (const auto& book : store::list_books(tx)) {
        if (book.direction != numbering::Direction::incoming || book.closed)
            continue;
        if (lists_kind(book, kind)) // petitions have a book of their own
            return book.id;
        if (book.kinds.empty() && !common)
            common = book.id;
    }
    if (common)
        return *common;
    throw Error::conflict("book.none");
}

Id<Book> NumberingService::outgoing_book(db::Tx& tx, Id<org::Body> body, std::string_view kind) const
{
    std::optional<Id<Book>> common;
    for (const auto& book : store::list_books(tx)) {
        if (book.direction != numbering::Direction::outgoing || book.body != body || book.closed)
            continue;
        if (lists_kind(book, kind))
            return book.id;
        if (book.kinds.empty() && !common)
            common = book.id;
    }
    if (!common)
        throw Error::conflict("book.none");
    return *common;
}

std::vector<Book> NumberingService::list_books(db::Tx& tx) const
{
    return store::list_books(tx);
}

std::optional<numbering::Period> NumberingService::find_period(db::Tx& tx, Id<Book> book, Date day) const
{
    return store::find_period(tx, book, day);
}

numbering::Period NumberingService::get_period(db::Tx& tx, Id<Book> book, int period) const
{
    if (auto found = store::find_period_of(tx, book, period))
        return std::move(*found);
    throw Error::invalid_field("/period", "unknown");
}

Taken NumberingService::next(db::Tx& tx, const Actor& actor, Id<Book> book, Date date, Uuid record)
{
    return append(tx, actor, book, date, NumberState::issued, record, {}, 0);
}

std::vector<NumberLine> NumberingService::list_reserved(db::Tx& tx, Id<Book> book) const
{
    return store::list_reserved(tx, book);
}

NumberLine NumberingService::get_reserved(db::Tx& tx, Id<Book> book, int period, int number) const
{
    auto line = store::find_line(tx, book, period, number);
    if (!line || line->state != NumberState::reserved)
        throw Error::conflict("number.not_reserved");
    return std::move(*line);
}

void NumberingService::void_issued(db::Tx& tx, const Actor& actor, const Taken& taken, Uuid record, const std::string& reason)
{
    auto line = store::find_line(tx, taken.book, taken.period, taken.number);
    if (!line || line->record != record)
        throw Error::conflict("number.in_use");
    line->state = NumberState::voided;
    line->record = {};
    line->reason = reason;
    line->person = actor.person();
    line->at = clock_.now();
    store::update_line(tx, *line);
    audit_.record(tx, actor, "number.voided", "book", taken.book.uuid,
                  {{"period", std::to_string(taken.period)}, {"number", std::to_string(taken.number)}, {"reason", reason}});
}

Taken NumberingService::use_reserved(db::Tx& tx, const Actor& actor, Id<Book> book, int period, int number, Uuid record)
{
    auto line = get_reserved(tx, book, period, number);
    line.state = NumberState::issued;
    line.record = record;
    line.person = actor.person();
    line.at = clock_.now();
    store::update_line(tx, line);
    return {book, period, number};
}

Taken NumberingService::import_number(db::Tx& tx, const Actor& actor, Id<Book> book, Date date, int number, Uuid record, std::string reason)
{
    return append(tx, actor, book, date, NumberState::imported, record, std::move(reason), number);
}

Taken NumberingService::append(db::Tx& tx, const Actor& actor, Id<Book> id, Date date, NumberState state, Uuid record, std::string reason,
                               int wanted)
{
    const auto book = get_book(tx, id);
    if (book.closed)
        throw Error::conflict("book.closed");
    auto period = store::find_period(tx, id, date);
    if (!period) {
        constexpr int earliest = 1900; // as the table has it
        if (book.period_kind == numbering::PeriodKind::term || date.year() < earliest)
            throw Error::conflict("book.no_period", {{"date", date.to_string()}});
        // Decree 30/2020 art. 15: a series runs from 01 on 1 January to 31 December
        period = numbering::Period{.agency = tx.agency(),
                                   .book = id,
                                   .period = date.year(),
                                   .starts_on = Date::of(date.year(), 1, 1),
                                   .ends_on = Date::of(date.year(), 12, 31)};
        store::insert(tx, *period);
    }
    if (period->closed)
        throw Error::conflict("book.closed");
    if (state != NumberState::imported && period->last_date.is_set() && date < period->last_date)
        throw Error::conflict("number.back_dated",
                              {{"last_date", period->last_date.to_string()}, {"last_number", std::to_string(period->last_number)}});
    const int number = period->last_number + 1;
    if (wanted != 0 && wanted != number)
        throw Error::conflict("number.not_next", {{"next", std::to_string(number)}});
    store::advance(tx, *period, number, std::max(date, period->last_date));
    tx.insert("book_number",
              NumberLine{.agency = tx.agency(),
                         .book = id,
                         .period = period->period,
                         .number = number,
                         .state = state,
                         .dated_on = date,
                         .record = record,
                         .reason = std::move(reason),
                         .person = actor.person(),
                         .at = clock_.now()});
    return {id, period->period, number};
}

std::vector<std::string> NumberingService::check(db::Tx& tx) const
{
    std::vector<std::string> faults;
    for (const auto& book : store::list_books(tx))
        for (const auto& period : store::list_periods(tx, book.id)) {
            const auto where = "book «" + book.name + "» " + std::to_string(period.period);
            int expected = period.first_number;
            Date last;
            for (;;) {
                const auto lines = store::list_lines(tx, book.id, period.period, expected - 1, 1000);
                for (const auto& line : lines) {
                    if (line.number != expected)
                        faults.push_back(where + ": number " + std::to_string(expected) + " is missing");
                    if (line.state == NumberState::issued && line.reason.empty()) { // one that was reserved keeps its reason and its day
                        if (last.is_set() && line.dated_on < last)
                            faults.push_back(where + ": number " + std::to_string(line.number) + " is dated before the one ahead of it");
                        last = line.dated_on;
                    }
                    expected = line.number + 1;
                }
                if (lines.size() < 1000)
                    break;
            }
            if (expected - 1 != period.last_number)
                faults.push_back(where + ": ends at " + std::to_string(expected - 1) + ", not at " + std::to_string(period.last_number));
        }
    return faults;
}

} // namespace congso
