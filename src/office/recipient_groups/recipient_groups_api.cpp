#include "office/recipient_groups/recipient_groups_api.h"

namespace congso::recipient_groups {

std::vector<route::Route> routes(RecipientGroupService& service)
{
    return {
        route::get<route::None, Page<GroupView>>(
            "/api/recipient-groups", "Groups of recipients of the agency, in its order", Permission::signed_in,
            [&service](const Actor& actor, const route::None&) { return Page<GroupView>{.items = service.list(actor), .after = {}}; }),
        route::post<GroupEntry, GroupView>("/api/admin/recipient-groups", "Add or change a group of recipients", Permission::manage_people,
                                           [&service](const Actor& actor, const GroupEntry& entry) { return service.save(actor, entry); })};
}

} // namespace congso::recipient_groups
