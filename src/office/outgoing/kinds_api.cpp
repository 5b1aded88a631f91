#include "office/outgoing/kinds_api.h"

namespace congso::outgoing {

std::vector<route::Route> routes(KindService& service)
{
    return {route::post<KindEntry, Kind>("/api/admin/kinds", "Whether the agency issues a kind, and which checks its drafts go through",
                                         Permission::manage_people,
                                         [&service](const Actor& actor, const KindEntry& entry) { return service.save(actor, entry); })};
}

} // namespace congso::outgoing
