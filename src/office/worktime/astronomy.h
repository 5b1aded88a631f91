#pragma once

// Sun and moon as far as the calendar needs them. Instants are Julian days of universal time.
namespace congso::worktime::astronomy {

// The new moon number `k`, counted from the one of 6 January 2000; within half a minute for 1976–2099.
double new_moon(int k);
int new_moon_before(double julian_day); // a number whose new moon is at most two months before, never after by more than a day
double sun_longitude(double julian_day); // apparent, degrees 0–360; within 0.01°

} // namespace congso::worktime::astronomy
