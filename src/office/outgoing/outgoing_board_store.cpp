#include "office/outgoing/outgoing_store.h"

// What stands around a document: lines of its kind, colleagues whose opinion is asked for, and what becomes of it where it was sent.
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

void mark_received(db::Tx& tx, Id<Outgoing> id, AgencyId by, Time now)
{
    tx.execute("UPDATE recipient SET received_at = $4"
               " WHERE agency = $1 AND outgoing = $2 AND kind = 'agency' AND target = $3 AND received_at = 0",
               tx.agency(), id, by, now);
}

void mark_returned(db::Tx& tx, Id<Outgoing> id, AgencyId by, const std::string& reason, Time now)
{
    tx.execute("UPDATE recipient SET returned_at = $4, return_reason = $5"
               " WHERE agency = $1 AND outgoing = $2 AND kind = 'agency' AND target = $3 AND returned_at = 0",
               tx.agency(), id, by, now, reason);
}

void mark_cancelled(db::Tx& tx, Id<Outgoing> id, AgencyId by, Time now)
{
    tx.execute("UPDATE recipient SET cancelled_at = $4"
               " WHERE agency = $1 AND outgoing = $2 AND kind = 'agency' AND target = $3 AND cancelled_at = 0",
               tx.agency(), id, by, now);
}

void deliver_to(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person, std::string_view through, bool on_paper, Time now)
{
    const auto before = tx.find<std::string>("SELECT through FROM outgoing_reader WHERE agency = $1 AND outgoing = $2 AND person = $3",
                                             tx.agency(), id, person);
    tx.execute("INSERT INTO outgoing_reader (agency, outgoing, person, asked_at, through, on_paper) VALUES ($1, $2, $3, $4, $5, $6)"
               " ON CONFLICT (agency, outgoing, person) DO UPDATE SET through = excluded.through, on_paper = excluded.on_paper",
               tx.agency(), id, person, now, before ? *before + '\n' + std::string{through} : std::string{through}, on_paper);
}

std::vector<Delivery> list_deliveries(db::Tx& tx, Id<Outgoing> id, Date today)
{
    return tx.list<Delivery>(
        "SELECT t.person, p.full_name AS person_name, COALESCE((SELECT MIN(o.name) FROM holding h"
        "   JOIN post o ON o.agency = h.agency AND o.id = h.post"
        "  WHERE h.agency = t.agency AND h.person = t.person AND h.main = 1"
        "    AND (h.valid_from IS NULL OR h.valid_from <= $3) AND (h.valid_to IS NULL OR h.valid_to >= $3)), '') AS post_name,"
        "  t.through, t.asked_at AS delivered_at, t.read_at, t.reminded_at, t.on_paper, t.handed_on, t.handed_to"
        "  FROM outgoing_reader t JOIN person p ON p.agency = t.agency AND p.id = t.person"
        " WHERE t.agency = $1 AND t.outgoing = $2 ORDER BY p.sort_key, t.person",
        tx.agency(), id, today);
}

bool has_unread(db::Tx& tx, Id<Outgoing> id)
{
    return tx
        .find<int>("SELECT 1 FROM outgoing_reader WHERE agency = $1 AND outgoing = $2 AND read_at = 0 AND on_paper = 0 LIMIT 1",
                   tx.agency(), id)
        .has_value();
}

bool has_paper(db::Tx& tx, Id<Outgoing> id)
{
    return tx
        .find<int>("SELECT 1 FROM outgoing_reader WHERE agency = $1 AND outgoing = $2 AND on_paper = 1 AND handed_on IS NULL LIMIT 1",
                   tx.agency(), id)
        .has_value();
}

void mark_reminded(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person, Time now)
{
    tx.execute("UPDATE outgoing_reader SET reminded_at = $4 WHERE agency = $1 AND outgoing = $2 AND person = $3", tx.agency(), id, person,
               now);
}

bool mark_handed(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person, Date day, std::string_view to)
{
    return tx.execute("UPDATE outgoing_reader SET handed_on = $4, handed_to = $5"
                      " WHERE agency = $1 AND outgoing = $2 AND person = $3 AND on_paper = 1 AND handed_on IS NULL",
                      tx.agency(), id, person, day, to)
        == 1;
}

bool was_delivered(db::Tx& tx, AgencyId sender, Id<Outgoing> id)
{
    return tx.find<int>("SELECT 1 FROM delivery WHERE agency = $1 AND sender = $2 AND outgoing = $3", tx.agency(), sender, id).has_value();
}

void put_delivery(db::Tx& tx, AgencyId sender, Id<Outgoing> id, Id<incoming::Incoming> as, Time now)
{
    tx.execute("INSERT INTO delivery (agency, sender, outgoing, incoming, delivered_at) VALUES ($1, $2, $3, $4, $5)", tx.agency(), sender,
               id, as, now);
}

std::optional<Id<incoming::Incoming>> find_delivery(db::Tx& tx, AgencyId sender, Id<Outgoing> id)
{
    return tx.find<Id<incoming::Incoming>>("SELECT incoming FROM delivery WHERE agency = $1 AND sender = $2 AND outgoing = $3", tx.agency(),
                                           sender, id);
}

std::optional<Sender> find_sender(db::Tx& tx, Id<incoming::Incoming> as)
{
    return tx.find<Sender>("SELECT sender, outgoing FROM delivery WHERE agency = $1 AND incoming = $2", tx.agency(), as);
}

} // namespace congso::outgoing::store
