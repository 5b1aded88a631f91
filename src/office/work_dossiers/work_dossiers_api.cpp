#include "office/work_dossiers/work_dossiers_api.h"

namespace congso::work_dossiers {

namespace {

using Made = WorkDossierService::Made;

struct OfYear {
    int year{};
};
BOOST_DESCRIBE_STRUCT(OfYear, (), (year))

http::Response download(const Made& made)
{
    http::Response response;
    response.content_type = made.media_type;
    response.body = made.bytes;
    response.fields = {
        {"Content-Disposition", files::content_disposition(made.media_type == files::pdf_type ? "inline" : "attachment", made.name)},
        {"X-Content-Type-Options", "nosniff"},
        {"Cache-Control", "no-store"}};
    return response;
}

template <class In> In decoded(const http::Request& request)
{
    In input{};
    route::decode(request, describe::type_of<In>(), &input);
    return input;
}

// A file that is made when it is asked for.
template <class In, class F> route::Route file(std::string path, std::string help, F make)
{
    return route::raw<In, Nothing>(http::Method::get, std::move(path), std::move(help), route::Door::session, Permission::read_documents,
                                   http::Body::none, 0, [make = std::move(make)](const http::Request& request, const Actor* actor) {
                                       return download(make(*actor, decoded<In>(request)));
                                   });
}

// A use case on one dossier, or on the list of one year, that answers with it as it is now.
template <class In>
route::Route act_on(const char* path, const char* help, Permission permission, WorkDossierService& service,
                    WorkDossierView (WorkDossierService::*method)(const Actor&, const In&))
{
    return route::post<In, WorkDossierView>(
        std::string{"/api/work-dossiers"} + path, help, permission,
        [&service, method](const Actor& actor, const In& input) { return (service.*method)(actor, input); });
}
template <class In>
route::Route act_on(const char* path, const char* help, Permission permission, CatalogueService& service,
                    CatalogueView (CatalogueService::*method)(const Actor&, const In&))
{
    return route::post<In, CatalogueView>(
        std::string{"/api/dossier-catalogue"} + path, help, permission,
        [&service, method](const Actor& actor, const In& input) { return (service.*method)(actor, input); });
}

} // namespace

std::vector<route::Route> routes(WorkDossierService& service, CatalogueService& catalogues)
{
    using enum Permission;
    using ById = route::ById<WorkDossier>;
    return {
        route::get<CatalogueQuery, CatalogueView>(
            "/api/dossier-catalogue", "The year's list of dossiers", read_documents,
            [&](const Actor& actor, const CatalogueQuery& query) { return catalogues.get(actor, query); }),
        act_on<CatalogueEntry>("", "Draw up the year's list of dossiers", manage_catalogue, catalogues, &CatalogueService::save),
        act_on<CatalogueCopy>("/copy", "Begin a year's list with that of another year", manage_catalogue, catalogues,
                              &CatalogueService::copy),
        act_on<CatalogueYear>("/submit", "Submit the list to the head", manage_catalogue, catalogues, &CatalogueService::submit),
        act_on<CatalogueYear>("/approve", "Approve the list", direct_documents, catalogues, &CatalogueService::approve),
        act_on<CatalogueReturn>("/return", "Give the list back with a reason", direct_documents, catalogues, &CatalogueService::send_back),
        file<OfYear>("/api/dossier-catalogue/print", "The list as a PDF",
                     [&](const Actor& actor, const OfYear& input) {
                         auto printed = catalogues.print(actor, input.year);
                         return Made{std::move(printed.name), std::string{files::pdf_type}, std::move(printed.pdf)};
                     }),

        route::get<WorkDossierQuery, WorkDossierPage>(
            "/api/work-dossiers", "Work dossiers, newest first", read_documents,
            [&](const Actor& actor, const WorkDossierQuery& query) { return service.list(actor, query); }),
        act_on<OpenDossier>("", "Open a dossier, from the list or outside it", handle_documents, service, &WorkDossierService::open),
        route::get<DocumentRef, AroundDocument>(
            "/api/work-dossiers/around", "In which dossiers a document lies, and where it might belong", read_documents,
            [&](const Actor& actor, const DocumentRef& document) { return service.around(actor, document); }),
        file<OfYear>("/api/work-dossiers/index", "The index of a year's dossiers as a PDF",
                     [&](const Actor& actor, const OfYear& input) { return service.print_index(actor, input.year); }),
        route::get<ById, WorkDossierView>("/api/work-dossiers/{id}", "One dossier with everything in it", read_documents,
                                          [&](const Actor& actor, const ById& input) { return service.get(actor, input.id); }),
        act_on<ChangeDossier>("/{id}", "Change what a dossier says of itself, or hand it over", handle_documents, service,
                              &WorkDossierService::change),
        act_on<PutDocuments>("/{id}/documents", "Put documents into a dossier", handle_documents, service,
                             &WorkDossierService::put_documents),
        act_on<PutFile>("/{id}/files", "Put a file of another kind into a dossier", handle_documents, service,
                        &WorkDossierService::put_file),
        act_on<TakeOut>("/{id}/remove", "Take something out of an open dossier", handle_documents, service, &WorkDossierService::take_out),
        act_on<GiveAccess>("/{id}/access", "Say who may use a dossier", handle_documents, service, &WorkDossierService::give_access),
        act_on<CloseDossier>("/{id}/close", "Close a dossier: nothing in it changes any more", handle_documents, service,
                             &WorkDossierService::close),
        act_on<ReopenDossier>("/{id}/reopen", "Open a closed dossier again, with a reason", handle_documents, service,
                              &WorkDossierService::reopen),
        act_on<ReviewDossier>("/{id}/review", "The archivist finds it complete, or gives it back", keep_archive, service,
                              &WorkDossierService::review),
        file<ById>("/api/work-dossiers/{id}/contents", "The index of its documents as a PDF",
                   [&](const Actor& actor, const ById& input) { return service.print_contents(actor, input.id); }),
        file<ById>("/api/work-dossiers/{id}/pdf", "Everything in it as one PDF, in the order of time",
                   [&](const Actor& actor, const ById& input) { return service.export_pdf(actor, input.id); }),
        file<ById>("/api/work-dossiers/{id}/xml", "Its metadata and those of its documents",
                   [&](const Actor& actor, const ById& input) { return service.export_xml(actor, input.id); }),
        file<ById>("/api/work-dossiers/{id}/zip", "Its files with the index and the metadata",
                   [&](const Actor& actor, const ById& input) { return service.export_zip(actor, input.id); })};
}

} // namespace congso::work_dossiers
