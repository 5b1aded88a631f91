#include "office/kept_copies/kept_copies_store.h"

#include "lib/db/filter.h"

namespace congso::kept_copies::store {

namespace {

constexpr auto row_columns = "u.id, u.document, u.taken_on, u.user_name, o.symbol, o.issued_on, k.name AS kind_name, o.subject, u.dossier,"
                             " u.returned_on, p.full_name AS allowed_name, u.note";
constexpr auto row_joins = "JOIN outgoing o ON o.agency = u.agency AND o.id = u.document"
                           " JOIN person p ON p.agency = u.agency AND p.id = u.allowed_by"
                           " LEFT JOIN kind k ON k.agency = o.agency AND k.code = o.kind";

constexpr Rule all[] = {
    {"a copy is used that is kept of no issued document",
     "SELECT u.id FROM kept_copy_use u WHERE u.agency = $1 AND NOT EXISTS (SELECT 1 FROM outgoing o WHERE o.agency = u.agency"
     " AND o.id = u.document AND o.state IN ('issued', 'recalled', 'replaced', 'corrected')) ORDER BY u.id LIMIT 100"},
};

} // namespace

std::optional<Kept> find_document(db::Tx& tx, Id<outgoing::Outgoing> id)
{
    return tx.find<Kept>("SELECT state, issued_on FROM outgoing WHERE agency = $1 AND id = $2", tx.agency(), id);
}

std::string dossier_of(db::Tx& tx, Id<outgoing::Outgoing> id)
{
    const auto found =
        tx.list<std::string>("SELECT d.symbol FROM work_dossier d JOIN dossier_item i ON i.agency = d.agency AND i.dossier = d.id"
                             " WHERE d.agency = $1 AND i.record = $2 ORDER BY i.added_at, d.id LIMIT 1",
                             tx.agency(), id);
    return found.empty() ? "" : found.front();
}

bool is_out(db::Tx& tx, Id<outgoing::Outgoing> document)
{
    return tx.get<int>("SELECT COUNT(*) FROM kept_copy_use WHERE agency = $1 AND document = $2 AND returned_on IS NULL", tx.agency(),
                       document)
        > 0;
}

void insert(db::Tx& tx, const Use& use)
{
    tx.insert("kept_copy_use", use);
}

std::optional<Use> find(db::Tx& tx, Id<Use> id)
{
    return tx.find<Use>("SELECT agency, id, document, taken_on, person, user_name, dossier, allowed_by, returned_on, note, entered_by,"
                        " entered_at FROM kept_copy_use WHERE agency = $1 AND id = $2",
                        tx.agency(), id);
}

UseRow get_row(db::Tx& tx, Id<Use> id)
{
    return tx.get<UseRow>(fmt::format("SELECT {} FROM kept_copy_use u {} WHERE u.agency = $1 AND u.id = $2", row_columns, row_joins),
                          tx.agency(), id);
}

void give_back(db::Tx& tx, Id<Use> id, Date returned_on)
{
    tx.execute("UPDATE kept_copy_use SET returned_on = $3 WHERE agency = $1 AND id = $2", tx.agency(), id, returned_on);
}

Page<UseRow> list(db::Tx& tx, const UseQuery& asked)
{
    db::Query query{{.columns = row_columns,
                     .walked = "kept_copy_use u",
                     .agency = "u.agency",
                     .sort_at = "u.entered_at",
                     .id = "u.id",
                     .joined = row_joins}};
    if (asked.out)
        query.where(*asked.out ? "u.returned_on IS NULL" : "u.returned_on IS NOT NULL");
    if (asked.document)
        query.where("u.document = $1", *asked.document);
    return query.page<UseRow>(tx, asked.limit.value_or(50), asked.after.value_or(""));
}

std::vector<UseRow> list_year(db::Tx& tx, int year)
{
    return tx.list<UseRow>(fmt::format("SELECT {} FROM kept_copy_use u {} WHERE u.agency = $1 AND u.taken_on >= $2 AND u.taken_on <= $3"
                                       " ORDER BY u.taken_on, u.entered_at, u.id",
                                       row_columns, row_joins),
                           tx.agency(), Date::of(year, 1, 1), Date::of(year, 12, 31));
}

Rules rules()
{
    return all;
}

} // namespace congso::kept_copies::store
