#pragma once
#include "lib/db/tx.h"

// The few places where the two engines differ, each a named function; never an `if` in a feature.
namespace congso::db {

// "FOR UPDATE SKIP LOCKED" where it exists: the tail of a query that claims a queue row.
std::string_view claim_suffix(Engine engine);

// INSERT of many rows in as few statements as the engine allows. `columns` is "a, b, c"; each row has as many values.
void insert_many(Tx& tx, std::string_view table, std::string_view columns, const std::vector<std::vector<Value>>& rows);

// "(a, b) IN (VALUES …)"-free list: returns "$n, $n+1, …" for `count` values starting at `first`.
std::string placeholders(int first, std::size_t count);

// The calendar day, YYYY-MM-DD, on a wall clock of the zone, of a column that holds milliseconds.
std::string day_of(Engine engine, std::string_view milliseconds, int zone_minutes);

// Until the end of the transaction PostgreSQL plans each statement for the values that it is given: worth its while where one value is in
// every row and another in none. SQLite does nothing.
void plan_for_values(Tx& tx);

bool has_table(Tx& tx, std::string_view table);

// References that lead nowhere, a sentence each. PostgreSQL cannot hold one; SQLite is asked.
std::vector<std::string> foreign_key_faults(Tx& tx);

} // namespace congso::db
