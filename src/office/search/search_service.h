#pragma once
#include "lib/db/database.h"
#include "lib/db/filter.h"
#include "office/actor/actor.h"
#include "office/search/search.h"

#include <charconv>
#include <string>
#include <vector>

namespace congso {

namespace search {

// What of a record is found by words: its own row in the index, written in the record's transaction.
struct Entry {
    std::string kind; // "incoming", "outgoing"
    Uuid record;
    std::int64_t sort_at{}; // milliseconds since 1970, or any number of that size: the newest has the highest
    std::string text; // number, issuer, subject …, one space between
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

namespace search {

// A page of a list that was asked by words. `fetch` takes ids and returns their rows in the same order, leaving out what the
// list's other filters exclude; more is asked of the index until the page is full, as far as one request may look.
template <class P, class Fetch>
P found_page(SearchIndex& index, db::Tx& tx, std::string_view kind, std::string_view query, std::optional<Id<org::Person>> reacher,
             std::string_view after, int limit, Fetch&& fetch)
{
    constexpr int rounds = 4;
    std::optional<SearchIndex::From> from;
    if (!after.empty()) { // "sort_at.record", as made below
        const auto dot = after.find('.');
        const auto record = dot == std::string_view::npos ? std::nullopt : Uuid::parse(after.substr(dot + 1));
        SearchIndex::From place;
        const auto number = std::from_chars(after.data(), after.data() + (record ? dot : 0), place.sort_at);
        if (!record || number.ec != std::errc{} || number.ptr != after.data() + dot || !is_place(place.sort_at))
            throw Error::invalid_field("/after", "cursor");
        place.record = *record;
        from = place;
    }
    std::vector<Uuid> holders;
    if (reacher)
        holders.push_back(reacher->uuid);
    P page;
    for (int round = 0; round < rounds; ++round) {
        const auto missing = limit - static_cast<int>(page.items.size());
        const auto found = index.find_page(tx, kind, query, holders, from, missing);
        std::vector<Uuid> ids;
        for (const auto& hit : found.hits)
            ids.push_back(hit.record);
        auto rows = fetch(ids);
        for (auto& row : rows)
            page.items.push_back(std::move(row));
        from = found.next;
        if (!from || page.items.size() >= static_cast<std::size_t>(limit))
            break;
    }
    if (from)
        page.after = std::to_string(from->sort_at) + "." + from->record.to_string();
    if (!after.empty()) // the first page has told
        return page;
    // how many there are, as far as they are counted and one request may look
    page.total = static_cast<int>(page.items.size());
    constexpr int step = 200;
    for (int round = 0; from && page.total < db::most_counted && round < 2 * db::most_counted / step; ++round) {
        const auto found = index.find_page(tx, kind, query, holders, from, std::min(step, db::most_counted - page.total));
        std::vector<Uuid> ids;
        for (const auto& hit : found.hits)
            ids.push_back(hit.record);
        page.total += static_cast<int>(fetch(ids).size());
        from = found.next;
    }
    page.more_than_total = from.has_value();
    return page;
}

} // namespace search

} // namespace congso
