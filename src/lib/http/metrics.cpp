#include "lib/http/metrics.h"

#include <fmt/format.h>

#include <iterator>

namespace congso::http {

void Metrics::observe(int status, std::chrono::nanoseconds duration)
{
    by_class_[static_cast<std::size_t>(status / 100 % 6)].fetch_add(1, std::memory_order_relaxed);
    const double seconds = std::chrono::duration<double>(duration).count();
    std::size_t bucket = 0;
    while (bucket < bounds_.size() && seconds > bounds_[bucket])
        ++bucket;
    buckets_[bucket].fetch_add(1, std::memory_order_relaxed);
    nanoseconds_.fetch_add(duration.count(), std::memory_order_relaxed);
}

std::string Metrics::text(std::size_t waiting) const
{
    std::string out;
    const auto add = [&]<class... A>(fmt::format_string<A...> format, A&&... values) {
        fmt::format_to(std::back_inserter(out), format, std::forward<A>(values)...);
    };
    add("# TYPE congso_http_requests_total counter\n");
    for (std::size_t i = 1; i < by_class_.size(); ++i)
        add("congso_http_requests_total{{class=\"{}xx\"}} {}\n", i, by_class_[i].load());
    add("# TYPE congso_http_request_seconds histogram\n");
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < bounds_.size(); ++i)
        add("congso_http_request_seconds_bucket{{le=\"{}\"}} {}\n", bounds_[i], sum += buckets_[i].load());
    sum += buckets_.back().load();
    add("congso_http_request_seconds_bucket{{le=\"+Inf\"}} {}\n", sum);
    add("congso_http_request_seconds_sum {}\ncongso_http_request_seconds_count {}\n", static_cast<double>(nanoseconds_.load()) / 1e9, sum);
    add("# TYPE congso_http_connections gauge\ncongso_http_connections {}\n", connections.load());
    add("# TYPE congso_http_streams gauge\ncongso_http_streams {}\n", streams.load());
    add("# TYPE congso_http_waiting gauge\ncongso_http_waiting {}\n", waiting);
    add("# TYPE congso_http_refused_connections_total counter\ncongso_http_refused_connections_total {}\n", refused_connections.load());
    add("# TYPE congso_http_uploaded_bytes_total counter\ncongso_http_uploaded_bytes_total {}\n", uploaded_bytes.load());
    return out;
}

} // namespace congso::http
