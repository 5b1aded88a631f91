#pragma once
#include "lib/db/tx.h"

#include <filesystem>
#include <string>
#include <type_traits>

namespace congso::db {

// How a database is reached. Exactly one of the two is set.
struct Target {
    std::filesystem::path sqlite_file{}; // the embedded default: DATA/congso.db
    std::string postgres{}; // "postgresql://…"; must be UTF-8 with collation C, checked when opened
    int connections = 8; // PostgreSQL: at most so many at once
    bool durable = true; // false only while the demo is being written (synchronous=OFF, synced once by `sync`)
};

// The embedded database DATA/congso.db, or the PostgreSQL server at `postgres_url` unless that is empty.
Target parse_target(std::filesystem::path data, std::string postgres_url);

class Driver { // sqlite.cpp, postgres.cpp
public:
    virtual ~Driver() = default;
    virtual Engine engine() const = 0;
    virtual void write(AgencyId agency, const std::function<void(Tx&)>& body) = 0;
    virtual void read(AgencyId agency, const std::function<void(Tx&)>& body) = 0;
    // Outside a transaction and alone: migrations, ANALYZE. A transaction the body leaves open is rolled back.
    virtual void exclusive(const std::function<void(Connection&)>& body) = 0;
    // A copy of the database as it is at one instant, while writers go on. `file` must not exist yet: conflict "db.backup_exists".
    // PostgreSQL has its own tools: unavailable "db.backup_unsupported".
    virtual void backup_to(const std::filesystem::path& file) = 0;
    // Makes everything committed so far durable, and every later commit too, also where the target said durable = false.
    virtual void sync() = 0;
};

std::unique_ptr<Driver> open_sqlite(const Target& target);
std::unique_ptr<Driver> open_postgres(const Target& target);

// The database of one installation. Thread-safe.
//
// write: takes the agency's write lock first (BEGIN IMMEDIATE with one writer thread and group commit on SQLite,
//   pg_advisory_xact_lock on PostgreSQL), runs `body`, and returns only after a synced COMMIT. `body` may run again after a
//   conflict, so it touches nothing but `tx`. What it throws rolls its own work back and reaches the caller.
// read: one snapshot; on SQLite a query_only connection of the calling thread.
// A nil agency opens the installation's own rows (accounts, sessions, jobs, settings).
class Database {
public:
    explicit Database(const Target& target);
    ~Database();

    template <class F> auto write(AgencyId agency, F&& body) { return run(agency, body, &Driver::write); }
    template <class F> auto read(AgencyId agency, F&& body) { return run(agency, body, &Driver::read); }

    Engine engine() const { return driver_->engine(); }
    Driver& driver() { return *driver_; }

private:
    template <class F> auto run(AgencyId agency, F& body, void (Driver::*way)(AgencyId, const std::function<void(Tx&)>&))
    {
        using R = std::invoke_result_t<F&, Tx&>;
        if constexpr (std::is_void_v<R>) {
            (driver_.get()->*way)(agency, [&](Tx& tx) { body(tx); });
        } else {
            std::optional<R> result;
            (driver_.get()->*way)(agency, [&](Tx& tx) { result.emplace(body(tx)); });
            return std::move(*result);
        }
    }

    std::unique_ptr<Driver> driver_;
};

} // namespace congso::db
