#pragma once
#include "office/work_dossiers/work_dossiers.h"

// The forms of Decree 30/2020, Appendix V, drawn as A4 pages.
namespace congso::work_dossiers {

// Who took it out of the system and when; stands at the foot of each page (Appendix VI part I).
struct PrintedBy {
    std::string person_name;
    Time at;
    int zone_minutes{};
};

std::string print_catalogue(const CatalogueView& catalogue, const Agency& agency, Date today,
                            const std::string& approved_by); // danh mục hồ sơ
std::string print_index(const std::vector<WorkDossierRow>& rows, int year, const Agency& agency, const PrintedBy& by); // mục lục hồ sơ
// Mục lục văn bản trong hồ sơ. Lines that he may not see are named as such.
std::string print_contents(const WorkDossierView& dossier, const Agency& agency, const PrintedBy& by);
// A page that stands for a file which cannot be shown as pages.
std::string print_stand_in(const DossierContent& content, const std::string& file_name, Date today);

std::string page_range(int first, int pages); // «1-3», «4»; "" where nobody counted

} // namespace congso::work_dossiers
