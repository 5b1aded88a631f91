#pragma once
#include "lib/db/filter.h"
#include "lib/db/fulltext.h"

namespace congso::search::store {

struct Row {
    Uuid record;
    std::int64_t sort_at{}, place{};
    bool seen{}; // by one of the holders; true where none were given
};
BOOST_DESCRIBE_STRUCT(Row, (), (record, sort_at, place, seen))

void insert(db::Tx& tx, std::string_view kind, Uuid record, std::int64_t sort_at, std::int64_t place,
            const db::fulltext::Positions& positions);
bool remove(db::Tx& tx, std::string_view kind, Uuid record); // false: it was not there
std::optional<std::int64_t> find_place(db::Tx& tx, std::string_view kind, Uuid record);

// Rows that answer `query` (of db::fulltext) at places from `lowest` up to but not `end`, highest first.
std::vector<Row> list_matching(db::Tx& tx, std::string_view kind, const std::string& query, const std::vector<Uuid>& holders,
                               std::int64_t lowest, std::int64_t end, int limit);

// How many answer it, up to db::most_counted; where holders are given, of twice as many candidates.
db::Count count_matching(db::Tx& tx, std::string_view kind, const std::string& query, const std::vector<Uuid>& holders);

} // namespace congso::search::store
