#pragma once
#include "office/actor/route.h"
#include "office/outgoing/kinds_service.h"

namespace congso::outgoing {

std::vector<route::Route> routes(KindService& service);

} // namespace congso::outgoing
