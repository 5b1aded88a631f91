#pragma once
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace congso::app::demo {

// Numbers that look like chance and are the same on every machine (the standard's distributions are not).
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) { }

    std::uint64_t next() // SplitMix64
    {
        auto mixed = state_ += 0x9e3779b97f4a7c15;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return mixed ^ (mixed >> 31);
    }
    int between(int first, int last) { return first + static_cast<int>(next() % static_cast<std::uint64_t>(last - first + 1)); }
    bool in_hundred(int percent) { return between(0, 99) < percent; }
    double fraction() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    template <class L> const auto& pick(const L& list)
    {
        return list[static_cast<std::size_t>(between(0, static_cast<int>(std::size(list)) - 1))];
    }

private:
    std::uint64_t state_;
};

} // namespace congso::app::demo
