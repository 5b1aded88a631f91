#pragma once
#include "office/actor/route.h"
#include "office/outgoing/outgoing_service.h"

namespace congso::outgoing {

std::vector<route::Route> routes(OutgoingService& service);

} // namespace congso::outgoing
