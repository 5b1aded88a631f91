#include "lib/ooxml/xml_tokens.h"
#include "lib/base/error.h"

#include <cstdint>

namespace congso::ooxml {

namespace {

[[noreturn]] void malformed()
{
    throw Error::invalid("ooxml.malformed");
}

// The end of a tag, past quoted ">"s.
std::size_t end_of_tag(std::string_view xml, std::size_t from)
{
    char quote = 0;
    for (auto at = from; at < xml.size(); ++at) {
        const char c = xml[at];
        if (quote != 0) {
            if (c == quote)
                quote = 0;
        } else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
        else if (c == '<' && at != from)
            break;
    }
    malformed();
}

std::size_t end_after(std::string_view xml, std::size_t from, std::string_view mark)
{
    const auto at = xml.find(mark, from);
    if (at == std::string_view::npos)
        malformed();
    return at + mark.size();
}

void append_utf8(std::string& out, std::uint32_t character)
{
    if (character < 0x80)
        out += static_cast<char>(character);
    else if (character < 0x800) {
        out += static_cast<char>(0xC0 | character >> 6);
        out += static_cast<char>(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        out += static_cast<char>(0xE0 | character >> 12);
        out += static_cast<char>(0x80 | (character >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (character & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | character >> 18);
        out += static_cast<char>(0x80 | (character >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (character >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (character & 0x3F));
    }
}

// "#233" or "#xE9"; 0 when it is no character.
std::uint32_t reference(std::string_view text)
{
    if (!text.starts_with('#'))
        return 0;
    text.remove_prefix(1);
    const unsigned base = text.starts_with('x') ? 16 : 10;
    if (base == 16)
        text.remove_prefix(1);
    if (text.empty() || text.size() > 7)
        return 0;
    std::uint32_t value = 0;
    for (const char c : text) {
        const unsigned digit = c >= '0' && c <= '9' ? static_cast<unsigned>(c - '0')
            : c >= 'a' && c <= 'f'                  ? static_cast<unsigned>(c - 'a' + 10)
            : c >= 'A' && c <= 'F'                  ? static_cast<unsigned>(c - 'A' + 10)
                                                    : 99;
        if (digit >= base)
            return 0;
        value = value * base + digit;
    }
    return value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF) ? value : 0;
}

} // namespace

std::vector<XmlToken> cut_xml(std::string_view xml)
{
    using Kind = XmlToken::Kind;
    std::vector<XmlToken> tokens;
    std::vector<std::string> open;
    for (std::size_t at = 0; at < xml.size();) {
        if (xml[at] != '<') {
            const auto end = std::min(xml.find('<', at), xml.size());
            tokens.push_back({Kind::text, std::string{xml.substr(at, end - at)}, {}});
            at = end;
            continue;
        }
        const auto rest = xml.substr(at);
        std::size_t end = 0;
        Kind kind = Kind::other;
        std::string name;
        if (rest.starts_with("<!--"))
            end = end_after(xml, at + 4, "-->");
        else if (rest.starts_with("<?"))
            end = end_after(xml, at, "?>");
        else if (rest.starts_with("<![CDATA[")) {
            end = end_after(xml, at, "]]>");
            tokens.push_back({Kind::text, escape_xml(xml.substr(at + 9, end - at - 12)), {}});
            at = end;
            continue;
        } else if (rest.starts_with("<!"))
            malformed();
        else {
            end = end_of_tag(xml, at);
            const bool closes = rest.starts_with("</");
            const auto inside = xml.substr(at + (closes ? 2 : 1), end - at - (closes ? 3 : 2));
            name = inside.substr(0, inside.find_first_of(" \t\r\n/"));
            if (name.empty())
                malformed();
            kind = closes ? Kind::close : inside.ends_with('/') ? Kind::empty : Kind::open;
            if (kind == Kind::open)
                open.push_back(name);
            else if (kind == Kind::close) {
                if (open.empty() || open.back() != name)
                    malformed();
                open.pop_back();
            }
        }
        tokens.push_back({kind, std::string{xml.substr(at, end - at)}, std::move(name)});
        at = end;
    }
    if (!open.empty())
        malformed();
    return tokens;
}

std::string escape_xml(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text)
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r')
                out += "\xEF\xBF\xBD";
            else
                out += c;
        }
    return out;
}

std::string unescape_xml(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const auto start = text.find('&');
        out += text.substr(0, start);
        if (start == std::string_view::npos)
            break;
        text.remove_prefix(start);
        const auto end = text.find(';');
        const auto name = end == std::string_view::npos ? std::string_view{} : text.substr(1, end - 1);
        const auto character = name == "amp" ? '&'
            : name == "lt"                   ? '<'
            : name == "gt"                   ? '>'
            : name == "quot"                 ? '"'
            : name == "apos"                 ? '\''
                                             : reference(name);
        if (character == 0) {
            out += '&';
            text.remove_prefix(1);
        } else {
            append_utf8(out, character);
            text.remove_prefix(end + 1);
        }
    }
    return out;
}

} // namespace congso::ooxml
