#pragma once
#include "office/actor/route.h"
#include "office/phrases/phrases_service.h"

namespace congso::phrases {

std::vector<route::Route> routes(PhraseService& service);

} // namespace congso::phrases
