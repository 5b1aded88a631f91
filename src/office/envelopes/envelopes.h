#pragma once
#include "lib/base/error.h"
#include "office/incoming/incoming.h"

namespace congso::envelopes {

// waiting: at the clerk's desk; handed_over: unopened, to whom it is addressed; registered: what was in it is an incoming document.
enum class State { waiting, handed_over, registered };
BOOST_DESCRIBE_ENUM(State, waiting, handed_over, registered)

// Post addressed to someone by name (bì gửi đích danh; Decree 30/2020 art. 21): no file, no number, no handling.
struct Envelope {
    AgencyId agency;
    Id<Envelope> id;
    Date arrived_on;
    std::string sender, mark; // nơi gửi; số, ký hiệu ghi ngoài bì
    Id<org::Person> person; // to whom, when he is of the agency
    std::string addressee; // as the envelope has it: a person, «Đoàn Thanh niên xã»
    work::Urgency urgency{};
    std::string note;
    State state{};
    std::string handed_to;
    Time handed_at; // 0: not yet
    Id<incoming::Incoming> document; // what it became
    Id<org::Person> entered_by;
    Time entered_at;
};
BOOST_DESCRIBE_STRUCT(Envelope, (),
                      (agency, id, arrived_on, sender, mark, person, addressee, urgency, note, state, handed_to, handed_at, document,
                       entered_by, entered_at))

// POST /api/envelopes
struct EnvelopeEntry {
    std::optional<Date> arrived_on; // today when absent
    std::string sender;
    std::optional<std::string> mark, note;
    std::optional<Id<org::Person>> person;
    std::optional<std::string> addressee; // the person's name when absent
    std::optional<work::Urgency> urgency;
};
BOOST_DESCRIBE_STRUCT(EnvelopeEntry, (), (arrived_on, sender, mark, note, person, addressee, urgency))

// GET /api/envelopes
struct EnvelopeQuery {
    std::optional<State> state;
    std::optional<std::string> after;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(EnvelopeQuery, (), (state, after, limit))

struct HandOver { // POST /api/envelopes/{id}/hand-over
    Id<Envelope> id;
    std::optional<std::string> to; // who took it, when it was someone else for the addressee
};
BOOST_DESCRIBE_STRUCT(HandOver, (), (id, to))

struct Opened { // POST /api/envelopes/{id}/register: what was in it concerns the office and has been registered
    Id<Envelope> id;
    Id<incoming::Incoming> document;
};
BOOST_DESCRIBE_STRUCT(Opened, (), (id, document))

std::vector<FieldFault> faults_of(const EnvelopeEntry& entry, Date today);

} // namespace congso::envelopes
