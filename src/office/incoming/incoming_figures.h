#pragma once
#include "lib/db/tx.h"
#include "office/figures/figures.h"

namespace congso::incoming {

std::vector<figures::Figure> figures(db::Engine engine, int zone_minutes);

} // namespace congso::incoming
