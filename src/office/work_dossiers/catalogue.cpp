#include "office/work_dossiers/catalogue.h"

#include "office/actor/faults.h"

#include <algorithm>
#include <map>

namespace congso::work_dossiers {

namespace {

constexpr std::size_t most_rows = 1000, longest_title = 500, longest_abbreviation = 14; // FileNotation is 20 characters long

std::string symbol_of(int number, const std::string& abbreviation)
{
    auto text = std::to_string(number);
    if (text.size() < 2)
        text.insert(0, "0");
    return abbreviation.empty() ? text : text + '.' + abbreviation;
}

// The abbreviation that stands before each row: of the small heading, where it has its own, otherwise of the large one.
std::vector<std::string> abbreviations_of(const std::vector<CatalogueRow>& rows)
{
    std::vector<std::string> all;
    std::string major, minor;
    for (const auto& row : rows) {
        if (row.kind == CatalogueRowKind::major) {
            major = row.abbreviation;
            minor.clear();
        } else if (row.kind == CatalogueRowKind::minor) {
            minor = row.abbreviation;
        }
        all.push_back(minor.empty() ? major : minor);
    }
    return all;
}

} // namespace

ArchiveRule rule_of(const std::vector<ArchiveRule>& rules, Date day)
{
    ArchiveRule found;
    for (const auto& rule : rules)
        if (rule.valid_from <= day)
            found = rule;
    return found;
}

std::string roman(int number)
{
    constexpr std::pair<int, const char*> signs[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
                                                     {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
    std::string text;
    for (const auto& [value, sign] : signs)
        for (; number >= value; number -= value)
            text += sign;
    return text;
}

std::string retention_name(int years)
{
    return years == 0 ? "Vĩnh viễn" : std::to_string(years) + " năm";
}

void number_rows(std::vector<CatalogueRow>& rows, CatalogueNumbering numbering)
{
    // Appendix V: Arabic numbers over the whole list, or within each heading
    const auto abbreviations = abbreviations_of(rows);
    const auto series_of = [&](std::size_t i) {
        return numbering == CatalogueNumbering::whole ? std::string{} : abbreviations[i];
    };
    std::map<std::string, int> last;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].kind == CatalogueRowKind::line)
            last[series_of(i)] = std::max(last[series_of(i)], rows[i].number);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].kind != CatalogueRowKind::line || rows[i].number > 0)
            continue;
        rows[i].number = ++last[series_of(i)];
        rows[i].symbol = symbol_of(rows[i].number, abbreviations[i]);
    }
}

std::vector<FieldFault> faults_of(const CatalogueEntry& entry, const ArchiveRule& rule)
{
    Faults faults;
    faults.in_range("/year", entry.year, 2000, 2200);
    faults.at_most_items("/rows", entry.rows.size(), most_rows);
    if (entry.rows.size() > most_rows)
        return faults.take();
    bool under_heading = false;
    for (std::size_t i = 0; i < entry.rows.size(); ++i) {
        const auto& row = entry.rows[i];
        const auto at = "/rows/" + std::to_string(i);
        faults.required(at + "/title", row.title, longest_title);
        faults.at_most(at + "/abbreviation", row.abbreviation, longest_abbreviation);
        faults.at_most(at + "/note", row.note, 500);
        if (row.kind == CatalogueRowKind::major)
            under_heading = true;
        else if (!under_heading)
            faults.add(at + "/kind", "no_heading");
        if (row.kind == CatalogueRowKind::line && row.retention != 0)
            faults.in_range(at + "/retention", row.retention, rule.least_years, rule.most_years);
    }
    return faults.take();
}

std::string title_for(std::string_view title, int from, int year)
{
    const auto old = std::to_string(from);
    std::string text{title};
    for (std::size_t at = 0; (at = text.find(old, at)) != std::string::npos; at += old.size())
        text.replace(at, old.size(), std::to_string(year));
    return text;
}

} // namespace congso::work_dossiers
