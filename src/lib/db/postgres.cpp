#include "lib/db/database.h"

#include "lib/db/postgres_connection.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

namespace congso::db {

namespace {

constexpr int most_tries = 5;

// At most `limit` connections, made when needed. The last one used is taken first: its statements are prepared.
class Pool {
public:
    Pool(std::string url, int limit, bool durable) : url_(std::move(url)), limit_(limit), durable_(durable)
    {
        idle_.push_back(std::make_unique<PostgresConnection>(url_, durable)); // a wrong database is told when it is opened
        made_ = 1;
    }

    // A connection for the length of a block; waits while all are in use. Throws what making one throws.
    class Lease {
    public:
        explicit Lease(Pool& pool) : pool_(pool), connection_(pool.take()) { }
        ~Lease() { pool_.give_back(std::move(connection_)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        PostgresConnection& operator*() { return *connection_; }

    private:
        Pool& pool_;
        std::unique_ptr<PostgresConnection> connection_;
    };

    void make_durable() { durable_ = true; }

    // Closes idle ones: after the server went away (they went with it), and after a migration (what they prepared is of the old tables).
    void forget_idle()
    {
        std::vector<std::unique_ptr<PostgresConnection>> old;
        {
            const std::lock_guard lock{mutex_};
            made_ -= static_cast<int>(idle_.size());
            old.swap(idle_);
        }
        freed_.notify_all();
    }

private:
    std::unique_ptr<PostgresConnection> take()
    {
        std::unique_ptr<PostgresConnection> connection;
        {
            std::unique_lock lock{mutex_};
            freed_.wait(lock, [&] { return !idle_.empty() || made_ < limit_; });
            if (idle_.empty()) {
                ++made_;
            } else {
                connection = std::move(idle_.back());
                idle_.pop_back();
            }
        }
        try {
            if (!connection)
                connection = std::make_unique<PostgresConnection>(url_, durable_);
            else if (durable_ && !connection->is_durable())
                connection->make_durable();
        } catch (...) {
            give_back(nullptr);
            throw;
        }
        return connection;
    }

    void give_back(std::unique_ptr<PostgresConnection> connection)
    {
        {
            const std::lock_guard lock{mutex_};
            if (connection && !connection->is_broken())
                idle_.push_back(std::move(connection));
            else
                --made_;
        }
        freed_.notify_one();
    }

    const std::string url_;
    const int limit_;
    std::atomic<bool> durable_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<PostgresConnection>> idle_;
    int made_ = 0;
};

// 2, 4, 8 … ms, each between half and all of it, so that two that collided do not meet again.
void pause_after(int tries)
{
    static thread_local std::minstd_rand random{std::random_device{}()};
    const int most = 2000 << tries;
    std::this_thread::sleep_for(std::chrono::microseconds{std::uniform_int_distribution{most / 2, most}(random)});
}

class PostgresDriver final : public Driver {
public:
    explicit PostgresDriver(const Target& target) : pool_(target.postgres, target.connections, target.durable) { }

    Engine engine() const override { return Engine::postgres; }

    void write(AgencyId agency, const std::function<void(Tx&)>& body) override
    {
        transact(agency, body, [&](PostgresConnection& connection) { connection.begin_write(agency); });
    }
    void read(AgencyId agency, const std::function<void(Tx&)>& body) override
    {
        transact(agency, body, [](PostgresConnection& connection) { connection.begin_read(); });
    }
    void exclusive(const std::function<void(Connection&)>& body) override;
    void backup_to(const std::filesystem::path&) override { throw Error::unavailable("db.backup_unsupported"); }
    void sync() override;

private:
    void transact(AgencyId agency, const std::function<void(Tx&)>& body, const std::function<void(PostgresConnection&)>& begin);
    // One try. Nothing when it may be tried again; otherwise what is to be done after the COMMIT.
    std::optional<std::vector<std::function<void()>>> attempt(AgencyId agency, const std::function<void(Tx&)>& body,
                                                              const std::function<void(PostgresConnection&)>& begin, bool last);

    Pool pool_;
};

std::optional<std::vector<std::function<void()>>> PostgresDriver::attempt(AgencyId agency, const std::function<void(Tx&)>& body,
                                                                          const std::function<void(PostgresConnection&)>& begin, bool last)
{
    bool lost = false;
    try {
        Pool::Lease lease{pool_};
        auto& connection = *lease;
        try {
            begin(connection);
            Tx tx{connection, agency};
            body(tx);
            connection.finish_body();
            connection.commit();
            return tx.take_after_commit();
        } catch (...) {
            connection.rollback();
            lost = connection.is_broken();
            if (last || !connection.may_run_again())
                throw;
        }
    } catch (const Error& fault) {
        if (last || fault.code() != "db.connection")
            throw;
        lost = true;
    }
    if (lost)
        pool_.forget_idle();
    return std::nullopt;
}

void PostgresDriver::transact(AgencyId agency, const std::function<void(Tx&)>& body, const std::function<void(PostgresConnection&)>& begin)
{
    std::optional<std::vector<std::function<void()>>> after;
    {
        const OneTransaction one;
        for (int tries = 1; !(after = attempt(agency, body, begin, tries == most_tries)); ++tries)
            pause_after(tries);
    }
    run_after_commit(*after);
}

void PostgresDriver::exclusive(const std::function<void(Connection&)>& body)
{
    // A lock of two numbers is none of an agency's.
    constexpr auto lock = "SELECT pg_advisory_lock(1668247155, 0)", unlock = "SELECT pg_advisory_unlock(1668247155, 0)";
    const OneTransaction one;
    {
        Pool::Lease lease{pool_};
        auto& connection = *lease;
        connection.control(lock);
        connection.start_body();
        try {
            body(connection);
            connection.finish_body();
        } catch (...) {
            connection.rollback();
            if (!connection.is_broken())
                connection.control(unlock);
            throw;
        }
        connection.rollback();
        connection.control(unlock);
    }
    pool_.forget_idle();
}

void PostgresDriver::sync()
{
    pool_.make_durable();
    const OneTransaction one;
    Pool::Lease lease{pool_}; // durable from here on
    // A commit that is waited for flushes the log of all before it; it needs a transaction number to be written at all.
    (*lease).control("SELECT pg_current_xact_id()");
}

} // namespace

std::unique_ptr<Driver> open_postgres(const Target& target)
{
    return std::make_unique<PostgresDriver>(target);
}

} // namespace congso::db
