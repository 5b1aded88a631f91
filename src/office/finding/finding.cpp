#include "office/finding/finding.h"

#include "office/actor/faults.h"

#include <algorithm>

namespace congso::finding {

namespace {

using Positions = std::vector<std::vector<std::string>>;

bool stands_at(const Positions& text, std::size_t at, const std::string& token, bool beginning)
{
    return at < text.size() && std::any_of(text[at].begin(), text[at].end(), [&](const std::string& one) {
               return beginning ? one.starts_with(token) : one == token;
           });
}

bool holds(const Positions& text, const search::Phrase& phrase, bool beginning) // beginning: of its last word
{
    for (std::size_t start = 0; start < text.size(); ++start) {
        std::size_t i = 0;
        while (i < phrase.size() && stands_at(text, start + i, phrase[i], beginning && i + 1 == phrase.size()))
            ++i;
        if (i == phrase.size())
            return true;
    }
    return false;
}

bool answers(const Positions& text, const search::Groups& groups, bool beginning)
{
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const bool last = beginning && i + 1 == groups.size();
        const bool one = std::any_of(groups[i].begin(), groups[i].end(), [&](const search::Choice& choice) {
            return std::all_of(choice.begin(), choice.end(), [&](const search::Phrase& phrase) { return holds(text, phrase, last); });
        });
        if (!one)
            return false;
    }
    return true;
}

} // namespace

Matcher::Matcher(std::string_view query) : question_(search::parse("", query)) { }

int Matcher::rank(std::string_view text) const
{
    const auto positions = search::positions_of("", text);
    if (!asks() || !answers(positions, question_.folded, true))
        return 0;
    return !question_.exact.empty() && answers(positions, question_.exact, true) ? 2 : 1;
}

std::vector<FoundKind> kinds_of(std::string_view names)
{
    std::vector<FoundKind> kinds;
    while (!names.empty()) {
        const auto end = std::min(names.find(','), names.size());
        const auto* kind = describe::find_enumerator(describe::type_of<FoundKind>(), names.substr(0, end));
        if (kind == nullptr)
            throw Error::invalid_field("/kinds", "enum");
        kinds.push_back(static_cast<FoundKind>(kind->value));
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return kinds;
}

std::vector<FieldFault> faults_of(const SaveFilter& entry)
{
    Faults faults;
    faults.required("/name", entry.name, 100);
    faults.required("/query", entry.query, 1000);
    return faults.take();
}

} // namespace congso::finding
