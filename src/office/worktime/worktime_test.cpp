#include "lib/base/error.h"
#include "office/worktime/holidays.h"
#include "office/worktime/worktime.h"

#include <gtest/gtest.h>

namespace congso::worktime {

namespace {

constexpr int zone = 7 * 60;

Date day(const char* iso)
{
    return *Date::parse(iso);
}
Time at(const char* iso, int hour, int minute)
{
    return Time::at(day(iso), hour * 60 + minute, zone);
}

const Calendar& real()
{
    static const Calendar calendar{{}, days_of_years(2018, 2030)};
    return calendar;
}

std::string code_of(const std::function<void()>& act)
{
    try {
        act();
        return "";
    } catch (const Error& error) {
        return error.code();
    }
}

} // namespace

TEST(WorkingDays, begin_to_count_on_the_working_day_after)
{
    EXPECT_EQ(real().add_working_days(day("2022-05-09"), 1), day("2022-05-10")); // Monday → Tuesday
    EXPECT_EQ(real().add_working_days(day("2022-05-13"), 1), day("2022-05-16")); // Friday → Monday
    EXPECT_EQ(real().add_working_days(day("2022-05-14"), 1), day("2022-05-16")); // Saturday → Monday
    EXPECT_EQ(real().add_working_days(day("2022-05-14"), 0), day("2022-05-16"));
    EXPECT_EQ(real().add_working_days(day("2022-05-16"), 0), day("2022-05-16"));
}

TEST(WorkingDays, pass_over_the_holidays_of_2022)
{
    // 29/4 Friday is 1; 30/4–3/5 are holidays and the days off for them; 4, 5, 6/5 are 2, 3, 4; Monday 9/5 is 5.
    EXPECT_EQ(real().add_working_days(day("2022-04-28"), 5), day("2022-05-09"));
    EXPECT_EQ(real().add_working_days(day("2022-01-28"), 1), day("2022-02-07")); // Tết
    EXPECT_EQ(real().add_working_days(day("2022-04-08"), 1), day("2022-04-12")); // Giỗ Tổ was a Sunday
    EXPECT_EQ(real().add_working_days(day("2022-08-31"), 1), day("2022-09-05"));
    EXPECT_EQ(real().add_working_days(day("2021-12-31"), 1), day("2022-01-04"));
    EXPECT_EQ(real().working_days_between(day("2021-12-31"), day("2022-12-31")), 260 - 11); // eleven days, each a weekday in the end
}

TEST(WorkingDays, follow_the_swaps)
{
    EXPECT_FALSE(real().is_working_day(day("2019-04-29")));
    EXPECT_TRUE(real().is_working_day(day("2019-05-04")));
    EXPECT_EQ(real().add_working_days(day("2019-04-26"), 3), day("2019-05-04")); // Thursday, Friday, the worked Saturday
    EXPECT_EQ(real().due_end_of_day(day("2019-05-04")), at("2019-05-04", 17, 0)); // worked as a Monday is
    EXPECT_EQ(real().add_working_days(day("2025-04-25"), 1), day("2025-04-26"));
}

TEST(WorkingDays, that_are_added_are_found_again_in_between)
{
    for (Date from = day("2018-12-01"); from < day("2027-01-01"); from = from.plus_days(3))
        for (const int n : {1, 2, 5, 15, 60}) {
            const Date due = real().add_working_days(from, n);
            ASSERT_TRUE(real().is_working_day(due));
            ASSERT_EQ(real().working_days_between(from, due), n) << from.to_string();
            ASSERT_EQ(real().working_days_between(due, from), -n) << from.to_string();
            ASSERT_EQ(real().add_working_days(real().add_working_days(from, 1), n), real().add_working_days(from, n + 1));
        }
}

TEST(WorkingDays, show_their_arithmetic)
{
    const std::vector<Step> steps{
        {day("2022-04-28"), false, 0, Reason::start, ""},
        {day("2022-04-29"), true, 1, Reason::working, ""},
        {day("2022-04-30"), false, 0, Reason::holiday, "Ngày Chiến thắng"},
        {day("2022-05-01"), false, 0, Reason::holiday, "Ngày Quốc tế Lao động"},
        {day("2022-05-02"), false, 0, Reason::compensatory_off, "Nghỉ bù Ngày Chiến thắng"},
        {day("2022-05-03"), false, 0, Reason::compensatory_off, "Nghỉ bù Ngày Quốc tế Lao động"},
        {day("2022-05-04"), true, 2, Reason::working, ""},
    };
    EXPECT_EQ(real().explain(day("2022-04-28"), 2), steps);
    const auto swapped = real().explain(day("2019-05-03"), 2);
    ASSERT_EQ(swapped.size(), 4U);
    EXPECT_EQ(swapped[1].reason, Reason::swapped_work);
    EXPECT_EQ(swapped[2].reason, Reason::weekly_rest);
    EXPECT_EQ(real().explain(day("2019-04-26"), 1)[3].reason, Reason::swapped_off);
}

TEST(WorkingDays, refuse_impossible_counts_and_calendars)
{
    EXPECT_EQ(code_of([] { (void)real().add_working_days(day("2022-01-01"), -1); }), "worktime.days");
    EXPECT_EQ(code_of([] { (void)real().explain(day("2022-01-01"), working_days_limit + 1); }), "worktime.days");
    const Calendar idle{{Hours{day("2000-01-01"), {}}}, {}};
    EXPECT_EQ(code_of([&] { (void)idle.add_working_days(day("2022-01-01"), 1); }), "worktime.no_working_day");
    for (const Period wrong : {Period{0, 0, 1}, Period{8, 0, 1}, Period{1, 60, 60}, Period{1, -1, 5}, Period{1, 0, 1441}})
        EXPECT_EQ(code_of([&] { Calendar{{Hours{day("2000-01-01"), {wrong}}}, {}}; }), "worktime.hours");
    EXPECT_EQ(code_of([] { Calendar{{Hours{day("2000-01-01"), {{1, 0, 60}, {1, 59, 90}}}}, {}}; }), "worktime.hours");
}

TEST(CalendarDays, leave_out_the_first_day_and_never_end_on_a_day_of_rest)
{
    EXPECT_EQ(real().add_calendar_days(day("2022-05-09"), 3), day("2022-05-12"));
    EXPECT_EQ(real().add_calendar_days(day("2022-05-09"), 5), day("2022-05-16")); // Saturday → Monday
    EXPECT_EQ(real().add_calendar_days(day("2022-04-28"), 2), day("2022-05-04")); // into the holidays
}

TEST(WorkingHours, run_only_while_the_office_is_open)
{
    EXPECT_EQ(real().add_working_minutes(at("2022-05-09", 8, 0), 60), at("2022-05-09", 9, 0));
    EXPECT_EQ(real().add_working_minutes(at("2022-05-09", 11, 0), 60), at("2022-05-09", 14, 0)); // over noon
    EXPECT_EQ(real().add_working_minutes(at("2022-05-09", 11, 0), 30), at("2022-05-09", 11, 30)); // up to the bell
    EXPECT_EQ(real().add_working_minutes(at("2022-05-09", 18, 0), 60), at("2022-05-10", 8, 0)); // next opening
    EXPECT_EQ(real().add_working_minutes(at("2022-05-09", 5, 0), 0), at("2022-05-09", 7, 0));
    EXPECT_EQ(real().add_working_minutes(at("2022-04-29", 16, 0), 8 * 60), at("2022-05-04", 16, 0)); // over the holidays
    EXPECT_EQ(code_of([] { (void)real().add_working_minutes(at("2022-05-09", 8, 0), -24 * 60); }), "worktime.days");
}

TEST(WorkingHours, between_two_instants_are_what_was_added)
{
    for (int start = 0; start < 5 * 24 * 60; start += 97)
        for (const int minutes : {1, 30, 269, 480, 2000}) {
            const Time from = at("2022-04-28", 0, 0).plus_ms(start * 60'000LL + 1);
            ASSERT_EQ(real().working_ms_between(from, real().add_working_minutes(from, minutes)), minutes * 60'000LL) << start;
        }
    EXPECT_EQ(real().working_ms_between(at("2022-05-10", 8, 0), at("2022-05-09", 8, 0)), 0);
}

TEST(WorkingHours, change_with_the_season)
{
    const Period winter{1, 7 * 60 + 30, 12 * 60}, saturday{6, 7 * 60, 11 * 60};
    const Calendar seasonal{{Hours{day("2022-10-01"), {saturday, winter}}, standard_hours()}, {}};
    EXPECT_EQ(seasonal.due_end_of_day(day("2022-09-26")), at("2022-09-26", 17, 0));
    EXPECT_FALSE(seasonal.is_working_day(day("2022-09-24")));
    EXPECT_EQ(seasonal.due_end_of_day(day("2022-10-03")), at("2022-10-03", 12, 0));
    EXPECT_TRUE(seasonal.is_working_day(day("2022-10-08")));
    EXPECT_FALSE(seasonal.is_working_day(day("2022-10-04")));
    EXPECT_EQ(seasonal.add_working_minutes(at("2022-10-08", 10, 0), 90), at("2022-10-10", 8, 0));
}

TEST(SameDay, lasts_until_the_cutoff)
{
    EXPECT_EQ(real().due_same_day(at("2022-05-09", 14, 59)), at("2022-05-09", 17, 0));
    EXPECT_EQ(real().due_same_day(at("2022-05-09", 15, 0)), at("2022-05-10", 17, 0));
    EXPECT_EQ(real().due_same_day(at("2022-05-13", 16, 0)), at("2022-05-16", 17, 0));
    EXPECT_EQ(real().due_same_day(at("2022-05-14", 9, 0)), at("2022-05-16", 17, 0)); // a Saturday
}

TEST(Holidays, as_computed_are_those_that_were_set_apart_from_swaps)
{
    for (int year = first_known_year; year <= last_known_year; ++year) {
        std::vector<DayEntry> known;
        for (const auto& entry : days_of_years(year, year))
            if (entry.kind == DayKind::holiday || entry.kind == DayKind::compensatory_off)
                known.push_back(entry);
        EXPECT_EQ(standard_holidays(year), known) << year;
    }
}

TEST(Holidays, are_ten_working_days_before_2021_and_eleven_since)
{
    for (int year = 2013; year <= 2060; ++year) {
        const auto days = standard_holidays(year);
        EXPECT_EQ(std::ranges::count_if(days, [](const DayEntry& entry) { return entry.day.weekday() <= 5; }), year < 2021 ? 10 : 11)
            << year;
        EXPECT_TRUE(std::ranges::is_sorted(days, {}, &DayEntry::day));
    }
}

TEST(Holidays, swap_as_many_days_as_they_give)
{
    int balance = 1; // the partner of 2019-01-05 lies in 2018
    for (const auto& entry : known_days()) {
        balance += entry.kind == DayKind::swapped_off ? 1 : entry.kind == DayKind::swapped_work ? -1 : 0;
        if (entry.kind == DayKind::swapped_off || entry.kind == DayKind::swapped_work) {
            EXPECT_EQ(entry.day.weekday() <= 5, entry.kind == DayKind::swapped_off) << entry.day.to_string();
        }
    }
    EXPECT_EQ(balance, 0);
}

} // namespace congso::worktime
