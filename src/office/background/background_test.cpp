#include "office/background/background_service.h"

#include "lib/jobs/runner.h"
#include "tests/support/office_fixture.h"

namespace congso {

namespace {

struct Letter {
    std::string to;
};
BOOST_DESCRIBE_STRUCT(Letter, (), (to))

} // namespace

class BackgroundTest : public test::DatabaseTest {
protected:
    BackgroundTest()
    {
        runner_.on<Letter>("test.letter", [this](AgencyId, const Letter&) {
            if (!reachable_)
                throw Error::unavailable("letter.no_way");
        });
    }

    // A job of the agency after all its attempts.
    Id<jobs::Job> give_up()
    {
        const auto id = database().write(office_.agency.id, [&](db::Tx& tx) { return queue_.add(tx, "test.letter", Letter{"Đức Mẫu"}); });
        for (int i = 0; i < jobs::most_attempts; ++i) {
            runner_.run_due();
            clock_.advance_ms(3'600'000);
        }
        return id;
    }

    ManualClock clock_{Time{1'651'600'000'000}};
    test::Office office_{database(), "UBND xã Phổ Mẫu"}, other_{database(), "UBND xã Khác"};
    crypto::Ed25519Key key_ = crypto::Ed25519Key::make();
    AuditTrail audit_{clock_, key_};
    jobs::Queue queue_{clock_};
    jobs::Runner runner_{database(), queue_};
    BackgroundService service_{database(), clock_, audit_, queue_};
    Actor administrator_{office_.agency.id, office_.clerk, {Permission::signed_in, Permission::manage_people}};
    bool reachable_ = false;
};
CONGSO_BOTH_ENGINES(BackgroundTest);

TEST_P(BackgroundTest, an_administrator_sees_what_was_given_up_and_has_it_tried_again)
{
    EXPECT_TRUE(service_.list_failed(administrator_).empty());
    const auto id = give_up();
    const auto failed = service_.list_failed(administrator_);
    ASSERT_EQ(failed.size(), 1U);
    EXPECT_EQ(failed[0].id, id);
    EXPECT_EQ(failed[0].kind, "test.letter");
    EXPECT_EQ(failed[0].attempts, jobs::most_attempts);
    EXPECT_EQ(failed[0].error.substr(0, 13), "letter.no_way");
    reachable_ = true;
    service_.retry(administrator_, id);
    EXPECT_TRUE(service_.list_failed(administrator_).empty());
    EXPECT_EQ(runner_.run_due(), 1);
    EXPECT_THROW(service_.retry(administrator_, id), Error) << "it is done";
}

TEST_P(BackgroundTest, nobody_else_sees_it)
{
    const auto id = give_up();
    EXPECT_THROW(service_.list_failed(office_.as(office_.clerk)), Error);
    EXPECT_THROW(service_.retry(office_.as(office_.clerk), id), Error);
    const Actor stranger{other_.agency.id, other_.clerk, {Permission::signed_in, Permission::manage_people}};
    EXPECT_TRUE(service_.list_failed(stranger).empty());
    try {
        service_.retry(stranger, id);
        FAIL() << "another agency's";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "not_found");
    }
}

} // namespace congso
