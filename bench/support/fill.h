#pragma once
#include "lib/db/database.h"
#include "tests/support/office_fixture.h"

namespace congso::bench {

// Adds `count` registered documents of the last ten years up to `today`, in their order, each with everything its registration and
// its life leave: number, reach of the clerk, the head and a lead, the lead's assignment, index, audit link; waiting work where the
// document is open (the newest hundredth and one in 200 before). Every tenth is led by `office.officer`. Returns the seconds it took.
// The database has no documents yet.
double fill(db::Database& database, const test::Office& office, std::size_t count, Date today);

} // namespace congso::bench
