#pragma once
#include "lib/base/error.h"

#include <string>
#include <string_view>
#include <vector>

// What an input may hold, asked in the same way by every feature.
namespace congso {

std::size_t characters(std::string_view text); // of UTF-8: limits of the decree are in characters, not in bytes
bool is_blank(std::string_view text); // nothing in it that anyone could read: spaces, line ends, U+00A0, U+2000–200F, U+3000

constexpr std::size_t longest_note = 4000; // characters of an opinion, a comment, a progress report
constexpr std::size_t longest_reason = 500;

// The wrong fields of an input, gathered so that all are told at once.
class Faults {
public:
    void add(std::string path, std::string code) { faults_.push_back({std::move(path), std::move(code)}); }
    void required(std::string path, std::string_view text, std::size_t most); // "required", "too_long"
    void at_most(std::string path, std::string_view text, std::size_t most); // "too_long"
    void at_most_items(std::string path, std::size_t count, std::size_t most); // "too_many"
    void in_range(std::string path, std::int64_t number, std::int64_t least, std::int64_t most); // "range"
    std::vector<FieldFault> take() { return std::move(faults_); }
    void demand(); // throws invalid when there are any

private:
    std::vector<FieldFault> faults_;
};

// One text field on its own: throws invalid on `path`.
void demand_text(std::string_view path, std::string_view text, std::size_t most); // not blank
void demand_length(std::string_view path, std::string_view text, std::size_t most);

} // namespace congso
