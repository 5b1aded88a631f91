#include "lib/pdf/join.h"

#include "lib/base/bytes.h"
#include "lib/base/error.h"

#include <gtest/gtest.h>

#include <fstream>

namespace congso::pdf {

namespace {

// A PDF without a table of its objects: it is mended while it is read.
std::string pages(int count)
{
    std::string kids, rest;
    for (int i = 0; i < count; ++i) {
        kids += std::to_string(3 + i) + " 0 R ";
        rest += std::to_string(3 + i) + " 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n";
    }
    return "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/MediaBox[0 0 595 842]/Count "
        + std::to_string(count) + "/Kids[" + kids + "]>>\nendobj\n" + rest + "trailer\n<</Root 1 0 R>>\n%%EOF\n";
}

} // namespace

TEST(Joined, has_the_pages_of_all_one_after_the_other)
{
    Joined joined;
    joined.add(pages(2));
    joined.add(pages(1));
    EXPECT_EQ(joined.pages(), 3);
    const auto bytes = joined.finish();
    Joined again;
    again.add(bytes);
    EXPECT_EQ(again.pages(), 3);
}

TEST(Joined, takes_some_pages_of_a_file)
{
    const auto file = std::filesystem::temp_directory_path() / ("congso-join-" + to_hex(as_bytes(random_bytes(6))) + ".pdf");
    std::ofstream{file, std::ios::binary} << pages(3);
    Joined joined;
    EXPECT_TRUE(joined.try_add(file, 2, 3));
    EXPECT_EQ(joined.pages(), 2);
    EXPECT_TRUE(joined.try_add(file, 3));
    EXPECT_EQ(joined.pages(), 3);
    for (const auto& [first, last] : {std::pair{0, 1}, {3, 2}, {2, 4}, {4, 0}})
        EXPECT_FALSE(joined.try_add(file, first, last)) << first << " to " << last;
    std::filesystem::remove(file);
}

TEST(Joined, leaves_out_what_cannot_be_read)
{
    Joined joined;
    EXPECT_THROW(joined.add("no pdf"), Error);
    EXPECT_FALSE(joined.try_add("/missing.pdf"));
    EXPECT_THROW(joined.finish(), Error);
}

} // namespace congso::pdf
