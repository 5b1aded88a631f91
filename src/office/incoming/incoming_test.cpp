#include "office/incoming/incoming_service.h"
#include "tests/support/incoming_fixture.h"

#include <set>

namespace congso {

using namespace incoming;
using tasks::Part;

class IncomingTest : public test::IncomingTest { };
CONGSO_BOTH_ENGINES(IncomingTest);

TEST_P(IncomingTest, registering_gives_the_numbers_of_the_year_one_after_the_other)
{
    EXPECT_EQ(service.register_document(clerk(), entry("1/KH-UBND")).arrival_number, 1);
    const auto second = service.register_document(clerk(), entry("2/KH-UBND"));
    EXPECT_EQ(second.arrival_number, 2);
    EXPECT_EQ(second.year, 2022);
    EXPECT_EQ(second.state, State::registered);
    EXPECT_EQ(waiting(office.clerk), (std::vector<work::Action>{work::Action::submit, work::Action::submit}));
}

TEST_P(IncomingTest, a_twin_is_a_warning_that_the_clerk_may_insist_on)
{
    const auto first = service.register_document(clerk(), entry("817/KH-UBND"));
    auto again = entry("817/kh-ubnd"); // the same number, typed otherwise
    try {
        service.register_document(clerk(), again);
        FAIL() << "no warning";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "incoming.already_registered");
        EXPECT_EQ(error.fact("id"), first.id.to_string());
        EXPECT_EQ(error.fact("number"), "1");
    }
    again.duplicate_of = first.id;
    EXPECT_EQ(service.register_document(clerk(), again).arrival_number, 2);
    auto by_code = entry("9/KH-UBND");
    by_code.document_code = "000.00.01.H49-2022-817";
    service.register_document(clerk(), by_code);
    by_code.origin_number = "10/KH-UBND";
    EXPECT_EQ(code_of([&] { service.register_document(clerk(), by_code); }), "incoming.already_registered");
}

TEST_P(IncomingTest, every_wrong_field_is_named_at_once_and_no_number_is_lost)
{
    auto wrong = entry("1/KH-UBND");
    wrong.issuer = "";
    wrong.subject = std::string(10'000, 'x');
    wrong.secrecy = Secrecy::secret;
    wrong.arrived_on = Date::of(2022, 5, 5);
    try {
        service.register_document(clerk(), wrong);
        FAIL();
    } catch (const Error& error) {
        std::map<std::string, std::string> faults;
        for (const auto& fault : error.faults())
            faults[fault.path] = fault.code;
        EXPECT_EQ(faults,
                  (std::map<std::string, std::string>{
                      {"/issuer", "required"}, {"/subject", "too_long"}, {"/secrecy", "secrecy_refused"}, {"/arrived_on", "future"}}));
    }
    auto unknown = entry("1/KH-UBND");
    unknown.kind = "không có";
    EXPECT_EQ(code_of([&] { service.register_document(clerk(), unknown); }), "invalid");
    auto foreign = entry("1/KH-UBND");
    foreign.issuer_agency = AgencyId::make();
    EXPECT_EQ(code_of([&] { service.register_document(clerk(), foreign); }), "invalid");
    EXPECT_EQ(service.register_document(clerk(), entry("1/KH-UBND")).arrival_number, 1);
}

TEST_P(IncomingTest, a_date_before_the_last_of_the_series_is_refused)
{
    service.register_document(clerk(), entry("1/KH-UBND"));
    auto yesterday = entry("2/KH-UBND");
    yesterday.arrived_on = Date::of(2022, 5, 3);
    EXPECT_EQ(code_of([&] { service.register_document(clerk(), yesterday); }), "number.back_dated");
}

TEST_P(IncomingTest, the_same_form_sent_twice_acts_once)
{
    auto actor = clerk();
    actor.idempotency_key = "form-1";
    actor.request_digest = "digest";
    const auto first = service.register_document(actor, entry("1/KH-UBND"));
    const auto again = service.register_document(actor, entry("1/KH-UBND"));
    EXPECT_EQ(again.id, first.id);
    EXPECT_EQ(again.arrival_number, 1);
    actor.request_digest = "another";
    EXPECT_EQ(code_of([&] { service.register_document(actor, entry("2/KH-UBND")); }), "idempotency.reused");
    EXPECT_EQ(service.list(clerk(), {}).items.size(), 1U);
}

TEST_P(IncomingTest, register_and_submit_is_one_act_and_the_head_accepts_with_one)
{
    const auto document = service.register_document(clerk(), proposed("817/KH-UBND"));
    EXPECT_EQ(document.state, State::submitted);
    EXPECT_EQ(waiting(office.head), std::vector{work::Action::instruct});
    EXPECT_TRUE(waiting(office.clerk).empty());

    const auto seen = service.get(head(), document.id);
    ASSERT_TRUE(seen.proposal);
    EXPECT_EQ(seen.proposal->shares.size(), 2U);
    EXPECT_EQ(seen.acts, std::vector<std::string>{"assign"});

    const auto assigned = service.assign(head(), {document.id, seen.version, true, {}});
    EXPECT_EQ(assigned.state, State::assigned);
    EXPECT_EQ(assigned.lead_name, "Phạm Văn An");
    EXPECT_EQ(assigned.due_on, Date::of(2022, 5, 15));
    EXPECT_TRUE(waiting(office.head).empty());
    EXPECT_EQ(waiting(office.officer), std::vector{work::Action::lead});
    EXPECT_EQ(waiting(office.other_officer), std::vector{work::Action::cooperate});
}

TEST_P(IncomingTest, the_lead_accepts_reports_and_finishes_and_only_he)
{
    const auto id = assigned("817/KH-UBND");
    EXPECT_EQ(service.get(officer(), id).acts, (std::vector<std::string>{"accept", "progress", "forward", "finish", "extend"}));
    EXPECT_EQ(service.progress(officer(), {id, "đã nhận việc", false}).state, State::in_progress);
    EXPECT_EQ(code_of([&] { service.finish(other(), {id, {}, Result::filed, {}, {}}); }), "incoming.not_now");
    EXPECT_EQ(code_of([&] { service.progress(officer(), {id, "", true}); }), "incoming.lead_finishes");
    service.progress(other(), {id, "phần tôi xong", true});
    EXPECT_TRUE(waiting(office.other_officer).empty());
    const auto done = service.finish(officer(), {id, {}, Result::filed, {}, "đưa vào hồ sơ"});
    EXPECT_EQ(done.state, State::done);
    EXPECT_EQ(done.result, Result::filed);
    EXPECT_TRUE(waiting(office.officer).empty());
    EXPECT_TRUE(done.acts.empty());
    EXPECT_EQ(code_of([&] { service.finish(officer(), {id, {}, Result::noted, {}, {}}); }), "incoming.not_now");
}

TEST_P(IncomingTest, finishing_by_reply_wants_a_document_that_went_out)
{
    const auto id = assigned("817/KH-UBND");
    EXPECT_EQ(code_of([&] { service.finish(officer(), {id, {}, Result::replied, Id<outgoing::Outgoing>::make(), {}}); }), "invalid");
}

TEST_P(IncomingTest, the_lead_hands_on_and_the_new_one_finishes)
{
    const auto id = assigned("817/KH-UBND");
    service.forward(officer(), {id, "chuyển đồng chí Bình", {{office.other_officer, Part::lead, {}}}});
    EXPECT_TRUE(waiting(office.officer).empty());
    EXPECT_EQ(waiting(office.other_officer), std::vector{work::Action::lead});
    EXPECT_EQ(code_of([&] { service.finish(officer(), {id, {}, Result::filed, {}, {}}); }), "incoming.not_now");
    EXPECT_EQ(service.finish(other(), {id, {}, Result::filed, {}, {}}).state, State::done);
}

TEST_P(IncomingTest, a_colleague_adds_people_and_takes_nothing_from_the_lead)
{
    const auto id = assigned("817/KH-UBND");
    service.forward(other(), {id, "để các đồng chí biết", {{office.officer, Part::cooperate, {}}, {office.deputy, Part::inform, {}}}});
    EXPECT_EQ(waiting(office.officer), std::vector{work::Action::lead}) << "he still leads";
    EXPECT_EQ(waiting(office.deputy), std::vector{work::Action::read});
    EXPECT_EQ(code_of([&] { service.forward(other(), {id, "", {{office.deputy, Part::lead, {}}}}); }), "incoming.only_lead_hands_on");
    EXPECT_EQ(service.finish(officer(), {id, {}, Result::filed, {}, {}}).state, State::done);
}

TEST_P(IncomingTest, a_reader_is_asked_for_more_when_a_colleague_needs_him)
{
    const auto id = assigned("817/KH-UBND");
    service.forward(officer(), {id, "", {{office.deputy, Part::inform, {}}}});
    service.forward(officer(), {id, "", {{office.deputy, Part::cooperate, {}}}});
    EXPECT_EQ(waiting(office.deputy), std::vector{work::Action::cooperate});
}

TEST_P(IncomingTest, it_is_submitted_only_to_who_can_instruct)
{
    auto form = proposed("817/KH-UBND");
    form.submit_to = office.officer;
    EXPECT_EQ(code_of([&] { service.register_document(clerk(), form); }), "invalid");
    form.submit_to = office.deputy;
    const auto document = service.register_document(clerk(), form);
    EXPECT_EQ(document.arrival_number, 1) << "the refused form took no number";
    EXPECT_EQ(waiting(office.deputy), std::vector{work::Action::instruct});
    EXPECT_TRUE(waiting(office.head).empty());
}

TEST_P(IncomingTest, a_proposed_deadline_before_the_arrival_is_refused_at_once)
{
    auto form = proposed("817/KH-UBND");
    form.submit->due_on = Date::of(2022, 5, 3);
    EXPECT_EQ(code_of([&] { service.register_document(clerk(), form); }), "invalid");
}

TEST_P(IncomingTest, the_book_of_outgoing_documents_gives_no_arrival_number)
{
    auto form = entry("817/KH-UBND");
    form.book = office.outgoing_book;
    EXPECT_EQ(code_of([&] { service.register_document(clerk(), form); }), "invalid");
    EXPECT_EQ(numbering_faults(), std::vector<std::string>{});
}

TEST_P(IncomingTest, the_list_of_who_is_named_keeps_the_order_of_the_book)
{
    const auto reader = Actor{office.agency.id, office.clerk, {Permission::read_documents}}; // sees what reaches her
    const auto waiting_one = arrive("817/KH-UBND");
    service.register_document(clerk(), entry("818/KH-UBND"));
    auto form = entry("817/KH-UBND");
    form.arrival = waiting_one;
    service.register_document(clerk(), form);
    std::vector<int> numbers;
    for (const auto& row : service.list(reader, {}).items)
        numbers.push_back(row.arrival_number);
    EXPECT_EQ(numbers, (std::vector{2, 1}));
}

TEST_P(IncomingTest, a_reply_closes_what_was_submitted_and_leaves_what_has_not_been_received)
{
    const auto submitted = service.register_document(clerk(), proposed("817/KH-UBND"));
    const auto arrived = arrive("818/KH-UBND");
    database().write(office.agency.id, [&](db::Tx& tx) {
        service.finish_by_reply(tx, clerk(), submitted.id, Id<outgoing::Outgoing>::make(), "36/KH-UBND");
        service.finish_by_reply(tx, clerk(), arrived, Id<outgoing::Outgoing>::make(), "36/KH-UBND");
    });
    const auto closed = service.get(clerk(), submitted.id);
    EXPECT_EQ(closed.state, State::done);
    EXPECT_FALSE(closed.proposal.has_value());
    EXPECT_EQ(service.get(clerk(), arrived).state, State::arrived);
}

TEST_P(IncomingTest, what_is_only_to_be_read_is_done_when_it_was_opened)
{
    const auto document = service.register_document(clerk(), proposed("5/TB-UBND"));
    const auto view = service.assign(head(), {document.id, {}, false, Instruction{"để biết", {{office.officer, Part::inform, {}}}, {}}});
    EXPECT_EQ(view.state, State::done);
    EXPECT_EQ(view.result, Result::noted);
    EXPECT_EQ(waiting(office.officer), std::vector{work::Action::read});
    const auto opened = service.get(officer(), document.id);
    ASSERT_EQ(opened.assignments.size(), 1U);
    EXPECT_GT(opened.assignments[0].read_at.ms, 0);
    EXPECT_TRUE(waiting(office.officer).empty());
}

TEST_P(IncomingTest, returning_wants_a_reason_and_keeps_the_number_in_the_book)
{
    const auto document = service.register_document(clerk(), proposed("1/KH-UBND"));
    EXPECT_EQ(code_of([&] { service.send_back(clerk(), {document.id, ""}); }), "invalid");
    EXPECT_EQ(service.send_back(clerk(), {document.id, "gửi nhầm nơi nhận"}).state, State::returned);
    EXPECT_TRUE(waiting(office.head).empty());
    EXPECT_EQ(service.register_document(clerk(), entry("2/KH-UBND")).arrival_number, 2);
    EXPECT_TRUE(numbering_faults().empty());
}

TEST_P(IncomingTest, a_stale_page_is_told_and_nothing_happens)
{
    const auto document = service.register_document(clerk(), proposed("1/KH-UBND"));
    EXPECT_EQ(code_of([&] { service.assign(head(), {document.id, 77, true, {}}); }), "stale");
    EXPECT_EQ(service.get(head(), document.id).state, State::submitted);
}

TEST_P(IncomingTest, nobody_sees_what_does_not_reach_him)
{
    const auto document = service.register_document(clerk(), proposed("1/KH-UBND"));
    EXPECT_EQ(code_of([&] { service.get(officer(), document.id); }), "not_found");
    EXPECT_TRUE(service.list(officer(), {}).items.empty());
    test::Office strangers{database(), "UBND thị xã Đức Mẫu"};
    EXPECT_EQ(code_of([&] { service.get(strangers.as(strangers.clerk), document.id); }), "not_found");
    EXPECT_EQ(code_of([&] { service.assign(strangers.as(strangers.head), {document.id, {}, true, {}}); }), "not_found");
    EXPECT_TRUE(service.list(strangers.as(strangers.clerk), {}).items.empty());
    service.assign(head(), {document.id, {}, true, {}});
    EXPECT_EQ(service.list(officer(), {}).items.size(), 1U);
    EXPECT_EQ(service.get(officer(), document.id).id, document.id);
}

// Phụ lục VI
TEST_P(IncomingTest, only_the_clerk_registers_and_only_a_head_directs)
{
    EXPECT_EQ(code_of([&] { service.register_document(officer(), entry("1/KH-UBND")); }), "forbidden");
    const auto document = service.register_document(clerk(), proposed("1/KH-UBND"));
    EXPECT_EQ(code_of([&] { service.assign(clerk(), {document.id, {}, true, {}}); }), "forbidden");
    EXPECT_EQ(code_of([&] { service.submit(office.as(office.officer), {document.id, {}, {}, {}}); }), "forbidden");
}

// Phụ lục VI
TEST_P(IncomingTest, the_list_answers_every_filter_for_those_who_see_all_and_those_who_do_not)
{
    for (int i = 1; i <= 9; ++i) {
        auto made = i % 3 == 0 ? proposed(std::to_string(i) + "/BC-UBND") : entry(std::to_string(i) + "/KH-UBND");
        made.kind = i % 3 == 0 ? "BC" : "KH";
        made.issuer = i % 2 == 0 ? "Sở Nội vụ" : "UBND thị xã Đức Mẫu";
        const auto document = service.register_document(clerk(), made);
        if (i % 3 == 0)
            service.assign(head(), {document.id, {}, true, {}});
        clock.advance_ms(86'400'000);
    }
    const auto count = [&](const Actor& actor, const IncomingQuery& query) {
        return service.list(actor, query).items.size();
    };
    EXPECT_EQ(count(clerk(), {}), 9U);
    EXPECT_EQ(count(officer(), {}), 3U);
    EXPECT_EQ(count(clerk(), {.kind = "BC"}), 3U);
    EXPECT_EQ(count(officer(), {.kind = "KH"}), 0U);
    EXPECT_EQ(count(clerk(), {.issuer = "sở nội vụ"}), 4U);
    EXPECT_EQ(count(clerk(), {.state = State::assigned}), 3U);
    EXPECT_EQ(count(clerk(), {.state = State::assigned, .kind = "BC", .issuer = "Sở Nội vụ"}), 1U);
    EXPECT_EQ(count(clerk(), {.from = Date::of(2022, 5, 5), .to = Date::of(2022, 5, 6)}), 2U);
    EXPECT_EQ(count(clerk(), {.person = office.officer}), 3U);
    EXPECT_EQ(count(officer(), {.person = office.other_officer}), 3U);
    EXPECT_EQ(count(clerk(), {.overdue = true}), 0U);
    clock.advance_ms(30LL * 86'400'000);
    EXPECT_EQ(count(clerk(), {.overdue = true}), 3U);
    EXPECT_EQ(count(officer(), {.overdue = true}), 3U);
    EXPECT_EQ(count(clerk(), {.query = "so noi vu"}), 4U);
    EXPECT_EQ(count(clerk(), {.query = "6/BC"}), 1U);
    EXPECT_EQ(count(officer(), {.query = "kế hoạch"}), 0U);
    EXPECT_EQ(count(clerk(), {.query = "sở nội vụ", .kind = "BC"}), 1U);

    const auto first = service.list(clerk(), {.limit = 4});
    ASSERT_EQ(first.items.size(), 4U);
    EXPECT_EQ(first.items[0].arrival_number, 9);
    EXPECT_EQ(first.total, 9);
    const auto second = service.list(clerk(), {.after = first.after, .limit = 4});
    ASSERT_EQ(second.items.size(), 4U);
    EXPECT_EQ(second.items[0].arrival_number, 5);
}

TEST_P(IncomingTest, an_arrived_document_waits_for_the_clerk_and_takes_its_number_when_registered)
{
    const auto id = arrive("817/KH-UBND");
    EXPECT_EQ(waiting(office.clerk), std::vector{work::Action::receive});
    EXPECT_EQ(service.list(clerk(), {.state = State::arrived}).items.size(), 1U);
    auto form = proposed("817/KH-UBND");
    form.arrival = id;
    const auto document = service.register_document(clerk(), form);
    EXPECT_EQ(document.id, id);
    EXPECT_EQ(document.arrival_number, 1);
    EXPECT_EQ(document.way, Way::inside);
    EXPECT_TRUE(waiting(office.clerk).empty());
    EXPECT_EQ(code_of([&] { service.register_document(clerk(), form); }), "incoming.not_waiting");
}

// Phụ lục VI
TEST_P(IncomingTest, every_act_is_told_in_the_story_and_the_chain_holds)
{
    const auto id = assigned("817/KH-UBND");
    service.progress(officer(), {id, "đang làm", false});
    service.finish(officer(), {id, {}, Result::filed, {}, {}});
    std::vector<std::string> story;
    for (const auto& event : service.get(head(), id).story)
        story.push_back(event.action);
    EXPECT_EQ(story,
              (std::vector<std::string>{"incoming.finished", "incoming.progress", "incoming.assigned", "incoming.submitted",
                                        "incoming.registered"}));
    EXPECT_TRUE(audit.verify(database(), office.agency.id).empty());
}

TEST_P(IncomingTest, texts_and_lists_have_their_limits_and_nothing_but_blanks_is_no_text)
{
    const auto id = assigned("817/KH-UBND");
    const std::string endless(10'000, 'x');
    EXPECT_EQ(fault_of([&] { service.progress(officer(), {id, endless, false}); }), "/text: too_long");
    EXPECT_EQ(fault_of([&] { service.finish(officer(), {id, {}, Result::filed, {}, endless}); }), "/text: too_long");
    EXPECT_EQ(fault_of([&] { service.forward(officer(), {id, endless, {{office.deputy, Part::inform, {}}}}); }), "/text: too_long");
    EXPECT_EQ(fault_of([&] { service.forward(officer(), {id, "", std::vector<tasks::Share>(300)}); }), "/shares: too_many");
    const auto second = service.register_document(clerk(), entry("818/KH-UBND")).id;
    for (const auto* blank : {"", " \n\t", "\u00a0\u2003\u3000"})
        EXPECT_EQ(fault_of([&] { service.send_back(clerk(), {second, blank}); }), "/reason: required") << blank;
    EXPECT_EQ(fault_of([&] { service.send_back(clerk(), {second, endless}); }), "/reason: too_long");
    auto form = entry("1/CV");
    form.subject = "   ";
    EXPECT_EQ(fault_of([&] { service.register_document(clerk(), form); }), "/subject: required");
    form = entry("1/CV");
    form.files.resize(51);
    EXPECT_EQ(fault_of([&] { service.register_document(clerk(), form); }), "/files: too_many");
    form = entry("1/CV");
    form.arrived_on = Date::of(1492, 1, 1);
    form.issued_on.reset();
    EXPECT_EQ(fault_of([&] { service.register_document(clerk(), form); }), "/arrived_on: range");
    EXPECT_EQ(service.register_document(clerk(), entry("1/CV")).arrival_number, 3);
}

TEST_P(IncomingTest, whoever_is_named_must_be_of_the_agency_and_a_lead_must_be_able_to_finish)
{
    test::Office elsewhere{database(), "UBND thị xã Đức Mẫu"};
    const auto id = service.register_document(clerk(), entry("817/KH-UBND")).id;
    const auto propose = [&](Id<org::Person> lead, std::optional<Id<org::Person>> to = {}) {
        return fault_of([&] { service.submit(clerk(), {id, {}, to, {"", {{lead, Part::lead, {}}}, {}}}); });
    };
    EXPECT_EQ(propose(elsewhere.officer), "/proposal/shares/0/person: unknown");
    EXPECT_EQ(propose(Id<org::Person>::make()), "/proposal/shares/0/person: unknown");
    EXPECT_EQ(propose(office.officer, elsewhere.head), "/to: unknown");
    const auto decide = [&](Id<org::Person> lead) {
        return fault_of([&] { service.assign(head(), {id, {}, false, Instruction{"", {{lead, Part::lead, {}}}, {}}}); });
    };
    EXPECT_EQ(decide(elsewhere.officer), "/instruction/shares/0/person: unknown");
    database().write(office.agency.id, [&](db::Tx& tx) {
        tx.execute("DELETE FROM person_role WHERE agency = $1 AND person = $2", tx.agency(), office.other_officer);
        tx.execute("UPDATE person SET active = 0 WHERE agency = $1 AND id = $2", tx.agency(), office.deputy);
    });
    EXPECT_EQ(decide(office.other_officer), "/instruction/shares/0/person: no_permission");
    EXPECT_EQ(decide(office.deputy), "/instruction/shares/0/person: inactive");
    EXPECT_EQ(decide(office.officer), "nothing was thrown");
    EXPECT_EQ(fault_of([&] { service.forward(officer(), {id, "", {{elsewhere.head, Part::inform, {}}}}); }), "/shares/0/person: unknown");
    auto form = entry("818/KH-UBND");
    form.arrival = Id<Incoming>::make();
    EXPECT_EQ(fault_of([&] { service.register_document(clerk(), form); }), "/arrival: unknown");
}

TEST_P(IncomingTest, a_cursor_that_was_not_given_is_refused)
{
    service.register_document(clerk(), entry("817/KH-UBND"));
    IncomingQuery query;
    query.query = "so ket";
    for (const auto* number : {"99999999999999999", "-99999999999999999", "x"}) {
        query.after = std::string{number} + "." + Uuid::make().to_string();
        EXPECT_EQ(fault_of([&] { service.list(clerk(), query); }), "/after: cursor") << number;
    }
}

TEST_P(IncomingTest, the_check_finds_reach_and_work_that_do_not_fit_the_documents)
{
    const auto broken = [&] {
        std::set<std::string> faults;
        for (const auto& rule : IncomingService::rules())
            database().read(office.agency.id, [&](db::Tx& tx) {
                if (!tx.list<std::string>(rule.sql, tx.agency()).empty())
                    faults.emplace(rule.fault);
            });
        return faults;
    };
    const auto change = [&](std::string_view sql, Uuid record) {
        database().write(office.agency.id, [&](db::Tx& tx) { tx.execute(sql, tx.agency(), record); });
    };
    using Faults = std::set<std::string>;
    const auto id = assigned("817/KH-UBND").uuid;
    const auto registered = service.register_document(clerk(), entry("818/KH-UBND")).id.uuid;
    const auto submitted = service.register_document(clerk(), proposed("819/KH-UBND")).id.uuid;
    arrive("5/CV-UBND");
    service.send_back(clerk(), {arrive("6/CV-UBND"), "không gửi cho xã"});
    const auto finished = assigned("820/KH-UBND");
    service.forward(officer(), {finished, "", {{office.deputy, Part::lead, {}}}});
    service.finish(office.as(office.deputy), {finished, {}, Result::filed, {}, {}});
    EXPECT_EQ(broken(), Faults{});

    change("DELETE FROM reach WHERE agency = $1 AND record = $2", submitted);
    EXPECT_EQ(broken(), (Faults{"the leader to whom it is submitted does not reach it", "it waits for someone who does not reach it"}));
    change("DELETE FROM work_item WHERE agency = $1 AND record = $2", registered);
    change("UPDATE reach SET sort_at = 5 WHERE agency = $1 AND record = $2", registered);
    EXPECT_EQ(broken(),
              (Faults{"the leader to whom it is submitted does not reach it", "it waits for someone who does not reach it",
                      "it is submitted or registered and waits for nobody", "it is reached at a place where it does not stand"}));
    change("DELETE FROM book_number WHERE agency = $1 AND record = $2", id);
    change("UPDATE incoming SET state = 'done' WHERE agency = $1 AND id = $2", id);
    EXPECT_TRUE(broken().contains("its number stands in no book"));
    change("UPDATE assignment SET state = 'done' WHERE agency = $1 AND record = $2", id);
    EXPECT_TRUE(broken().contains("something waits that nothing asks for any more"));
}

} // namespace congso
