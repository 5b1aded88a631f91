#include "lib/base/describe.h"

namespace congso::describe {

const Field* find_field(const Type& record, std::string_view name)
{
    for (const auto& field : record.fields)
        if (name == field.name)
            return &field;
    return nullptr;
}

const Enumerator* find_enumerator(const Type& enumeration, std::string_view name)
{
    for (const auto& enumerator : enumeration.enumerators)
        if (name == enumerator.name)
            return &enumerator;
    return nullptr;
}

const char* name_of(const Type& enumeration, int value)
{
    for (const auto& enumerator : enumeration.enumerators)
        if (enumerator.value == value)
            return enumerator.name;
    return "";
}

namespace detail {

std::string plain_name(std::string_view qualified)
{
    const auto angle = qualified.find('<');
    auto outer = qualified.substr(0, angle);
    if (const auto at = outer.rfind("::"); at != std::string_view::npos)
        outer.remove_prefix(at + 2);
    std::string name{outer};
    if (angle != std::string_view::npos)
        name += plain_name(qualified.substr(angle + 1, qualified.rfind('>') - angle - 1));
    return name;
}

std::string innermost_scope(std::string_view qualified)
{
    if (const auto angle = qualified.find('<'); angle != std::string_view::npos)
        return innermost_scope(qualified.substr(angle + 1, qualified.rfind('>') - angle - 1));
    const auto end = qualified.rfind("::");
    if (end == std::string_view::npos)
        return {};
    const auto start = qualified.rfind("::", end - 1);
    return std::string{
        qualified.substr(start == std::string_view::npos ? 0 : start + 2, end - (start == std::string_view::npos ? 0 : start + 2))};
}

} // namespace detail

} // namespace congso::describe
