#pragma once
#include "lib/base/time.h"

#include <optional>

// The lunisolar calendar of Vietnam (âm lịch), computed at UTC+7, the zone of the whole country since 1976. Good for the years
// 1976 to 2099; the same rules as in China, but an hour earlier, so the two calendars part in some years (Tết 2030 is 2 February here).
namespace congso::worktime {

struct LunarDate {
    int year{}, month{}, day{};
    bool leap{}; // the second month of that number (tháng nhuận)
    bool operator==(const LunarDate&) const = default;
};

Date lunar_new_year(int year); // mồng 1 tháng Giêng
// Nothing when that lunar day does not exist: no such leap month, or the 30th of a short month.
std::optional<Date> solar_of(int lunar_year, int month, int day, bool leap = false);
LunarDate lunar_of(Date date);

} // namespace congso::worktime
