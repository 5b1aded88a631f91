#pragma once
#include "office/actor/route.h"
#include "office/copies/copies_service.h"

namespace congso::copies {

std::vector<route::Route> routes(CopyService& service);

} // namespace congso::copies
