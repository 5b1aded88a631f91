#pragma once
#include "lib/db/guard.h"

#include <filesystem>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

// Private to the SQLite driver.
namespace congso::db {

struct StatementDeleter {
    void operator()(sqlite3_stmt* statement) const;
};

// One prepared statement, with the $n that each place in it stands for.
struct SqliteStatement {
    std::unique_ptr<sqlite3_stmt, StatementDeleter> handle;
    std::vector<int> numbers; // of places 1, 2, …
    int parameters{}; // the highest number
};

// One connection; one thread at a time. A writer reads all rows of a query before it hands out the first, so a body may change
// what it walks over; a reader streams.
class SqliteConnection final : public GuardedConnection {
public:
    enum class Use { write, read };

    // Throws Error::unavailable("db.open").
    SqliteConnection(const std::filesystem::path& file, Use use);
    ~SqliteConnection() override;

    Engine engine() const override { return Engine::sqlite; }
    bool in_transaction() const;
    void control(const char* sql); // BEGIN, COMMIT, PRAGMA …: past the guard
    sqlite3* handle() const { return handle_; }
    void sync(); // everything committed so far is on the disk; outside a transaction
    [[noreturn]] void fail(int result) const; // throws the Error for a result code and the connection's message

protected:
    std::unique_ptr<Cursor> do_query(std::string_view sql, std::span<const Value> parameters) override;
    std::int64_t do_execute(std::string_view sql, std::span<const Value> parameters) override;
    void do_script(std::string_view sql) override;

private:
    friend class SqliteCursor;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Cache = std::unordered_map<std::string, SqliteStatement, Hash, std::equal_to<>>;
    using Taken = Cache::node_type; // a statement in use is out of the cache, so the same text may be run inside its own rows

    Taken take(std::string_view sql, std::span<const Value> parameters);
    void give_back(Taken statement);
    void bind(const SqliteStatement& statement, std::span<const Value> parameters) const;

    const std::filesystem::path file_;
    sqlite3* handle_{};
    Use use_;
    Cache cache_;
};

} // namespace congso::db
