#include "lib/print/qr.h"

#include "lib/base/error.h"

#include <gtest/gtest.h>

namespace congso::print {

namespace {

bool is_dark(const std::string& svg, int x, int y)
{
    return svg.find("M" + std::to_string(x) + " " + std::to_string(y) + "h1") != std::string::npos;
}

} // namespace

TEST(Qr, a_short_text_is_the_smallest_symbol_with_its_three_corners_and_a_quiet_zone)
{
    const auto svg = qr_svg("congso");
    EXPECT_NE(svg.find("viewBox=\"0 0 29 29\""), std::string::npos) << svg.substr(0, 120); // version 1: 21 modules and 4 on each side
    for (const auto& [x, y] : {std::pair{4, 4}, std::pair{18, 4}, std::pair{4, 18}}) { // finder patterns: dark ring, light ring, dark core
        EXPECT_TRUE(is_dark(svg, x, y) && is_dark(svg, x + 6, y + 6) && is_dark(svg, x + 3, y + 3));
        EXPECT_FALSE(is_dark(svg, x + 1, y + 1) || is_dark(svg, x + 5, y + 5));
    }
    EXPECT_FALSE(is_dark(svg, 3, 4) || is_dark(svg, 25, 24));
}

TEST(Qr, a_text_that_no_symbol_holds_is_refused)
{
    EXPECT_THROW(qr_svg(std::string(5000, 'a')), Error);
}

} // namespace congso::print
