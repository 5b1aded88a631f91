#pragma once
#include "lib/db/database.h"

#include <optional>
#include <string>

// What the installation remembers about itself: names and values in one table.
namespace congso::app::settings {

std::optional<std::string> find(db::Database& database, std::string_view name);
void put(db::Database& database, std::string_view name, std::string_view value);
void remove(db::Database& database, std::string_view name);
void demand_finished(db::Database& database); // throws conflict "demo.unfinished": a demo whose writing was interrupted is no office

inline constexpr std::string_view demo_password = "demo.password"; // set in a demo directory only
inline constexpr std::string_view analyzed_on = "analyzed.on"; // the day on which the database last counted its rows anew
inline constexpr std::string_view demo_unfinished = "demo.unfinished"; // while it is being written: no office yet
inline constexpr std::string_view demo_opens_at = "demo.opens_at"; // the stored clock: milliseconds of the first start
inline constexpr std::string_view clock_offset = "clock.offset_ms";

} // namespace congso::app::settings
