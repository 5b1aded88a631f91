#include "lib/base/bytes.h"
#include "office/audit/audit_service.h"
#include "tests/support/office_fixture.h"

#include <gmock/gmock.h>

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
    std::vector<std::string> verify() { return audit.verify(database(), office.agency.id); }
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

// Phụ lục VI
TEST_P(AuditTest, every_way_of_rewriting_the_chain_is_seen)
{
    const std::vector<std::string> attacks{"UPDATE audit_link SET action = 'nothing' WHERE agency = $1 AND sequence = 2",
                                           "UPDATE audit_link SET at = at + 1 WHERE agency = $1 AND sequence = 3",
                                           "UPDATE audit_event SET detail = '{\"a\":\"b\"}' WHERE agency = $1 AND sequence = 2",
                                           "UPDATE audit_link SET hash = 'x' WHERE agency = $1 AND sequence = 1",
                                           "UPDATE audit_head SET hash = 'x' WHERE agency = $1",
                                           "UPDATE audit_checkpoint SET hash = 'x' WHERE agency = $1",
                                           "UPDATE audit_checkpoint SET code = 'x' WHERE agency = $1",
                                           "UPDATE audit_checkpoint SET sequence = 9 WHERE agency = $1",
                                           "DELETE FROM audit_head WHERE agency = $1",
                                           "DELETE FROM audit_link WHERE agency = $1 AND sequence = 2",
                                           "DELETE FROM audit_link WHERE agency = $1 AND sequence = 3"};
    for (std::size_t i = 0; i < attacks.size(); ++i) {
        test::Office attacked{database(), "UBND xã " + std::to_string(i)};
        for (int step = 0; step < 3; ++step)
            database().write(attacked.agency.id,
                             [&](db::Tx& tx) { audit.record(tx, attacked.as(attacked.clerk), "step", "incoming", record); });
        audit.checkpoint(database(), attacked.agency.id);
        ASSERT_TRUE(audit.verify(database(), attacked.agency.id).empty());
        database().write(attacked.agency.id, [&](db::Tx& tx) { tx.execute(attacks[i], tx.agency()); });
        EXPECT_FALSE(audit.verify(database(), attacked.agency.id).empty()) << attacks[i];
    }
}

// Who holds the database but not the files beside it: he chains everything anew and signs it with a key of his own.
TEST_P(AuditTest, a_history_signed_with_another_key_is_seen)
{
    for (int i = 0; i < 3; ++i)
        tell("step");
    audit.checkpoint(database(), office.agency.id);
    change("DELETE FROM audit_checkpoint WHERE agency = $1");
    change("DELETE FROM audit_event WHERE agency = $1");
    change("DELETE FROM audit_link WHERE agency = $1");
    change("DELETE FROM audit_head WHERE agency = $1");
    AuditTrail forger{clock, crypto::Ed25519Key::make()};
    for (int i = 0; i < 4; ++i)
        database().write(office.agency.id, [&](db::Tx& tx) { forger.record(tx, office.as(office.clerk), "other", "incoming", record); });
    forger.checkpoint(database(), office.agency.id);
    EXPECT_TRUE(forger.verify(database(), office.agency.id).empty()) << "the forged chain is whole in itself";
    EXPECT_THAT(verify(),
                testing::UnorderedElementsAre("audit link 3: differs from the head that was signed",
                                              testing::HasSubstr("which is no key of this installation")));
    EXPECT_TRUE(AuditTrail(clock, key).verify(database(), office.agency.id).size() == 1) << "also without the head that was kept";
}

TEST_P(AuditTest, a_tail_cut_with_its_checkpoints_is_seen_and_not_signed_over)
{
    tell("a");
    audit.checkpoint(database(), office.agency.id);
    tell("b");
    const auto printed = audit.checkpoint(database(), office.agency.id)->code;
    const auto find = [&] {
        const AuditKeys keys{key};
        return database().read(office.agency.id, [&](db::Tx& tx) { return AuditTrail::find_proof(tx, printed, keys).has_value(); });
    };
    EXPECT_TRUE(find());
    change("DELETE FROM audit_checkpoint WHERE agency = $1 AND sequence = 2");
    change("DELETE FROM audit_event WHERE agency = $1 AND sequence = 2");
    change("DELETE FROM audit_link WHERE agency = $1 AND sequence = 2");
    change("UPDATE audit_head SET sequence = 1, hash = (SELECT hash FROM audit_link WHERE agency = $1) WHERE agency = $1");
    EXPECT_THAT(verify(), testing::ElementsAre("audit chain: ends with 1, but 2 was signed"));
    EXPECT_TRUE(AuditTrail(clock, key).verify(database(), office.agency.id).empty()) << "without the kept head only the paper knows";
    EXPECT_FALSE(find()) << "the printed code leads nowhere";
    tell("c");
    try {
        audit.checkpoint(database(), office.agency.id);
        FAIL() << "another tail was signed over the cut";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "audit.chain_cut");
    }
}

TEST_P(AuditTest, a_long_chain_is_replayed_in_short_reads_while_it_grows)
{
    database().write(office.agency.id, [&](db::Tx& tx) {
        for (int i = 0; i < 1200; ++i)
            audit.record(tx, office.as(office.clerk), "step", "incoming", record);
    });
    audit.checkpoint(database(), office.agency.id);
    EXPECT_TRUE(verify().empty());
    change("UPDATE audit_event SET detail = '{}x' WHERE agency = $1 AND sequence IN (1, 1000, 1001, 1200)");
    EXPECT_THAT(verify(),
                testing::ElementsAre("audit link 1: its detail was changed", "audit link 1000: its detail was changed",
                                     "audit link 1001: its detail was changed", "audit link 1200: its detail was changed"));
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

TEST(AuditKeys, keys_and_heads_outlive_the_program_and_a_lost_key_is_told)
{
    const test::TempDirectory directory;
    const ManualClock clock{Time::at(Date::of(2022, 5, 4), 435, 420)};
    const AgencyId agency = AgencyId::make();
    std::string first;
    {
        AuditKeys keys{directory.path()};
        EXPECT_TRUE(keys.is_new());
        EXPECT_TRUE(keys.faults().empty()) << "nothing was signed yet";
        keys.make(clock.now());
        first = to_hex(keys.key().public_key());
        keys.keep_head({.agency = agency, .sequence = 7, .hash = "x", .at = {}, .public_key = first, .signature = {}, .code = {}});
        keys.keep_head({.agency = agency, .sequence = 6, .hash = "y", .at = {}, .public_key = first, .signature = {}, .code = {}});
    }
    AuditKeys again{directory.path()};
    EXPECT_EQ(to_hex(again.key().public_key()), first);
    EXPECT_EQ(again.find_head(agency)->sequence, 7) << "an earlier head does not replace a later one";
    EXPECT_TRUE(again.faults().empty());
    again.make(clock.now());
    EXPECT_TRUE(again.knows(first));
    EXPECT_TRUE(AuditKeys{directory.path()}.knows(to_hex(again.key().public_key())));

    std::filesystem::remove(directory.path() / "audit.key");
    const AuditKeys lost{directory.path()};
    EXPECT_THAT(lost.faults(), testing::ElementsAre("audit key: keys/audit.key is lost"));
    EXPECT_THROW(static_cast<void>(lost.key()), Error);
    crypto::Ed25519Key::load_or_create(directory.path() / "audit.key");
    EXPECT_THAT(AuditKeys{directory.path()}.faults(),
                testing::ElementsAre("audit key: keys/audit.key is none of those that keys/audit.keys lists"));
    std::filesystem::remove(directory.path() / "audit.keys");
    EXPECT_THAT(AuditKeys{directory.path()}.faults(), testing::ElementsAre(testing::HasSubstr("keys/audit.keys, which lists")));
}

TEST(AuditCode, is_read_as_people_type_it)
{
    EXPECT_EQ(audit::code_as_printed("7k2m 9oqd x3fa"), "7K2M-90QD-X3FA");
    EXPECT_EQ(audit::code_as_printed("7K2M-9OQD-XLIA"), "7K2M-90QD-X11A");
}

} // namespace congso
