#include "office/outgoing/outgoing_store.h"

// What stands around a document: lines of its kind, and colleagues whose opinion is asked for.
namespace congso::outgoing::store {

void put_details(db::Tx& tx, Id<Outgoing> id, const std::vector<Detail>& details)
{
    tx.execute("DELETE FROM outgoing_detail WHERE agency = $1 AND outgoing = $2", tx.agency(), id);
    int position = 0;
    for (const auto& detail : details)
        tx.execute("INSERT INTO outgoing_detail (agency, outgoing, name, text, position) VALUES ($1, $2, $3, $4, $5)", tx.agency(), id,
                   detail.name, detail.text, ++position);
}

std::vector<Detail> list_details(db::Tx& tx, Id<Outgoing> id)
{
    return tx.list<Detail>("SELECT name, text FROM outgoing_detail WHERE agency = $1 AND outgoing = $2 ORDER BY position", tx.agency(), id);
}

void ask_to_comment(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person, Time now)
{
    tx.execute("INSERT INTO outgoing_commenter (agency, outgoing, person, asked_at) VALUES ($1, $2, $3, $4)"
               " ON CONFLICT (agency, outgoing, person) DO UPDATE SET asked_at = excluded.asked_at, answered_at = 0, no_opinion = 0",
               tx.agency(), id, person, now);
}

bool is_asked_to_comment(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person)
{
    return tx
        .find<int>("SELECT 1 FROM outgoing_commenter WHERE agency = $1 AND outgoing = $2 AND person = $3 AND answered_at = 0", tx.agency(),
                   id, person)
        .has_value();
}

void finish_comment(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person, bool no_opinion, Time now)
{
    tx.execute("UPDATE outgoing_commenter SET answered_at = $4, no_opinion = $5"
               " WHERE agency = $1 AND outgoing = $2 AND person = $3 AND answered_at = 0",
               tx.agency(), id, person, now, no_opinion);
}

void drop_open_comments(db::Tx& tx, Id<Outgoing> id)
{
    tx.execute("DELETE FROM outgoing_commenter WHERE agency = $1 AND outgoing = $2 AND answered_at = 0", tx.agency(), id);
}

std::vector<Commenter> list_commenters(db::Tx& tx, Id<Outgoing> id)
{
    return tx.list<Commenter>("SELECT c.person, p.full_name AS person_name, c.asked_at, c.answered_at, c.no_opinion"
                              "  FROM outgoing_commenter c JOIN person p ON p.agency = c.agency AND p.id = c.person"
                              " WHERE c.agency = $1 AND c.outgoing = $2 ORDER BY c.asked_at, p.sort_key, c.person",
                              tx.agency(), id);
}

} // namespace congso::outgoing::store
