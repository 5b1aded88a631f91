#pragma once
#include "lib/db/database.h"
#include "office/actor/actor.h"

#include <string>
#include <vector>

namespace congso {

namespace search {

// What of a record is found by words: its own row in the index, written in the record's transaction.
struct Entry {
    std::string kind;   // "incoming", "outgoing"
    Uuid record;
    std::int64_t sort_at{};
    std::string text;   // number, issuer, subject …, one space between
};

} // namespace search

// The index of an agency (decision 27): words are cut once by text::tokenize, folded and exact at one position; both engines
// give the same answers. Order: newest first.
class SearchIndex {
public:
    void put(db::Tx& tx, const search::Entry& entry); // replaces the record's earlier text
    void remove(db::Tx& tx, std::string_view kind, Uuid record);

    // Ids of records of `kind` that hold every word (and phrase) of the query, newest first, starting after a position.
    struct Hit {
        Uuid record;
        std::int64_t sort_at{};
    };
    struct From {
        std::int64_t sort_at{};
        Uuid record;
    };
    // Looks at no more than 10 000 candidates; without `reacher` everything of the agency, otherwise only what he reaches.
    std::vector<Hit> find(db::Tx& tx, std::string_view kind, std::string_view query, std::optional<Id<org::Person>> reacher,
                          const std::optional<From>& after, int limit);
};

} // namespace congso
