#pragma once
#include "office/actor/route.h"
#include "office/outgoing/draft_templates_service.h"

namespace congso::outgoing {

std::vector<route::Route> routes(DraftTemplateService& service);

} // namespace congso::outgoing
