#include "office/figures/figures_api.h"

namespace congso::figures {

std::vector<route::Route> routes(FigureService& service)
{
    return {route::get<FiguresQuery, FigureValues>(
                "/api/figures", "Every figure of a period, each with the list of what it counts", Permission::see_all_documents,
                [&service](const Actor& actor, const FiguresQuery& query) { return service.list(actor, query); }),
            route::get<MonthsQuery, FigureYear>(
                "/api/figures/{name}/months", "One figure, month by month", Permission::see_all_documents,
                [&service](const Actor& actor, const MonthsQuery& query) { return service.months(actor, query); })};
}

} // namespace congso::figures
