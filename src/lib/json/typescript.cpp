#include "lib/json/names.h"

namespace congso::json {

using describe::Kind;
using describe::Type;

namespace {

std::string expression(const Type& type, const Names& names)
{
    switch (type.kind) {
    case Kind::boolean:
        return "boolean";
    case Kind::integer:
    case Kind::time:
        return "number";
    case Kind::text:
    case Kind::date:
    case Kind::id:
        return "string";
    case Kind::record:
    case Kind::enumeration:
        return names.of(type);
    case Kind::list: {
        const Type& element = type.element();
        const auto inner = expression(element, names);
        return element.kind == Kind::optional ? "(" + inner + ")[]" : inner + "[]";
    }
    case Kind::optional:
        return expression(type.element(), names) + " | null";
    }
    return "never";
}

void declare(std::string& out, const std::string& name, const Type& type, const Names& names)
{
    if (type.kind == Kind::enumeration) {
        out += "export type " + name + " =";
        for (std::size_t i = 0; i < type.enumerators.size(); ++i)
            out += std::string{i > 0 ? " |" : ""} + " \"" + type.enumerators[i].name + "\"";
        out += ";\n\n";
        return;
    }
    if (type.fields.empty()) {
        out += "export type " + name + " = Record<string, never>;\n\n";
        return;
    }
    out += "export interface " + name + " {\n";
    for (const auto& field : type.fields) {
        const Type& member = field.type();
        out += std::string{"    "} + field.name + (member.kind == Kind::optional ? "?: " : ": ") + expression(member, names);
        out += member.kind == Kind::date ? " | null;\n" : ";\n"; // a day that is not set
    }
    out += "}\n\n";
}

} // namespace

std::string typescript(std::span<const Operation> operations)
{
    const Names names{operations};
    std::string out = "// Made from the server's types by `congso print-api --typescript`; not edited by hand.\n"
                      "// Ids and dates (YYYY-MM-DD) are strings, instants are milliseconds since 1970. A date that is not set is null; an "
                      "id that is not set, too.\n\n";
    for (const auto& [name, type] : names.by_name())
        declare(out, name, *type, names);
    std::map<std::string, const Operation*> routes;
    for (const auto& operation : operations)
        routes.emplace(operation.method + " " + operation.path, &operation);
    out += "// Every route: what goes in (path and query members by name, the rest as body) and what comes back.\n"
           "export interface Routes {\n";
    for (const auto& [route, operation] : routes)
        out += "    \"" + route + "\": { input: " + expression(*operation->input, names)
            + "; output: " + expression(*operation->output, names) + (operation->streamed_body ? "; body: Blob" : "") + " };\n";
    return out + "}\n";
}

} // namespace congso::json
