#include "office/background/background_api.h"

namespace congso::background {

std::vector<route::Route> routes(BackgroundService& service)
{
    return {route::get<route::None, Page<FailedJob>>("/api/admin/jobs", "Background work that was given up", Permission::manage_people,
                                                     [&service](const Actor& actor, const route::None&) {
                                                         return Page<FailedJob>{service.list_failed(actor), {}};
                                                     }),
            route::post<route::ById<jobs::Job>, Nothing>(
                "/api/admin/jobs/{id}/retry", "Try it again", Permission::manage_people,
                [&service](const Actor& actor, const route::ById<jobs::Job>& input) { return service.retry(actor, input.id); })};
}

} // namespace congso::background
