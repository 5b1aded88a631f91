#include "office/work_dossiers/work_dossiers.h"

#include "lib/text/fold.h"
#include "office/actor/faults.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace congso::work_dossiers {

namespace {

const std::vector<std::pair<Act, std::string>>& act_names()
{
    static const std::vector<std::pair<Act, std::string>> names{
        {Act::put, "put"},       {Act::change, "change"}, {Act::access, "access"},    {Act::close, "close"},
        {Act::reopen, "reopen"}, {Act::review, "review"}, {Act::transfer, "transfer"}};
    return names;
}

bool is_done(const DossierContent& content) // nothing about the document changes any more
{
    if (content.kind == ContentKind::incoming)
        return content.state == "done" || content.state == "returned" || content.state == "cancelled";
    return content.kind == ContentKind::file || content.state == "issued" || content.state == "recalled" || content.state == "replaced"
        || content.state == "corrected";
}

std::set<std::string> long_words(std::string_view text)
{
    constexpr std::size_t shortest = 4;
    std::set<std::string> words;
    std::istringstream stream{text::fold(text)};
    for (std::string word; stream >> word;)
        if (word.size() >= shortest)
            words.insert(word);
    return words;
}

} // namespace

bool may(Act act, const WorkDossier& dossier, const Standing& standing)
{
    const bool open = dossier.state == State::open;
    const bool handles = standing.permissions.has(Permission::handle_documents);
    const bool runs_office = standing.permissions.has(Permission::manage_catalogue);
    const bool owns = (standing.keeps && handles) || runs_office;
    switch (act) {
    case Act::put:
        return open && (owns || (handles && standing.part == ReaderPart::write));
    case Act::change:
    case Act::access:
    case Act::close:
        return open && owns;
    case Act::reopen: // what the archivist has found complete, only he gives back
        return !open && dossier.reviewed_at.ms == 0 && (owns || standing.permissions.has(Permission::direct_documents));
    case Act::review:
        return !open && standing.permissions.has(Permission::keep_archive)
            && (dossier.archive_due_on.is_set() || dossier.reviewed_at.ms > 0);
    case Act::transfer: // art. 31: whoever leaves hands over all dossiers
        return open && owns;
    }
    return false;
}

std::vector<std::string> acts_of(const WorkDossier& dossier, const Standing& standing)
{
    std::vector<std::string> acts;
    for (const auto& [act, name] : act_names())
        if (may(act, dossier, standing))
            acts.push_back(name);
    return acts;
}

std::vector<FieldFault> faults_of(const WorkDossier& dossier, const ArchiveRule& rule)
{
    Faults faults;
    // Appendix VI part II.III
    faults.required("/symbol", dossier.symbol, 20);
    faults.required("/title", dossier.title, 500);
    faults.at_most("/rights", dossier.rights, 30);
    faults.at_most("/language", dossier.language, 50);
    faults.at_most("/note", dossier.note, 500);
    faults.in_range("/year", dossier.year, 1900, 9999);
    if (dossier.retention != 0)
        faults.in_range("/retention", dossier.retention, rule.least_years, rule.most_years);
    if (!dossier.starts_on.is_set())
        faults.add("/starts_on", "required");
    return faults.take();
}

std::vector<FieldFault> faults_of(const PutFile& entry)
{
    Faults faults;
    faults.required("/subject", entry.subject, 500);
    faults.at_most("/type_name", entry.type_name.value_or(""), 100);
    faults.at_most("/number", entry.number.value_or(""), 41);
    faults.at_most("/author", entry.author.value_or(""), 200);
    faults.at_most("/note", entry.note.value_or(""), 500);
    faults.in_range("/page_count", entry.page_count.value_or(0), 0, 9999);
    return faults.take();
}

Date archive_due(Date ends_on, int retention, const ArchiveRule& rule)
{
    // art. 30.1: dossiers kept for five years and longer are handed over
    if (!ends_on.is_set() || (retention != 0 && retention < rule.archived_from_years))
        return {};
    // art. 30.2 a: within a year from the day on which the work ended; Law 33/2024 counts from the year
    const auto from = rule.counts_from_year_end ? Date::of(ends_on.year(), 12, 31) : ends_on;
    const auto months = static_cast<int>(from.month()) - 1 + rule.months_to_archive;
    auto due = Date{};
    for (auto day = from.day_of_month(); !due.is_set(); --day) // 29 February
        due = Date{std::chrono::year_month_day{std::chrono::year{from.year() + months / 12},
                                               std::chrono::month{static_cast<unsigned>(months % 12 + 1)}, std::chrono::day{day}}};
    return due;
}

std::vector<DossierFinding> findings_of(const std::vector<DossierContent>& contents)
{
    // art. 29.3: when the work is done the contents are checked; nothing is taken out by the program
    std::vector<DossierFinding> findings;
    if (contents.empty())
        findings.push_back({"nothing_inside", 0, true});
    for (const auto& content : contents) {
        if (!is_done(content))
            findings.push_back({content.kind == ContentKind::outgoing ? "draft_inside" : "work_open", content.ordinal, true});
        if (content.visible && content.files.empty())
            findings.push_back({"no_file", content.ordinal, false});
    }
    return findings;
}

Date last_day_of(const std::vector<DossierContent>& contents, Date otherwise)
{
    Date last;
    for (const auto& content : contents)
        if (content.issued_on.is_set() && (!last.is_set() || content.issued_on > last))
            last = content.issued_on;
    return last.is_set() ? last : otherwise;
}

int pages_of(const std::vector<DossierContent>& contents)
{
    int pages = 0;
    for (const auto& content : contents)
        pages += content.page_count;
    return pages;
}

std::vector<DossierContent> in_time_order(std::vector<DossierContent> contents)
{
    std::stable_sort(contents.begin(), contents.end(), [](const DossierContent& a, const DossierContent& b) {
        return a.issued_on.is_set() && b.issued_on.is_set() ? a.issued_on < b.issued_on : a.issued_on.is_set() && !b.issued_on.is_set();
    });
    return contents;
}

work::Subject subject_of(const WorkDossier& dossier, std::string_view creator_name, Date due_on)
{
    return {.kind = work::RecordKind::work_dossier,
            .record = dossier.id.uuid,
            .urgency = work::Urgency::normal,
            .title = dossier.title,
            .from_whom = std::string{creator_name},
            .symbol = dossier.symbol,
            .due_on = due_on};
}

std::string search_text(const WorkDossier& dossier, std::string_view creator_name)
{
    return dossier.symbol + ' ' + dossier.title + ' ' + std::string{creator_name} + ' ' + dossier.note + ' ' + std::to_string(dossier.year);
}

int common_words(std::string_view left, std::string_view right)
{
    const auto a = long_words(left), b = long_words(right);
    return static_cast<int>(std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
}

} // namespace congso::work_dossiers
