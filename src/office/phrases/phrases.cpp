#include "office/phrases/phrases.h"

#include "office/actor/faults.h"

#include <algorithm>

namespace congso::phrases {

std::vector<FieldFault> faults_of(const PhraseEntry& entry)
{
    constexpr std::size_t most = 20, longest = 200; // a list that is longer is read, not pressed
    Faults faults;
    faults.at_most_items("/phrases", entry.phrases.size(), most);
    for (auto phrase = entry.phrases.begin(); phrase != entry.phrases.end(); ++phrase) {
        const auto path = "/phrases/" + std::to_string(phrase - entry.phrases.begin());
        faults.required(path, *phrase, longest);
        if (!is_blank(*phrase) && std::find(entry.phrases.begin(), phrase, *phrase) != phrase)
            faults.add(path, "twice");
    }
    return faults.take();
}

} // namespace congso::phrases
