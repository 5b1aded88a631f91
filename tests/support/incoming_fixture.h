#pragma once
#include "office/incoming/incoming_service.h"
#include "tests/support/office_fixture.h"
#include "tests/support/temp_converter.h"

// Everything that incoming documents stand on, on a fresh database of either engine.
namespace congso::test {

class IncomingTest : public DatabaseTest {
protected:
    Office office{database(), "UBND xã Phổ Mẫu"};
    ManualClock clock{Time::at(Date::of(2022, 5, 4), 435, 420)};
    TempDirectory directory;
    crypto::Ed25519Key key = crypto::Ed25519Key::make();
    blob::Store blobs{directory.path()};
    NoConverter converter;
    jobs::Queue queue{clock};
    AuditTrail audit{clock, key};
    OrgService org{database(), clock, audit};
    WorktimeService worktime{database(), clock, audit};
    FileService files{database(), clock, audit, blobs, queue, converter, {}};
    NumberingService numbering{database(), clock, audit};
    SearchIndex search;
    Notifier notifier;
    WorkService work{database(), clock, notifier, worktime};
    TaskService tasks{clock, org};
    IncomingService service{{database(), clock, audit, org, worktime, files, numbering, search, notifier, work, tasks}};

    Actor clerk() const { return office.as(office.clerk); }
    Actor head() const { return office.as(office.head); }
    Actor officer() const { return office.as(office.officer); }
    Actor other() const { return office.as(office.other_officer); }

    static incoming::IncomingEntry entry(std::string number)
    {
        incoming::IncomingEntry entry;
        entry.issuer = "UBND thị xã Đức Mẫu";
        entry.origin_number = std::move(number);
        entry.issued_on = Date::of(2022, 4, 28);
        entry.kind = "KH";
        entry.subject = "V/v tổ chức sơ kết phong trào thi đua";
        return entry;
    }
    // The officer leads, the other one works with him, until 15 May.
    incoming::IncomingEntry proposed(std::string number) const
    {
        auto made = entry(std::move(number));
        made.submit = incoming::Instruction{"Kính trình đồng chí Chủ tịch",
                                            {{office.officer, tasks::Part::lead, {}}, {office.other_officer, tasks::Part::cooperate, {}}},
                                            Date::of(2022, 5, 15)};
        return made;
    }
    Id<incoming::Incoming> assigned(std::string number)
    {
        const auto document = service.register_document(clerk(), proposed(std::move(number)));
        service.assign(head(), {document.id, {}, true, {}});
        return document.id;
    }
    Id<incoming::Incoming> arrive(std::string number)
    {
        return database().write(office.agency.id, [&](db::Tx& tx) {
            incoming::Arrival arrival;
            arrival.way = incoming::Way::inside;
            arrival.issuer = "UBND thị xã Đức Mẫu";
            arrival.origin_number = number;
            arrival.kind = "KH";
            arrival.subject = "Kế hoạch sơ kết";
            arrival.issued_on = Date::of(2022, 4, 28);
            return service.arrive(tx, Actor{office.agency.id, {}, {}}, arrival);
        });
    }
    std::vector<work::Action> waiting(Id<org::Person> person)
    {
        std::vector<work::Action> actions;
        for (const auto& item : work.list(office.as(person)).items)
            actions.push_back(item.action);
        return actions;
    }
    std::vector<std::string> numbering_faults()
    {
        return database().read(office.agency.id, [&](db::Tx& tx) { return numbering.check(tx); });
    }
    template <class F> static std::string fault_of(F&& act) // the code, or the first wrong field
    {
        try {
            act();
        } catch (const Error& error) {
            return error.faults().empty() ? error.code() : error.faults().front().path + ": " + error.faults().front().code;
        }
        return "nothing was thrown";
    }
    template <class F> static std::string code_of(F&& act)
    {
        try {
            act();
        } catch (const Error& error) {
            return error.code();
        }
        return "";
    }
};

} // namespace congso::test
