#pragma once
#include "office/actor/route.h"
#include "office/numbering/numbering_service.h"

namespace congso::numbering {

std::vector<route::Route> routes(NumberingService& service);

} // namespace congso::numbering
