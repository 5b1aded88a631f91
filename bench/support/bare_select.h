#pragma once
#include "bench/list_cases.h"
#include "lib/db/database.h"

#include <memory>

namespace congso::bench {

// The same rows read by the engine's own library and looked at by nobody: prepared once, all columns fetched, and the count up to
// 1 000 where the program counts too.
class BareSelect {
public:
    virtual ~BareSelect() = default;
    virtual void run() = 0;
};

std::unique_ptr<BareSelect> open_bare_select(const db::Target& target, const ListCase& asked);

} // namespace congso::bench
