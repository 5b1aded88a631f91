#pragma once
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

// Private to lib/http.
namespace congso::http {

// Counters of one server; every member may be touched from any thread.
class Metrics {
public:
    void observe(int status, std::chrono::nanoseconds duration);

    std::atomic<std::int64_t> connections{0}, streams{0}, refused_connections{0}, uploaded_bytes{0};

    std::string text(std::size_t waiting) const; // Prometheus text exposition format

private:
    static constexpr std::array<double, 12> bounds_{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10};

    std::array<std::atomic<std::int64_t>, 6> by_class_{};
    std::array<std::atomic<std::int64_t>, bounds_.size() + 1> buckets_{};
    std::atomic<std::int64_t> nanoseconds_{0};
};

} // namespace congso::http
