#include "office/actor/route.h"

#include "lib/json/read.h"
#include "lib/json/write.h"

namespace congso::route {

namespace {

// Members that the path or the query gives; returns the names it filled.
std::vector<std::string_view> take_named(const describe::Type& type, void* target, const std::string& name, const std::string& value,
                                         std::vector<FieldFault>& faults)
{
    const auto* field = describe::find_field(type, name);
    if (field == nullptr) {
        faults.push_back({"/" + name, "unknown"});
        return {};
    }
    if (const auto fault = json::read_text_value(value, field->type(), describe::at(target, *field)); !fault.empty())
        faults.push_back({"/" + name, std::string{fault}});
    return {field->name};
}

} // namespace

void decode(const http::Request& request, const describe::Type& type, void* target)
{
    std::vector<FieldFault> faults;
    std::vector<std::string_view> given;
    const auto take = [&](const std::string& name, const std::string& value) {
        for (const auto taken : take_named(type, target, name, value, faults))
            given.push_back(taken);
    };
    for (const auto& [name, value] : request.parameters)
        take(name, value);
    if (request.method == http::Method::post) {
        if (!faults.empty())
            throw Error::invalid_fields(std::move(faults));
        json::read_body(request.body, type, target, given);
        return;
    }
    for (const auto& [name, value] : request.query)
        take(name, value);
    for (const auto& field : type.fields) {
        const bool filled = std::find(given.begin(), given.end(), field.name) != given.end();
        const auto kind = field.type().kind;
        if (!filled && kind != describe::Kind::optional && kind != describe::Kind::list && kind != describe::Kind::boolean)
            faults.push_back({std::string{"/"} + field.name, "required"});
    }
    if (!faults.empty())
        throw Error::invalid_fields(std::move(faults));
}

http::Response encode(const describe::Type& type, const void* value)
{
    http::Response response;
    json::write(response.body, type, value);
    response.fields.emplace_back("Cache-Control", "no-store");
    return response;
}

std::vector<json::Operation> operations(std::span<const Route> routes)
{
    std::vector<json::Operation> all;
    for (const auto& route : routes)
        all.push_back({.method = std::string{name_of(route.method)},
                       .path = route.path,
                       .summary = route.help,
                       .permission = describe::to_name(route.permission),
                       .door = route.door == Door::session ? "session" : "open",
                       .input = route.input,
                       .output = route.output,
                       .streamed_body = route.body == http::Body::stream,
                       .media_type = route.media_type});
    return all;
}

std::string_view name_of(http::Method method)
{
    switch (method) {
    case http::Method::get:
        return "GET";
    case http::Method::post:
        return "POST";
    case http::Method::put:
        return "PUT";
    case http::Method::del:
        return "DELETE";
    }
    return "";
}

} // namespace congso::route
