#include "app/demo/demo.h"

#include "app/check.h"
#include "lib/crypto/password.h"
#include "lib/pdf/text.h"
#include "office/templates/reading.h"
#include "tests/support/temp_database.h"

namespace congso::app {

namespace {

// A thirtieth of the sample, made once for all tests.
struct Sample {
    explicit Sample(db::Engine engine = db::Engine::sqlite, double density = 0.03) : database(engine)
    {
        crypto::password::set_limits(1, 1024);
        app.blobs.defer_syncs();
        counts = demo::fill(app, clock, {.density = density});
    }

    Agency agency(std::string_view short_name)
    {
        for (const auto& one : app.org.list_hosted())
            if (one.short_name == short_name)
                return one;
        throw Error::not_found();
    }
    Actor sign_in(std::string_view username)
    {
        return app.accounts.get_actor(app.accounts.sign_in({std::string{username}, demo::password}, "127.0.0.1", "test").token);
    }
    template <class F> auto read(std::string_view short_name, F&& body)
    {
        return app.database.read(agency(short_name).id, std::forward<F>(body));
    }

    test::TempDirectory directory{test::Storage::memory};
    test::TempDatabase database;
    Config config;
    DataDirectory data{directory.path() / "data", DataDirectory::Open::exclusive};
    ManualClock clock{Time{}};
    App app{config, data, database.database(), clock};
    demo::Counts counts;
};

Sample& sample()
{
    static Sample made;
    return made;
}

constexpr auto commune = "UBND xã Phổ Mẫu";

} // namespace

TEST(Demo, opens_on_the_evening_before_its_day)
{
    EXPECT_EQ(sample().clock.today(), Date::of(2022, 5, 3));
    EXPECT_GT(sample().counts.incoming, 50);
    EXPECT_GT(sample().counts.outgoing, 20);
}

TEST(Demo, every_number_link_and_file_is_proven)
{
    const auto report = check(sample().app);
    for (const auto& fault : report.faults)
        ADD_FAILURE() << fault;
    ASSERT_EQ(report.agencies.size(), 4U);
    for (const auto& agency : report.agencies)
        for (const auto& fault : agency.faults)
            ADD_FAILURE() << agency.name << ": " << fault;
}

TEST(Demo, the_plan_of_the_movement_is_number_36_of_2019)
{
    outgoing::OutgoingQuery query;
    query.query = "36/KH";
    const auto found = sample().app.outgoing.list(sample().sign_in("vanthu"), query).items;
    const auto plan = std::find_if(found.begin(), found.end(), [](const auto& row) { return row.symbol == "36/KH-UBND"; });
    ASSERT_NE(plan, found.end());
    EXPECT_EQ(plan->issued_on, Date::of(2019, 9, 4));
    EXPECT_EQ(plan->number, 36);
    EXPECT_EQ(plan->state, outgoing::State::issued);
}

TEST(Demo, a_copy_was_given_out_and_an_extract_waits_to_be_signed)
{
    const auto copies = sample().app.copies.list(sample().sign_in("vanthu"), {}).items;
    ASSERT_EQ(copies.size(), 2U);
    EXPECT_EQ(copies[0].symbol, "02/TrS-UBND");
    EXPECT_EQ(copies[0].state, copies::State::made);
    EXPECT_EQ(copies[1].symbol, "01/SY-UBND");
    EXPECT_EQ(copies[1].state, copies::State::issued);
    // its scan shows that it was signed and sealed: the seal, which says «MẪU», between the block's heading and the signer's name
    const auto clerk = sample().sign_in("vanthu");
    const auto given = sample().app.copies.get(clerk, copies[1].id);
    ASSERT_TRUE(given.scan);
    const auto words = pdf::words_of(sample().app.files.open(clerk, given.scan->id).path);
    const auto heading = std::find_if(words.begin(), words.end(), [](const pdf::Word& word) { return word.text == "SAO"; });
    const auto signer = std::find_if(words.rbegin(), words.rend(), [&](const pdf::Word& word) {
        return word.text == given.signer_name.substr(given.signer_name.rfind(' ') + 1);
    });
    ASSERT_TRUE(heading != words.end() && signer != words.rend());
    EXPECT_TRUE(std::any_of(words.begin(), words.end(), [&](const pdf::Word& word) {
        return word.text == "MẪU" && word.page == heading->page && word.y0 > heading->y1 && word.y1 < signer->y0 && word.x1 < signer->x0;
    }));
    EXPECT_TRUE(std::any_of(given.deliveries.begin(), given.deliveries.end(), [](const auto& one) { return one.on_paper; }));
    const auto received = sample().read(given.recipients[3].name, [&](db::Tx& tx) {
        return tx.list<std::string>("SELECT received_as FROM incoming WHERE agency = $1 AND origin_number = $2", tx.agency(), given.symbol);
    });
    EXPECT_EQ(received, std::vector<std::string>{"full_copy"});
}

TEST(Demo, something_waits_for_every_account)
{
    auto welcome =
        sample().app.database.read({}, [](db::Tx& tx) { return tx.list<std::string>("SELECT username FROM account ORDER BY username"); });
    EXPECT_EQ(welcome.size(), 16U);
    for (const auto& username : welcome)
        EXPECT_FALSE(sample().app.work.list(sample().sign_in(username)).items.empty()) << username;
}

TEST(Demo, the_sign_in_page_names_the_commune_first)
{
    const auto welcome =
        AccountService{sample().app.database, sample().clock, sample().app.audit, sample().app.org, sample().app.seal, demo::password}
            .welcome();
    EXPECT_EQ(welcome.agency_name, "Ủy ban nhân dân xã Phổ Mẫu");
    EXPECT_EQ(welcome.accounts.size(), 16U);
}

TEST(Demo, every_kind_of_work_waits_for_somebody)
{
    using enum work::Action;
    std::set<work::Action> seen;
    for (const auto* username : {"vanthu", "chutich", "vanphong", "tuphap", "congdoan", "phochutich", "taichinh"})
        for (const auto& item : sample().app.work.list(sample().sign_in(username)).items)
            seen.insert(item.action);
    for (const auto action :
         {receive, submit, instruct, lead, cooperate, read, check, approve, revise, number, issue, overdue, extend, confirm})
        EXPECT_TRUE(seen.contains(action)) << describe::to_name(action);
}

TEST(Demo, some_work_is_late_some_due_today_some_soon)
{
    const auto vanphong = sample().app.work.list(sample().sign_in("vanphong"));
    EXPECT_TRUE(
        std::any_of(vanphong.items.begin(), vanphong.items.end(), [](const auto& item) { return item.due_on == demo::opening_day; }));
    incoming::IncomingQuery late;
    late.overdue = true;
    EXPECT_FALSE(sample().app.incoming.list(sample().sign_in("vanthu"), late).items.empty());
}

TEST(Demo, the_superiors_plan_817_waits_and_its_page_is_read_surely)
{
    auto& app = sample().app;
    const auto clerk = sample().sign_in("vanthu");
    incoming::IncomingQuery query;
    query.state = incoming::State::arrived;
    const auto arrived = app.incoming.list(clerk, query).items;
    EXPECT_GE(arrived.size(), 5U);
    const auto row = std::find_if(arrived.begin(), arrived.end(), [](const auto& one) { return one.origin_number == "817/KH-UBND"; });
    ASSERT_NE(row, arrived.end());
    EXPECT_EQ(row->due_on, Date::of(2022, 5, 15));
    const auto document = app.incoming.get(clerk, row->id);
    EXPECT_EQ(document.issuer_agency, sample().agency("UBND thị xã Đức Mẫu").id);
    ASSERT_FALSE(document.files.empty());
    EXPECT_EQ(document.files.front().media_type, files::pdf_type);

    const auto words = pdf::words_of(app.files.open(clerk, document.files.front().id).path);
    const auto readings = templates::read_fields(words);
    for (const auto& [name, value] :
         std::initializer_list<std::pair<const char*, std::string>>{{"issuer", "Ủy ban nhân dân thị xã Đức Mẫu"},
                                                                    {"origin_number", "817/KH-UBND"},
                                                                    {"issued_on", "2022-04-28"},
                                                                    {"kind", "KH"},
                                                                    {"subject", document.subject},
                                                                    {"place", "Đức Mẫu"},
                                                                    {"signer_name", "Dương Văn Khải"},
                                                                    {"signer_position", "CHỦ TỊCH"}}) {
        const auto* reading = templates::find_reading(readings, name);
        ASSERT_NE(reading, nullptr) << name;
        EXPECT_EQ(reading->value, value);
        EXPECT_EQ(reading->confidence, templates::Confidence::sure) << name;
    }
}

TEST(Demo, two_agencies_agree_on_what_went_between_them)
{
    const auto sent = sample().read("UBND thị xã Đức Mẫu", [](db::Tx& tx) {
        return tx.list<std::string>("SELECT symbol FROM outgoing WHERE agency = $1 AND number = 817 AND state = 'issued'", tx.agency());
    });
    EXPECT_EQ(sent, std::vector<std::string>{"817/KH-UBND"});
    const auto carried =
        sample().read(commune, [](db::Tx& tx) { return tx.get<int>("SELECT count(*) FROM delivery WHERE agency = $1", tx.agency()); });
    EXPECT_EQ(carried, 3);
}

TEST(Demo, a_directory_is_filled_once)
{
    try {
        demo::fill(sample().app, sample().clock);
        FAIL() << "filled twice";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "demo.not_empty");
    }
}

TEST(Demo, the_last_days_are_the_same_on_postgresql)
{
    Sample other{db::Engine::postgres, 0};
    EXPECT_GT(other.counts.incoming, 20);
    EXPECT_TRUE(check(other.app).clean);
    const auto work = other.app.work.list(other.sign_in("vanthu"));
    EXPECT_GE(work.counts.incoming, 5);
    EXPECT_GE(work.counts.outgoing, 2);
}

} // namespace congso::app
