#include "office/templates/official_document.h"
#include "lib/base/error.h"
#include "office/templates/frame.h"

#include <algorithm>

namespace congso::templates {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

void append(std::vector<ooxml::Block>& to, std::vector<ooxml::Block> blocks)
{
    std::move(blocks.begin(), blocks.end(), std::back_inserter(to));
}

} // namespace

std::string layout(const OfficialDocument& document)
{
    const auto* kind = find_kind(document.kind);
    if (!kind || !kind->outgoing)
        throw Error::invalid("template.unknown_kind", {{"kind", document.kind}});
    ooxml::Document out{.page = page_of(document),
                        .blocks = head_of(document, *kind),
                        .first_footer = address_of(document),
                        .title = document.subject.empty() ? std::string{kind->name} : std::string{kind->name} + " " + document.subject,
                        .author = document.agency_name,
                        .created = {}};
    append(out.blocks, body_of(document, *kind));
    append(out.blocks, foot_of(document, *kind));
    return ooxml::write_docx(out);
}

std::string padded_number(std::string_view number)
{
    const auto digits = std::find_if_not(number.begin(), number.end(), is_digit) - number.begin();
    return (digits == 1 ? "0" : "") + std::string{number};
}

std::string number_and_symbol(std::string_view number, std::string_view symbol)
{
    const bool party = symbol.find('/') != std::string_view::npos; // «KH/ĐU»: the sign between kind and body is the Party's
    return padded_number(number) + (symbol.empty() ? "" : party ? "-" : "/") + std::string{symbol};
}

std::string number_line(std::string_view number, std::string_view symbol)
{
    if (number.empty())
        return "Số:          " + number_and_symbol("", symbol);
    return "Số: " + number_and_symbol(number, symbol);
}

PartStyle heading_style(std::string_view text)
{
    const auto mark = text.substr(0, text.find('.'));
    const bool roman = !mark.empty() && mark.size() < text.size() && mark.find_first_not_of("IVXLC") == std::string_view::npos;
    const bool capital = mark.size() == 1 && mark[0] >= 'A' && mark[0] <= 'Z' && mark.size() < text.size();
    return roman || capital || text.starts_with("Phần ") ? PartStyle::heading1 : PartStyle::heading2;
}

} // namespace congso::templates
