#include "lib/ooxml/xlsx_read.h"
#include "lib/pdf/text.h"
#include "office/kept_copies/kept_copies_service.h"
#include "tests/support/outgoing_fixture.h"

#include <fstream>

namespace congso {

using namespace kept_copies;

class KeptCopiesTest : public test::OutgoingFixture {
protected:
    KeptCopyService kept_{database(), clock_, audit_, org_, directory_.path()};
    outgoing::OutgoingView document_ = (appoint(ours_, ours_.chairman), issued(draft()));

    UseEntry entry() const
    {
        UseEntry made;
        made.document = document_.id;
        made.person = ours_.officer;
        made.allowed_by = ours_.chairman;
        return made;
    }
    std::string text_of(const registers::Printed& printed)
    {
        const auto file = directory_.path() / "print.pdf";
        std::ofstream{file, std::ios::binary} << printed.bytes;
        std::string text;
        for (const auto& word : pdf::words_of(file))
            text += word.text + " ";
        return text;
    }
};
CONGSO_BOTH_ENGINES(KeptCopiesTest);

TEST_P(KeptCopiesTest, a_kept_copy_is_taken_and_comes_back_and_is_with_one_person_at_a_time_Phụ_lục_IV)
{
    const auto use = kept_.take(clerk(), entry());
    EXPECT_EQ(use.symbol, document_.symbol);
    EXPECT_EQ(use.kind_name, "Báo cáo");
    EXPECT_EQ(use.user_name, "Trần Thị Soạn");
    EXPECT_EQ(use.allowed_name, "Nguyễn Văn Chủ");
    EXPECT_EQ(use.taken_on, clock_.today());
    EXPECT_FALSE(use.returned_on.is_set());
    EXPECT_EQ(test::fault_of([&] { kept_.take(clerk(), entry()); }), "kept_copy.out");
    EXPECT_EQ(kept_.list(clerk(), {.out = true}).items.size(), 1U);
    EXPECT_EQ(kept_.give_back(clerk(), {use.id, {}}).returned_on, clock_.today());
    EXPECT_EQ(test::fault_of([&] { kept_.give_back(clerk(), {use.id, {}}); }), "kept_copy.back");
    EXPECT_TRUE(kept_.list(clerk(), {.out = true}).items.empty());
    auto other = entry();
    other.person.reset();
    other.user_name = "Đoàn kiểm tra thị xã";
    other.dossier = "01.TH";
    EXPECT_EQ(kept_.take(clerk(), other).dossier, "01.TH") << "another one after it came back";
    EXPECT_EQ(kept_.list(clerk(), {.document = document_.id}).items.size(), 2U);
    for (const auto& rule : KeptCopyService::rules())
        EXPECT_TRUE(database().read(ours_.id, [&](db::Tx& tx) { return tx.list<std::string>(rule.sql, tx.agency()); }).empty());
}

TEST_P(KeptCopiesTest, every_wrong_field_is_told)
{
    EXPECT_EQ(test::faults_thrown_by([&] { kept_.take(clerk(), {}); }),
              (std::vector<std::string>{"/user_name: required", "/document: required", "/allowed_by: required"}));
    auto wrong = entry();
    wrong.taken_on = clock_.today().plus_days(1);
    EXPECT_EQ(test::fault_of([&] { kept_.take(clerk(), wrong); }), "/taken_on: future");
    wrong.taken_on = document_.issued_on.plus_days(-1);
    EXPECT_EQ(test::fault_of([&] { kept_.take(clerk(), wrong); }), "/taken_on: before_issue");
    wrong = entry();
    wrong.document = outgoing_.create(officer(), draft("Chưa phát hành")).id;
    EXPECT_EQ(test::fault_of([&] { kept_.take(clerk(), wrong); }), "/document: not_issued") << "a draft is kept nowhere";
    wrong = entry();
    wrong.allowed_by = theirs_.chairman;
    EXPECT_EQ(test::fault_of([&] { kept_.take(clerk(), wrong); }), "/allowed_by: unknown");
    wrong = entry();
    wrong.person = theirs_.clerk;
    EXPECT_EQ(test::fault_of([&] { kept_.take(clerk(), wrong); }), "/person: unknown");
    const auto use = kept_.take(clerk(), entry());
    EXPECT_EQ(test::fault_of([&] { kept_.give_back(clerk(), {use.id, use.taken_on.plus_days(-1)}); }), "/returned_on: before_from");
    EXPECT_EQ(test::fault_of([&] { kept_.give_back(clerk(), {use.id, clock_.today().plus_days(1)}); }), "/returned_on: future");
}

TEST_P(KeptCopiesTest, the_register_prints_and_leaves_as_a_spreadsheet_Phụ_lục_IV)
{
    auto noted = entry();
    noted.note = "Đối chiếu số liệu";
    kept_.take(clerk(), noted);
    const auto year = clock_.today().year();
    const auto text = text_of(kept_.print(clerk(), {year}));
    for (const auto* const part : {"SỔ SỬ DỤNG BẢN LƯU", "Trần Thị Soạn", "Nguyễn Văn Chủ", "Đối chiếu", "Cộng 1 lần sử dụng; chưa trả 1."})
        EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
    EXPECT_NE(text_of(kept_.print(clerk(), {year - 1})).find("Không có lần sử dụng nào."), std::string::npos);
    const auto sheet = kept_.take_out(clerk(), {year});
    std::ifstream file{sheet.file, std::ios::binary};
    const auto rows = ooxml::read_xlsx(std::string{std::istreambuf_iterator<char>{file}, {}}).rows;
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0][1], "Họ tên người sử dụng");
    EXPECT_EQ(rows[1][2], document_.symbol);
    EXPECT_EQ(test::fault_of([&] { kept_.print(clerk(), {year + 1}); }), "/year: range");
}

TEST_P(KeptCopiesTest, only_the_clerk_of_the_agency_keeps_the_register)
{
    const auto use = kept_.take(clerk(), entry());
    EXPECT_EQ(test::fault_of([&] { kept_.take(officer(), entry()); }), "forbidden");
    EXPECT_EQ(test::fault_of([&] { kept_.list(officer(), {}); }), "forbidden");
    EXPECT_EQ(test::fault_of([&] { kept_.give_back(their_clerk(), {use.id, {}}); }), "not_found");
    EXPECT_EQ(test::fault_of([&] { kept_.take(their_clerk(), entry()); }), "/document: unknown");
    EXPECT_TRUE(kept_.list(their_clerk(), {}).items.empty());
    EXPECT_EQ(kept_.list(chairman(), {}).items.size(), 1U) << "who sees every document reads it";
}

} // namespace congso
