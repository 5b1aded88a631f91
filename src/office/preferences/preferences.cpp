#include "office/preferences/preferences.h"

#include <algorithm>

namespace congso::preferences {

std::vector<FieldFault> faults_of(const PreferencesChange& change)
{
    constexpr std::size_t longest = 200;
    if (!change.hidden)
        return {};
    const auto& columns = change.hidden->columns;
    const bool named = std::all_of(columns.begin(), columns.end(), [](char c) { return c == ',' || c == '_' || (c >= 'a' && c <= 'z'); });
    if (columns.size() > longest)
        return {{"/hidden/columns", "too_long"}};
    return named ? std::vector<FieldFault>{} : std::vector<FieldFault>{{"/hidden/columns", "unknown"}};
}

Preferences changed(Preferences old, const PreferencesChange& change, Time now)
{
    old.language = change.language.value_or(old.language);
    old.theme = change.theme.value_or(old.theme);
    old.density = change.density.value_or(old.density);
    old.single_letters = change.single_letters.value_or(old.single_letters);
    old.folded = change.folded.value_or(old.folded);
    if (const auto& hidden = change.hidden) {
        std::erase_if(old.hidden, [&](const auto& one) { return one.list == hidden->list; });
        if (!hidden->columns.empty())
            old.hidden.push_back(*hidden);
        std::sort(old.hidden.begin(), old.hidden.end(), [](const auto& a, const auto& b) { return a.list < b.list; });
    }
    if (change.notices_seen.value_or(false))
        old.notices_seen_at = now;
    return old;
}

std::vector<std::pair<std::string_view, std::string>> differences(const Preferences& old, const Preferences& now)
{
    std::vector<std::pair<std::string_view, std::string>> all;
    if (old.language != now.language)
        all.emplace_back("language", describe::to_name(now.language));
    if (old.theme != now.theme)
        all.emplace_back("theme", describe::to_name(now.theme));
    if (old.density != now.density)
        all.emplace_back("density", describe::to_name(now.density));
    if (old.single_letters != now.single_letters)
        all.emplace_back("single_letters", now.single_letters ? "1" : "0");
    if (old.folded != now.folded)
        all.emplace_back("folded", now.folded ? "1" : "0");
    const auto text = [](const Preferences& preferences) {
        std::string lists;
        for (const auto& [list, columns] : preferences.hidden)
            lists += std::string{lists.empty() ? "" : "; "} + std::string{describe::to_name(list)} + ": " + columns;
        return lists;
    };
    if (text(old) != text(now))
        all.emplace_back("hidden", text(now));
    return all;
}

} // namespace congso::preferences
