#include "office/outgoing/draft_templates.h"

#include "office/actor/faults.h"
#include "office/templates/kinds.h"

#include <algorithm>

namespace congso::outgoing {

namespace {

constexpr std::size_t most_paragraphs = 100;

void check_paragraphs(Faults& faults, const std::string& at, const std::vector<Paragraph>& paragraphs)
{
    faults.at_most_items(at, paragraphs.size(), most_paragraphs);
    for (std::size_t i = 0; i < paragraphs.size(); ++i)
        faults.required(at + '/' + std::to_string(i) + "/text", paragraphs[i].text, 5000);
}

} // namespace

std::vector<FieldFault> faults_of(const DraftTemplateEntry& entry)
{
    Faults faults;
    if (const auto* kind = templates::find_kind(entry.kind); !kind || !kind->outgoing)
        faults.add("/kind", "unknown"); // a kind of the agency's own has no layout
    check_paragraphs(faults, "/opening", entry.opening);
    check_paragraphs(faults, "/closing", entry.closing);
    faults.at_most("/note", entry.note.value_or(""), 500);
    const auto style = entry.text_style.value_or(templates::TextStyle{});
    faults.in_range("/text_style/half_points", style.half_points, 26, 28); // Appendix I II.6: 13–14 pt
    faults.in_range("/text_style/line_percent", style.line_percent, 100, 150); // single to 1.5
    faults.in_range("/text_style/gap_pt", style.gap_pt, 6, 12); // at least 6 pt between paragraphs
    if (style.indent_tenths_mm != 100 && style.indent_tenths_mm != 127) // 1 or 1.27 cm
        faults.add("/text_style/indent_tenths_mm", "range");
    const auto margins = entry.margins.value_or(templates::Margins{}); // Appendix I I.2
    faults.in_range("/margins/top_mm", margins.top_mm, 20, 25);
    faults.in_range("/margins/bottom_mm", margins.bottom_mm, 20, 25);
    faults.in_range("/margins/left_mm", margins.left_mm, 30, 35);
    faults.in_range("/margins/right_mm", margins.right_mm, 15, 20);
    auto all = faults.take();
    Draft draft; // «Nơi nhận» of a template is asked what that of a draft is
    draft.recipients = entry.recipients;
    for (auto& fault : faults_of(draft))
        if (fault.path.starts_with("/recipients"))
            all.push_back(std::move(fault));
    return all;
}

Draft with_template(Draft draft, const DraftTemplate& known)
{
    auto text = known.opening;
    text.insert(text.end(), draft.text.begin(), draft.text.end());
    text.insert(text.end(), known.closing.begin(), known.closing.end());
    draft.text = std::move(text);
    for (const auto& recipient : known.recipients)
        if (std::none_of(draft.recipients.begin(), draft.recipients.end(), [&](const Recipient& own) {
                return own.name == recipient.name || (recipient.target && own.is(recipient.kind, *recipient.target));
            }))
            draft.recipients.push_back(recipient);
    return draft;
}

} // namespace congso::outgoing
