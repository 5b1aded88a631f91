#pragma once
#include "office/actor/route.h"
#include "office/envelopes/envelopes_service.h"

namespace congso::envelopes {

std::vector<route::Route> routes(EnvelopeService& service);

} // namespace congso::envelopes
