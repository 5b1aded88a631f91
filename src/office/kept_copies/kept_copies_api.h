#pragma once
#include "office/actor/route.h"
#include "office/kept_copies/kept_copies_service.h"

namespace congso::kept_copies {

std::vector<route::Route> routes(KeptCopyService& service);

} // namespace congso::kept_copies
