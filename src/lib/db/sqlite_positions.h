#pragma once

struct sqlite3;

// Private to the SQLite driver.
namespace congso::db {

// The tokenizer "positions" of FTS5: a space ends a position, and | parts the tokens that share one. Each connection needs it.
void add_positions_tokenizer(sqlite3* handle);

} // namespace congso::db
