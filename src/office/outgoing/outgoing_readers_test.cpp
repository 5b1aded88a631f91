#include "office/recipient_groups/recipient_groups_service.h"
#include "tests/support/outgoing_fixture.h"

// What an issued document does inside the agency: to posts and groups, to whom has looked at it and who has not, on paper.
namespace congso {

namespace {

using namespace outgoing;
using test::fault_of;
using test::faults_thrown_by;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class OutgoingReadersTest : public test::OutgoingFixture {
protected:
    OutgoingReadersTest()
    {
        appoint(ours_, ours_.chairman);
        database().write(ours_.id, [&](db::Tx& tx) {
            head_of_hamlet_ = hire(tx, "Nguyễn Hữu Đông", "officer", false);
            post_ = add_post(tx, "Trưởng thôn Hải Tân", head_of_hamlet_);
            friends_ = add_post(tx, "Chủ tịch Hội Nông dân xã", ours_.colleague);
            vacant_ = add_post(tx, "Trưởng thôn Vĩnh Lộc", {});
        });
        const Actor administrator{ours_.id, ours_.clerk, {Permission::manage_people}};
        recipient_groups::GroupEntry entry;
        entry.name = "Trưởng các thôn";
        entry.members = {{.kind = recipient_groups::MemberKind::post, .target = post_.uuid},
                         {.kind = recipient_groups::MemberKind::post, .target = vacant_.uuid}};
        hamlets_ = groups_.save(administrator, entry).id;
        entry.name = "Các đoàn thể";
        entry.members = {{.kind = recipient_groups::MemberKind::post, .target = friends_.uuid},
                         {.kind = recipient_groups::MemberKind::person, .target = ours_.office_head.uuid}};
        unions_ = groups_.save(administrator, entry).id;
    }

    static Id<org::Post> add_post(db::Tx& tx, const std::string& name, Id<org::Person> holder)
    {
        const auto id = Id<org::Post>::make();
        tx.insert("post", org::Post{.agency = tx.agency(), .id = id, .name = name});
        if (holder)
            tx.insert("holding",
                      org::Holding{.agency = tx.agency(), .id = Id<org::Holding>::make(), .person = holder, .post = id, .main = true});
        return id;
    }
    Draft notice_to(std::vector<Recipient> recipients)
    {
        auto made = draft("Lịch tiếp dân");
        made.kind = "TB";
        made.recipients = std::move(recipients);
        return made;
    }
    Recipient to_group(Id<recipient_groups::Group> group, const std::string& name) const
    {
        return {.kind = RecipientKind::group, .target = group.uuid, .name = name};
    }
    static const Delivery& of(const OutgoingView& view, Id<org::Person> person)
    {
        const auto at = std::find_if(view.deliveries.begin(), view.deliveries.end(), [&](const auto& one) { return one.person == person; });
        if (at == view.deliveries.end())
            throw std::runtime_error{"nothing was delivered to him"};
        return *at;
    }
    std::vector<std::string> broken_rules()
    {
        std::vector<std::string> faults;
        for (const auto& rule : OutgoingService::rules())
            database().read(ours_.id, [&](db::Tx& tx) {
                if (!tx.list<std::string>(rule.sql, tx.agency()).empty())
                    faults.emplace_back(rule.fault);
            });
        return faults;
    }

    RecipientGroupService groups_{database(), clock_, audit_};
    Id<org::Person> head_of_hamlet_;
    Id<org::Post> post_, friends_, vacant_;
    Id<recipient_groups::Group> hamlets_, unions_;
};
CONGSO_BOTH_ENGINES(OutgoingReadersTest);

} // namespace

TEST_P(OutgoingReadersTest, goes_to_whoever_belongs_to_a_group_that_day_and_says_through_which)
{
    const auto view = issued(notice_to(
        {to_group(unions_, "Các đoàn thể"), {.kind = RecipientKind::post, .target = friends_.uuid, .name = "Chủ tịch Hội Nông dân xã"}}));
    ASSERT_EQ(view.deliveries.size(), 2U);
    EXPECT_EQ(of(view, ours_.colleague).through, "Các đoàn thể\nChủ tịch Hội Nông dân xã");
    EXPECT_EQ(of(view, ours_.office_head).through, "Các đoàn thể");
    EXPECT_EQ(of(view, ours_.colleague).post_name, "Chủ tịch Hội Nông dân xã");
    EXPECT_THAT(waiting_for(colleague()), ElementsAre("read Lịch tiếp dân"));
    EXPECT_THAT(waiting_for(office_head()), ElementsAre("read Lịch tiếp dân"));
    EXPECT_EQ(of(view, ours_.colleague).read_at.ms, 0);
    outgoing_.get(colleague(), view.id);
    const auto seen = outgoing_.get(officer(), view.id);
    EXPECT_GT(of(seen, ours_.colleague).read_at.ms, 0) << "the sender sees who has looked at it";
    EXPECT_EQ(of(seen, ours_.office_head).read_at.ms, 0);
    EXPECT_GT(seen.recipients[1].read_at.ms, 0);
    EXPECT_THAT(waiting_for(colleague()), IsEmpty());
    EXPECT_THAT(broken_rules(), IsEmpty());
}

TEST_P(OutgoingReadersTest, is_refused_for_a_post_or_a_group_that_is_not_there_any_more)
{
    database().write(ours_.id, [&](db::Tx& tx) {
        tx.execute("UPDATE post SET valid_to = $3 WHERE agency = $1 AND id = $2", tx.agency(), vacant_, Date::of(2022, 5, 3));
        tx.execute("UPDATE recipient_group SET valid_to = $3 WHERE agency = $1 AND id = $2", tx.agency(), unions_, Date::of(2022, 5, 3));
    });
    const auto told = faults_thrown_by([&] {
        outgoing_.create(officer(),
                         notice_to({to_group(unions_, "Các đoàn thể"),
                                    {.kind = RecipientKind::post, .target = vacant_.uuid, .name = "Trưởng thôn Vĩnh Lộc"},
                                    {.kind = RecipientKind::group, .target = Uuid::make(), .name = "Không có"}}));
    });
    EXPECT_THAT(told, ElementsAre("/recipients/0/target: unknown", "/recipients/1/target: unknown", "/recipients/2/target: unknown"));
}

TEST_P(OutgoingReadersTest, says_that_nobody_has_it_where_a_post_is_vacant)
{
    const auto view = issued(notice_to({{.kind = RecipientKind::post, .target = vacant_.uuid, .name = "Trưởng thôn Vĩnh Lộc"}}));
    EXPECT_THAT(view.deliveries, IsEmpty());
    EXPECT_EQ(view.recipients.front().delivered_at.ms, 0);
    EXPECT_THAT(broken_rules(), IsEmpty());
}

TEST_P(OutgoingReadersTest, reminds_those_who_have_not_looked_once_a_day)
{
    const auto id = issued(notice_to({to_group(unions_, "Các đoàn thể"), to_group(hamlets_, "Trưởng các thôn")})).id;
    EXPECT_EQ(fault_of([&] { outgoing_.remind(colleague(), {id}); }), "outgoing.not_yours");
    outgoing_.get(office_head(), id);
    const auto view = outgoing_.remind(officer(), {id});
    EXPECT_GT(of(view, ours_.colleague).reminded_at.ms, 0);
    EXPECT_EQ(of(view, ours_.office_head).reminded_at.ms, 0) << "he has looked";
    EXPECT_EQ(of(view, head_of_hamlet_).reminded_at.ms, 0) << "he cannot look";
    EXPECT_THAT(waiting_for(colleague()), Contains("overdue Lịch tiếp dân"));
    EXPECT_EQ(fault_of([&] { outgoing_.remind(clerk(), {id}); }), "outgoing.reminded_today");
    EXPECT_THAT(broken_rules(), IsEmpty());
    clock_.set(clock_.now().plus_ms(24 * 3'600'000LL));
    EXPECT_GT(of(outgoing_.remind(clerk(), {id}), ours_.colleague).reminded_at.ms, of(view, ours_.colleague).reminded_at.ms);
    outgoing_.get(colleague(), id);
    EXPECT_THAT(waiting_for(colleague()), IsEmpty());
    EXPECT_THAT(outgoing_.get(officer(), id).acts, Not(Contains("remind")));
    EXPECT_EQ(fault_of([&] { outgoing_.remind(officer(), {id}); }), "outgoing.not_yours");
    EXPECT_THAT(broken_rules(), IsEmpty());
}

TEST_P(OutgoingReadersTest, waits_at_the_clerks_desk_until_people_without_an_account_have_the_paper)
{
    const auto view = issued(notice_to({to_group(hamlets_, "Trưởng các thôn")}));
    const auto& delivery = of(view, head_of_hamlet_);
    EXPECT_TRUE(delivery.on_paper);
    EXPECT_FALSE(delivery.handed_on.is_set());
    EXPECT_THAT(waiting_for(clerk()), ElementsAre("hand_out Lịch tiếp dân"));
    EXPECT_THAT(broken_rules(), IsEmpty());
    EXPECT_THAT(view.acts, Contains("hand_out"));
    HandOut entry{.id = view.id, .people = {head_of_hamlet_}};
    EXPECT_EQ(fault_of([&] { outgoing_.hand_out(officer(), entry); }), "forbidden");
    EXPECT_EQ(fault_of([&] { outgoing_.hand_out(their_clerk(), entry); }), "not_found");
    EXPECT_EQ(fault_of([&] { outgoing_.hand_out(clerk(), {.id = view.id}); }), "/people: required");
    EXPECT_EQ(fault_of([&] { outgoing_.hand_out(clerk(), {.id = view.id, .people = {ours_.colleague}}); }), "/people/0: no_paper");
    entry.handed_on = Date::of(2022, 5, 3);
    EXPECT_EQ(fault_of([&] { outgoing_.hand_out(clerk(), entry); }), "/handed_on: before_issue");
    entry.handed_on = Date::of(2022, 5, 5);
    EXPECT_EQ(fault_of([&] { outgoing_.hand_out(clerk(), entry); }), "/handed_on: future");
    entry.handed_on = clock_.today();
    entry.handed_to = "Phạm Thị Tuyết";
    const auto done = outgoing_.hand_out(clerk(), entry);
    EXPECT_EQ(of(done, head_of_hamlet_).handed_on, clock_.today());
    EXPECT_EQ(of(done, head_of_hamlet_).handed_to, "Phạm Thị Tuyết");
    EXPECT_THAT(waiting_for(clerk()), IsEmpty());
    EXPECT_EQ(done.story.front().action, "outgoing.handed_out");
    EXPECT_EQ(fault_of([&] { outgoing_.hand_out(clerk(), entry); }), "outgoing.not_yours") << "nothing lies there any more";
    EXPECT_THAT(broken_rules(), IsEmpty());
}

TEST_P(OutgoingReadersTest, what_somebody_had_not_looked_at_when_he_left_is_delivered_to_who_takes_over)
{
    const auto id = issued(notice_to({to_group(unions_, "Các đoàn thể")})).id;
    outgoing_.remind(officer(), {id});
    const auto take_over = [&](work::Action action, Id<org::Person> from, Id<org::Person> to) {
        database().write(ours_.id, [&](db::Tx& tx) { outgoing_.hand_over(tx, clerk(), id, action, from, to, ""); });
    };
    take_over(work::Action::overdue, ours_.colleague, ours_.chairman);
    take_over(work::Action::read, ours_.colleague, ours_.chairman);
    EXPECT_THAT(waiting_for(colleague()), IsEmpty());
    EXPECT_THAT(waiting_for(chairman()), ElementsAre("read Lịch tiếp dân"));
    const auto view = outgoing_.get(officer(), id);
    EXPECT_EQ(of(view, ours_.chairman).through, "Các đoàn thể");
    EXPECT_EQ(of(view, ours_.chairman).reminded_at.ms, 0);
    EXPECT_THAT(broken_rules(), IsEmpty());
    outgoing_.get(chairman(), id);
    take_over(work::Action::overdue, ours_.office_head, ours_.chairman);
    take_over(work::Action::read, ours_.office_head, ours_.chairman);
    EXPECT_THAT(waiting_for(chairman()), IsEmpty()) << "he has looked at it";
    EXPECT_EQ(outgoing_.get(officer(), id).deliveries.size(), 1U);
    EXPECT_THAT(broken_rules(), IsEmpty());
}

TEST_P(OutgoingReadersTest, what_was_recalled_is_handed_to_nobody)
{
    const auto id = issued(notice_to({to_group(hamlets_, "Trưởng các thôn")})).id;
    const auto view = outgoing_.recall(clerk(), {.id = id, .reason = "sai ngày"});
    EXPECT_THAT(view.acts, Not(Contains("hand_out")));
    EXPECT_THAT(waiting_for(clerk()), IsEmpty());
    EXPECT_THAT(broken_rules(), IsEmpty());
}

} // namespace congso
