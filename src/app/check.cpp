#include "app/check.h"

#include "lib/db/dialect.h"

namespace congso::app {

CheckReport check(App& app, std::string_view code)
{
    const AuditKeys keys{app.data.keys()}; // as they lie there now; read before the chains, which only grow
    CheckReport report{.clean = true,
                       .faults = app.database.read({}, [](db::Tx& tx) { return db::foreign_key_faults(tx); }),
                       .agencies = {},
                       .proven = {}};
    for (auto& fault : keys.faults())
        report.faults.push_back(std::move(fault));
    for (const auto& agency : app.org.list_hosted()) {
        CheckedAgency checked{agency.id, agency.name, {}};
        // Each question is a read of its own: none of them holds the database's log for longer than its own time.
        const auto ask = [&](Rules rules) {
            for (const auto& [fault, sql] : rules)
                app.database.read(agency.id, [&](db::Tx& tx) {
                    for (const auto& record : tx.list<Uuid>(sql, tx.agency()))
                        checked.faults.push_back("record " + record.to_string() + ": " + std::string{fault});
                });
        };
        const auto add = [&](std::vector<std::string> faults) {
            std::move(faults.begin(), faults.end(), std::back_inserter(checked.faults));
        };
        app.database.read(agency.id, [&](db::Tx& tx) { add(app.numbering.check(tx)); });
        add(AuditTrail::verify(app.database, agency.id, keys));
        if (!code.empty())
            if (const auto proof = app.database.read(agency.id, [&](db::Tx& tx) { return AuditTrail::find_proof(tx, code, keys); }))
                report.proven = ProvenCode{proof->code, agency.name, proof->sequence, proof->at};
        ask(RecipientGroupService::rules());
        ask(IncomingService::rules());
        ask(EnvelopeService::rules());
        ask(DeliveryService::rules());
        ask(OutgoingService::rules());
        ask(CopyService::rules());
        ask(KeptCopyService::rules());
        ask(WorkDossierService::rules());
        add(app.figures.check(agency.id));
        add(app.files.check(agency.id, true));
        report.clean = report.clean && checked.faults.empty();
        report.agencies.push_back(std::move(checked));
    }
    if (report.agencies.empty())
        report.faults.push_back("no agency works here");
    if (!code.empty() && !report.proven)
        report.faults.push_back("code " + audit::code_as_printed(code) + ": no signed head has it; what was printed was cut or rewritten");
    report.clean = report.clean && report.faults.empty();
    return report;
}

} // namespace congso::app
