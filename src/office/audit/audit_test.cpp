#include "office/audit/audit_service.h"
#include "tests/support/office_fixture.h"

namespace congso {

class AuditTest : public test::DatabaseTest {
protected:
    test::Office office{database(), "UBND xã Phổ Mẫu"};
    ManualClock clock{Time::at(Date::of(2022, 5, 4), 435, 420)};
    crypto::Ed25519Key key = crypto::Ed25519Key::make();
    AuditTrail audit{clock, key};
    Uuid record = Uuid::make();

    void tell(std::string_view action)
    {
        database().write(office.agency.id, [&](db::Tx& tx) {
            audit.record(tx, office.as(office.clerk), action, "incoming", record, {{"subject", "sơ kết"}});
        });
    }
    std::vector<std::string> verify()
    {
        return database().read(office.agency.id, [&](db::Tx& tx) { return AuditTrail::verify(tx); });
    }
    void change(std::string_view sql)
    {
        database().write(office.agency.id, [&](db::Tx& tx) { tx.execute(sql, tx.agency()); });
    }
};
CONGSO_BOTH_ENGINES(AuditTest);

TEST_P(AuditTest, tells_the_story_of_a_record_newest_first)
{
    tell("incoming.registered");
    clock.advance_ms(1000);
    tell("incoming.submitted");
    const auto story = database().read(office.agency.id, [&](db::Tx& tx) { return audit.story(tx, record); });
    ASSERT_EQ(story.size(), 2U);
    EXPECT_EQ(story[0].action, "incoming.submitted");
    EXPECT_EQ(story[1].person_name, "Lê Thị Lan");
    EXPECT_EQ(story[1].detail, R"({"subject":"sơ kết"})");
}

TEST_P(AuditTest, a_chain_as_written_is_right_with_and_without_checkpoints)
{
    EXPECT_TRUE(verify().empty());
    tell("a");
    const auto first = audit.checkpoint(database(), office.agency.id);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->code.size(), 14U);
    EXPECT_EQ(audit.checkpoint(database(), office.agency.id)->sequence, first->sequence) << "nothing happened in between";
    tell("b");
    EXPECT_EQ(audit.checkpoint(database(), office.agency.id)->sequence, 2);
    EXPECT_TRUE(verify().empty());
}

TEST_P(AuditTest, every_way_of_rewriting_the_chain_is_seen)
{
    const std::vector<std::string> attacks{"UPDATE audit_link SET action = 'nothing' WHERE agency = $1 AND sequence = 2",
                                           "UPDATE audit_link SET at = at + 1 WHERE agency = $1 AND sequence = 3",
                                           "UPDATE audit_event SET detail = '{}' WHERE agency = $1 AND sequence = 2",
                                           "UPDATE audit_link SET hash = 'x' WHERE agency = $1 AND sequence = 1",
                                           "UPDATE audit_checkpoint SET hash = 'x' WHERE agency = $1",
                                           "DELETE FROM audit_link WHERE agency = $1 AND sequence = 2",
                                           "DELETE FROM audit_link WHERE agency = $1 AND sequence = 3"};
    for (int i = 0; i < 3; ++i)
        tell("step");
    audit.checkpoint(database(), office.agency.id);
    ASSERT_TRUE(verify().empty());
    for (const auto& attack : attacks) {
        class Undone { };
        try {
            database().write(office.agency.id, [&](db::Tx& tx) {
                tx.execute(attack, tx.agency());
                EXPECT_FALSE(AuditTrail::verify(tx).empty()) << attack;
                throw Undone{};
            });
        } catch (const Undone&) {
        }
    }
    EXPECT_TRUE(verify().empty());
}

TEST_P(AuditTest, an_erased_detail_leaves_the_chain_right)
{
    tell("a");
    tell("b");
    change("DELETE FROM audit_event WHERE agency = $1 AND sequence = 1");
    EXPECT_TRUE(verify().empty());
}

TEST_P(AuditTest, agencies_have_chains_of_their_own)
{
    test::Office other{database(), "UBND thị xã Đức Mẫu"};
    tell("a");
    database().write(other.agency.id, [&](db::Tx& tx) { audit.record(tx, other.as(other.clerk), "b", "incoming", record); });
    EXPECT_EQ(database().read(other.agency.id, [&](db::Tx& tx) { return audit.story(tx, record).size(); }), 1U);
    EXPECT_EQ(audit.checkpoint(database(), other.agency.id)->sequence, 1);
}

} // namespace congso
