#include "office/envelopes/envelopes_store.h"

#include "lib/db/filter.h"

namespace congso::envelopes::store {

namespace {

constexpr auto columns = "agency, id, arrived_on, sender, mark, person, addressee, urgency, note, state, handed_to, handed_at, document,"
                         " entered_by, entered_at";

constexpr Rule all[] = {
    {"what it became is not there",
     "SELECT e.id FROM envelope e WHERE e.agency = $1 AND e.document IS NOT NULL AND NOT EXISTS (SELECT 1 FROM incoming i"
     " WHERE i.agency = e.agency AND i.id = e.document AND i.arrival_number > 0) ORDER BY e.id LIMIT 100"},
};

} // namespace

void insert(db::Tx& tx, const Envelope& envelope)
{
    tx.insert("envelope", envelope);
}

std::optional<Envelope> find(db::Tx& tx, Id<Envelope> id)
{
    return tx.find<Envelope>(std::string{"SELECT "} + columns + " FROM envelope WHERE agency = $1 AND id = $2", tx.agency(), id);
}

void update(db::Tx& tx, const Envelope& envelope)
{
    tx.execute("UPDATE envelope SET state = $3, handed_to = $4, handed_at = $5, document = $6 WHERE agency = $1 AND id = $2", tx.agency(),
               envelope.id, envelope.state, envelope.handed_to, envelope.handed_at, envelope.document);
}

Page<Envelope> list(db::Tx& tx, const EnvelopeQuery& asked)
{
    db::Query query{{.columns = columns, .walked = "envelope", .agency = "agency", .sort_at = "entered_at", .id = "id"}};
    if (asked.state)
        query.where("state = $1", *asked.state);
    return query.page<Envelope>(tx, asked.limit.value_or(50), asked.after.value_or(""));
}

Rules rules()
{
    return all;
}

} // namespace congso::envelopes::store
