#include "office/phrases/phrases_api.h"

namespace congso::phrases {

std::vector<route::Route> routes(PhraseService& service)
{
    return {route::get<route::None, Page<PhraseList>>(
                "/api/phrases", "The agency's quick phrases", Permission::signed_in,
                [&service](const Actor& actor, const route::None&) { return Page<PhraseList>{.items = service.list(actor), .after = {}}; }),
            route::post<PhraseEntry, PhraseList>(
                "/api/admin/phrases", "Change the quick phrases of one place", Permission::manage_people,
                [&service](const Actor& actor, const PhraseEntry& entry) { return service.save(actor, entry); })};
}

} // namespace congso::phrases
