#pragma once
#include <span>
#include <string_view>

namespace congso {

// Something that must hold of every record of an agency, as a question for the records of which it does not: one text column, one row
// for each, $1 the agency. `congso check` asks them all.
struct Rule {
    std::string_view fault; // what is then wrong: «reach is missing»
    std::string_view sql;
};
using Rules = std::span<const Rule>;

} // namespace congso
