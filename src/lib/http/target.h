#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congso::http {

// The target of a request (RFC 9112 §3.2), taken apart and percent-decoded exactly once.
struct Target {
    std::string path; // decoded, begins with "/"
    std::vector<std::pair<std::size_t, std::size_t>> segments; // offset and length in `path`; cut before decoding, so %2F stays inside one
    std::vector<std::pair<std::string, std::string>> query;
    std::string authority; // absolute-form only: takes the place of Host

    std::string_view segment(std::size_t index) const
    {
        return std::string_view(path).substr(segments[index].first, segments[index].second);
    }
};

// Fills `target` (emptied first) from an origin-form or absolute-form target. Returns "" or why it is refused:
// "http.target" (another form, or a character that no URI has), "http.path" (bad escape, not UTF-8, a control character, a
// backslash, a "." or ".." segment), "http.query" (bad escape, not UTF-8, U+0000).
std::string_view parse_target(std::string_view text, Target& target);

// Whether a Host is well-formed (RFC 9110 §7.2) and one of ours: an IP address, "localhost", or in `allowed` (any name when that is empty).
bool is_accepted_host(std::string_view host, std::span<const std::string> allowed);

// The value of a cookie in a Cookie field (RFC 6265 §4.2.1), "" when absent.
std::string_view find_cookie(std::string_view field, std::string_view name);

bool is_utf8(std::string_view text); // Unicode 15 table 3-7: no overlong forms, no surrogates
bool equal_ignoring_case(std::string_view a, std::string_view b); // ASCII

} // namespace congso::http
