#pragma once
#include "office/actor/route.h"
#include "office/imports/imports_service.h"

namespace congso::imports {

std::vector<route::Route> routes(ImportService& service);

} // namespace congso::imports
