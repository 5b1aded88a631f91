#include "office/envelopes/envelopes_service.h"
#include "tests/support/incoming_fixture.h"

namespace congso {

using namespace envelopes;

class EnvelopesTest : public test::IncomingTest {
protected:
    EnvelopeService envelopes_{database(), clock, audit, org, service};

    EnvelopeEntry to_the_head() const
    {
        EnvelopeEntry made;
        made.sender = "Thị ủy Đức Mẫu";
        made.mark = "12-CV/TU";
        made.person = office.head;
        return made;
    }
};
CONGSO_BOTH_ENGINES(EnvelopesTest);

TEST_P(EnvelopesTest, what_is_addressed_by_name_is_entered_without_a_number_and_handed_over_unopened_dieu_21)
{
    const auto envelope = envelopes_.add(clerk(), to_the_head());
    EXPECT_EQ(envelope.addressee, "Nguyễn Văn Hải");
    EXPECT_EQ(envelope.arrived_on, Date::of(2022, 5, 4));
    EXPECT_EQ(service.register_document(clerk(), entry("1/KH-UBND")).arrival_number, 1) << "it took no number";
    const auto given = envelopes_.hand_over(clerk(), {envelope.id, {}});
    EXPECT_EQ(given.state, State::handed_over);
    EXPECT_EQ(given.handed_to, "Nguyễn Văn Hải");
    EXPECT_GT(given.handed_at.ms, 0);
    EXPECT_EQ(code_of([&] { envelopes_.hand_over(clerk(), {envelope.id, {}}); }), "envelope.not_now");
    EXPECT_EQ(envelopes_.list(clerk(), {}).items.size(), 1U);
    EXPECT_TRUE(envelopes_.list(clerk(), {.state = State::waiting}).items.empty());
}

TEST_P(EnvelopesTest, a_mass_organisation_is_named_and_every_wrong_field_is_told)
{
    EnvelopeEntry made;
    made.arrived_on = Date::of(2022, 5, 5);
    EXPECT_EQ(fault_of([&] { envelopes_.add(clerk(), made); }), "/sender: required");
    made.sender = "Thị đoàn Đức Mẫu";
    EXPECT_EQ(fault_of([&] { envelopes_.add(clerk(), made); }), "/addressee: required");
    made.addressee = "Đoàn Thanh niên xã";
    EXPECT_EQ(fault_of([&] { envelopes_.add(clerk(), made); }), "/arrived_on: future");
    made.arrived_on.reset();
    EXPECT_EQ(envelopes_.add(clerk(), made).addressee, "Đoàn Thanh niên xã");
    made.person = Id<org::Person>::make();
    EXPECT_EQ(fault_of([&] { envelopes_.add(clerk(), made); }), "/person: unknown");
}

TEST_P(EnvelopesTest, what_was_in_it_becomes_an_incoming_document_once_dieu_21)
{
    const auto envelope = envelopes_.add(clerk(), to_the_head());
    EXPECT_EQ(code_of([&] { envelopes_.link(clerk(), {envelope.id, Id<incoming::Incoming>::make()}); }), "not_found");
    EXPECT_EQ(fault_of([&] { envelopes_.link(clerk(), {envelope.id, arrive("9/CV")}); }), "/document: unknown") << "it is in no book yet";
    const auto document = service.register_document(clerk(), entry("12-CV/TU"));
    EXPECT_EQ(envelopes_.link(clerk(), {envelope.id, document.id}).document, document.id);
    EXPECT_EQ(code_of([&] { envelopes_.link(clerk(), {envelope.id, document.id}); }), "envelope.not_now");
    for (const auto& rule : EnvelopeService::rules())
        EXPECT_TRUE(database().read(office.agency.id, [&](db::Tx& tx) { return tx.list<std::string>(rule.sql, tx.agency()); }).empty());
}

TEST_P(EnvelopesTest, only_a_clerk_of_the_agency_keeps_them)
{
    const auto envelope = envelopes_.add(clerk(), to_the_head());
    EXPECT_EQ(code_of([&] { envelopes_.add(officer(), to_the_head()); }), "forbidden");
    EXPECT_EQ(code_of([&] { envelopes_.list(head(), {}); }), "forbidden");
    test::Office strangers{database(), "UBND thị xã Đức Mẫu"};
    EXPECT_EQ(code_of([&] { envelopes_.hand_over(strangers.as(strangers.clerk), {envelope.id, {}}); }), "not_found");
    EXPECT_TRUE(envelopes_.list(strangers.as(strangers.clerk), {}).items.empty());
}

} // namespace congso
