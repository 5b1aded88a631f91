#include "office/files/files_api.h"

namespace congso::files {

namespace {

struct UploadQuery {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(UploadQuery, (), (name))

struct FileQuery {
    std::string id;
    std::optional<std::string> name; // which of its names
    std::optional<int> download; // 1: to be saved, never shown
};
BOOST_DESCRIBE_STRUCT(FileQuery, (), (id, name, download))

struct PreviewQuery {
    std::string id;
    std::optional<int> download;
};
BOOST_DESCRIBE_STRUCT(PreviewQuery, (), (id, download))

struct ThumbnailQuery {
    std::string id;
    std::optional<int> page;
};
BOOST_DESCRIBE_STRUCT(ThumbnailQuery, (), (id, page))

struct PreviewPending {
    PreviewState state{};
};
BOOST_DESCRIBE_STRUCT(PreviewPending, (), (state))

template <class T> T decoded(const http::Request& request)
{
    T input{};
    route::decode(request, describe::type_of<T>(), &input);
    return input;
}

bool is_shown(std::string_view media_type) // in the browser; nothing of these runs a script
{
    return media_type == pdf_type || media_type == "image/png" || media_type == "image/jpeg" || media_type == "image/tiff";
}

// The bytes never change under their id, but only those who may see them may keep them.
http::Response answer(const http::Request& request, const FileService::Readable& readable, bool download)
{
    http::Response response;
    response.fields = {{"ETag", "\"" + readable.id + "\""},
                       {"Cache-Control", "private, max-age=31536000, immutable"},
                       {"X-Content-Type-Options", "nosniff"}};
    if (matches_etag(request.field("if-none-match"), readable.id)) {
        response.status = 304;
        return response;
    }
    const bool shown = is_shown(readable.media_type);
    response.content_type = readable.media_type;
    response.fields.emplace_back("Content-Disposition", content_disposition(shown && !download ? "inline" : "attachment", readable.name));
    if (!shown)
        response.fields.emplace_back("Content-Security-Policy", "sandbox");
    response.file = readable.path;
    return response;
}

http::Response upload(FileService& service, const http::Request& request, const Actor& actor)
{
    if (!request.upload)
        throw Error::invalid("file.empty");
    const auto stored =
        service.store_upload(actor, {request.upload->file, request.upload->sha256, request.upload->size}, request.query_value("name"));
    return route::encode(describe::type_of<StoredFile>(), &stored);
}

// 202: it is being made; ask again soon.
http::Response pending()
{
    const PreviewPending state{PreviewState::pending};
    auto response = route::encode(describe::type_of<PreviewPending>(), &state);
    response.status = 202;
    response.fields.emplace_back("Retry-After", "1");
    return response;
}

http::Response thumbnail(FileService& service, const http::Request& request, const Actor& actor)
{
    const auto query = decoded<ThumbnailQuery>(request);
    try {
        return answer(request, service.open_thumbnail(actor, query.id, query.page.value_or(1)), false);
    } catch (const Error& error) {
        if (error.code() != "file.thumbnail_pending" && error.code() != "file.preview_pending")
            throw;
        return pending();
    }
}

http::Response preview(FileService& service, const http::Request& request, const Actor& actor)
{
    const auto query = decoded<PreviewQuery>(request);
    try {
        return answer(request, service.open_preview(actor, query.id), query.download == 1);
    } catch (const Error& error) {
        if (error.code() != "file.preview_pending")
            throw;
        return pending();
    }
}

} // namespace

std::vector<route::Route> routes(FileService& service)
{
    using http::Body;
    using http::Method;
    return {route::raw<UploadQuery, StoredFile>(
                Method::post, "/api/files", "Send a file; its type is told by its content", route::Door::session, Permission::signed_in,
                Body::stream, service.limits().file_bytes,
                [&service](const http::Request& request, const Actor* actor) { return upload(service, request, *actor); }),
            route::with_file(route::raw<FileQuery, Nothing>(Method::get, "/api/files/{id}", "The bytes of a file one may see",
                                                            route::Door::session, Permission::signed_in, Body::none, 0,
                                                            [&service](const http::Request& request, const Actor* actor) {
                                                                const auto query = decoded<FileQuery>(request);
                                                                return answer(request,
                                                                              service.open(*actor, query.id, query.name.value_or("")),
                                                                              query.download == 1);
                                                            })),
            route::with_file(route::raw<PreviewQuery, Nothing>(
                Method::get, "/api/files/{id}/preview", "A file as a PDF; 202 while it is being made", route::Door::session,
                Permission::signed_in, Body::none, 0,
                [&service](const http::Request& request, const Actor* actor) { return preview(service, request, *actor); })),
            route::with_file(route::raw<ThumbnailQuery, Nothing>(
                Method::get, "/api/files/{id}/thumbnail", "A page of a file as a small picture; 202 while others are being made",
                route::Door::session, Permission::signed_in, Body::none, 0,
                [&service](const http::Request& request, const Actor* actor) { return thumbnail(service, request, *actor); }))};
}

} // namespace congso::files
