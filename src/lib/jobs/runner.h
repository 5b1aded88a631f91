#pragma once
#include "lib/db/database.h"
#include "lib/jobs/queue.h"
#include "lib/json/read.h"

#include <map>
#include <thread>

namespace congso::jobs {

struct RunnerOptions {
    int threads = 2;
    std::int64_t lease_ms = 60'000; // a runner that was killed keeps its jobs so long; a living one renews in time
    std::chrono::milliseconds poll{1000}; // how often it looks for what is due by time, or was added by another process
};

// Runs jobs, each at least once, several at a time and in no promised order. A handler that throws is tried again later; a kind that
// has no handler waits for a program that has one.
class Runner {
public:
    // Runs outside any transaction and on any thread. It checks before it acts: it may be asked twice.
    using Handler = std::function<void(AgencyId agency, const std::string& payload)>;

    Runner(db::Database& database, Queue& queue, RunnerOptions options = {});
    ~Runner(); // stops

    void handle(std::string kind, Handler handler); // before start
    template <class P, class F> void on(std::string kind, F handler)
    {
        handle(std::move(kind),
               [handler = std::move(handler)](AgencyId agency, const std::string& payload) { handler(agency, json::read<P>(payload)); });
    }

    void start();
    void stop(); // waits for the jobs that are running; what waits stays in the table

    // Runs everything that is due, and what that adds, on the calling thread; returns how many attempts were made. For tests and commands.
    int run_due();

private:
    bool run_one();
    void work();
    void renew_leases();

    db::Database& database_;
    Queue& queue_;
    const RunnerOptions options_;
    std::map<std::string, Handler> handlers_;
    std::vector<std::string> kinds_;
    std::vector<std::thread> threads_;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<Id<Job>, Job> running_;
    bool stopping_ = false;
};

} // namespace congso::jobs
