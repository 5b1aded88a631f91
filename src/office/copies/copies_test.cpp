#include "office/copies/copies_service.h"

#include "lib/pdf/text.h"
#include "office/recipient_groups/recipient_groups_service.h"
#include "tests/support/outgoing_fixture.h"

#include <fstream>

namespace congso {

namespace {

using copies::CopyEntry, copies::CopyView, delivery::Recipient, delivery::RecipientKind, copies::CopyForm, copies::SourceKind;
using test::fault_of;
using test::pdf_bytes;
using testing::ElementsAre;
using testing::IsEmpty;

class CopiesTest : public test::OutgoingFixture {
protected:
    CopiesTest()
    {
        appoint(ours_, ours_.chairman);
        copies_.subscribe(runner_);
    }

    CopyEntry of_outgoing(Id<outgoing::Outgoing> id, CopyForm form = CopyForm::full)
    {
        return {.source_kind = SourceKind::outgoing,
                .source = id.uuid,
                .form = form,
                .body = ours_.body,
                .signer = ours_.chairman,
                .recipients = {{.kind = RecipientKind::person, .target = ours_.colleague.uuid, .name = "Lê Văn Bạn"},
                               {.kind = RecipientKind::outside, .name = "Trường THCS Phổ Mẫu"}}};
    }
    CopyEntry of_incoming(CopyForm form = CopyForm::full)
    {
        auto entry = of_outgoing({}, form);
        entry.source_kind = SourceKind::incoming;
        if (!plan_)
            plan_ = incoming_
                        .register_document(clerk(),
                                           {.issuer = "UBND thị xã Đức Mẫu",
                                            .origin_number = "817/KH-UBND",
                                            .issued_on = Date::of(2022, 4, 28),
                                            .kind = "KH",
                                            .subject = "Tổ chức sơ kết",
                                            .files = {upload(clerk(), three_pages(), "Kế hoạch 817.pdf")}})
                        .id.uuid;
        entry.source = form == CopyForm::recopied ? received(incoming::ReceivedAs::full_copy) : *plan_;
        if (form == CopyForm::extract) {
            entry.part = "Mục II";
            entry.text = "Báo cáo trước ngày 20.";
        }
        return entry;
    }
    Uuid received(incoming::ReceivedAs as)
    {
        return incoming_
            .register_document(clerk(),
                               {.issuer = "UBND thị xã Đức Mẫu",
                                .origin_number = Uuid::make().to_string(),
                                .kind = "KH",
                                .subject = "Tổ chức sơ kết",
                                .received_as = as})
            .id.uuid;
    }
    CopyView issue(const CopyView& made)
    {
        return copies_.issue(clerk(), {.id = made.id, .version = made.version, .scan = upload(clerk(), pdf_bytes + made.symbol, "ký.pdf")});
    }
    static std::string three_pages()
    {
        print::Paper paper{Date::of(2022, 4, 28)};
        for (int page = 1; page <= 3; ++page) {
            if (page > 1)
                paper.next_page();
            paper.write("Trang so " + std::to_string(page), {.size = 14}, {30, 40}, 165);
        }
        return paper.finish();
    }
    // The words of what is printed, and on how many pages.
    std::pair<std::vector<pdf::Word>, int> printed(const CopyView& made)
    {
        const auto print = copies_.print(clerk(), made.id);
        auto answer = std::pair{pdf::words_of(print.file), pdf::page_count(print.file)};
        std::filesystem::remove(print.file);
        return answer;
    }
    static int page_of(const std::vector<pdf::Word>& words, const std::string& text)
    {
        for (const auto& word : words)
            if (word.text == text)
                return word.page;
        return 0;
    }
    std::vector<std::string> broken_rules()
    {
        std::vector<std::string> faults;
        database().read(ours_.id, [&](db::Tx& tx) {
            for (const auto& rules : {DeliveryService::rules(), CopyService::rules()})
                for (const auto& rule : rules)
                    if (!tx.list<std::string>(rule.sql, tx.agency()).empty())
                        faults.emplace_back(rule.fault);
            for (const auto& fault : numbering_.check(tx))
                faults.push_back(fault);
        });
        return faults;
    }

    std::optional<Uuid> plan_;
    CopyService copies_{{database(), clock_, audit_, org_, files_, numbering_, search_, notifier_, work_, incoming_, delivery_, outgoing_,
                         queue_, directory_.path()}};
};
CONGSO_BOTH_ENGINES(CopiesTest);

} // namespace

// Điều 25
TEST(Copies, the_form_follows_what_the_agency_has)
{
    using copies::misfit_of;
    using enum incoming::ReceivedAs;
    EXPECT_EQ(misfit_of(CopyForm::full, original), "");
    EXPECT_EQ(misfit_of(CopyForm::extract, original), "");
    EXPECT_EQ(misfit_of(CopyForm::recopied, original), "copy_of_original");
    EXPECT_EQ(misfit_of(CopyForm::full, full_copy), "copy_of_full_copy");
    EXPECT_EQ(misfit_of(CopyForm::extract, full_copy), "copy_of_full_copy");
    EXPECT_EQ(misfit_of(CopyForm::recopied, full_copy), "");
    for (const auto form : {CopyForm::full, CopyForm::recopied, CopyForm::extract})
        for (const auto had : {recopied, extract})
            EXPECT_EQ(misfit_of(form, had), "copy_of_copy");
    EXPECT_EQ(copies::symbol_of(5, CopyForm::full, "UBND"), "05/SY-UBND");
    EXPECT_EQ(copies::symbol_of(12, CopyForm::recopied, "UBND"), "12/SL-UBND");
    EXPECT_EQ(copies::symbol_of(7, CopyForm::extract, "HĐND"), "07/TrS-HĐND");
    EXPECT_EQ(copies::name_of("Kế hoạch", "36/KH-UBND", Date::of(2022, 4, 8), "UBND thị xã Đức Mẫu"),
              "Kế hoạch số 36/KH-UBND ngày 08/4/2022 của UBND thị xã Đức Mẫu");
}

TEST(Copies, every_wrong_field_is_told_at_once)
{
    const auto today = Date::of(2022, 5, 4);
    const auto paths = [&](const CopyEntry& entry) {
        std::vector<std::string> all;
        for (const auto& fault : copies::faults_of(entry, today))
            all.push_back(fault.path + ": " + fault.code);
        return all;
    };
    CopyEntry entry{.form = CopyForm::full, .copied_on = Date::of(2022, 5, 5), .copy_count = 1000, .text = "một phần"};
    entry.recipients = {{.kind = RecipientKind::person, .name = ""}};
    EXPECT_THAT(paths(entry),
                ElementsAre("/body: required", "/signer: required", "/copied_on: future", "/copy_count: range",
                            "/recipients/0/name: required", "/recipients/0/target: required", "/text: whole_copy"));
    entry = {.form = CopyForm::extract, .body = Id<org::Body>::make(), .signer = Id<org::Person>::make()};
    EXPECT_THAT(paths(entry), ElementsAre("/part: required", "/text: required"));
    entry.part = "Trang 2, 3";
    entry.first_page = 3;
    entry.last_page = 2;
    EXPECT_THAT(paths(entry), ElementsAre("/last_page: range"));
    entry.last_page = 3;
    entry.text = "và chữ";
    EXPECT_THAT(paths(entry), ElementsAre("/text: pages_or_text"));
}

TEST_P(CopiesTest, all_forms_share_one_series_of_the_year_without_gaps)
{
    const auto first = copies_.make(clerk(), of_incoming());
    EXPECT_EQ(first.symbol, "01/SY-UBND");
    EXPECT_EQ(first.source_name, "Kế hoạch số 817/KH-UBND ngày 28/4/2022 của UBND thị xã Đức Mẫu");
    EXPECT_EQ(first.copied_on, Date::of(2022, 5, 4));
    EXPECT_EQ(copies_.make(clerk(), of_incoming(CopyForm::extract)).symbol, "02/TrS-UBND");
    EXPECT_EQ(copies_.make(clerk(), of_incoming(CopyForm::recopied)).symbol, "03/SL-UBND");
    EXPECT_EQ(copies_.make(clerk(), of_outgoing(issued(draft()).id)).symbol, "04/SY-UBND");
    EXPECT_EQ(issued(draft()).symbol, "02/BC-UBND") << "documents have numbers of their own";
    const auto books = numbering_.list_books(clerk());
    EXPECT_EQ(std::count_if(books.begin(), books.end(), [](const auto& book) { return book.direction == numbering::Direction::copies; }),
              1);
    auto back = of_incoming();
    back.copied_on = Date::of(2022, 5, 3);
    EXPECT_EQ(fault_of([&] { copies_.make(clerk(), back); }), "number.back_dated");
    EXPECT_THAT(broken_rules(), IsEmpty());
}

TEST_P(CopiesTest, the_same_request_again_makes_no_second_copy)
{
    auto actor = clerk();
    actor.idempotency_key = "một lần";
    actor.request_digest = "d";
    const auto entry = of_incoming();
    const auto first = copies_.make(actor, entry);
    EXPECT_EQ(copies_.make(actor, entry).id, first.id);
    EXPECT_EQ(copies_.list(clerk(), {}).total, 1);
}

TEST_P(CopiesTest, only_documents_of_the_books_are_copied_and_only_by_whoever_may)
{
    const auto open = outgoing_.create(officer(), draft()).id;
    EXPECT_EQ(fault_of([&] { copies_.make(clerk(), of_outgoing(open)); }), "copy.not_copied") << "a draft";
    const auto sent = issued(draft());
    EXPECT_EQ(fault_of([&] { copies_.make(clerk(), of_outgoing(sent.id, CopyForm::recopied)); }), "/form: copy_of_original") << "its own";
    EXPECT_EQ(fault_of([&] { copies_.make(officer(), of_outgoing(sent.id)); }), "forbidden");
    EXPECT_EQ(fault_of([&] { copies_.make(their_clerk(), of_outgoing(sent.id)); }), "not_found") << "another agency";
    outgoing_.recall(clerk(), {.id = sent.id, .reason = "sai số liệu"});
    EXPECT_EQ(fault_of([&] { copies_.make(clerk(), of_outgoing(sent.id)); }), "copy.not_copied") << "recalled";
    auto entry = of_incoming();
    entry.signer = ours_.officer;
    EXPECT_EQ(fault_of([&] { copies_.make(clerk(), entry); }), "/signer: no_authority");
    entry = of_incoming();
    entry.recipients[0].target = Uuid::make();
    EXPECT_EQ(fault_of([&] { copies_.make(clerk(), entry); }), "/recipients/0/target: unknown");
    database().write(ours_.id, [&](db::Tx& tx) { tx.execute("UPDATE body SET party = 1 WHERE agency = $1", tx.agency()); });
    EXPECT_EQ(fault_of([&] { copies_.make(clerk(), of_incoming()); }), "/body: party_copies");
    EXPECT_EQ(copies_.list(clerk(), {}).total, 0) << "nothing took a number";
}

// Điều 25
TEST_P(CopiesTest, a_copy_of_a_copy_is_a_recopy_and_of_that_there_is_none)
{
    const auto told = [&](CopyForm form, incoming::ReceivedAs had) {
        auto entry = of_incoming(form);
        entry.source = received(had);
        return fault_of([&] { copies_.make(clerk(), entry); });
    };
    using enum incoming::ReceivedAs;
    EXPECT_EQ(told(CopyForm::full, full_copy), "/form: copy_of_full_copy");
    EXPECT_EQ(told(CopyForm::extract, full_copy), "/form: copy_of_full_copy");
    EXPECT_EQ(told(CopyForm::recopied, original), "/form: copy_of_original");
    EXPECT_EQ(told(CopyForm::recopied, recopied), "/form: copy_of_copy");
    EXPECT_EQ(told(CopyForm::extract, extract), "/form: copy_of_copy");
    EXPECT_EQ(copies_.list(clerk(), {}).total, 0) << "nothing took a number";
    // a registration that was wrong about it is put right, and then it may be
    const auto wrong = Id<incoming::Incoming>{received(original)};
    const auto put_right = incoming_.correct(clerk(), {.id = wrong, .version = 1, .reason = "bản sao y", .received_as = full_copy});
    EXPECT_EQ(put_right.received_as, full_copy);
    auto entry = of_incoming(CopyForm::recopied);
    entry.source = wrong.uuid;
    EXPECT_EQ(copies_.make(clerk(), entry).symbol, "01/SL-UBND");
}

TEST_P(CopiesTest, it_is_given_out_with_the_scan_of_the_signed_paper)
{
    const auto made = copies_.make(clerk(), of_incoming());
    EXPECT_THAT(waiting_for(clerk()), testing::Contains("issue " + made.source_name + ": Tổ chức sơ kết"));
    EXPECT_EQ(fault_of([&] { copies_.get(colleague(), made.id); }), "not_found") << "not before it is signed";
    EXPECT_EQ(fault_of([&] { copies_.issue(clerk(), {.id = made.id}); }), "/scan: required");
    EXPECT_EQ(fault_of([&] { copies_.issue(officer(), {.id = made.id}); }), "forbidden");
    EXPECT_EQ(fault_of([&] { copies_.issue(their_clerk(), {.id = made.id}); }), "not_found");
    const auto given = issue(made);
    EXPECT_EQ(given.state, copies::State::issued);
    ASSERT_TRUE(given.scan);
    EXPECT_TRUE(given.recipients[0].delivered_at.ms > 0 && given.recipients[1].delivered_at.ms == 0) << "the second goes by post";
    EXPECT_THAT(given.acts, ElementsAre("remind"));
    EXPECT_THAT(waiting_for(colleague()), ElementsAre("read " + made.source_name + ": Tổ chức sơ kết"));
    EXPECT_THAT(broken_rules(), IsEmpty());
    EXPECT_EQ(copies_.get(colleague(), made.id).sees_source, false) << "the copy, not the document";
    EXPECT_EQ(files_.open(colleague(), given.scan->id).media_type, "application/pdf");
    EXPECT_THAT(waiting_for(colleague()), IsEmpty()) << "he has looked";
    EXPECT_EQ(copies_.list(colleague(), {}).total, 1);
    EXPECT_EQ(copies_.list(officer(), {}).total, 0);
    EXPECT_EQ(fault_of([&] { issue(given); }), "copy.not_now");
    EXPECT_EQ(fault_of([&] { copies_.void_copy(clerk(), {.id = made.id, .reason = "muộn"}); }), "copy.not_now");
    EXPECT_THAT(broken_rules(), IsEmpty());
}

// As an issued document is: to whoever holds the post or belongs to the group that day, to the agency's people, to other agencies.
TEST_P(CopiesTest, it_reaches_posts_groups_and_other_agencies_as_documents_do)
{
    const auto guest = database().write(ours_.id, [&](db::Tx& tx) { return hire(tx, "Nguyễn Hữu Đông", "officer", false); });
    const auto post = Id<org::Post>::make();
    database().write(ours_.id, [&](db::Tx& tx) {
        tx.insert("post", org::Post{.agency = tx.agency(), .id = post, .name = "Trưởng thôn Hải Tân"});
        tx.insert("holding",
                  org::Holding{.agency = tx.agency(), .id = Id<org::Holding>::make(), .person = guest, .post = post, .main = true});
    });
    RecipientGroupService groups{database(), clock_, audit_};
    const auto group = groups
                           .save({ours_.id, ours_.clerk, {Permission::manage_people}},
                                 {.name = "Các đoàn thể",
                                  .members = {{.kind = recipient_groups::MemberKind::person, .target = ours_.colleague.uuid},
                                              {.kind = recipient_groups::MemberKind::person, .target = ours_.chairman.uuid}}})
                           .id;
    auto entry = of_incoming();
    entry.recipients = {{.kind = RecipientKind::group, .target = group.uuid, .name = "Các đoàn thể"},
                        {.kind = RecipientKind::post, .target = post.uuid, .name = "Trưởng thôn Hải Tân", .mark = "để biết"},
                        {.kind = RecipientKind::agency, .target = theirs_.id.uuid, .name = "UBND xã Phổ Bên"}};
    const auto made = copies_.make(clerk(), entry);
    EXPECT_GT(page_of(printed(made).first, "Bên;"), 0);
    EXPECT_GT(page_of(printed(made).first, "biết);"), 0);
    auto given = issue(made);
    ASSERT_EQ(given.deliveries.size(), 2U) << "who signed it has it";
    EXPECT_EQ(given.deliveries[0].through, "Các đoàn thể");
    EXPECT_FALSE(given.deliveries[0].on_paper);
    EXPECT_EQ(given.deliveries[1].person, guest);
    EXPECT_TRUE(given.deliveries[1].on_paper) << "he has no account";
    EXPECT_THAT(given.acts, ElementsAre("remind", "hand_out"));
    EXPECT_THAT(broken_rules(), IsEmpty());

    EXPECT_EQ(given.recipients[2].delivered_at.ms, 0) << "on its way";
    runner_.run_due();
    runner_.run_due();
    const auto there = arrived();
    ASSERT_EQ(there.size(), 1U);
    EXPECT_EQ(there[0].origin_number, "01/SY-UBND");
    EXPECT_EQ(there[0].subject, "Bản sao y " + made.source_name + ": Tổ chức sơ kết");
    EXPECT_EQ(there[0].kind, "KH");
    const auto arrival = incoming_.get(their_clerk(), there[0].id);
    ASSERT_EQ(arrival.files.size(), 1U);
    EXPECT_EQ(arrival.files[0].id, given.scan->id) << "the signed paper, nothing else";
    EXPECT_EQ(arrival.received_as, incoming::ReceivedAs::full_copy) << "of which they may make a «sao lục» only";
    given = copies_.get(clerk(), made.id);
    EXPECT_GT(given.recipients[2].delivered_at.ms, 0);
    incoming_.send_back(their_clerk(), {.id = there[0].id, .reason = "gửi nhầm nơi"});
    runner_.run_due();
    EXPECT_THAT(waiting_for(clerk()), testing::Contains("notice " + made.source_name + ": Tổ chức sơ kết"));
    given = copies_.get(clerk(), made.id);
    EXPECT_EQ(given.recipients[2].return_reason, "gửi nhầm nơi");
    EXPECT_THAT(waiting_for(clerk()), testing::Not(testing::Contains("notice " + made.source_name + ": Tổ chức sơ kết"))) << "seen";
    EXPECT_THAT(broken_rules(), IsEmpty());

    EXPECT_EQ(fault_of([&] { copies_.remind(officer(), {.id = made.id}); }), "forbidden");
    EXPECT_EQ(fault_of([&] { copies_.remind(their_clerk(), {.id = made.id}); }), "not_found");
    given = copies_.remind(clerk(), {.id = made.id});
    EXPECT_GT(given.deliveries[0].reminded_at.ms, 0);
    EXPECT_EQ(given.deliveries[1].reminded_at.ms, 0) << "he has it on paper";
    EXPECT_EQ(fault_of([&] { copies_.remind(clerk(), {.id = made.id}); }), "copy.reminded_today");
    EXPECT_THAT(broken_rules(), IsEmpty());
    EXPECT_GT(copies_.get(colleague(), made.id).deliveries[0].read_at.ms, 0);
    EXPECT_THAT(waiting_for(colleague()), IsEmpty()) << "neither to read nor reminded";

    EXPECT_EQ(fault_of([&] { copies_.hand_out(clerk(), {.id = made.id}); }), "/people: required");
    EXPECT_EQ(fault_of([&] { copies_.hand_out(clerk(), {.id = made.id, .people = {ours_.colleague}}); }), "/people/0: no_paper");
    EXPECT_EQ(fault_of([&] { copies_.hand_out(clerk(), {.id = made.id, .people = {guest}, .handed_on = Date::of(2022, 5, 3)}); }),
              "/handed_on: before_issue");
    EXPECT_EQ(fault_of([&] { copies_.hand_out(officer(), {.id = made.id, .people = {guest}}); }), "forbidden");
    given = copies_.hand_out(clerk(), {.id = made.id, .people = {guest}, .handed_to = "Vợ nhận thay"});
    EXPECT_EQ(given.deliveries[1].handed_to, "Vợ nhận thay");
    EXPECT_THAT(given.acts, IsEmpty());
    EXPECT_THAT(broken_rules(), IsEmpty());
}

TEST_P(CopiesTest, a_recipient_that_is_not_there_is_refused)
{
    auto entry = of_incoming();
    entry.recipients = {{.kind = RecipientKind::post, .target = Uuid::make(), .name = "Trưởng thôn"},
                        {.kind = RecipientKind::group, .target = Uuid::make(), .name = "Các thôn"},
                        {.kind = RecipientKind::agency, .target = Uuid::make(), .name = "UBND huyện"},
                        {.kind = RecipientKind::person, .target = theirs_.officer.uuid, .name = "Người xã khác"}};
    EXPECT_THAT(test::faults_thrown_by([&] { copies_.make(clerk(), entry); }),
                ElementsAre("/recipients/0/target: unknown", "/recipients/1/target: unknown", "/recipients/2/target: unknown",
                            "/recipients/3/target: unknown"));
    entry.recipients.erase(entry.recipients.begin(), entry.recipients.end());
    const Recipient colleague{.kind = RecipientKind::person, .target = ours_.colleague.uuid, .name = "Lê Văn Bạn"};
    entry.recipients = {colleague, colleague};
    EXPECT_EQ(fault_of([&] { copies_.make(clerk(), entry); }), "/recipients/1/target: twice");
}

TEST_P(CopiesTest, what_waits_to_be_read_goes_to_another_when_someone_leaves)
{
    const auto given = issue(copies_.make(clerk(), of_incoming()));
    database().write(ours_.id,
                     [&](db::Tx& tx) { copies_.hand_over(tx, clerk(), given.id, work::Action::read, ours_.colleague, ours_.officer); });
    EXPECT_THAT(waiting_for(colleague()), IsEmpty());
    EXPECT_EQ(waiting_for(officer()).size(), 1U);
    EXPECT_EQ(copies_.get(officer(), given.id).symbol, given.symbol);
    EXPECT_THAT(broken_rules(), IsEmpty());
}

TEST_P(CopiesTest, a_copy_made_by_mistake_keeps_its_line_in_the_book)
{
    const auto made = copies_.make(clerk(), of_incoming());
    EXPECT_EQ(fault_of([&] { copies_.void_copy(clerk(), {.id = made.id, .version = made.version}); }), "/reason: required");
    EXPECT_EQ(fault_of([&] { copies_.void_copy(clerk(), {.id = made.id, .version = 9, .reason = "nhầm"}); }), "stale");
    EXPECT_EQ(copies_.void_copy(clerk(), {.id = made.id, .version = made.version, .reason = "nhầm văn bản"}).state, copies::State::voided);
    EXPECT_EQ(copies_.make(clerk(), of_incoming()).symbol, "02/SY-UBND") << "the number is not used again";
    EXPECT_EQ(fault_of([&] { copies_.print(clerk(), made.id); }), "copy.not_now");
    EXPECT_THAT(broken_rules(), IsEmpty());
}

TEST_P(CopiesTest, copies_are_found_by_words_form_state_and_source)
{
    const auto one = of_incoming();
    copies_.make(clerk(), one);
    copies_.make(clerk(), of_incoming(CopyForm::extract));
    copies_.make(clerk(), of_outgoing(issued(draft()).id));
    EXPECT_EQ(copies_.list(clerk(), {.query = "thi xa duc mau"}).items.size(), 2U);
    EXPECT_EQ(copies_.list(clerk(), {.query = "thi xa duc mau", .form = CopyForm::extract}).items.size(), 1U);
    EXPECT_EQ(copies_.list(clerk(), {.form = CopyForm::full}).total, 2);
    const auto of_plan = copies_.list(clerk(), {.source = one.source}).items;
    ASSERT_EQ(of_plan.size(), 2U);
    EXPECT_EQ(of_plan.front().symbol, "02/TrS-UBND") << "newest first";
    EXPECT_EQ(copies_.list(clerk(), {.state = copies::State::issued}).total, 0);
    EXPECT_EQ(copies_.list(their_clerk(), {}).total, 0);
}

TEST_P(CopiesTest, the_block_is_printed_below_the_last_line_of_the_source)
{
    const auto [words, pages] = printed(copies_.make(clerk(), of_incoming()));
    EXPECT_EQ(pages, 3);
    EXPECT_EQ(page_of(words, "01/SY-UBND"), 3);
    double last_line = 0, block = 0;
    for (const auto& word : words) {
        if (word.page == 3 && word.text == "Trang")
            last_line = word.y1;
        if (word.text == "SAO")
            block = word.y0;
    }
    EXPECT_NEAR(block, last_line + copies::space_above_block + 2.5, 1.5);
}

TEST_P(CopiesTest, a_source_without_text_or_without_a_file_has_the_block_on_a_page_of_its_own)
{
    auto entry = of_incoming();
    print::Paper blank{Date::of(2022, 4, 28)}; // as a scan: nobody can tell where its last line is
    entry.source = incoming_
                       .register_document(clerk(),
                                          {.issuer = "UBND thị xã Đức Mẫu",
                                           .origin_number = "818/KH-UBND",
                                           .kind = "KH",
                                           .subject = "Bản quét",
                                           .files = {upload(clerk(), blank.finish(), "quét.pdf")}})
                       .id.uuid;
    const auto [words, pages] = printed(copies_.make(clerk(), entry));
    EXPECT_EQ(pages, 2);
    EXPECT_EQ(page_of(words, "01/SY-UBND"), 2);
    entry.source =
        incoming_.register_document(clerk(), {.issuer = "UBND thị xã", .origin_number = "819/KH-UBND", .kind = "KH", .subject = "Giấy"})
            .id.uuid;
    EXPECT_EQ(printed(copies_.make(clerk(), entry)).second, 1);
}

TEST_P(CopiesTest, an_extract_is_typed_again_or_takes_pages_of_the_source)
{
    const auto [typed, pages] = printed(copies_.make(clerk(), of_incoming(CopyForm::extract)));
    EXPECT_EQ(pages, 1);
    EXPECT_EQ(page_of(typed, "01/TrS-UBND"), 1);
    EXPECT_EQ(page_of(typed, "817/KH-UBND"), 1) << "with the form of the document it is from";
    auto by_pages = of_incoming(CopyForm::extract);
    by_pages.text.reset();
    by_pages.first_page = 2;
    by_pages.last_page = 2;
    const auto [taken, count] = printed(copies_.make(clerk(), by_pages));
    EXPECT_EQ(count, 1);
    EXPECT_EQ(page_of(taken, "2"), 1);
    EXPECT_EQ(page_of(taken, "3"), 0);
    EXPECT_EQ(page_of(taken, "02/TrS-UBND"), 1);
    by_pages.last_page = 4;
    EXPECT_EQ(fault_of([&] { copies_.make(clerk(), by_pages); }), "/last_page: range") << "it has three pages";
}

} // namespace congso
