#pragma once
#include "lib/db/guard.h"

#include <unordered_map>

struct pg_conn;
struct pg_result;

// Private to the PostgreSQL driver.
namespace congso::db {

struct ResultDeleter {
    void operator()(pg_result* result) const;
};
using PostgresResult = std::unique_ptr<pg_result, ResultDeleter>;

// One connection; one thread at a time. Statements are prepared once for each text and types of parameters.
class PostgresConnection final : public GuardedConnection {
public:
    // Throws Error::unavailable: "db.connection"; "db.encoding" unless the database is UTF-8, "db.collation" unless it is C.
    PostgresConnection(const std::string& url, bool durable);
    ~PostgresConnection() override;

    Engine engine() const override { return Engine::postgres; }

    void begin_write(AgencyId agency); // waits for the agency's lock; READ COMMITTED, so each statement sees what the last holder committed
    void begin_read(); // one snapshot
    void commit(); // throws unavailable "db.commit_unknown" when the connection breaks inside it
    void rollback() noexcept;
    void control(const char* sql); // past the guard

    // About the last transaction: whether it may be run again from its start (it lost a race, or the connection before COMMIT).
    bool may_run_again() const { return may_run_again_; }
    bool is_broken() const;
    bool is_durable() const { return durable_; }
    void make_durable();

protected:
    std::unique_ptr<Cursor> do_query(std::string_view sql, std::span<const Value> parameters) override;
    std::int64_t do_execute(std::string_view sql, std::span<const Value> parameters) override;
    void do_script(std::string_view sql) override;

private:
    struct ConnectionDeleter {
        void operator()(pg_conn* connection) const;
    };

    void check_database();
    PostgresResult run(std::string_view sql, std::span<const Value> parameters);
    PostgresResult checked(pg_result* raw); // takes it over; throws the Error of a failed one
    [[noreturn]] void fail(const pg_result* result);

    std::unique_ptr<pg_conn, ConnectionDeleter> handle_;
    std::unordered_map<std::string, std::string> prepared_; // text and types → the server's name
    std::uint64_t next_name_ = 0;
    bool durable_;
    bool may_run_again_ = false;
};

} // namespace congso::db
