#include "lib/json/names.h"

#include "lib/base/error.h"

namespace congso::json {

using describe::Kind;
using describe::Type;

namespace {

std::string with_scope(const Type& type) // work_dossiers::State → WorkDossiersState
{
    std::string name;
    bool upper = true;
    for (const char c : type.scope) {
        if (c != '_')
            name += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        upper = c == '_';
    }
    return name.append(type.name);
}

} // namespace

Names::Names(std::span<const Operation> operations)
{
    for (const auto& operation : operations) {
        reach(*operation.input);
        if (operation.output != nullptr)
            reach(*operation.output);
    }
    std::map<std::string_view, int> uses;
    for (const auto* type : reached_)
        ++uses[type->name];
    for (const auto* type : reached_) {
        std::string name = uses[type->name] == 1 ? std::string{type->name} : with_scope(*type);
        if (!by_name_.emplace(name, type).second)
            throw Error::internal("schema.same_name", {{"name", name}});
        names_.emplace(type, std::move(name));
    }
}

void Names::reach(const Type& type)
{
    if (type.kind == Kind::list || type.kind == Kind::optional)
        return reach(type.element());
    if ((type.kind != Kind::record && type.kind != Kind::enumeration) || std::ranges::find(reached_, &type) != reached_.end())
        return;
    reached_.push_back(&type);
    for (const auto& field : type.fields)
        reach(field.type());
}

std::set<std::string, std::less<>> path_parameters(std::string_view path)
{
    std::set<std::string, std::less<>> names;
    for (auto open = path.find('{'); open != std::string_view::npos; open = path.find('{', open + 1)) {
        auto name = path.substr(open + 1, path.find('}', open) - open - 1);
        if (name.ends_with("..."))
            name.remove_suffix(3);
        names.emplace(name);
    }
    return names;
}

} // namespace congso::json
