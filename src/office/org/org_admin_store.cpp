#include "office/org/org_admin_store.h"

namespace congso::org::store {

namespace {

constexpr auto mandate_columns =
    "SELECT m.agency, m.id, m.kind, m.from_person, m.to_person, m.body, m.signing_lines, m.scope, m.document, m.valid_from, m.valid_to,"
    "       m.version, f.full_name AS from_name, t.full_name AS to_name,"
    "       CASE WHEN m.valid_from <= $2 AND m.valid_to >= $2 THEN 1 ELSE 0 END AS in_force"
    "  FROM mandate m"
    "  JOIN person f ON f.agency = m.agency AND f.id = m.from_person"
    "  JOIN person t ON t.agency = m.agency AND t.id = m.to_person";

} // namespace

bool update(db::Tx& tx, const Agency& agency)
{
    return tx.execute("UPDATE agency SET parent = $2, name = $3, short_name = $4, code = $5, code_2016 = $6, place = $7, address = $8,"
                      "   phone = $9, email = $10, valid_from = $11, valid_to = $12, code_from = $13, code_2016_to = $14, heir = $15,"
                      "   version = version + 1 WHERE id = $1 AND version = $16",
                      agency.id, agency.parent, agency.name, agency.short_name, agency.code, agency.code_2016, agency.place, agency.address,
                      agency.phone, agency.email, agency.valid_from, agency.valid_to, agency.code_from, agency.code_2016_to, agency.heir,
                      agency.version)
        == 1;
}

bool update(db::Tx& tx, const Unit& unit)
{
    return tx.execute("UPDATE unit SET parent = $3, name = $4, abbreviation = $5, position = $6, valid_from = $7, valid_to = $8,"
                      "   version = version + 1 WHERE agency = $1 AND id = $2 AND version = $9",
                      tx.agency(), unit.id, unit.parent, unit.name, unit.abbreviation, unit.position, unit.valid_from, unit.valid_to,
                      unit.version)
        == 1;
}

bool update(db::Tx& tx, const Body& body)
{
    return tx.execute("UPDATE body SET name = $3, parent_line = $4, heading_lines = $5, symbol = $6, party = $7, position = $8,"
                      "   version = version + 1 WHERE agency = $1 AND id = $2 AND version = $9",
                      tx.agency(), body.id, body.name, body.parent_line, body.heading_lines, body.symbol, body.party, body.position,
                      body.version)
        == 1;
}

bool update(db::Tx& tx, const Post& post)
{
    return tx.execute("UPDATE post SET unit = $3, body = $4, name = $5, authority = $6, signing_lines = $7, heads_agency = $8,"
                      "   heads_unit = $9, position = $10, valid_from = $11, valid_to = $12, version = version + 1"
                      " WHERE agency = $1 AND id = $2 AND version = $13",
                      tx.agency(), post.id, post.unit, post.body, post.name, post.authority, post.signing_lines, post.heads_agency,
                      post.heads_unit, post.position, post.valid_from, post.valid_to, post.version)
        == 1;
}

bool update(db::Tx& tx, const Holding& holding)
{
    return tx.execute("UPDATE holding SET main = $3, valid_from = $4, valid_to = $5, version = version + 1"
                      " WHERE agency = $1 AND id = $2 AND version = $6",
                      tx.agency(), holding.id, holding.main, holding.valid_from, holding.valid_to, holding.version)
        == 1;
}

bool update(db::Tx& tx, const Mandate& mandate)
{
    return tx.execute("UPDATE mandate SET from_person = $3, to_person = $4, body = $5, signing_lines = $6, scope = $7, document = $8,"
                      "   valid_from = $9, valid_to = $10, version = version + 1 WHERE agency = $1 AND id = $2 AND version = $11",
                      tx.agency(), mandate.id, mandate.from_person, mandate.to_person, mandate.body, mandate.signing_lines, mandate.scope,
                      mandate.document, mandate.valid_from, mandate.valid_to, mandate.version)
        == 1;
}

std::optional<Post> find_post(db::Tx& tx, Id<Post> id)
{
    return tx.find<Post>("SELECT agency, id, unit, body, name, authority, signing_lines, heads_agency, heads_unit, position, valid_from,"
                         "       valid_to, version FROM post WHERE agency = $1 AND id = $2",
                         tx.agency(), id);
}

std::optional<Holding> find_holding(db::Tx& tx, Id<Holding> id)
{
    return tx.find<Holding>(
        "SELECT agency, id, person, post, main, valid_from, valid_to, version FROM holding WHERE agency = $1 AND id = $2", tx.agency(), id);
}

std::optional<MandateRow> find_mandate(db::Tx& tx, Id<Mandate> id, Date today)
{
    return tx.find<MandateRow>(std::string{mandate_columns} + " WHERE m.agency = $1 AND m.id = $3", tx.agency(), today, id);
}

bool is_code_taken(db::Tx& tx, std::string_view code, AgencyId by_other_than)
{
    return tx.find<int>("SELECT 1 FROM agency WHERE code = $1 AND id <> $2", code, by_other_than).has_value();
}

bool holds_twice(db::Tx& tx, const Holding& holding)
{
    return tx
        .find<int>("SELECT 1 FROM holding WHERE agency = $1 AND person = $2 AND post = $3 AND id <> $4"
                   "   AND (valid_to IS NULL OR CAST($5 AS TEXT) IS NULL OR valid_to >= $5)"
                   "   AND (valid_from IS NULL OR CAST($6 AS TEXT) IS NULL OR valid_from <= $6) LIMIT 1",
                   tx.agency(), holding.person, holding.post, holding.id, holding.valid_from, holding.valid_to)
        .has_value();
}

void set_not_main(db::Tx& tx, Id<Person> person, Id<Holding> but)
{
    tx.execute("UPDATE holding SET main = 0, version = version + 1 WHERE agency = $1 AND person = $2 AND main = 1 AND id <> $3",
               tx.agency(), person, but);
}

std::vector<Holder> list_holders(db::Tx& tx)
{
    return tx.list<Holder>("SELECT h.agency, h.id, h.person, h.post, h.main, h.valid_from, h.valid_to, h.version,"
                           "       p.full_name AS person_name, o.name AS post_name"
                           "  FROM holding h"
                           "  JOIN person p ON p.agency = h.agency AND p.id = h.person"
                           "  JOIN post o ON o.agency = h.agency AND o.id = h.post"
                           " WHERE h.agency = $1 ORDER BY o.position, o.id, h.valid_from NULLS FIRST, p.sort_key, h.id",
                           tx.agency());
}

std::vector<MandateRow> list_mandates(db::Tx& tx, Date today, std::optional<Id<Person>> of)
{
    if (of)
        return tx.list<MandateRow>(std::string{mandate_columns}
                                       + " WHERE m.agency = $1 AND m.kind = 'delegation' AND (m.from_person = $3 OR m.to_person = $3)"
                                         " ORDER BY m.valid_from DESC, m.id DESC",
                                   tx.agency(), today, *of);
    return tx.list<MandateRow>(std::string{mandate_columns} + " WHERE m.agency = $1 ORDER BY m.valid_from DESC, m.id DESC", tx.agency(),
                               today);
}

std::vector<Id<Person>> list_absent(db::Tx& tx, Id<Person> stand_in, Date today)
{
    return tx.list<Id<Person>>("SELECT DISTINCT m.from_person FROM mandate m"
                               "  JOIN person p ON p.agency = m.agency AND p.id = m.from_person AND p.active = 1"
                               " WHERE m.agency = $1 AND m.to_person = $2 AND m.kind = 'delegation' AND m.valid_from <= $3"
                               "   AND m.valid_to >= $3 ORDER BY m.from_person",
                               tx.agency(), stand_in, today);
}

bool has_tuq(db::Tx& tx, Id<Person> person, Date today)
{
    return tx
        .find<int>("SELECT 1 FROM mandate WHERE agency = $1 AND to_person = $2 AND kind = 'tuq' AND valid_from <= $3 AND valid_to >= $3"
                   " LIMIT 1",
                   tx.agency(), person, today)
        .has_value();
}

bool has_overlapping_delegation(db::Tx& tx, const Mandate& mandate)
{
    return tx
        .find<int>("SELECT 1 FROM mandate WHERE agency = $1 AND kind = 'delegation' AND from_person = $2 AND to_person = $3 AND id <> $4"
                   "   AND valid_from <= $6 AND valid_to >= $5 LIMIT 1",
                   tx.agency(), mandate.from_person, mandate.to_person, mandate.id, mandate.valid_from, mandate.valid_to)
        .has_value();
}

bool may_give_tuq(db::Tx& tx, Id<Person> from, Id<Body> body, Date first, Date last)
{
    return tx
        .find<int>("SELECT 1 FROM holding h JOIN post o ON o.agency = h.agency AND o.id = h.post"
                   " WHERE h.agency = $1 AND h.person = $2 AND o.body = $3 AND o.authority IN ('tm', 'own', 'q')"
                   "   AND (h.valid_from IS NULL OR h.valid_from <= $4) AND (h.valid_to IS NULL OR h.valid_to >= $5)"
                   "   AND (o.valid_from IS NULL OR o.valid_from <= $4) AND (o.valid_to IS NULL OR o.valid_to >= $5) LIMIT 1",
                   tx.agency(), from, body, first, last)
        .has_value();
}

void end_holdings(db::Tx& tx, Id<Person> person, Date last_day)
{
    tx.execute("UPDATE holding SET valid_to = $3, version = version + 1"
               " WHERE agency = $1 AND person = $2 AND (valid_to IS NULL OR valid_to > $3)",
               tx.agency(), person, last_day);
}

int count_open_things(db::Tx& tx, Id<Person> person)
{
    return tx.get<int>("SELECT COUNT(*) FROM work_item WHERE agency = $1 AND holder = $2", tx.agency(), person)
        + tx.get<int>("SELECT COUNT(*) FROM outgoing o WHERE o.agency = $1 AND o.drafter = $2"
                      "   AND o.state IN ('draft', 'reviewing', 'returned', 'submitted')"
                      "   AND NOT EXISTS (SELECT 1 FROM work_item w WHERE w.agency = o.agency AND w.record = o.id AND w.holder = $2)",
                      tx.agency(), person)
        + tx.get<int>("SELECT COUNT(*) FROM work_dossier d WHERE d.agency = $1 AND d.creator = $2 AND d.state = 'open'"
                      "   AND NOT EXISTS (SELECT 1 FROM work_item w WHERE w.agency = d.agency AND w.record = d.id AND w.holder = $2)",
                      tx.agency(), person);
}

} // namespace congso::org::store
