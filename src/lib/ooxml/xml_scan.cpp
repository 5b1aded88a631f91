#include "lib/ooxml/xml_scan.h"

#include "lib/base/error.h"
#include "lib/ooxml/xml_tokens.h"

namespace congso::ooxml {

namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view without_prefix(std::string_view name)
{
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::size_t find_or_throw(std::string_view xml, std::string_view mark)
{
    const auto at = xml.find(mark);
    if (at == std::string_view::npos)
        throw Error::invalid("ooxml.malformed");
    return at;
}

// The end of a tag's inside, past quoted ">"s.
std::size_t end_of_tag(std::string_view xml)
{
    char quote = 0;
    for (std::size_t at = 1; at < xml.size(); ++at) {
        const char c = xml[at];
        if (quote != 0)
            quote = c == quote ? char{0} : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at;
    }
    throw Error::invalid("ooxml.malformed");
}

} // namespace

bool XmlScan::next()
{
    literal_ = false;
    while (!rest_.empty()) {
        if (rest_.front() != '<') {
            const auto end = std::min(rest_.find('<'), rest_.size());
            kind_ = Kind::text;
            inside_ = rest_.substr(0, end);
            rest_.remove_prefix(end);
            return true;
        }
        if (rest_.starts_with("<!--")) {
            rest_.remove_prefix(find_or_throw(rest_.substr(4), "-->") + 7);
        } else if (rest_.starts_with("<?")) {
            rest_.remove_prefix(find_or_throw(rest_, "?>") + 2);
        } else if (rest_.starts_with("<![CDATA[")) {
            const auto end = find_or_throw(rest_, "]]>");
            kind_ = Kind::text;
            literal_ = true;
            inside_ = rest_.substr(9, end - 9);
            rest_.remove_prefix(end + 3);
            return true;
        } else if (rest_.starts_with("<!")) {
            throw Error::invalid("ooxml.malformed");
        } else {
            const auto end = end_of_tag(rest_);
            inside_ = rest_.substr(1, end - 1);
            rest_.remove_prefix(end + 1);
            kind_ = inside_.starts_with('/') ? Kind::close : inside_.ends_with('/') ? Kind::empty : Kind::open;
            if (kind_ == Kind::close)
                inside_.remove_prefix(1);
            else if (kind_ == Kind::empty)
                inside_.remove_suffix(1);
            const auto name_end = std::min(inside_.find_first_of(blanks), inside_.size());
            name_ = without_prefix(inside_.substr(0, name_end));
            inside_.remove_prefix(name_end);
            return true;
        }
    }
    return false;
}

std::string XmlScan::attribute(std::string_view wanted) const
{
    for (auto rest = inside_;;) {
        const auto start = rest.find_first_not_of(blanks);
        if (start == std::string_view::npos)
            return {};
        rest.remove_prefix(start);
        const auto equals = rest.find('=');
        if (equals == std::string_view::npos)
            return {};
        const auto name = rest.substr(0, std::min(equals, rest.find_first_of(blanks)));
        rest.remove_prefix(equals + 1);
        const auto quote = rest.find_first_not_of(blanks);
        if (quote == std::string_view::npos || (rest[quote] != '"' && rest[quote] != '\''))
            return {};
        const auto end = rest.find(rest[quote], quote + 1);
        if (end == std::string_view::npos)
            return {};
        if (without_prefix(name) == wanted)
            return unescape_xml(rest.substr(quote + 1, end - quote - 1));
        rest.remove_prefix(end + 1);
    }
}

std::string XmlScan::text() const
{
    return literal_ ? std::string{inside_} : unescape_xml(inside_);
}

} // namespace congso::ooxml
