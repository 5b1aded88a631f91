#include "bench/support/measure.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace congso::bench {

double seconds_of(const std::function<void()>& act)
{
    const auto begin = std::chrono::steady_clock::now();
    act();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double Samples::percentile(double percent) const
{
    if (values_.empty())
        return 0;
    auto sorted = values_;
    std::sort(sorted.begin(), sorted.end());
    const auto rank = std::ceil(percent / 100 * static_cast<double>(sorted.size()));
    return sorted[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

Turns take_turns(int pairs, const std::function<double()>& ours, const std::function<double()>& bare)
{
    Turns turns;
    for (int pair = 0; pair < pairs; ++pair) {
        const double one = ours();
        turns.add(one, bare());
    }
    return turns;
}

void print_title(const std::string& title)
{
    std::printf("\n### %s\n\n", title.c_str());
}

void print_head(const std::vector<std::string>& columns)
{
    print_row(columns);
    std::string line = "|";
    for (std::size_t i = 0; i < columns.size(); ++i)
        line += i == 0 ? "---|" : "--:|";
    std::printf("%s\n", line.c_str());
}

void print_row(const std::vector<std::string>& cells)
{
    std::string line = "|";
    for (const auto& cell : cells)
        line += " " + cell + " |";
    std::printf("%s\n", line.c_str());
    std::fflush(stdout);
}

} // namespace congso::bench
