#include "office/worktime/holidays.h"

#include "office/worktime/lunar.h"

#include <map>

namespace congso::worktime {

namespace {

using Days = std::map<Date, DayEntry>;

bool is_weekly_rest(Date day)
{
    return day.weekday() >= 6;
}

// Tết has five days (art. 112.1.b); which, is decided each year. Since 2019: the last two days of the old lunar year and the first
// three of the new one, but one and four when Tết is a Tuesday, so that the five fill a week.
Date first_day_of_tet(int year)
{
    const Date new_year = lunar_new_year(year);
    return new_year.plus_days(new_year.weekday() == 2 ? -1 : -2);
}

// The second day of the National Day is 1 or 3 September (art. 112.1.d), decided each year: so far the side on which the break
// touches a weekend, and 1 September for a Wednesday.
int second_national_day(int year)
{
    const int weekday = Date::of(year, 9, 2).weekday();
    return weekday == 1 || weekday == 4 || weekday == 7 ? 3 : 1;
}

} // namespace

std::vector<DayEntry> standard_holidays(int year)
{
    Days days;
    const auto add = [&](Date day, const char* name) {
        days.emplace(day, DayEntry{day, DayKind::holiday, name});
    };
    add(Date::of(year, 1, 1), "Tết Dương lịch");
    for (int i = 0; i < 5; ++i)
        add(first_day_of_tet(year).plus_days(i), "Tết Nguyên đán");
    add(*solar_of(year, 3, 10), "Giỗ Tổ Hùng Vương");
    add(Date::of(year, 4, 30), "Ngày Chiến thắng");
    add(Date::of(year, 5, 1), "Ngày Quốc tế Lao động");
    add(Date::of(year, 9, 2), "Quốc khánh");
    if (year >= 2021) // Labour Code 2019 in force from 2021-01-01
        add(Date::of(year, 9, static_cast<unsigned>(second_national_day(year))), "Quốc khánh");

    // Art. 111.3: a holiday on a weekly rest day gives the next working day off.
    std::vector<DayEntry> holidays;
    for (const auto& [day, entry] : days)
        holidays.push_back(entry);
    for (const auto& holiday : holidays) {
        if (!is_weekly_rest(holiday.day))
            continue;
        Date day = holiday.day.plus_days(1);
        while (is_weekly_rest(day) || days.contains(day))
            day = day.plus_days(1);
        days.emplace(day, DayEntry{day, DayKind::compensatory_off, "Nghỉ bù " + holiday.name});
    }
    std::vector<DayEntry> result;
    for (auto& [day, entry] : days)
        result.push_back(std::move(entry));
    return result;
}

std::vector<DayEntry> days_of_years(int first, int last)
{
    Days days;
    for (int year = first; year <= last; ++year)
        if (year < first_known_year || year > last_known_year)
            for (auto& entry : standard_holidays(year))
                days.emplace(entry.day, std::move(entry));
    for (auto& entry : known_days())
        if (entry.day.year() >= first && entry.day.year() <= last)
            days.emplace(entry.day, std::move(entry));
    std::vector<DayEntry> result;
    for (auto& [day, entry] : days)
        result.push_back(std::move(entry));
    return result;
}

} // namespace congso::worktime
