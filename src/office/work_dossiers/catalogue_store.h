#pragma once
#include "lib/db/tx.h"
#include "office/work_dossiers/catalogue.h"

namespace congso::work_dossiers::store {

std::vector<ArchiveRule> list_rules(db::Tx& tx); // in the order of their days

std::optional<Catalogue> find_catalogue(db::Tx& tx, int year);
std::optional<int> find_year(db::Tx& tx, Id<Catalogue> id);
std::vector<int> list_years(db::Tx& tx); // that have a catalogue, newest first
void insert(db::Tx& tx, const Catalogue& catalogue);
void update(db::Tx& tx, Catalogue& catalogue); // throws conflict "stale"
std::vector<CatalogueRow> list_rows(db::Tx& tx, Id<Catalogue> catalogue); // in the order of the list
void put_rows(db::Tx& tx, Id<Catalogue> catalogue, const std::vector<CatalogueRow>& rows); // replaces; rows have ids

struct OpenLine : CatalogueRow {
    int year{};
    CatalogueState state{};
};
BOOST_DESCRIBE_STRUCT(OpenLine, (CatalogueRow), (year, state))
std::optional<OpenLine> find_line(db::Tx& tx, Id<CatalogueRow> id); // of any year

std::string find_person_name(db::Tx& tx, Id<org::Person> id); // "" for nobody
std::string organ_code(db::Tx& tx); // of the agency itself

} // namespace congso::work_dossiers::store
