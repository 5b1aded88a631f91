#include "lib/http/message.h"

#include "lib/http/status.h"
#include "lib/http/target.h"

namespace congso::http {
namespace {

void append_json(std::string& out, std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20)
            out += c;
        else
            (out += "\\u00") += {digits[c >> 4], digits[c & 15]};
    }
    out += '"';
}

} // namespace

std::string_view Request::field(std::string_view lower_case_name) const
{
    for (const auto& [name, value] : fields)
        if (name == lower_case_name)
            return value;
    return {};
}

std::string_view Request::query_value(std::string_view wanted) const
{
    for (const auto& [name, value] : query)
        if (name == wanted)
            return value;
    return {};
}

std::string Request::cookie(std::string_view wanted) const
{
    for (const auto& [name, value] : fields)
        if (name == "cookie")
            if (const auto found = find_cookie(value, wanted); !found.empty())
                return std::string(found);
    return {};
}

int status_of(Fault fault)
{
    switch (fault) {
    case Fault::invalid:
        return 400;
    case Fault::unauthenticated:
        return 401;
    case Fault::forbidden:
        return 403;
    case Fault::not_found:
        return 404;
    case Fault::conflict:
        return 409;
    case Fault::too_large:
        return 413;
    case Fault::unavailable:
        return 503;
    case Fault::internal:
        return 500;
    }
    return 500;
}

Response problem_of_status(int status, std::string_view code, const Error::Facts& facts, const std::vector<FieldFault>& faults)
{
    // RFC 9457 §3.1, with our own members "code", "facts" and "faults".
    Response response{.status = status, .content_type = "application/problem+json"};
    auto& body = response.body;
    body = "{\"type\":";
    append_json(body, "urn:congso:" + std::string(code));
    body += ",\"title\":";
    append_json(body, reason_of(status));
    body += ",\"status\":" + std::to_string(status) + ",\"code\":";
    append_json(body, code);
    body += ",\"facts\":{";
    for (std::size_t i = 0; i < facts.size(); ++i) {
        append_json(body += i == 0 ? "" : ",", facts[i].first);
        append_json(body += ":", facts[i].second);
    }
    body += "},\"faults\":[";
    for (std::size_t i = 0; i < faults.size(); ++i) {
        append_json(body += i == 0 ? "{\"path\":" : ",{\"path\":", faults[i].path);
        append_json(body += ",\"code\":", faults[i].code);
        body += '}';
    }
    body += "]}";
    response.fields.emplace_back("Cache-Control", "no-store");
    return response;
}

Response problem(const Error& error)
{
    return problem_of_status(status_of(error.fault()), error.code(), error.facts(), error.faults());
}

} // namespace congso::http
