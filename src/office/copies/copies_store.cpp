#include "office/copies/copies_store.h"

#include "lib/db/dialect.h"
#include "lib/db/filter.h"

#include <algorithm>

namespace congso::copies::store {

namespace {

constexpr auto columns =
    "agency, id, form, source_kind, source, source_name, subject, part, text, first_page, last_page, source_place, body,"
    " signer, signing_lines, signer_name, book, year, number, symbol, copied_on, copy_count, note, maker, made_at,"
    " issued_at, state, void_reason, version";

constexpr auto row_columns = "c.id, c.form, c.year, c.number, c.symbol, c.source_name, c.subject, c.signer_name, c.copied_on, c.state";

db::ListSource source_of(const Filter& filter)
{
    if (!filter.reacher)
        return {
            .columns = row_columns, .walked = "document_copy c", .agency = "c.agency", .sort_at = "c.sort_at", .id = "c.id", .joined = {}};
    return {.columns = row_columns,
            .walked = "reach r",
            .agency = "r.agency",
            .sort_at = "r.sort_at",
            .id = "r.record",
            .joined = "JOIN document_copy c ON c.agency = r.agency AND c.id = r.record"};
}

std::vector<std::pair<std::string, db::Value>> conditions_of(const CopyQuery& asked)
{
    std::vector<std::pair<std::string, db::Value>> all;
    if (asked.source)
        all.emplace_back("c.source = $1", db::to_value(*asked.source));
    if (asked.form)
        all.emplace_back("c.form = $1", db::to_value(*asked.form));
    if (asked.state)
        all.emplace_back("c.state = $1", db::to_value(*asked.state));
    return all;
}

} // namespace

void insert(db::Tx& tx, const Copy& c, int zone_minutes)
{
    tx.execute(std::string{"INSERT INTO document_copy ("} + columns
                   + ", sort_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,"
                     " $22, $23, $24, $25, $26, $27, $28, $29, $30)",
               c.agency, c.id, c.form, c.source_kind, c.source, c.source_name, c.subject, c.part, c.text, c.first_page, c.last_page,
               c.source_place, c.body, c.signer, c.signing_lines, c.signer_name, c.book, c.year, c.number, c.symbol, c.copied_on,
               c.copy_count, c.note, c.maker, c.made_at, c.issued_at, c.state, c.void_reason, c.version, sort_at(c, zone_minutes));
}

void update(db::Tx& tx, Copy& copy)
{
    const auto changed = tx.execute("UPDATE document_copy SET state = $3, issued_at = $4, copy_count = $5, void_reason = $6,"
                                    " version = version + 1 WHERE agency = $1 AND id = $2 AND version = $7",
                                    tx.agency(), copy.id, copy.state, copy.issued_at, copy.copy_count, copy.void_reason, copy.version);
    if (changed == 0)
        throw Error::conflict("stale");
    copy.version += 1;
}

std::optional<Copy> find(db::Tx& tx, Id<Copy> id)
{
    return tx.find<Copy>(std::string{"SELECT "} + columns + " FROM document_copy WHERE agency = $1 AND id = $2", tx.agency(), id);
}

CopyPage list(db::Tx& tx, const Filter& filter)
{
    db::Query query{source_of(filter)};
    bool walks_copies = !filter.reacher; // one index serves; the others look at what it brings
    if (filter.reacher)
        query.along("r.holder = $1 AND r.kind = 'copy'", *filter.reacher);
    for (const auto& [condition, value] : conditions_of(filter.query)) {
        if (walks_copies)
            query.along(condition, value);
        else
            query.where(condition, value);
        walks_copies = false;
    }
    return query.counted_page<CopyPage>(tx, filter.query.limit, filter.query.after);
}

std::vector<CopyRow> list_found(db::Tx& tx, const Filter& filter, const std::vector<Uuid>& ids)
{
    if (ids.empty())
        return {};
    std::string sql = std::string{"SELECT "} + row_columns + " FROM document_copy c WHERE c.agency = $1";
    std::vector<db::Value> values{db::to_value(tx.agency())};
    for (auto& [condition, value] : conditions_of(filter.query)) {
        values.push_back(value);
        auto text = condition;
        text.replace(text.find("$1"), 2, "$" + std::to_string(values.size()));
        sql += " AND " + text;
    }
    const auto first = static_cast<int>(values.size()) + 1;
    for (const auto& id : ids)
        values.push_back(db::to_value(id));
    sql += " AND c.id IN (" + db::placeholders(first, ids.size()) + ") ORDER BY c.id";
    auto rows = tx.list_with<CopyRow>(sql, values);
    const auto place = [&](const CopyRow& row) {
        return std::find(ids.begin(), ids.end(), row.id.uuid);
    };
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); }); // as the index found them
    return rows;
}

std::string kind_name(db::Tx& tx, std::string_view code)
{
    return tx.find<std::string>("SELECT name FROM kind WHERE agency = $1 AND code = $2", tx.agency(), code).value_or("");
}

std::string kind_of_source(db::Tx& tx, const Copy& copy)
{
    return tx
        .find<std::string>(copy.source_kind == SourceKind::incoming ? "SELECT kind FROM incoming WHERE agency = $1 AND id = $2"
                                                                    : "SELECT kind FROM outgoing WHERE agency = $1 AND id = $2",
                           tx.agency(), copy.source)
        .value_or("");
}

} // namespace congso::copies::store
