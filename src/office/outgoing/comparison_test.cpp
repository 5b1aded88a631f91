#include "office/outgoing/comparison.h"

#include "tests/support/outgoing_fixture.h"

#include <ctime>
#include <sstream>

namespace congso::outgoing {

namespace {

std::vector<std::string> split(const std::string& text)
{
    std::istringstream stream{text};
    return {std::istream_iterator<std::string>{stream}, {}};
}

// «kept -out +in»: the edit between two texts.
std::string edit(const std::string& was, const std::string& now)
{
    const auto old_words = split(was), new_words = split(now);
    const std::vector<std::string_view> a(old_words.begin(), old_words.end()), b(new_words.begin(), new_words.end());
    const auto partner = match_words(a, b);
    std::string told;
    const auto tell = [&](const char* mark, std::string_view word) {
        told.append(told.empty() ? "" : " ").append(mark).append(word);
    };
    std::size_t j = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (partner[i] < 0) {
            tell("-", a[i]);
            continue;
        }
        for (; j < static_cast<std::size_t>(partner[i]); ++j)
            tell("+", b[j]);
        EXPECT_EQ(a[i], b[j]);
        tell("", a[i]);
        ++j;
    }
    for (; j < b.size(); ++j)
        tell("+", b[j]);
    return told;
}

// Words in lines of a page: a line that begins with a tab is indented; «|» begins a new page.
std::vector<pdf::Word> page(const std::string& text)
{
    constexpr double letter = 2, line_height = 6, left = 30;
    std::vector<pdf::Word> words;
    std::istringstream lines{text};
    double y = 25;
    int number = 1;
    for (std::string line; std::getline(lines, line); y += line_height) {
        if (line.starts_with("|")) {
            line.erase(0, 1);
            ++number;
            y = 12;
        }
        double x = left;
        if (line.starts_with("\t"))
            x += 10;
        for (const auto& word : split(line)) {
            const double width = letter * static_cast<double>(word.size());
            words.push_back({number, x, y, x + width, y + 5, word});
            x += width + letter;
        }
    }
    return words;
}

// One page with one line of Latin letters.
std::string pdf_of(const std::string& line)
{
    const auto content = "BT /F1 12 Tf 72 720 Td (" + line + ") Tj ET";
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
           "4 0 obj<</Length "
        + std::to_string(content.size()) + ">>stream\n" + content
        + "\nendstream\nendobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

std::string row_text(const std::vector<ComparedWords>& side)
{
    std::string text;
    for (const auto& each : side)
        text += (text.empty() ? "" : " ") + (each.changed ? "[" + each.text + "]" : each.text);
    return text;
}

class ComparisonTest : public test::OutgoingFixture { };
CONGSO_BOTH_ENGINES(ComparisonTest);

} // namespace

TEST_P(ComparisonTest, two_versions_of_a_draft_for_whoever_may_see_it)
{
    auto what = draft();
    what.text = {};
    what.files = {upload(officer(), pdf_of("giao Phong chu tri"), "Bản một.pdf")};
    const auto id = outgoing_.create(officer(), what).id;
    outgoing_.add_version(
        officer(), {.id = id, .file = upload(officer(), pdf_of("giao Van phong chu tri"), "Bản hai.pdf"), .made_from = 1, .reason = "sửa"});
    const auto answer = outgoing_.compare(officer(), {id, 1, 2});
    EXPECT_EQ(answer.was.version, 1);
    EXPECT_EQ(answer.now.file.name, "Bản hai.pdf");
    ASSERT_EQ(answer.rows.size(), 1U);
    EXPECT_EQ(row_text(answer.rows[0].was), "giao [Phong] chu tri");
    EXPECT_EQ(row_text(answer.rows[0].now), "giao [Van phong] chu tri");
    EXPECT_EQ(answer.now.changed_words, 2);
    ASSERT_EQ(answer.now.places.size(), 1U);
    EXPECT_GT(answer.now.places[0].left, 250);

    EXPECT_EQ(test::fault_of([&] { outgoing_.compare(officer(), {id, 1, 3}); }), "/to: unknown");
    EXPECT_EQ(test::fault_of([&] { outgoing_.compare(officer(), {id, 0, 2}); }), "/from: unknown");
    EXPECT_EQ(test::fault_of([&] { outgoing_.compare(colleague(), {id, 1, 2}); }), "not_found") << "it is not his";
    EXPECT_EQ(test::fault_of([&] { outgoing_.compare(their_clerk(), {id, 1, 2}); }), "not_found") << "another agency";
    EXPECT_EQ(test::fault_of([&] { outgoing_.compare({ours_.id, ours_.officer, {}}, {id, 1, 2}); }), "forbidden");
}

TEST(Comparison, names_the_words_that_were_taken_out_and_added)
{
    EXPECT_EQ(edit("a b c", "a b c"), "a b c");
    EXPECT_EQ(edit("", "a b"), "+a +b");
    EXPECT_EQ(edit("a b", ""), "-a -b");
    EXPECT_EQ(edit("giao Văn phòng chủ trì", "giao Phòng Kinh tế chủ trì"), "giao -Văn -phòng +Phòng +Kinh +tế chủ trì");
    EXPECT_EQ(edit("trước ngày 05 tháng 9", "trước ngày 15 tháng 9"), "trước ngày -05 +15 tháng 9");
    EXPECT_EQ(edit("a b c a b b a", "c b a b a c"), "-a -b c +b a b -b a +c") << "Myers 1986, his own example: five edits";
}

TEST(Comparison, a_word_that_stands_in_both_by_chance_belongs_to_the_change)
{
    EXPECT_EQ(edit("x một hai ba và bốn năm sáu y", "x bảy tám chín và mười mốt chục y"),
              "x -một -hai -ba -và -bốn -năm -sáu +bảy +tám +chín +và +mười +mốt +chục y");
}

TEST(Comparison, words_that_moved_are_taken_out_here_and_added_there)
{
    const std::string part = "thứ nhất là kiểm tra hồ sơ", other = "thứ hai là báo cáo kết quả cho lãnh đạo";
    EXPECT_EQ(edit(part + " " + other, other + " " + part).find('+') == std::string::npos, false);
}

TEST(Comparison, puts_paragraphs_side_by_side)
{
    const auto answer = compare(page("\tĐiều 1. Thành lập Tổ công tác gồm năm thành viên\nvà một thư ký giúp việc.\n"
                                     "\tĐiều 2. Quyết định có hiệu lực.\n\tĐiều 3. Thi hành."),
                                page("\tĐiều 1. Thành lập Tổ công tác gồm sáu thành viên\nvà một thư ký giúp việc.\n"
                                     "\tĐiều 2. Kinh phí lấy từ ngân sách.\n\tĐiều 2. Quyết định có hiệu lực.\n\tĐiều 3. Thi hành."));
    ASSERT_EQ(answer.rows.size(), 4U);
    EXPECT_EQ(row_text(answer.rows[0].was), "Điều 1. Thành lập Tổ công tác gồm [năm] thành viên và một thư ký giúp việc.");
    EXPECT_EQ(row_text(answer.rows[0].now), "Điều 1. Thành lập Tổ công tác gồm [sáu] thành viên và một thư ký giúp việc.");
    EXPECT_TRUE(answer.rows[0].changed);
    EXPECT_EQ(answer.was.changed_words, 1);
    EXPECT_EQ(answer.now.changed_words, 9);
    EXPECT_TRUE(answer.rows[1].changed || answer.rows[2].changed) << "a whole paragraph was added";
    EXPECT_FALSE(answer.rows[3].changed);
    EXPECT_EQ(row_text(answer.rows[3].now), "Điều 3. Thi hành.");
}

TEST(Comparison, what_took_the_place_of_a_paragraph_stands_beside_it)
{
    const auto answer = compare(page("\tMở đầu\nchung.\n\tcũ cũ cũ cũ cũ.\n\tKết thúc chung."),
                                page("\tMở đầu\nchung.\n\tmới mới mới.\n\tKết thúc chung."));
    ASSERT_EQ(answer.rows.size(), 3U);
    EXPECT_EQ(row_text(answer.rows[1].was), "[cũ cũ cũ cũ cũ.]");
    EXPECT_EQ(row_text(answer.rows[1].now), "[mới mới mới.]");
}

TEST(Comparison, marks_the_changed_places_line_by_line)
{
    const auto answer = compare(page("\tgiữ một hai\nba bốn giữ"), page("\tgiữ giữ"));
    ASSERT_EQ(answer.was.places.size(), 2U) << "«một hai» on the first line, «ba bốn» on the second";
    EXPECT_EQ(answer.was.places[0].page, 1);
    EXPECT_EQ(answer.was.places[0].top, 250);
    EXPECT_GT(answer.was.places[0].left, 400);
    EXPECT_EQ(answer.was.places[1].left, 300);
    EXPECT_EQ(answer.was.places[1].top, 310);
    EXPECT_TRUE(answer.now.places.empty());
}

TEST(Comparison, page_numbers_are_no_change_and_a_scan_has_no_text)
{
    const auto answer = compare(page("\tmột hai ba\n|\t2\n\tbốn năm sáu"), page("\tmột hai ba\n\tbốn năm sáu"));
    EXPECT_EQ(answer.was.changed_words + answer.now.changed_words, 0);
    const auto scan = compare({}, page("\tmột"));
    EXPECT_FALSE(scan.was.has_text);
    EXPECT_TRUE(scan.now.has_text);
    EXPECT_TRUE(scan.rows.empty());
}

TEST(Comparison, a_draft_of_fifty_pages_takes_less_than_300_milliseconds)
{
    // 50 pages of 450 words out of a small vocabulary, as an office writes; every thirtieth word is another one
    constexpr int words = 50 * 450;
    std::vector<std::string> vocabulary;
    for (int i = 0; i < 900; ++i)
        vocabulary.push_back("chữ" + std::to_string(i));
    std::uint32_t seed = 7;
    const auto draw = [&] {
        seed = seed * 1664525 + 1013904223;
        return (seed >> 8) % vocabulary.size();
    };
    std::vector<std::string_view> was, now, other;
    for (int i = 0; i < words; ++i) {
        was.push_back(vocabulary[draw()]);
        now.push_back(i % 30 == 0 ? std::string_view{vocabulary[draw()]} : was.back());
        other.push_back(vocabulary[draw()]);
    }
    for (const auto& [name, text] : {std::pair{"changed here and there", &now}, {"another text altogether", &other}}) {
        const auto start = std::clock(); // of this process, however busy the machine is
        const auto partner = match_words(was, *text);
        const double took = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        EXPECT_LT(took, 300) << name;
        const auto kept = std::count_if(partner.begin(), partner.end(), [](int one) { return one >= 0; });
        EXPECT_GE(kept, text == &now ? words * 9 / 10 : 0);
    }
}

} // namespace congso::outgoing
