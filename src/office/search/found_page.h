#pragma once
#include "office/search/search_service.h"

#include <charconv>

namespace congso::search {

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
        if (!record || number.ec != std::errc{} || number.ptr != after.data() + dot)
            throw Error::invalid_field("/after", "cursor");
        place.record = *record;
        from = place;
    }
    std::vector<Uuid> holders;
    if (reacher)
        holders.push_back(reacher->uuid);
    P page;
    for (int round = 0; round < rounds; ++round) {
        const auto found = index.find_page(tx, kind, query, holders, from, limit);
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
    page.total = static_cast<int>(page.items.size());
    page.more_than_total = from.has_value();
    return page;
}

} // namespace congso::search
