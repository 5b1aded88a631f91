#pragma once
#include "lib/db/database.h"

#include <string>
#include <vector>

namespace congso {

namespace search {

// What of a record is found by words: its own row in the index, written in the record's transaction.
struct Entry {
    std::string kind;         // "incoming", "outgoing"
    Uuid record;
    std::int64_t sort_at{};   // milliseconds since 1970, or any number of that size: the newest has the highest
    std::string text;         // number, issuer, subject …, one space between
};

} // namespace search

// The index of an agency (decision 27): words are cut once by text::tokenize, folded and exact at one position; both engines
// give the same answers in the same order.
//
// A word typed without marks finds every word that folds to it; one typed with marks finds those too, but the records that hold it
// exactly come first. Within each of the two: newest first. An abbreviation of the office finds what it stands for, and back.
class SearchIndex {
public:
    void put(db::Tx& tx, const search::Entry& entry); // replaces the record's earlier text
    void remove(db::Tx& tx, std::string_view kind, Uuid record);

    struct Hit {
        Uuid record;
        std::int64_t sort_at{};
    };
    struct From {
        std::int64_t sort_at{};
        Uuid record;
    };
    struct Found {
        std::vector<Hit> hits;
        std::optional<From> next; // set: ask again from here; the page may be short, even empty
    };

    // Records of `kind` that hold every word (and phrase) of the query, in order, starting behind `after`; none for a query without
    // words. Looks at no more than 10 000 candidates; `holders` empty means everything of the agency, otherwise only what they reach.
    // `limit` is 1 … 200.
    Found find_page(db::Tx& tx, std::string_view kind, std::string_view query, const std::vector<Uuid>& holders,
                    const std::optional<From>& after, int limit);
    // The same where a short page may be taken for the last one.
    std::vector<Hit> find(db::Tx& tx, std::string_view kind, std::string_view query, const std::vector<Uuid>& holders,
                          const std::optional<From>& after, int limit);
};

} // namespace congso
