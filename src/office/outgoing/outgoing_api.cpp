#include "office/outgoing/outgoing_api.h"

namespace congso::outgoing {

namespace {

// A use case on one document that answers with the document as it is now.
template <class In>
route::Route act_on(std::string path, std::string help, Permission permission, OutgoingService& service,
                    OutgoingView (OutgoingService::*method)(const Actor&, const In&))
{
    return route::post<In, OutgoingView>(
        "/api/outgoing" + std::move(path), std::move(help), permission,
        [&service, method](const Actor& actor, const In& input) { return (service.*method)(actor, input); });
}

} // namespace

std::vector<route::Route> routes(OutgoingService& service)
{
    using enum Permission;
    using S = OutgoingService;
    return {act_on<Draft>("", "Begin a draft", draft_outgoing, service, &S::create),
            route::get<OutgoingQuery, OutgoingPage>(
                "/api/outgoing", "Outgoing documents and drafts, newest first", read_documents,
                [&service](const Actor& actor, const OutgoingQuery& query) { return service.list(actor, query); }),
            route::get<route::ById<Outgoing>, OutgoingView>(
                "/api/outgoing/{id}", "One outgoing document with everything about it", read_documents,
                [&service](const Actor& actor, const route::ById<Outgoing>& input) { return service.get(actor, input.id); }),
            route::get<CompareVersions, Comparison>(
                "/api/outgoing/{id}/comparison", "What changed between two versions of the file", read_documents,
                [&service](const Actor& actor, const CompareVersions& query) { return service.compare(actor, query); }),
            act_on<Draft>("/{id}", "Change a draft", draft_outgoing, service, &S::change),
            act_on<NewVersion>("/{id}/versions", "A new version of the file", draft_outgoing, service, &S::add_version),
            act_on<NewComment>("/{id}/comments", "Comment, or ask for a revision", draft_outgoing, service, &S::comment),
            act_on<SubmitDraft>("/{id}/submit", "To the checkers, or to the signer", draft_outgoing, service, &S::submit),
            // a checker needs review_outgoing and the signer approve_outgoing; which of the two, the document tells
            act_on<Approve>("/{id}/approve", "End one's check, or approve and sign", read_documents, service, &S::approve),
            act_on<TakeBack>("/{id}/withdraw", "Take a draft back from those before whom it lies", draft_outgoing, service, &S::withdraw),
            act_on<TakeBack>("/{id}/discard", "Give a draft up", draft_outgoing, service, &S::discard),
            route::get<route::ById<Outgoing>, Page<numbering::NumberLine>>(
                "/api/outgoing/{id}/reserved", "Numbers that were kept and that it may take", number_outgoing,
                [&service](const Actor& actor, const route::ById<Outgoing>& input) {
                    return Page<numbering::NumberLine>{.items = service.list_reserved(actor, input.id), .after = {}};
                }),
            act_on<TakeBack>("/{id}/void", "Void the number of a document that does not go out", number_outgoing, service, &S::void_number),
            act_on<TakeNumber>("/{id}/number", "Take the next number", number_outgoing, service, &S::take_number),
            act_on<Issue>("/{id}/issue", "Issue to the recipients", number_outgoing, service, &S::issue),
            // the drafter, the signer and the clerk; which of them, the document tells
            act_on<Remind>("/{id}/remind", "Remind those who have not looked at it yet", read_documents, service, &S::remind),
            act_on<HandOut>("/{id}/hand-out", "Who has no account has signed for the paper", number_outgoing, service, &S::hand_out),
            act_on<Recall>("/{id}/recall", "Recall an issued document", number_outgoing, service, &S::recall),
            act_on<Supersede>("/{id}/replace", "Replaced by another issued document", number_outgoing, service, &S::replace),
            act_on<Supersede>("/{id}/correct", "Corrected by another issued document", number_outgoing, service, &S::correct),
            route::get<route::None, Page<Kind>>("/api/kinds", "Kinds of documents", signed_in,
                                                [&service](const Actor& actor, const route::None&) {
                                                    return Page<Kind>{.items = service.list_kinds(actor), .after = {}};
                                                })};
}

} // namespace congso::outgoing
