#include "lib/json/write.h"
#include "office/audit/audit_service.h"

namespace congso {

namespace {

std::string json_of(const describe::Type& type, const void* value)
{
    std::string text;
    json::write(text, type, value);
    return text;
}

} // namespace

AuditTrail::Detail AuditTrail::changes_of(const describe::Type& type, const void* before, const void* after)
{
    constexpr std::string_view own[] = {"agency", "id", "version", "sort_key"}; // of the record itself, not of what it says
    Detail detail;
    for (const auto& field : type.fields) {
        const std::string_view name{field.name};
        if (std::find(std::begin(own), std::end(own), name) != std::end(own))
            continue;
        const auto old = json_of(field.type(), describe::at(before, field)), now = json_of(field.type(), describe::at(after, field));
        if (old != now)
            detail.emplace_back(name, "[" + old + "," + now + "]");
    }
    return detail;
}

} // namespace congso
