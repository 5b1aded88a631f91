#include "lib/archive/zip.h"
#include "lib/pdf/text.h"
#include "office/outgoing/outgoing_service.h"
#include "office/work_dossiers/catalogue_service.h"
#include "office/work_dossiers/work_dossiers_service.h"
#include "tests/support/incoming_fixture.h"

#include <algorithm>
#include <fstream>

namespace congso {

using namespace work_dossiers;
using DossierState = work_dossiers::State;

namespace {

const ArchiveRule decree{Date::of(1900, 1, 1), 1, 100, 5, 12, false}, law{Date::of(2025, 7, 1), 2, 70, 5, 12, true};

}

// Điều 30
TEST(WorkDossier, goes_to_the_archive_a_year_after_the_work_ended_if_kept_five_years_or_longer)
{
    EXPECT_EQ(archive_due(Date::of(2022, 5, 4), 5, decree), Date::of(2023, 5, 4));
    EXPECT_EQ(archive_due(Date::of(2024, 2, 29), 0, decree), Date::of(2025, 2, 28));
    EXPECT_FALSE(archive_due(Date::of(2022, 5, 4), 4, decree).is_set());
    EXPECT_EQ(archive_due(Date::of(2025, 8, 1), 0, law), Date::of(2026, 12, 31)); // counted from the year
}

TEST(WorkDossier, is_sorted_by_time_and_knows_its_newest_document)
{
    std::vector<DossierContent> contents(3);
    contents[0].ordinal = 1;
    contents[1].ordinal = 2;
    contents[1].issued_on = Date::of(2022, 5, 1);
    contents[2].ordinal = 3;
    contents[2].issued_on = Date::of(2022, 4, 1);
    const auto sorted = in_time_order(contents);
    EXPECT_EQ(sorted[0].ordinal, 3);
    EXPECT_EQ(sorted[2].ordinal, 1); // without a date
    EXPECT_EQ(last_day_of(contents, Date{}), Date::of(2022, 5, 1));
}

class WorkDossierTest : public test::IncomingTest {
protected:
    DeliveryService delivery{{database(), clock, audit, org, notifier, work, service, queue}};
    OutgoingService outgoing{{database(), clock, audit, org, files, numbering, search, notifier, work, tasks, service, delivery, queue}};
    CatalogueService catalogues{{database(), clock, audit, org, notifier, work}};
    WorkDossierService dossiers{{database(), clock, audit, org, files, search, notifier, work}};

    Actor with(Id<org::Person> person, Permission more) const
    {
        auto permissions = office.as(person).permissions();
        permissions.add(more);
        return {office.agency.id, person, permissions};
    }
    Actor keeper() const { return with(office.clerk, Permission::manage_catalogue); }
    Actor archivist() const { return with(office.deputy, Permission::keep_archive); }

    static OpenDossier outside(const char* symbol, int retention = 10)
    {
        OpenDossier entry;
        entry.symbol = symbol;
        entry.title = "Phong trào thi đua thực hiện văn hóa công sở";
        entry.retention = retention;
        return entry;
    }
    WorkDossierView opened(const char* symbol = "01.TĐ", int retention = 10)
    {
        return dossiers.open(officer(), outside(symbol, retention));
    }
    // Led by the officer, and finished.
    Id<incoming::Incoming> finished(const std::string& number)
    {
        const auto id = assigned(number);
        incoming::Finish finish;
        finish.id = id;
        finish.result = incoming::Result::filed;
        service.finish(officer(), finish);
        return id;
    }
    static DocumentRef ref(Id<incoming::Incoming> id) { return {ContentKind::incoming, id.uuid}; }
    Id<outgoing::Outgoing> draft(const Actor& actor, std::optional<Id<incoming::Incoming>> reply_to = {})
    {
        outgoing::Draft entry;
        entry.body = office.body.id;
        entry.kind = "BC";
        entry.subject = "Sơ kết phong trào thi đua";
        entry.signer = office.head;
        entry.reply_to = reply_to;
        return outgoing.create(actor, entry).id;
    }
    std::string upload(const Actor& actor, std::string_view bytes, const char* name)
    {
        const auto file = blobs.new_temporary();
        std::ofstream{file, std::ios::binary} << bytes;
        return files.store_upload(actor, {file, blobs.put_bytes(bytes), static_cast<std::int64_t>(bytes.size())}, name).id;
    }
    std::vector<std::string> broken_rules()
    {
        return database().read(office.agency.id, [&](db::Tx& tx) {
            std::vector<std::string> broken;
            for (const auto& [fault, sql] : WorkDossierService::rules())
                if (!tx.list<Uuid>(sql, tx.agency()).empty())
                    broken.emplace_back(fault);
            return broken;
        });
    }
};
CONGSO_BOTH_ENGINES(WorkDossierTest);

// Điều 29
TEST_P(WorkDossierTest, is_opened_from_the_approved_list_by_whom_it_names)
{
    CatalogueRow heading, line;
    heading.kind = CatalogueRowKind::major;
    heading.title = "Thi đua";
    heading.abbreviation = "TĐ";
    line.kind = CatalogueRowKind::line;
    line.title = "Văn hóa công sở";
    line.retention = 10;
    line.creator = office.officer;
    const auto id = *catalogues.save(keeper(), {2022, 0, CatalogueNumbering::whole, {heading, line}}).rows[1].id;
    OpenDossier entry;
    entry.line = id;
    EXPECT_EQ(fault_of([&] { dossiers.open(officer(), entry); }), "/line: unknown"); // not approved yet
    catalogues.submit(keeper(), {2022, {}});
    catalogues.approve(head(), {2022, {}});
    EXPECT_EQ(code_of([&] { dossiers.open(other(), entry); }), "dossier.not_yours");
    const auto dossier = dossiers.open(officer(), entry);
    EXPECT_EQ(dossier.symbol, "01.TĐ");
    EXPECT_EQ(dossier.retention, 10);
    EXPECT_EQ(dossier.creator, office.officer);
    EXPECT_EQ(code_of([&] { dossiers.open(officer(), entry); }), "dossier.opened_already");
    // what a dossier was opened from is not taken off the list
    const auto view = catalogues.get(keeper(), {2022, {}});
    EXPECT_EQ(fault_of([&] {
                  catalogues.save(keeper(), {2022, view.version, CatalogueNumbering::whole, {view.rows[0]}});
              }),
              "/rows: in_use");
}

// Điều 29
TEST_P(WorkDossierTest, outside_the_list_it_wants_symbol_title_and_term)
{
    EXPECT_EQ(fault_of([&] { dossiers.open(officer(), {}); }), "/retention: required");
    EXPECT_EQ(fault_of([&] { dossiers.open(officer(), outside("")); }), "/symbol: required");
    EXPECT_EQ(fault_of([&] { dossiers.open(officer(), outside("1", 101)); }), "/retention: range");
    opened();
    EXPECT_EQ(fault_of([&] { opened(); }), "/symbol: taken");
}

// Điều 29
TEST_P(WorkDossierTest, takes_documents_in_order_and_one_document_lies_in_several_without_a_copy)
{
    const auto first = finished("1/KH-UBND"), second = finished("2/KH-UBND");
    const auto mine = opened();
    const auto filled = dossiers.put_documents(officer(), {mine.id, {ref(first), ref(second), ref(first)}});
    ASSERT_EQ(filled.contents.size(), 2U);
    EXPECT_EQ(filled.contents[1].ordinal, 2);
    EXPECT_EQ(filled.contents[1].number, "2/KH-UBND");
    EXPECT_EQ(filled.contents[0].author, "UBND thị xã Đức Mẫu");
    EXPECT_EQ(filled.contents[0].type_name, "Kế hoạch");
    EXPECT_EQ(code_of([&] { dossiers.put_documents(officer(), {mine.id, {ref(first)}}); }), "dossier.already_inside");
    const auto theirs = dossiers.open(other(), outside("02.TĐ"));
    EXPECT_EQ(dossiers.put_documents(other(), {theirs.id, {ref(first)}}).contents[0].record, first.uuid);
    const auto around = dossiers.around(head(), ref(first));
    EXPECT_EQ(around.inside.size(), 2U);
    // what is taken out closes the gap
    const auto left = dossiers.take_out(officer(), {mine.id, filled.contents[0].id});
    ASSERT_EQ(left.contents.size(), 1U);
    EXPECT_EQ(left.contents[0].ordinal, 1);
    EXPECT_EQ(broken_rules(), std::vector<std::string>{});
}

// Phụ lục VI
TEST_P(WorkDossierTest, gives_sight_of_a_document_only_if_whoever_puts_it_in_may)
{
    // the officer leads the first; of the second he is only told
    const auto led = finished("1/KH-UBND");
    auto entry = proposed("2/KH-UBND");
    entry.submit->shares = {{office.deputy, tasks::Part::lead, {}}, {office.officer, tasks::Part::inform, {}}};
    const auto told = service.register_document(clerk(), entry).id;
    service.assign(head(), {told, {}, true, {}});
    const auto mine = opened();
    dossiers.put_documents(officer(), {mine.id, {ref(led), ref(told)}});
    EXPECT_EQ(code_of([&] { dossiers.get(other(), mine.id); }), "not_found");
    dossiers.give_access(officer(), {mine.id, {{office.other_officer, ReaderPart::read, {}}}});
    const auto seen = dossiers.get(other(), mine.id);
    ASSERT_EQ(seen.contents.size(), 2U);
    EXPECT_TRUE(seen.contents[0].visible);
    EXPECT_FALSE(seen.contents[1].visible);
    EXPECT_EQ(seen.contents[1].subject, "");
    EXPECT_TRUE(seen.contents[1].record.is_nil());
    EXPECT_EQ(service.get(other(), led).id, led);
    EXPECT_EQ(code_of([&] { service.get(other(), told); }), "not_found");
    EXPECT_TRUE(seen.acts.empty());
    EXPECT_EQ(broken_rules(), std::vector<std::string>{});
    // taken from him again, the dossier is not there for him
    dossiers.give_access(officer(), {mine.id, {}});
    EXPECT_EQ(code_of([&] { dossiers.get(other(), mine.id); }), "not_found");
}

TEST_P(WorkDossierTest, what_one_may_not_see_is_not_put_in)
{
    const auto hidden = service.register_document(clerk(), entry("9/KH-UBND")).id;
    const auto mine = opened();
    EXPECT_EQ(fault_of([&] { dossiers.put_documents(officer(), {mine.id, {ref(hidden)}}); }), "/documents/0: unknown");
    EXPECT_EQ(code_of([&] { dossiers.around(officer(), ref(hidden)); }), "not_found");
    EXPECT_EQ(code_of([&] { dossiers.put_documents(other(), {mine.id, {ref(hidden)}}); }), "not_found");
}

TEST_P(WorkDossierTest, who_was_given_the_right_puts_in_and_closes_nothing)
{
    const auto document = finished("1/KH-UBND"); // the other officer has worked with him
    const auto mine = opened();
    dossiers.give_access(officer(), {mine.id, {{office.other_officer, ReaderPart::write, {}}}});
    EXPECT_EQ(dossiers.put_documents(other(), {mine.id, {ref(document)}}).acts, std::vector<std::string>{"put"});
    EXPECT_EQ(code_of([&] { dossiers.close(other(), {mine.id, {}, {}}); }), "dossier.not_now");
    EXPECT_EQ(fault_of([&] {
                  dossiers.give_access(officer(), {mine.id, {{office.officer, ReaderPart::read, {}}}});
              }),
              "/readers/0/person: keeper");
}

// Điều 29
TEST_P(WorkDossierTest, is_closed_when_nothing_in_it_is_under_way_and_frozen_from_then_on)
{
    const auto open_work = assigned("1/KH-UBND"), done = finished("2/KH-UBND");
    const auto mine = opened("01.TĐ", 10);
    EXPECT_EQ(code_of([&] { dossiers.close(officer(), {mine.id, {}, {}}); }), "dossier.not_ready"); // nothing inside
    const auto filled = dossiers.put_documents(officer(), {mine.id, {ref(open_work), ref(done)}});
    ASSERT_FALSE(filled.findings.empty());
    EXPECT_EQ(filled.findings[0].code, "work_open");
    EXPECT_EQ(code_of([&] { dossiers.close(officer(), {mine.id, {}, {}}); }), "dossier.not_ready");
    dossiers.take_out(officer(), {mine.id, filled.contents[0].id});
    const auto with_draft = dossiers.put_documents(officer(), {mine.id, {{ContentKind::outgoing, draft(officer()).uuid}}});
    EXPECT_EQ(code_of([&] { dossiers.close(officer(), {mine.id, {}, {}}); }), "dossier.not_ready");
    dossiers.take_out(officer(), {mine.id, with_draft.contents[1].id});
    const auto closed = dossiers.close(officer(), {mine.id, {}, {}});
    EXPECT_EQ(closed.state, DossierState::closed);
    EXPECT_EQ(closed.archive_due_on, Date::of(2023, 5, 4)); // the papers are older than the dossier
    EXPECT_EQ(closed.document_count, 1);
    EXPECT_EQ(code_of([&] { dossiers.put_documents(officer(), {mine.id, {ref(open_work)}}); }), "dossier.closed");
    EXPECT_EQ(code_of([&] { dossiers.take_out(officer(), {mine.id, closed.contents[0].id}); }), "dossier.closed");
    EXPECT_EQ(code_of([&] { dossiers.give_access(officer(), {mine.id, {}}); }), "dossier.closed");
    EXPECT_EQ(code_of([&] {
                  dossiers.change(officer(), {mine.id, closed.version, "x", 5, Date::of(2022, 5, 4), "", "", "", {}});
              }),
              "dossier.closed");
    EXPECT_EQ(code_of([&] {
                  dossiers.put_file(officer(), {mine.id, std::string(64, '0'), "x", {}, {}, {}, {}, {}, {}});
              }),
              "dossier.closed");
    EXPECT_EQ(broken_rules(), std::vector<std::string>{});
    // opened again with a reason
    EXPECT_EQ(fault_of([&] { dossiers.reopen(officer(), {mine.id, ""}); }), "/reason: required");
    EXPECT_EQ(dossiers.reopen(officer(), {mine.id, "Bổ sung báo cáo"}).state, DossierState::open);
}

// Điều 30, Phụ lục VI
TEST_P(WorkDossierTest, waits_for_the_archivist_thirty_days_before_its_day_and_for_its_keeper_when_left_open)
{
    const auto mine = opened("01.TĐ", 0), left = opened("02.TĐ");
    dossiers.put_documents(officer(), {mine.id, {ref(finished("1/KH-UBND"))}});
    dossiers.close(officer(), {mine.id, {}, {}});
    const auto has = [&](Id<org::Person> person, work::Action action) {
        const auto all = waiting(person);
        return std::find(all.begin(), all.end(), action) != all.end();
    };
    database().write(office.agency.id, [&](db::Tx& tx) {
        tx.execute("INSERT INTO role_permission (agency, role, permission) SELECT agency, role, 'keep_archive' FROM person_role"
                   " WHERE agency = $1 AND person = $2",
                   tx.agency(), office.deputy);
    });
    clock.set(Time::at(Date::of(2023, 4, 3), 435, 420));
    dossiers.remind(office.agency.id);
    EXPECT_FALSE(has(office.deputy, work::Action::review_dossier));
    EXPECT_TRUE(has(office.officer, work::Action::close_dossier));
    clock.set(Time::at(Date::of(2023, 4, 4), 435, 420));
    dossiers.remind(office.agency.id);
    dossiers.remind(office.agency.id);
    EXPECT_TRUE(has(office.deputy, work::Action::review_dossier));
    EXPECT_TRUE(has(office.officer, work::Action::read));
    dossiers.get(officer(), mine.id);
    dossiers.remind(office.agency.id);
    EXPECT_FALSE(has(office.officer, work::Action::read)); // told once
    WorkDossierQuery soon;
    soon.archiving = Archiving::soon;
    EXPECT_EQ(dossiers.list(archivist(), soon).items.size(), 1U);
    EXPECT_EQ(broken_rules(), std::vector<std::string>{});
    EXPECT_EQ(fault_of([&] { dossiers.review(archivist(), {mine.id, false, ""}); }), "/reason: required");
    EXPECT_EQ(code_of([&] { dossiers.review(officer(), {mine.id, true, {}}); }), "forbidden");
    EXPECT_EQ(dossiers.review(archivist(), {mine.id, true, {}}).reviewed_by, office.deputy);
    EXPECT_FALSE(has(office.deputy, work::Action::review_dossier));
    EXPECT_EQ(code_of([&] { dossiers.reopen(officer(), {mine.id, "Sửa"}); }), "dossier.not_now");
    const auto back = dossiers.review(archivist(), {mine.id, false, "Thiếu báo cáo"});
    EXPECT_EQ(back.state, DossierState::open);
    EXPECT_EQ(broken_rules(), std::vector<std::string>{});
}

TEST_P(WorkDossierTest, is_suggested_where_the_answered_document_lies)
{
    const auto asked = assigned("817/KH-UBND");
    const auto answer = draft(officer(), asked);
    opened("03.KH");
    const auto right = opened("01.TĐ");
    dossiers.put_documents(officer(), {right.id, {ref(asked)}});
    opened("04.KH");
    const auto around = dossiers.around(officer(), {ContentKind::outgoing, answer.uuid});
    ASSERT_EQ(around.suggested.size(), 3U);
    EXPECT_EQ(around.suggested[0].id, right.id);
    EXPECT_TRUE(around.suggested[0].has_related);
    ASSERT_EQ(around.related.size(), 1U);
    EXPECT_EQ(around.related[0].number, "817/KH-UBND");
}

TEST_P(WorkDossierTest, is_listed_and_found_as_far_as_it_is_reached)
{
    const auto mine = opened("01.TĐ", 0);
    opened("02.TĐ", 3);
    dossiers.open(other(), outside("03.TĐ", 20));
    EXPECT_EQ(dossiers.list(officer(), {}).items.size(), 2U);
    EXPECT_EQ(dossiers.list(head(), {}).total, 3);
    WorkDossierQuery query;
    query.query = "van hoa cong so";
    EXPECT_EQ(dossiers.list(other(), query).items.size(), 1U);
    query.query = "01.TĐ";
    EXPECT_EQ(dossiers.list(officer(), query).items.at(0).id, mine.id);
    const auto count = [&](Keeping keeping) {
        WorkDossierQuery one;
        one.keeping = keeping;
        return dossiers.list(head(), one).items.size();
    };
    EXPECT_EQ(count(Keeping::permanent), 1U);
    EXPECT_EQ(count(Keeping::long_term), 1U);
    EXPECT_EQ(count(Keeping::short_term), 1U);
    WorkDossierQuery page;
    page.limit = 2;
    const auto first = dossiers.list(head(), page);
    page.after = first.after;
    EXPECT_EQ(dossiers.list(head(), page).items.size(), 1U);
}

// Điều 31
TEST_P(WorkDossierTest, is_handed_over_by_whoever_leaves)
{
    const auto mine = opened();
    const auto document = finished("1/KH-UBND");
    dossiers.put_documents(officer(), {mine.id, {ref(document)}});
    const auto version = dossiers.get(officer(), mine.id).version;
    const auto moved = dossiers.change(officer(), {mine.id, version, mine.title, 10, mine.starts_on, "", "", "", office.other_officer});
    EXPECT_EQ(moved.creator, office.other_officer);
    EXPECT_EQ(code_of([&] { dossiers.get(officer(), mine.id); }), "not_found");
    EXPECT_EQ(dossiers.get(other(), mine.id).contents.size(), 1U);
    EXPECT_EQ(broken_rules(), std::vector<std::string>{});
}

// Phụ lục VI
TEST_P(WorkDossierTest, leaves_as_one_pdf_as_metadata_and_as_files)
{
    const auto mine = opened();
    dossiers.put_documents(officer(), {mine.id, {ref(finished("817/KH-UBND"))}});
    const auto index = dossiers.print_contents(officer(), mine.id).bytes;
    PutFile file{mine.id, upload(officer(), index, "Ảnh <1>.pdf"), "Ảnh hội nghị & sơ kết", {}, {}, {}, {}, Date::of(2022, 5, 2), {}};
    const auto filled = dossiers.put_file(officer(), file);
    EXPECT_EQ(filled.contents[1].files.at(0).name, "Ảnh <1>.pdf");
    const auto pdf = dossiers.export_pdf(officer(), mine.id);
    const auto path = directory.path() / "out.pdf";
    std::ofstream{path, std::ios::binary} << pdf.bytes;
    EXPECT_EQ(pdf::page_count(path), 3); // the index, a page for the document without a file, the photo
    const auto text = pdf::text_of(path);
    EXPECT_NE(text.find("MỤC LỤC VĂN BẢN TRONG HỒ SƠ"), std::string::npos);
    EXPECT_NE(text.find("817/KH-UBND"), std::string::npos);
    const auto xml = dossiers.export_xml(officer(), mine.id).bytes;
    EXPECT_NE(xml.find("<FileNotation>01.TĐ</FileNotation>"), std::string::npos);
    EXPECT_NE(xml.find("<CodeNumber>817</CodeNumber>"), std::string::npos);
    EXPECT_NE(xml.find("<CodeNotation>KH-UBND</CodeNotation>"), std::string::npos);
    EXPECT_NE(xml.find("<IssuedDate>28/04/2022</IssuedDate>"), std::string::npos);
    EXPECT_NE(xml.find("<Subject>Ảnh hội nghị &amp; sơ kết</Subject>"), std::string::npos);
    EXPECT_NE(xml.find("<DocTotal>2</DocTotal>"), std::string::npos);
    EXPECT_LT(xml.find("817"), xml.find("hội nghị")); // in the order of time
    const auto zip = dossiers.export_zip(officer(), mine.id).bytes;
    const archive::ZipReader reader{zip};
    EXPECT_EQ(reader.entries().size(), 3U);
    EXPECT_EQ(reader.read("02-01 Ảnh <1>.pdf"), index);
    EXPECT_EQ(code_of([&] { dossiers.export_pdf(other(), mine.id); }), "not_found");
}

} // namespace congso
