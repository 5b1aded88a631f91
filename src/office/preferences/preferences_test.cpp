#include "office/preferences/preferences_service.h"
#include "tests/support/office_fixture.h"

namespace congso {

using namespace preferences;

class PreferencesTest : public test::DatabaseTest {
protected:
    test::Office office{database(), "UBND xã Phổ Mẫu"};
    ManualClock clock{Time::at(Date::of(2022, 5, 4), 435, 420)};
    crypto::Ed25519Key key = crypto::Ed25519Key::make();
    AuditTrail audit{clock, key};
    PreferenceService service{database(), clock, audit};
    Actor clerk{office.agency.id, office.clerk, {Permission::signed_in}};
    Actor head{office.agency.id, office.head, {Permission::signed_in}};

    template <class F> static std::string fault_of(F&& act)
    {
        try {
            act();
        } catch (const Error& error) {
            return error.faults().empty() ? error.code() : error.faults().front().path + ": " + error.faults().front().code;
        }
        return "nothing was thrown";
    }
    std::size_t told()
    {
        return database().read(office.agency.id, [&](db::Tx& tx) { return audit.story(tx, office.clerk.uuid).size(); });
    }
};
CONGSO_BOTH_ENGINES(PreferencesTest);

TEST_P(PreferencesTest, everybody_begins_in_vietnamese_with_lists_of_normal_density_and_letter_keys)
{
    const auto first = service.get(clerk);
    EXPECT_EQ(first.language, Language::vi);
    EXPECT_EQ(first.theme, Theme::automatic);
    EXPECT_EQ(first.density, Density::normal);
    EXPECT_TRUE(first.single_letters);
    EXPECT_FALSE(first.folded);
    EXPECT_EQ(first.notices_seen_at.ms, 0);
}

TEST_P(PreferencesTest, a_change_names_only_what_it_changes_and_is_the_persons_own)
{
    service.change(
        clerk, {.language = Language::en, .theme = {}, .density = Density::dense, .single_letters = {}, .folded = {}, .notices_seen = {}});
    service.change(clerk,
                   {.language = {}, .theme = Theme::dark, .density = {}, .single_letters = false, .folded = true, .notices_seen = {}});
    const auto now = service.get(clerk);
    EXPECT_EQ(now.language, Language::en);
    EXPECT_EQ(now.theme, Theme::dark);
    EXPECT_EQ(now.density, Density::dense);
    EXPECT_FALSE(now.single_letters);
    EXPECT_TRUE(now.folded);
    EXPECT_EQ(service.get(head).language, Language::vi);
    EXPECT_EQ(told(), 2U);
}

TEST_P(PreferencesTest, looking_at_the_notices_keeps_the_moment_and_tells_no_story)
{
    service.change(clerk, {.language = {}, .theme = {}, .density = {}, .single_letters = {}, .folded = {}, .notices_seen = true});
    EXPECT_EQ(service.get(clerk).notices_seen_at, clock.now());
    clock.advance_ms(60'000);
    service.change(clerk, {.language = {}, .theme = {}, .density = {}, .single_letters = {}, .folded = {}, .notices_seen = false});
    EXPECT_EQ(service.get(clerk).notices_seen_at.plus_ms(60'000), clock.now());
    EXPECT_EQ(told(), 0U);
}

// Phụ lục VI
TEST_P(PreferencesTest, columns_of_a_list_are_chosen_by_each_person_and_list)
{
    const auto hide = [&](ColumnList list, const char* columns) {
        PreferencesChange change;
        change.hidden = HiddenColumns{list, columns};
        return service.change(clerk, change);
    };
    hide(ColumnList::outgoing, "drafter");
    hide(ColumnList::incoming, "issuer,lead");
    const auto chosen = service.get(clerk).hidden;
    ASSERT_EQ(chosen.size(), 2U);
    EXPECT_EQ(chosen[0].columns, "issuer,lead");
    EXPECT_EQ(chosen[1].list, ColumnList::outgoing);
    EXPECT_TRUE(service.get(head).hidden.empty());
    EXPECT_EQ(hide(ColumnList::incoming, "").hidden.size(), 1U);
    EXPECT_EQ(told(), 3U);
    for (const auto* const wrong : {"Issuer", "a b", "a;b"})
        EXPECT_EQ(fault_of([&] { hide(ColumnList::incoming, wrong); }), "/hidden/columns: unknown") << wrong;
    EXPECT_EQ(fault_of([&] { hide(ColumnList::incoming, std::string(201, 'a').c_str()); }), "/hidden/columns: too_long");
    EXPECT_EQ(service.get(clerk).hidden.size(), 1U);
}

TEST_P(PreferencesTest, who_may_not_sign_in_has_none)
{
    EXPECT_THROW(service.get(Actor(office.agency.id, office.clerk, {})), Error);
    EXPECT_THROW(service.change(Actor(office.agency.id, office.clerk, {}), {}), Error);
}

} // namespace congso
