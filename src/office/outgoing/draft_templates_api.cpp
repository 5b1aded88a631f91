#include "office/outgoing/draft_templates_api.h"

namespace congso::outgoing {

std::vector<route::Route> routes(DraftTemplateService& service)
{
    return {route::get<route::None, Page<DraftTemplate>>("/api/draft-templates", "What a new draft of each kind begins with in the agency",
                                                         Permission::signed_in,
                                                         [&service](const Actor& actor, const route::None&) {
                                                             return Page<DraftTemplate>{.items = service.list(actor), .after = {}};
                                                         }),
            route::get<DraftTemplateQuery, Page<DraftTemplate>>(
                "/api/admin/draft-templates", "Every version of the template of one kind, newest first", Permission::manage_people,
                [&service](const Actor& actor, const DraftTemplateQuery& query) {
                    return Page<DraftTemplate>{.items = service.list_versions(actor, query), .after = {}};
                }),
            route::post<DraftTemplateEntry, DraftTemplate>(
                "/api/admin/draft-templates", "Change the template of one kind", Permission::manage_people,
                [&service](const Actor& actor, const DraftTemplateEntry& entry) { return service.save(actor, entry); })};
}

} // namespace congso::outgoing
