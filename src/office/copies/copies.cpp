#include "office/copies/copies.h"

#include "lib/text/words.h"
#include "office/actor/faults.h"

namespace congso::copies {

namespace {

constexpr std::size_t longest_subject = 500, longest_text = 100'000;
constexpr int most_copies = 999, most_pages = 9999;

void add_part_faults(Faults& faults, const CopyEntry& entry)
{
    const bool by_pages = entry.first_page || entry.last_page;
    const auto text = entry.text.value_or("");
    if (entry.form != CopyForm::extract) { // art. 25.1, 25.2: all of it
        if (by_pages)
            faults.add("/first_page", "whole_copy");
        if (!text.empty())
            faults.add("/text", "whole_copy");
        return;
    }
    faults.required("/part", entry.part.value_or(""), 500);
    if (by_pages) {
        faults.in_range("/first_page", entry.first_page.value_or(0), 1, most_pages);
        faults.in_range("/last_page", entry.last_page.value_or(0), std::max(1, entry.first_page.value_or(1)), most_pages);
        if (!text.empty())
            faults.add("/text", "pages_or_text");
    } else {
        faults.required("/text", text, longest_text);
    }
}

} // namespace

std::string misfit_of(CopyForm form, incoming::ReceivedAs had_as)
{
    using enum incoming::ReceivedAs;
    switch (had_as) {
    case original:
        return form == CopyForm::recopied ? "copy_of_original" : "";
    case full_copy:
        return form == CopyForm::recopied ? "" : "copy_of_full_copy";
    case recopied:
    case extract:
        break;
    }
    return "copy_of_copy";
}

std::string abbreviation_of(CopyForm form)
{
    switch (form) { // Appendix III
    case CopyForm::full:
        return "SY";
    case CopyForm::recopied:
        return "SL";
    case CopyForm::extract:
        break;
    }
    return "TrS";
}

std::string heading_of(CopyForm form)
{
    switch (form) { // Appendix I part III
    case CopyForm::full:
        return "SAO Y";
    case CopyForm::recopied:
        return "SAO LỤC";
    case CopyForm::extract:
        break;
    }
    return "TRÍCH SAO";
}

std::string symbol_of(int number, CopyForm form, std::string_view body_symbol)
{
    return fmt::format("{:02}/{}-{}", number, abbreviation_of(form), body_symbol);
}

std::vector<FieldFault> faults_of(const CopyEntry& entry, Date today)
{
    Faults faults;
    if (!entry.body)
        faults.add("/body", "required");
    if (!entry.signer)
        faults.add("/signer", "required");
    const auto day = entry.copied_on.value_or(today);
    if (!day.is_set())
        faults.add("/copied_on", "date");
    else if (day > today) // it would stop the series until then
        faults.add("/copied_on", "future");
    else if (day.year() < numbering::first_year)
        faults.add("/copied_on", "range");
    faults.in_range("/copy_count", entry.copy_count.value_or(0), 0, most_copies);
    faults.at_most("/note", entry.note.value_or(""), 500);
    faults.at_most("/source_place", entry.source_place.value_or(""), 100);
    delivery::add_recipient_faults(faults, entry.recipients);
    add_part_faults(faults, entry);
    return faults.take();
}

std::int64_t sort_at(const Copy& copy, int zone_minutes)
{
    return Time::at(copy.copied_on, 0, zone_minutes).ms + copy.number;
}

work::Subject subject_of(const Copy& copy, std::string_view maker_name)
{
    return {.kind = work::RecordKind::copy,
            .record = copy.id.uuid,
            .urgency = work::Urgency::normal,
            .title = copy.source_name + (copy.subject.empty() ? "" : ": " + copy.subject),
            .from_whom = std::string{maker_name},
            .symbol = copy.symbol,
            .due_on = {}};
}

std::string search_text(const Copy& copy, const std::vector<Recipient>& recipients)
{
    auto text = copy.symbol + ' ' + heading_of(copy.form) + ' ' + copy.source_name + ' ' + copy.subject + ' ' + copy.part + ' '
        + copy.signer_name + ' ' + copy.note;
    for (const auto& recipient : recipients)
        text += ' ' + recipient.name;
    return text;
}

std::string arrival_subject_of(const Copy& copy)
{
    const auto name = [&]() -> std::string {
        switch (copy.form) {
        case CopyForm::full:
            return "Bản sao y ";
        case CopyForm::recopied:
            return "Bản sao lục ";
        case CopyForm::extract:
            break;
        }
        return "Bản trích sao ";
    }() + copy.source_name;
    const auto whole = name + (copy.part.empty() ? "" : " (" + copy.part + ")") + (copy.subject.empty() ? "" : ": " + copy.subject);
    return characters(whole) <= longest_subject ? whole : name;
}

std::string name_of(std::string_view kind, std::string_view symbol, Date day, std::string_view issuer)
{
    std::string name{kind};
    const auto add = [&](std::string_view before, std::string_view what) {
        if (!what.empty())
            name.append(name.empty() ? "" : " ").append(before).append(what);
    };
    add("số ", symbol);
    add("ngày ", text::short_date(day));
    add("của ", issuer);
    return name;
}

} // namespace congso::copies
