#include "office/org/entries.h"

#include "office/actor/faults.h"

#include <algorithm>

namespace congso::org {

namespace {

constexpr int last_position = 10'000;

// What every form has: a version when it changes something, days in their order, a place in the list.
template <class Entry> Faults faults_of_version(const Entry& entry)
{
    Faults faults;
    if (entry.id && !entry.version)
        faults.add("/version", "required");
    return faults;
}

void days_in_order(Faults& faults, std::optional<Date> from, std::optional<Date> to)
{
    if (from && from->is_set() && to && to->is_set() && *to < *from)
        faults.add("/valid_to", "before_from");
}

void place(Faults& faults, std::optional<int> position)
{
    faults.in_range("/position", position.value_or(0), 0, last_position);
}

bool is_code(std::string_view code)
{
    return std::all_of(code.begin(), code.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'; });
}

// How the first letters of a signature block are written by state and by Party bodies.
bool has_prefix(std::string_view lines, Authority authority)
{
    const auto has = [&](std::string_view state, std::string_view party) {
        return lines.find(state) != std::string_view::npos || lines.find(party) != std::string_view::npos;
    };
    switch (authority) {
    case Authority::tm:
        return has("TM.", "T/M");
    case Authority::kt:
        return has("KT.", "K/T");
    case Authority::tl:
        return has("TL.", "T/L");
    case Authority::tuq:
        return has("TUQ.", "TUQ");
    case Authority::q:
        return has("Q.", "Q.");
    case Authority::none:
    case Authority::own:
        return true;
    }
    return true;
}

} // namespace

std::vector<FieldFault> faults_of(const AgencyEntry& entry)
{
    auto faults = faults_of_version(entry);
    faults.required("/name", entry.name, 200);
    faults.required("/short_name", entry.short_name, 200);
    // QCVN 102:2016/BTTTT: 13 characters; as amended in 2022: up to 35
    const auto code = entry.code.value_or(""), code_2016 = entry.code_2016.value_or("");
    if (code.size() > 35 || !is_code(code))
        faults.add("/code", "agency_code");
    if (!code_2016.empty() && (code_2016.size() != 13 || !is_code(code_2016)))
        faults.add("/code_2016", "agency_code");
    faults.at_most("/place", entry.place.value_or(""), 100);
    faults.at_most("/address", entry.address.value_or(""), 300);
    faults.at_most("/phone", entry.phone.value_or(""), 50);
    faults.at_most("/email", entry.email.value_or(""), 200);
    days_in_order(faults, entry.valid_from, entry.valid_to);
    const auto heir = entry.heir.value_or(AgencyId{});
    if (heir && entry.id == heir)
        faults.add("/heir", "itself");
    if (heir && !entry.valid_to.value_or(Date{}).is_set()) // only what has ended has an heir
        faults.add("/valid_to", "required");
    return faults.take();
}

std::vector<FieldFault> faults_of(const UnitEntry& entry)
{
    auto faults = faults_of_version(entry);
    faults.required("/name", entry.name, 200);
    faults.at_most("/abbreviation", entry.abbreviation.value_or(""), 20);
    place(faults, entry.position);
    days_in_order(faults, entry.valid_from, entry.valid_to);
    return faults.take();
}

std::vector<FieldFault> faults_of(const BodyEntry& entry)
{
    auto faults = faults_of_version(entry);
    faults.required("/name", entry.name, 200);
    faults.required("/heading_lines", entry.heading_lines, 300);
    faults.required("/symbol", entry.symbol, 20);
    faults.at_most("/parent_line", entry.parent_line.value_or(""), 200);
    place(faults, entry.position);
    return faults.take();
}

std::vector<FieldFault> faults_of(const PostEntry& entry)
{
    auto faults = faults_of_version(entry);
    faults.required("/name", entry.name, 200);
    const auto lines = entry.signing_lines.value_or("");
    faults.at_most("/signing_lines", lines, 300);
    // Decree 30/2020 art. 13.4: TUQ. is given by a written mandate for a time, never by a post
    if (entry.authority == Authority::tuq)
        faults.add("/authority", "tuq_by_mandate");
    else if (entry.authority != Authority::none) {
        if (!entry.body.value_or(Id<Body>{}))
            faults.add("/body", "required");
        if (is_blank(lines))
            faults.add("/signing_lines", "required");
        else if (!has_prefix(lines, entry.authority)) // art. 13; Appendix I II.7
            faults.add("/signing_lines", "signing_prefix");
    }
    place(faults, entry.position);
    days_in_order(faults, entry.valid_from, entry.valid_to);
    return faults.take();
}

std::vector<FieldFault> faults_of(const HoldingEntry& entry)
{
    auto faults = faults_of_version(entry);
    days_in_order(faults, entry.valid_from, entry.valid_to);
    return faults.take();
}

std::vector<FieldFault> faults_of(const MandateEntry& entry)
{
    auto faults = faults_of_version(entry);
    if (entry.from_person == entry.to_person)
        faults.add("/to_person", "self");
    if (entry.valid_to < entry.valid_from)
        faults.add("/valid_to", "before_from");
    faults.at_most("/scope", entry.scope.value_or(""), 1000);
    faults.at_most("/document", entry.document.value_or(""), 200);
    if (entry.kind == MandateKind::tuq) {
        // Decree 30/2020 art. 13.4: in writing, for a time and for a content
        if (!entry.body.value_or(Id<Body>{}))
            faults.add("/body", "required");
        if (is_blank(entry.scope.value_or("")))
            faults.add("/scope", "required");
        if (is_blank(entry.document.value_or("")))
            faults.add("/document", "required");
        const auto lines = entry.signing_lines.value_or("");
        faults.required("/signing_lines", lines, 300);
        if (!is_blank(lines) && !has_prefix(lines, Authority::tuq))
            faults.add("/signing_lines", "signing_prefix");
    }
    return faults.take();
}

} // namespace congso::org
