#include "office/access/access_api.h"

namespace congso::access {

std::vector<route::Route> routes(AccessLog& log)
{
    return {route::get<AccessQuery, Page<AccessRow>>(
        "/api/access", "Who looked at, printed or took out what, newest first", Permission::read_audit,
        [&log](const Actor& actor, const AccessQuery& query) { return log.list(actor, query); })};
}

} // namespace congso::access
