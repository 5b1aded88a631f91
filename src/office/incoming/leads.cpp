#include "office/incoming/leads.h"

#include "lib/text/tokens.h"

#include <algorithm>
#include <bit>
#include <set>

namespace congso::incoming {

namespace {

constexpr int whole = 1000; // every word of the subject is shared
constexpr int alike_from = 300, of_issuer = 150, of_kind = 50;
constexpr std::size_t counted = 5; // his five most alike: who has led much is not proposed for everything

using Words = std::set<std::string>;

Words words_of(std::string_view subject)
{
    Words words;
    for (auto& token : text::tokenize(subject))
        if (!token.is_exact())
            words.insert(std::move(token.text));
    return words;
}

struct Candidate {
    std::vector<int> likeness;
    LeadProposal proposal;
    int best = 0, sum = 0;
};

} // namespace

std::vector<LeadProposal> propose_leads(const LeadQuery& query, const std::vector<LedDocument>& led)
{
    const auto wanted = words_of(query.subject);
    const auto issuer = issuer_key(query.issuer);
    std::vector<Words> shared;
    std::map<std::string, int> frequency;
    for (const auto& document : led) {
        Words both;
        for (const auto& word : words_of(document.subject))
            if (wanted.contains(word))
                both.insert(word);
        for (const auto& word : both)
            ++frequency[word];
        shared.push_back(std::move(both));
    }
    const auto weight = [&](const std::string& word) { // a word that nobody used says nothing
        const auto found = frequency.find(word);
        return found == frequency.end() ? 0 : std::bit_width(static_cast<unsigned>(led.size()) / static_cast<unsigned>(found->second));
    };
    int all = 0;
    for (const auto& word : wanted)
        all += weight(word);
    std::map<Id<org::Person>, Candidate> candidates;
    for (std::size_t i = 0; i < led.size(); ++i) {
        int of_words = 0;
        for (const auto& word : shared[i])
            of_words += weight(word);
        const int likeness = (all > 0 ? of_words * whole / all : 0) + (led[i].issuer_fold == issuer && !issuer.empty() ? of_issuer : 0)
            + (query.kind == led[i].kind ? of_kind : 0);
        if (likeness < alike_from)
            continue;
        auto& [likenesses, proposal, best, sum] = candidates[led[i].person];
        likenesses.push_back(likeness);
        proposal.person = led[i].person;
        proposal.full_name = led[i].full_name;
        ++proposal.alike;
        if (likeness > best) {
            best = likeness;
            proposal.subject = led[i].subject;
        }
    }
    std::vector<Candidate> order;
    for (auto& [person, candidate] : candidates) {
        std::sort(candidate.likeness.rbegin(), candidate.likeness.rend());
        for (std::size_t i = 0; i < std::min(counted, candidate.likeness.size()); ++i)
            candidate.sum +=
                candidate.likeness[i] * candidate.likeness[i] / whole; // one that is the same weighs more than two that are like it
        order.push_back(std::move(candidate));
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.sum > b.sum; });
    std::vector<LeadProposal> proposals;
    for (std::size_t i = 0; i < std::min(most_proposed, order.size()); ++i)
        proposals.push_back(std::move(order[i].proposal));
    return proposals;
}

} // namespace congso::incoming
