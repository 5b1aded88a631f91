#pragma once
#include <string>
#include <string_view>

namespace congso::print {

// A QR symbol (ISO/IEC 18004, level M) as an SVG picture of black squares with the quiet zone around it. Throws internal "qr.too_long".
std::string qr_svg(std::string_view text);

} // namespace congso::print
