#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// The one way text is cut for searching, used for the index and for the query, so both database engines find the same.
// All take normalised text.
namespace congso::text {

// What stands at a position of the index. Several tokens may share a position: first the folded ones, then the exact ones, which
// begin with '='. «Hoà» gives "hoa" and "=hòa". A symbol is found by its beginnings too: 36/KH-UBND gives "36/kh-ubnd",
// "36/kh", "36"; a date also by its year. Leading zeros of short numbers are dropped: 04/9/2019 gives "4/9/2019".
struct Token {
    int position{}; // from 1
    std::string text;

    bool is_exact() const { return text.starts_with('='); }
    bool operator==(const Token&) const = default;
};

inline constexpr int position_limit = 16'000; // PostgreSQL's tsvector ends at 16 383

std::vector<Token> tokenize(std::string_view text, int limit = position_limit); // what is behind the limit is not found

// One thing a query asks for: a word, or a phrase of words that follow each other. All terms of a query must be found.
struct Term {
    std::vector<std::string> folded; // as in the index
    std::vector<std::string> exact; // as in the index, with '='
    bool has_marks{}; // typed with marks: exact matches come first
    bool operator==(const Term&) const = default;
};

// Words, and phrases in "…", “…” or «…» (a missing closing mark is forgiven). What is written without a space is a phrase too
// (VP-TK). At most 16 terms; an empty list when nothing can be looked for.
std::vector<Term> parse_query(std::string_view text);

// The other ways to write a word or phrase of an office: {"ubnd"} → {{"uy", "ban", "nhan", "dan"}} and back. Folded tokens.
std::vector<std::vector<std::string>> synonyms(const std::vector<std::string>& folded);

} // namespace congso::text
