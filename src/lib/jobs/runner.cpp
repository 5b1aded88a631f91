#include "lib/jobs/runner.h"

#include "lib/base/log.h"

#include <sys/resource.h>
#include <unistd.h>

namespace congso::jobs {

namespace {

constexpr int background_niceness = 10; // a tenth of the weight of the others, so that a job comes on also when they are busy

}

Runner::Runner(db::Database& database, Queue& queue, RunnerOptions options) : database_(database), queue_(queue), options_(options) { }

Runner::~Runner()
{
    stop();
}

void Runner::handle(std::string kind, Handler handler)
{
    kinds_.push_back(kind);
    handlers_.insert_or_assign(std::move(kind), std::move(handler));
}

void Runner::start()
{
    for (int i = 0; i < options_.threads; ++i)
        threads_.emplace_back([this] { work(); });
    threads_.emplace_back([this] { renew_leases(); });
}

void Runner::stop()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    changed_.notify_all();
    queue_.ring();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
    stopping_ = false;
}

int Runner::run_due()
{
    int count = 0;
    while (run_one())
        ++count;
    return count;
}

bool Runner::run_one()
{
    // Looking first costs no write, and most looks find nothing.
    if (!database_.read(AgencyId{}, [&](db::Tx& tx) { return queue_.is_due(tx, kinds_); }))
        return false;
    const auto job = database_.write(AgencyId{}, [&](db::Tx& tx) { return queue_.claim(tx, kinds_, options_.lease_ms); });
    if (!job)
        return false;
    {
        const std::lock_guard lock{mutex_};
        running_.emplace(job->id, *job);
    }
    std::optional<std::string> error;
    try {
        handlers_.at(job->kind)(job->agency, job->payload);
    } catch (const std::exception& fault) {
        error = fault.what();
        log::warn("job.failed",
                  {{"kind", job->kind}, {"id", job->id.to_string()}, {"attempt", std::to_string(job->attempts)}, {"error", *error}});
    }
    {
        const std::lock_guard lock{mutex_};
        running_.erase(job->id);
    }
    database_.write(AgencyId{}, [&](db::Tx& tx) { error ? queue_.fail(tx, *job, *error) : queue_.finish(tx, *job); });
    return true;
}

void Runner::work()
{
    // People wait for the other threads. Here nice is of the thread, and of the programs that it starts.
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), background_niceness);
    for (;;) {
        const auto heard = queue_.rung(); // before looking: what is added while we look rings after it
        {
            const std::lock_guard lock{mutex_};
            if (stopping_)
                return;
        }
        try {
            if (run_one())
                continue;
        } catch (const std::exception& fault) { // the database is away; the job it interrupted comes back when its lease ends
            log::error("job.runner", {{"error", fault.what()}});
        }
        queue_.wait(heard, options_.poll);
    }
}

void Runner::renew_leases()
{
    std::unique_lock lock{mutex_};
    while (!changed_.wait_for(lock, std::chrono::milliseconds{options_.lease_ms / 3}, [&] { return stopping_; })) {
        const auto running = running_;
        lock.unlock();
        try {
            if (!running.empty())
                database_.write(AgencyId{}, [&](db::Tx& tx) {
                    for (const auto& [id, job] : running)
                        queue_.renew(tx, job, options_.lease_ms);
                });
        } catch (const std::exception& fault) {
            log::error("job.renew", {{"error", fault.what()}});
        }
        lock.lock();
    }
}

} // namespace congso::jobs
