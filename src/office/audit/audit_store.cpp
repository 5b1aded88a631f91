#include "office/audit/audit_store.h"

namespace congso::audit::store {

std::optional<Head> find_head(db::Tx& tx)
{
    return tx.find<Head>("SELECT sequence, hash FROM audit_head WHERE agency = $1", tx.agency());
}

void append(db::Tx& tx, const Link& link, std::string_view detail)
{
    tx.insert("audit_link", link);
    tx.execute("INSERT INTO audit_event (agency, sequence, record, detail) VALUES ($1, $2, $3, $4)", tx.agency(), link.sequence,
               link.record, detail);
    tx.execute("INSERT INTO audit_head (agency, sequence, hash) VALUES ($1, $2, $3)"
               " ON CONFLICT (agency) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash",
               tx.agency(), link.sequence, link.hash);
}

std::vector<Event> list_events(db::Tx& tx, Uuid record, int limit)
{
    return tx.list<Event>("SELECT l.at, l.person, p.full_name AS person_name, l.action, e.detail"
                          "  FROM audit_event e"
                          "  JOIN audit_link l ON l.agency = e.agency AND l.sequence = e.sequence"
                          "  LEFT JOIN person p ON p.agency = l.agency AND p.id = l.person"
                          " WHERE e.agency = $1 AND e.record = $2 ORDER BY e.sequence DESC LIMIT $3",
                          tx.agency(), record, limit);
}

std::optional<Head> find_last_link(db::Tx& tx)
{
    return tx.find<Head>("SELECT sequence, hash FROM audit_link WHERE agency = $1 ORDER BY sequence DESC LIMIT 1", tx.agency());
}

std::optional<std::string> find_hash(db::Tx& tx, std::int64_t sequence)
{
    return tx.find<std::string>("SELECT hash FROM audit_link WHERE agency = $1 AND sequence = $2", tx.agency(), sequence);
}

std::vector<Link> list_links(db::Tx& tx, std::int64_t after, std::int64_t until, int limit)
{
    return tx.list<Link>("SELECT agency, sequence, at, person, action, record_kind, record, salt, digest, previous, hash"
                         "  FROM audit_link WHERE agency = $1 AND sequence > $2 AND sequence <= $3 ORDER BY sequence LIMIT $4",
                         tx.agency(), after, until, limit);
}

std::vector<Detail> list_details(db::Tx& tx, std::int64_t first, std::int64_t last)
{
    return tx.list<Detail>("SELECT sequence, detail FROM audit_event WHERE agency = $1 AND sequence BETWEEN $2 AND $3 ORDER BY sequence",
                           tx.agency(), first, last);
}

void insert(db::Tx& tx, const Checkpoint& checkpoint)
{
    tx.insert("audit_checkpoint", checkpoint);
}

std::optional<Checkpoint> find_last_checkpoint(db::Tx& tx)
{
    return tx.find<Checkpoint>("SELECT agency, sequence, hash, at, public_key, signature, code FROM audit_checkpoint"
                               " WHERE agency = $1 ORDER BY sequence DESC LIMIT 1",
                               tx.agency());
}

std::optional<Checkpoint> find_checkpoint(db::Tx& tx, std::string_view code)
{
    return tx.find<Checkpoint>("SELECT agency, sequence, hash, at, public_key, signature, code FROM audit_checkpoint"
                               " WHERE agency = $1 AND code = $2 ORDER BY sequence LIMIT 1",
                               tx.agency(), code);
}

std::vector<Checkpoint> list_checkpoints(db::Tx& tx, std::int64_t first, std::int64_t last)
{
    return tx.list<Checkpoint>("SELECT agency, sequence, hash, at, public_key, signature, code FROM audit_checkpoint"
                               " WHERE agency = $1 AND sequence BETWEEN $2 AND $3 ORDER BY sequence",
                               tx.agency(), first, last);
}

std::vector<Checkpoint> list_last_checkpoints(db::Tx& tx, int limit)
{
    return tx.list<Checkpoint>("SELECT agency, sequence, hash, at, public_key, signature, code FROM audit_checkpoint"
                               " WHERE agency = $1 ORDER BY sequence DESC LIMIT $2",
                               tx.agency(), limit);
}

std::optional<std::string> find_record_kind(db::Tx& tx, Uuid record)
{
    return tx.find<std::string>("SELECT l.record_kind FROM audit_event e"
                                "  JOIN audit_link l ON l.agency = e.agency AND l.sequence = e.sequence"
                                " WHERE e.agency = $1 AND e.record = $2 ORDER BY e.sequence LIMIT 1",
                                tx.agency(), record);
}

std::optional<std::string> find_person_name(db::Tx& tx, Id<org::Person> person)
{
    return tx.find<std::string>("SELECT full_name FROM person WHERE agency = $1 AND id = $2", tx.agency(), person);
}

std::optional<Time> find_time(db::Tx& tx, std::int64_t sequence)
{
    return tx.find<Time>("SELECT at FROM audit_link WHERE agency = $1 AND sequence = $2", tx.agency(), sequence);
}

std::vector<TrailRow> list_trail(db::Tx& tx, const TrailQuery& query, std::int64_t before, std::int64_t floor, int limit)
{
    const auto person = query.person.value_or(Id<org::Person>{});
    return tx.list<TrailRow>("SELECT l.sequence, l.at, l.person, p.full_name AS person_name, l.action, l.record_kind FROM audit_link l"
                             "  LEFT JOIN person p ON p.agency = l.agency AND p.id = l.person"
                             " WHERE l.agency = $1 AND l.sequence < $2 AND l.sequence > $3"
                             "   AND (CAST($4 AS TEXT) IS NULL OR l.person = $4) AND ($5 = '' OR l.record_kind = $5)"
                             " ORDER BY l.sequence DESC LIMIT $6",
                             tx.agency(), before, floor, person, query.kind.value_or(""), limit);
}

} // namespace congso::audit::store
