#pragma once
#include "lib/base/id.h"

#include <string>
#include <string_view>
#include <vector>

// The rules of searching: what a text is indexed as, and what a query asks for.
namespace congso::search {

// Tokens carry the agency and the kind in front, so that the words of one agency's documents are walked and no others.
std::string scope_of(AgencyId agency, std::string_view kind);

// The tokens that stand at each position of the text.
std::vector<std::vector<std::string>> positions_of(std::string_view scope, std::string_view text);

using Phrase = std::vector<std::string>;
using Choice = std::vector<Phrase>; // all of them
using Group = std::vector<Choice>; // one of them
using Groups = std::vector<Group>; // all of them

struct Question {
    Groups folded;
    Groups exact; // finds a part of what `folded` finds, which comes first; empty when no word was typed with marks
};

// What a query as typed asks for; nothing to look for gives an empty `folded`.
Question parse(std::string_view scope, std::string_view query);

bool is_place(std::int64_t sort_at); // within ±2^43
// Where a record stands among those of its agency: by sort_at, then by bits of its id. Throws Error::internal "search.sort_at" for a
// number beyond ±2^43.
std::int64_t place_of(std::int64_t sort_at, Uuid record);

} // namespace congso::search
