#pragma once
#include "office/actor/route.h"
#include "office/audit/audit_service.h"

namespace congso::audit {

std::vector<route::Route> routes(AuditTrail& trail, db::Database& database);

} // namespace congso::audit
