#include "lib/jobs/runner.h"
#include "tests/support/temp_database.h"

#include <future>

namespace congso::jobs {

namespace {

struct Greeting {
    std::string to;
    int times{};
};
BOOST_DESCRIBE_STRUCT(Greeting, (), (to, times))

const AgencyId agency = AgencyId::make();
constexpr std::int64_t minute = 60'000;

} // namespace

class JobsTest : public test::DatabaseTest {
protected:
    void add(const std::string& to) { add(to, clock_.now()); }
    void add(const std::string& to, Time run_at)
    {
        database().write(agency, [&](db::Tx& tx) { queue_.add(tx, "greet", Greeting{to, 2}, run_at); });
    }
    void greet_with(std::function<void(AgencyId, const Greeting&)> act) { runner_.on<Greeting>("greet", std::move(act)); }
    std::vector<Job> all()
    {
        return database().read(AgencyId{}, [](db::Tx& tx) {
            return tx.list<Job>("SELECT id, agency, kind, payload, state, run_at, attempts, last_error, created_at"
                                "  FROM job ORDER BY created_at, id");
        });
    }

    ManualClock clock_{{1'651'600'000'000}};
    Queue queue_{clock_};
    Runner runner_{database(), queue_};
    std::vector<std::string> greeted_;
};
CONGSO_BOTH_ENGINES(JobsTest);

TEST_P(JobsTest, runs_a_job_once_with_its_agency_and_payload)
{
    greet_with([&](AgencyId whose, const Greeting& greeting) {
        EXPECT_EQ(whose, agency);
        EXPECT_EQ(greeting.times, 2);
        greeted_.push_back(greeting.to);
    });
    add("Đức Mẫu");
    EXPECT_EQ(runner_.run_due(), 1);
    EXPECT_EQ(runner_.run_due(), 0);
    EXPECT_EQ(greeted_, std::vector<std::string>{"Đức Mẫu"});
    EXPECT_TRUE(all().empty());
}

TEST_P(JobsTest, knows_nothing_of_a_job_whose_transaction_failed)
{
    greet_with([&](AgencyId, const Greeting& greeting) { greeted_.push_back(greeting.to); });
    const auto rung = queue_.rung();
    EXPECT_THROW(database().write(agency,
                                  [&](db::Tx& tx) {
                                      queue_.add(tx, "greet", Greeting{"a", 1});
                                      throw Error::conflict("no");
                                  }),
                 Error);
    EXPECT_EQ(queue_.rung(), rung);
    EXPECT_EQ(runner_.run_due(), 0);
}

TEST_P(JobsTest, waits_for_its_time_and_runs_the_earliest_first)
{
    greet_with([&](AgencyId, const Greeting& greeting) { greeted_.push_back(greeting.to); });
    add("second", clock_.now().plus_ms(2 * minute));
    add("first", clock_.now().plus_ms(minute));
    EXPECT_EQ(runner_.run_due(), 0);
    clock_.advance_ms(2 * minute);
    EXPECT_EQ(runner_.run_due(), 2);
    EXPECT_EQ(greeted_, (std::vector<std::string>{"first", "second"}));
}

TEST_P(JobsTest, tries_again_ever_later_and_gives_up_after_twelve_attempts)
{
    int attempts = 0;
    greet_with([&](AgencyId, const Greeting&) {
        ++attempts;
        throw Error::unavailable("mail.down", {{"host", "máy chủ"}});
    });
    add("a");
    EXPECT_EQ(runner_.run_due(), 1);
    EXPECT_EQ(all().at(0).last_error.substr(0, 9), "mail.down");
    EXPECT_EQ(all().at(0).run_at, clock_.now().plus_ms(10'000));
    clock_.advance_ms(9'999);
    EXPECT_EQ(runner_.run_due(), 0);
    clock_.advance_ms(1);
    EXPECT_EQ(runner_.run_due(), 1);
    EXPECT_EQ(all().at(0).run_at, clock_.now().plus_ms(20'000));
    for (int i = 0; i < 20; ++i) {
        clock_.advance_ms(60 * minute);
        runner_.run_due();
    }
    EXPECT_EQ(attempts, 12);
    EXPECT_EQ(all().at(0).state, State::failed);

    const auto failed = database().write(agency, [&](db::Tx& tx) {
        const auto list = queue_.list_failed(tx, 10);
        EXPECT_TRUE(queue_.try_again(tx, list.at(0).id));
        EXPECT_FALSE(queue_.try_again(tx, Id<Job>::make()));
        return list;
    });
    EXPECT_EQ(failed.size(), 1U);
    database().write(AgencyId::make(), [&](db::Tx& tx) {
        EXPECT_TRUE(queue_.list_failed(tx, 10).empty());
        EXPECT_FALSE(queue_.try_again(tx, failed.at(0).id)) << "another agency's";
    });
    EXPECT_EQ(runner_.run_due(), 1);
    EXPECT_EQ(attempts, 13);
}

TEST_P(JobsTest, takes_over_a_job_whose_runner_died_when_the_lease_ends)
{
    greet_with([&](AgencyId, const Greeting& greeting) { greeted_.push_back(greeting.to); });
    add("a");
    const auto dead = database().write(AgencyId{}, [&](db::Tx& tx) { return queue_.claim(tx, {"greet"}, minute); });
    ASSERT_TRUE(dead);
    EXPECT_EQ(runner_.run_due(), 0);
    clock_.advance_ms(minute - 1);
    database().write(AgencyId{}, [&](db::Tx& tx) { queue_.renew(tx, *dead, minute); }); // it was only slow
    clock_.advance_ms(1);
    EXPECT_EQ(runner_.run_due(), 0);
    clock_.advance_ms(minute);
    const auto second = database().write(AgencyId{}, [&](db::Tx& tx) { return queue_.claim(tx, {"greet"}, minute); });
    ASSERT_TRUE(second);
    EXPECT_EQ(second->attempts, 2);
    database().write(AgencyId{}, [&](db::Tx& tx) { queue_.finish(tx, *dead); }); // too late: the job is another's
    EXPECT_EQ(all().size(), 1U);
    clock_.advance_ms(minute);
    EXPECT_EQ(runner_.run_due(), 1);
    EXPECT_EQ(greeted_.size(), 1U);
}

TEST_P(JobsTest, gives_up_a_job_that_takes_its_process_along_every_time)
{
    greet_with([&](AgencyId, const Greeting& greeting) { greeted_.push_back(greeting.to); });
    add("a");
    for (int i = 0; i < most_attempts; ++i) {
        EXPECT_TRUE(database().write(AgencyId{}, [&](db::Tx& tx) { return queue_.claim(tx, {"greet"}, minute); }));
        clock_.advance_ms(minute);
    }
    EXPECT_EQ(runner_.run_due(), 0);
    EXPECT_EQ(all().at(0).state, State::failed);
    EXPECT_EQ(all().at(0).last_error, "abandoned");
}

TEST_P(JobsTest, leaves_a_kind_without_a_handler_alone_and_fails_one_with_another_payload)
{
    add("a");
    EXPECT_EQ(runner_.run_due(), 0);
    EXPECT_EQ(all().at(0).state, State::waiting);
    greet_with([](AgencyId, const Greeting&) {});
    database().write(agency, [&](db::Tx& tx) { queue_.add_json(tx, "greet", "{\"to\": 5}", clock_.now()); });
    EXPECT_EQ(runner_.run_due(), 2);
    EXPECT_EQ(all().size(), 1U);
    EXPECT_EQ(all().at(0).payload, "{\"to\": 5}");
}

TEST_P(JobsTest, runs_what_a_handler_adds)
{
    greet_with([&](AgencyId whose, const Greeting& greeting) {
        greeted_.push_back(greeting.to);
        if (greeted_.size() < 3)
            database().write(whose, [&](db::Tx& tx) { queue_.add(tx, "greet", Greeting{greeting.to + "!", 1}); });
    });
    add("a");
    EXPECT_EQ(runner_.run_due(), 3);
    EXPECT_EQ(greeted_, (std::vector<std::string>{"a", "a!", "a!!"}));
}

TEST_P(JobsTest, wakes_its_threads_at_the_commit)
{
    std::mutex mutex;
    std::promise<void> done;
    int count = 0;
    Runner runner{database(), queue_, {.threads = 3, .poll = std::chrono::hours{1}}}; // nothing but the bell wakes them in time
    runner.on<Greeting>("greet", [&](AgencyId, const Greeting&) {
        const std::lock_guard lock{mutex};
        if (++count == 10)
            done.set_value();
    });
    runner.start();
    for (int i = 0; i < 10; ++i)
        add("a");
    EXPECT_EQ(done.get_future().wait_for(std::chrono::seconds{60}), std::future_status::ready);
    runner.stop();
    EXPECT_EQ(count, 10);
    EXPECT_TRUE(all().empty());
}

} // namespace congso::jobs
