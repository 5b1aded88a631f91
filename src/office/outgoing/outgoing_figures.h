#pragma once
#include "office/figures/figures.h"

namespace congso::outgoing {

std::vector<figures::Figure> figures();

} // namespace congso::outgoing
