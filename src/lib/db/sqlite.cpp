#include "lib/db/database.h"

#include "lib/base/log.h"
#include "lib/db/sqlite_connection.h"
#include "lib/db/sqlite_filling.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <semaphore>
#include <thread>

#include <sqlite3.h>

namespace congso::db {

namespace {

constexpr std::size_t group_size = 64; // bodies that share one COMMIT
constexpr std::size_t warm_readers = 4; // idle connections that keep their cache
constexpr int checkpoint_pages = 1000; // 4 MB of log
constexpr int impatient_pages = 16'000; // so long a log waits for its readers to go
constexpr std::chrono::seconds longest_read{2}; // a longer one keeps the log from being reused

// What one thread asks of the writer, and waits for. It lives on that thread's stack, and may be gone as soon as it is answered.
struct Request {
    AgencyId agency;
    const std::function<void(Tx&)>* body{};
    const std::function<void(SqliteConnection&)>* outside{}; // instead of a body: alone, outside a transaction
    std::exception_ptr fault{};
    std::vector<std::function<void()>> after_commit{};
    std::shared_ptr<std::binary_semaphore> answered = mine();

    static const std::shared_ptr<std::binary_semaphore>& mine() // of the asking thread, which waits for one request at a time
    {
        thread_local const auto semaphore = std::make_shared<std::binary_semaphore>(0);
        return semaphore;
    }
};

class SqliteDriver final : public Driver {
public:
    explicit SqliteDriver(const Target& target) : file_(target.sqlite_file), writer_(file_, SqliteConnection::Use::write)
    {
        sqlite3_wal_hook(writer_.handle(), &SqliteDriver::note_log_size, this);
        thread_ = std::thread([this] { serve(); });
    }
    ~SqliteDriver() override
    {
        {
            const std::lock_guard lock{mutex_};
            stopping_ = true;
        }
        wanted_.notify_one();
        thread_.join();
        readers_.clear();
        checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
    }

    Engine engine() const override { return Engine::sqlite; }

    void write(AgencyId agency, const std::function<void(Tx&)>& body) override
    {
        Request request{.agency = agency, .body = &body};
        ask(request);
        run_after_commit(request.after_commit);
    }

    void read(AgencyId agency, const std::function<void(Tx&)>& body) override;

    void exclusive(const std::function<void(Connection&)>& body) override
    {
        outside([&](SqliteConnection& connection) { body(connection); });
    }

    void backup_to(const std::filesystem::path& file) override;
    void sync() override;

private:
    static int note_log_size(void* driver, sqlite3*, const char*, int pages)
    {
        static_cast<SqliteDriver*>(driver)->log_pages_ = pages;
        return SQLITE_OK;
    }

    void outside(const std::function<void(SqliteConnection&)>& body)
    {
        Request request{.agency = {}, .outside = &body};
        ask(request);
    }
    void ask(Request& request);
    static void answer(const std::vector<Request*>& requests);
    Request* wait_for_request();
    Request* next_of_group();

    void serve();
    void serve_outside(Request& request);
    void serve_group(Request& first);
    void run_body(Request& request);
    void checkpoint_when_due();
    void checkpoint(int mode);

    std::unique_ptr<SqliteConnection> take_reader();

    const std::filesystem::path file_;
    std::mutex mutex_;
    std::condition_variable wanted_;
    std::deque<Request*> queue_;
    bool stopping_ = false;
    std::deque<std::unique_ptr<SqliteConnection>> readers_; // idle ones; taken from the end, where the warm ones are

    SqliteConnection writer_; // of the writer's thread from here on
    int log_pages_ = 0;
    int checkpointed_pages_ = 0; // where the log stood when a checkpoint was last tried
    std::thread thread_;
};

void SqliteDriver::ask(Request& request)
{
    const OneTransaction one;
    {
        const std::lock_guard lock{mutex_};
        queue_.push_back(&request);
    }
    wanted_.notify_one();
    request.answered->acquire();
    if (request.fault)
        std::rethrow_exception(request.fault);
}

void SqliteDriver::answer(const std::vector<Request*>& requests)
{
    for (auto* request : requests) {
        const auto answered = request->answered;
        answered->release();
    }
}

Request* SqliteDriver::wait_for_request()
{
    std::unique_lock lock{mutex_};
    wanted_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
    if (queue_.empty())
        return nullptr;
    auto* request = queue_.front();
    queue_.pop_front();
    return request;
}

Request* SqliteDriver::next_of_group()
{
    const std::lock_guard lock{mutex_};
    if (queue_.empty() || queue_.front()->outside)
        return nullptr;
    auto* request = queue_.front();
    queue_.pop_front();
    return request;
}

void SqliteDriver::serve()
{
    while (auto* request = wait_for_request()) {
        if (request->outside)
            serve_outside(*request);
        else
            serve_group(*request);
        checkpoint_when_due();
    }
}

void SqliteDriver::serve_outside(Request& request)
{
    try {
        const OneTransaction one;
        writer_.start_body();
        (*request.outside)(writer_);
        writer_.finish_body();
    } catch (...) {
        request.fault = std::current_exception();
    }
    try {
        writer_.start_body();
        if (writer_.in_transaction())
            writer_.control("ROLLBACK");
        writer_.control("PRAGMA foreign_keys = ON"); // a migration turns them off
    } catch (const Error& fault) {
        log::error("db.writer", {{"error", fault.what()}});
    }
    answer({&request});
}

void SqliteDriver::serve_group(Request& first)
{
    std::vector<Request*> group{&first};
    try {
        writer_.control("BEGIN IMMEDIATE");
        run_body(first);
        while (group.size() < group_size && writer_.in_transaction()) {
            auto* request = next_of_group();
            if (!request)
                break;
            group.push_back(request);
            run_body(*request);
        }
        if (!writer_.in_transaction()) // a full or broken disk ended it under a body, and the work of the others with it
            throw Error::unavailable("db.storage");
        writer_.control("COMMIT");
    } catch (...) {
        for (auto* request : group) {
            if (!request->fault)
                request->fault = std::current_exception();
            request->after_commit.clear();
        }
        if (writer_.in_transaction())
            sqlite3_exec(writer_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
    answer(group);
}

void SqliteDriver::run_body(Request& request)
{
    const OneTransaction one;
    try {
        writer_.control("SAVEPOINT body");
        writer_.start_body();
        Tx tx{writer_, request.agency};
        (*request.body)(tx);
        writer_.finish_body();
        writer_.control("RELEASE body");
        request.after_commit = tx.take_after_commit();
    } catch (...) {
        request.fault = std::current_exception();
        writer_.start_body(); // forgets the fault: from here on it belongs to the asking thread alone
        if (writer_.in_transaction())
            writer_.control("ROLLBACK TO body; RELEASE body");
    }
}

void SqliteDriver::checkpoint_when_due()
{
    if (log_pages_ < checkpointed_pages_)
        checkpointed_pages_ = 0; // the log began anew
    if (log_pages_ - checkpointed_pages_ < checkpoint_pages)
        return;
    checkpoint(log_pages_ < impatient_pages ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_RESTART);
    checkpointed_pages_ = log_pages_;
}

void SqliteDriver::checkpoint(int mode)
{
    const int result = sqlite3_wal_checkpoint_v2(writer_.handle(), nullptr, mode, nullptr, nullptr);
    if (result != SQLITE_OK && (result & 0xff) != SQLITE_BUSY) // busy: readers hold the end of the log, the next one gets it
        log::warn("db.checkpoint", {{"error", sqlite3_errstr(result)}});
}

std::unique_ptr<SqliteConnection> SqliteDriver::take_reader()
{
    {
        const std::lock_guard lock{mutex_};
        if (!readers_.empty()) {
            auto reader = std::move(readers_.back());
            readers_.pop_back();
            return reader;
        }
    }
    return std::make_unique<SqliteConnection>(file_, SqliteConnection::Use::read);
}

void SqliteDriver::read(AgencyId agency, const std::function<void(Tx&)>& body)
{
    std::vector<std::function<void()>> after;
    {
        const OneTransaction one;
        const auto start = std::chrono::steady_clock::now();
        const auto give_back = [this](SqliteConnection* reader) {
            std::unique_ptr<SqliteConnection> held{reader};
            if (held->in_transaction())
                sqlite3_exec(held->handle(), "ROLLBACK", nullptr, nullptr, nullptr); // there is nothing to commit, only a snapshot to leave
            const std::lock_guard lock{mutex_};
            if (readers_.size() < warm_readers) {
                readers_.push_back(std::move(held));
            } else {
                sqlite3_db_release_memory(held->handle());
                readers_.push_front(std::move(held));
            }
        };
        const std::unique_ptr<SqliteConnection, decltype(give_back)> reader{take_reader().release(), give_back};
        reader->control("BEGIN");
        reader->start_body();
        Tx tx{*reader, agency};
        body(tx);
        reader->finish_body();
        after = tx.take_after_commit();
        if (const auto spent = std::chrono::steady_clock::now() - start; spent > longest_read)
            log::warn("db.slow_read", {{"ms", std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(spent).count())}});
    }
    run_after_commit(after);
}

void SqliteDriver::backup_to(const std::filesystem::path& file)
{
    if (std::filesystem::exists(file))
        throw Error::conflict("db.backup_exists", {{"file", file.string()}});
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    struct Finish {
        void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
    };
    const auto partial = file.string() + ".partial";
    std::filesystem::remove(partial);
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(partial.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    std::unique_ptr<sqlite3, Close> copy{raw};
    if (opened != SQLITE_OK)
        throw Error::unavailable("db.backup", {{"file", partial}, {"detail", sqlite3_errstr(opened)}});
    std::unique_ptr<sqlite3_backup, Finish> backup;
    // A thousand pages at a time, as one request each: writers pass in between, and what they change is copied again by SQLite itself,
    // because it is this same connection that changes it.
    for (int result = SQLITE_OK; result != SQLITE_DONE;) {
        outside([&](SqliteConnection& connection) {
            if (!backup)
                backup.reset(sqlite3_backup_init(copy.get(), "main", connection.handle(), "main"));
            result = backup ? sqlite3_backup_step(backup.get(), 1000) : sqlite3_errcode(copy.get());
            if (result != SQLITE_OK)
                backup.reset(); // on the writer's thread, like every use of its connection
        });
        if (result != SQLITE_OK && result != SQLITE_DONE) {
            copy.reset();
            std::filesystem::remove(partial);
            throw Error::unavailable("db.backup", {{"file", partial}, {"detail", sqlite3_errstr(result)}});
        }
    }
    copy.reset();
    std::filesystem::rename(partial, file);
}

void SqliteDriver::sync()
{
    outside([](SqliteConnection& connection) { connection.sync(); });
}

} // namespace

std::unique_ptr<Driver> open_sqlite(const Target& target)
{
    if (target.durable)
        return std::make_unique<SqliteDriver>(target);
    return open_filling_sqlite(target);
}

} // namespace congso::db
