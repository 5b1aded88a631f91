#include "office/envelopes/envelopes_service.h"

#include "office/actor/faults.h"
#include "office/actor/use_case.h"
#include "office/envelopes/envelopes_store.h"

namespace congso {

namespace store = envelopes::store;
using envelopes::Envelope, envelopes::State;

namespace {

constexpr std::string_view record_kind = "envelope";

} // namespace

Envelope EnvelopeService::add(const Actor& actor, const envelopes::EnvelopeEntry& entry)
{
    actor.demand(Permission::register_incoming);
    const auto today = clock_.today();
    if (auto faults = faults_of(entry, today); !faults.empty())
        throw Error::invalid_fields(std::move(faults));
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto person = entry.person && *entry.person ? org_.find_person(tx, *entry.person) : std::nullopt;
        if (entry.person && *entry.person && !person)
            throw Error::invalid_field("/person", "unknown");
        auto addressee = entry.addressee.value_or("");
        if (addressee.empty() && person)
            addressee = person->full_name;
        const Envelope envelope{.agency = tx.agency(),
                                .id = Id<Envelope>::make(),
                                .arrived_on = entry.arrived_on.value_or(today),
                                .sender = entry.sender,
                                .mark = entry.mark.value_or(""),
                                .person = person ? person->id : Id<org::Person>{},
                                .addressee = addressee,
                                .urgency = entry.urgency.value_or(work::Urgency::normal),
                                .note = entry.note.value_or(""),
                                .state = State::waiting,
                                .handed_to = {},
                                .handed_at = {},
                                .document = {},
                                .entered_by = actor.person(),
                                .entered_at = clock_.now()};
        store::insert(tx, envelope);
        audit_.record(tx, actor, "envelope.entered", record_kind, envelope.id.uuid,
                      {{"sender", envelope.sender}, {"addressee", envelope.addressee}});
        return envelope;
    });
}

Page<Envelope> EnvelopeService::list(const Actor& actor, const envelopes::EnvelopeQuery& query)
{
    actor.demand(Permission::register_incoming);
    return database_.read(actor.agency(), [&](db::Tx& tx) { return store::list(tx, query); });
}

Envelope EnvelopeService::get(db::Tx& tx, Id<Envelope> id) const
{
    if (auto envelope = store::find(tx, id))
        return std::move(*envelope);
    throw Error::not_found();
}

Envelope EnvelopeService::hand_over(const Actor& actor, const envelopes::HandOver& entry)
{
    actor.demand(Permission::register_incoming);
    demand_length("/to", entry.to.value_or(""), 200);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        auto envelope = get(tx, entry.id);
        if (envelope.state != State::waiting)
            throw Error::conflict("envelope.not_now");
        envelope.state = State::handed_over; // art. 21: unopened, to whom it is addressed
        envelope.handed_to = is_blank(entry.to.value_or("")) ? envelope.addressee : *entry.to;
        envelope.handed_at = clock_.now();
        store::update(tx, envelope);
        audit_.record(tx, actor, "envelope.handed_over", record_kind, envelope.id.uuid, {{"to", envelope.handed_to}});
        return envelope;
    });
}

Envelope EnvelopeService::link(const Actor& actor, const envelopes::Opened& entry)
{
    actor.demand(Permission::register_incoming);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        auto envelope = get(tx, entry.id);
        if (envelope.state == State::registered)
            throw Error::conflict("envelope.not_now");
        // art. 21: what concerns the office's work comes back to the clerk to be registered
        if (incoming_.get_document(tx, actor, entry.document).arrival_number == 0)
            throw Error::invalid_field("/document", "unknown");
        envelope.state = State::registered;
        envelope.document = entry.document;
        store::update(tx, envelope);
        audit_.record(tx, actor, "envelope.registered", record_kind, envelope.id.uuid, {{"document", entry.document.to_string()}});
        return envelope;
    });
}

Rules EnvelopeService::rules()
{
    return store::rules();
}

} // namespace congso
