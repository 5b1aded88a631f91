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

} // namespace numbering

// Numbers of a series (Decree 30/2020 art. 15, 22): each one is issued, reserved, void or imported, in the transaction that
// stores the document, under the agency's write lock; so there is no gap and no twin.
class NumberingService {
public:
    NumberingService(db::Database& database, const Clock& clock, AuditTrail& audit) : database_(database), clock_(clock), audit_(audit) { }

    std::vector<numbering::Book> list_books(const Actor& actor);
    std::vector<numbering::NumberLine> list_lines(const Actor& actor, const numbering::BookLines& query);
    numbering::NumberLine reserve(const Actor& actor, const numbering::Reserve& entry);
    numbering::NumberLine void_number(const Actor& actor, const numbering::VoidNumber& entry); // reserved ones only; the line stays

    numbering::Book get_book(db::Tx& tx, Id<numbering::Book> id) const; // throws invalid on /book "unknown"
    Id<numbering::Book> incoming_book(db::Tx& tx) const; // throws conflict "book.none"
    // The book that numbers this kind for this body: one that lists the kind, else the body's common one.
    Id<numbering::Book> outgoing_book(db::Tx& tx, Id<org::Body> body, std::string_view kind) const;

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

    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
};

} // namespace congso
