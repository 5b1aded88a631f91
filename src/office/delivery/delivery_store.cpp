#include "office/delivery/delivery_store.h"

#include "lib/db/dialect.h"

namespace congso::delivery::store {

void put_recipients(db::Tx& tx, Uuid record, const std::vector<Recipient>& recipients)
{
    tx.execute("DELETE FROM recipient WHERE agency = $1 AND record = $2", tx.agency(), record);
    std::vector<std::vector<db::Value>> rows;
    for (const auto& recipient : recipients) {
        const auto target = recipient.kind == RecipientKind::outside ? Uuid{} : recipient.target.value_or(Uuid{});
        rows.push_back({db::to_value(tx.agency()), db::to_value(record), db::to_value(rows.size() + 1), db::to_value(recipient.kind),
                        db::to_value(target), db::to_value(recipient.name), db::to_value(recipient.mark),
                        db::to_value(recipient.addressee)});
    }
    if (!rows.empty())
        db::insert_many(tx, "recipient", "agency, record, position, kind, target, name, mark, addressee", rows);
}

std::vector<Recipient> list_recipients(db::Tx& tx, Uuid record)
{
    return tx.list<Recipient>("SELECT kind, target, name, mark, addressee, delivered_at, read_at, received_at, returned_at,"
                              "  cancelled_at, return_reason FROM recipient"
                              " WHERE agency = $1 AND record = $2 ORDER BY position",
                              tx.agency(), record);
}

void mark_delivered(db::Tx& tx, Uuid record, const Recipient& recipient, Time now)
{
    tx.execute(
        "UPDATE recipient SET delivered_at = $3 WHERE agency = $1 AND record = $2 AND kind = $4 AND target = $5 AND delivered_at = 0",
        tx.agency(), record, now, recipient.kind, recipient.target);
}

void mark_read(db::Tx& tx, Uuid record, const Recipient& recipient, Time now)
{
    tx.execute("UPDATE recipient SET read_at = $3 WHERE agency = $1 AND record = $2 AND kind = $4 AND target = $5 AND read_at = 0",
               tx.agency(), record, now, recipient.kind, recipient.target);
}

void mark_received(db::Tx& tx, Uuid record, AgencyId by, Time now)
{
    tx.execute("UPDATE recipient SET received_at = $4"
               " WHERE agency = $1 AND record = $2 AND kind = 'agency' AND target = $3 AND received_at = 0",
               tx.agency(), record, by, now);
}

void mark_returned(db::Tx& tx, Uuid record, AgencyId by, const std::string& reason, Time now)
{
    tx.execute("UPDATE recipient SET returned_at = $4, return_reason = $5"
               " WHERE agency = $1 AND record = $2 AND kind = 'agency' AND target = $3 AND returned_at = 0",
               tx.agency(), record, by, now, reason);
}

void mark_cancelled(db::Tx& tx, Uuid record, AgencyId by, Time now)
{
    tx.execute("UPDATE recipient SET cancelled_at = $4"
               " WHERE agency = $1 AND record = $2 AND kind = 'agency' AND target = $3 AND cancelled_at = 0",
               tx.agency(), record, by, now);
}

void deliver_to(db::Tx& tx, Uuid record, Id<org::Person> person, std::string_view through, bool on_paper, Time now)
{
    const auto before =
        tx.find<std::string>("SELECT through FROM reader WHERE agency = $1 AND record = $2 AND person = $3", tx.agency(), record, person);
    tx.execute("INSERT INTO reader (agency, record, person, asked_at, through, on_paper) VALUES ($1, $2, $3, $4, $5, $6)"
               " ON CONFLICT (agency, record, person) DO UPDATE SET through = excluded.through, on_paper = excluded.on_paper",
               tx.agency(), record, person, now, before ? *before + '\n' + std::string{through} : std::string{through}, on_paper);
}

std::vector<Delivery> list_deliveries(db::Tx& tx, Uuid record, Date today)
{
    return tx.list<Delivery>(
        "SELECT t.person, p.full_name AS person_name, COALESCE((SELECT MIN(o.name) FROM holding h"
        "   JOIN post o ON o.agency = h.agency AND o.id = h.post"
        "  WHERE h.agency = t.agency AND h.person = t.person AND h.main = 1"
        "    AND (h.valid_from IS NULL OR h.valid_from <= $3) AND (h.valid_to IS NULL OR h.valid_to >= $3)), '') AS post_name,"
        "  t.through, t.asked_at AS delivered_at, t.read_at, t.reminded_at, t.on_paper, t.handed_on, t.handed_to"
        "  FROM reader t JOIN person p ON p.agency = t.agency AND p.id = t.person"
        " WHERE t.agency = $1 AND t.record = $2 ORDER BY p.sort_key, t.person",
        tx.agency(), record, today);
}

bool has_unread(db::Tx& tx, Uuid record)
{
    return tx
        .find<int>("SELECT 1 FROM reader WHERE agency = $1 AND record = $2 AND read_at = 0 AND on_paper = 0 LIMIT 1", tx.agency(), record)
        .has_value();
}

bool has_paper(db::Tx& tx, Uuid record)
{
    return tx
        .find<int>("SELECT 1 FROM reader WHERE agency = $1 AND record = $2 AND on_paper = 1 AND handed_on IS NULL LIMIT 1", tx.agency(),
                   record)
        .has_value();
}

void mark_reminded(db::Tx& tx, Uuid record, Id<org::Person> person, Time now)
{
    tx.execute("UPDATE reader SET reminded_at = $4 WHERE agency = $1 AND record = $2 AND person = $3", tx.agency(), record, person, now);
}

bool mark_handed(db::Tx& tx, Uuid record, Id<org::Person> person, Date day, std::string_view to)
{
    return tx.execute("UPDATE reader SET handed_on = $4, handed_to = $5"
                      " WHERE agency = $1 AND record = $2 AND person = $3 AND on_paper = 1 AND handed_on IS NULL",
                      tx.agency(), record, person, day, to)
        == 1;
}

bool waits_to_be_read(db::Tx& tx, Uuid record, Id<org::Person> person)
{
    return tx
        .find<int>("SELECT 1 FROM reader WHERE agency = $1 AND record = $2 AND person = $3 AND read_at = 0", tx.agency(), record, person)
        .has_value();
}

void mark_read(db::Tx& tx, Uuid record, Id<org::Person> person, Time now)
{
    tx.execute("UPDATE reader SET read_at = $4 WHERE agency = $1 AND record = $2 AND person = $3 AND read_at = 0", tx.agency(), record,
               person, now);
}

bool move_delivery(db::Tx& tx, Uuid record, Id<org::Person> from, Id<org::Person> to)
{
    const bool moved = tx.execute("UPDATE reader SET person = $4, reminded_at = 0"
                                  " WHERE agency = $1 AND record = $2 AND person = $3 AND NOT EXISTS (SELECT 1 FROM reader h"
                                  " WHERE h.agency = $1 AND h.record = $2 AND h.person = $4)",
                                  tx.agency(), record, from, to)
        == 1;
    if (!moved)
        drop_delivery(tx, record, from);
    return moved;
}

void drop_delivery(db::Tx& tx, Uuid record, Id<org::Person> person)
{
    tx.execute("DELETE FROM reader WHERE agency = $1 AND record = $2 AND person = $3", tx.agency(), record, person);
}

std::optional<Id<incoming::Incoming>> find_received(db::Tx& tx, AgencyId sender, Uuid record)
{
    return tx.find<Id<incoming::Incoming>>("SELECT incoming FROM delivery WHERE agency = $1 AND sender = $2 AND record = $3", tx.agency(),
                                           sender, record);
}

std::optional<Sender> find_sender(db::Tx& tx, Id<incoming::Incoming> as)
{
    return tx.find<Sender>("SELECT sender, kind, record FROM delivery WHERE agency = $1 AND incoming = $2", tx.agency(), as);
}

void put_received(db::Tx& tx, const Sender& sender, Id<incoming::Incoming> as, Time now)
{
    tx.execute("INSERT INTO delivery (agency, sender, kind, record, incoming, delivered_at) VALUES ($1, $2, $3, $4, $5, $6)", tx.agency(),
               sender.sender, sender.kind, sender.record, as, now);
}

} // namespace congso::delivery::store
