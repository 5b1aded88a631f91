#pragma once
#include "office/actor/route.h"
#include "office/preferences/preferences_service.h"

namespace congso::preferences {

std::vector<route::Route> routes(PreferenceService& service);

} // namespace congso::preferences
