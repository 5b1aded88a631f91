#include "office/outgoing/printed.h"

#include "lib/text/upper.h"
#include "office/templates/kinds.h"

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

// Appendix I II.9: who is addressed stands under «Kính gửi» only where the kind has it, and there «Như trên» bears his mark.
void put_recipients(templates::OfficialDocument& out, const templates::Kind* kind, const std::vector<Recipient>& recipients)
{
    const bool addresses = kind && templates::names_addressees(*kind);
    std::vector<std::string> marks;
    for (const auto& recipient : recipients)
        if (recipient.addressee && addresses) {
            out.addressees.push_back(recipient.name);
            marks.push_back(recipient.mark);
        }
    const bool one_mark = std::adjacent_find(marks.begin(), marks.end(), std::not_equal_to<>{}) == marks.end();
    const bool as_above = kind && kind->addressing != templates::Addressing::none;
    if (one_mark && as_above && !marks.empty())
        out.addressee_mark = marks.front();
    for (const auto& recipient : recipients)
        if (!recipient.addressee || !addresses || (!recipient.mark.empty() && !(one_mark && as_above)))
            out.recipients.push_back(delivery::with_mark(recipient));
}

std::string text_of(const std::vector<Detail>& details, std::string_view name)
{
    for (const auto& detail : details)
        if (detail.name == name)
            return detail.text;
    return {};
}

// The lines that a kind has of its own, and who signs beside the signer (Appendix III).
void put_details(templates::OfficialDocument& out, const templates::Kind& kind, const std::vector<Detail>& details)
{
    const auto value = [&](std::string_view name) {
        return text_of(details, name);
    };
    for (const auto& [name, label] : templates::fields_of(kind))
        if (const auto text = value(name); !text.empty() && name != "ends")
            out.details.push_back({std::string{label}, text});
    if (kind.model == templates::Model::minutes) { // 1.9: the end of the meeting closes them; secretary and chair sign
        if (const auto ends = value("ends"); !ends.empty())
            out.body.push_back({templates::PartStyle::paragraph, "Cuộc họp kết thúc vào " + ends});
        out.second_signer = {{"THƯ KÝ"}, value("secretary")};
        out.signer = {{"CHỦ TỌA"}, out.signer.name.empty() ? value("chair") : out.signer.name};
    } else if (kind.model == templates::Model::contract) { // our side is party A, on the left
        out.second_signer = {{"ĐẠI DIỆN BÊN A"}, out.signer.name};
        out.second_signer.lines.insert(out.second_signer.lines.end(), out.signer.lines.begin(), out.signer.lines.end());
        out.signer = {{"ĐẠI DIỆN BÊN B"}, value("party_b_by")};
        if (const auto post = value("party_b_post"); !post.empty())
            out.signer.lines.push_back(text::upper(post));
    }
}

// Box 13: address, telephone, e-mail of the agency.
std::vector<std::string> address_of(const Agency& agency)
{
    std::vector<std::string> lines;
    if (!agency.address.empty())
        lines.push_back("Địa chỉ: " + agency.address);
    std::string reached;
    if (!agency.phone.empty())
        reached = "Điện thoại: " + agency.phone;
    if (!agency.email.empty())
        reached += (reached.empty() ? "" : "; ") + ("Email: " + agency.email);
    if (!reached.empty())
        lines.push_back(reached);
    return lines;
}

std::string circulation_mark(Circulation circulation)
{
    switch (circulation) { // Appendix I II.11
    case Circulation::return_after:
        return "XEM XONG TRẢ LẠI";
    case Circulation::inside_only:
        return "LƯU HÀNH NỘI BỘ";
    case Circulation::none:
        break;
    }
    return {};
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
    const auto* kind = templates::find_kind(document.kind);
    put_recipients(out, kind, parts.recipients);
    if (kind)
        put_details(out, *kind, parts.details);
    // Appendix I II.9b: the list ends with the clerk's office and the unit that drafted
    out.filed_at = parts.unit_abbreviation.empty() ? "VT" : "VT, " + parts.unit_abbreviation;
    out.text_style = parts.text_style;
    out.margins = parts.margins;
    out.party = parts.body.party;
    if (out.party)
        out.filed_at = "Văn phòng"; // «Lưu Văn phòng.»
    out.valid_until = document.valid_until;
    out.enclosed_to = document.enclosed_to;
    out.drafter = document.initials;
    out.copies = document.copy_count;
    out.circulation = circulation_mark(document.circulation);
    if (document.with_address)
        out.address = address_of(parts.agency);
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
