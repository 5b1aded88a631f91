#pragma once
#include "office/actor/route.h"
#include "office/work/work_service.h"

namespace congso::work {

std::vector<route::Route> routes(WorkService& service);

} // namespace congso::work
