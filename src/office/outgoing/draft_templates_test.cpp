#include "office/outgoing/draft_templates_service.h"

#include "lib/archive/zip.h"
#include "office/recipient_groups/recipient_groups_service.h"
#include "tests/support/outgoing_fixture.h"

// What a new draft of a kind begins with in an agency.
namespace congso {

namespace {

using namespace outgoing;
using test::fault_of;
using test::faults_thrown_by;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class DraftTemplatesTest : public test::OutgoingFixture {
protected:
    DraftTemplateService templates_{database(), clock_, audit_, org_};
    RecipientGroupService groups_{database(), clock_, audit_};

    Actor administrator() { return {ours_.id, ours_.clerk, {Permission::signed_in, Permission::manage_people}}; }
    DraftTemplateEntry decision() const
    {
        DraftTemplateEntry made;
        made.kind = "QĐ";
        made.opening = {{ParagraphStyle::basis, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015"}};
        made.closing = {{ParagraphStyle::article, "Điều 3. Quyết định này có hiệu lực kể từ ngày ký."}};
        made.recipients = {{.kind = RecipientKind::outside, .target = {}, .name = "Như Điều 3"},
                           {.kind = RecipientKind::unit, .target = ours_.unit.uuid, .name = "Văn phòng"}};
        return made;
    }
    Draft own_words()
    {
        auto made = draft("Về việc phân công trực");
        made.kind = "QĐ";
        made.text = {{ParagraphStyle::article, "Điều 1. Phân công trực."}};
        made.recipients.clear();
        made.from_template = true;
        return made;
    }
    static std::vector<std::string> words_of(const OutgoingView& view)
    {
        std::vector<std::string> words;
        for (const auto& paragraph : view.text)
            words.push_back(paragraph.text.substr(0, paragraph.text.find(' ', 14)));
        return words;
    }
};
CONGSO_BOTH_ENGINES(DraftTemplatesTest);

} // namespace

TEST_P(DraftTemplatesTest, a_draft_gets_the_agencys_words_around_its_own_and_its_recipients)
{
    templates_.save(administrator(), decision());
    const auto view = outgoing_.create(officer(), own_words());
    EXPECT_THAT(words_of(view), ElementsAre("Căn cứ Luật", "Điều 1. Phân", "Điều 3. Quyết"));
    ASSERT_EQ(view.recipients.size(), 2U);
    EXPECT_EQ(view.recipients[1].name, "Văn phòng");
    auto plain = own_words();
    plain.from_template = false;
    EXPECT_EQ(outgoing_.create(officer(), plain).text.size(), 1U) << "who does not ask for them writes alone";
    auto other = own_words();
    other.kind = "TB";
    EXPECT_EQ(outgoing_.create(officer(), other).text.size(), 1U) << "another kind has none";
}

TEST_P(DraftTemplatesTest, a_recipient_that_is_not_there_any_more_is_left_out)
{
    auto entry = decision();
    recipient_groups::GroupEntry group;
    group.name = "Tổ công tác";
    group.members = {{.kind = recipient_groups::MemberKind::unit, .target = ours_.unit.uuid}};
    const auto made = groups_.save(administrator(), group);
    entry.recipients = {{.kind = RecipientKind::group, .target = made.id.uuid, .name = made.name}};
    templates_.save(administrator(), entry);
    EXPECT_EQ(outgoing_.create(officer(), own_words()).recipients.size(), 1U);
    group.id = made.id;
    group.version = made.version;
    group.valid_to = Date::of(2022, 5, 3);
    groups_.save(administrator(), group);
    EXPECT_THAT(outgoing_.create(officer(), own_words()).recipients, IsEmpty());
}

// Phụ lục I: what is left to the agency changes, the boxes of the decree stay.
TEST_P(DraftTemplatesTest, the_text_is_set_as_the_agency_chose_within_the_decree)
{
    auto entry = decision();
    entry.text_style = templates::TextStyle{26, 150, 100, 8};
    templates_.save(administrator(), entry);
    const auto view = outgoing_.create(officer(), own_words());
    std::ifstream file{blobs_.path_of(view.versions.front().file.id), std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    const auto set = archive::ZipReader{bytes}.read("word/document.xml");
    EXPECT_THAT(set, HasSubstr("w:line=\"360\"")) << "1.5 lines of 240";
    EXPECT_THAT(set, HasSubstr("w:after=\"160\"")) << "8 pt";
    EXPECT_THAT(set, HasSubstr("w:firstLine=\"567\"")) << "1 cm";
    EXPECT_THAT(set, HasSubstr("QUYẾT ĐỊNH"));
}

// Phụ lục I: lề trang
TEST_P(DraftTemplatesTest, the_page_has_the_margins_that_the_agency_chose_within_the_decree)
{
    auto entry = decision();
    entry.margins = templates::Margins{25, 22, 35, 20};
    const auto saved = templates_.save(administrator(), entry);
    EXPECT_EQ(saved.margins.left_mm, 35);
    const auto view = outgoing_.create(officer(), own_words());
    std::ifstream file{blobs_.path_of(view.versions.front().file.id), std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    const auto set = archive::ZipReader{bytes}.read("word/document.xml");
    for (const auto* margin : {"w:top=\"1417\"", "w:bottom=\"1247\"", "w:left=\"1984\"", "w:right=\"1134\""})
        EXPECT_THAT(set, HasSubstr(margin));
    entry.version = saved.version;
    entry.margins = templates::Margins{19, 26, 36, 14};
    EXPECT_THAT(faults_thrown_by([&] { templates_.save(administrator(), entry); }),
                ElementsAre("/margins/top_mm: range", "/margins/bottom_mm: range", "/margins/left_mm: range", "/margins/right_mm: range"));
    entry.margins.reset();
    EXPECT_EQ(templates_.save(administrator(), entry).margins.right_mm, 15) << "the least when none is named";
}

TEST_P(DraftTemplatesTest, every_change_is_a_version_that_stays_and_is_told)
{
    const auto first = templates_.save(administrator(), decision());
    EXPECT_EQ(first.version, 1);
    auto entry = decision();
    EXPECT_EQ(fault_of([&] { templates_.save(administrator(), entry); }), "stale");
    entry.version = 1;
    entry.closing.clear();
    entry.note = "bỏ điều khoản thi hành";
    const auto second = templates_.save(administrator(), entry);
    EXPECT_EQ(second.version, 2);
    EXPECT_EQ(second.saved_by_name, "Võ Thị Thư");
    const auto versions = templates_.list_versions(administrator(), {"QĐ"});
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[0].note, "bỏ điều khoản thi hành");
    EXPECT_EQ(versions[1].closing.size(), 1U) << "the earlier one is as it was";
    ASSERT_EQ(templates_.list(officer()).size(), 1U);
    EXPECT_EQ(templates_.list(officer()).front().version, 2);
    const auto story = database().read(ours_.id, [&](db::Tx& tx) { return audit_.story(tx, ours_.id.uuid); });
    EXPECT_EQ(story.front().action, "draft_template.changed");
    EXPECT_THAT(story.front().detail, HasSubstr("bỏ điều khoản thi hành"));
    EXPECT_THAT(audit_.verify(database(), ours_.id), IsEmpty());
}

TEST_P(DraftTemplatesTest, every_wrong_field_is_told_at_once)
{
    DraftTemplateEntry entry;
    entry.kind = "NĐ";
    entry.opening = {{ParagraphStyle::basis, " "}};
    entry.recipients = {{.kind = RecipientKind::post, .target = Uuid::make(), .name = "Trưởng thôn"},
                        {.kind = RecipientKind::outside, .target = {}, .name = ""}};
    entry.text_style = templates::TextStyle{30, 90, 120, 5};
    EXPECT_THAT(faults_thrown_by([&] { templates_.save(administrator(), entry); }),
                ElementsAre("/kind: unknown", "/opening/0/text: required", "/text_style/half_points: range",
                            "/text_style/line_percent: range", "/text_style/gap_pt: range", "/text_style/indent_tenths_mm: range",
                            "/recipients/1/name: required", "/recipients/0/target: unknown"));
}

TEST_P(DraftTemplatesTest, another_role_and_another_agency_are_refused)
{
    EXPECT_EQ(fault_of([&] { templates_.save(officer(), decision()); }), "forbidden");
    EXPECT_EQ(fault_of([&] { templates_.list_versions(officer(), {"QĐ"}); }), "forbidden");
    templates_.save(administrator(), decision());
    const Actor stranger{theirs_.id, theirs_.clerk, {Permission::signed_in, Permission::manage_people}};
    EXPECT_THAT(templates_.list(stranger), IsEmpty());
    EXPECT_THAT(templates_.list_versions(stranger, {"QĐ"}), IsEmpty());
    auto theirs = decision();
    EXPECT_EQ(fault_of([&] { templates_.save(stranger, theirs); }), "/recipients/1/target: unknown") << "our unit is not theirs";
}

} // namespace congso
