#pragma once
#include "lib/db/tx.h"

// Full text on both engines. The program cuts text itself; an index only stores what stands at which position and answers with the
// same rows on both: FTS5 reads positions through a tokenizer of ours, PostgreSQL gets a tsvector with the same positions.
//
// A table that is searched has columns `agency`, `place` BIGINT (unique; rows are answered by it, highest first) and `tokens`: TEXT on
// SQLite, with a table NAME_words beside it, and TSVECTOR with a GIN index on PostgreSQL. See db/migrations/0006_search.sql.
namespace congso::db::fulltext {

// At each position the tokens that stand there. A token is letters, digits and any of / - = : and never empty.
using Positions = std::vector<std::vector<std::string>>;

// What is looked for: every group must be found; a group is found when one of its choices is; a choice when all its phrases are; a
// phrase is tokens at consecutive positions. Nothing empty anywhere.
using Phrase = std::vector<std::string>;
using Choice = std::vector<Phrase>;
using Group = std::vector<Choice>;
using Groups = std::vector<Group>;

std::string stored(Engine engine, const Positions& positions); // the value of `tokens`, inserted as CAST($n AS …) of `type_of_tokens`
std::string_view type_of_tokens(Engine engine);

// The first place not below `wanted` that no row of `table` has.
std::int64_t free_place(Tx& tx, const std::string& table, std::int64_t wanted);

// After the row at `place` was inserted, and before it is deleted; `tokens` as it is stored.
void add(Tx& tx, const std::string& table, std::int64_t place, const std::string& tokens);
void remove(Tx& tx, const std::string& table, std::int64_t place);

std::string query(Engine engine, const Groups& wanted); // rows that hold all of `wanted`
std::string query_without(Engine engine, const Groups& wanted, const Groups& unwanted); // and not all of `unwanted`

// The parts of SELECT … FROM `from` WHERE … AND `matches` AND `place` < … ORDER BY `place` DESC. The rows of `table` are `e`, the query is
// $`parameter`.
struct Search {
    std::string from, matches, place;
};
Search search(Engine engine, const std::string& table, int parameter);

} // namespace congso::db::fulltext
