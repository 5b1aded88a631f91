#include "app/logged.h"

namespace congso::app {

std::string_view logged_action(http::Method method, std::string_view path, const http::Request& request)
{
    constexpr std::pair<std::string_view, std::string_view> logged[] = {{"/api/incoming/{id}", "incoming.viewed"},
                                                                        {"/api/outgoing/{id}", "outgoing.viewed"},
                                                                        {"/api/copies/{id}", "copy.viewed"},
                                                                        {"/api/copies/{id}/print", "copy.printed"},
                                                                        {"/api/copies/{id}/hand-out-slips", "copy.slips_printed"},
                                                                        {"/api/files/{id}", "file.viewed"},
                                                                        {"/api/files/{id}/preview", "file.viewed"},
                                                                        {"/api/books/{book}/day-sheet", "book.day_sheet"},
                                                                        {"/api/books/{book}/print", "book.printed"},
                                                                        {"/api/books/{book}/export", "book.exported"},
                                                                        {"/api/incoming/{id}/slip", "incoming.slip"},
                                                                        {"/api/incoming/{id}/print-copy", "incoming.printed"},
                                                                        {"/api/outgoing/{id}/print-copy", "outgoing.printed"},
                                                                        {"/api/outgoing/{id}/hand-out-slips", "outgoing.slips_printed"},
                                                                        {"/api/exports/incoming", "incoming.exported"},
                                                                        {"/api/exports/outgoing", "outgoing.exported"},
                                                                        {"/api/exports/work", "work.exported"},
                                                                        {"/api/exports/people", "people.exported"},
                                                                        {"/api/exports/envelopes", "envelopes.exported"},
                                                                        {"/api/exports/work-dossiers", "work_dossiers.exported"},
                                                                        {"/api/exports/units", "units.exported"},
                                                                        {"/api/exports/bodies", "bodies.exported"},
                                                                        {"/api/exports/posts", "posts.exported"},
                                                                        {"/api/exports/agencies", "agencies.exported"},
                                                                        {"/api/exports/mandates", "mandates.exported"},
                                                                        {"/api/exports/roles", "roles.exported"},
                                                                        {"/api/exports/recipient-groups", "recipient_groups.exported"},
                                                                        {"/api/exports/calendar", "calendar.exported"},
                                                                        {"/api/exports/copies", "copies.exported"},
                                                                        {"/api/exports/access", "access.exported"},
                                                                        {"/api/exports/audit", "audit.exported"},
                                                                        {"/api/kept-copies/print", "kept_copies.printed"},
                                                                        {"/api/kept-copies/export", "kept_copies.exported"}};
    if (method != http::Method::get)
        return {};
    for (const auto& [known, action] : logged)
        if (known == path)
            return action == "file.viewed" && request.query_value("download") == "1" ? "file.downloaded" : action;
    return {};
}

} // namespace congso::app
