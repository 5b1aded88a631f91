#include "office/search/search.h"

#include "lib/base/error.h"
#include "lib/text/normalize.h"
#include "lib/text/tokens.h"

namespace congso::search {

namespace {

constexpr int most_positions = 2'000; // of a record's own fields; the text of its files is another matter
constexpr std::size_t longest_form = 6; // «ủy ban mặt trận tổ quốc», written as six words
constexpr int tie_bits = 20;

Phrase scoped(std::string_view scope, const std::vector<std::string>& words)
{
    Phrase phrase;
    for (const auto& word : words)
        phrase.push_back(std::string{scope} + word);
    return phrase;
}

void add_synonyms(Group& group, std::string_view scope, const std::vector<std::string>& folded)
{
    for (const auto& form : text::synonyms(folded))
        group.push_back({scoped(scope, form)});
}

// How many terms from `first` on are together the long form of something; 0 when they are not.
std::size_t long_form_at(const std::vector<text::Term>& terms, std::size_t first, std::vector<std::string>& words)
{
    std::size_t found = 0;
    std::vector<std::string> tried;
    for (auto i = first; i < terms.size() && tried.size() < longest_form && terms[i].folded.size() == 1; ++i) {
        tried.push_back(terms[i].folded.front());
        if (tried.size() > 1 && !text::synonyms(tried).empty()) {
            found = tried.size();
            words = tried;
        }
    }
    return found;
}

Groups folded_groups(std::string_view scope, const std::vector<text::Term>& terms)
{
    Groups groups;
    for (std::size_t i = 0; i < terms.size();) {
        std::vector<std::string> words;
        if (const auto length = long_form_at(terms, i, words); length != 0) {
            Choice apart;
            for (const auto& word : words)
                apart.push_back(scoped(scope, {word}));
            auto& group = groups.emplace_back(Group{std::move(apart)});
            add_synonyms(group, scope, words);
            i += length;
        } else {
            auto& group = groups.emplace_back(Group{{scoped(scope, terms[i].folded)}});
            add_synonyms(group, scope, terms[i].folded);
            ++i;
        }
    }
    return groups;
}

Groups exact_groups(std::string_view scope, const std::vector<text::Term>& terms)
{
    Groups groups;
    for (const auto& term : terms) {
        auto& group = groups.emplace_back(Group{{scoped(scope, term.has_marks ? term.exact : term.folded)}});
        if (!term.has_marks)
            add_synonyms(group, scope, term.folded);
    }
    return groups;
}

} // namespace

std::string scope_of(AgencyId agency, std::string_view kind)
{
    // The end of a UUIDv7 is random. Two scopes that look alike cost time and nothing else: rows are checked for agency and kind.
    return agency.to_string().substr(30) + std::string{kind.substr(0, 2)} + ":";
}

std::vector<std::vector<std::string>> positions_of(std::string_view scope, std::string_view text)
{
    std::vector<std::vector<std::string>> positions;
    for (const auto& token : text::tokenize(text::normalize(text).value_or(""), most_positions)) {
        positions.resize(static_cast<std::size_t>(token.position));
        positions.back().push_back(std::string{scope} + token.text);
    }
    return positions;
}

Question parse(std::string_view scope, std::string_view query)
{
    const auto terms = text::parse_query(text::normalize(query).value_or(""));
    Question question{folded_groups(scope, terms), {}};
    if (std::ranges::any_of(terms, &text::Term::has_marks))
        question.exact = exact_groups(scope, terms);
    return question;
}

bool is_place(std::int64_t sort_at)
{
    constexpr std::int64_t most = std::int64_t{1} << (63 - tie_bits);
    return sort_at >= -most && sort_at < most;
}

std::int64_t place_of(std::int64_t sort_at, Uuid record)
{
    if (!is_place(sort_at))
        throw Error::internal("search.sort_at");
    const auto& bytes = record.bytes;
    const auto tie = (bytes[13] & 0xf) << 16 | bytes[14] << 8 | bytes[15];
    return sort_at * (std::int64_t{1} << tie_bits) + tie;
}

} // namespace congso::search
