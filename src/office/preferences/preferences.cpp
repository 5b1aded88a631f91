#include "office/preferences/preferences.h"

namespace congso::preferences {

Preferences changed(Preferences old, const PreferencesChange& change, Time now)
{
    old.language = change.language.value_or(old.language);
    old.theme = change.theme.value_or(old.theme);
    old.density = change.density.value_or(old.density);
    old.single_letters = change.single_letters.value_or(old.single_letters);
    old.folded = change.folded.value_or(old.folded);
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
    return all;
}

} // namespace congso::preferences
