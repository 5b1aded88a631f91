#include "office/finding/finding_api.h"

namespace congso::finding {

std::vector<route::Route> routes(FindingService& service)
{
    return {route::get<FindQuery, Findings>("/api/search", "Everything that these words, or this symbol, find", Permission::signed_in,
                                            [&service](const Actor& actor, const FindQuery& query) { return service.find(actor, query); }),
            route::get<FiltersOf, Page<SavedFilter>>("/api/saved-filters", "Kept filters of a list: one's own and the agency's",
                                                     Permission::read_documents,
                                                     [&service](const Actor& actor, const FiltersOf& input) {
                                                         return Page<SavedFilter>{service.list_filters(actor, input.list), {}};
                                                     }),
            route::post<SaveFilter, Page<SavedFilter>>("/api/saved-filters", "Keep a filter under a name", Permission::read_documents,
                                                       [&service](const Actor& actor, const SaveFilter& entry) {
                                                           return Page<SavedFilter>{service.save_filter(actor, entry), {}};
                                                       }),
            route::del<route::ById<SavedFilter>, Nothing>("/api/saved-filters/{id}", "Forget a kept filter", Permission::read_documents,
                                                          [&service](const Actor& actor, const route::ById<SavedFilter>& input) {
                                                              service.delete_filter(actor, input.id);
                                                              return Nothing{};
                                                          })};
}

} // namespace congso::finding
