#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

// Private to lib/http.
namespace congso::http {

struct Range {
    std::int64_t first{}, count{};
};

struct RangeAnswer {
    bool unsatisfiable{};
    std::optional<Range> range{}; // absent: send everything
};

// A Range field (RFC 9110 §14.2) against a size. Several ranges, other units and malformed fields are ignored, as §14.2 allows.
RangeAnswer parse_range(std::string_view field, std::int64_t size);

} // namespace congso::http
