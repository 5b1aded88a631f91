#include "office/worktime/lunar.h"

#include "office/worktime/astronomy.h"

#include <cmath>

namespace congso::worktime {

namespace {

constexpr double zone_days = 7.0 / 24, epoch_julian_day = 2440587.5; // 1970-01-01T00:00Z

const Date epoch = Date::of(1970, 1, 1);

int day_number(Date date)
{
    return days_between(epoch, date);
}
Date date_of(int number)
{
    return epoch.plus_days(number);
}
double midnight(int day)
{
    return epoch_julian_day + day - zone_days;
} // the instant at which the day begins here

// The day on which new moon `k` falls here: the first of its month.
int month_start(int k)
{
    return static_cast<int>(std::floor(astronomy::new_moon(k) - epoch_julian_day + zone_days));
}

int month_of_day(int day) // the k of the month that holds a day
{
    int k = astronomy::new_moon_before(midnight(day)) + 2;
    while (month_start(k) > day)
        --k;
    return k;
}

// The twelfth of the sun's circle in which a month begins: a month in which it does not change holds no major solar term (trung khí).
int term_at_start(int k)
{
    return static_cast<int>(astronomy::sun_longitude(midnight(month_start(k))) / 30);
}

// Month 11 holds the winter solstice, when the sun passes 270°.
int month_eleven(int year)
{
    const int k = month_of_day(day_number(Date::of(year, 12, 31)));
    return term_at_start(k) >= 9 ? k - 1 : k;
}

// The months from month 11 of `year` − 1 (index 0) up to month 11 of `year`: twelve, or thirteen with one leap month.
struct Span {
    int first{}, leap{}; // leap: the index of the leap month, 0 when there is none

    int ordinal(int index) const { return leap != 0 && index >= leap ? index - 1 : index; } // 0 is month 11, 2 is month 1
};

Span span_ending(int year)
{
    Span span{month_eleven(year - 1), 0};
    if (month_eleven(year) - span.first == 13)
        for (int index = 1; index < 13 && span.leap == 0; ++index)
            if (term_at_start(span.first + index) == term_at_start(span.first + index + 1))
                span.leap = index;
    return span;
}

} // namespace

std::optional<Date> solar_of(int lunar_year, int month, int day, bool leap)
{
    if (month < 1 || month > 12 || day < 1 || day > 30)
        return std::nullopt;
    // Months 11 and 12 open the next span; a leap month 10 may be the last of its own.
    const auto span = span_ending(month >= 11 ? lunar_year + 1 : lunar_year);
    const int ordinal = month >= 11 ? month - 11 : month + 1;
    int index = span.leap != 0 && ordinal >= span.leap ? ordinal + 1 : ordinal;
    if (leap) {
        if (span.leap == 0 || span.leap != ordinal + 1)
            return std::nullopt;
        index = span.leap;
    }
    const int start = month_start(span.first + index);
    if (start + day > month_start(span.first + index + 1))
        return std::nullopt;
    return date_of(start + day - 1);
}

Date lunar_new_year(int year)
{
    return *solar_of(year, 1, 1);
}

LunarDate lunar_of(Date date)
{
    const int number = day_number(date), k = month_of_day(number);
    const int year = k >= month_eleven(date.year()) ? date.year() + 1 : date.year();
    const auto span = span_ending(year);
    const int index = k - span.first, ordinal = span.ordinal(index);
    return {.year = ordinal < 2 ? year - 1 : year,
            .month = ordinal < 2 ? ordinal + 11 : ordinal - 1,
            .day = number - month_start(k) + 1,
            .leap = span.leap != 0 && index == span.leap};
}

} // namespace congso::worktime
