#include "lib/archive/zip.h"
#include "lib/ooxml/template.h"
#include "tests/support/outgoing_fixture.h"

// Each of the decree's kinds as a draft makes it (Appendix III), with the lines that it has of its own.
namespace congso {

namespace {

using namespace outgoing;
using test::fault_of;
using test::faults_thrown_by;
using testing::HasSubstr;
using testing::Not;

class OutgoingKindsTest : public test::OutgoingFixture {
protected:
    std::string bytes_of(const OutgoingView& view)
    {
        std::ifstream file{blobs_.path_of(view.versions.front().file.id), std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    std::string text_of(const OutgoingView& view) { return ooxml::text_of(bytes_of(view)); }
    std::string made(const Draft& what) { return text_of(outgoing_.create(officer(), what)); }
    Draft of(const std::string& kind)
    {
        auto what = draft("Nội dung thử");
        what.kind = kind;
        return what;
    }
};
CONGSO_BOTH_ENGINES(OutgoingKindsTest);

} // namespace

TEST_P(OutgoingKindsTest, prints_every_line_that_a_kind_has_of_its_own) // Điều 7, Phụ lục III
{
    int kinds = 0;
    for (const auto& kind : outgoing_.list_kinds(officer())) {
        if (!kind.outgoing)
            continue;
        ++kinds;
        auto what = of(kind.code);
        for (const auto& field : kind.fields)
            what.details.push_back({field.name, "giá trị của " + field.name});
        if (kind.validity.value_or(false))
            what.valid_until = Date::of(2022, 12, 31);
        const auto text = made(what);
        for (const auto& field : kind.fields)
            EXPECT_THAT(text, HasSubstr("giá trị của " + field.name)) << kind.code;
        EXPECT_EQ(text.find("Giấy này có giá trị đến hết ngày 31 tháng 12 năm 2022") != std::string::npos, kind.validity.value_or(false))
            << kind.code;
        // who is addressed is never lost, and his mark neither (Phụ lục I II.9)
        EXPECT_THAT(text, HasSubstr("UBND thị xã")) << kind.code;
        EXPECT_EQ(kind.addressees.value_or(false), text.find("- UBND thị xã (bc);") == std::string::npos || kind.code == "GM") << kind.code;
        EXPECT_THAT(text, HasSubstr("(bc)")) << kind.code;
    }
    EXPECT_EQ(kinds, 29);
}

TEST_P(OutgoingKindsTest, lets_secretary_and_chair_sign_minutes)
{
    auto minutes = of("BB");
    minutes.details = {{"secretary", "Trần Thị Mẫu"}, {"chair", "Nguyễn Văn Chủ"}, {"ends", "10 giờ 30 cùng ngày"}};
    const auto text = made(minutes);
    EXPECT_THAT(text, HasSubstr("THƯ KÝ"));
    EXPECT_THAT(text, HasSubstr("CHỦ TỌA"));
    EXPECT_THAT(text, HasSubstr("Cuộc họp kết thúc vào 10 giờ 30 cùng ngày./."));
    EXPECT_THAT(text, Not(HasSubstr("ngày         tháng"))) << "minutes have no line for the date";
}

TEST_P(OutgoingKindsTest, lets_both_parties_sign_a_contract)
{
    for (const auto* kind : {"HĐ", "BTT", "BGN"}) {
        auto contract = of(kind);
        contract.details = {
            {"party_a", "Ủy ban nhân dân xã"}, {"party_b", "Công ty Mẫu"}, {"party_b_by", "Lê Văn Thử"}, {"party_b_post", "Giám đốc"}};
        const auto text = made(contract);
        EXPECT_THAT(text, HasSubstr("ĐẠI DIỆN BÊN A"));
        EXPECT_THAT(text, HasSubstr("ĐẠI DIỆN BÊN B"));
        EXPECT_THAT(text, HasSubstr("GIÁM ĐỐC"));
        EXPECT_THAT(text, HasSubstr("Lê Văn Thử"));
    }
}

TEST_P(OutgoingKindsTest, names_whom_a_telegram_and_an_invitation_address)
{
    EXPECT_THAT(made(of("CĐ")), HasSubstr("điện: UBND thị xã"));
    EXPECT_THAT(made(of("GM")), HasSubstr("trân trọng kính mời: UBND thị xã"));
    EXPECT_THAT(made(of("BC")), HasSubstr("Kính gửi: UBND thị xã"));
    EXPECT_THAT(made(of("BC")), HasSubstr("- Như trên (bc);"));
    auto two = of("CV");
    two.recipients.push_back({.kind = RecipientKind::outside, .name = "Các thôn", .addressee = true});
    const auto text = made(two);
    EXPECT_THAT(text, HasSubstr("- Như trên;"));
    EXPECT_THAT(text, HasSubstr("- UBND thị xã (bc);")) << "of two addressees each keeps his mark";
}

TEST_P(OutgoingKindsTest, prints_the_boxes_that_a_draft_asks_for) // Phụ lục I ô số 11, 12, 13
{
    database().write(AgencyId{}, [&](db::Tx& tx) {
        tx.execute("UPDATE agency SET address = 'Thôn Hải Tân', email = 'xa@mau.gov.vn' WHERE id = $1", ours_.id);
    });
    auto what = of("KH");
    what.circulation = Circulation::inside_only;
    what.initials = "TTS";
    what.copy_count = 15;
    what.with_address = true;
    what.enclosed_to = "Quyết định số 12/QĐ-UBND ngày 04/5/2022";
    const auto view = outgoing_.create(officer(), what);
    const auto text = text_of(view);
    EXPECT_THAT(text, HasSubstr("LƯU HÀNH NỘI BỘ"));
    EXPECT_THAT(text, HasSubstr("- Lưu: VT, VP, TTS.(15)."));
    const auto bytes = bytes_of(view);
    const archive::ZipReader zip{bytes};
    EXPECT_TRUE(std::any_of(zip.entries().begin(), zip.entries().end(), [&](const auto& entry) {
        return entry.name.find("footer") != std::string::npos && zip.read(entry).find("Địa chỉ: Thôn Hải Tân") != std::string::npos;
    })) << "box 13 stands at the foot of the first page";
    EXPECT_THAT(text, HasSubstr("(Kèm theo Quyết định số 12/QĐ-UBND ngày 04/5/2022)"));
}

TEST_P(OutgoingKindsTest, refuses_lines_that_the_kind_has_not)
{
    auto what = of("KH");
    what.details = {{"time", "7 giờ"}};
    what.copy_count = 1000;
    EXPECT_THAT(faults_thrown_by([&] { outgoing_.create(officer(), what); }),
                testing::UnorderedElementsAre("/details/0/name: unknown", "/copy_count: range"));
    auto invitation = of("GM");
    invitation.details = {{"time", "7 giờ"}, {"time", "8 giờ"}};
    EXPECT_EQ(fault_of([&] { outgoing_.create(officer(), invitation); }), "/details/1/name: twice");
}

TEST_P(OutgoingKindsTest, keeps_internal_documents_inside_and_in_their_own_book)
{
    appoint(ours_, ours_.chairman);
    auto what = of("TB");
    what.internal = true;
    what.recipients = {{.kind = RecipientKind::agency, .target = theirs_.id.uuid, .name = "UBND xã Phổ Bên"}};
    EXPECT_EQ(fault_of([&] { outgoing_.create(officer(), what); }), "/recipients/0/target: inside_only");
    what.recipients = {{.kind = RecipientKind::person, .target = ours_.colleague.uuid, .name = "Ông Bạn"}};
    EXPECT_EQ(numbered(what).book, ours_.book) << "no book of their own: the common one";
    const auto book = Id<numbering::Book>::make();
    database().write(ours_.id, [&](db::Tx& tx) {
        tx.insert("book",
                  numbering::Book{.agency = ours_.id,
                                  .id = book,
                                  .body = ours_.body,
                                  .direction = numbering::Direction::outgoing,
                                  .name = "Văn bản nội bộ",
                                  .kinds = "NB"});
    });
    const auto view = numbered(what);
    EXPECT_EQ(view.book, book);
    EXPECT_EQ(view.symbol, "01/TB-UBND");
}

} // namespace congso
