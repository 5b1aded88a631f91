#include "office/copies/copies_api.h"

namespace congso::copies {

std::vector<route::Route> routes(CopyService& service)
{
    using enum Permission;
    using ById = route::ById<Copy>;
    return {
        route::post<CopyEntry, CopyView>("/api/copies", "Make a copy of a document and number it", copy_documents,
                                         [&service](const Actor& actor, const CopyEntry& entry) { return service.make(actor, entry); }),
        route::get<CopyQuery, CopyPage>("/api/copies", "Copies of documents, newest first", read_documents,
                                        [&service](const Actor& actor, const CopyQuery& query) { return service.list(actor, query); }),
        route::get<ById, CopyView>("/api/copies/{id}", "One copy with everything about it", read_documents,
                                   [&service](const Actor& actor, const ById& input) { return service.get(actor, input.id); }),
        route::post<IssueCopy, CopyView>("/api/copies/{id}/issue", "Give the signed copy to its recipients", copy_documents,
                                         [&service](const Actor& actor, const IssueCopy& entry) { return service.issue(actor, entry); }),
        route::post<VoidCopy, CopyView>("/api/copies/{id}/void", "Void a copy that was made by mistake, with its number", copy_documents,
                                        [&service](const Actor& actor, const VoidCopy& entry) { return service.void_copy(actor, entry); }),
        route::post<RemindOfCopy, CopyView>(
            "/api/copies/{id}/remind", "Remind those who have not looked at a copy", copy_documents,
            [&service](const Actor& actor, const RemindOfCopy& entry) { return service.remind(actor, entry); }),
        route::post<HandOutCopy, CopyView>(
            "/api/copies/{id}/hand-out", "Note that people took the paper of a copy", copy_documents,
            [&service](const Actor& actor, const HandOutCopy& entry) { return service.hand_out(actor, entry); }),
        route::raw<ById, Nothing>(http::Method::get, "/api/copies/{id}/print", "The copy as a PDF, to be signed on paper",
                                  route::Door::session, copy_documents, http::Body::none, 0,
                                  [&service](const http::Request& request, const Actor* actor) {
                                      ById input{};
                                      route::decode(request, describe::type_of<ById>(), &input);
                                      auto printed = service.print(*actor, input.id);
                                      http::Response response;
                                      response.content_type = files::pdf_type;
                                      response.fields = {{"Content-Disposition", files::content_disposition("inline", printed.name)},
                                                         {"Cache-Control", "no-store"},
                                                         {"X-Content-Type-Options", "nosniff"}};
                                      response.file = std::move(printed.file);
                                      response.file_is_temporary = true;
                                      return response;
                                  })};
}

} // namespace congso::copies
