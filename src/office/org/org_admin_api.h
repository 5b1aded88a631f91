#pragma once
#include "office/actor/route.h"
#include "office/org/org_admin_service.h"

namespace congso::org {

std::vector<route::Route> routes(OrgAdminService& service);

} // namespace congso::org
