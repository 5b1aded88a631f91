#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/numbering/numbering.h"

namespace congso {

namespace numbering {

struct BookLines { // GET /api/books/{book}/lines
    Id<Book> book;
    int period{};
    std::optional<int> after, limit;
};
BOOST_DESCRIBE_STRUCT(BookLines, (), (book, period, after, limit))

struct Reserve { // POST /api/books/{book}/reserve
    Id<Book> book;
    std::string reason;
    std::optional<Date> dated_on; // the day the number keeps, not after today; today when absent
};
BOOST_DESCRIBE_STRUCT(Reserve, (), (book, reason, dated_on))

struct VoidNumber { // POST /api/books/{book}/void
    Id<Book> book;
    int period{}, number{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(VoidNumber, (), (book, period, number, reason))

struct BookEntry { // POST /api/books, and POST /api/books/{book} to change one
    std::optional<Id<Book>> book;
    std::optional<int> version; // required when changing
    std::optional<Id<org::Body>> body; // whose documents or copies it numbers; none for incoming ones
    Direction direction{};
    std::string name;
    std::vector<std::string> kinds; // none: every kind without a book of its own; always none for copies
    PeriodKind period_kind{};
    std::optional<int> position;
    std::optional<bool> closed;
};
BOOST_DESCRIBE_STRUCT(BookEntry, (), (book, version, body, direction, name, kinds, period_kind, position, closed))

struct PeriodEntry { // POST /api/books/{book}/periods: opens one, or changes its days and its first number while nothing stands in it
    Id<Book> book;
    int period{}; // the year, or the term's first year
    std::optional<Date> starts_on, ends_on; // of a term
    std::optional<int> first_number;
};
BOOST_DESCRIBE_STRUCT(PeriodEntry, (), (book, period, starts_on, ends_on, first_number))

struct ClosePeriod { // POST /api/books/{book}/close
    Id<Book> book;
    int period{};
};
BOOST_DESCRIBE_STRUCT(ClosePeriod, (), (book, period))

struct PeriodView : Period {
    std::string closed_by_name;
    int reserved{}; // numbers that still wait to be used
};
BOOST_DESCRIBE_STRUCT(PeriodView, (Period), (closed_by_name, reserved))

struct ByBook { // GET /api/books/{book}/periods
    Id<Book> book;
};
BOOST_DESCRIBE_STRUCT(ByBook, (), (book))

} // namespace numbering

// Numbers of a series (Decree 30/2020 art. 15, 22): each one is issued, reserved, void or imported, in the transaction that
// stores the document, under the agency's write lock; so there is no gap and no twin.
class NumberingService {
public:
    NumberingService(db::Database& database, const Clock& clock, AuditTrail& audit) : database_(database), clock_(clock), audit_(audit) { }

    std::vector<numbering::Book> list_books(const Actor& actor);
    std::vector<numbering::Book> list_books(db::Tx& tx) const;
    std::vector<numbering::NumberLine> list_lines(const Actor& actor, const numbering::BookLines& query);
    numbering::NumberLine reserve(const Actor& actor, const numbering::Reserve& entry);
    numbering::NumberLine void_number(const Actor& actor, const numbering::VoidNumber& entry); // reserved ones only; the line stays

    // numbering_books_service.cpp: the books themselves (Decree 30/2020 art. 15, 16, 22)
    numbering::Book save_book(const Actor& actor, const numbering::BookEntry& entry);
    std::vector<numbering::PeriodView> list_periods(const Actor& actor, Id<numbering::Book> book); // newest first
    numbering::PeriodView save_period(const Actor& actor, const numbering::PeriodEntry& entry);
    // After its last day, when no number waits: takes no number from then on. Conflict "period.not_over", "period.reserved" {count}.
    numbering::PeriodView close_period(const Actor& actor, const numbering::ClosePeriod& entry);

    numbering::Book get_book(db::Tx& tx, Id<numbering::Book> id) const; // throws invalid on /book "unknown"
    numbering::Period get_period(db::Tx& tx, Id<numbering::Book> book, int period) const; // throws invalid on /period "unknown"
    std::optional<numbering::Period> find_period(db::Tx& tx, Id<numbering::Book> book, Date day) const; // the one that covers the day
    Id<numbering::Book> incoming_book(db::Tx& tx, std::string_view kind = {}) const; // throws conflict "book.none"
    // The book that numbers this kind for this body: one that lists the kind, else the body's common one.
    Id<numbering::Book> outgoing_book(db::Tx& tx, Id<org::Body> body, std::string_view kind) const;
    // The book of a body's copies; opened when its first copy is made (one series for all forms, Appendix I part III).
    Id<numbering::Book> copies_book(db::Tx& tx, const Actor& actor, Id<org::Body> body);

    // The next number, dated `date`. Refuses conflict "number.back_dated" {last_date} before the series' last date,
    // "book.closed", "book.no_period" (a term that does not cover the date).
    numbering::Taken next(db::Tx& tx, const Actor& actor, Id<numbering::Book> book, Date date, Uuid record);
    // Numbers that were kept and wait to be used.
    std::vector<numbering::NumberLine> list_reserved(db::Tx& tx, Id<numbering::Book> book) const;
    numbering::NumberLine get_reserved(db::Tx& tx, Id<numbering::Book> book, int period,
                                       int number) const; // conflict "number.not_reserved"
    // The number of a document that does not go out: the line stays, void, with the reason.
    void void_issued(db::Tx& tx, const Actor& actor, const numbering::Taken& taken, Uuid record, const std::string& reason);
    // A reserved number is used; it keeps its day.
    numbering::Taken use_reserved(db::Tx& tx, const Actor& actor, Id<numbering::Book> book, int period, int number, Uuid record);
    // A past entry comes in with its number, which must follow the last one (an office that joins in mid-year).
    numbering::Taken import_number(db::Tx& tx, const Actor& actor, Id<numbering::Book> book, Date date, int number, Uuid record,
                                   std::string reason);

    // Every number 1 … last of every period has one line and dates do not run backwards among issued ones.
    std::vector<std::string> check(db::Tx& tx) const;

private:
    numbering::Taken append(db::Tx& tx, const Actor& actor, Id<numbering::Book> book, Date date, numbering::NumberState state, Uuid record,
                            std::string reason, int wanted);

    numbering::PeriodView view(db::Tx& tx, const numbering::Period& period) const;

    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
};

} // namespace congso
