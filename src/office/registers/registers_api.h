#pragma once
#include "office/actor/route.h"
#include "office/registers/exports_service.h"
#include "office/registers/registers_service.h"

namespace congso::registers {

std::vector<route::Route> routes(RegisterService& service);
std::vector<route::Route> routes(ExportService& service);

} // namespace congso::registers
