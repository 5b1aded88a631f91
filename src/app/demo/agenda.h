#pragma once
#include "lib/base/clock.h"

#include <functional>
#include <queue>
#include <vector>

namespace congso::app::demo {

// What happens when: acts in the order of their times, those of one time in the order they were entered. An act may enter later ones.
class Agenda {
public:
    void at(Time time, std::function<void()> act) { acts_.push({time, ++count_, std::move(act)}); }

    // Moves the clock from act to act. What lies behind `end` does not happen: it is left as the office left it on its last evening.
    void run(ManualClock& clock, Time end)
    {
        while (!acts_.empty() && acts_.top().time <= end) {
            const auto next = acts_.top();
            acts_.pop();
            clock.set(std::max(next.time, clock.now()));
            next.act();
        }
        clock.set(end);
    }

private:
    struct Entry {
        Time time;
        int order;
        std::function<void()> act;
        bool operator<(const Entry& other) const { return other.time < time || (other.time == time && other.order < order); }
    };
    std::priority_queue<Entry> acts_;
    int count_ = 0;
};

} // namespace congso::app::demo
