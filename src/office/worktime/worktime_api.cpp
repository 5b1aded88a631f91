#include "office/worktime/worktime_api.h"

namespace congso::worktime {

std::vector<route::Route> routes(WorktimeService& service)
{
    return {
        route::get<YearQuery, YearView>("/api/calendar", "Holidays and swapped days of a year", Permission::signed_in,
                                        [&service](const Actor& actor, const YearQuery& query) { return service.get_year(actor, query); }),
        route::post<DayChange, YearView>(
            "/api/calendar/days", "Change one day of the working calendar", Permission::manage_calendar,
            [&service](const Actor& actor, const DayChange& change) { return service.change_day(actor, change); }),
        route::post<HoursChange, YearView>(
            "/api/calendar/hours", "Change the week's working hours from a day on", Permission::manage_calendar,
            [&service](const Actor& actor, const HoursChange& change) { return service.change_hours(actor, change); }),
        route::get<DeadlineQuery, DeadlineView>(
            "/api/deadline", "A deadline with its arithmetic, day by day", Permission::signed_in,
            [&service](const Actor& actor, const DeadlineQuery& query) { return service.explain(actor, query); })};
}

} // namespace congso::worktime
