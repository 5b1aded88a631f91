#include "office/work_dossiers/catalogue_store.h"

#include <set>

namespace congso::work_dossiers::store {

namespace {

constexpr auto catalogue_columns = "agency, id, year, numbering, state, approved_by, approved_at, version";
constexpr auto row_columns = "r.id, r.kind, r.title, r.abbreviation, r.number, r.symbol, r.retention, r.creator,"
                             " COALESCE(p.full_name, '') AS creator_name, r.note, d.id AS dossier";
constexpr auto row_tables = " FROM catalogue_row r LEFT JOIN person p ON p.agency = r.agency AND p.id = r.creator"
                            " LEFT JOIN work_dossier d ON d.agency = r.agency AND d.line = r.id";

} // namespace

std::vector<ArchiveRule> list_rules(db::Tx& tx)
{
    return tx.list<ArchiveRule>("SELECT valid_from, least_years, most_years, archived_from_years, months_to_archive, counts_from_year_end"
                                " FROM archive_rule ORDER BY valid_from");
}

std::optional<Catalogue> find_catalogue(db::Tx& tx, int year)
{
    return tx.find<Catalogue>(std::string{"SELECT "} + catalogue_columns + " FROM catalogue WHERE agency = $1 AND year = $2", tx.agency(),
                              year);
}

std::optional<int> find_year(db::Tx& tx, Id<Catalogue> id)
{
    return tx.find<int>("SELECT year FROM catalogue WHERE agency = $1 AND id = $2", tx.agency(), id);
}

std::vector<int> list_years(db::Tx& tx)
{
    return tx.list<int>("SELECT year FROM catalogue WHERE agency = $1 ORDER BY year DESC", tx.agency());
}

void insert(db::Tx& tx, const Catalogue& catalogue)
{
    tx.insert("catalogue", catalogue);
}

void update(db::Tx& tx, Catalogue& c)
{
    const auto changed =
        tx.execute("UPDATE catalogue SET numbering = $3, state = $4, approved_by = $5, approved_at = $6, version = version + 1"
                   " WHERE agency = $1 AND id = $2 AND version = $7",
                   c.agency, c.id, c.numbering, c.state, c.approved_by, c.approved_at, c.version);
    if (changed == 0)
        throw Error::conflict("stale");
    c.version += 1;
}

std::vector<CatalogueRow> list_rows(db::Tx& tx, Id<Catalogue> catalogue)
{
    return tx.list<CatalogueRow>(std::string{"SELECT "} + row_columns + row_tables
                                     + " WHERE r.agency = $1 AND r.catalogue = $2 ORDER BY r.position",
                                 tx.agency(), catalogue);
}

void put_rows(db::Tx& tx, Id<Catalogue> catalogue, const std::vector<CatalogueRow>& rows)
{
    // rows from which a dossier was opened are named by it: they are written over, the others made anew
    std::set<std::string> kept;
    for (const auto& row : rows)
        kept.insert(row.id->to_string());
    for (const auto& old : list_rows(tx, catalogue))
        if (!kept.contains(old.id->to_string()))
            tx.execute("DELETE FROM catalogue_row WHERE agency = $1 AND id = $2", tx.agency(), *old.id);
    // the places are taken one after the other, so the old ones step aside first
    tx.execute("UPDATE catalogue_row SET position = -1 - position WHERE agency = $1 AND catalogue = $2", tx.agency(), catalogue);
    int position = 0;
    for (const auto& row : rows)
        tx.execute("INSERT INTO catalogue_row (agency, catalogue, id, position, kind, title, abbreviation, number, symbol, retention,"
                   " creator, note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
                   " ON CONFLICT (agency, id) DO UPDATE SET position = excluded.position, kind = excluded.kind, title = excluded.title,"
                   " abbreviation = excluded.abbreviation, number = excluded.number, symbol = excluded.symbol,"
                   " retention = excluded.retention, creator = excluded.creator, note = excluded.note",
                   tx.agency(), catalogue, *row.id, ++position, row.kind, row.title, row.abbreviation, row.number, row.symbol,
                   row.retention, row.creator, row.note);
}

std::optional<OpenLine> find_line(db::Tx& tx, Id<CatalogueRow> id)
{
    return tx.find<OpenLine>(std::string{"SELECT "} + row_columns + ", c.year, c.state" + row_tables
                                 + " JOIN catalogue c ON c.agency = r.agency AND c.id = r.catalogue"
                                   " WHERE r.agency = $1 AND r.id = $2 AND r.kind = 'line'",
                             tx.agency(), id);
}

std::string find_person_name(db::Tx& tx, Id<org::Person> id)
{
    return tx.find<std::string>("SELECT full_name FROM person WHERE agency = $1 AND id = $2", tx.agency(), id).value_or("");
}

std::string organ_code(db::Tx& tx)
{
    return tx.find<std::string>("SELECT CASE WHEN code <> '' THEN code ELSE code_2016 END AS code FROM agency WHERE id = $1", tx.agency())
        .value_or("");
}

} // namespace congso::work_dossiers::store
