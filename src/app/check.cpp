#include "app/check.h"

#include "lib/db/dialect.h"

namespace congso::app {

CheckReport check(App& app)
{
    CheckReport report{
        .clean = true, .faults = app.database.read({}, [](db::Tx& tx) { return db::foreign_key_faults(tx); }), .agencies = {}};
    for (const auto& agency : app.org.list_hosted()) {
        CheckedAgency checked{agency.id, agency.name, {}};
        const auto add = [&](std::vector<std::string> faults) {
            std::move(faults.begin(), faults.end(), std::back_inserter(checked.faults));
        };
        app.database.read(agency.id, [&](db::Tx& tx) {
            add(app.numbering.check(tx));
            add(AuditTrail::verify(tx));
            add(app.files.check(tx, true));
        });
        report.clean = report.clean && checked.faults.empty();
        report.agencies.push_back(std::move(checked));
    }
    report.clean = report.clean && report.faults.empty();
    return report;
}

} // namespace congso::app
