#pragma once
#include "office/access/access_service.h"
#include "office/actor/route.h"

namespace congso::access {

std::vector<route::Route> routes(AccessLog& log);

} // namespace congso::access
