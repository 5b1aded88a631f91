#pragma once
#include <chrono>
#include <functional>
#include <string>
#include <vector>

// Measuring: times of one act, and ratios of two of them taken in turn.
namespace congso::bench {

double seconds_of(const std::function<void()>& act);

class Samples {
public:
    void add(double value) { values_.push_back(value); }
    double median() const { return percentile(50); }
    double percentile(double percent) const; // nearest rank; 0 of nothing
    std::size_t count() const { return values_.size(); }

private:
    std::vector<double> values_;
};

// Ours, bare, ours, bare: a slow moment of the machine meets both.
struct Turns {
    Samples ours, bare, ratio; // ratio: ours to bare of each pair

    void add(double one, double other)
    {
        ours.add(one);
        bare.add(other);
        ratio.add(one / other);
    }
};
Turns take_turns(int pairs, const std::function<double()>& ours, const std::function<double()>& bare);

// A Markdown table on the standard output.
void print_title(const std::string& title);
void print_head(const std::vector<std::string>& columns);
void print_row(const std::vector<std::string>& cells);

} // namespace congso::bench
