#include "lib/text/tokens.h"

#include "lib/text/fold.h"
#include "lib/text/scan.h"

#include <algorithm>

namespace congso::text {

namespace {

constexpr std::size_t token_limit = 100; // bytes; far above any word, far below what an index refuses
constexpr std::size_t short_number = 7; // longer ones are codes, telephone and personal numbers: their zeros count
constexpr std::size_t term_limit = 16;

bool is_number(std::string_view part)
{
    return part.find_first_not_of("0123456789") == std::string_view::npos;
}

// Without the leading zeros of every number between joints.
std::string without_zeros(std::string_view token)
{
    std::string result;
    for (std::size_t at = 0; at <= token.size();) {
        const auto end = std::min(token.find_first_of("/-", at), token.size());
        auto part = token.substr(at, end - at);
        if (part.size() <= short_number && is_number(part))
            while (part.size() > 1 && part.front() == '0')
                part.remove_prefix(1);
        result.append(part);
        if (end < token.size())
            result += token[end];
        at = end + 1;
    }
    return result;
}

std::string cut(std::string token)
{
    if (token.size() > token_limit) {
        auto end = token_limit;
        while ((static_cast<unsigned char>(token[end]) & 0xc0) == 0x80)
            --end;
        token.resize(end);
    }
    return token;
}

std::string main_token(const std::string& form)
{
    return cut(without_zeros(form));
}

// All that stands for one form of a symbol: itself, its beginnings, and the year at the end of a date or a span of years.
std::vector<std::string> symbol_tokens(const std::string& form)
{
    const auto whole = without_zeros(form);
    std::vector<std::string> tokens{cut(whole)};
    for (auto joint = whole.find_last_of("/-"); joint != std::string::npos && joint > 0; joint = whole.find_last_of("/-", joint - 1))
        tokens.push_back(cut(whole.substr(0, joint)));
    const auto last = whole.substr(whole.find_last_of("/-") + 1);
    if (last.size() == 4 && whole.find_first_not_of("0123456789/-") == std::string::npos)
        tokens.push_back(last);
    std::vector<std::string> distinct;
    for (auto& token : tokens)
        if (std::ranges::find(distinct, token) == distinct.end())
            distinct.push_back(std::move(token));
    return distinct;
}

bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

// The quotation mark that `text` begins with, and the one that ends it.
std::pair<std::string_view, std::string_view> quote_at(std::string_view text)
{
    constexpr std::pair<std::string_view, std::string_view> quotes[] = {{"\"", "\""}, {"“", "”"}, {"«", "»"}};
    for (const auto& quote : quotes)
        if (text.starts_with(quote.first))
            return quote;
    return {};
}

void add_term(std::vector<Term>& terms, std::string_view words)
{
    Term term;
    Scanner scanner{words};
    for (Piece piece; scanner.next(piece);) {
        term.folded.push_back(main_token(piece.folded));
        term.exact.push_back("=" + main_token(piece.exact));
        term.has_marks = term.has_marks || has_marks(piece.exact);
    }
    if (!term.folded.empty() && terms.size() < term_limit && std::ranges::find(terms, term) == terms.end())
        terms.push_back(std::move(term));
}

} // namespace

std::vector<Token> tokenize(std::string_view text, int limit)
{
    std::vector<Token> tokens;
    Scanner scanner{text};
    Piece piece;
    for (int position = 1; position <= limit && scanner.next(piece); ++position) {
        if (!piece.symbol) {
            tokens.push_back({position, main_token(piece.folded)});
            tokens.push_back({position, "=" + main_token(piece.exact)});
            continue;
        }
        for (auto& token : symbol_tokens(piece.folded))
            tokens.push_back({position, std::move(token)});
        for (const auto& token : symbol_tokens(piece.exact))
            tokens.push_back({position, "=" + token});
    }
    return tokens;
}

std::vector<Term> parse_query(std::string_view text)
{
    std::vector<Term> terms;
    while (!text.empty()) {
        if (is_space(text.front())) {
            text.remove_prefix(1);
        } else if (const auto [opening, closing] = quote_at(text); !opening.empty()) {
            text.remove_prefix(opening.size());
            const auto end = text.find(closing);
            add_term(terms, text.substr(0, end));
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + closing.size());
        } else {
            std::size_t end = 0;
            while (end < text.size() && !is_space(text[end]) && quote_at(text.substr(end)).first.empty())
                ++end;
            add_term(terms, text.substr(0, end));
            text.remove_prefix(end);
        }
    }
    return terms;
}

} // namespace congso::text
