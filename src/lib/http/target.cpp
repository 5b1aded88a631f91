#include "lib/http/target.h"

#include <algorithm>

#include <arpa/inet.h>

namespace congso::http {
namespace {

int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

enum class Plus { literal, space };

// False on a bad escape.
bool decode(std::string_view text, Plus plus, std::string& out)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::space)
            out += ' ';
        else if (text[i] != '%')
            out += text[i];
        else {
            if (i + 2 >= text.size())
                return false;
            const int high = hex_value(text[i + 1]);
            const int low = hex_value(text[i + 2]);
            if (high < 0 || low < 0)
                return false;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return true;
}

bool is_control(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

bool has_dot_segment(std::string_view path)
{
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        const auto segment = path.substr(0, path.find('/'));
        if (segment == "." || segment == "..")
            return true;
        path.remove_prefix(segment.size());
    }
    return false;
}

bool parse_path(std::string_view text, Target& target)
{
    while (!text.empty()) {
        text.remove_prefix(1);
        const auto raw = text.substr(0, text.find('/'));
        target.path += '/';
        const auto start = target.path.size();
        if (!decode(raw, Plus::literal, target.path))
            return false;
        target.segments.emplace_back(start, target.path.size() - start);
        text.remove_prefix(raw.size());
    }
    // Judged after decoding, so that "%2e%2e%2f" is seen as what it would become.
    return std::none_of(target.path.begin(), target.path.end(), [](char c) { return is_control(c) || c == '\\'; })
        && !has_dot_segment(target.path) && is_utf8(target.path);
}

bool parse_query(std::string_view text, Target& target)
{
    while (!text.empty()) {
        const auto pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), pair.size() + 1));
        if (pair.empty())
            continue;
        const auto equals = std::min(pair.find('='), pair.size());
        auto& [name, value] = target.query.emplace_back();
        if (!decode(pair.substr(0, equals), Plus::space, name)
            || !decode(pair.substr(std::min(equals + 1, pair.size())), Plus::space, value))
            return false;
        if (!is_utf8(name) || !is_utf8(value) || name.find('\0') != std::string::npos || value.find('\0') != std::string::npos)
            return false;
    }
    return true;
}

bool is_port(std::string_view text) // RFC 3986 §3.2.3 allows none at all
{
    const bool digits = text.size() <= 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits && (text.size() < 5 || text <= "65535");
}

bool is_address(int family, std::string_view text)
{
    char buffer[sizeof(in6_addr)]{};
    return inet_pton(family, std::string(text).c_str(), buffer) == 1;
}

} // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

bool is_utf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto at = [&](std::size_t k) {
            return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
        };
        const auto continues = [&](std::size_t k) {
            return (at(k) & 0xc0U) == 0x80U;
        };
        const unsigned first = at(0);
        if (first < 0x80)
            i += 1;
        else if (first >= 0xc2 && first <= 0xdf && continues(1))
            i += 2;
        else if (first >= 0xe0 && first <= 0xef && continues(1) && continues(2) && !(first == 0xe0 && at(1) < 0xa0)
                 && !(first == 0xed && at(1) > 0x9f))
            i += 3;
        else if (first >= 0xf0 && first <= 0xf4 && continues(1) && continues(2) && continues(3) && !(first == 0xf0 && at(1) < 0x90)
                 && !(first == 0xf4 && at(1) > 0x8f))
            i += 4;
        else
            return false;
    }
    return true;
}

std::string_view parse_target(std::string_view text, Target& target)
{
    target.path.clear();
    target.segments.clear();
    target.query.clear();
    target.authority.clear();
    // RFC 3986: a URI is printable ASCII; whatever else must come percent-encoded, and a fragment is never sent.
    if (!std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '#'; }))
        return "http.target";
    bool is_absolute = false;
    for (const std::string_view scheme : {"http://", "https://"})
        if (text.size() > scheme.size() && equal_ignoring_case(text.substr(0, scheme.size()), scheme)) {
            text.remove_prefix(scheme.size());
            target.authority = text.substr(0, text.find_first_of("/?"));
            text.remove_prefix(target.authority.size());
            if (target.authority.empty())
                return "http.target";
            is_absolute = true;
            break;
        }
    const auto path = text.substr(0, text.find('?'));
    if (!path.starts_with('/') && !(path.empty() && is_absolute))
        return "http.target";
    if (!parse_path(path.empty() ? "/" : path, target)) // RFC 3986 §6.2.3
        return "http.path";
    if (path.size() < text.size() && !parse_query(text.substr(path.size() + 1), target))
        return "http.query";
    return {};
}

bool is_accepted_host(std::string_view host, std::span<const std::string> allowed)
{
    if (host.starts_with('[')) {
        const auto end = host.find(']');
        if (end == std::string_view::npos || !is_address(AF_INET6, host.substr(1, end - 1)))
            return false;
        const auto rest = host.substr(end + 1);
        return rest.empty() || (rest.front() == ':' && is_port(rest.substr(1)));
    }
    const auto name = host.substr(0, host.find(':'));
    if (name.empty() || name.size() > 253 || (name.size() < host.size() && !is_port(host.substr(name.size() + 1))))
        return false;
    const auto belongs = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    };
    if (!std::all_of(name.begin(), name.end(), belongs))
        return false;
    if (allowed.empty() || equal_ignoring_case(name, "localhost") || is_address(AF_INET, name))
        return true;
    return std::any_of(allowed.begin(), allowed.end(), [&](const std::string& one) { return equal_ignoring_case(one, name); });
}

std::string_view find_cookie(std::string_view field, std::string_view name)
{
    while (!field.empty()) {
        auto pair = field.substr(0, field.find(';'));
        field.remove_prefix(std::min(field.size(), pair.size() + 1));
        while (pair.starts_with(' ') || pair.starts_with('\t'))
            pair.remove_prefix(1);
        while (pair.ends_with(' ') || pair.ends_with('\t'))
            pair.remove_suffix(1);
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos || pair.substr(0, equals) != name)
            continue;
        auto value = pair.substr(equals + 1);
        if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"'))
            value = value.substr(1, value.size() - 2);
        return value;
    }
    return {};
}

} // namespace congso::http
