#include "office/preferences/preferences_api.h"

namespace congso::preferences {

std::vector<route::Route> routes(PreferenceService& service)
{
    return {route::get<route::None, Preferences>("/api/me/preferences", "How I like the page", Permission::signed_in,
                                                 [&service](const Actor& actor, const route::None&) { return service.get(actor); }),
            route::post<PreferencesChange, Preferences>(
                "/api/me/preferences", "PreferencesChange how I like the page", Permission::signed_in,
                [&service](const Actor& actor, const PreferencesChange& change) { return service.change(actor, change); })};
}

} // namespace congso::preferences
