#pragma once
#include "lib/base/describe.h"

namespace congso::figures {

enum class Unit { documents, percent }; // văn bản; a percent is kept in hundredths: 9595 is 95.95 %
BOOST_DESCRIBE_ENUM(Unit, documents, percent)

enum class PeriodKind { any, month }; // from any day to any day; month by month, kept in figure_month
BOOST_DESCRIBE_ENUM(PeriodKind, any, month)

// A statistic, declared once by the feature whose records it counts (x_figures.cpp). The page, the report and the export use this.
//
// numerator and denominator are SELECT COUNT(*) statements of one agency: $1 the agency, $2 and $3 the period in milliseconds (from the
// start of its first day, before the end of its last), $4, where it is used, today. What the numerator counts, the denominator counts
// too. Without a denominator the figure is the count itself.
struct Figure {
    std::string name; // stable: "on_time"
    Unit unit{};
    std::string title; // «Văn bản đến giải quyết đúng hạn»
    std::vector<PeriodKind> periods;
    std::string numerator, denominator;
    std::string first_day; // SELECT of the day of the agency's first such record; before it there is no data
    // The page that shows exactly the counted records, with {from} and {to} for the days.
    std::string list, denominator_list;
};

// What was counted.
struct Count {
    std::int64_t numerator{};
    std::optional<std::int64_t> denominator; // absent: a plain count
};
BOOST_DESCRIBE_STRUCT(Count, (), (numerator, denominator))

// The value shown; absent where there is no data, which is never 0 % and never 100 %.
std::optional<std::int64_t> value_of(const Count& count);

// GET /api/figures?from=&to=: this year until today when absent
struct FiguresQuery {
    std::optional<Date> from, to;
};
BOOST_DESCRIBE_STRUCT(FiguresQuery, (), (from, to))

struct FigureValue {
    std::string name;
    Unit unit{};
    std::string title;
    std::optional<std::int64_t> value; // absent: «chưa có số liệu»
    std::int64_t numerator{};
    std::optional<std::int64_t> denominator;
    std::string list, denominator_list; // pages: "/incoming?…"; denominator_list is empty without a denominator
};
BOOST_DESCRIBE_STRUCT(FigureValue, (), (name, unit, title, value, numerator, denominator, list, denominator_list))

struct FigureValues {
    Date from, to;
    std::vector<FigureValue> items;
};
BOOST_DESCRIBE_STRUCT(FigureValues, (), (from, to, items))

// GET /api/figures/{name}/months?year=: this year when absent
struct MonthsQuery {
    std::string name;
    std::optional<int> year;
};
BOOST_DESCRIBE_STRUCT(MonthsQuery, (), (name, year))

struct FigureMonth {
    int month{}; // 1 … 12
    std::optional<std::int64_t> value;
    std::int64_t numerator{};
    std::optional<std::int64_t> denominator;
    std::string list, denominator_list;
};
BOOST_DESCRIBE_STRUCT(FigureMonth, (), (month, value, numerator, denominator, list, denominator_list))

struct FigureYear {
    std::string name;
    Unit unit{};
    std::string title;
    int year{};
    std::vector<FigureMonth> months; // always twelve
};
BOOST_DESCRIBE_STRUCT(FigureYear, (), (name, unit, title, year, months))

// Whole days, both ends included.
struct Period {
    Date from, to;
};
Period month_of(int year, int month);
std::string name_of_month(int year, int month); // "2022-05"
std::string link_of(std::string_view list, const Period& period);

} // namespace congso::figures
