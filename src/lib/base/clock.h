#pragma once
#include "lib/base/time.h"

#include <atomic>

namespace congso {

// The only source of "now". It also knows the office's zone: Vietnam, +07:00, no daylight saving.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Time now() const = 0;
    int zone_minutes() const { return 7 * 60; }
    Date today() const { return now().date(zone_minutes()); }
};

class SystemClock final : public Clock {
public:
    Time now() const override;
};

// Runs as fast as the real clock but a fixed distance from it: the demo's day, stored in its directory.
class OffsetClock final : public Clock {
public:
    explicit OffsetClock(std::int64_t offset_ms) : offset_ms_(offset_ms) { }
    Time now() const override;

private:
    std::int64_t offset_ms_;
};

// Stands still until it is told to move: for tests and for the deterministic demo.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Time start) : now_ms_(start.ms) { }
    Time now() const override { return {now_ms_.load()}; }
    void set(Time time) { now_ms_ = time.ms; }
    void advance_ms(std::int64_t ms) { now_ms_ += ms; }

private:
    std::atomic<std::int64_t> now_ms_;
};

} // namespace congso
