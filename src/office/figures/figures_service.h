#pragma once
#include "lib/base/clock.h"
#include "lib/crypto/mac.h"
#include "lib/db/database.h"
#include "lib/jobs/runner.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/figures/figures.h"

namespace congso {

namespace figures {

namespace store {
struct MonthRow;
} // namespace store

struct MonthJob {
    int year{};
};
BOOST_DESCRIBE_STRUCT(MonthJob, (), (year))

} // namespace figures

// Every figure has a source: it is declared once by its feature, counted from the records, and opens the list of what it counted.
//
// Months are also kept (figure_month). Every change of an agency adds a link to its audit chain, so a month that was counted at the
// chain's present length, today, is what counting again would give; another one is counted again when it is asked for.
class FigureService {
public:
    // `key` seals what is kept: a month that someone else wrote is seen.
    FigureService(db::Database& database, const Clock& clock, jobs::Queue& queue, std::vector<figures::Figure> declared,
                  crypto::MacKey key = crypto::MacKey::make())
        : database_(database), clock_(clock), queue_(queue), declared_(std::move(declared)), key_(std::move(key))
    {
    }

    void subscribe(jobs::Runner& runner); // "figures.month"

    // Of the whole agency: demands see_all_documents. Throws invalid on /to "before_from".
    figures::FigureValues list(const Actor& actor, const figures::FiguresQuery& query);
    figures::FigureYear months(const Actor& actor, const figures::MonthsQuery& query); // not_found for a name that is not declared

    // Adds a job for each year that is not kept as it is now.
    void refresh(AgencyId agency);
    // The job: counts the months of a year, from the agency's first record until this month.
    void recompute(AgencyId agency, int year);

    // For `congso check`: kept months that were changed since they were counted, and those that would be shown as they are kept although
    // the records say something else; one sentence each. Months that were kept before the chain's last link are counted anew when they are
    // shown, so of them only the seal is judged.
    std::vector<std::string> check(AgencyId agency);

private:
    const figures::Figure* find(std::string_view name) const;
    bool is_current(const figures::store::MonthRow& row, std::int64_t sequence, Date today) const;
    bool is_kept(db::Tx& tx, int year, Date today) const;

    db::Database& database_;
    const Clock& clock_;
    jobs::Queue& queue_;
    const std::vector<figures::Figure> declared_;
    const crypto::MacKey key_;
};

} // namespace congso
