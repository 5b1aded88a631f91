#include "lib/http/forwarded.h"

#include <algorithm>

namespace congso::http {
namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

// All of a field's comma-separated values, in order.
std::vector<std::string_view> values_of(const Request& request, std::string_view field)
{
    std::vector<std::string_view> values;
    for (const auto& [name, value] : request.fields) {
        if (name != field)
            continue;
        std::string_view rest = value;
        while (true) {
            const auto comma = rest.find(',');
            values.push_back(trimmed(rest.substr(0, comma)));
            if (comma == std::string_view::npos)
                break;
            rest.remove_prefix(comma + 1);
        }
    }
    return values;
}

bool looks_like_an_address(std::string_view text)
{
    return !text.empty() && text.size() <= 45 && text.find_first_not_of("0123456789abcdefABCDEF.:") == std::string_view::npos;
}

} // namespace

bool contains(std::span<const std::string> addresses, std::string_view address)
{
    return std::find(addresses.begin(), addresses.end(), address) != addresses.end();
}

void believe_proxy(Request& request, std::span<const std::string> trusted)
{
    const auto chain = values_of(request, "x-forwarded-for");
    for (auto address = chain.rbegin(); address != chain.rend() && looks_like_an_address(*address); ++address) {
        request.remote_address = *address;
        if (!contains(trusted, *address))
            break;
    }
    if (const auto schemes = values_of(request, "x-forwarded-proto"); !schemes.empty())
        request.secure = schemes.back() == "https";
}

bool is_forwarded(const Request& request)
{
    return std::any_of(request.fields.begin(), request.fields.end(),
                       [](const auto& field) { return field.first == "forwarded" || field.first.starts_with("x-forwarded-"); });
}

} // namespace congso::http
