#pragma once
#include "office/actor/route.h"
#include "office/recipient_groups/recipient_groups_service.h"

namespace congso::recipient_groups {

std::vector<route::Route> routes(RecipientGroupService& service);

} // namespace congso::recipient_groups
