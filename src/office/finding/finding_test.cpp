#include "office/finding/finding_service.h"
#include "tests/support/incoming_fixture.h"

namespace congso {

using namespace finding;

TEST(Matcher, finds_a_name_with_or_without_marks_and_by_how_its_last_word_begins)
{
    const std::string name = "Nguyễn Thị Thuý Hoà Văn phòng - Thống kê";
    for (const auto* query : {"nguyen thi", "NGUYỄN", "thúy hòa", "thuy hoa", "hoa ngu", "“thị thúy”", "VP-TK", "thong ke", "thố"})
        EXPECT_GT(Matcher{query}.rank(name), 0) << query;
    for (const auto* query : {"Nguyên Huệ", "“hòa thúy”", "guy", "", "…"})
        EXPECT_EQ(Matcher{query}.rank(name), 0) << query;
    EXPECT_EQ(Matcher{"Thị"}.rank(name), 2);
    EXPECT_EQ(Matcher{"thi"}.rank(name), 1);
    EXPECT_FALSE(Matcher{" , "}.asks());
}

TEST(Findings, know_the_kinds_by_name)
{
    EXPECT_EQ(kinds_of("incoming,person"), (std::vector{FoundKind::incoming, FoundKind::person}));
    EXPECT_THROW(kinds_of("incoming,rumours"), Error);
    EXPECT_EQ(faults_of(SaveFilter{FilteredList::incoming, " ", "", false}).size(), 2U);
}

class FindingTest : public test::IncomingTest {
protected:
    DeliveryService delivery{{database(), clock, audit, org, notifier, work, service, queue}};
    OutgoingService outgoing{{database(), clock, audit, org, files, numbering, search, notifier, work, tasks, service, delivery, queue}};
    WorkDossierService dossiers{{database(), clock, audit, org, files, search, notifier, work}};
    CopyService copies{
        {database(), clock, audit, org, files, numbering, search, notifier, work, service, delivery, outgoing, queue, directory.path()}};
    FindingService finding{{database(), clock, audit, org, numbering, service, outgoing, copies, dossiers}};

    std::vector<std::string> found(const Actor& actor, std::string query, std::optional<std::string> kinds = {})
    {
        std::vector<std::string> names;
        for (const auto& group : finding.find(actor, {std::move(query), std::move(kinds), {}}).groups)
            for (const auto& item : group.items)
                names.push_back(describe::to_name(group.kind) + " " + item.name);
        return names;
    }
};
CONGSO_BOTH_ENGINES(FindingTest);

TEST_P(FindingTest, finds_documents_dossiers_people_books_and_agencies_by_one_query)
{
    service.register_document(clerk(), entry("36/KH-UBND"));
    work_dossiers::OpenDossier dossier;
    dossier.symbol = "36.TĐ";
    dossier.title = "Sơ kết phong trào";
    dossier.retention = 5;
    dossiers.open(officer(), dossier);
    EXPECT_EQ(found(head(), "36/KH"), std::vector<std::string>{"incoming 36/KH-UBND"});
    EXPECT_EQ(found(head(), "so ket"), (std::vector<std::string>{"incoming 36/KH-UBND", "work_dossier 36.TĐ"}));
    EXPECT_EQ(found(head(), "pham van an"), (std::vector<std::string>{"work_dossier 36.TĐ", "person Phạm Văn An"})); // and what he keeps
    EXPECT_EQ(found(head(), "van ban di", "book"), std::vector<std::string>{"book Văn bản đi"});
    EXPECT_EQ(found(head(), "UBND xã Phổ Mẫu", "agency"), std::vector<std::string>{"agency UBND xã Phổ Mẫu"});
    EXPECT_TRUE(found(head(), "  ").empty());
    EXPECT_EQ(fault_of([&] { found(head(), "x", "rumours"); }), "/kinds: enum");
}

TEST_P(FindingTest, finds_what_reaches_and_nothing_else)
{
    assigned("1/KH-UBND"); // to both officers
    service.register_document(clerk(), entry("2/KH-UBND"));
    EXPECT_EQ(found(officer(), "so ket"), std::vector<std::string>{"incoming 1/KH-UBND"});
    EXPECT_EQ(found(head(), "so ket").size(), 2U);
    const Actor nobody{office.agency.id, office.officer, {Permission::signed_in}};
    EXPECT_TRUE(found(nobody, "so ket").empty());
    EXPECT_EQ(found(nobody, "an", "person").size(), 1U);
}

TEST_P(FindingTest, keeps_filters_for_oneself_or_for_the_agency)
{
    const auto names = [&](const Actor& actor) {
        std::vector<std::string> all;
        for (const auto& filter : finding.list_filters(actor, FilteredList::incoming))
            all.push_back(filter.name);
        return all;
    };
    finding.save_filter(officer(), {FilteredList::incoming, "Kế hoạch chưa xong", "kind=KH&state=assigned", false});
    finding.save_filter(clerk(), {FilteredList::incoming, "Quá hạn", "overdue=true", true});
    finding.save_filter(clerk(), {FilteredList::outgoing, "Dự thảo", "state=draft", true});
    EXPECT_EQ(names(officer()), (std::vector<std::string>{"Kế hoạch chưa xong", "Quá hạn"}));
    EXPECT_EQ(names(other()), std::vector<std::string>{"Quá hạn"});
    // under the same name it is written over
    const auto mine = finding.save_filter(officer(), {FilteredList::incoming, "Kế hoạch chưa xong", "kind=KH", false});
    ASSERT_EQ(mine.size(), 2U);
    EXPECT_EQ(mine[0].query, "kind=KH");
    EXPECT_EQ(fault_of([&] { finding.save_filter(officer(), {FilteredList::incoming, "", "x", false}); }), "/name: required");
    EXPECT_EQ(code_of([&] { finding.delete_filter(other(), mine[0].id); }), "not_found");
    EXPECT_EQ(code_of([&] { finding.delete_filter(officer(), mine[1].id); }), "not_found");
    finding.delete_filter(officer(), mine[0].id);
    EXPECT_EQ(names(officer()), std::vector<std::string>{"Quá hạn"});
}

} // namespace congso
