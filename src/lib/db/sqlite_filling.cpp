#include "lib/db/sqlite_filling.h"

#include "lib/db/sqlite_connection.h"

#include <mutex>

#include <sqlite3.h>

namespace congso::db {

namespace {

constexpr int bodies_in_a_transaction = 4000;

class FillingDriver final : public Driver {
public:
    explicit FillingDriver(const Target& target) : connection_(target.sqlite_file, SqliteConnection::Use::write)
    {
        connection_.control("PRAGMA synchronous = OFF; PRAGMA cache_size = -262144"); // 256 MB: no page is written twice
    }
    ~FillingDriver() override
    {
        if (connection_.in_transaction())
            sqlite3_exec(connection_.handle(), "COMMIT", nullptr, nullptr, nullptr);
        sqlite3_wal_checkpoint_v2(connection_.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    }

    Engine engine() const override { return Engine::sqlite; }
    void write(AgencyId agency, const std::function<void(Tx&)>& body) override { run(agency, body); }
    void read(AgencyId agency, const std::function<void(Tx&)>& body) override { run(agency, body); }
    void exclusive(const std::function<void(Connection&)>& body) override;
    void backup_to(const std::filesystem::path&) override { throw Error::unavailable("db.backup_unsupported"); }
    void sync() override
    {
        outside([&] {
            connection_.sync();
            durable_ = true;
        });
    }

private:
    void run(AgencyId agency, const std::function<void(Tx&)>& body);
    template <class F> void outside(F&& act)
    {
        const OneTransaction one;
        const std::lock_guard lock{mutex_};
        commit();
        act();
    }
    void commit()
    {
        if (connection_.in_transaction())
            connection_.control("COMMIT");
        bodies_ = 0;
    }

    std::mutex mutex_;
    SqliteConnection connection_;
    int bodies_ = 0; // in the open transaction
    bool durable_ = false;
};

void FillingDriver::run(AgencyId agency, const std::function<void(Tx&)>& body)
{
    std::vector<std::function<void()>> after;
    {
        const OneTransaction one;
        const std::lock_guard lock{mutex_};
        if (!connection_.in_transaction())
            connection_.control("BEGIN IMMEDIATE");
        connection_.control("SAVEPOINT body");
        try {
            connection_.start_body();
            Tx tx{connection_, agency};
            body(tx);
            connection_.finish_body();
            connection_.control("RELEASE body");
            after = tx.take_after_commit();
        } catch (...) {
            connection_.start_body();
            if (connection_.in_transaction())
                connection_.control("ROLLBACK TO body; RELEASE body");
            throw;
        }
        if (durable_ || ++bodies_ >= bodies_in_a_transaction)
            commit();
    }
    run_after_commit(after);
}

void FillingDriver::exclusive(const std::function<void(Connection&)>& body)
{
    outside([&] {
        connection_.start_body();
        try {
            body(connection_);
            connection_.finish_body();
        } catch (...) {
            connection_.start_body();
            if (connection_.in_transaction())
                connection_.control("ROLLBACK");
            connection_.control("PRAGMA foreign_keys = ON");
            throw;
        }
        if (connection_.in_transaction())
            connection_.control("ROLLBACK");
        connection_.control("PRAGMA foreign_keys = ON"); // a migration turns them off
    });
}

} // namespace

std::unique_ptr<Driver> open_filling_sqlite(const Target& target)
{
    return std::make_unique<FillingDriver>(target);
}

} // namespace congso::db
