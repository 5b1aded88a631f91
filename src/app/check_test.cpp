#include "app/check.h"

#include "app/commands.h"
#include "app/setup.h"
#include "lib/crypto/password.h"
#include "lib/crypto/secret_file.h"
#include "lib/db/migrate.h"
#include "tests/support/temp_database.h"

#include <gmock/gmock.h>

namespace congso::app {

namespace {

namespace fs = std::filesystem;
using testing::AllOf, testing::Contains, testing::ElementsAre, testing::HasSubstr, testing::IsEmpty, testing::Not;

class CheckTest : public test::DatabaseTest {
protected:
    CheckTest()
    {
        crypto::password::set_limits(1, 1024);
        app_.emplace(config_, data_, database(), clock_);
        create_first_agency(*app_,
                            {.agency = "Ủy ban nhân dân xã Phổ Mẫu",
                             .place = "Phổ Mẫu",
                             .administrator = "Lê Thị Lan",
                             .username = "quantri",
                             .password = "mot-mat-khau-dai"});
        agency_ = app_->org.list_hosted().at(0).id;
        tell();
    }

    void tell()
    {
        database().write(agency_, [&](db::Tx& tx) { app_->audit.record(tx, Actor{agency_, {}, {}}, "step", "agency", agency_.uuid); });
    }
    std::string sign() { return app_->audit.checkpoint(database(), agency_)->code; }
    void change(std::string_view sql)
    {
        database().write(agency_, [&](db::Tx& tx) { tx.execute(sql, tx.agency()); });
    }
    std::vector<std::string> chain_faults() { return check(*app_).agencies.at(0).faults; }
    void restart()
    {
        app_.reset();
        app_.emplace(config_, data_, database(), clock_);
    }

    test::TempDirectory directory_;
    Config config_{.data = directory_.path() / "office"};
    DataDirectory data_{config_.data, DataDirectory::Open::exclusive};
    SystemClock clock_;
    std::optional<App> app_;
    AgencyId agency_;
};
CONGSO_BOTH_ENGINES(CheckTest);

} // namespace

TEST_P(CheckTest, a_printed_code_is_proven_however_it_is_typed)
{
    const auto code = sign();
    tell();
    sign();
    const auto report = check(*app_, code);
    EXPECT_TRUE(report.clean);
    ASSERT_TRUE(report.proven);
    EXPECT_EQ(report.proven->sequence, 2);
    EXPECT_EQ(report.proven->agency, "Ủy ban nhân dân xã Phổ Mẫu");
    const auto other = check(*app_, "7K2M-90QD-X3FA");
    EXPECT_FALSE(other.clean);
    EXPECT_THAT(other.faults, ElementsAre(HasSubstr("code 7K2M-90QD-X3FA: no signed head has it")));
}

TEST_P(CheckTest, a_lost_key_is_told_and_never_replaced_in_silence)
{
    sign();
    EXPECT_THAT(check(*app_).faults, IsEmpty());
    fs::remove(data_.keys() / "audit.key");
    EXPECT_THAT(check(*app_).faults, ElementsAre("audit key: keys/audit.key is lost")) << "while the server still has it in memory";
    restart();
    EXPECT_THAT(check(*app_).faults, ElementsAre("audit key: keys/audit.key is lost"));
    EXPECT_FALSE(fs::exists(data_.keys() / "audit.key")) << "a check makes no key";
    EXPECT_THROW(app_->establish_keys(), Error);
    EXPECT_FALSE(fs::exists(data_.keys() / "audit.key"));
    fs::remove(data_.keys() / "audit.keys");
    fs::remove(data_.keys() / "audit.heads");
    restart();
    EXPECT_THAT(chain_faults(), Contains(HasSubstr("which is no key of this installation"))) << "the chain itself says that it was signed";
    EXPECT_THROW(app_->establish_keys(), Error);
}

TEST_P(CheckTest, a_renewed_key_is_listed_and_the_old_signatures_stay_good)
{
    const auto old = sign();
    app_->audit_keys.make(clock_.now());
    tell();
    EXPECT_NE(sign(), old);
    EXPECT_TRUE(check(*app_, old).clean);
    restart();
    app_->establish_keys();
    EXPECT_TRUE(check(*app_, old).clean);
}

TEST_P(CheckTest, a_key_put_in_place_of_the_own_one_is_seen)
{
    sign();
    crypto::Ed25519Key::replace(data_.keys() / "audit.key");
    EXPECT_THAT(check(*app_).faults, ElementsAre(HasSubstr("none of those that keys/audit.keys lists")));
}

TEST_P(CheckTest, a_cut_table_does_not_reach_the_head_that_lies_beside_it)
{
    sign();
    tell();
    const auto printed = sign();
    change("DELETE FROM audit_checkpoint WHERE agency = $1 AND sequence > 2");
    change("DELETE FROM audit_event WHERE agency = $1 AND sequence > 2");
    change("DELETE FROM audit_link WHERE agency = $1 AND sequence > 2");
    change("UPDATE audit_head SET sequence = 2, hash = (SELECT hash FROM audit_link WHERE agency = $1 AND sequence = 2) WHERE agency = $1");
    restart();
    EXPECT_THAT(chain_faults(), Contains("audit chain: ends with 2, but 3 was signed"));
    fs::remove(data_.keys() / "audit.heads");
    restart();
    EXPECT_THAT(chain_faults(), Not(Contains(HasSubstr("audit"))));
    EXPECT_FALSE(check(*app_, printed).clean) << "the paper remembers what no file does";
}

} // namespace congso::app
