#include "office/background/background_service.h"

#include "office/actor/use_case.h"

namespace congso {

namespace {

constexpr int most_shown = 200;

} // namespace

std::vector<background::FailedJob> BackgroundService::list_failed(const Actor& actor)
{
    actor.demand(Permission::manage_people);
    return database_.read(actor.agency(), [&](db::Tx& tx) {
        std::vector<background::FailedJob> failed;
        for (auto& job : queue_.list_failed(tx, most_shown))
            failed.push_back({job.id, std::move(job.kind), job.created_at, job.attempts, std::move(job.last_error)});
        return failed;
    });
}

Nothing BackgroundService::retry(const Actor& actor, Id<jobs::Job> id)
{
    actor.demand(Permission::manage_people);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        if (!queue_.try_again(tx, id))
            throw Error::not_found();
        audit_.record(tx, actor, "job.retried", "job", id.uuid);
        return Nothing{};
    });
}

} // namespace congso
