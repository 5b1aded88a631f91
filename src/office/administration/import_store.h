#pragma once
#include "lib/db/tx.h"
#include "office/org/org.h"

namespace congso::administration::store {

struct Known {
    std::string full_name;
    Date born_on;
};
BOOST_DESCRIBE_STRUCT(Known, (), (full_name, born_on))

std::vector<Known> list_known(db::Tx& tx); // everybody of the agency

} // namespace congso::administration::store
