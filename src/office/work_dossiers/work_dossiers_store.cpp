#include "office/work_dossiers/work_dossiers_store.h"

#include "lib/db/dialect.h"
#include "lib/db/filter.h"
#include "office/work_dossiers/catalogue_store.h"

#include <algorithm>

namespace congso::work_dossiers::store {

namespace {

constexpr auto columns = "agency, id, year, line, symbol, title, retention, rights, creator, language, starts_on, ends_on, state, note,"
                         " document_count, page_count, opened_at, closed_at, archive_due_on, reviewed_by, reviewed_at, version";

constexpr auto row_columns = "d.id, d.year, d.symbol, d.title, d.retention, p.full_name AS creator_name, d.starts_on, d.ends_on, d.state,"
                             " d.document_count, d.page_count, d.note, d.archive_due_on, d.reviewed_at, d.opened_at";

constexpr auto creator_join = "LEFT JOIN person p ON p.agency = d.agency AND p.id = d.creator";

// The words of the index work_dossier_due: the engines use it only when the condition is spelled like it.
constexpr auto not_archived = "d.archive_due_on IS NOT NULL AND d.reviewed_at = 0";

db::ListSource source_of(const Filter& filter)
{
    if (filter.sees_all)
        return {.columns = row_columns,
                .walked = "work_dossier d",
                .agency = "d.agency",
                .sort_at = "d.opened_at",
                .id = "d.id",
                .joined = creator_join};
    return {.columns = row_columns,
            .walked = "reach r",
            .agency = "r.agency",
            .sort_at = "r.sort_at",
            .id = "r.record",
            .joined = std::string{"JOIN work_dossier d ON d.agency = r.agency AND d.id = r.record "} + creator_join};
}

std::string keeping_condition(Keeping keeping)
{
    switch (keeping) {
    case Keeping::permanent:
        return "d.retention = 0";
    case Keeping::long_term:
        return "d.retention >= $1";
    case Keeping::short_term:
        break;
    }
    return "d.retention > 0 AND d.retention < $1";
}

// The filters that look at the dossier itself, each as a condition with at most one value.
std::vector<std::pair<std::string, std::optional<db::Value>>> conditions_of(const Filter& filter, int archived_from)
{
    std::vector<std::pair<std::string, std::optional<db::Value>>> all;
    const auto& asked = filter.query;
    if (asked.year)
        all.emplace_back("d.year = $1", db::to_value(*asked.year));
    if (asked.state)
        all.emplace_back("d.state = $1", db::to_value(*asked.state));
    if (asked.creator)
        all.emplace_back("d.creator = $1", db::to_value(*asked.creator));
    if (asked.mine.value_or(false))
        all.emplace_back("d.creator = $1", db::to_value(filter.actor));
    if (asked.archiving) {
        if (*asked.archiving == Archiving::reviewed) {
            all.emplace_back("d.reviewed_at > 0", std::nullopt);
        } else {
            all.emplace_back(not_archived, std::nullopt);
            all.emplace_back("d.archive_due_on <= $1", db::to_value(*asked.archiving == Archiving::due ? filter.today : filter.soon));
        }
    }
    if (asked.keeping) {
        const auto condition = keeping_condition(*asked.keeping);
        all.emplace_back(condition, *asked.keeping == Keeping::permanent ? std::nullopt : std::optional{db::to_value(archived_from)});
    }
    return all;
}

int archived_from(db::Tx& tx, Date today)
{
    return rule_of(list_rules(tx), today).archived_from_years;
}

} // namespace

void insert(db::Tx& tx, const WorkDossier& dossier)
{
    tx.insert("work_dossier", dossier);
}

void update(db::Tx& tx, WorkDossier& d)
{
    const auto changed = tx.execute(
        "UPDATE work_dossier SET title = $3, retention = $4, rights = $5, creator = $6, language = $7, starts_on = $8, ends_on = $9,"
        " state = $10, note = $11, document_count = $12, page_count = $13, closed_at = $14, archive_due_on = $15, reviewed_by = $16,"
        " reviewed_at = $17, told_at = CASE WHEN $10 = 'open' THEN 0 ELSE told_at END, version = version + 1 WHERE agency = $1 AND id = $2 "
        "AND version = $18",
        d.agency, d.id, d.title, d.retention, d.rights, d.creator, d.language, d.starts_on, d.ends_on, d.state, d.note, d.document_count,
        d.page_count, d.closed_at, d.archive_due_on, d.reviewed_by, d.reviewed_at, d.version);
    if (changed == 0)
        throw Error::conflict("stale");
    d.version += 1;
}

std::optional<WorkDossier> find(db::Tx& tx, Id<WorkDossier> id)
{
    return tx.find<WorkDossier>(std::string{"SELECT "} + columns + " FROM work_dossier WHERE agency = $1 AND id = $2", tx.agency(), id);
}

bool is_taken(db::Tx& tx, int year, std::string_view symbol)
{
    return tx.find<int>("SELECT 1 FROM work_dossier WHERE agency = $1 AND year = $2 AND symbol = $3", tx.agency(), year, symbol)
        .has_value();
}

WorkDossierPage list(db::Tx& tx, const Filter& filter)
{
    db::Query query{source_of(filter)};
    bool walks_dossiers = filter.sees_all; // one index serves; the others look at what it brings
    if (!filter.sees_all)
        query.along("r.holder = $1 AND r.kind = 'work_dossier'", filter.actor);
    for (const auto& [condition, value] : conditions_of(filter, archived_from(tx, filter.today))) {
        const bool serves = walks_dossiers
            && (condition.starts_with("d.year") || condition.starts_with("d.state") || condition.starts_with("d.creator")
                || condition == not_archived);
        if (serves && value)
            query.along(condition, *value);
        else if (serves)
            query.along(condition);
        else if (value)
            query.where(condition, *value);
        else
            query.where(condition);
        walks_dossiers = walks_dossiers && !serves;
    }
    return query.counted_page<WorkDossierPage>(tx, filter.query.limit, filter.query.after);
}

std::vector<WorkDossierRow> list_found(db::Tx& tx, const Filter& filter, const std::vector<Uuid>& ids)
{
    if (ids.empty())
        return {};
    std::string sql = std::string{"SELECT "} + row_columns + " FROM work_dossier d " + creator_join + " WHERE d.agency = $1";
    std::vector<db::Value> values{db::to_value(tx.agency())};
    for (auto& [condition, value] : conditions_of(filter, archived_from(tx, filter.today))) {
        auto text = condition;
        if (value) {
            values.push_back(*value);
            text.replace(text.find("$1"), 2, "$" + std::to_string(values.size()));
        }
        sql += " AND " + text;
    }
    const auto first = static_cast<int>(values.size()) + 1;
    for (const auto& id : ids)
        values.push_back(db::to_value(id));
    sql += " AND d.id IN (" + db::placeholders(first, ids.size()) + ") ORDER BY d.id";
    auto rows = tx.list_with<WorkDossierRow>(sql, values);
    const auto place = [&](const WorkDossierRow& row) {
        return std::find(ids.begin(), ids.end(), row.id.uuid);
    };
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); }); // as the index found them
    return rows;
}

std::vector<WorkDossierRow> list_of_year(db::Tx& tx, const Filter& filter, int limit)
{
    return tx.list<WorkDossierRow>(std::string{"SELECT "} + row_columns + " FROM work_dossier d " + creator_join
                                       + " WHERE d.agency = $1 AND d.year = $2"
                                         "   AND ($3 = 1 OR EXISTS (SELECT 1 FROM reach r WHERE r.agency = d.agency AND r.holder = $4"
                                         "     AND r.kind = 'work_dossier' AND r.record = d.id)) ORDER BY d.symbol, d.id LIMIT $5",
                                   tx.agency(), filter.query.year.value_or(filter.today.year()), filter.sees_all ? 1 : 0, filter.actor,
                                   limit);
}

std::vector<NearDossier> list_around(db::Tx& tx, Uuid record, std::optional<Id<org::Person>> reacher)
{
    return tx.list<NearDossier>("SELECT d.id, d.year, d.symbol, d.title FROM dossier_item i"
                                " JOIN work_dossier d ON d.agency = i.agency AND d.id = i.dossier"
                                " WHERE i.agency = $1 AND i.record = $2 AND (CAST($3 AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM reach r"
                                "   WHERE r.agency = i.agency AND r.holder = $3 AND r.kind = 'work_dossier' AND r.record = i.dossier))"
                                " ORDER BY d.opened_at DESC, d.id",
                                tx.agency(), record, reacher);
}

std::vector<NearDossier> list_writable(db::Tx& tx, Id<org::Person> person, const std::vector<Uuid>& related, int limit)
{
    auto all = tx.list<NearDossier>("SELECT d.id, d.year, d.symbol, d.title FROM work_dossier d"
                                    " WHERE d.agency = $1 AND d.state = 'open' AND (d.creator = $2 OR EXISTS (SELECT 1"
                                    "   FROM dossier_access a WHERE a.agency = d.agency AND a.dossier = d.id AND a.person = $2"
                                    "     AND a.part = 'write')) ORDER BY d.opened_at DESC, d.id LIMIT $3",
                                    tx.agency(), person, limit);
    for (auto& one : all)
        one.has_related = std::any_of(related.begin(), related.end(), [&](const Uuid& record) { return holds(tx, one.id, record); });
    return all;
}

std::vector<WorkDossier> list_kept(db::Tx& tx, Id<org::Person> creator)
{
    return tx.list<WorkDossier>(std::string{"SELECT "} + columns
                                    + " FROM work_dossier WHERE agency = $1 AND state = 'open' AND creator = $2 ORDER BY opened_at, id",
                                tx.agency(), creator);
}

std::vector<WorkDossier> list_left_open(db::Tx& tx, int before_year)
{
    return tx.list<WorkDossier>(std::string{"SELECT "} + columns
                                    + " FROM work_dossier WHERE agency = $1 AND state = 'open' AND year < $2 ORDER BY opened_at, id",
                                tx.agency(), before_year);
}

bool waits_to_be_read(db::Tx& tx, Id<WorkDossier> id, Id<org::Person> person)
{
    return tx
        .find<int>("SELECT 1 FROM work_item WHERE agency = $1 AND holder = $2 AND record = $3 AND action = 'read'", tx.agency(), person, id)
        .has_value();
}

bool mark_told(db::Tx& tx, Id<WorkDossier> id, Time now)
{
    return tx.execute("UPDATE work_dossier SET told_at = $3 WHERE agency = $1 AND id = $2 AND told_at = 0", tx.agency(), id, now) > 0;
}

std::vector<WorkDossier> list_due(db::Tx& tx, Date soon)
{
    return tx.list<WorkDossier>(std::string{"SELECT "} + columns
                                    + " FROM work_dossier WHERE agency = $1 AND archive_due_on IS NOT NULL AND reviewed_at = 0"
                                      " AND archive_due_on <= $2 ORDER BY archive_due_on, id",
                                tx.agency(), soon);
}

} // namespace congso::work_dossiers::store
