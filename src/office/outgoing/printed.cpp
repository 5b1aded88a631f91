#include "office/outgoing/printed.h"

#include <algorithm>

namespace congso::outgoing {

namespace {

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (end > 0)
            lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const auto& line : lines)
        text += (text.empty() ? "" : " ") + line;
    return text;
}

// Who decides, in capitals: the collective for which «TM.» is signed, otherwise its head: «CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …».
std::string decider_of(const std::vector<std::string>& heading, const std::vector<std::string>& signing)
{
    const auto body = joined(heading);
    if (signing.empty() || signing.front().starts_with("TM."))
        return body;
    std::string_view head = signing.front();
    for (const std::string_view prefix : {"KT. ", "TL. ", "TUQ. ", "Q. "})
        if (head.starts_with(prefix))
            head.remove_prefix(prefix.size());
    return std::string{head} + ' ' + body;
}

templates::Part part_of(const Paragraph& paragraph)
{
    switch (paragraph.style) {
    case ParagraphStyle::heading:
        return {templates::heading_style(paragraph.text), paragraph.text};
    case ParagraphStyle::article:
        return {templates::PartStyle::article, paragraph.text};
    case ParagraphStyle::bullet:
        return {templates::PartStyle::bullet, paragraph.text};
    case ParagraphStyle::paragraph:
    case ParagraphStyle::basis:
        break;
    }
    return {templates::PartStyle::paragraph, paragraph.text};
}

} // namespace

templates::OfficialDocument printed(const Outgoing& document, const PrintedParts& parts)
{
    templates::OfficialDocument out;
    out.kind = document.kind;
    out.parent = lines_of(parts.body.parent_line);
    out.agency = lines_of(parts.body.heading_lines);
    out.agency_name = parts.body.name;
    if (document.number > 0)
        out.number = std::to_string(document.number);
    out.symbol = parts.notation;
    out.place = parts.agency.place;
    out.issued_on = document.issued_on;
    out.year = parts.year;
    out.subject = document.subject;
    out.signer = {lines_of(parts.signing_lines), parts.signer_name};
    out.decider = decider_of(out.agency, out.signer.lines);
    for (const auto& paragraph : parts.text)
        if (paragraph.style == ParagraphStyle::basis)
            out.grounds.push_back(paragraph.text);
        else if (!paragraph.text.empty())
            out.body.push_back(part_of(paragraph));
    for (const auto& recipient : parts.recipients)
        if (recipient.addressee)
            out.addressees.push_back(recipient.name);
        else
            out.recipients.push_back(recipient.mark.empty() ? recipient.name : recipient.name + " (" + recipient.mark + ")");
    // Appendix I II.9b: the list ends with the clerk's office and the unit that drafted
    out.filed_at = parts.unit_abbreviation.empty() ? "VT" : "VT, " + parts.unit_abbreviation;
    out.urgency = describe::to_name(document.urgency);
    return out;
}

std::string file_name_of(const Outgoing& document, std::string_view notation)
{
    auto name = document.number > 0 ? document.symbol : "Dự thảo " + std::string{notation};
    std::replace(name.begin(), name.end(), '/', '_');
    return name + ".docx";
}

} // namespace congso::outgoing
