#include "office/delivery/delivery_service.h"

#include "tests/support/incoming_fixture.h"

#include <gmock/gmock.h>

namespace congso {

namespace {

using namespace delivery;
using testing::ElementsAre;

class DeliveryTest : public test::IncomingTest {
protected:
    DeliveryTest()
    {
        database().write(theirs.agency.id, [](db::Tx& tx) {
            tx.execute("INSERT INTO kind (agency, code, name, outgoing) VALUES ($1, 'KHAC', 'Văn bản khác', 0)", tx.agency());
        });
    }
    // Something that was given out, without the feature whose it is.
    Sending sending(const std::vector<Recipient>& recipients)
    {
        const auto record = Uuid::make();
        database().write(office.agency.id, [&](db::Tx& tx) { DeliveryService::put_recipients(tx, record, recipients); });
        return {.subject = {.kind = work::RecordKind::copy, .record = record, .title = "Bản sao", .symbol = "01/SY-UBND"},
                .sort_at = 1,
                .desk = Permission::register_incoming,
                .authors = {office.other_officer}};
    }
    std::vector<Id<org::Person>> reached(const Sending& what)
    {
        return database().write(office.agency.id, [&](db::Tx& tx) {
            delivery.dispatch(tx, clerk(), what);
            std::vector<Id<org::Person>> people;
            for (const auto& one : delivery.list_deliveries(tx, what.subject.record)) {
                EXPECT_TRUE(one.on_paper) << "nobody signs in here";
                people.push_back(one.person);
            }
            return people;
        });
    }
    std::vector<incoming::IncomingRow> arrived() { return service.list(theirs.as(theirs.clerk), {}).items; }
    Recipient to_unit() const { return {.kind = RecipientKind::unit, .target = office.unit.id.uuid, .name = "Văn phòng"}; }

    test::Office theirs{database(), "UBND xã Phổ Bên"};
    DeliveryService delivery{{database(), clock, audit, org, notifier, work, service, queue}};
};
CONGSO_BOTH_ENGINES(DeliveryTest);

} // namespace

TEST(Delivery, the_wrong_fields_of_recipients_are_told_by_their_places)
{
    Faults faults;
    const auto person = Uuid::make();
    add_recipient_faults(faults,
                         {{.kind = RecipientKind::outside, .name = ""},
                          {.kind = RecipientKind::post, .name = "Trưởng thôn"},
                          {.kind = RecipientKind::person, .target = person, .name = "A", .mark = std::string(51, 'x')},
                          {.kind = RecipientKind::person, .target = person, .name = "A"}});
    std::vector<std::string> told;
    for (const auto& fault : faults.take())
        told.push_back(fault.path + ": " + fault.code);
    EXPECT_THAT(told,
                ElementsAre("/recipients/0/name: required", "/recipients/1/target: required", "/recipients/2/mark: too_long",
                            "/recipients/3/target: twice"));
    add_recipient_faults(faults, std::vector<Recipient>(most_recipients + 1));
    EXPECT_EQ(faults.take().front().code, "too_many");
    EXPECT_EQ(with_mark({.name = "UBND thị xã", .mark = "bc"}), "UBND thị xã (bc)");
}

TEST_P(DeliveryTest, an_author_has_it_unless_he_is_named_himself_and_who_gives_it_out_too)
{
    EXPECT_THAT(reached(sending({to_unit()})), ElementsAre(office.officer));
    const Recipient author{.kind = RecipientKind::person, .target = office.other_officer.uuid, .name = "Võ Thị Bình"};
    EXPECT_THAT(reached(sending({to_unit(), author})), testing::UnorderedElementsAre(office.officer, office.other_officer));
    EXPECT_THAT(waiting(office.clerk), testing::Contains(work::Action::hand_out));
}

TEST_P(DeliveryTest, nothing_arrives_twice_and_nothing_that_does_not_go_any_more)
{
    const auto what = sending({{.kind = RecipientKind::agency, .target = theirs.agency.id.uuid, .name = "UBND xã Phổ Bên"}});
    const DeliverJob job{what.subject.record, theirs.agency.id, office.clerk};
    const incoming::Arrival arrival{.way = incoming::Way::inside,
                                    .issuer_agency = office.agency.id,
                                    .issuer = "UBND xã Phổ Mẫu",
                                    .origin_number = "01/SY-UBND",
                                    .kind = "không có ở đó",
                                    .subject = "Bản sao y",
                                    .issued_on = Date::of(2022, 5, 4),
                                    .due_on = {},
                                    .urgency = {},
                                    .files = {}};
    int noted = 0;
    const auto carry = [&](bool goes) {
        delivery.carry(
            office.agency.id, work::RecordKind::copy, job, [&](db::Tx&) { return goes ? std::optional{arrival} : std::nullopt; },
            [&](db::Tx&) { ++noted; });
    };
    carry(false);
    EXPECT_EQ(arrived().size(), 0U);
    carry(true);
    carry(true);
    ASSERT_EQ(arrived().size(), 1U);
    EXPECT_EQ(arrived()[0].kind, "KHAC") << "a kind that they do not know";
    EXPECT_EQ(noted, 1);
    // the sender stopped between the two transactions: it is noted, and arrives no second time
    database().write(office.agency.id,
                     [&](db::Tx& tx) { tx.execute("UPDATE recipient SET delivered_at = 0 WHERE agency = $1", tx.agency()); });
    carry(true);
    EXPECT_EQ(arrived().size(), 1U);
    EXPECT_EQ(noted, 2);
}

} // namespace congso
