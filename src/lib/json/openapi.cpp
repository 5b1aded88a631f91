#include "lib/json/names.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace congso::json {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using describe::Kind;
using describe::Type;

namespace {

object reference(std::string_view name)
{
    return {{"$ref", "#/components/schemas/" + std::string{name}}};
}

object schema_of(const Type& type, const Names& names)
{
    switch (type.kind) {
    case Kind::boolean:
        return {{"type", "boolean"}};
    case Kind::integer:
        return {{"type", "integer"}, {"format", type.size == 8 ? "int64" : "int32"}};
    case Kind::time:
        return {{"type", "integer"}, {"format", "int64"}, {"description", "milliseconds since 1970-01-01T00:00Z"}};
    case Kind::text:
        return {{"type", "string"}};
    case Kind::date:
        return {{"type", "string"}, {"format", "date"}};
    case Kind::id:
        return {{"type", "string"}, {"format", "uuid"}};
    case Kind::record:
    case Kind::enumeration:
        return reference(names.of(type));
    case Kind::list:
        return {{"type", "array"}, {"items", schema_of(type.element(), names)}};
    case Kind::optional:
        return {{"anyOf", array{schema_of(type.element(), names), object{{"type", "null"}}}}};
    }
    return {};
}

// As the readers see it: what is absent there without a fault is not required here.
bool is_required(const Type& type)
{
    return type.kind != Kind::optional && type.kind != Kind::list && type.kind != Kind::boolean;
}

object record_schema(const Type& record, const Names& names, const std::set<std::string, std::less<>>& left_out)
{
    object properties;
    array required;
    for (const auto& field : record.fields) {
        if (left_out.contains(std::string_view{field.name}))
            continue;
        properties[field.name] = schema_of(field.type(), names);
        if (is_required(field.type()))
            required.emplace_back(field.name);
    }
    object schema{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty())
        schema["required"] = std::move(required);
    return schema;
}

object enumeration_schema(const Type& type)
{
    array values;
    for (const auto& enumerator : type.enumerators)
        values.emplace_back(enumerator.name);
    return {{"type", "string"}, {"enum", std::move(values)}};
}

// RFC 9457, with the code that pages turn into a sentence and the faults by field.
object problem_schema()
{
    const object text{{"type", "string"}};
    const object fault{{"type", "object"}, {"properties", object{{"path", text}, {"code", text}}}, {"required", array{"path", "code"}}};
    return {{"type", "object"},
            {"properties",
             object{{"type", text},
                    {"title", text},
                    {"status", object{{"type", "integer"}}},
                    {"code", text},
                    {"facts", object{{"type", "object"}, {"additionalProperties", text}}},
                    {"faults", object{{"type", "array"}, {"items", fault}}}}},
            {"required", array{"status", "code"}}};
}

object content(const char* media_type, object schema)
{
    return {{media_type, object{{"schema", std::move(schema)}}}};
}

object parameter(const char* place, std::string_view name, bool required, object schema)
{
    return {{"name", std::string{name}}, {"in", place}, {"required", required}, {"schema", std::move(schema)}};
}

// Doors are named by the routes; these two let anyone in.
bool is_open(const Operation& operation)
{
    return operation.door == "public" || operation.door == "open";
}

object responses(const Operation& operation, const Names& names)
{
    // a file or a stream has a type, but no schema
    const bool is_json = operation.output != nullptr && operation.media_type == "application/json";
    object answer = is_json ? content("application/json", schema_of(*operation.output, names)) : object{{operation.media_type, object{}}};
    object all{{"200", object{{"description", "done"}, {"content", std::move(answer)}}}};
    const auto problem = [&](const char* status, const char* meaning) {
        all[status] = object{{"description", meaning}, {"content", content("application/problem+json", reference("Problem"))}};
    };
    if (!is_open(operation)) {
        problem("401", "not signed in");
        problem("403", "not allowed");
    }
    problem("404", "not found, or not to be seen by this person");
    if (operation.method != "GET")
        problem("409", "something else happened first");
    problem("400", "wrong values, each with its path");
    problem("default", "any other fault");
    return all;
}

object operation_object(const Operation& operation, const Names& names)
{
    const auto in_path = path_parameters(operation.path);
    const bool has_body = operation.method == "POST" || operation.method == "PUT";
    array parameters;
    bool body_is_empty = true;
    for (const auto& field : operation.input->fields) {
        const Type& type = field.type();
        const bool path = in_path.contains(std::string_view{field.name});
        if (path || !has_body || operation.streamed_body) {
            const Type& plain = type.kind == Kind::optional ? type.element() : type;
            parameters.push_back(parameter(path ? "path" : "query", field.name, path || is_required(type), schema_of(plain, names)));
        } else {
            body_is_empty = false;
        }
    }
    const bool asked_by_a_page = operation.door == "session" || is_open(operation);
    if (asked_by_a_page && operation.method != "GET")
        parameters.push_back(parameter("header", "X-Requested-With", true, object{{"const", "congso"}}));
    if (has_body && !is_open(operation)) // who is nobody has nothing to find again
        parameters.push_back(parameter("header", "Idempotency-Key", false, object{{"type", "string"}}));

    std::string id = operation.method;
    for (const char c : operation.path)
        id += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_';
    object result{{"operationId", id}, {"summary", operation.summary}};
    if (!operation.permission.empty())
        result["x-permission"] = operation.permission;
    if (!parameters.empty())
        result["parameters"] = std::move(parameters);
    if (operation.streamed_body)
        result["requestBody"] = object{{"required", true}, {"content", object{{"application/octet-stream", object{}}}}};
    else if (has_body && !body_is_empty)
        result["requestBody"] =
            object{{"required", true},
                   {"content",
                    content("application/json",
                            in_path.empty() ? schema_of(*operation.input, names) : record_schema(*operation.input, names, in_path))}};
    result["responses"] = responses(operation, names);
    result["security"] = is_open(operation) ? array{} : array{object{{operation.door, array{}}}};
    return result;
}

std::string lower(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

std::string path_template(std::string_view path) // OpenAPI has no "{rest...}"
{
    std::string result{path};
    if (const auto dots = result.find("...}"); dots != std::string::npos)
        result.erase(dots, 3);
    return result;
}

} // namespace

std::string openapi(std::span<const Operation> operations, std::string_view title, std::string_view version,
                    std::string_view session_cookie)
{
    const Names names{operations};
    object schemas;
    for (const auto& [name, type] : names.by_name())
        schemas[name] = type->kind == Kind::record ? record_schema(*type, names, {}) : enumeration_schema(*type);
    schemas["Problem"] = problem_schema();

    object paths;
    for (const auto& operation : operations) {
        value& path = paths[path_template(operation.path)];
        if (!path.is_object())
            path = object{};
        path.as_object()[lower(operation.method)] = operation_object(operation, names);
    }
    const object doors{{"session", object{{"type", "apiKey"}, {"in", "cookie"}, {"name", std::string{session_cookie}}}},
                       {"token", object{{"type", "http"}, {"scheme", "bearer"}}},
                       {"peer", object{{"type", "mutualTLS"}}}};
    return boost::json::serialize(object{{"openapi", "3.1.0"},
                                         {"info", object{{"title", std::string{title}}, {"version", std::string{version}}}},
                                         {"paths", std::move(paths)},
                                         {"components", object{{"schemas", std::move(schemas)}, {"securitySchemes", doors}}}});
}

} // namespace congso::json
