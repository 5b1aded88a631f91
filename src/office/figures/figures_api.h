#pragma once
#include "office/actor/route.h"
#include "office/figures/figures_service.h"

namespace congso::figures {

std::vector<route::Route> routes(FigureService& service);

} // namespace congso::figures
