#include "office/search/search_store.h"

#include "lib/db/dialect.h"

namespace congso::search::store {

namespace fulltext = db::fulltext;

namespace {

constexpr auto table = "search_entry";

struct Looked {
    int number{}, seen{};
};
BOOST_DESCRIBE_STRUCT(Looked, (), (number, seen))

// 1 where one of the holders, the values from `first` on, reaches what was found, or where there are none.
std::string seen_by(const std::vector<Uuid>& holders, std::size_t first)
{
    return holders.empty() ? "1"
                           : "CASE WHEN EXISTS (SELECT 1 FROM reach r WHERE r.agency = e.agency AND r.record = e.record AND r.kind = e.kind"
                             " AND r.holder IN ("
            + db::placeholders(static_cast<int>(first), holders.size()) + ")) THEN 1 ELSE 0 END";
}

} // namespace

void insert(db::Tx& tx, std::string_view kind, Uuid record, std::int64_t sort_at, std::int64_t place, const fulltext::Positions& positions)
{
    const auto tokens = fulltext::stored(tx.engine(), positions);
    const auto free = fulltext::free_place(tx, table, place);
    tx.execute("INSERT INTO search_entry (agency, kind, record, sort_at, place, tokens) VALUES ($1, $2, $3, $4, $5, CAST($6 AS "
                   + std::string{fulltext::type_of_tokens(tx.engine())} + "))",
               tx.agency(), kind, record, sort_at, free, tokens);
    fulltext::add(tx, table, free, tokens);
}

bool remove(db::Tx& tx, std::string_view kind, Uuid record)
{
    const auto place = find_place(tx, kind, record);
    if (!place)
        return false;
    fulltext::remove(tx, table, *place);
    tx.execute("DELETE FROM search_entry WHERE agency = $1 AND kind = $2 AND record = $3", tx.agency(), kind, record);
    return true;
}

std::optional<std::int64_t> find_place(db::Tx& tx, std::string_view kind, Uuid record)
{
    return tx.find<std::int64_t>("SELECT place FROM search_entry WHERE agency = $1 AND kind = $2 AND record = $3", tx.agency(), kind,
                                 record);
}

std::vector<Row> list_matching(db::Tx& tx, std::string_view kind, const std::string& query, const std::vector<Uuid>& holders,
                               std::int64_t lowest, std::int64_t end, int limit)
{
    const auto search = fulltext::search(tx.engine(), table, 3);
    std::vector<db::Value> values{db::to_value(tx.agency()), db::to_value(kind), db::to_value(query),
                                  db::to_value(lowest),      db::to_value(end),  db::to_value(limit)};
    const auto seen = seen_by(holders, values.size() + 1);
    for (const auto& holder : holders)
        values.push_back(db::to_value(holder));
    return tx.list_with<Row>("SELECT e.record, e.sort_at, e.place, " + seen + " AS seen FROM " + search.from
                                 + " WHERE e.agency = $1 AND e.kind = $2 AND " + search.matches + " AND " + search.place + " >= $4 AND "
                                 + search.place + " < $5 ORDER BY " + search.place + " DESC LIMIT $6",
                             values);
}

db::Count count_matching(db::Tx& tx, std::string_view kind, const std::string& query, const std::vector<Uuid>& holders)
{
    const auto search = fulltext::search(tx.engine(), table, 3);
    std::vector<db::Value> values{db::to_value(tx.agency()), db::to_value(kind), db::to_value(query)};
    const auto seen = seen_by(holders, values.size() + 1);
    for (const auto& holder : holders)
        values.push_back(db::to_value(holder));
    const auto may_look = holders.empty() ? db::most_counted + 1 : 2 * db::most_counted;
    const auto looked =
        tx.list_with<Looked>("SELECT COUNT(*) AS number, COALESCE(SUM(seen), 0) AS seen FROM (SELECT " + seen + " AS seen FROM "
                                 + search.from + " WHERE e.agency = $1 AND e.kind = $2 AND " + search.matches + " ORDER BY " + search.place
                                 + " DESC LIMIT " + std::to_string(may_look) + ") AS looked",
                             values)
            .at(0);
    return {.number = std::min(looked.seen, db::most_counted), .more = looked.number == may_look || looked.seen > db::most_counted};
}

} // namespace congso::search::store
