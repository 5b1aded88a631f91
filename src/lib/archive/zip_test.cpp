#include "lib/archive/zip.h"
#include "lib/base/error.h"

#include <gtest/gtest.h>

namespace congso::archive {

namespace {

std::string code_of(const std::string& bytes, const ZipLimits& limits = {})
{
    try {
        const ZipReader reader{bytes, limits};
        for (const auto& entry : reader.entries())
            (void)reader.read(entry);
        return "";
    } catch (const Error& error) {
        return error.code();
    }
}

// Replaces every occurrence: the name of an entry stands in its local header and in the directory.
std::string replaced(std::string bytes, std::string_view from, std::string_view to)
{
    EXPECT_EQ(from.size(), to.size());
    std::size_t count = 0;
    for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size()), ++count)
        bytes.replace(at, from.size(), to);
    EXPECT_GT(count, 0U);
    return bytes;
}

std::string two_files()
{
    return write_zip(std::vector<ZipFile>{{"word/a.xml", std::string(5000, 'x')}, {"b.txt", "văn bản"}});
}

} // namespace

TEST(Zip, is_read_back_as_written)
{
    const auto bytes = two_files();
    const ZipReader reader{bytes};
    ASSERT_EQ(reader.entries().size(), 2U);
    EXPECT_EQ(reader.read("word/a.xml"), std::string(5000, 'x'));
    EXPECT_EQ(reader.read("b.txt"), "văn bản");
    EXPECT_LT(reader.find("word/a.xml")->packed_size, 100U);
    EXPECT_EQ(reader.find("c"), nullptr);
    EXPECT_THROW(reader.read("c"), Error);
}

TEST(Zip, is_the_same_for_the_same_files)
{
    EXPECT_EQ(two_files(), two_files());
    const auto empty = write_zip({});
    EXPECT_TRUE(ZipReader{empty}.entries().empty());
    const auto holds_empty = write_zip(std::vector<ZipFile>{{"empty", ""}});
    EXPECT_EQ(ZipReader{holds_empty}.read("empty"), "");
}

TEST(Zip, refuses_names_that_leave_the_folder)
{
    const auto good = write_zip(std::vector<ZipFile>{{"abcdefgh", "1"}});
    for (const std::string name :
         {"../etc/x", "/etc/abc", "a/../b/c", "a\\..\\b12", "c:/abcde", "a//bcdef", "./abcdef", "abcdef/.", "abc\ndefg"})
        EXPECT_EQ(code_of(replaced(good, "abcdefgh", name)), "archive.unsafe_name") << name;
    EXPECT_EQ(code_of(replaced(good, "abcdefgh", "abcdefg/")), "");
    EXPECT_THROW(write_zip(std::vector<ZipFile>{{"../a", ""}}), Error);
}

TEST(Zip, refuses_a_name_that_stands_twice)
{
    const auto good = write_zip(std::vector<ZipFile>{{"first.xml", "1"}, {"other.xml", "2"}});
    EXPECT_EQ(code_of(replaced(good, "other.xml", "first.xml")), "archive.duplicate");
    EXPECT_EQ(code_of(replaced(good, "other.xml", "FIRST.xml")), "archive.duplicate");
    EXPECT_THROW(write_zip(std::vector<ZipFile>{{"a", ""}, {"a", ""}}), Error);
}

TEST(Zip, refuses_a_bomb)
{
    const auto bomb = write_zip(std::vector<ZipFile>{{"bomb", std::string(8U << 20, '\0')}});
    EXPECT_LT(bomb.size(), 20000U);
    EXPECT_EQ(code_of(bomb), "archive.ratio");
    EXPECT_EQ(code_of(bomb, {.entries = 10, .total_bytes = 1U << 20, .ratio = 10000}), "archive.too_large");
    EXPECT_EQ(code_of(bomb, {.entries = 0, .total_bytes = 0, .ratio = 1}), "archive.too_many_entries");
}

TEST(Zip, refuses_a_size_that_lies)
{
    auto bytes = write_zip(std::vector<ZipFile>{{"file", std::string(5000, 'x')}});
    const auto directory = bytes.find("PK\x01\x02");
    for (const char less_or_more : {'\x10', '\x7F'}) {
        auto lie = bytes;
        lie[directory + 24] = less_or_more;
        EXPECT_EQ(code_of(lie), "archive.malformed");
    }
}

TEST(Zip, refuses_entries_that_share_bytes)
{
    auto bytes = write_zip(std::vector<ZipFile>{{"a", "same"}, {"b", "same"}});
    const auto first = bytes.find("PK\x01\x02");
    const auto second = bytes.find("PK\x01\x02", first + 4);
    bytes.replace(second + 42, 4, std::string(4, '\0')); // both point at the first local header
    bytes[second + 46] = 'a'; // …whose name must be equal, so it is a duplicate as well
    EXPECT_EQ(code_of(bytes), "archive.duplicate");
    bytes[second + 46] = 'b';
    EXPECT_EQ(code_of(bytes), "archive.malformed");
}

TEST(Zip, refuses_changed_cut_or_encrypted_bytes)
{
    const auto good = two_files();
    for (std::size_t size = 0; size < good.size(); ++size)
        EXPECT_EQ(code_of(good.substr(0, size)), "archive.malformed") << size;
    EXPECT_EQ(code_of(replaced(good, "văn bản", "văn BẢN")), "archive.malformed");
    auto encrypted = good;
    encrypted[good.find("PK\x01\x02") + 8] |= 1;
    EXPECT_EQ(code_of(encrypted), "archive.encrypted");
    EXPECT_EQ(code_of(good + "x"), "archive.malformed");
}

} // namespace congso::archive
