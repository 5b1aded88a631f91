#include "office/outgoing/kinds_service.h"

#include "tests/support/outgoing_fixture.h"

// Which kinds an agency issues, and which checks their drafts go through.
namespace congso {

namespace {

using namespace outgoing;
using test::fault_of;
using test::faults_thrown_by;
using testing::ElementsAre;

class KindsTest : public test::OutgoingFixture {
protected:
    KindsTest() { appoint(ours_, ours_.chairman); }

    Actor administrator() { return {ours_.id, ours_.clerk, {Permission::signed_in, Permission::manage_people}}; }
    Kind kind(const std::string& code)
    {
        for (const auto& one : outgoing_.list_kinds(officer()))
            if (one.code == code)
                return one;
        throw std::runtime_error{"no such kind"};
    }
    Kind set(const std::string& code, bool used, CheckNeed content = CheckNeed::optional, CheckNeed format = CheckNeed::optional)
    {
        return kinds_.save(administrator(), {code, kind(code).version, used, content, format});
    }

    KindService kinds_{database(), clock_, audit_};
};
CONGSO_BOTH_ENGINES(KindsTest);

} // namespace

TEST_P(KindsTest, a_kind_that_the_agency_does_not_issue_begins_no_draft_and_what_is_there_stays)
{
    const auto there = outgoing_.create(officer(), draft());
    EXPECT_FALSE(set("BC", false).used);
    EXPECT_EQ(fault_of([&] { outgoing_.create(officer(), draft()); }), "/kind: not_used");
    auto other = draft();
    other.kind = "TB";
    const auto notice = outgoing_.create(officer(), other);
    auto change = draft("Báo cáo đã sửa");
    change.id = there.id;
    change.version = there.version;
    EXPECT_EQ(outgoing_.change(officer(), change).subject, "Báo cáo đã sửa") << "the draft that is there goes on";
    change.id = notice.id;
    change.version = notice.version;
    EXPECT_EQ(fault_of([&] { outgoing_.change(officer(), change); }), "/kind: not_used");
    EXPECT_TRUE(set("BC", true).used);
    outgoing_.create(officer(), draft());
}

TEST_P(KindsTest, a_kind_says_which_checks_its_drafts_go_through)
{
    set("BC", true, CheckNeed::required, CheckNeed::none);
    const auto id = outgoing_.create(officer(), draft()).id;
    EXPECT_EQ(fault_of([&] { outgoing_.submit(officer(), {.id = id}); }), "/content_checker: required");
    EXPECT_THAT(faults_thrown_by([&] { outgoing_.submit(officer(), {.id = id, .format_checker = ours_.office_head}); }),
                ElementsAre("/content_checker: required", "/format_checker: not_checked"));
    const auto submitted = outgoing_.submit(officer(), {.id = id, .content_checker = ours_.office_head});
    EXPECT_EQ(submitted.state, State::reviewing);
    EXPECT_EQ(outgoing_.approve(office_head(), {.id = id}).state, State::submitted) << "then it lies before its signer";

    auto unsigned_draft = draft();
    unsigned_draft.signer.reset();
    const auto asked = outgoing_.create(officer(), unsigned_draft).id;
    EXPECT_EQ(outgoing_.submit(officer(), {.id = asked, .commenters = {ours_.colleague}}).state, State::reviewing)
        << "who only asks for opinions needs no checker yet";
    auto other = draft();
    other.kind = "TB";
    EXPECT_EQ(outgoing_.submit(officer(), {.id = outgoing_.create(officer(), other).id}).state, State::submitted)
        << "another kind as before";
}

TEST_P(KindsTest, who_may_not_and_what_is_not_there_is_refused_and_the_story_tells_a_change)
{
    const auto known = kind("BC");
    EXPECT_EQ(fault_of([&] { kinds_.save(officer(), {"BC", known.version, false, {}, {}}); }), "forbidden");
    EXPECT_EQ(fault_of([&] { kinds_.save(administrator(), {"BC", known.version + 1, false, {}, {}}); }), "stale");
    EXPECT_EQ(fault_of([&] { kinds_.save(administrator(), {"NĐ", 1, false, {}, {}}); }), "/code: unknown") << "it only arrives";
    EXPECT_EQ(fault_of([&] { kinds_.save(administrator(), {"xyz", 1, false, {}, {}}); }), "/code: unknown");
    set("BC", false, CheckNeed::required);
    const auto story = database().read(ours_.id, [&](db::Tx& tx) { return audit_.story(tx, ours_.id.uuid); });
    EXPECT_EQ(story.front().action, "kind.changed");
    EXPECT_THAT(story.front().detail, testing::HasSubstr("Báo cáo"));
    const Actor stranger{theirs_.id, theirs_.clerk, {Permission::signed_in, Permission::read_documents, Permission::draft_outgoing}};
    for (const auto& one : outgoing_.list_kinds(stranger))
        EXPECT_TRUE(one.used) << "another agency has its own";
}

} // namespace congso
