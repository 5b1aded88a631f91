#include "office/org/org_store.h"

namespace congso::org::store {

namespace {

constexpr auto agency_columns = "id, parent, name, short_name, code, code_2016, place, address, phone, email, hosted, valid_from,"
                                " valid_to, code_from, code_2016_to, heir, version";

// `day` lies between two dates, either of which may be open.
std::string in_force(std::string_view alias, std::string_view day)
{
    const std::string a{alias}, d{day};
    return "(" + a + ".valid_from IS NULL OR " + a + ".valid_from <= " + d + ") AND (" + a + ".valid_to IS NULL OR " + a
        + ".valid_to >= " + d + ")";
}

// Whether person p has a permission by one of his roles.
std::string may(std::string_view permission)
{
    return "CASE WHEN EXISTS (SELECT 1 FROM person_role pr JOIN role_permission rp ON rp.agency = pr.agency AND rp.role = pr.role"
           " WHERE pr.agency = p.agency AND pr.person = p.id AND rp.permission = '"
        + std::string{permission} + "') THEN 1 ELSE 0 END";
}

// A post gives its powers while it exists and is held: holding h of post o.
std::string held(std::string_view day)
{
    return in_force("h", day) + " AND " + in_force("o", day);
}

} // namespace

std::optional<Agency> find_agency(db::Tx& tx, AgencyId id)
{
    return tx.find<Agency>(std::string{"SELECT "} + agency_columns + " FROM agency WHERE id = $1", id);
}

std::optional<Agency> find_agency_by_code(db::Tx& tx, std::string_view code)
{
    return tx.find<Agency>(std::string{"SELECT "} + agency_columns + " FROM agency WHERE code = $1 OR code_2016 = $1 ORDER BY id LIMIT 1",
                           code);
}

std::vector<Agency> list_agencies(db::Tx& tx)
{
    return tx.list<Agency>(std::string{"SELECT "} + agency_columns + " FROM agency ORDER BY name, id");
}

std::vector<Unit> list_units(db::Tx& tx)
{
    return tx.list<Unit>("SELECT agency, id, parent, name, abbreviation, position, valid_from, valid_to, version FROM unit"
                         " WHERE agency = $1 ORDER BY position, id",
                         tx.agency());
}

std::vector<Body> list_bodies(db::Tx& tx)
{
    return tx.list<Body>("SELECT agency, id, name, parent_line, heading_lines, symbol, party, position, version FROM body"
                         " WHERE agency = $1 ORDER BY position, id",
                         tx.agency());
}

std::vector<Post> list_posts(db::Tx& tx)
{
    return tx.list<Post>(
        "SELECT agency, id, unit, body, name, authority, signing_lines, heads_agency, heads_unit, position, valid_from, valid_to, version"
        "  FROM post WHERE agency = $1 ORDER BY position, id",
        tx.agency());
}

std::optional<Body> find_body(db::Tx& tx, Id<Body> id)
{
    return tx.find<Body>(
        "SELECT agency, id, name, parent_line, heading_lines, symbol, party, position, version FROM body WHERE agency = $1 AND id = $2",
        tx.agency(), id);
}

std::optional<Unit> find_unit(db::Tx& tx, Id<Unit> id)
{
    return tx.find<Unit>(
        "SELECT agency, id, parent, name, abbreviation, position, valid_from, valid_to, version FROM unit WHERE agency = $1 AND id = $2",
        tx.agency(), id);
}

bool has_post(db::Tx& tx, Id<Post> id, Date today)
{
    return tx.find<int>("SELECT 1 FROM post o WHERE o.agency = $1 AND o.id = $2 AND " + in_force("o", "$3"), tx.agency(), id, today)
        .has_value();
}

std::optional<Person> find_person(db::Tx& tx, Id<Person> id)
{
    return tx.find<Person>("SELECT agency, id, full_name, sort_key, email, phone, born_on, active, version FROM person"
                           " WHERE agency = $1 AND id = $2",
                           tx.agency(), id);
}

std::vector<PersonRow> list_people(db::Tx& tx, Date today)
{
    return tx.list<PersonRow>(
        "SELECT p.id, p.full_name, o.name AS post_name, u.name AS unit_name, a.username, p.active, COALESCE(a.disabled, 0) AS disabled, "
            + may("read_documents") + " AS reads, " + may("handle_documents") + " AS handles, " + may("direct_documents")
            + " AS directs"
              "  FROM person p"
              "  LEFT JOIN holding h ON h.agency = p.agency AND h.person = p.id AND h.main = 1 AND "
            + in_force("h", "$2")
            + "  LEFT JOIN post o ON o.agency = h.agency AND o.id = h.post"
              "  LEFT JOIN unit u ON u.agency = o.agency AND u.id = o.unit"
              "  LEFT JOIN account a ON a.agency = p.agency AND a.person = p.id"
              " WHERE p.agency = $1 ORDER BY p.sort_key, p.id",
        tx.agency(), today);
}

bool update_person(db::Tx& tx, const Person& person)
{
    return tx.execute(
               "UPDATE person SET full_name = $3, sort_key = $4, email = $5, phone = $6, born_on = $7, active = $8, version = version + 1"
               " WHERE agency = $1 AND id = $2 AND version = $9",
               tx.agency(), person.id, person.full_name, person.sort_key, person.email, person.phone, person.born_on, person.active,
               person.version)
        == 1;
}

void end_main_holding(db::Tx& tx, Id<Person> person, Date today)
{
    // a holding that began today never was
    tx.execute("DELETE FROM holding WHERE agency = $1 AND person = $2 AND main = 1 AND valid_from = $3", tx.agency(), person, today);
    tx.execute("UPDATE holding SET valid_to = $3, main = 0 WHERE agency = $1 AND person = $2 AND main = 1", tx.agency(), person,
               today.plus_days(-1));
}

std::vector<Holding> list_holdings(db::Tx& tx, Id<Person> person)
{
    return tx.list<Holding>("SELECT agency, id, person, post, main, valid_from, valid_to, version FROM holding"
                            " WHERE agency = $1 AND person = $2 ORDER BY main DESC, valid_from NULLS FIRST, id",
                            tx.agency(), person);
}

std::vector<Post> list_posts_of(db::Tx& tx, Id<Person> person, Date today)
{
    return tx.list<Post>(
        "SELECT o.agency, o.id, o.unit, o.body, o.name, o.authority, o.signing_lines, o.heads_agency, o.heads_unit, o.position,"
        "       o.valid_from, o.valid_to, o.version"
        "  FROM holding h JOIN post o ON o.agency = h.agency AND o.id = h.post"
        " WHERE h.agency = $1 AND h.person = $2 AND "
            + held("$3") + " ORDER BY h.main DESC, o.position, o.id",
        tx.agency(), person, today);
}

std::vector<Id<Unit>> list_units_of(db::Tx& tx, Id<Person> person, Date today)
{
    return tx.list<Id<Unit>>("SELECT DISTINCT o.unit FROM holding h JOIN post o ON o.agency = h.agency AND o.id = h.post"
                             " WHERE h.agency = $1 AND h.person = $2 AND o.unit IS NOT NULL AND "
                                 + held("$3") + " ORDER BY o.unit",
                             tx.agency(), person, today);
}

std::vector<Id<Person>> list_people_of_unit(db::Tx& tx, Id<Unit> unit, Date today)
{
    return tx.list<Id<Person>>("SELECT DISTINCT h.person FROM post o"
                               "  JOIN holding h ON h.agency = o.agency AND h.post = o.id"
                               "  JOIN person p ON p.agency = h.agency AND p.id = h.person AND p.active = 1"
                               " WHERE o.agency = $1 AND o.unit = $2 AND "
                                   + held("$3") + " ORDER BY h.person",
                               tx.agency(), unit, today);
}

std::vector<Id<Person>> list_people_of_post(db::Tx& tx, Id<Post> post, Date today)
{
    return tx.list<Id<Person>>("SELECT DISTINCT h.person FROM post o"
                               "  JOIN holding h ON h.agency = o.agency AND h.post = o.id"
                               "  JOIN person p ON p.agency = h.agency AND p.id = h.person AND p.active = 1"
                               " WHERE o.agency = $1 AND o.id = $2 AND "
                                   + held("$3") + " ORDER BY h.person",
                               tx.agency(), post, today);
}

std::optional<Id<Person>> find_head_of_agency(db::Tx& tx, Date today)
{
    return tx.find<Id<Person>>("SELECT h.person FROM post o"
                               "  JOIN holding h ON h.agency = o.agency AND h.post = o.id"
                               "  JOIN person p ON p.agency = h.agency AND p.id = h.person AND p.active = 1"
                               " WHERE o.agency = $1 AND o.heads_agency = 1 AND "
                                   + held("$2") + " ORDER BY o.position, h.person LIMIT 1",
                               tx.agency(), today);
}

std::vector<SigningPower> list_signing_powers(db::Tx& tx, Date today)
{
    return tx.list<SigningPower>(
        "SELECT person, person_name, body, authority, signing_lines FROM ("
        "SELECT p.id AS person, p.full_name AS person_name, o.body, o.authority, o.signing_lines, o.position AS rank"
        "  FROM post o"
        "  JOIN holding h ON h.agency = o.agency AND h.post = o.id"
        "  JOIN person p ON p.agency = h.agency AND p.id = h.person AND p.active = 1"
        " WHERE o.agency = $1 AND o.body IS NOT NULL AND o.authority <> 'none' AND "
            + held("$2")
            + " UNION ALL "
              "SELECT p.id, p.full_name, m.body, 'tuq', m.signing_lines, 1000"
              "  FROM mandate m JOIN person p ON p.agency = m.agency AND p.id = m.to_person AND p.active = 1"
              " WHERE m.agency = $1 AND m.kind = 'tuq' AND m.valid_from <= $2 AND m.valid_to >= $2"
              ") powers ORDER BY rank, person_name, person, authority",
        tx.agency(), today);
}

} // namespace congso::org::store
