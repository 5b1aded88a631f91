#include "office/org/org_admin_service.h"
#include "office/org/org_service.h"
#include "tests/support/office_fixture.h"

namespace congso {

class OrgAdminTest : public test::DatabaseTest {
protected:
    test::Office office{database(), "UBND xã Phổ Mẫu"};
    ManualClock clock{Time::at(Date::of(2022, 5, 4), 435, 420)};
    crypto::Ed25519Key key = crypto::Ed25519Key::make();
    AuditTrail audit{clock, key};
    OrgService org{database(), clock, audit};
    OrgAdminService admin{database(), clock, audit};

    Actor administrator() const { return {office.agency.id, office.clerk, {Permission::signed_in, Permission::manage_people}}; }
    Actor officer() const { return office.as(office.officer); }
    template <class F> auto read(F&& body) { return database().read(office.agency.id, std::forward<F>(body)); }
    Id<org::Post> post(std::string_view name)
    {
        const auto posts = org.list_posts(administrator());
        return std::find_if(posts.begin(), posts.end(), [&](const auto& one) { return one.name == name; })->id;
    }
    std::string last_detail(Uuid record) { return admin.history(administrator(), record).at(0).detail; }
    std::vector<std::string> powers_of(Id<org::Person> person)
    {
        std::vector<std::string> lines;
        for (const auto& power : read([&](db::Tx& tx) { return org.signing_powers(tx, person, office.body.id); }))
            lines.push_back(describe::to_name(power.authority));
        return lines;
    }
    org::MandateEntry tuq(Date from, Date to)
    {
        return {.kind = org::MandateKind::tuq,
                .from_person = office.head,
                .to_person = office.officer,
                .body = office.body.id,
                .signing_lines = "TUQ. CHỦ TỊCH\nCÔNG CHỨC VĂN PHÒNG",
                .scope = "Xác nhận hộ khẩu",
                .document = "12/GUQ-UBND ngày 04/5/2022",
                .valid_from = from,
                .valid_to = to};
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
CONGSO_BOTH_ENGINES(OrgAdminTest);

TEST_P(OrgAdminTest, a_unit_is_added_and_changed_and_its_history_keeps_both_values)
{
    const auto made =
        admin.save_unit(administrator(), {.name = "Tài chính", .abbreviation = "TC", .parent = office.unit.id, .position = 3});
    EXPECT_EQ(made.version, 1);
    const auto changed =
        admin.save_unit(administrator(), {.id = made.id, .version = 1, .name = "Tài chính - Kế toán", .abbreviation = "TC", .position = 3});
    EXPECT_EQ(changed.version, 2);
    EXPECT_FALSE(changed.parent);
    const auto detail = last_detail(made.id.uuid);
    EXPECT_NE(detail.find("[\\\"Tài chính\\\",\\\"Tài chính - Kế toán\\\"]"), std::string::npos) << detail;
    EXPECT_NE(detail.find("\"parent\""), std::string::npos);
    EXPECT_EQ(detail.find("abbreviation"), std::string::npos) << "it did not change";
    EXPECT_EQ(code_of([&] { admin.save_unit(administrator(), {.id = made.id, .version = 1, .name = "Khác"}); }), "stale");
}

TEST_P(OrgAdminTest, a_unit_is_never_below_itself)
{
    const auto child = admin.save_unit(administrator(), {.name = "Tổ một cửa", .parent = office.unit.id});
    EXPECT_EQ(
        code_of([&] { admin.save_unit(administrator(), {.id = office.unit.id, .version = 1, .name = "Văn phòng", .parent = child.id}); }),
        "/parent itself");
}

TEST_P(OrgAdminTest, a_post_that_signs_has_a_body_and_its_prefix_of_article_13)
{
    const auto fault = [&](org::Authority authority, std::optional<Id<org::Body>> body, const char* lines) {
        return code_of(
            [&] { admin.save_post(administrator(), {.name = "Chức vụ", .body = body, .authority = authority, .signing_lines = lines}); });
    };
    EXPECT_EQ(fault(org::Authority::q, {}, "Q. CHỦ TỊCH"), "/body required");
    EXPECT_EQ(fault(org::Authority::q, office.body.id, ""), "/signing_lines required");
    EXPECT_EQ(fault(org::Authority::q, office.body.id, "CHỦ TỊCH"), "/signing_lines signing_prefix");
    EXPECT_EQ(fault(org::Authority::tl, office.body.id, "TL. CHỦ TỊCH\nCÔNG CHỨC"), "");
    EXPECT_EQ(fault(org::Authority::kt, office.body.id, "K/T BÍ THƯ\nPHÓ BÍ THƯ"), "") << "as Party bodies write it";
    EXPECT_EQ(fault(org::Authority::tuq, office.body.id, "TUQ. CHỦ TỊCH"), "/authority tuq_by_mandate") << "art. 13.4";
}

TEST_P(OrgAdminTest, a_second_post_gives_its_powers_until_it_ends)
{
    const auto acting =
        admin.save_post(administrator(),
                        {.name = "Quyền Chủ tịch", .body = office.body.id, .authority = org::Authority::q, .signing_lines = "Q. CHỦ TỊCH"});
    const auto held = admin.save_holding(administrator(),
                                         {.person = office.deputy, .post = acting.id, .main = false, .valid_from = Date::of(2022, 5, 1)});
    EXPECT_EQ(powers_of(office.deputy), (std::vector<std::string>{"q", "kt"}));
    const org::HoldingEntry again{.person = office.deputy, .post = acting.id, .main = false, .valid_from = Date::of(2022, 6, 1)};
    EXPECT_EQ(code_of([&] { admin.save_holding(administrator(), again); }), "/post twice");
    admin.save_holding(administrator(),
                       {.id = held.id,
                        .version = 1,
                        .person = office.deputy,
                        .post = acting.id,
                        .main = false,
                        .valid_from = Date::of(2022, 5, 1),
                        .valid_to = Date::of(2022, 5, 3)});
    EXPECT_EQ(powers_of(office.deputy), std::vector<std::string>{"kt"});
    EXPECT_EQ(admin.history(administrator(), office.deputy.uuid).at(0).action, "person.holding_changed");
}

TEST_P(OrgAdminTest, only_one_post_is_the_main_one)
{
    const auto taken = admin.save_holding(administrator(), {.person = office.officer, .post = post("Văn thư"), .main = true});
    const auto holdings = org.get_person(administrator(), office.officer).holdings;
    ASSERT_EQ(holdings.size(), 2U);
    EXPECT_EQ(holdings[0].id, taken.id);
    EXPECT_TRUE(holdings[0].main);
    EXPECT_FALSE(holdings[1].main);
}

TEST_P(OrgAdminTest, who_still_has_work_does_not_leave_his_last_post)
{
    const auto holding = org.get_person(administrator(), office.officer).holdings.at(0);
    database().write(office.agency.id, [&](db::Tx& tx) {
        tx.execute("INSERT INTO work_item (agency, holder, record, action, kind, urgency, title, since)"
                   " VALUES ($1, $2, $3, 'lead', 'incoming', 'normal', 'x', 0)",
                   tx.agency(), office.officer, Uuid::make());
    });
    const org::HoldingEntry ending{
        .id = holding.id, .version = 1, .person = office.officer, .post = holding.post, .main = true, .valid_to = Date::of(2022, 5, 4)};
    EXPECT_EQ(code_of([&] { admin.save_holding(administrator(), ending); }), "person.has_open_work");
    EXPECT_EQ(code_of([&] {
                  org.save_person(administrator(), {.id = office.officer, .version = 1, .full_name = "Phạm Văn An", .active = false});
              }),
              "person.has_open_work");
    EXPECT_FALSE(org.get_person(administrator(), office.officer).holdings.at(0).valid_to.is_set());
    admin.save_holding(administrator(), {.person = office.officer, .post = post("Văn thư"), .main = false});
    EXPECT_EQ(code_of([&] { admin.save_holding(administrator(), ending); }), "") << "he has another post, and keeps his work";
}

TEST_P(OrgAdminTest, a_mandate_to_sign_is_written_and_bounded_in_time_and_content)
{
    const Date first = Date::of(2022, 5, 4), last = Date::of(2022, 5, 31);
    auto entry = tuq(first, last);
    entry.document = "";
    EXPECT_EQ(code_of([&] { admin.save_mandate(administrator(), entry); }), "/document required") << "art. 13.4";
    entry = tuq(first, last);
    entry.scope = " ";
    EXPECT_EQ(code_of([&] { admin.save_mandate(administrator(), entry); }), "/scope required");
    entry = tuq(first, last);
    entry.signing_lines = "KT. CHỦ TỊCH";
    EXPECT_EQ(code_of([&] { admin.save_mandate(administrator(), entry); }), "/signing_lines signing_prefix");
    entry = tuq(last, first);
    EXPECT_EQ(code_of([&] { admin.save_mandate(administrator(), entry); }), "/valid_to before_from");
    EXPECT_EQ(code_of([&] { admin.save_mandate(administrator(), tuq(first, last)); }), "");
    EXPECT_EQ(powers_of(office.officer), std::vector<std::string>{"tuq"});
    clock.set(Time::at(Date::of(2022, 6, 1), 435, 420));
    EXPECT_TRUE(powers_of(office.officer).empty());
}

TEST_P(OrgAdminTest, who_signs_by_a_mandate_does_not_hand_it_on)
{
    admin.save_mandate(administrator(), tuq(Date::of(2022, 5, 4), Date::of(2022, 5, 31)));
    auto further = tuq(Date::of(2022, 5, 4), Date::of(2022, 5, 31));
    further.from_person = office.officer;
    further.to_person = office.other_officer;
    EXPECT_EQ(code_of([&] { admin.save_mandate(administrator(), further); }), "/from_person no_signing_power") << "art. 13.4";
}

TEST_P(OrgAdminTest, a_mandate_that_has_begun_only_ends_at_another_time)
{
    const auto made = admin.save_mandate(administrator(), tuq(Date::of(2022, 5, 2), Date::of(2022, 5, 31)));
    auto entry = tuq(Date::of(2022, 5, 2), Date::of(2022, 5, 10));
    entry.id = made.id;
    entry.version = 1;
    EXPECT_EQ(admin.save_mandate(administrator(), entry).valid_to, Date::of(2022, 5, 10));
    entry.version = 2;
    entry.to_person = office.other_officer;
    EXPECT_EQ(code_of([&] { admin.save_mandate(administrator(), entry); }), "mandate.begun");
    entry.to_person = office.officer;
    entry.valid_to = Date::of(2022, 5, 2);
    EXPECT_EQ(code_of([&] { admin.save_mandate(administrator(), entry); }), "/valid_to past") << "what was signed meanwhile stays";
}

TEST_P(OrgAdminTest, a_stand_in_is_there_for_its_days_and_until_he_is_called_back)
{
    const auto absent = [&] {
        return read([&](db::Tx& tx) { return org.list_absent(tx, office.other_officer); });
    };
    const org::StandIn entry{
        .to_person = office.other_officer, .scope = "nghỉ phép", .valid_from = Date::of(2022, 5, 4), .valid_to = Date::of(2022, 5, 6)};
    const auto given = admin.save_stand_in(officer(), entry);
    EXPECT_TRUE(given.in_force);
    EXPECT_EQ(absent(), std::vector<Id<org::Person>>{office.officer});
    EXPECT_EQ(code_of([&] { admin.save_stand_in(officer(), entry); }), "/to_person twice");
    EXPECT_EQ(admin.list_stand_ins(office.as(office.other_officer)).size(), 1U);
    EXPECT_EQ(code_of([&] { admin.end_stand_in(office.as(office.other_officer), {given.id}); }), "not_found") << "only who is away ends it";
    admin.end_stand_in(officer(), {given.id});
    EXPECT_TRUE(absent().empty());
    auto later = entry;
    later.valid_from = Date::of(2022, 5, 5);
    admin.save_stand_in(officer(), later);
    EXPECT_TRUE(absent().empty());
    clock.set(Time::at(Date::of(2022, 5, 6), 435, 420));
    EXPECT_EQ(absent().size(), 1U);
    clock.set(Time::at(Date::of(2022, 5, 7), 435, 420));
    EXPECT_TRUE(absent().empty()) << "it ends by itself";
    EXPECT_EQ(code_of([&] {
                  admin.save_stand_in(officer(), {.to_person = office.officer, .valid_from = clock.today(), .valid_to = clock.today()});
              }),
              "/to_person self");
}

TEST_P(OrgAdminTest, an_agency_that_was_merged_names_its_heir_and_the_days_of_its_codes)
{
    const auto heir = admin.save_agency(administrator(), {.name = "Sở Nội vụ mới", .short_name = "Sở Nội vụ", .code = "H97.01"});
    const org::AgencyEntry merged{.name = "Sở Thông tin",
                                  .short_name = "Sở TTTT",
                                  .heir = heir.id,
                                  .code = "H97.02",
                                  .code_2016 = "000.00.02.H97",
                                  .valid_to = Date::of(2025, 6, 30),
                                  .code_from = Date::of(2022, 1, 1),
                                  .code_2016_to = Date::of(2021, 12, 31)};
    const auto made = admin.save_agency(administrator(), merged);
    EXPECT_EQ(made.heir, heir.id);
    EXPECT_EQ(made.code_2016_to, Date::of(2021, 12, 31));
    EXPECT_EQ(code_of([&] { admin.save_agency(administrator(), merged); }), "/code taken");
    auto wrong = merged;
    wrong.code = "H97/03";
    EXPECT_EQ(code_of([&] { admin.save_agency(administrator(), wrong); }), "/code agency_code");
    wrong.code = "H97.03";
    wrong.valid_to = {};
    EXPECT_EQ(code_of([&] { admin.save_agency(administrator(), wrong); }), "/valid_to required") << "only what has ended has an heir";
}

TEST_P(OrgAdminTest, what_is_another_agencys_is_not_found)
{
    const test::Office second{database(), "UBND xã Bên"};
    EXPECT_EQ(code_of([&] { admin.save_unit(administrator(), {.id = second.unit.id, .version = 1, .name = "x"}); }), "not_found");
    EXPECT_EQ(code_of([&] {
                  admin.save_body(administrator(), {.id = second.body.id, .version = 1, .name = "x", .heading_lines = "X", .symbol = "X"});
              }),
              "not_found");
    EXPECT_EQ(code_of([&] { admin.save_agency(administrator(), {.id = second.agency.id, .version = 1, .name = "x", .short_name = "x"}); }),
              "not_found");
    EXPECT_EQ(code_of([&] { admin.save_holding(administrator(), {.person = second.officer, .post = post("Văn thư"), .main = false}); }),
              "/person unknown");
    auto mandate = tuq(Date::of(2022, 5, 4), Date::of(2022, 5, 5));
    mandate.to_person = second.officer;
    EXPECT_EQ(code_of([&] { admin.save_mandate(administrator(), mandate); }), "/to_person unknown");
    EXPECT_EQ(code_of([&] { admin.history(administrator(), second.officer.uuid); }), "not_found");
}

TEST_P(OrgAdminTest, only_who_manages_people_builds_the_agency)
{
    EXPECT_EQ(code_of([&] { admin.save_unit(officer(), {.name = "x"}); }), "forbidden");
    EXPECT_EQ(code_of([&] { admin.save_mandate(officer(), tuq(clock.today(), clock.today())); }), "forbidden");
    EXPECT_EQ(code_of([&] { admin.list_mandates(officer()); }), "forbidden");
    EXPECT_EQ(code_of([&] { admin.history(officer(), office.head.uuid); }), "forbidden");
    EXPECT_EQ(code_of([&] { admin.list_holders(officer()); }), "forbidden");
}

TEST_P(OrgAdminTest, the_history_tells_nothing_of_documents)
{
    const auto document = Uuid::make();
    database().write(office.agency.id, [&](db::Tx& tx) { audit.record(tx, officer(), "incoming.registered", "incoming", document); });
    EXPECT_EQ(code_of([&] { admin.history(administrator(), document); }), "not_found");
}

TEST_P(OrgAdminTest, the_trail_is_read_by_person_kind_and_day_and_says_nothing_of_content)
{
    const Actor reader{office.agency.id, office.head, {Permission::read_audit}};
    for (int day = 4; day < 8; ++day) {
        clock.set(Time::at(Date::of(2022, 5, static_cast<unsigned>(day)), 435, 420));
        admin.save_unit(administrator(), {.name = "Đơn vị " + std::to_string(day)});
        database().write(office.agency.id, [&](db::Tx& tx) {
            audit.record(tx, officer(), "incoming.registered", "incoming", Uuid::make(), {{"issuer", "Sở"}});
        });
    }
    const auto sequences = [&](audit::TrailQuery query) {
        std::vector<std::int64_t> all;
        for (;;) {
            const auto page = audit.list(database(), reader, query);
            for (const auto& row : page.items)
                all.push_back(row.sequence);
            if (page.after.empty())
                return all;
            query.after = page.after;
        }
    };
    EXPECT_EQ(sequences({}), (std::vector<std::int64_t>{8, 7, 6, 5, 4, 3, 2, 1}));
    EXPECT_EQ(sequences({.limit = 3}), (std::vector<std::int64_t>{8, 7, 6, 5, 4, 3, 2, 1}));
    EXPECT_EQ(sequences({.kind = "unit"}), (std::vector<std::int64_t>{7, 5, 3, 1}));
    EXPECT_EQ(sequences({.person = office.officer}), (std::vector<std::int64_t>{8, 6, 4, 2}));
    EXPECT_EQ(sequences({.from = Date::of(2022, 5, 5), .to = Date::of(2022, 5, 6)}), (std::vector<std::int64_t>{6, 5, 4, 3}));
    EXPECT_EQ(audit.list(database(), reader, {}).items.at(0).person_name, "Phạm Văn An");
    EXPECT_EQ(code_of([&] { audit.list(database(), officer(), {}); }), "forbidden");
    EXPECT_EQ(code_of([&] { audit.list(database(), reader, {.after = "x"}); }), "/after cursor");
}

TEST_P(OrgAdminTest, what_a_stand_in_does_is_told_with_both_names)
{
    Actor stand_in = office.as(office.other_officer);
    const auto actor = stand_in.in_place_of(office.officer, test::Office::officer_rights());
    EXPECT_EQ(actor.person(), office.officer);
    EXPECT_EQ(actor.hand(), office.other_officer);
    const auto record = Uuid::make();
    database().write(office.agency.id, [&](db::Tx& tx) { audit.record(tx, actor, "incoming.progress", "incoming", record); });
    const auto event = read([&](db::Tx& tx) { return audit.story(tx, record).at(0); });
    EXPECT_EQ(event.person_name, "Võ Thị Bình");
    EXPECT_NE(event.detail.find("Phạm Văn An"), std::string::npos);
}

TEST_P(OrgAdminTest, a_stand_in_has_the_rights_that_both_have_and_never_signs)
{
    const auto for_head = office.as(office.deputy).in_place_of(office.head, test::Office::head_rights());
    EXPECT_TRUE(for_head.may(Permission::direct_documents));
    EXPECT_FALSE(for_head.may(Permission::approve_outgoing)) << "signing wants a written mandate (art. 13.4)";
    const auto by_officer = officer().in_place_of(office.head, test::Office::head_rights());
    EXPECT_FALSE(by_officer.may(Permission::direct_documents));
    EXPECT_FALSE(by_officer.may(Permission::see_all_documents));
    EXPECT_TRUE(by_officer.may(Permission::handle_documents));
}

} // namespace congso
