#include "office/outgoing/outgoing_figures.h"

#include "office/outgoing/outgoing_store.h"

namespace congso::outgoing {

std::vector<figures::Figure> figures()
{
    using figures::PeriodKind;
    // sort_at is the first millisecond of the document's day and the number: the order of the list, and its index.
    return {{.name = "out",
             .unit = figures::Unit::documents,
             .title = "Văn bản đi đã phát hành",
             .periods = {PeriodKind::any, PeriodKind::month},
             .numerator = "SELECT COUNT(*) FROM outgoing o WHERE o.agency = $1 AND o.sort_at >= $2 AND o.sort_at < $3 AND "
                 + store::condition_of(Counted::issued),
             .denominator = {},
             .first_day = "SELECT o.issued_on FROM outgoing o WHERE o.agency = $1 AND " + store::condition_of(Counted::issued)
                 + " ORDER BY o.sort_at, o.id LIMIT 1",
             .list = "/outgoing?counted=issued&from={from}&to={to}",
             .denominator_list = {}}};
}

} // namespace congso::outgoing
