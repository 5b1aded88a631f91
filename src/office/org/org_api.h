#pragma once
#include "office/actor/route.h"
#include "office/org/org_service.h"

namespace congso::org {

std::vector<route::Route> routes(OrgService& service);

} // namespace congso::org
