#pragma once
#include "office/actor/route.h"
#include "office/background/background_service.h"

namespace congso::background {

std::vector<route::Route> routes(BackgroundService& service);

} // namespace congso::background
