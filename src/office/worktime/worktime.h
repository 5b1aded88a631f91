#pragma once
#include "lib/base/describe.h"

#include <map>
#include <string>
#include <vector>

// Deadlines in working time. Everything here is arithmetic over a calendar that is data with dates: hours, holidays, swapped days.
namespace congso::worktime {

enum class DayKind {
    holiday, // nghỉ lễ, tết
    compensatory_off, // nghỉ bù: the day off for a holiday on a weekly rest day
    swapped_off, // nghỉ hoán đổi: a working day given free …
    swapped_work // làm bù: … and the rest day worked for it
};
BOOST_DESCRIBE_ENUM(DayKind, holiday, compensatory_off, swapped_off, swapped_work)

// One day that is not as the week says.
struct DayEntry {
    Date day;
    DayKind kind{};
    std::string name; // «Giỗ Tổ Hùng Vương»
    bool operator==(const DayEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(DayEntry, (), (day, kind, name))

// A stretch of work on one weekday (ISO 8601: Monday 1 … Sunday 7), in minutes after midnight: [from, to).
struct Period {
    int weekday{}, from{}, to{};
    bool operator==(const Period&) const = default;
};
BOOST_DESCRIBE_STRUCT(Period, (), (weekday, from, to))

// The whole week from a day on, until other hours begin. A weekday without a period is a rest day.
struct Hours {
    Date valid_from;
    std::vector<Period> periods;
};
BOOST_DESCRIBE_STRUCT(Hours, (), (valid_from, periods))

Hours standard_hours(); // Monday to Friday, 07:00–11:30 and 13:30–17:00, since ever

// Why a day counts or does not: `start` is the day of the event itself, which never counts.
enum class Reason { start, working, weekly_rest, holiday, compensatory_off, swapped_off, swapped_work };
BOOST_DESCRIBE_ENUM(Reason, start, working, weekly_rest, holiday, compensatory_off, swapped_off, swapped_work)

// One line of a deadline's arithmetic.
struct Step {
    Date day;
    bool counted{};
    int number{}; // which working day it is, from 1; 0 when not counted
    Reason reason{};
    std::string name; // of the holiday or swap
    bool operator==(const Step&) const = default;
};
BOOST_DESCRIBE_STRUCT(Step, (), (day, counted, number, reason, name))

constexpr int working_days_limit = 3000; // no term of an office is longer
constexpr int same_day_cutoff = 15 * 60; // «tiếp nhận sau 15 giờ»

// Hours and days of one agency. Counts above the limit or below 0 throw Error::invalid "worktime.days"; hours that overlap or lie
// outside the day "worktime.hours"; a calendar in which no day is worked for ten years "worktime.no_working_day".
class Calendar {
public:
    // Without hours the standard ones hold; days before the first hours use those. Of two entries for a day the last one wins.
    Calendar(std::vector<Hours> hours, const std::vector<DayEntry>& entries, int zone_minutes = 7 * 60);

    bool is_working_day(Date day) const { return !periods_on(day).empty(); }
    const DayEntry* find_entry(Date day) const; // null for a day as the week says
    Reason reason_of(Date day) const;
    Step rest_on(Date day) const; // why nobody works on it
    std::vector<Hours> hours_between(Date first, Date last) const; // in force on any of these days
    std::vector<Period> periods_on(Date day) const; // in order; empty on a day of rest

    Date next_working_day(Date day) const; // the day itself when it is one
    // A deadline on a day of rest is met on the next working day: what was due before this day is overdue on `today`.
    Date overdue_before(Date today) const;
    // The n-th working day, the first being the working day after `from`; with n = 0 `from` or the working day after it.
    Date add_working_days(Date from, int n) const;
    // Working days after `from` up to and with `to`: what add_working_days adds. Negative when `to` lies before `from`.
    int working_days_between(Date from, Date to) const;
    std::vector<Step> explain(Date from, int n) const; // every day from `from` to the n-th working day

    // n calendar days, without the day of the event; a last day of rest moves to the next working day (Civil Code 2015 art. 147, 148).
    Date add_calendar_days(Date from, int n) const;

    Time due_end_of_day(Date day) const; // the end of work on that day, or on the next working day
    // Due at the end of the day of acceptance; accepted after the cutoff or on a day of rest, at the end of the next working day.
    Time due_same_day(Time accepted, int cutoff_minute = same_day_cutoff) const;
    // The instant when so much working time has passed; outside working hours the clock starts at the next opening.
    Time add_working_minutes(Time start, int minutes) const;
    std::int64_t working_ms_between(Time from, Time to) const; // 0 when `to` is not after `from`: what a pause gives back

private:
    const Hours& hours_on(Date day) const;

    std::vector<Hours> hours_; // by valid_from, never empty
    std::map<Date, DayEntry> entries_;
    int zone_minutes_;
};

} // namespace congso::worktime
