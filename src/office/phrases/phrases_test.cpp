#include "office/phrases/phrases_service.h"
#include "tests/support/office_fixture.h"

#include <gmock/gmock.h>

namespace congso {

namespace {

using namespace phrases;
using testing::ElementsAre;
using testing::IsEmpty;

class PhrasesTest : public test::DatabaseTest {
protected:
    template <class F> static std::vector<std::string> told(F&& act) // the wrong fields, or the code
    {
        std::vector<std::string> all;
        try {
            act();
        } catch (const Error& error) {
            for (const auto& fault : error.faults())
                all.push_back(fault.path + ": " + fault.code);
            if (all.empty())
                all.push_back(error.code());
        }
        return all;
    }

    test::Office office{database(), "UBND xã Phổ Mẫu"}, other{database(), "UBND xã Phổ Bên"};
    ManualClock clock{Time::at(Date::of(2022, 5, 4), 435, 420)};
    crypto::Ed25519Key key = crypto::Ed25519Key::make();
    AuditTrail audit{clock, key};
    PhraseService service{database(), clock, audit};
    Actor administrator{office.agency.id, office.clerk, {Permission::signed_in, Permission::manage_people}};
    Actor head{office.agency.id, office.head, {Permission::signed_in}};
    Actor stranger{other.agency.id, other.head, {Permission::signed_in}};
};
CONGSO_BOTH_ENGINES(PhrasesTest);

} // namespace

TEST_P(PhrasesTest, a_place_has_what_the_agency_set_last_and_its_history_tells_both)
{
    EXPECT_THAT(service.list(head), IsEmpty()) << "the page's own until then";
    const auto first = service.save(administrator, {.place = Place::instruction, .version = 0, .phrases = {"Giao tham mưu.", "Để biết."}});
    EXPECT_EQ(first.version, 1);
    service.save(administrator, {.place = Place::progress, .version = 0, .phrases = {}});
    const auto second =
        service.save(administrator, {.place = Place::instruction, .version = 1, .phrases = {"Để biết.", "Báo cáo trước 15 giờ."}});
    EXPECT_EQ(second.version, 2);
    const auto lists = service.list(head);
    ASSERT_EQ(lists.size(), 2U);
    EXPECT_EQ(lists[0].place, Place::instruction);
    EXPECT_THAT(lists[0].phrases, ElementsAre("Để biết.", "Báo cáo trước 15 giờ.")) << "in the agency's order";
    EXPECT_THAT(lists[1].phrases, IsEmpty()) << "nothing is offered there";
    EXPECT_THAT(service.list(stranger), IsEmpty()) << "another agency has its own";
    const auto story = database().read(office.agency.id, [&](db::Tx& tx) { return audit.story(tx, office.agency.id.uuid); });
    ASSERT_EQ(story.size(), 3U);
    EXPECT_EQ(story.front().action, "phrases.changed");
    EXPECT_THAT(story.front().detail, testing::HasSubstr("Giao tham mưu."));
    EXPECT_THAT(story.front().detail, testing::HasSubstr("Báo cáo trước 15 giờ."));
}

TEST_P(PhrasesTest, every_wrong_phrase_is_told_and_an_older_version_is_refused)
{
    EXPECT_THAT(told([&] {
                    service.save(administrator,
                                 {.place = Place::comment, .version = 0, .phrases = {"Đồng ý.", " ", std::string(201, 'a'), "Đồng ý."}});
                }),
                ElementsAre("/phrases/1: required", "/phrases/2: too_long", "/phrases/3: twice"));
    EXPECT_THAT(
        told([&] { service.save(administrator, {.place = Place::comment, .version = 0, .phrases = std::vector<std::string>(21, "a")}); }),
        testing::Contains("/phrases: too_many"));
    service.save(administrator, {.place = Place::comment, .version = 0, .phrases = {"Đồng ý."}});
    EXPECT_THAT(told([&] { service.save(administrator, {.place = Place::comment, .version = 0, .phrases = {}}); }), ElementsAre("stale"));
    EXPECT_THAT(told([&] { service.save(head, {.place = Place::comment, .version = 1, .phrases = {}}); }), ElementsAre("forbidden"));
    EXPECT_THAT(told([&] { service.list(Actor{office.agency.id, office.head, {}}); }), ElementsAre("forbidden"));
}

} // namespace congso
