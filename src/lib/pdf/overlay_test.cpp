#include "lib/pdf/overlay.h"

#include "lib/base/error.h"
#include "lib/pdf/text.h"
#include "tests/support/temp_database.h"

#include <fstream>

namespace congso::pdf {

namespace {

// One page that says one word at 72, 720 points; `more` stands in its page object.
std::string page(const std::string& word, const std::string& more)
{
    const auto content = "BT /F1 12 Tf 72 720 Td (" + word + ") Tj ET";
    const std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                           "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>" + more + ">>",
                                           "<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream",
                                           "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    std::string file = "%PDF-1.4\n", table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", file.size());
        file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto at = file.size();
    return file + "xref\n0 6\n0000000000 65535 f \n" + table + "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n" + std::to_string(at)
        + "\n%%EOF\n";
}

class Overlay : public testing::TestWithParam<int> {
protected:
    std::filesystem::path saved(const std::string& bytes)
    {
        const auto path = directory_.path() / "paper.pdf";
        std::ofstream{path, std::ios::binary} << bytes;
        return path;
    }
    std::filesystem::path target() const { return directory_.path() / "copy.pdf"; }

private:
    test::TempDirectory directory_;
};

} // namespace

INSTANTIATE_TEST_SUITE_P(turned, Overlay, testing::Values(0, 90, 180, 270));

TEST_P(Overlay, lies_upright_from_the_top_left_corner_however_the_page_is_turned)
{
    const auto under = saved(page("Goc", "/MediaBox[10 20 605 862]/Rotate " + std::to_string(GetParam())));
    const auto size = page_sizes(under).at(0);
    const bool lies = GetParam() % 180 != 0;
    EXPECT_NEAR(size.width, lies ? 297 : 210, 0.5);
    EXPECT_NEAR(size.height, lies ? 210 : 297, 0.5);
    lay_over(under, page("Dau", "/MediaBox[0 0 595 842]"), target());
    const auto words = words_of(target());
    const auto found = std::find_if(words.begin(), words.end(), [](const auto& word) { return word.text == "Dau"; });
    ASSERT_NE(found, words.end());
    EXPECT_NEAR(found->x0, 72 * 25.4 / 72, 0.5);
    EXPECT_NEAR(found->y1, (842 - 720) * 25.4 / 72, 1.5);
    EXPECT_TRUE(std::any_of(words.begin(), words.end(), [](const auto& word) { return word.text == "Goc"; }));
}

TEST_F(Overlay, what_is_no_pdf_is_refused)
{
    const auto code_of = [](auto&& act) {
        try {
            act();
        } catch (const Error& error) {
            return error.code();
        }
        return std::string{};
    };
    EXPECT_EQ(code_of([&] { page_sizes(saved("%PDF-1.4\nkhông có gì")); }), "pdf.unreadable");
    EXPECT_EQ(code_of([&] { lay_over(saved(""), page("Dau", "/MediaBox[0 0 595 842]"), target()); }), "pdf.unreadable");
}

} // namespace congso::pdf
