#include "bench/support/bare_database.h"
#include "lib/db/sqlite_positions.h"

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

#include <sqlite3.h>

namespace congso::bench {

namespace {

constexpr int checkpoint_pages = 1000;

class BareSqlite final : public BareDatabase {
public:
    BareSqlite(const std::filesystem::path& file, std::size_t group_size) : group_size_(group_size)
    {
        if (sqlite3_open(file.c_str(), &handle_) != SQLITE_OK)
            throw std::runtime_error{"the bare loop cannot open its database"};
        db::add_positions_tokenizer(handle_);
        execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY");
        sqlite3_wal_autocheckpoint(handle_, checkpoint_pages);
        for (const auto& sql : statements(db::Engine::sqlite)) {
            auto& statement = statements_.emplace_back();
            if (!sql.empty())
                check(sqlite3_prepare_v3(handle_, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        }
        thread_ = std::thread{[this] {
            serve();
        }};
    }
    ~BareSqlite() override
    {
        {
            const std::lock_guard lock{mutex_};
            stopping_ = true;
        }
        wanted_.notify_one();
        thread_.join();
        for (auto* statement : statements_)
            sqlite3_finalize(statement);
        sqlite3_close(handle_);
    }

    void commit(std::size_t, const Transaction& transaction) override
    {
        Request request{&transaction};
        std::unique_lock lock{mutex_};
        queue_.push_back(&request);
        wanted_.notify_one();
        request.answered.wait(lock, [&] { return request.done; });
    }

private:
    struct Request {
        const Transaction* transaction;
        bool done = false;
        std::condition_variable answered{};
    };

    void serve()
    {
        std::unique_lock lock{mutex_};
        while (true) {
            wanted_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
            if (queue_.empty())
                return;
            std::vector<Request*> group;
            lock.unlock();
            execute("BEGIN IMMEDIATE");
            for (lock.lock(); !queue_.empty() && group.size() < group_size_; lock.lock()) { // what comes meanwhile joins
                group.push_back(queue_.front());
                queue_.erase(queue_.begin());
                lock.unlock();
                for (const auto& step : *group.back()->transaction)
                    run(step);
            }
            lock.unlock();
            execute("COMMIT");
            lock.lock();
            for (auto* request : group) {
                request->done = true;
                request->answered.notify_one();
            }
        }
    }

    void run(const Step& step)
    {
        auto* statement = statements_[step.statement];
        int place = 0;
        for (const auto& value : step.values) {
            ++place;
            if (const auto* number = std::get_if<std::int64_t>(&value))
                sqlite3_bind_int64(statement, place, *number);
            else if (const auto* text = std::get_if<std::string>(&value))
                sqlite3_bind_text(statement, place, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
            else
                sqlite3_bind_null(statement, place);
        }
        if (sqlite3_step(statement) != SQLITE_DONE)
            throw std::runtime_error{sqlite3_errmsg(handle_)};
        sqlite3_reset(statement);
    }
    void execute(const char* sql) { check(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr)); }
    void check(int result)
    {
        if (result != SQLITE_OK)
            throw std::runtime_error{sqlite3_errmsg(handle_)};
    }

    const std::size_t group_size_;
    sqlite3* handle_ = nullptr;
    std::vector<sqlite3_stmt*> statements_;
    std::mutex mutex_;
    std::condition_variable wanted_;
    std::vector<Request*> queue_;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace

std::unique_ptr<BareDatabase> open_bare_sqlite(const std::filesystem::path& file, std::size_t group_size)
{
    return std::make_unique<BareSqlite>(file, group_size);
}

} // namespace congso::bench
