#pragma once
#include "office/org/org.h"

namespace congso::numbering {

constexpr int first_year = 1900; // no series begins earlier

enum class Direction { incoming, outgoing, copies }; // copies: sao y, sao lục, trích sao, in one series (Appendix I part III)
BOOST_DESCRIBE_ENUM(Direction, incoming, outgoing, copies)
enum class PeriodKind { year, term }; // a calendar year, or a term with dates (Party bodies)
BOOST_DESCRIBE_ENUM(PeriodKind, year, term)

// A book (sổ): one series of numbers per period, for one issuing body and one group of kinds.
struct Book {
    AgencyId agency;
    Id<Book> id;
    Id<org::Body> body; // whose documents or copies it numbers; nil for the incoming book
    Direction direction{};
    std::string name; // «Văn bản đến», «Quyết định»
    std::string kinds; // codes separated by spaces; empty: every kind without a book of its own
    PeriodKind period_kind{};
    int position{};
    bool closed{};
    int version{1};
};
BOOST_DESCRIBE_STRUCT(Book, (), (agency, id, body, direction, name, kinds, period_kind, position, closed, version))

// One period of a book: a year, or a term with its dates. Its numbers are first_number … last_number, each with a line.
struct Period {
    AgencyId agency;
    Id<Book> book;
    int period{}; // the year, or the term's first year
    Date starts_on, ends_on;
    int first_number{1}; // above 1: the numbers before it stand in a book on paper
    int last_number{}; // first_number - 1 while there is none
    Date last_date;
    bool closed{}; // takes no number any more
    Time closed_at;
    Id<org::Person> closed_by;
};
BOOST_DESCRIBE_STRUCT(Period, (),
                      (agency, book, period, starts_on, ends_on, first_number, last_number, last_date, closed, closed_at, closed_by))

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
