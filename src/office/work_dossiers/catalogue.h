#pragma once
#include "lib/base/error.h"
#include "office/org/org.h"

namespace congso::work_dossiers {

struct WorkDossier;

enum class CatalogueState { draft, submitted, approved }; // đang lập, trình duyệt, đã duyệt
BOOST_DESCRIBE_ENUM(CatalogueState, draft, submitted, approved)
enum class CatalogueNumbering { whole, heading }; // one series over the list, or one for each heading (Appendix V)
BOOST_DESCRIBE_ENUM(CatalogueNumbering, whole, heading)
enum class CatalogueRowKind { major, minor, line }; // đề mục lớn (I), đề mục nhỏ (1), hồ sơ
BOOST_DESCRIBE_ENUM(CatalogueRowKind, major, minor, line)

// One row of the year's list of dossiers (danh mục hồ sơ).
struct CatalogueRow {
    std::optional<Id<CatalogueRow>> id; // absent: new
    CatalogueRowKind kind{};
    std::string title;
    std::string abbreviation; // of a heading: «TCCB» in `01.TCCB`; an own one of a small heading goes before the large one's
    int number{}; // of a dossier in its series; 0: takes one when the list is stored
    std::string symbol; // «01.TCCB»
    int retention{}; // years; 0: vĩnh viễn
    std::optional<Id<org::Person>> creator; // who will keep it
    std::string creator_name, note;
    std::optional<Id<WorkDossier>> dossier; // opened already
};
BOOST_DESCRIBE_STRUCT(CatalogueRow, (), (id, kind, title, abbreviation, number, symbol, retention, creator, creator_name, note, dossier))

// Decree 30/2020 art. 28: approved by the head at the beginning of the year.
struct Catalogue {
    AgencyId agency;
    Id<Catalogue> id;
    int year{};
    CatalogueNumbering numbering{};
    CatalogueState state{};
    Id<org::Person> approved_by;
    Time approved_at; // 0: never yet; numbers given by then stay
    int version{};
};
BOOST_DESCRIBE_STRUCT(Catalogue, (), (agency, id, year, numbering, state, approved_by, approved_at, version))

// GET /api/dossier-catalogue: an empty one with version 0 where the year has none.
struct CatalogueView : Catalogue {
    std::string approved_by_name;
    std::vector<CatalogueRow> rows;
    std::vector<int> years; // that have one, newest first
    std::vector<std::string> acts; // "edit", "copy", "submit", "approve", "return"
};
BOOST_DESCRIBE_STRUCT(CatalogueView, (Catalogue), (approved_by_name, rows, years, acts))

struct CatalogueQuery {
    std::optional<int> year; // this year when absent
    std::optional<Id<Catalogue>> record; // or by its id
};
BOOST_DESCRIBE_STRUCT(CatalogueQuery, (), (year, record))
struct CatalogueYear { // also POST …/submit and …/approve
    int year{};
    std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(CatalogueYear, (), (year, version))
struct CatalogueEntry { // POST /api/dossier-catalogue: the whole list
    int year{};
    int version{}; // 0: the first of this year
    CatalogueNumbering numbering{};
    std::vector<CatalogueRow> rows;
};
BOOST_DESCRIBE_STRUCT(CatalogueEntry, (), (year, version, numbering, rows))
struct CatalogueCopy { // POST /api/dossier-catalogue/copy: last year's list begins this one
    int year{}, from{};
};
BOOST_DESCRIBE_STRUCT(CatalogueCopy, (), (year, from))
struct CatalogueReturn {
    int year{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CatalogueReturn, (), (year, reason))

// Years that a dossier may be kept, and when it goes to the current archive; which rule holds is told by the day.
struct ArchiveRule {
    Date valid_from;
    int least_years{}, most_years{};
    int archived_from_years{}; // from this term on it must go there
    int months_to_archive{};
    bool counts_from_year_end{}; // from the year in which the work ended, not from the day
};
BOOST_DESCRIBE_STRUCT(ArchiveRule, (), (valid_from, least_years, most_years, archived_from_years, months_to_archive, counts_from_year_end))

ArchiveRule rule_of(const std::vector<ArchiveRule>& rules, Date day); // the last that holds on this day

std::string roman(int number); // 4 → «IV»
std::string retention_name(int years); // «Vĩnh viễn», «10 năm»

// Numbers and symbols of the rows in their order. Rows that bear a number keep it; the others follow the highest of their series.
void number_rows(std::vector<CatalogueRow>& rows, CatalogueNumbering numbering);
std::vector<FieldFault> faults_of(const CatalogueEntry& entry, const ArchiveRule& rule);
std::string title_for(std::string_view title, int from, int year); // «… năm 2021» → «… năm 2022»

} // namespace congso::work_dossiers
