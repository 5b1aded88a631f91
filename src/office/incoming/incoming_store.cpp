#include "office/incoming/incoming_store.h"

#include "lib/db/dialect.h"
#include "lib/db/filter.h"

#include <algorithm>

namespace congso::incoming::store {

namespace {

constexpr auto columns =
    "agency, id, book, year, arrival_number, arrived_on, issuer, issuer_agency, origin_number, issued_on, kind, subject, urgency,"
    " secrecy, due_on, due_by, due_days, due_from, state, way, signer_name, signer_position, document_code, page_count, copy_count, note, "
    "lead, result, reply,"
    " registered_at, done_at, received_as, version";

constexpr auto row_columns =
    "i.id, i.year, i.arrival_number, i.arrived_on, i.issuer, i.origin_number, i.issued_on, i.kind, i.subject, i.urgency,"
    " i.state, i.due_on, p.full_name AS lead_name";

constexpr auto reached_by =
    "EXISTS (SELECT 1 FROM reach o WHERE o.agency = i.agency AND o.holder = $1 AND o.kind = 'incoming' AND o.record = i.id)";

constexpr auto lead_join = "LEFT JOIN person p ON p.agency = i.agency AND p.id = i.lead";

// The words of the index incoming_open: the engines use it only when the condition is spelled like it.
constexpr auto open_with_deadline = "i.due_on IS NOT NULL AND i.state IN ('registered', 'submitted', 'assigned', 'in_progress')";

db::ListSource everything()
{
    return {
        .columns = row_columns, .walked = "incoming i", .agency = "i.agency", .sort_at = "i.sort_at", .id = "i.id", .joined = lead_join};
}

db::ListSource within_reach()
{
    return {.columns = row_columns,
            .walked = "reach r",
            .agency = "r.agency",
            .sort_at = "r.sort_at",
            .id = "r.record",
            .joined = std::string{"JOIN incoming i ON i.agency = r.agency AND i.id = r.record "} + lead_join};
}

// The indexes that a list can walk.
enum class Way { reach, open, issuer, state, kind, time };

std::vector<Way> ways_of(const Filter& filter)
{
    const auto& asked = filter.query;
    std::vector<Way> ways;
    const auto offer = [&](Way way, bool is_asked) {
        if (is_asked)
            ways.push_back(way);
    };
    offer(Way::reach, asked.person || filter.reacher);
    offer(Way::open, asked.overdue.value_or(false));
    offer(Way::issuer, asked.issuer && !asked.issuer->empty());
    offer(Way::state, asked.state.has_value());
    offer(Way::kind, asked.kind && !asked.kind->empty());
    offer(Way::time, ways.empty());
    return ways;
}

db::Query query_of(const Filter& filter, Way way, db::Engine engine)
{
    const auto& asked = filter.query;
    const bool by_reach = way == Way::reach;
    db::Query query{by_reach ? within_reach() : everything()};
    const std::string walk = by_reach ? "r.sort_at" : "i.sort_at";
    if (const auto holder = asked.person ? asked.person : filter.reacher)
        query.filter(by_reach, by_reach ? "r.holder = $1 AND r.kind = 'incoming'" : reached_by, *holder);
    if (asked.from)
        query.along(walk + " >= $1", sort_at(*asked.from, 0, filter.zone_minutes));
    if (asked.to)
        query.along(walk + " < $1", sort_at(asked.to->plus_days(1), 0, filter.zone_minutes));
    if (asked.overdue.value_or(false)) {
        query.filter(way == Way::open, open_with_deadline);
        query.where("i.due_by < $1", filter.today);
    }
    if (asked.issuer && !asked.issuer->empty())
        query.filter(way == Way::issuer, "i.issuer_fold = $1", issuer_key(*asked.issuer));
    if (asked.state)
        query.filter(way == Way::state, "i.state = $1", *asked.state);
    if (asked.kind && !asked.kind->empty())
        query.filter(way == Way::kind, "i.kind = $1", *asked.kind);
    if (asked.counted) {
        const auto condition = condition_of(*asked.counted, engine, filter.zone_minutes, "$1");
        if (*asked.counted == Counted::due)
            query.where(condition, filter.today);
        else
            query.where(condition);
    }
    // someone else's documents, as far as they reach me too
    if (asked.person && filter.reacher && *asked.person != *filter.reacher)
        query.where(reached_by, *filter.reacher);
    return query;
}

} // namespace

void insert(db::Tx& tx, const Incoming& d, int zone_minutes)
{
    tx.execute(
        std::string{"INSERT INTO incoming ("} + columns
            + ", issuer_fold, origin_fold, sort_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,"
              " $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36)",
        d.agency, d.id, d.book, d.year, d.arrival_number, d.arrived_on, d.issuer, d.issuer_agency, d.origin_number, d.issued_on, d.kind,
        d.subject, d.urgency, d.secrecy, d.due_on, d.due_by, d.due_days, d.due_from, d.state, d.way, d.signer_name, d.signer_position,
        d.document_code, d.page_count, d.copy_count, d.note, d.lead, d.result, d.reply, d.registered_at, d.done_at, d.received_as,
        d.version, issuer_key(d.issuer), number_key(d.origin_number), sort_at(d.arrived_on, d.arrival_number, zone_minutes));
}

void update(db::Tx& tx, Incoming& d, int zone_minutes)
{
    const auto changed = tx.execute(
        "UPDATE incoming SET book = $3, year = $4, arrival_number = $5, arrived_on = $6, issuer = $7, issuer_agency = $8, origin_number = "
        "$9,"
        " issued_on = $10, kind = $11, subject = $12, urgency = $13, due_on = $14, state = $15, way = $16, signer_name = $17, "
        "signer_position = $18,"
        " document_code = $19, page_count = $20, copy_count = $21, note = $22, lead = $23, result = $24, reply = $25, registered_at = $26,"
        " done_at = $27, issuer_fold = $28, origin_fold = $29, sort_at = $30, due_by = $32, due_days = $33, due_from = $34, received_as = "
        "$35,"
        " version = version + 1"
        " WHERE agency = $1 AND id = $2 AND version = $31",
        d.agency, d.id, d.book, d.year, d.arrival_number, d.arrived_on, d.issuer, d.issuer_agency, d.origin_number, d.issued_on, d.kind,
        d.subject, d.urgency, d.due_on, d.state, d.way, d.signer_name, d.signer_position, d.document_code, d.page_count, d.copy_count,
        d.note, d.lead, d.result, d.reply, d.registered_at, d.done_at, issuer_key(d.issuer), number_key(d.origin_number),
        sort_at(d.arrived_on, d.arrival_number, zone_minutes), d.version, d.due_by, d.due_days, d.due_from, d.received_as);
    if (changed == 0)
        throw Error::conflict("stale");
    d.version += 1;
}

std::optional<Incoming> find(db::Tx& tx, Id<Incoming> id)
{
    return tx.find<Incoming>(std::string{"SELECT "} + columns + " FROM incoming WHERE agency = $1 AND id = $2", tx.agency(), id);
}

std::optional<Twin> find_twin(db::Tx& tx, const TwinQuery& key)
{
    constexpr auto twin_columns = "SELECT id, state, year, arrival_number, issuer, origin_number, subject FROM incoming";
    // what is in the book before what waits beside it; one that went back to its sender may come again
    constexpr auto in_order =
        " AND state NOT IN ('returned', 'cancelled') ORDER BY CASE state WHEN 'arrived' THEN 1 ELSE 0 END, sort_at, id LIMIT 1";
    const auto except = key.arrival.value_or(Id<Incoming>{}).to_string();
    if (const auto code = key.document_code.value_or(""); !code.empty())
        if (auto twin = tx.find<Twin>(std::string{twin_columns}
                                          + " WHERE agency = $1 AND document_code = $2 AND document_code <> '' AND id <> $3" + in_order,
                                      tx.agency(), code, except))
            return twin;
    const auto origin = number_key(key.origin_number);
    if (origin.empty())
        return std::nullopt;
    const auto issued_on = key.issued_on.value_or(Date{});
    return tx.find<Twin>(
        std::string{twin_columns} + " WHERE agency = $1 AND origin_fold = $2 AND (issuer_fold = $3 OR issuer_agency = $4) AND id <> $5"
            + (issued_on.is_set() ? " AND (issued_on = $6 OR issued_on IS NULL)" : " AND $6 = ''") + in_order,
        tx.agency(), origin, issuer_key(key.issuer), key.issuer_agency.value_or(AgencyId{}).to_string(), except, issued_on.to_string());
}

std::optional<Issuer> find_issuer(db::Tx& tx, std::string_view key)
{
    return tx.find<Issuer>("SELECT name, issuer_agency FROM issuer WHERE agency = $1 AND fold = $2", tx.agency(), key);
}

void put_issuer(db::Tx& tx, std::string_view key, const Issuer& issuer)
{
    tx.execute("INSERT INTO issuer (agency, fold, name, issuer_agency) VALUES ($1, $2, $3, $4)"
               " ON CONFLICT (agency, fold) DO UPDATE SET name = excluded.name, issuer_agency = excluded.issuer_agency",
               tx.agency(), key, issuer.name, issuer.issuer_agency);
}

std::vector<IssuerKey> list_issuers(db::Tx& tx)
{
    return tx.list<IssuerKey>("SELECT fold, name, issuer_agency FROM issuer WHERE agency = $1 ORDER BY fold", tx.agency());
}

std::vector<LedDocument> list_led(db::Tx& tx, int limit)
{
    return tx.list<LedDocument>(
        "SELECT i.issuer_fold, i.kind, i.subject, a.person, p.full_name FROM"
        " (SELECT * FROM incoming WHERE agency = $1 ORDER BY sort_at DESC, id DESC LIMIT $2) i"
        " JOIN assignment a ON a.agency = i.agency AND a.record = i.id AND a.part = 'lead'"
        " JOIN person p ON p.agency = a.agency AND p.id = a.person WHERE i.agency = $1 ORDER BY i.sort_at DESC, i.id DESC",
        tx.agency(), limit);
}

IncomingPage list(db::Tx& tx, const Filter& filter)
{
    std::vector<db::Query> queries;
    for (const auto way : ways_of(filter))
        queries.push_back(query_of(filter, way, tx.engine()));
    return db::narrowest(tx, queries).counted_page<IncomingPage>(tx, filter.query.limit, filter.query.after);
}

std::string condition_of(Counted counted, db::Engine engine, int zone_minutes, std::string_view today)
{
    // a number stays with a document that is returned later: it is in the book, but nobody is to finish it
    const std::string registered = "i.arrival_number > 0", with_deadline = registered + " AND i.due_on IS NOT NULL";
    if (counted == Counted::registered)
        return registered;
    if (counted == Counted::on_time)
        return with_deadline + " AND i.state = 'done' AND " + db::day_of(engine, "i.done_at", zone_minutes) + " <= i.due_by";
    return with_deadline + " AND (i.state = 'done' OR (i.state NOT IN ('returned', 'cancelled') AND i.due_by < " + std::string{today}
    + "))";
}

std::vector<IncomingRow> list_found(db::Tx& tx, const Filter& filter, const std::vector<Uuid>& ids)
{
    if (ids.empty())
        return {};
    std::string sql = std::string{"SELECT "} + row_columns + " FROM incoming i " + lead_join + " WHERE i.agency = $1";
    std::vector<db::Value> values{db::to_value(tx.agency())};
    const auto condition = [&](std::string_view text, db::Value value) {
        values.push_back(std::move(value));
        sql += " AND " + std::string{text} + " $" + std::to_string(values.size());
    };
    const auto& asked = filter.query;
    if (asked.state)
        condition("i.state =", db::to_value(*asked.state));
    if (asked.kind && !asked.kind->empty())
        condition("i.kind =", db::to_value(*asked.kind));
    if (asked.issuer && !asked.issuer->empty())
        condition("i.issuer_fold =", issuer_key(*asked.issuer));
    if (asked.from)
        condition("i.arrived_on >=", db::to_value(*asked.from));
    if (asked.to)
        condition("i.arrived_on <=", db::to_value(*asked.to));
    if (asked.overdue.value_or(false)) {
        sql += std::string{" AND "} + open_with_deadline;
        condition("i.due_by <", db::to_value(filter.today));
    }
    if (asked.counted) {
        if (*asked.counted == Counted::due)
            values.push_back(db::to_value(filter.today));
        sql += " AND " + condition_of(*asked.counted, tx.engine(), filter.zone_minutes, "$" + std::to_string(values.size()));
    }
    if (asked.person) {
        condition("EXISTS (SELECT 1 FROM reach r WHERE r.agency = i.agency AND r.record = i.id AND r.kind = 'incoming' AND r.holder =",
                  db::to_value(*asked.person));
        sql += ")";
    }
    const auto first = static_cast<int>(values.size()) + 1;
    for (const auto& id : ids)
        values.push_back(db::to_value(id));
    sql += " AND i.id IN (" + db::placeholders(first, ids.size()) + ") ORDER BY i.id";
    auto rows = tx.list_with<IncomingRow>(sql, values);
    const auto place = [&](const IncomingRow& row) {
        return std::find(ids.begin(), ids.end(), row.id.uuid);
    };
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); }); // as the index found them
    return rows;
}

void put_proposal(db::Tx& tx, const Proposal& proposal, const std::vector<tasks::Share>& shares)
{
    delete_proposal(tx, Id<Incoming>{proposal.record});
    tx.insert("proposal", proposal);
    int position = 0;
    for (const auto& share : shares)
        tx.execute("INSERT INTO proposal_share (agency, record, person, part, due_on, position) VALUES ($1, $2, $3, $4, $5, $6)",
                   tx.agency(), proposal.record, share.person, share.part, share.due_on, ++position);
}

std::optional<Proposal> find_proposal(db::Tx& tx, Id<Incoming> id)
{
    return tx.find<Proposal>("SELECT agency, record, submitted_to, text, due_on FROM proposal WHERE agency = $1 AND record = $2",
                             tx.agency(), id);
}

std::vector<tasks::Share> list_proposal_shares(db::Tx& tx, Id<Incoming> id)
{
    return tx.list<tasks::Share>("SELECT person, part, due_on FROM proposal_share WHERE agency = $1 AND record = $2 ORDER BY position",
                                 tx.agency(), id);
}

void delete_proposal(db::Tx& tx, Id<Incoming> id)
{
    tx.execute("DELETE FROM proposal_share WHERE agency = $1 AND record = $2", tx.agency(), id);
    tx.execute("DELETE FROM proposal WHERE agency = $1 AND record = $2", tx.agency(), id);
}

std::optional<std::string> find_kind_name(db::Tx& tx, std::string_view code)
{
    return tx.find<std::string>("SELECT name FROM kind WHERE agency = $1 AND code = $2", tx.agency(), code);
}

std::optional<std::string> find_issued_symbol(db::Tx& tx, Id<outgoing::Outgoing> id)
{
    return tx.find<std::string>("SELECT symbol FROM outgoing WHERE agency = $1 AND id = $2 AND dispatched_at > 0", tx.agency(), id);
}

std::optional<std::string> find_person_name(db::Tx& tx, Id<org::Person> id)
{
    return tx.find<std::string>("SELECT full_name FROM person WHERE agency = $1 AND id = $2", tx.agency(), id);
}

} // namespace congso::incoming::store
