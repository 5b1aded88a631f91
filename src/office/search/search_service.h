#pragma once
#include "lib/db/database.h"
#include "lib/db/filter.h"
#include "lib/json/write.h"
#include "office/actor/actor.h"
#include "office/search/search.h"

#include <algorithm>
#include <charconv>
#include <iterator>
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
        int looked_at{};
    };

    // Records of `kind` that hold every word (and phrase) of the query, in order, starting behind `after`; none for a query without
    // words. Looks at no more than `may_look` candidates; `holders` empty means everything of the agency, otherwise only what they reach.
    // `limit` is 1 … 200.
    Found find_page(db::Tx& tx, std::string_view kind, std::string_view query, const std::vector<Uuid>& holders,
                    const std::optional<From>& after, int limit, int may_look = db::most_looked_at);
    // The same where a short page may be taken for the last one.
    std::vector<Hit> find(db::Tx& tx, std::string_view kind, std::string_view query, const std::vector<Uuid>& holders,
                          const std::optional<From>& after, int limit);
    // How many there are, as far as db::most_counted goes, or twice as many candidates where holders are given.
    db::Count count(db::Tx& tx, std::string_view kind, std::string_view query, const std::vector<Uuid>& holders);
};

namespace search {

// Whether a list is asked for by anything but words.
template <class Q> bool is_filtered(Q asked)
{
    asked.query.reset();
    asked.after.reset();
    asked.limit.reset();
    return json::write(asked) != json::write(Q{});
}

// A page of a list that was asked by words. `fetch` takes ids and returns their rows in the same order, leaving out what the
// list's other filters exclude; more is asked of the index until the page is full, as far as one request may look.
template <class P, class Q, class Fetch>
P found_page(SearchIndex& index, db::Tx& tx, std::string_view kind, const Q& asked, std::optional<Id<org::Person>> reacher, Fetch&& fetch)
{
    const auto limit = asked.limit.value_or(db::limit_unless_asked);
    std::optional<SearchIndex::From> from;
    if (asked.after && !asked.after->empty()) { // "sort_at.record", as made below
        const std::string_view after = *asked.after;
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
    // Up to `wanted` more rows, of which `add` is told; false when one request may look no further, or there are no more.
    const auto gather = [&](int wanted, int& may_look, const auto& add) {
        const auto found = index.find_page(tx, kind, *asked.query, holders, from, wanted, may_look);
        std::vector<Uuid> ids;
        for (const auto& hit : found.hits)
            ids.push_back(hit.record);
        add(fetch(ids));
        from = found.next;
        may_look -= found.looked_at;
        return from && may_look > 0;
    };
    P page;
    const auto missing = [&] {
        return limit - static_cast<int>(page.items.size());
    };
    auto may_look = db::most_looked_at;
    while (gather(missing(), may_look, [&](auto rows) { std::ranges::move(rows, std::back_inserter(page.items)); }) && missing() > 0)
        ;
    if (from)
        page.after = std::to_string(from->sort_at) + "." + from->record.to_string();
    if (asked.after && !asked.after->empty()) // the first page has told how many there are
        return page;
    page.total = static_cast<int>(page.items.size());
    if (missing() == 0 && from) {
        if (!is_filtered(asked)) {
            const auto all = index.count(tx, kind, *asked.query, holders);
            page.total = all.number;
            page.more_than_total = all.more;
            return page;
        }
        constexpr int step = 200;
        may_look = db::most_looked_at;
        while (page.total < db::most_counted && gather(std::min(step, db::most_counted - page.total), may_look, [&](const auto& rows) {
                   page.total += static_cast<int>(rows.size());
               }))
            ;
    }
    page.more_than_total = from.has_value();
    return page;
}

} // namespace search

} // namespace congso
