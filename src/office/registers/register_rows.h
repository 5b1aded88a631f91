#pragma once
#include "lib/print/table.h"
#include "office/registers/registers.h"

// What stands in each column of the registers (Decree 30/2020 Appendix IV), in the decree's order.
namespace congso::registers {

constexpr double left_margin = 30, right_margin = 15, top_margin = 20, bottom_margin = 20; // mm; the left side is bound

std::vector<print::Column> columns_of(numbering::Direction direction, Form form);
std::vector<print::Column> kept_copy_columns();

std::vector<print::Cell> entry_row(const IncomingLine& line, int zone_minutes);
std::vector<print::Cell> handling_row(const IncomingLine& line, Date today, int zone_minutes);
std::vector<print::Cell> entry_row(const OutgoingLine& line, int zone_minutes);
std::vector<print::Cell> post_row(const OutgoingLine& line, int zone_minutes);

} // namespace congso::registers
