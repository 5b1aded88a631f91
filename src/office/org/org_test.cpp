#include "office/org/org_service.h"
#include "tests/support/office_fixture.h"

namespace congso {

class OrgTest : public test::DatabaseTest {
protected:
    test::Office office{database(), "UBND xã Phổ Mẫu"};
    ManualClock clock{Time::at(Date::of(2022, 5, 4), 435, 420)};
    crypto::Ed25519Key key = crypto::Ed25519Key::make();
    AuditTrail audit{clock, key};
    OrgService org{database(), clock, audit};

    Actor administrator() const { return {office.agency.id, office.deputy, {Permission::signed_in, Permission::manage_people}}; }
    Actor officer() const { return office.as(office.officer); }
    template <class F> auto read(F&& body) { return database().read(office.agency.id, std::forward<F>(body)); }
    void execute(std::string_view sql)
    {
        database().write(office.agency.id, [&](db::Tx& tx) { tx.execute(sql, tx.agency()); });
    }
    std::vector<std::string> powers_of(Id<org::Person> person)
    {
        std::vector<std::string> lines;
        for (const auto& power : read([&](db::Tx& tx) { return org.signing_powers(tx, person, office.body.id); }))
            lines.push_back(describe::to_name(power.authority));
        return lines;
    }
    void mandate(Date from, Date to)
    {
        database().write(office.agency.id, [&](db::Tx& tx) {
            tx.insert("mandate",
                      org::Mandate{.agency = tx.agency(),
                                   .id = Id<org::Mandate>::make(),
                                   .kind = org::MandateKind::tuq,
                                   .from_person = office.head,
                                   .to_person = office.officer,
                                   .body = office.body.id,
                                   .signing_lines = "TUQ. CHỦ TỊCH\nCÔNG CHỨC",
                                   .scope = "xác nhận",
                                   .document = "12/GUQ-UBND",
                                   .valid_from = from,
                                   .valid_to = to});
        });
    }
    Id<org::Post> post(std::string_view name)
    {
        const auto posts = org.list_posts(administrator());
        return std::find_if(posts.begin(), posts.end(), [&](const auto& one) { return one.name == name; })->id;
    }
    template <class F> static std::string code_of(F&& act)
    {
        try {
            act();
        } catch (const Error& error) {
            return error.faults().empty() ? error.code() : error.faults().front().path + " " + error.faults().front().code;
        }
        return "";
    }
};
CONGSO_BOTH_ENGINES(OrgTest);

TEST_P(OrgTest, people_are_listed_by_their_given_name_with_what_they_are_today)
{
    for (const auto* name : {"Nguyễn Thị Ánh", "Đặng Văn Bảo", "Bùi Văn An"})
        org.save_person(administrator(), {.full_name = name});
    std::vector<std::string> names;
    for (const auto& row : org.list_people(officer()))
        if (row.post_name.empty())
            names.push_back(row.full_name);
    EXPECT_EQ(names, (std::vector<std::string>{"Bùi Văn An", "Nguyễn Thị Ánh", "Đặng Văn Bảo"}));
}

TEST_P(OrgTest, a_person_is_added_with_a_post_and_told_in_the_story)
{
    const auto made = org.save_person(administrator(), {.full_name = "Bùi Văn An", .email = "an@example.vn", .main_post = post("Văn thư")});
    EXPECT_EQ(made.person.version, 1);
    ASSERT_EQ(made.holdings.size(), 1U);
    EXPECT_EQ(made.holdings[0].valid_from, Date::of(2022, 5, 4));
    EXPECT_EQ(org.get_person(administrator(), made.person.id).person.email, "an@example.vn");
    EXPECT_EQ(read([&](db::Tx& tx) { return org.post_name(tx, made.person.id); }), "Văn thư");
    EXPECT_EQ(read([&](db::Tx& tx) { return audit.story(tx, made.person.id.uuid).at(0).action; }), "person.added");
}

TEST_P(OrgTest, a_new_main_post_ends_the_old_one_yesterday)
{
    const auto person = org.get_person(administrator(), office.officer).person;
    const auto changed =
        org.save_person(administrator(), {.id = person.id, .version = 1, .full_name = person.full_name, .main_post = post("Phó Chủ tịch")});
    ASSERT_EQ(changed.holdings.size(), 2U);
    EXPECT_TRUE(changed.holdings[0].main);
    EXPECT_EQ(changed.holdings[1].valid_to, Date::of(2022, 5, 3));
    EXPECT_EQ(read([&](db::Tx& tx) { return org.post_name(tx, person.id); }), "Phó Chủ tịch");
    EXPECT_EQ(powers_of(person.id), std::vector<std::string>{"kt"});
}

TEST_P(OrgTest, wrong_fields_are_named_and_a_stale_page_is_told)
{
    const auto save = [&](org::PersonEntry entry) {
        return code_of([&] { org.save_person(administrator(), entry); });
    };
    EXPECT_EQ(save({.full_name = ""}), "/full_name required");
    EXPECT_EQ(save({.full_name = std::string(401, 'a')}), "/full_name too_long");
    EXPECT_EQ(save({.full_name = "An", .email = std::string(201, 'a')}), "/email too_long");
    EXPECT_EQ(save({.full_name = "An", .phone = std::string(51, '1')}), "/phone too_long");
    EXPECT_EQ(save({.full_name = "An", .main_post = Id<org::Post>::make()}), "/main_post unknown");
    EXPECT_EQ(save({.id = office.officer, .full_name = "An"}), "/version required");
    EXPECT_EQ(save({.id = office.officer, .version = 7, .full_name = "An"}), "stale");
    EXPECT_EQ(save({.id = Id<org::Person>::make(), .version = 1, .full_name = "An"}), "not_found");
    EXPECT_EQ(save({.id = office.deputy, .version = 1, .full_name = "Hoa", .active = false}), "/active yourself");
}

TEST_P(OrgTest, a_post_that_has_ended_gives_nothing_to_who_still_holds_it)
{
    EXPECT_EQ(powers_of(office.head), std::vector<std::string>{"tm"});
    execute("UPDATE post SET valid_to = '2022-05-03' WHERE agency = $1 AND heads_agency = 1");
    EXPECT_TRUE(powers_of(office.head).empty());
    EXPECT_EQ(code_of([&] { read([&](db::Tx& tx) { return org.get_head(tx); }); }), "org.no_head");
    EXPECT_EQ(code_of([&] { org.save_person(administrator(), {.full_name = "An", .main_post = post("Chủ tịch")}); }), "/main_post unknown");
}

TEST_P(OrgTest, a_power_lasts_from_its_first_day_to_its_last)
{
    mandate(Date::of(2022, 5, 4), Date::of(2022, 5, 5));
    EXPECT_EQ(powers_of(office.officer), std::vector<std::string>{"tuq"});
    clock.advance_ms(24LL * 3600 * 1000);
    EXPECT_EQ(powers_of(office.officer), std::vector<std::string>{"tuq"});
    clock.advance_ms(24LL * 3600 * 1000);
    EXPECT_TRUE(powers_of(office.officer).empty()) << "Decree 30/2020 art. 13.4";
    EXPECT_TRUE(powers_of(office.clerk).empty());
}

TEST_P(OrgTest, who_has_left_signs_nothing_and_takes_no_work)
{
    const auto head = org.get_person(administrator(), office.head).person;
    org.save_person(administrator(), {.id = head.id, .version = 1, .full_name = head.full_name, .active = false});
    EXPECT_TRUE(powers_of(office.head).empty());
    EXPECT_EQ(code_of([&] { read([&](db::Tx& tx) { return org.get_head(tx); }); }), "org.no_head");
    EXPECT_EQ(code_of([&] { read([&](db::Tx& tx) { return org.get_active_person(tx, office.head); }); }), "person.inactive");
    const auto staff = read([&](db::Tx& tx) { return org.list_people_of_unit(tx, office.unit.id); });
    EXPECT_EQ(staff.size(), 3U);
}

TEST_P(OrgTest, another_agency_is_another_world)
{
    const test::Office second{database(), "UBND xã Bên"};
    EXPECT_EQ(code_of([&] { org.get_person(administrator(), second.officer); }), "not_found");
    EXPECT_EQ(code_of([&] { org.save_person(administrator(), {.id = second.officer, .version = 1, .full_name = "An"}); }), "not_found");
    EXPECT_EQ(code_of([&] { read([&](db::Tx& tx) { return org.get_body(tx, second.body.id); }); }), "body.unknown");
    EXPECT_EQ(org.list_people(office.as(office.head)).size(), 5U);
    EXPECT_EQ(org.list_agencies(officer()).size(), 2U) << "addresses are everybody's";
}

TEST_P(OrgTest, only_who_manages_people_reads_and_changes_a_person)
{
    EXPECT_EQ(code_of([&] { org.get_person(officer(), office.head); }), "forbidden");
    EXPECT_EQ(code_of([&] { org.save_person(officer(), {.full_name = "An"}); }), "forbidden");
}

} // namespace congso
