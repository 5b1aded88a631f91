#include "office/search/search_service.h"

#include "lib/text/tokens.h"
#include "office/search/search.h"
#include "tests/support/temp_database.h"

#include <gmock/gmock.h>
#include <random>

namespace congso {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const AgencyId agency{*Uuid::parse("0190f6c7-aaaa-7bbb-8ccc-0123456789ab")};
const AgencyId neighbour{*Uuid::parse("0190f6c7-aaaa-7bbb-8ccc-9876543210fe")};

Uuid record_number(int number) // the same in every database
{
    Uuid id = *Uuid::parse("0190f6c7-bbbb-7000-8000-000000000000");
    for (std::size_t i = 0; i < 4; ++i)
        id.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return id;
}

void add_agencies(db::Database& database)
{
    database.write(AgencyId{}, [](db::Tx& tx) {
        for (const auto& id : {agency, neighbour})
            tx.execute("INSERT INTO agency (id, name, short_name) VALUES ($1, $2, $2)", id, "UBND xã");
    });
}

struct Document {
    int number{};
    std::int64_t sort_at{};
    std::string text;
};

void put(db::Database& database, const std::vector<Document>& documents, AgencyId owner = agency, std::string_view kind = "incoming")
{
    SearchIndex index;
    database.write(owner, [&](db::Tx& tx) {
        for (const auto& document : documents)
            index.put(tx, {std::string{kind}, record_number(document.number), document.sort_at, document.text});
    });
}

int number_of(Uuid record)
{
    int number = 0;
    for (std::size_t i = 12; i < 16; ++i)
        number = number << 8 | record.bytes[i];
    return number;
}

// All pages one after the other.
std::vector<int> find(db::Database& database, std::string_view query, int limit = 50, const std::vector<Uuid>& holders = {},
                      AgencyId owner = agency, std::string_view kind = "incoming")
{
    SearchIndex index;
    std::vector<int> numbers;
    std::optional<SearchIndex::From> after;
    do {
        const auto found = database.read(owner, [&](db::Tx& tx) { return index.find_page(tx, kind, query, holders, after, limit); });
        EXPECT_LE(static_cast<int>(found.hits.size()), limit);
        for (const auto& hit : found.hits)
            numbers.push_back(number_of(hit.record));
        after = found.next;
    } while (after && numbers.size() < 100'000);
    return numbers;
}

// What the index promises, computed from the words themselves: all documents, the exact ones first, each newest first.
class Naive {
public:
    explicit Naive(std::vector<Document> documents) : documents_(std::move(documents))
    {
        std::ranges::sort(documents_, [](const Document& a, const Document& b) {
            return search::place_of(a.sort_at, record_number(a.number)) > search::place_of(b.sort_at, record_number(b.number));
        });
        for (const auto& document : documents_)
            positions_.push_back(search::positions_of("", document.text));
    }
    std::vector<int> find(std::string_view query) const
    {
        const auto question = search::parse("", query);
        std::vector<int> exact, others;
        for (std::size_t i = 0; !question.folded.empty() && i < documents_.size(); ++i) {
            if (!question.exact.empty() && holds_all(i, question.exact))
                exact.push_back(documents_[i].number);
            else if (holds_all(i, question.folded))
                others.push_back(documents_[i].number);
        }
        exact.insert(exact.end(), others.begin(), others.end());
        return exact;
    }

private:
    bool holds_all(std::size_t document, const search::Groups& groups) const
    {
        return std::ranges::all_of(groups, [&](const search::Group& group) {
            return std::ranges::any_of(group, [&](const search::Choice& choice) {
                return std::ranges::all_of(choice, [&](const search::Phrase& phrase) { return holds(document, phrase); });
            });
        });
    }
    bool holds(std::size_t document, const search::Phrase& phrase) const
    {
        const auto& positions = positions_[document];
        for (std::size_t start = 0; start + phrase.size() <= positions.size(); ++start) {
            std::size_t same = 0;
            while (same < phrase.size() && std::ranges::find(positions[start + same], phrase[same]) != positions[start + same].end())
                ++same;
            if (same == phrase.size())
                return true;
        }
        return false;
    }

    std::vector<Document> documents_;
    std::vector<std::vector<std::vector<std::string>>> positions_;
};

const std::vector<std::string> phrases{"báo cáo",
                                       "kế hoạch",
                                       "quyết định",
                                       "văn hóa công sở",
                                       "văn hoá công sở",
                                       "sơ kết ba năm",
                                       "so ket",
                                       "thi đua",
                                       "Ủy ban nhân dân",
                                       "UBND",
                                       "Uỷ ban nhân dân xã Phổ Mẫu",
                                       "Hội đồng nhân dân",
                                       "HĐND",
                                       "thị xã Đức Mẫu",
                                       "đất đai",
                                       "dat dai",
                                       "đặt hàng",
                                       "hòa giải",
                                       "hoà giải cơ sở",
                                       "khoẻ mạnh",
                                       "khỏe mạnh",
                                       "thuý",
                                       "thủ tục hành chính",
                                       "TTHC",
                                       "một cửa",
                                       "cán bộ, công chức",
                                       "VP-TK",
                                       "Văn phòng - Thống kê",
                                       "cải cách",
                                       "phòng chống dịch",
                                       "mùa mưa bão",
                                       "tiền lương",
                                       "ma",
                                       "má",
                                       "mà",
                                       "mạ",
                                       "mả",
                                       "dân quân",
                                       "nông thôn mới"};

std::vector<Document> generated(int count)
{
    std::mt19937 random{7};
    const auto pick = [&](std::size_t size) {
        return random() % size;
    };
    const std::vector<std::string> symbols{"KH-UBND", "QĐ-UBND", "BC-UBND", "NQ-HĐND", "TB-VP", "KH"};
    std::vector<Document> documents;
    for (int i = 0; i < count; ++i) {
        std::string text = std::to_string(1 + pick(60)) + "/" + symbols[pick(symbols.size())];
        for (auto words = 2 + pick(6); words > 0; --words)
            text += " " + phrases[pick(phrases.size())];
        text += " ngày 0" + std::to_string(1 + pick(9)) + "/5/2022";
        documents.push_back({i, 1'651'600'000'000 + static_cast<std::int64_t>(pick(200)) * 86'400'000, text}); // some of one instant
    }
    return documents;
}

std::vector<std::string> generated_queries()
{
    std::vector<std::string> queries{"36/KH-UBND",
                                     "36/KH",
                                     "36",
                                     "5",
                                     "05",
                                     "1/qd-ubnd",
                                     "2022",
                                     "4/5/2022",
                                     "04/05/2022",
                                     "\"sơ kết ba năm\"",
                                     "«van hoa cong so»",
                                     "ba nam",
                                     "KH UBND",
                                     "ubnd xa",
                                     "uy ban nhan dan",
                                     "\"uỷ ban nhân dân\"",
                                     "ủy ban 36",
                                     "không có gì",
                                     "",
                                     "  !!! ",
                                     "dat",
                                     "đất",
                                     "đ",
                                     "d",
                                     "DAT DAI",
                                     "ma má",
                                     "vp-tk",
                                     "văn phòng thống kê",
                                     "\"công chức VP-TK\"",
                                     "\"kế hoạch UBND\""};
    for (const auto& phrase : phrases)
        queries.push_back(phrase);
    queries.emplace_back("ke\u0302\u0301 hoa\u0323ch"); // NFD
    queries.emplace_back("\u0110u\u031b\u0301c M\u00e2\u0303u"); // neither NFC nor NFD
    queries.emplace_back("ho\u00e0"); // the newer place of the tone
    queries.emplace_back("h\u00f2a");
    return queries;
}

class SearchTest : public test::DatabaseTest {
protected:
    SearchTest() { add_agencies(database()); }
};
CONGSO_BOTH_ENGINES(SearchTest);

} // namespace

TEST_P(SearchTest, finds_words_with_and_without_marks)
{
    put(database(), {{1, 1, "Sơ kết phong trào thi đua"}, {2, 2, "Tổng kết năm"}});
    EXPECT_THAT(find(database(), "so ket"), ElementsAre(1));
    EXPECT_THAT(find(database(), "SƠ KẾT"), ElementsAre(1));
    EXPECT_THAT(find(database(), "ket"), ElementsAre(2, 1));
    EXPECT_THAT(find(database(), "ket qua"), IsEmpty());
}

TEST_P(SearchTest, puts_what_was_typed_exactly_before_what_only_sounds_like_it)
{
    put(database(), {{1, 1, "đất đai"}, {2, 2, "đặt hàng"}, {3, 3, "đạt chuẩn"}, {4, 4, "đất ở"}});
    EXPECT_THAT(find(database(), "đất"), ElementsAre(4, 1, 3, 2));
    EXPECT_THAT(find(database(), "đất", 1), ElementsAre(4, 1, 3, 2)) << "pages of one";
    EXPECT_THAT(find(database(), "dat"), ElementsAre(4, 3, 2, 1));
}

TEST_P(SearchTest, finds_a_symbol_by_its_beginnings_only)
{
    put(database(), {{1, 1, "36/KH-UBND"}, {2, 2, "136/KH-UBND"}, {3, 3, "36/QĐ-UBND"}, {4, 4, "36 hộ nghèo"}});
    EXPECT_THAT(find(database(), "36/KH-UBND"), ElementsAre(1));
    EXPECT_THAT(find(database(), "36/kh"), ElementsAre(1));
    EXPECT_THAT(find(database(), "36"), ElementsAre(4, 3, 1));
    EXPECT_THAT(find(database(), "36/qd"), ElementsAre(3));
}

TEST_P(SearchTest, finds_a_phrase_across_a_symbol)
{
    put(database(), {{1, 1, "Kế hoạch 36/KH-UBND ngày 4"}, {2, 2, "Ngày 4 có kế hoạch 36/KH-UBND"}});
    EXPECT_THAT(find(database(), "\"kế hoạch 36 ngày\""), ElementsAre(1));
    EXPECT_THAT(find(database(), "kế hoạch 36 ngày"), ElementsAre(2, 1));
}

TEST_P(SearchTest, forgets_what_was_replaced_or_removed)
{
    put(database(), {{1, 1, "báo cáo tháng"}, {2, 2, "báo cáo quý"}});
    put(database(), {{1, 5, "tờ trình tháng"}});
    EXPECT_THAT(find(database(), "bao cao"), ElementsAre(2));
    EXPECT_THAT(find(database(), "thang"), ElementsAre(1));
    database().write(agency, [](db::Tx& tx) {
        SearchIndex index;
        index.remove(tx, "incoming", record_number(2));
        index.remove(tx, "incoming", record_number(77)); // was never there
    });
    EXPECT_THAT(find(database(), "bao cao"), IsEmpty());
    put(database(), {{2, 2, "báo cáo quý"}});
    EXPECT_THAT(find(database(), "quy"), ElementsAre(2));
}

TEST_P(SearchTest, keeps_agencies_and_kinds_apart)
{
    put(database(), {{1, 1, "kế hoạch"}});
    put(database(), {{2, 1, "kế hoạch"}}, agency, "outgoing");
    put(database(), {{1, 1, "kế hoạch"}, {3, 1, "kế hoạch"}}, neighbour);
    EXPECT_THAT(find(database(), "ke hoach"), ElementsAre(1));
    EXPECT_THAT(find(database(), "ke hoach", 50, {}, agency, "outgoing"), ElementsAre(2));
    EXPECT_THAT(find(database(), "ke hoach", 50, {}, neighbour), ElementsAre(3, 1));
}

TEST_P(SearchTest, shows_only_what_one_of_the_holders_reaches)
{
    const auto person = Uuid::make(), unit = Uuid::make();
    std::vector<Document> documents;
    for (int i = 0; i < 300; ++i)
        documents.push_back({i, i, "kế hoạch"});
    put(database(), documents);
    database().write(agency, [&](db::Tx& tx) {
        for (const auto& [holder, number] : {std::pair{person, 7}, std::pair{unit, 7}, std::pair{unit, 290}, std::pair{Uuid::make(), 291}})
            tx.execute("INSERT INTO reach (agency, holder, kind, record, sort_at) VALUES ($1, $2, $3, $4, $5)", agency, holder, "incoming",
                       record_number(number), number);
    });
    EXPECT_THAT(find(database(), "ke hoach", 1, {person, unit}), ElementsAre(290, 7));
    EXPECT_THAT(find(database(), "ke hoach", 50, {person}), ElementsAre(7));
    EXPECT_THAT(find(database(), "ke hoach", 50, {Uuid::make()}), IsEmpty());
}

TEST_P(SearchTest, does_not_fail_on_what_a_query_language_would_understand)
{
    put(database(), {{1, 1, "báo cáo"}});
    for (const auto* query :
         {"\"", "bao AND", "NOT bao", "bao*", "'bao' & !cao", "tokens:bao", "bao)", "\\", "a|b", "bao\tcao", "\xff\xfe"})
        EXPECT_NO_THROW(find(database(), query)) << query;
    EXPECT_THAT(find(database(), "bao | cao"), ElementsAre(1));
}

TEST_P(SearchTest, a_query_without_words_finds_nothing)
{
    put(database(), {{1, 1, "báo cáo"}});
    EXPECT_THAT(find(database(), " … "), IsEmpty());
}

TEST_P(SearchTest, refuses_a_page_of_no_size)
{
    EXPECT_THROW(find(database(), "bao", 0), Error);
    EXPECT_THROW(find(database(), "bao", 201), Error);
}

TEST_P(SearchTest, is_rolled_back_with_its_record)
{
    EXPECT_THROW(database().write(agency,
                                  [](db::Tx& tx) {
                                      SearchIndex{}.put(tx, {"incoming", record_number(1), 1, "báo cáo"});
                                      throw Error::conflict("test");
                                  }),
                 Error);
    EXPECT_THAT(find(database(), "bao"), IsEmpty());
    put(database(), {{2, 2, "báo cáo"}});
    EXPECT_THAT(find(database(), "bao"), ElementsAre(2));
}

TEST_P(SearchTest, answers_every_query_as_the_words_themselves_do)
{
    const auto documents = generated(400);
    put(database(), documents);
    const Naive naive{documents};
    int answered = 0;
    for (const auto& query : generated_queries()) {
        const auto expected = naive.find(query);
        EXPECT_EQ(find(database(), query, 200), expected) << query;
        EXPECT_EQ(find(database(), query, 7), expected) << query << ", pages of seven";
        answered += expected.empty() ? 0 : 1;
    }
    EXPECT_GT(answered, 55);
}

TEST(SearchOrder, is_the_same_on_both_engines)
{
    const auto documents = generated(400);
    std::vector<std::vector<std::vector<int>>> answers;
    for (const auto engine : {db::Engine::sqlite, db::Engine::postgres}) {
        test::TempDatabase temp{engine};
        add_agencies(temp.database());
        put(temp.database(), documents);
        auto& mine = answers.emplace_back();
        for (const auto& query : generated_queries())
            mine.push_back(find(temp.database(), query));
    }
    EXPECT_GE(answers[0].size(), 60U);
    EXPECT_EQ(answers[0], answers[1]);
}

TEST(SearchRules, two_records_of_one_instant_stand_beside_each_other_and_never_beyond_another_instant)
{
    Uuid highest{}, lowest{};
    highest.bytes.fill(0xff);
    EXPECT_LT(search::place_of(5, lowest), search::place_of(5, highest));
    EXPECT_LT(search::place_of(5, highest), search::place_of(6, lowest));
    EXPECT_LT(search::place_of(-1, highest), search::place_of(0, lowest));
    EXPECT_THROW(search::place_of(std::int64_t{1} << 43, lowest), Error);
}

TEST(SearchRules, a_query_of_marks_asks_twice_and_one_without_asks_once)
{
    EXPECT_TRUE(search::parse("", "dat dai").exact.empty());
    EXPECT_FALSE(search::parse("", "đat dai").exact.empty());
    EXPECT_TRUE(search::parse("", "?").folded.empty());
}

} // namespace congso
