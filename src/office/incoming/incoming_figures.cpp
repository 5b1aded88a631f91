#include "office/incoming/incoming_figures.h"

#include "office/incoming/incoming_store.h"

namespace congso::incoming {

std::vector<figures::Figure> figures(db::Engine engine, int zone_minutes)
{
    using figures::PeriodKind;
    // sort_at is the arrival day's first millisecond and the number: the order of the list, and its index.
    const auto counted = [&](Counted what) {
        return "SELECT COUNT(*) FROM incoming i WHERE i.agency = $1 AND i.sort_at >= $2 AND i.sort_at < $3 AND "
            + store::condition_of(what, engine, zone_minutes, "$4");
    };
    const std::string first_day = "SELECT i.arrived_on FROM incoming i WHERE i.agency = $1 ORDER BY i.sort_at, i.id LIMIT 1";
    return {{.name = "in",
             .unit = figures::Unit::documents,
             .title = "Văn bản đến",
             .periods = {PeriodKind::any, PeriodKind::month},
             .numerator = counted(Counted::registered),
             .denominator = {},
             .first_day = first_day,
             .list = "/incoming?counted=registered&from={from}&to={to}",
             .denominator_list = {}},
            // Of those that arrived in the period; one that is overdue and still open is not on time.
            {.name = "on_time",
             .unit = figures::Unit::percent,
             .title = "Văn bản đến có thời hạn được giải quyết đúng hạn",
             .periods = {PeriodKind::any, PeriodKind::month},
             .numerator = counted(Counted::on_time),
             .denominator = counted(Counted::due),
             .first_day = first_day,
             .list = "/incoming?counted=on_time&from={from}&to={to}",
             .denominator_list = "/incoming?counted=due&from={from}&to={to}"}};
}

} // namespace congso::incoming
