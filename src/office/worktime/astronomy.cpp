#include "office/worktime/astronomy.h"

#include <cmath>
#include <numbers>

// After J. Meeus, Astronomical Algorithms, 2nd edition: chapter 49 (phases of the moon) and chapter 25 (the sun, low accuracy).
namespace congso::worktime::astronomy {

namespace {

double sine(double degrees)
{
    return std::sin(degrees * std::numbers::pi / 180);
}

// Dynamical time − universal time, in days (Espenak and Meeus, the polynomial for 2005–2050; seconds off at the ends of our years).
double delta_t(double centuries)
{
    const double years = centuries * 100;
    return (62.92 + 0.32217 * years + 0.005589 * years * years) / 86400;
}

// Table of chapter 49 for the new moon: amplitude in days, power of E, multiples of M, M', F.
struct Term {
    double amplitude;
    int eccentricity, sun, moon, latitude;
};
constexpr Term terms[] = {
    {-0.40720, 0, 0, 1, 0}, {0.17241, 1, 1, 0, 0},    {0.01608, 0, 0, 2, 0},   {0.01039, 0, 0, 0, 2},   {0.00739, 1, -1, 1, 0},
    {-0.00514, 1, 1, 1, 0}, {0.00208, 2, 2, 0, 0},    {-0.00111, 0, 0, 1, -2}, {-0.00057, 0, 0, 1, 2},  {0.00056, 1, 1, 2, 0},
    {-0.00042, 0, 0, 3, 0}, {0.00042, 1, 1, 0, 2},    {0.00038, 1, 1, 0, -2},  {-0.00024, 1, -1, 2, 0}, {-0.00007, 0, 2, 1, 0},
    {0.00004, 0, 0, 2, -2}, {0.00004, 0, 3, 0, 0},    {0.00003, 0, 1, 1, -2},  {0.00003, 0, 0, 2, 2},   {-0.00003, 0, 1, 1, 2},
    {0.00003, 0, -1, 1, 2}, {-0.00002, 0, -1, 1, -2}, {-0.00002, 0, 1, 3, 0},  {0.00002, 0, 0, 4, 0},
};

// The planets' part: angle at k = 0, its step per k, amplitude in millionths of a day.
struct PlanetTerm {
    double start, step, amplitude;
};
constexpr PlanetTerm planet_terms[] = {
    {299.77, 0.107408, 325}, {251.88, 0.016321, 165}, {251.83, 26.651886, 164}, {349.42, 36.412478, 126}, {84.66, 18.206239, 110},
    {141.74, 53.303771, 62}, {207.14, 2.453732, 60},  {154.84, 7.306860, 56},   {34.52, 27.261239, 47},   {207.19, 0.121824, 42},
    {291.34, 1.844379, 40},  {161.72, 24.198154, 37}, {239.56, 25.513099, 35},  {331.55, 3.592518, 23},
};

constexpr double first_new_moon = 2451550.09766, month_length = 29.530588861;

} // namespace

double new_moon(int k)
{
    const double t = k / 1236.85, t2 = t * t, t3 = t2 * t, t4 = t3 * t;
    const double mean = first_new_moon + month_length * k + 0.00015437 * t2 - 0.000000150 * t3 + 0.00000000073 * t4;
    const double e = 1 - 0.002516 * t - 0.0000074 * t2;
    const double sun = 2.5534 + 29.10535670 * k - 0.0000014 * t2 - 0.00000011 * t3;
    const double moon = 201.5643 + 385.81693528 * k + 0.0107582 * t2 + 0.00001238 * t3 - 0.000000058 * t4;
    const double latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t2 - 0.00000227 * t3 + 0.000000011 * t4;
    const double node = 124.7746 - 1.56375588 * k + 0.0020672 * t2 + 0.00000215 * t3;
    double correction = -0.00017 * sine(node);
    for (const auto& term : terms)
        correction += term.amplitude * std::pow(e, term.eccentricity) * sine(term.sun * sun + term.moon * moon + term.latitude * latitude);
    for (const auto& term : planet_terms)
        correction += term.amplitude * 1e-6 * sine(term.start + term.step * k - (&term == planet_terms ? 0.009173 * t2 : 0));
    return mean + correction - delta_t(t);
}

int new_moon_before(double julian_day)
{
    return static_cast<int>(std::floor((julian_day - first_new_moon) / month_length));
}

double sun_longitude(double julian_day)
{
    const double rough = (julian_day - 2451545.0) / 36525;
    const double t = rough + delta_t(rough) / 36525;
    const double mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
    const double anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
    const double centre = (1.914602 - 0.004817 * t - 0.000014 * t * t) * sine(anomaly) + (0.019993 - 0.000101 * t) * sine(2 * anomaly)
        + 0.000289 * sine(3 * anomaly);
    const double node = 125.04 - 1934.136 * t;
    const double apparent = std::fmod(mean + centre - 0.00569 - 0.00478 * sine(node), 360);
    return apparent < 0 ? apparent + 360 : apparent;
}

} // namespace congso::worktime::astronomy
