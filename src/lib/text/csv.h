#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congso::text {

using Rows = std::vector<std::vector<std::string>>;

// The cells of a CSV text (RFC 4180), as spreadsheets write it: UTF-8 with or without a byte order mark, parted by the comma, the
// semicolon or the tab, whichever the first line has most of. Text is normalised, spaces around a cell go, lines of nothing but empty
// cells are kept, so that the number of a row is the number of its line as people count them. Nothing when the bytes are no text, or a
// quotation mark is never closed.
std::optional<Rows> read_csv(std::string_view bytes);

} // namespace congso::text
