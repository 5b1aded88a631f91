#pragma once
#include "office/actor/route.h"
#include "office/finding/finding_service.h"

namespace congso::finding {

std::vector<route::Route> routes(FindingService& service);

} // namespace congso::finding
