#pragma once
#include "lib/db/database.h"
#include "lib/jobs/queue.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/background/background.h"

namespace congso {

// What an administrator sees of the background work of his agency: only what needs him.
class BackgroundService {
public:
    BackgroundService(db::Database& database, const Clock& clock, AuditTrail& audit, jobs::Queue& queue)
        : database_(database), clock_(clock), audit_(audit), queue_(queue)
    {
    }

    std::vector<background::FailedJob> list_failed(const Actor& actor); // oldest first, two hundred at most
    Nothing retry(const Actor& actor, Id<jobs::Job> id); // another twelve attempts, from now on; not_found unless it was given up

private:
    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
    jobs::Queue& queue_;
};

} // namespace congso
