#include "lib/jobs/queue.h"

#include "lib/db/dialect.h"

namespace congso::jobs {

namespace {

constexpr std::string_view columns = "id, agency, kind, payload, state, run_at, attempts, last_error, created_at";
constexpr std::size_t longest_error = 500;

// Plain ASCII of a bearable length: an error comes from anywhere and must not keep its job from being put back.
std::string plain(std::string_view error)
{
    std::string text{error.substr(0, longest_error)};
    for (char& c : text)
        if (c < ' ' || c > '~')
            c = '?';
    return text;
}

std::vector<db::Value> due_values(Time now, const std::vector<std::string>& kinds)
{
    std::vector<db::Value> values{db::to_value(now)};
    for (const auto& kind : kinds)
        values.push_back(kind);
    return values;
}

std::string due_condition(const std::vector<std::string>& kinds) // its values are due_values
{
    return "state <> 'failed' AND run_at <= $1 AND kind IN (" + db::placeholders(2, kinds.size()) + ")";
}

} // namespace

Id<Job> Queue::add_json(db::Tx& tx, std::string_view kind, std::string payload, Time run_at)
{
    Job job;
    job.id = Id<Job>::make();
    job.agency = tx.agency();
    job.kind = kind;
    job.payload = std::move(payload);
    job.run_at = run_at;
    job.created_at = clock_.now();
    tx.insert("job", job);
    tx.after_commit([this] { ring(); });
    return job.id;
}

std::vector<Job> Queue::list_failed(db::Tx& tx, int limit) const
{
    return tx.list<Job>(fmt::format("SELECT {} FROM job WHERE agency = $1 AND state = 'failed' ORDER BY created_at, id LIMIT $2", columns),
                        tx.agency(), limit);
}

bool Queue::try_again(db::Tx& tx, Id<Job> id)
{
    tx.after_commit([this] { ring(); });
    return tx.execute("UPDATE job SET state = 'waiting', attempts = 0, run_at = $3 WHERE agency = $1 AND id = $2 AND state = 'failed'",
                      tx.agency(), id, clock_.now())
        != 0;
}

bool Queue::is_due(db::Tx& tx, const std::vector<std::string>& kinds) const
{
    if (kinds.empty())
        return false;
    const auto sql = "SELECT 1 FROM job WHERE " + due_condition(kinds) + " LIMIT 1";
    return !tx.list_with<int>(sql, due_values(clock_.now(), kinds)).empty();
}

std::optional<Job> Queue::claim(db::Tx& tx, const std::vector<std::string>& kinds, std::int64_t lease_ms) const
{
    while (!kinds.empty()) {
        auto values = due_values(clock_.now(), kinds);
        values.push_back(db::to_value(clock_.now().plus_ms(lease_ms)));
        auto claimed = tx.list_with<Job>(fmt::format("UPDATE job SET state = 'running', attempts = attempts + 1, run_at = ${} WHERE id ="
                                                     " (SELECT id FROM job WHERE {} ORDER BY run_at, id LIMIT 1{}) RETURNING {}",
                                                     values.size(), due_condition(kinds), db::claim_suffix(tx.engine()), columns),
                                         values);
        if (claimed.empty())
            break;
        if (claimed.front().attempts <= most_attempts)
            return std::move(claimed.front());
        // Its last attempt never ended: it may be what ended the process.
        fail(tx, claimed.front(), "abandoned");
    }
    return std::nullopt;
}

void Queue::renew(db::Tx& tx, const Job& job, std::int64_t lease_ms) const
{
    tx.execute("UPDATE job SET run_at = $3 WHERE id = $1 AND attempts = $2 AND state = 'running'", job.id, job.attempts,
               clock_.now().plus_ms(lease_ms));
}

void Queue::finish(db::Tx& tx, const Job& job) const
{
    tx.execute("DELETE FROM job WHERE id = $1 AND attempts = $2 AND state = 'running'", job.id, job.attempts);
}

void Queue::fail(db::Tx& tx, const Job& job, std::string_view error) const
{
    tx.execute("UPDATE job SET state = $3, run_at = $4, last_error = $5 WHERE id = $1 AND attempts = $2 AND state = 'running'", job.id,
               job.attempts, job.attempts < most_attempts ? State::waiting : State::failed,
               clock_.now().plus_ms(delay_after_ms(job.attempts)), plain(error));
}

void Queue::ring()
{
    {
        const std::lock_guard lock{mutex_};
        ++count_;
    }
    rang_.notify_all();
}

std::uint64_t Queue::rung() const
{
    const std::lock_guard lock{mutex_};
    return count_;
}

void Queue::wait(std::uint64_t heard, std::chrono::milliseconds most) const
{
    std::unique_lock lock{mutex_};
    rang_.wait_for(lock, most, [&] { return count_ != heard; });
}

} // namespace congso::jobs
