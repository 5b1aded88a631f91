#include "office/search/search_service.h"

#include "lib/db/dialect.h"
#include "office/search/search.h"
#include "office/search/search_store.h"

#include <algorithm>
#include <limits>

namespace congso {

namespace {

constexpr auto lowest_place = std::numeric_limits<std::int64_t>::min();
constexpr auto no_end = std::numeric_limits<std::int64_t>::max();

// The queries of a question in the order of their answers.
std::vector<std::string> queries_of(db::Engine engine, const search::Question& question)
{
    if (question.folded.empty())
        return {};
    if (question.exact.empty())
        return {db::fulltext::query(engine, question.folded)};
    return {db::fulltext::query(engine, question.exact), db::fulltext::query_without(engine, question.folded, question.exact)};
}

} // namespace

void SearchIndex::put(db::Tx& tx, const search::Entry& entry)
{
    remove(tx, entry.kind, entry.record);
    search::store::insert(tx, entry.kind, entry.record, entry.sort_at, search::place_of(entry.sort_at, entry.record),
                          search::positions_of(search::scope_of(tx.agency(), entry.kind), entry.text));
}

void SearchIndex::remove(db::Tx& tx, std::string_view kind, Uuid record)
{
    search::store::remove(tx, kind, record);
}

SearchIndex::Found SearchIndex::find_page(db::Tx& tx, std::string_view kind, std::string_view query, const std::vector<Uuid>& holders,
                                          const std::optional<From>& after, int limit, int may_look)
{
    if (limit < 1 || limit > db::most_of_a_page)
        throw Error::invalid_field("/limit", "range");
    db::plan_for_values(tx);
    const auto queries = queries_of(tx.engine(), search::parse(search::scope_of(tx.agency(), kind), query));
    std::size_t turn = 0;
    auto end = no_end;
    if (after) {
        end = search::store::find_place(tx, kind, after->record).value_or(search::place_of(after->sort_at, after->record));
        // The page before ended among the exact ones if its last record is one of them.
        if (queries.size() == 2 && end != no_end && search::store::list_matching(tx, kind, queries[0], {}, end, end + 1, 1).empty())
            turn = 1;
    }
    Found found;
    for (; turn < queries.size(); ++turn, end = no_end) {
        // Where few of the candidates are seen, each step looks at more of them.
        for (int step = holders.empty() ? limit + 1 : 2 * limit;; step *= 4) {
            step = std::min(step, may_look - found.looked_at);
            const auto rows = search::store::list_matching(tx, kind, queries[turn], holders, lowest_place, end, step);
            for (const auto& row : rows) {
                if (row.seen && static_cast<int>(found.hits.size()) == limit) {
                    found.next = From{found.hits.back().sort_at, found.hits.back().record};
                    return found;
                }
                if (row.seen)
                    found.hits.push_back({row.record, row.sort_at});
                end = row.place;
            }
            found.looked_at += static_cast<int>(rows.size());
            if (found.looked_at >= may_look) {
                found.next = From{rows.back().sort_at, rows.back().record};
                return found;
            }
            if (static_cast<int>(rows.size()) < step)
                break;
        }
    }
    return found;
}

std::vector<SearchIndex::Hit> SearchIndex::find(db::Tx& tx, std::string_view kind, std::string_view query, const std::vector<Uuid>& holders,
                                                const std::optional<From>& after, int limit)
{
    return find_page(tx, kind, query, holders, after, limit).hits;
}

db::Count SearchIndex::count(db::Tx& tx, std::string_view kind, std::string_view query, const std::vector<Uuid>& holders)
{
    // what is found exactly is among what is found folded
    const auto question = search::parse(search::scope_of(tx.agency(), kind), query);
    if (question.folded.empty())
        return {};
    db::plan_for_values(tx);
    return search::store::count_matching(tx, kind, db::fulltext::query(tx.engine(), question.folded), holders);
}

} // namespace congso
