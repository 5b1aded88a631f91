#include "lib/base/bytes.h"
#include "lib/base/error.h"
#include "lib/pdf/text.h"

#include <gtest/gtest.h>

#include <fstream>

namespace congso::pdf {

namespace {

namespace fs = std::filesystem;

// A PDF of pages with one line of Latin text each, 20 mm from the left and 30 mm from the top of an A4 page.
std::string small_pdf(const std::vector<std::string>& lines, std::string_view title = "")
{
    std::vector<std::string> objects;
    std::string kids;
    for (std::size_t i = 0; i < lines.size(); ++i)
        kids += fmt::format("{} 0 R ", 5 + 2 * i);
    objects.push_back("<</Type/Catalog/Pages 2 0 R>>");
    objects.push_back(fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", lines.size(), kids));
    objects.push_back("<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>");
    objects.push_back(fmt::format("<</Title({})>>", title));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto content = fmt::format("BT /F1 14 Tf 56.69 743 Td ({}) Tj ET", lines[i]);
        objects.push_back(fmt::format(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Resources<</Font<</F1 3 0 R>>>>/Contents {} 0 R>>", 6 + 2 * i));
        objects.push_back(fmt::format("<</Length {}>>stream\n{}\nendstream", content.size(), content));
    }
    std::string out = "%PDF-1.4\n", table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", out.size());
        out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    const auto at = out.size();
    return out + table + fmt::format("trailer<</Size {}/Root 1 0 R/Info 4 0 R>>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, at);
}

struct File {
    fs::path path = fs::temp_directory_path() / ("congso-pdf-" + to_hex(as_bytes(random_bytes(6))));
    explicit File(std::string_view bytes) { std::ofstream{path, std::ios::binary} << bytes; }
    ~File() { fs::remove(path); }
};

template <class F> std::string code_of(F&& body)
{
    try {
        body();
        return "";
    } catch (const Error& error) {
        return error.code();
    }
}

} // namespace

TEST(PdfText, words_come_as_they_are_read_or_as_the_file_draws_them)
{
    const File file{small_pdf({"below) Tj 0 40 Td (above"})};
    const auto texts = [&](WordOrder order) {
        std::string all;
        for (const auto& word : words_of(file.path, 1, 0, order))
            all += word.text + ' ';
        return all;
    };
    EXPECT_EQ(texts(WordOrder::reading), "above below ");
    EXPECT_EQ(texts(WordOrder::drawn), "below above ");
}

TEST(PdfText, has_each_word_with_its_place_on_the_page)
{
    const File file{small_pdf({"So: 817/KH-UBND", "second page"})};
    const auto words = words_of(file.path);
    ASSERT_EQ(words.size(), 4U);
    EXPECT_EQ(words[1].text, "817/KH-UBND");
    EXPECT_EQ(words[0].page, 1);
    EXPECT_NEAR(words[0].x0, 20, 0.1);
    EXPECT_GT(words[0].y1, 34);
    EXPECT_LT(words[0].y0, 35);
    EXPECT_EQ(words[3].page, 2);
    const auto second = words_of(file.path, 2, 2);
    ASSERT_EQ(second.size(), 2U);
    EXPECT_EQ(second[0].page, 2);
    EXPECT_EQ(text_of(file.path), "So: 817/KH-UBND\n\nsecond page\n\n");
    EXPECT_EQ(text_of(file.path, 5), "So: 8");
}

TEST(PdfText, counts_pages_whatever_the_title_says)
{
    const File file{small_pdf({"a", "b", "c"}, "x\\nPages:          99")};
    EXPECT_EQ(page_count(file.path), 3);
}

TEST(PdfText, draws_a_page)
{
    const File file{small_pdf({"a"})};
    const auto png = thumbnail(file.path, 1, 120);
    EXPECT_TRUE(png.starts_with("\x89PNG"));
    EXPECT_EQ(png[19], 120); // IHDR: width
    EXPECT_EQ(code_of([&] { thumbnail(file.path, 1, 5); }), "invalid");
    EXPECT_EQ(code_of([&] { thumbnail(file.path, 0, 100); }), "pdf.page");
    EXPECT_NE(code_of([&] { thumbnail(file.path, 7, 100); }), "");
}

TEST(PdfText, refuses_what_is_no_pdf)
{
    const File file{"no pdf"};
    EXPECT_EQ(code_of([&] { words_of(file.path); }), "pdf.unreadable");
    EXPECT_EQ(code_of([&] { page_count(file.path); }), "pdf.unreadable");
    EXPECT_EQ(code_of([&] { page_count("/missing"); }), "pdf.unreadable");
}

TEST(PdfText, parses_only_what_it_knows)
{
    const std::string page = R"(<head><title><word x></title></head><doc><page width="595" height="842">
<word xMin="72.0" yMin="36.0" xMax="144.0" yMax="72">A&amp;B&lt;</word></page></doc>)";
    const auto words = parse_words(page);
    ASSERT_EQ(words.size(), 1U);
    EXPECT_EQ(words[0].text, "A&B<");
    EXPECT_DOUBLE_EQ(words[0].x0, 25.4);
    EXPECT_DOUBLE_EQ(words[0].y1, 25.4);
    for (std::size_t size = 0; size < page.size(); ++size)
        EXPECT_EQ(code_of([&] { parse_words(std::string_view{page}.substr(0, size)); }), "pdf.malformed") << size;
    for (const auto* wrong : {"<doc><word xMin=\"1\" yMin=\"1\" xMax=\"1\" yMax=\"1\">a</word></doc>",
                              "<doc><page ><word xMin=\"1\" yMin=\"1\" xMax=\"1\">a</word></page></doc>",
                              "<doc><page ><word xMin=\"nan\" yMin=\"1\" xMax=\"1\" yMax=\"1\">a</word></page></doc>",
                              "<doc><page ><word xMin=\"1\" yMin=\"1\" xMax=\"1\" yMax=\"1\">a</page></doc>"})
        EXPECT_EQ(code_of([&] { parse_words(wrong); }), "pdf.malformed") << wrong;
}

} // namespace congso::pdf
