#include "office/audit/audit_api.h"

namespace congso::audit {

std::vector<route::Route> routes(AuditTrail& trail, db::Database& database)
{
    return {route::get<TrailQuery, Page<TrailRow>>(
                "/api/audit", "Who did what when, newest first; nothing of content", Permission::read_audit,
                [&](const Actor& actor, const TrailQuery& query) { return trail.list(database, actor, query); }),
            route::get<route::None, Page<Checkpoint>>("/api/audit/checkpoints", "The signed heads of the chain, newest first",
                                                      Permission::read_audit, [&](const Actor& actor, const route::None&) {
                                                          return Page<Checkpoint>{trail.list_checkpoints(database, actor), {}};
                                                      })};
}

} // namespace congso::audit
