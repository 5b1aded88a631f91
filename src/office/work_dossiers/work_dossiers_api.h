#pragma once
#include "office/actor/route.h"
#include "office/work_dossiers/catalogue_service.h"
#include "office/work_dossiers/work_dossiers_service.h"

namespace congso::work_dossiers {

std::vector<route::Route> routes(WorkDossierService& service, CatalogueService& catalogues);

} // namespace congso::work_dossiers
