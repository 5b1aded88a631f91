#include "lib/base/error.h"

namespace congso {

Error::Error(Fault fault, std::string code, Facts facts, std::vector<FieldFault> faults)
    : fault_(fault), code_(std::move(code)), facts_(std::move(facts)), faults_(std::move(faults)), what_(code_)
{
    for (const auto& [name, value] : facts_)
        what_ += " " + name + "=" + value;
    for (const auto& field : faults_)
        what_ += " " + field.path + ":" + field.code;
}

Error Error::invalid(std::string code, Facts facts)
{
    return {Fault::invalid, std::move(code), std::move(facts)};
}
Error Error::invalid_field(std::string path, std::string code)
{
    return {Fault::invalid, "invalid", {}, {{std::move(path), std::move(code)}}};
}
Error Error::invalid_fields(std::vector<FieldFault> faults)
{
    return {Fault::invalid, "invalid", {}, std::move(faults)};
}
Error Error::unauthenticated(std::string code, Facts facts)
{
    return {Fault::unauthenticated, std::move(code), std::move(facts)};
}
Error Error::forbidden(std::string code, Facts facts)
{
    return {Fault::forbidden, std::move(code), std::move(facts)};
}
Error Error::not_found(std::string code, Facts facts)
{
    return {Fault::not_found, std::move(code), std::move(facts)};
}
Error Error::conflict(std::string code, Facts facts)
{
    return {Fault::conflict, std::move(code), std::move(facts)};
}
Error Error::too_large(std::string code, Facts facts)
{
    return {Fault::too_large, std::move(code), std::move(facts)};
}
Error Error::unavailable(std::string code, Facts facts)
{
    return {Fault::unavailable, std::move(code), std::move(facts)};
}
Error Error::internal(std::string code, Facts facts)
{
    return {Fault::internal, std::move(code), std::move(facts)};
}

std::string_view Error::fact(std::string_view name) const
{
    for (const auto& [key, value] : facts_)
        if (key == name)
            return value;
    return {};
}

} // namespace congso
