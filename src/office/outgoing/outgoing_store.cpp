#include "office/outgoing/outgoing_store.h"

#include "lib/db/dialect.h"
#include "lib/db/filter.h"
#include "lib/text/fold.h"

#include <algorithm>

namespace congso::outgoing::store {

namespace {

constexpr auto columns =
    "agency, id, body, kind, subject, urgency, unit, drafter, signer, signing_lines, signer_name, book, year, number, symbol,"
    " issued_on, state, reply_to, due_on, page_count, copy_count, note, created_at, approved_at, dispatched_at, version,"
    " valid_until, enclosed_to, circulation, initials, with_address, internal, paper_kept";

constexpr auto row_columns = "o.id, o.year, o.number, o.symbol, o.issued_on, o.kind, o.subject, o.urgency, o.state, o.signer_name,"
                             " p.full_name AS drafter_name, o.due_on, o.created_at";

// The words of the index outgoing_open: the engines use it only when the condition is spelled like it.
constexpr auto open_with_deadline =
    "o.due_on IS NOT NULL AND o.state IN ('draft', 'reviewing', 'returned', 'submitted', 'approved', 'numbered')";

constexpr auto reached_by =
    "EXISTS (SELECT 1 FROM reach m WHERE m.agency = o.agency AND m.holder = $1 AND m.kind = 'outgoing' AND m.record = o.id)";

constexpr auto drafter_join = "LEFT JOIN person p ON p.agency = o.agency AND p.id = o.drafter";

db::ListSource everything()
{
    return {
        .columns = row_columns, .walked = "outgoing o", .agency = "o.agency", .sort_at = "o.sort_at", .id = "o.id", .joined = drafter_join};
}

db::ListSource within_reach()
{
    return {.columns = row_columns,
            .walked = "reach r",
            .agency = "r.agency",
            .sort_at = "r.sort_at",
            .id = "r.record",
            .joined = std::string{"JOIN outgoing o ON o.agency = r.agency AND o.id = r.record "} + drafter_join};
}

std::int64_t start_of(Date day, int zone_minutes)
{
    return Time::at(day, 0, zone_minutes).ms;
}

// The indexes that a list can walk.
enum class Way { reach, open, state, kind, body, time };

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
    offer(Way::state, asked.state.has_value());
    offer(Way::kind, asked.kind && !asked.kind->empty());
    offer(Way::body, asked.body.has_value());
    offer(Way::time, ways.empty());
    return ways;
}

db::Query query_of(const Filter& filter, Way way)
{
    const auto& asked = filter.query;
    const bool by_reach = way == Way::reach;
    db::Query query{by_reach ? within_reach() : everything()};
    const std::string walk = by_reach ? "r.sort_at" : "o.sort_at";
    if (const auto holder = asked.person ? asked.person : filter.reacher)
        query.filter(by_reach, by_reach ? "r.holder = $1 AND r.kind = 'outgoing'" : reached_by, *holder);
    if (asked.from)
        query.along(walk + " >= $1", start_of(*asked.from, filter.zone_minutes));
    if (asked.to)
        query.along(walk + " < $1", start_of(asked.to->plus_days(1), filter.zone_minutes));
    if (asked.overdue.value_or(false)) {
        query.filter(way == Way::open, open_with_deadline);
        query.where("o.due_on < $1", filter.today);
    }
    if (asked.state)
        query.filter(way == Way::state, "o.state = $1", *asked.state);
    else
        query.where("o.state <> $1", State::discarded); // whoever looks for those asks for them
    if (asked.kind && !asked.kind->empty())
        query.filter(way == Way::kind, "o.kind = $1", *asked.kind);
    if (asked.body)
        query.filter(way == Way::body, "o.body = $1", *asked.body);
    if (asked.counted)
        query.where(condition_of(*asked.counted));
    // someone else's documents, as far as they reach me too
    if (asked.person && filter.reacher && *asked.person != *filter.reacher)
        query.where(reached_by, *filter.reacher);
    return query;
}

} // namespace

void insert(db::Tx& tx, const Outgoing& d, int zone_minutes)
{
    tx.execute(
        std::string{"INSERT INTO outgoing ("} + columns
            + ", symbol_fold, sort_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,"
              " $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35)",
        d.agency, d.id, d.body, d.kind, d.subject, d.urgency, d.unit, d.drafter, d.signer, d.signing_lines, d.signer_name, d.book, d.year,
        d.number, d.symbol, d.issued_on, d.state, d.reply_to, d.due_on, d.page_count, d.copy_count, d.note, d.created_at, d.approved_at,
        d.dispatched_at, d.version, d.valid_until, d.enclosed_to, d.circulation, d.initials, d.with_address, d.internal, d.paper_kept,
        text::fold(d.symbol), sort_at(d, zone_minutes));
}

void update(db::Tx& tx, Outgoing& d, int zone_minutes)
{
    const auto changed = tx.execute(
        "UPDATE outgoing SET body = $3, kind = $4, subject = $5, urgency = $6, unit = $7, signer = $8, signing_lines = $9, signer_name = "
        "$10,"
        " book = $11, year = $12, number = $13, symbol = $14, issued_on = $15, state = $16, reply_to = $17, due_on = $18, page_count = $19,"
        " copy_count = $20, note = $21, approved_at = $22, dispatched_at = $23, symbol_fold = $24, sort_at = $25, version = version + 1,"
        " valid_until = $27, enclosed_to = $28, circulation = $29, initials = $30, with_address = $31, internal = $32, paper_kept = $33"
        " WHERE agency = $1 AND id = $2 AND version = $26",
        d.agency, d.id, d.body, d.kind, d.subject, d.urgency, d.unit, d.signer, d.signing_lines, d.signer_name, d.book, d.year, d.number,
        d.symbol, d.issued_on, d.state, d.reply_to, d.due_on, d.page_count, d.copy_count, d.note, d.approved_at, d.dispatched_at,
        text::fold(d.symbol), sort_at(d, zone_minutes), d.version, d.valid_until, d.enclosed_to, d.circulation, d.initials, d.with_address,
        d.internal, d.paper_kept);
    if (changed == 0)
        throw Error::conflict("stale");
    d.version += 1;
}

std::optional<Outgoing> find(db::Tx& tx, Id<Outgoing> id)
{
    return tx.find<Outgoing>(std::string{"SELECT "} + columns + " FROM outgoing WHERE agency = $1 AND id = $2", tx.agency(), id);
}

OutgoingPage list(db::Tx& tx, const Filter& filter)
{
    std::vector<db::Query> queries;
    for (const auto way : ways_of(filter))
        queries.push_back(query_of(filter, way));
    return db::narrowest(tx, queries).counted_page<OutgoingPage>(tx, filter.query.limit, filter.query.after);
}

std::string condition_of(Counted counted)
{
    return counted == Counted::issued ? "o.dispatched_at > 0" : "1 = 0";
}

std::vector<OutgoingRow> list_found(db::Tx& tx, const Filter& filter, const std::vector<Uuid>& ids)
{
    if (ids.empty())
        return {};
    std::string sql = std::string{"SELECT "} + row_columns + " FROM outgoing o " + drafter_join + " WHERE o.agency = $1";
    std::vector<db::Value> values{db::to_value(tx.agency())};
    const auto condition = [&](std::string_view text, db::Value value) {
        values.push_back(std::move(value));
        sql += " AND " + std::string{text} + " $" + std::to_string(values.size());
    };
    const auto& asked = filter.query;
    if (asked.state)
        condition("o.state =", db::to_value(*asked.state));
    if (asked.kind && !asked.kind->empty())
        condition("o.kind =", db::to_value(*asked.kind));
    if (asked.body)
        condition("o.body =", db::to_value(*asked.body));
    if (asked.overdue.value_or(false)) {
        sql += std::string{" AND "} + open_with_deadline;
        condition("o.due_on <", db::to_value(filter.today));
    }
    if (asked.counted)
        sql += " AND " + condition_of(*asked.counted);
    if (asked.from)
        condition("o.sort_at >=", start_of(*asked.from, filter.zone_minutes));
    if (asked.to)
        condition("o.sort_at <", start_of(asked.to->plus_days(1), filter.zone_minutes));
    if (asked.person) {
        condition("EXISTS (SELECT 1 FROM reach r WHERE r.agency = o.agency AND r.record = o.id AND r.kind = 'outgoing' AND r.holder =",
                  db::to_value(*asked.person));
        sql += ")";
    }
    const auto first = static_cast<int>(values.size()) + 1;
    for (const auto& id : ids)
        values.push_back(db::to_value(id));
    sql += " AND o.id IN (" + db::placeholders(first, ids.size()) + ") ORDER BY o.id";
    auto rows = tx.list_with<OutgoingRow>(sql, values);
    const auto place = [&](const OutgoingRow& row) {
        return std::find(ids.begin(), ids.end(), row.id.uuid);
    };
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    return rows;
}

void put_text(db::Tx& tx, Id<Outgoing> id, const std::vector<Paragraph>& text)
{
    tx.execute("DELETE FROM outgoing_paragraph WHERE agency = $1 AND outgoing = $2", tx.agency(), id);
    std::vector<std::vector<db::Value>> rows;
    for (const auto& paragraph : text)
        rows.push_back({db::to_value(tx.agency()), db::to_value(id), db::to_value(rows.size() + 1), db::to_value(paragraph.style),
                        db::to_value(paragraph.text)});
    if (!rows.empty())
        db::insert_many(tx, "outgoing_paragraph", "agency, outgoing, position, style, text", rows);
}

std::vector<Paragraph> list_text(db::Tx& tx, Id<Outgoing> id)
{
    return tx.list<Paragraph>("SELECT style, text FROM outgoing_paragraph WHERE agency = $1 AND outgoing = $2 ORDER BY position",
                              tx.agency(), id);
}

void insert(db::Tx& tx, const VersionRow& version)
{
    tx.insert("outgoing_version", version);
}

std::vector<VersionRow> list_versions(db::Tx& tx, Id<Outgoing> id)
{
    return tx.list<VersionRow>("SELECT agency, outgoing, number, person, at, reason, made_from, generated FROM outgoing_version"
                               " WHERE agency = $1 AND outgoing = $2 ORDER BY number DESC",
                               tx.agency(), id);
}

std::optional<VersionRow> find_last_version(db::Tx& tx, Id<Outgoing> id)
{
    return tx.find<VersionRow>("SELECT agency, outgoing, number, person, at, reason, made_from, generated FROM outgoing_version"
                               " WHERE agency = $1 AND outgoing = $2 ORDER BY number DESC LIMIT 1",
                               tx.agency(), id);
}

void put_checks(db::Tx& tx, Id<Outgoing> id, const std::vector<Check>& checks)
{
    tx.execute("DELETE FROM outgoing_check WHERE agency = $1 AND outgoing = $2", tx.agency(), id);
    for (const auto& check : checks)
        tx.execute("INSERT INTO outgoing_check (agency, outgoing, kind, person, done_at) VALUES ($1, $2, $3, $4, $5)", tx.agency(), id,
                   check.kind, check.person, check.done_at);
}

std::vector<Check> list_checks(db::Tx& tx, Id<Outgoing> id)
{
    return tx.list<Check>("SELECT c.kind, c.person, p.full_name AS person_name, c.done_at FROM outgoing_check c"
                          "  JOIN person p ON p.agency = c.agency AND p.id = c.person"
                          " WHERE c.agency = $1 AND c.outgoing = $2 ORDER BY c.kind",
                          tx.agency(), id);
}

void finish_checks(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person, Time now)
{
    tx.execute("UPDATE outgoing_check SET done_at = $4 WHERE agency = $1 AND outgoing = $2 AND person = $3 AND done_at = 0", tx.agency(),
               id, person, now);
}

void supersede(db::Tx& tx, Id<Outgoing> id, Id<Outgoing> by)
{
    tx.execute("UPDATE outgoing SET superseded_by = $3 WHERE agency = $1 AND id = $2", tx.agency(), id, by);
}

std::string superseded_by_symbol(db::Tx& tx, Id<Outgoing> id)
{
    return tx
        .find<std::string>("SELECT b.symbol FROM outgoing o JOIN outgoing b ON b.agency = o.agency AND b.id = o.superseded_by"
                           " WHERE o.agency = $1 AND o.id = $2",
                           tx.agency(), id)
        .value_or("");
}

std::vector<Kind> list_kinds(db::Tx& tx)
{
    return tx.list<Kind>("SELECT code, name, abbreviation, outgoing, position, used, content_check, format_check, version FROM kind"
                         " WHERE agency = $1 ORDER BY position, code",
                         tx.agency());
}

std::optional<Kind> find_kind(db::Tx& tx, std::string_view code)
{
    return tx.find<Kind>("SELECT code, name, abbreviation, outgoing, position, used, content_check, format_check, version FROM kind"
                         " WHERE agency = $1 AND code = $2",
                         tx.agency(), code);
}

void update(db::Tx& tx, const KindEntry& kind)
{
    if (tx.execute("UPDATE kind SET used = $3, content_check = $4, format_check = $5, version = version + 1"
                   " WHERE agency = $1 AND code = $2 AND version = $6",
                   tx.agency(), kind.code, kind.used, kind.content_check, kind.format_check, kind.version)
        == 0)
        throw Error::conflict("stale");
}

std::optional<std::string> find_person_name(db::Tx& tx, Id<org::Person> id)
{
    return tx.find<std::string>("SELECT full_name FROM person WHERE agency = $1 AND id = $2", tx.agency(), id);
}

std::optional<std::string> find_active_person_name(db::Tx& tx, Id<org::Person> id)
{
    return tx.find<std::string>("SELECT full_name FROM person WHERE agency = $1 AND id = $2 AND active = 1", tx.agency(), id);
}

std::optional<org::Body> find_body(db::Tx& tx, Id<org::Body> id)
{
    return tx.find<org::Body>(
        "SELECT agency, id, name, parent_line, heading_lines, symbol, party, position FROM body WHERE agency = $1 AND id = $2", tx.agency(),
        id);
}

std::optional<Origin> find_origin(db::Tx& tx, Id<incoming::Incoming> id)
{
    return tx.find<Origin>("SELECT origin_number, subject FROM incoming WHERE agency = $1 AND id = $2", tx.agency(), id);
}

} // namespace congso::outgoing::store
