#pragma once
#include <string>
#include <string_view>

namespace congso::text {

std::string upper(std::string_view utf8); // CAPS of a heading: «xã Phổ Mẫu» → «XÃ PHỔ MẪU»

} // namespace congso::text
