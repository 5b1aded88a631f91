#pragma once
#include "office/org/org.h"

namespace congso::numbering {

constexpr int first_year = 1900; // no series begins earlier

enum class Direction { incoming, outgoing };
BOOST_DESCRIBE_ENUM(Direction, incoming, outgoing)
enum class PeriodKind { year, term }; // a calendar year, or a term with dates (Party bodies)
BOOST_DESCRIBE_ENUM(PeriodKind, year, term)

// A book (sổ): one series of numbers per period, for one issuing body and one group of kinds.
struct Book {
    AgencyId agency;
    Id<Book> id;
    Id<org::Body> body; // outgoing: whose documents it numbers; nil for the incoming book
    Direction direction{};
    std::string name; // «Văn bản đến», «Quyết định»
    std::string kinds; // codes separated by spaces; empty: every kind without a book of its own
    PeriodKind period_kind{};
    int position{};
    bool closed{};
};
BOOST_DESCRIBE_STRUCT(Book, (), (agency, id, body, direction, name, kinds, period_kind, position, closed))

// Every number of a series is one of these; a void line stays, struck through.
enum class NumberState { issued, reserved, voided, imported };
BOOST_DESCRIBE_ENUM(NumberState, issued, reserved, voided, imported)

// One line of a book.
struct NumberLine {
    AgencyId agency;
    Id<Book> book;
    int period{}, number{}; // period: the year, or the term's first year
    NumberState state{};
    Date dated_on;
    Uuid record; // nil while reserved or when void
    std::string reason; // reserved, void, imported: why
    Id<org::Person> person;
    Time at;
};
BOOST_DESCRIBE_STRUCT(NumberLine, (), (agency, book, period, number, state, dated_on, record, reason, person, at))

// A number just taken.
struct Taken {
    Id<Book> book;
    int period{}, number{};
};
BOOST_DESCRIBE_STRUCT(Taken, (), (book, period, number))

} // namespace congso::numbering
