#pragma once
#include "office/actor/route.h"
#include "office/incoming/incoming_service.h"

namespace congso::incoming {

std::vector<route::Route> routes(IncomingService& service);

} // namespace congso::incoming
