#pragma once
#include "office/worktime/worktime.h"

#include <vector>

namespace congso::worktime {

// The public holidays of a year by the rules alone, in order of the days, with the days off for those on a Saturday or Sunday
// (Labour Code 2019 art. 111 and 112: eleven days since 2021; Labour Code 2012 art. 115: ten before). What is set by decision each
// year is filled in as it was most often set: see the .cpp. Swapped days cannot be computed. Good for 2013 to 2099.
std::vector<DayEntry> standard_holidays(int year);

// The days as they really were or are set, 2019 to 2026, swapped days with them. A site changes them as data when a decision differs.
std::vector<DayEntry> known_days();
constexpr int first_known_year = 2019, last_known_year = 2026;

// Known days where the year is known, otherwise the rules: what a new agency's calendar begins with.
std::vector<DayEntry> days_of_years(int first, int last);

} // namespace congso::worktime
