#pragma once
#include "office/actor/route.h"
#include "office/files/files_service.h"

namespace congso::files {

std::vector<route::Route> routes(FileService& service);

} // namespace congso::files
