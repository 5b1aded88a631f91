#pragma once
#include "lib/base/clock.h"
#include "lib/db/tx.h"
#include "lib/jobs/job.h"
#include "lib/json/write.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace congso::jobs {

// The table of jobs. It outlives every transaction that adds to it, and the Runner.
class Queue {
public:
    explicit Queue(const Clock& clock) : clock_(clock) { }

    // Adds a job to the transaction, for its agency: it exists when the transaction commits, and is run at least once, now or at `run_at`.
    // `payload` is a described struct; it holds ids, not content, for what it speaks of may have changed when it is read.
    template <class P> Id<Job> add(db::Tx& tx, std::string_view kind, const P& payload) { return add(tx, kind, payload, clock_.now()); }
    template <class P> Id<Job> add(db::Tx& tx, std::string_view kind, const P& payload, Time run_at)
    {
        return add_json(tx, kind, json::write(payload), run_at);
    }
    Id<Job> add_json(db::Tx& tx, std::string_view kind, std::string payload, Time run_at);

    // For the administrator: those that were given up, oldest first; and another twelve attempts for one (false when it is not there).
    std::vector<Job> list_failed(db::Tx& tx, int limit) const;
    bool try_again(db::Tx& tx, Id<Job> id);

    // For the Runner, in a transaction of the installation. A claimed job belongs to the claimer until its lease ends; `attempts` tells
    // one claim from the next, so a claimer that was too slow changes nothing.
    bool is_due(db::Tx& tx, const std::vector<std::string>& kinds) const;
    std::optional<Job> claim(db::Tx& tx, const std::vector<std::string>& kinds, std::int64_t lease_ms) const;
    void renew(db::Tx& tx, const Job& job, std::int64_t lease_ms) const;
    void finish(db::Tx& tx, const Job& job) const;
    void fail(db::Tx& tx, const Job& job, std::string_view error) const; // waits for its next attempt, or is given up

    // Wakes runners of this process. `wait` returns when it has rung since `heard` was read, or after `most`.
    void ring();
    std::uint64_t rung() const;
    void wait(std::uint64_t heard, std::chrono::milliseconds most) const;

private:
    const Clock& clock_;
    mutable std::mutex mutex_;
    mutable std::condition_variable rang_;
    std::uint64_t count_ = 0;
};

} // namespace congso::jobs
