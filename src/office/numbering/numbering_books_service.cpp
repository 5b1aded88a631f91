#include "office/actor/faults.h"
#include "office/actor/use_case.h"
#include "office/numbering/numbering_service.h"
#include "office/numbering/numbering_store.h"

#include <sstream>

namespace congso {

namespace store = numbering::store;
using numbering::Book, numbering::BookEntry, numbering::Direction, numbering::Period, numbering::PeriodEntry, numbering::PeriodKind,
    numbering::PeriodView;

namespace {

constexpr std::size_t longest_name = 100, most_kinds = 100;
constexpr int last_year = 9999, most_numbers = 1'000'000;

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const auto& word : words)
        text.append(text.empty() ? "" : " ").append(word);
    return text;
}

std::vector<std::string> words_of(const std::string& text)
{
    std::istringstream stream{text};
    return {std::istream_iterator<std::string>{stream}, {}};
}

std::vector<FieldFault> faults_of(const BookEntry& entry)
{
    Faults faults;
    faults.required("/name", entry.name, longest_name);
    faults.at_most_items("/kinds", entry.kinds.size(), most_kinds);
    if (entry.direction != Direction::incoming && !entry.body.value_or(Id<org::Body>{}))
        faults.add("/body", "required");
    if (entry.direction == Direction::copies) { // Appendix I part III: one series for all forms, from 01 on 1 January
        if (!entry.kinds.empty())
            faults.add("/kinds", "copies");
        if (entry.period_kind != PeriodKind::year)
            faults.add("/period_kind", "copies");
    }
    if (entry.book && !entry.version)
        faults.add("/version", "required");
    return faults.take();
}

// Art. 15: one kind of one body is numbered in one open book.
void demand_own_kinds(db::Tx& tx, const Book& book)
{
    const auto kinds = words_of(book.kinds);
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const auto at = "/kinds/" + std::to_string(i);
        if (!store::is_kind(tx, kinds[i]))
            throw Error::invalid_field(at, "unknown");
        if (std::find(kinds.begin(), kinds.begin() + static_cast<std::ptrdiff_t>(i), kinds[i])
            != kinds.begin() + static_cast<std::ptrdiff_t>(i))
            throw Error::invalid_field(at, "kind_twice");
    }
    if (book.closed)
        return;
    for (const auto& other : store::list_books(tx)) {
        if (other.id == book.id || other.closed || other.direction != book.direction || other.body != book.body)
            continue;
        const auto theirs = words_of(other.kinds);
        for (std::size_t i = 0; i < kinds.size(); ++i)
            if (std::find(theirs.begin(), theirs.end(), kinds[i]) != theirs.end())
                throw Error::invalid_field("/kinds/" + std::to_string(i), "other_book");
        if (kinds.empty() && theirs.empty() && book.direction != Direction::incoming)
            throw Error::invalid_field("/kinds", "other_book"); // two common books: nobody would know which one numbers
    }
}

} // namespace

Book NumberingService::save_book(const Actor& actor, const BookEntry& entry)
{
    actor.demand(Permission::manage_books);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        std::optional<Book> known;
        if (entry.book) {
            known = store::find_book(tx, *entry.book);
            if (!known)
                throw Error::not_found();
        }
        if (auto faults = faults_of(entry); !faults.empty())
            throw Error::invalid_fields(std::move(faults));
        if (known) {
            if (known->version != *entry.version)
                throw Error::conflict("stale", {{"version", std::to_string(known->version)}});
        }
        Book book{.agency = tx.agency(),
                  .id = known ? known->id : Id<Book>::make(),
                  .body = entry.direction != Direction::incoming ? *entry.body : Id<org::Body>{},
                  .direction = entry.direction,
                  .name = entry.name,
                  .kinds = joined(entry.kinds),
                  .period_kind = entry.period_kind,
                  .position = entry.position.value_or(known ? known->position : static_cast<int>(store::list_books(tx).size())),
                  .closed = entry.closed.value_or(known && known->closed),
                  .version = known ? known->version : 1};
        // documents.md §3: Party bodies number per kind and per term
        if (book.body && store::is_party(tx, book.body) && book.direction == Direction::copies)
            throw Error::invalid_field("/body", "party_copies"); // the Party copies by a rule of its own
        if (book.body && store::is_party(tx, book.body) && book.period_kind != PeriodKind::term)
            throw Error::invalid_field("/period_kind", "party_term");
        if (known && known->direction != book.direction)
            throw Error::invalid_field("/direction", "begun");
        if (known && store::has_numbers(tx, book.id)) { // what stands in it would change its meaning
            if (known->body != book.body)
                throw Error::invalid_field("/body", "begun");
            if (known->period_kind != book.period_kind)
                throw Error::invalid_field("/period_kind", "begun");
        }
        demand_own_kinds(tx, book);
        if (known)
            store::update(tx, book);
        else
            store::insert(tx, book);
        audit_.record(tx, actor, known ? "book.changed" : "book.opened", "book", book.id.uuid,
                      {{"name", book.name}, {"kinds", book.kinds}, {"closed", book.closed ? "1" : "0"}});
        return book;
    });
}

Id<Book> NumberingService::copies_book(db::Tx& tx, const Actor& actor, Id<org::Body> body)
{
    const auto books = store::list_books(tx);
    for (const auto& book : books)
        if (book.direction == Direction::copies && book.body == body && !book.closed)
            return book.id;
    const Book book{.agency = tx.agency(),
                    .id = Id<Book>::make(),
                    .body = body,
                    .direction = Direction::copies,
                    .name = "Bản sao",
                    .kinds = {},
                    .period_kind = PeriodKind::year,
                    .position = static_cast<int>(books.size()),
                    .closed = false};
    store::insert(tx, book);
    audit_.record(tx, actor, "book.opened", "book", book.id.uuid, {{"name", book.name}, {"kinds", ""}, {"closed", "0"}});
    return book.id;
}

PeriodView NumberingService::view(db::Tx& tx, const Period& period) const
{
    PeriodView view;
    static_cast<Period&>(view) = period;
    if (period.closed_by)
        view.closed_by_name = store::person_name(tx, period.closed_by);
    view.reserved = store::count_reserved(tx, period.book, period.period);
    return view;
}

std::vector<PeriodView> NumberingService::list_periods(const Actor& actor, Id<Book> book)
{
    actor.demand(Permission::see_all_documents);
    return database_.read(actor.agency(), [&](db::Tx& tx) {
        if (!store::find_book(tx, book))
            throw Error::not_found();
        std::vector<PeriodView> views;
        for (const auto& period : store::list_periods(tx, book))
            views.insert(views.begin(), view(tx, period));
        return views;
    });
}

PeriodView NumberingService::save_period(const Actor& actor, const PeriodEntry& entry)
{
    actor.demand(Permission::manage_books);
    Faults faults;
    faults.in_range("/period", entry.period, numbering::first_year, last_year);
    faults.in_range("/first_number", entry.first_number.value_or(1), 1, most_numbers);
    faults.demand();
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto book = store::find_book(tx, entry.book);
        if (!book)
            throw Error::not_found();
        auto known = store::find_period_of(tx, entry.book, entry.period);
        auto period = known.value_or(Period{.agency = tx.agency(), .book = entry.book, .period = entry.period});
        if (period.closed)
            throw Error::conflict("book.closed");
        if (book->period_kind == PeriodKind::year) { // art. 15: from 01 on 1 January to 31 December
            period.starts_on = Date::of(entry.period, 1, 1);
            period.ends_on = Date::of(entry.period, 12, 31);
        } else {
            period.starts_on = entry.starts_on.value_or(period.starts_on);
            period.ends_on = entry.ends_on.value_or(period.ends_on);
            if (!period.starts_on.is_set() || period.starts_on.year() != entry.period)
                throw Error::invalid_field("/starts_on", "period_year");
            if (!period.ends_on.is_set())
                throw Error::invalid_field("/ends_on", "required");
            if (period.ends_on < period.starts_on || (period.last_date.is_set() && period.ends_on < period.last_date))
                throw Error::invalid_field("/ends_on", "before_from");
        }
        for (const auto& other : store::list_periods(tx, entry.book))
            if (other.period != entry.period && other.starts_on <= period.ends_on && period.starts_on <= other.ends_on)
                throw Error::invalid_field(other.starts_on <= period.starts_on ? "/starts_on" : "/ends_on", "overlaps");
        const bool empty = period.last_number < period.first_number;
        if (entry.first_number && *entry.first_number != period.first_number) {
            if (known && !empty)
                throw Error::invalid_field("/first_number", "begun");
            period.first_number = *entry.first_number;
        }
        if (empty)
            period.last_number = period.first_number - 1;
        if (known)
            store::update(tx, period);
        else
            store::insert(tx, period);
        audit_.record(tx, actor, known ? "book.period_changed" : "book.period_opened", "book", entry.book.uuid,
                      {{"period", std::to_string(period.period)},
                       {"starts_on", period.starts_on.to_string()},
                       {"ends_on", period.ends_on.to_string()},
                       {"first_number", std::to_string(period.first_number)}});
        return view(tx, period);
    });
}

PeriodView NumberingService::close_period(const Actor& actor, const numbering::ClosePeriod& entry)
{
    actor.demand(Permission::manage_books);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        if (!store::find_book(tx, entry.book))
            throw Error::not_found();
        auto period = get_period(tx, entry.book, entry.period);
        if (period.closed)
            throw Error::conflict("book.closed");
        if (clock_.today() < period.ends_on)
            throw Error::conflict("period.not_over", {{"ends_on", period.ends_on.to_string()}});
        if (const auto left = store::count_reserved(tx, entry.book, entry.period); left > 0)
            throw Error::conflict("period.reserved", {{"count", std::to_string(left)}});
        period.closed = true;
        period.closed_at = clock_.now();
        period.closed_by = actor.person();
        store::update(tx, period);
        audit_.record(tx, actor, "book.period_closed", "book", entry.book.uuid,
                      {{"period", std::to_string(period.period)},
                       {"first_number", std::to_string(period.first_number)},
                       {"last_number", std::to_string(period.last_number)},
                       {"numbers", std::to_string(period.last_number - period.first_number + 1)}});
        return view(tx, period);
    });
}

} // namespace congso
