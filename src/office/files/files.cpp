#include "office/files/files.h"

#include "lib/base/error.h"
#include "lib/text/fold.h"
#include "lib/text/normalize.h"
#include "lib/text/utf8.h"

#include <algorithm>

namespace congso::files {

namespace {

constexpr std::size_t longest_name = 255; // bytes; what file systems take
constexpr std::size_t longest_extension = 8;

// What makes a name read as another one, beyond what text::normalize drops: breaks, and marks of direction or of no width.
bool is_dropped(char32_t point)
{
    return point == '\n' || point == '\t' || point == 0x061c || (point >= 0x200b && point <= 0x200f) || point == 0x2028 || point == 0x2029
        || (point >= 0x2060 && point <= 0x206f);
}

std::string_view extension_of_name(std::string_view name) // with its dot; empty when there is none
{
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 || name.size() - dot - 1 > longest_extension ? std::string_view{} : name.substr(dot);
}

std::string ascii_of(std::string_view text)
{
    std::string ascii;
    for (const char c : text::fold(text))
        if (c == '/')
            ascii += '-';
        else if (static_cast<unsigned char>(c) < 0x80)
            ascii += c;
    return ascii;
}

bool is_attr_char(char c) // RFC 8187 §3.2.1
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || std::string_view{"!#$&+-.^_`|~"}.find(c) != std::string_view::npos;
}

} // namespace

std::string clean_name(std::string_view name)
{
    const auto normal = text::normalize(name);
    if (!normal)
        throw Error::invalid_field("/name", "file.name");
    std::string clean;
    for (std::size_t at = 0; at < normal->size();) {
        const auto start = at;
        if (!is_dropped(text::utf8::next(*normal, at)))
            clean.append(*normal, start, at - start);
    }
    const auto first = clean.find_first_not_of(' ');
    clean = first == std::string::npos ? "" : clean.substr(first, clean.find_last_not_of(' ') - first + 1);
    if (clean.empty())
        throw Error::invalid_field("/name", "required");
    if (clean.find_first_of("/\\") != std::string::npos || clean.find_first_not_of('.') == std::string::npos)
        throw Error::invalid_field("/name", "file.name");
    if (clean.size() > longest_name)
        throw Error::invalid_field("/name", "too_long");
    return clean;
}

bool is_id(std::string_view text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

media::MediaType type_of_mime(std::string_view media_type)
{
    for (const auto& enumerator : describe::type_of<media::MediaType>().enumerators)
        if (const auto type = static_cast<media::MediaType>(enumerator.value); media::mime_of(type) == media_type)
            return type;
    return media::MediaType::unknown;
}

std::string pdf_name(std::string_view name)
{
    return std::string{name.substr(0, name.size() - extension_of_name(name).size())} + ".pdf";
}

std::string content_disposition(std::string_view disposition, std::string_view name)
{
    const auto extension = extension_of_name(name);
    auto fallback = ascii_of(name.substr(0, name.size() - extension.size()));
    if (fallback.empty())
        fallback = "file";
    if (const auto ending = ascii_of(extension); !ending.empty())
        fallback += "." + ending;
    std::string field{disposition};
    field.append("; filename=\"").append(fallback).append("\"; filename*=UTF-8''");
    for (const char c : name)
        if (is_attr_char(c))
            field += c;
        else
            field.append(fmt::format("%{:02X}", static_cast<unsigned char>(c)));
    return field;
}

bool matches_etag(std::string_view if_none_match, std::string_view tag)
{
    const auto quoted = "\"" + std::string{tag} + "\"";
    while (!if_none_match.empty()) {
        const auto end = std::min(if_none_match.find(','), if_none_match.size());
        auto one = if_none_match.substr(0, end);
        if_none_match.remove_prefix(std::min(end + 1, if_none_match.size()));
        while (!one.empty() && (one.front() == ' ' || one.front() == '\t'))
            one.remove_prefix(1);
        while (!one.empty() && (one.back() == ' ' || one.back() == '\t'))
            one.remove_suffix(1);
        if (one.starts_with("W/")) // compared weakly
            one.remove_prefix(2);
        if (one == "*" || one == quoted)
            return true;
    }
    return false;
}

} // namespace congso::files
