#include "office/incoming/incoming_api.h"

namespace congso::incoming {

namespace {

// A use case on one document that answers with the document as it is now.
template <class In>
route::Route act_on(std::string path, std::string help, Permission permission, IncomingService& service,
                    IncomingView (IncomingService::*method)(const Actor&, const In&))
{
    return route::post<In, IncomingView>(
        "/api/incoming/{id}/" + std::move(path), std::move(help), permission,
        [&service, method](const Actor& actor, const In& input) { return (service.*method)(actor, input); });
}

} // namespace

std::vector<route::Route> routes(IncomingService& service)
{
    return {
        route::post<IncomingEntry, IncomingDocument>(
            "/api/incoming", "Register an incoming document", Permission::register_incoming,
            [&service](const Actor& actor, const IncomingEntry& entry) { return service.register_document(actor, entry); }),
        route::get<IncomingQuery, IncomingPage>(
            "/api/incoming", "Incoming documents, newest first", Permission::read_documents,
            [&service](const Actor& actor, const IncomingQuery& query) { return service.list(actor, query); }),
        route::get<TwinQuery, Page<Twin>>("/api/incoming/twins", "Is this document registered already?", Permission::register_incoming,
                                          [&service](const Actor& actor, const TwinQuery& query) {
                                              Page<Twin> page;
                                              if (auto twin = service.find_twin(actor, query))
                                                  page.items.push_back(std::move(*twin));
                                              return page;
                                          }),
        route::get<IssuerQuery, Page<Issuer>>(
            "/api/incoming/issuers", "Who has sent documents here", Permission::read_documents,
            [&service](const Actor& actor, const IssuerQuery& query) { return service.list_issuers(actor, query); }),
        route::get<LeadQuery, Page<LeadProposal>>("/api/incoming/leads", "Who led documents like this one", Permission::register_incoming,
                                                  [&service](const Actor& actor, const LeadQuery& query) {
                                                      return Page<LeadProposal>{service.propose_leads(actor, query), {}};
                                                  }),
        route::get<FieldsQuery, ReadFields>(
            "/api/files/{id}/fields", "What the page of a received file says, box by box", Permission::register_incoming,
            [&service](const Actor& actor, const FieldsQuery& query) { return service.read_fields(actor, query); }),
        route::get<route::ById<Incoming>, IncomingView>(
            "/api/incoming/{id}", "One incoming document with everything about it", Permission::read_documents,
            [&service](const Actor& actor, const route::ById<Incoming>& input) { return service.get(actor, input.id); }),
        route::post<Correction, IncomingView>(
            "/api/incoming/{id}", "Put a wrong registration right; both values are kept", Permission::register_incoming,
            [&service](const Actor& actor, const Correction& entry) { return service.correct(actor, entry); }),
        route::get<route::ById<Incoming>, Page<Corrected>>("/api/incoming/{id}/corrections", "What was corrected, before and after",
                                                           Permission::read_documents,
                                                           [&service](const Actor& actor, const route::ById<Incoming>& input) {
                                                               return Page<Corrected>{service.list_corrections(actor, input.id), {}};
                                                           }),
        act_on<Submit>("submit", "Submit to the head with a proposal", Permission::register_incoming, service, &IncomingService::submit),
        act_on<Assign>("assign", "The head's instruction, or his consent to the proposal", Permission::direct_documents, service,
                       &IncomingService::assign),
        act_on<Progress>("progress", "Accept, report progress, or end one's part", Permission::handle_documents, service,
                         &IncomingService::progress),
        act_on<Forward>("forward", "Hand on the lead or add people", Permission::handle_documents, service, &IncomingService::forward),
        act_on<SendBack>("return", "Return to the sender with a reason", Permission::register_incoming, service,
                         &IncomingService::send_back),
        act_on<Reassign>("reassign", "Another lead, other people, another deadline", Permission::direct_documents, service,
                         &IncomingService::reassign),
        act_on<TakeBack>("take-back", "Take back a submission or an assignment that nobody has begun", Permission::read_documents, service,
                         &IncomingService::take_back),
        act_on<Reopen>("reopen", "Open a finished document again", Permission::direct_documents, service, &IncomingService::reopen),
        act_on<EnterInstruction>("enter", "Type what a leader wrote with a pen, with its scan", Permission::register_incoming, service,
                                 &IncomingService::enter_instruction),
        act_on<AskExtension>("ask-extension", "The lead asks for more time", Permission::handle_documents, service,
                             &IncomingService::ask_extension),
        act_on<AnswerExtension>("answer-extension", "Give or refuse more time", Permission::direct_documents, service,
                                &IncomingService::answer_extension),
        act_on<Urge>("urge", "Urge everyone who still has something to do with it", Permission::read_documents, service,
                     &IncomingService::urge),
        act_on<Finish>("finish", "Finish: replied, filed or noted", Permission::handle_documents, service, &IncomingService::finish)};
}

} // namespace congso::incoming
