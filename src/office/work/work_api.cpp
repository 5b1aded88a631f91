#include "office/work/work_api.h"

namespace congso::work {

std::vector<route::Route> routes(WorkService& service)
{
    return {route::get<route::None, MyWork>("/api/work", "What waits for me, by urgency and deadline", Permission::signed_in,
                                            [&service](const Actor& actor, const route::None&) { return service.list(actor); })};
}

} // namespace congso::work
