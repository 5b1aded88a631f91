#pragma once
#include "office/actor/route.h"
#include "office/worktime/worktime_service.h"

namespace congso::worktime {

std::vector<route::Route> routes(WorktimeService& service);

} // namespace congso::worktime
