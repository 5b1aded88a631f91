#include "lib/crypto/digest.h"
#include "office/incoming/incoming_service.h"
#include "tests/support/incoming_fixture.h"

#include <fstream>

// What the hand does beside the straight way (Decree 30/2020 art. 21–24), and deadlines that follow the calendar.
namespace congso {

using namespace incoming;
using tasks::Part;

class IncomingHandsTest : public test::IncomingTest {
protected:
    Actor deputy() const { return office.as(office.deputy); }
    Actor keeper() const { return {office.agency.id, office.clerk, {Permission::signed_in, Permission::manage_calendar}}; }

    // Another leader's instruction: the other officer leads.
    static Instruction other_way(Id<org::Person> lead, std::optional<Date> due_on = {})
    {
        return {"Giao lại", {{lead, Part::lead, {}}}, due_on, {}};
    }
    std::vector<std::string> broken()
    {
        std::vector<std::string> faults;
        for (const auto& rule : IncomingService::rules())
            database().read(office.agency.id, [&](db::Tx& tx) {
                if (!tx.list<std::string>(rule.sql, tx.agency()).empty())
                    faults.emplace_back(rule.fault);
            });
        return faults;
    }
    std::string scan() // of a pen-written instruction, as the clerk uploads it
    {
        const auto bytes = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n" + Uuid::make().to_string();
        const auto path = blobs.new_temporary();
        std::ofstream{path, std::ios::binary} << bytes;
        return files.store_upload(clerk(), {path, crypto::sha256_hex(bytes), static_cast<std::int64_t>(bytes.size())}, "y kien.pdf").id;
    }
    std::vector<std::string> story(Id<Incoming> id)
    {
        std::vector<std::string> acts;
        for (const auto& event : service.get(head(), id).story)
            acts.push_back(event.action);
        return acts;
    }
};
CONGSO_BOTH_ENGINES(IncomingHandsTest);

TEST(IncomingKeys, a_number_and_an_issuer_are_compared_as_an_office_reads_them)
{
    for (const auto* same : {"817/KH-UBND", "817 /KH-UBND", "0817/KH-UBND", "Số: 817/kh-ubnd", "817/KH–UBND", " 817/KH-UBND "})
        EXPECT_EQ(number_key(same), "817/kh-ubnd") << same;
    EXPECT_NE(number_key("1817/KH-UBND"), number_key("817/KH-UBND"));
    EXPECT_NE(number_key("817/KH-HĐND"), number_key("817/KH-UBND"));
    EXPECT_EQ(number_key("0"), "0");
    EXPECT_EQ(issuer_key("UBND thị xã Đức Mẫu"), issuer_key("Ủy ban nhân dân thị xã Đức Mẫu"));
    EXPECT_EQ(issuer_key("Uỷ ban Nhân dân  Thị xã Đức Mẫu"), issuer_key("UBND thị xã Đức Mẫu"));
    EXPECT_EQ(issuer_key("Văn phòng HĐND và UBND"), issuer_key("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"));
    EXPECT_NE(issuer_key("UBND thị xã Đức Mẫu"), issuer_key("UBND xã Phổ Mẫu"));
}

TEST_P(IncomingHandsTest, a_twin_is_seen_under_the_issuers_other_name_and_the_numbers_other_spelling)
{
    const auto first = service.register_document(clerk(), entry("817/KH-UBND"));
    for (const auto* number : {"817 /KH-UBND", "0817/KH-UBND"}) {
        auto again = entry(number);
        again.issuer = "Ủy ban nhân dân thị xã Đức Mẫu";
        EXPECT_EQ(code_of([&] { service.register_document(clerk(), again); }), "incoming.already_registered") << number;
        const auto twin = service.find_twin(clerk(), {again.issuer, again.origin_number, again.issued_on, {}, {}, {}});
        ASSERT_TRUE(twin) << number;
        EXPECT_EQ(twin->id, first.id);
    }
}

TEST_P(IncomingHandsTest, a_known_name_is_resolved_to_its_agency_and_its_twin_found_by_it)
{
    test::Office town{database(), "Ủy ban nhân dân thị xã Đức Mẫu"};
    database().write(town.agency.id, [&](db::Tx& tx) {
        tx.execute("UPDATE agency SET short_name = 'Thị ủy Đức Mẫu' WHERE id = $1", tx.agency()); // a short name that no rule expands
    });
    const auto first = service.register_document(clerk(), entry("817/KH-UBND"));
    EXPECT_EQ(first.issuer_agency, town.agency.id);
    auto again = entry("817/KH-UBND");
    again.issuer = "Thị ủy Đức Mẫu";
    EXPECT_EQ(code_of([&] { service.register_document(clerk(), again); }), "incoming.already_registered");
    again.duplicate_of = first.id;
    EXPECT_EQ(service.register_document(clerk(), again).issuer_agency, town.agency.id);
}

TEST_P(IncomingHandsTest, the_paper_copy_of_what_waits_electronically_is_a_twin)
{
    const auto waits = arrive("817/KH-UBND");
    auto paper = entry("817/KH-UBND");
    EXPECT_EQ(code_of([&] { service.register_document(clerk(), paper); }), "incoming.also_waiting");
    paper.duplicate_of = waits;
    EXPECT_EQ(service.register_document(clerk(), paper).arrival_number, 1);
    auto electronic = entry("817/KH-UBND");
    electronic.arrival = waits;
    EXPECT_EQ(code_of([&] { service.register_document(clerk(), electronic); }), "incoming.already_registered");
}

TEST_P(IncomingHandsTest, issuers_are_found_by_words_and_the_list_filters_by_either_name)
{
    service.register_document(clerk(), entry("1/KH-UBND"));
    auto other = entry("2/KH-UBND");
    other.issuer = "Sở Nội vụ";
    service.register_document(clerk(), other);
    other = entry("3/KH-UBND");
    other.issuer = "Ủy ban nhân dân thị xã Đức Mẫu";
    service.register_document(clerk(), other);
    const auto names = [&](const char* words) {
        std::vector<std::string> found;
        for (const auto& issuer : service.list_issuers(officer(), {words}).items)
            found.push_back(issuer.name);
        return found;
    };
    EXPECT_EQ(names("noi vu"), std::vector<std::string>{"Sở Nội vụ"});
    EXPECT_EQ(names("ubnd đức"), std::vector<std::string>{"Ủy ban nhân dân thị xã Đức Mẫu"}) << "the name last written";
    EXPECT_EQ(names("").size(), 2U);
    EXPECT_TRUE(names("mau duc so").empty());
    EXPECT_EQ(service.list(clerk(), {.issuer = "UBND thị xã Đức Mẫu"}).items.size(), 2U);
}

TEST_P(IncomingHandsTest, who_led_what_is_like_it_is_proposed_to_the_clerk_of_the_same_agency)
{
    const auto document = service.register_document(clerk(), proposed("1/KH-UBND"));
    const auto led = service.get(clerk(), document.id);
    const LeadQuery like{.issuer = led.issuer, .subject = led.subject, .kind = led.kind};
    EXPECT_TRUE(service.propose_leads(clerk(), like).empty()) << "nobody leads yet";
    service.assign(head(), {document.id, {}, true, {}});
    const auto proposals = service.propose_leads(clerk(), like);
    ASSERT_EQ(proposals.size(), 1U);
    EXPECT_EQ(proposals.front().person, officer().person());
    EXPECT_EQ(proposals.front().alike, 1);
    test::Office strangers{database(), "Thị đoàn Đức Mẫu"};
    EXPECT_TRUE(service.propose_leads(strangers.as(strangers.clerk), like).empty());
    EXPECT_EQ(code_of([&] { service.propose_leads(officer(), like); }), "forbidden");
    EXPECT_EQ(fault_of([&] { service.propose_leads(clerk(), {.issuer = "a", .subject = std::string(501, 'a'), .kind = {}}); }),
              "/subject: too_long");
}

TEST_P(IncomingHandsTest, helpers_need_a_lead_and_readers_do_not)
{
    const auto document = service.register_document(clerk(), proposed("1/KH-UBND"));
    const auto decide = [&](std::vector<tasks::Share> shares) {
        return fault_of([&] { service.assign(head(), {document.id, {}, false, Instruction{"", std::move(shares), {}, {}}}); });
    };
    EXPECT_EQ(decide({{office.officer, Part::cooperate, {}}}), "/instruction/shares: one_lead");
    EXPECT_EQ(decide({{office.officer, Part::cooperate, {}}, {office.deputy, Part::inform, {}}}), "/instruction/shares: one_lead");
    EXPECT_EQ(decide({{office.officer, Part::inform, {}}, {office.deputy, Part::inform, {}}}), "nothing was thrown");
    EXPECT_EQ(service.get(clerk(), document.id).state, State::done);
    EXPECT_EQ(broken(), std::vector<std::string>{});
    database().write(office.agency.id, [&](db::Tx& tx) { // what the check finds where it happened before
        tx.execute("UPDATE assignment SET part = 'cooperate' WHERE agency = $1 AND record = $2 AND person = $3", tx.agency(), document.id,
                   office.officer);
    });
    const auto faults = broken();
    EXPECT_NE(std::find(faults.begin(), faults.end(), "it is closed and someone is still to handle it"), faults.end());
}

TEST_P(IncomingHandsTest, who_cannot_read_is_not_informed_and_who_cannot_handle_does_not_help)
{
    const auto document = service.register_document(clerk(), proposed("1/KH-UBND"));
    const auto only = [&](const char* permission) {
        database().write(office.agency.id, [&](db::Tx& tx) {
            tx.execute("DELETE FROM role_permission WHERE agency = $1 AND permission <> $2 AND role IN"
                       " (SELECT role FROM person_role WHERE agency = $1 AND person = $3)",
                       tx.agency(), permission, office.other_officer);
        });
    };
    const auto decide = [&](Part part) {
        return fault_of([&] {
            service.assign(
                head(),
                {document.id, {}, false, Instruction{"", {{office.officer, Part::lead, {}}, {office.other_officer, part, {}}}, {}, {}}});
        });
    };
    only("read_documents");
    EXPECT_EQ(decide(Part::cooperate), "/instruction/shares/1/person: no_permission");
    for (const auto& row : org.list_people(office.as(office.clerk))) {
        if (row.id == office.other_officer) {
            EXPECT_TRUE(row.reads && !row.handles && !row.directs);
        } else if (row.id == office.head) {
            EXPECT_TRUE(row.reads && row.handles && row.directs);
        }
    }
    only("signed_in");
    EXPECT_EQ(decide(Part::inform), "/instruction/shares/1/person: no_permission");
}

TEST_P(IncomingHandsTest, a_new_clerk_finds_what_waited_before_she_came)
{
    const auto id = arrive("817/KH-UBND");
    const Actor fresh{
        office.agency.id, office.other_officer, {Permission::signed_in, Permission::read_documents, Permission::register_incoming}};
    const auto mine = work.list(fresh);
    ASSERT_EQ(mine.items.size(), 1U);
    EXPECT_EQ(mine.items[0].action, work::Action::receive);
    EXPECT_EQ(mine.counts.incoming, 1);
    EXPECT_EQ(service.list(fresh, {.state = State::arrived}).items.size(), 1U);
    EXPECT_EQ(service.get(fresh, id).state, State::arrived);
    EXPECT_TRUE(work.list(office.as(office.officer)).items.empty()) << "who is no clerk has no part in it";
    auto form = entry("817/KH-UBND");
    form.arrival = id;
    EXPECT_EQ(service.register_document(fresh, form).arrival_number, 1);
    EXPECT_TRUE(waiting(office.clerk).empty()) << "it is nobody's any more";
    EXPECT_EQ(broken(), std::vector<std::string>{});
}

TEST_P(IncomingHandsTest, the_head_changes_the_lead_and_the_deadline_while_it_is_handled)
{
    const auto id = assigned("817/KH-UBND");
    service.progress(officer(), {id, "đã nhận", false});
    EXPECT_EQ(fault_of([&] { service.reassign(head(), {id, {}, other_way(office.deputy), ""}); }), "/reason: required");
    const auto view = service.reassign(head(), {id, {}, other_way(office.deputy, Date::of(2022, 5, 20)), "đồng chí An đi công tác"});
    EXPECT_EQ(view.state, State::assigned);
    EXPECT_EQ(view.lead, office.deputy);
    EXPECT_EQ(view.due_on, Date::of(2022, 5, 20));
    EXPECT_TRUE(waiting(office.officer).empty());
    EXPECT_TRUE(waiting(office.other_officer).empty());
    EXPECT_EQ(waiting(office.deputy), std::vector{work::Action::lead});
    EXPECT_EQ(code_of([&] { service.finish(officer(), {id, {}, Result::filed, {}, {}}); }), "incoming.not_now");
    EXPECT_EQ(service.finish(deputy(), {id, {}, Result::filed, {}, {}}).state, State::done);
    EXPECT_EQ(story(id)[1], "incoming.reassigned");
    EXPECT_EQ(code_of([&] { service.reassign(head(), {id, {}, other_way(office.officer), "x"}); }), "incoming.not_now");
    EXPECT_EQ(code_of([&] { service.reassign(officer(), {id, {}, other_way(office.officer), "x"}); }), "forbidden");
    EXPECT_EQ(broken(), std::vector<std::string>{});
}

TEST_P(IncomingHandsTest, only_the_deadline_changes_and_everyone_keeps_his_part)
{
    const auto id = assigned("817/KH-UBND");
    service.progress(officer(), {id, "đã nhận", false});
    const Instruction same{"", {{office.officer, Part::lead, {}}, {office.other_officer, Part::cooperate, {}}}, Date::of(2022, 5, 25), {}};
    const auto view = service.reassign(head(), {id, {}, same, "lùi hạn"});
    EXPECT_EQ(view.state, State::in_progress);
    EXPECT_EQ(view.assignments.size(), 2U);
    for (const auto& share : view.assignments)
        EXPECT_EQ(share.due_on, Date::of(2022, 5, 25));
    for (const auto& item : work.list(officer()).items)
        EXPECT_EQ(item.due_on, Date::of(2022, 5, 25));
}

TEST_P(IncomingHandsTest, the_clerk_takes_back_a_submission_and_the_head_an_assignment_nobody_has_begun)
{
    const auto document = service.register_document(clerk(), proposed("817/KH-UBND"));
    EXPECT_EQ(service.take_back(clerk(), {document.id, {}, "trình nhầm"}).state, State::registered);
    EXPECT_TRUE(waiting(office.head).empty());
    EXPECT_EQ(waiting(office.clerk), std::vector{work::Action::submit});
    EXPECT_EQ(code_of([&] { service.take_back(clerk(), {document.id, {}, {}}); }), "incoming.not_now");

    const auto id = assigned("818/KH-UBND");
    EXPECT_EQ(code_of([&] { service.take_back(clerk(), {id, {}, {}}); }), "incoming.not_now") << "it is not hers";
    const auto back = service.take_back(head(), {id, {}, {}});
    EXPECT_EQ(back.state, State::submitted);
    ASSERT_TRUE(back.proposal);
    EXPECT_EQ(back.proposal->shares.size(), 2U) << "as he had decided it";
    EXPECT_TRUE(waiting(office.officer).empty());
    EXPECT_EQ(waiting(office.head), std::vector{work::Action::instruct});
    service.assign(head(), {id, {}, true, {}});
    service.progress(officer(), {id, "đang làm", false});
    EXPECT_EQ(code_of([&] { service.take_back(head(), {id, {}, {}}); }), "incoming.not_now") << "begun";
    EXPECT_EQ(broken(), std::vector<std::string>{});
}

TEST_P(IncomingHandsTest, a_finished_document_is_opened_again_with_a_reason)
{
    const auto id = assigned("817/KH-UBND");
    service.finish(officer(), {id, {}, Result::filed, {}, {}});
    EXPECT_EQ(fault_of([&] { service.reopen(head(), {id, {}, "  "}); }), "/reason: required");
    EXPECT_EQ(code_of([&] { service.reopen(officer(), {id, {}, "x"}); }), "forbidden");
    const auto open = service.reopen(head(), {id, {}, "kết quả chưa đạt"});
    EXPECT_EQ(open.state, State::in_progress);
    EXPECT_EQ(open.result, Result::none);
    EXPECT_EQ(open.done_at.ms, 0);
    EXPECT_EQ(waiting(office.officer), std::vector{work::Action::lead});
    EXPECT_EQ(service.finish(officer(), {id, {}, Result::filed, {}, {}}).state, State::done);

    const auto read_only = service.register_document(clerk(), proposed("5/TB-UBND")).id;
    service.assign(head(), {read_only, {}, false, Instruction{"để biết", {{office.officer, Part::inform, {}}}, {}, {}}});
    EXPECT_EQ(service.reopen(head(), {read_only, {}, "cần trả lời"}).state, State::submitted) << "nobody led it: the head decides anew";
    service.assign(head(), {read_only, {}, false, other_way(office.other_officer)});
    EXPECT_EQ(broken(), std::vector<std::string>{});
}

TEST_P(IncomingHandsTest, the_clerk_types_what_the_head_wrote_with_a_pen_and_the_head_is_told)
{
    const auto id = service.register_document(clerk(), proposed("817/KH-UBND")).id;
    const auto scanned = scan();
    const auto enter = [&](Id<org::Person> leader, std::vector<std::string> scans) {
        return EnterInstruction{
            id, {}, leader, {"Giao đồng chí An", {{office.officer, Part::lead, {}}}, Date::of(2022, 5, 12), {}}, std::move(scans)};
    };
    EXPECT_EQ(fault_of([&] { service.enter_instruction(clerk(), enter(office.head, {})); }), "/files: required");
    EXPECT_EQ(fault_of([&] { service.enter_instruction(clerk(), enter(office.officer, {scanned})); }), "/leader: unknown");
    EXPECT_EQ(code_of([&] { service.enter_instruction(officer(), enter(office.head, {scanned})); }), "forbidden");
    const auto view = service.enter_instruction(clerk(), enter(office.head, {scanned}));
    EXPECT_EQ(view.state, State::assigned);
    ASSERT_EQ(view.written.size(), 1U);
    EXPECT_EQ(view.notes.front().person, office.head);
    EXPECT_EQ(view.notes.front().entered_by, office.clerk);
    EXPECT_EQ(view.notes.front().entered_by_name, "Lê Thị Lan");
    EXPECT_EQ(view.assignments.front().assigned_by, office.head);
    EXPECT_EQ(waiting(office.head), std::vector{work::Action::confirm});
    EXPECT_EQ(broken(), std::vector<std::string>{});
    service.get(head(), id);
    EXPECT_TRUE(waiting(office.head).empty()) << "he has seen it";
    EXPECT_EQ(story(id)[0], "incoming.instruction_entered");
}

TEST_P(IncomingHandsTest, the_lead_asks_for_more_time_and_who_assigned_answers)
{
    const auto id = assigned("817/KH-UBND"); // until 15 May, a Sunday
    EXPECT_EQ(fault_of([&] {
                  service.ask_extension(officer(), {id, Date::of(2022, 5, 15), {}, "chưa đủ số liệu"});
              }),
              "/due_on: not_later");
    EXPECT_EQ(fault_of([&] { service.ask_extension(officer(), {id, Date::of(2022, 5, 20), {}, ""}); }), "/reason: required");
    EXPECT_EQ(code_of([&] {
                  service.ask_extension(other(), {id, Date::of(2022, 5, 20), {}, "x"});
              }),
              "incoming.not_now")
        << "only the lead";
    const auto asked = service.ask_extension(officer(), {id, Date::of(2022, 5, 20), {}, "chưa đủ số liệu"});
    ASSERT_TRUE(asked.extension);
    EXPECT_EQ(asked.extension->wanted_on, Date::of(2022, 5, 20));
    EXPECT_EQ(waiting(office.head), std::vector{work::Action::extend});
    EXPECT_EQ(broken(), std::vector<std::string>{});
    EXPECT_EQ(code_of([&] { service.ask_extension(officer(), {id, Date::of(2022, 5, 21), {}, "x"}); }), "incoming.not_now");
    EXPECT_EQ(code_of([&] { service.answer_extension(officer(), {id, true, {}, {}}); }), "forbidden");
    EXPECT_EQ(fault_of([&] { service.answer_extension(head(), {id, false, {}, {}}); }), "/reason: required");
    EXPECT_EQ(service.answer_extension(head(), {id, false, {}, "làm thêm buổi"}).due_on, Date::of(2022, 5, 15));
    service.ask_extension(officer(), {id, {}, 15, "vẫn chưa đủ"});
    const auto given = service.answer_extension(head(), {id, true, {}, {}});
    EXPECT_EQ(given.due_on, Date::of(2022, 5, 25));
    EXPECT_FALSE(given.extension);
    EXPECT_EQ(work.list(officer()).items.front().due_on, Date::of(2022, 5, 25));
    EXPECT_TRUE(waiting(office.head).empty());
    EXPECT_EQ(story(id)[0], "incoming.extension_given");
    service.ask_extension(officer(), {id, Date::of(2022, 5, 30), {}, "nữa"});
    service.finish(officer(), {id, {}, Result::filed, {}, {}});
    EXPECT_TRUE(waiting(office.head).empty()) << "what was finished needs no more time";
    EXPECT_EQ(broken(), std::vector<std::string>{});
}

TEST_P(IncomingHandsTest, whoever_still_has_something_to_do_is_urged_until_he_looks)
{
    const auto id = assigned("817/KH-UBND");
    service.get(other(), id);
    service.progress(other(), {id, "xong phần tôi", true});
    EXPECT_EQ(code_of([&] { service.urge(officer(), {id, "nhanh lên"}); }), "incoming.not_now") << "not his to urge";
    service.urge(clerk(), {id, "Đề nghị khẩn trương"});
    EXPECT_EQ(waiting(office.officer), (std::vector{work::Action::lead, work::Action::overdue}));
    EXPECT_TRUE(waiting(office.other_officer).empty()) << "his part is done";
    EXPECT_EQ(broken(), std::vector<std::string>{});
    service.get(officer(), id);
    EXPECT_EQ(waiting(office.officer), std::vector{work::Action::lead});
    service.urge(head(), {id, {}});
    service.finish(officer(), {id, {}, Result::filed, {}, {}});
    EXPECT_TRUE(waiting(office.officer).empty());
}

TEST_P(IncomingHandsTest, a_deadline_on_a_day_of_rest_is_met_on_the_next_working_day)
{
    const auto id = assigned("817/KH-UBND"); // until Sunday, 15 May 2022
    const auto view = service.get(officer(), id);
    EXPECT_EQ(view.due_on, Date::of(2022, 5, 15));
    EXPECT_EQ(view.due_by, Date::of(2022, 5, 16));
    clock.advance_ms(12LL * 86'400'000); // Monday, the 16th
    EXPECT_EQ(service.get(officer(), id).days_left, 0);
    EXPECT_FALSE(service.get(officer(), id).overdue);
    EXPECT_EQ(service.list(clerk(), {.overdue = true}).items.size(), 0U);
    EXPECT_FALSE(service.list(clerk(), {}).items.front().overdue);
    EXPECT_EQ(work.list(officer()).counts.overdue, 0);
    EXPECT_EQ(work.list(officer()).counts.today, 1);
    clock.advance_ms(86'400'000);
    EXPECT_EQ(service.get(officer(), id).days_left, -1);
    EXPECT_TRUE(service.get(officer(), id).overdue);
    EXPECT_EQ(service.list(clerk(), {.overdue = true}).items.size(), 1U);
    EXPECT_EQ(work.list(officer()).counts.overdue, 1);
}

TEST_P(IncomingHandsTest, a_term_of_working_days_moves_with_the_calendar_and_a_given_day_does_not)
{
    auto form = proposed("1/KH-UBND");
    form.submit->due_on.reset();
    form.due_days = 5; // from Wednesday, 4 May: until Wednesday, the 11th
    const auto term = service.register_document(clerk(), form);
    EXPECT_EQ(term.due_on, Date::of(2022, 5, 11));
    service.assign(head(), {term.id, {}, true, {}});
    form = proposed("2/KH-UBND");
    form.submit->due_on = Date::of(2022, 5, 11);
    const auto day = service.register_document(clerk(), form);
    service.assign(head(), {day.id, {}, true, {}});
    form = entry("3/KH-UBND");
    form.due_days = 3001;
    EXPECT_EQ(fault_of([&] { service.register_document(clerk(), form); }), "/due_days: range");

    worktime.change_day(keeper(), {Date::of(2022, 5, 10), worktime::DayKind::holiday, "Ngày hội của xã"});
    EXPECT_EQ(service.get(officer(), term.id).due_on, Date::of(2022, 5, 12));
    EXPECT_EQ(service.get(officer(), term.id).assignments.front().due_on, Date::of(2022, 5, 12));
    EXPECT_EQ(service.get(officer(), day.id).due_on, Date::of(2022, 5, 11));
    EXPECT_EQ(story(term.id).front(), "incoming.deadline_moved");
    worktime.change_day(keeper(), {Date::of(2022, 5, 11), worktime::DayKind::holiday, "Ngày hội của xã"});
    EXPECT_EQ(service.get(officer(), day.id).due_on, Date::of(2022, 5, 11));
    EXPECT_EQ(service.get(officer(), day.id).due_by, Date::of(2022, 5, 12)) << "met on the next working day";
    EXPECT_EQ(broken(), std::vector<std::string>{});
}

TEST_P(IncomingHandsTest, petitions_are_numbered_in_a_book_of_their_own)
{
    Id<numbering::Book> petitions = Id<numbering::Book>::make();
    database().write(office.agency.id, [&](db::Tx& tx) {
        tx.execute("INSERT INTO kind (agency, code, name, position) VALUES ($1, 'DT', 'Đơn thư', 9)", tx.agency());
        tx.execute("INSERT INTO book (agency, id, direction, name, kinds, position) VALUES ($1, $2, 'incoming', 'Đơn thư', 'DT', 9)",
                   tx.agency(), petitions);
    });
    service.register_document(clerk(), entry("1/KH-UBND"));
    auto petition = entry("");
    petition.kind = "DT";
    petition.issuer = "Ông Nguyễn Văn Bảy, thôn Vĩnh Lộc";
    const auto first = service.register_document(clerk(), petition);
    EXPECT_EQ(first.book, petitions);
    EXPECT_EQ(first.arrival_number, 1);
    EXPECT_EQ(service.register_document(clerk(), entry("2/KH-UBND")).arrival_number, 2);
}

TEST_P(IncomingHandsTest, another_agency_finds_none_of_it)
{
    test::Office strangers{database(), "Thị đoàn Đức Mẫu"};
    const auto id = assigned("817/KH-UBND");
    const auto their_head = strangers.as(strangers.head);
    const auto their_clerk = strangers.as(strangers.clerk);
    EXPECT_EQ(code_of([&] { service.reassign(their_head, {id, {}, other_way(strangers.officer), "x"}); }), "not_found");
    EXPECT_EQ(code_of([&] { service.take_back(their_head, {id, {}, {}}); }), "not_found");
    EXPECT_EQ(code_of([&] { service.reopen(their_head, {id, {}, "x"}); }), "not_found");
    EXPECT_EQ(code_of([&] { service.urge(their_clerk, {id, {}}); }), "not_found");
    EXPECT_EQ(code_of([&] { service.ask_extension(strangers.as(strangers.officer), {id, Date::of(2022, 6, 1), {}, "x"}); }), "not_found");
    EXPECT_EQ(code_of([&] { service.answer_extension(their_head, {id, true, {}, {}}); }), "not_found");
    EXPECT_TRUE(service.list_issuers(their_clerk, {}).items.empty());
}

} // namespace congso
