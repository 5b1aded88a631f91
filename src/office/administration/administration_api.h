#pragma once
#include "office/actor/route.h"
#include "office/administration/administration_service.h"

namespace congso::administration {

std::vector<route::Route> routes(AdministrationService& service);

} // namespace congso::administration
