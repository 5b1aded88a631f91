#include "lib/db/sqlite_positions.h"

#include "lib/base/error.h"

#include <string_view>

#include <sqlite3.h>

namespace congso::db {

namespace {

using OnToken = int (*)(void*, int, const char*, int, int, int);

int make(void*, const char**, int, Fts5Tokenizer** out)
{
    static char nothing; // it has no state, but FTS5 takes null for a fault
    *out = reinterpret_cast<Fts5Tokenizer*>(&nothing);
    return SQLITE_OK;
}

void unmake(Fts5Tokenizer*) { }

int cut(Fts5Tokenizer*, void* context, int, const char* bytes, int size, OnToken on_token)
{
    const std::string_view text{bytes, static_cast<std::size_t>(size)};
    bool shares = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find_first_of(" |", at), text.size());
        if (end > at) {
            const int result = on_token(context, shares ? FTS5_TOKEN_COLOCATED : 0, bytes + at, static_cast<int>(end - at),
                                        static_cast<int>(at), static_cast<int>(end));
            if (result != SQLITE_OK)
                return result;
        }
        shares = end < text.size() && text[end] == '|';
        at = end + 1;
    }
    return SQLITE_OK;
}

} // namespace

void add_positions_tokenizer(sqlite3* handle)
{
    // https://www.sqlite.org/fts5.html section 7: the interface of FTS5 comes back through a bound pointer.
    fts5_api* interface = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&interface), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    fts5_tokenizer tokenizer{make, unmake, cut};
    if (interface == nullptr || interface->xCreateTokenizer(interface, "positions", nullptr, &tokenizer, nullptr) != SQLITE_OK)
        throw Error::unavailable("db.open", {{"detail", "this SQLite has no FTS5"}});
}

} // namespace congso::db
