#include "office/outgoing/comparison.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace congso::outgoing {

namespace {

constexpr int anchor_words = 4; // a run of so many words that occurs once on each side stands for itself
constexpr int most_edits = 400; // between two anchors; beyond, nothing there is the same

struct Range {
    int first{}, last{}; // up to, not including
    bool is_empty() const { return first >= last; }
    int size() const { return last - first; }
};

// Words are numbers here: the same word has the same number on both sides.
class Matcher {
public:
    Matcher(std::span<const std::string_view> was, std::span<const std::string_view> now) : partner_(was.size(), -1)
    {
        std::unordered_map<std::string_view, int> known;
        const auto number_all = [&](std::span<const std::string_view> words, std::vector<int>& numbers) {
            numbers.reserve(words.size());
            for (const auto word : words)
                numbers.push_back(known.emplace(word, static_cast<int>(known.size())).first->second);
        };
        number_all(was, was_);
        number_all(now, now_);
        match({0, static_cast<int>(was.size())}, {0, static_cast<int>(now.size())});
        drop_coincidences();
    }

    std::vector<int> take() { return std::move(partner_); }

private:
    struct Anchor {
        int was{}, now{};
    };

    bool same(int was, int now) const { return was_[static_cast<std::size_t>(was)] == now_[static_cast<std::size_t>(now)]; }
    void pair(int was, int now) { partner_[static_cast<std::size_t>(was)] = now; }

    void match(Range was, Range now)
    {
        trim(was, now);
        if (was.is_empty() || now.is_empty())
            return;
        const auto anchors = find_anchors(was, now);
        if (anchors.empty()) {
            match_shortest(was, now);
            return;
        }
        for (const auto& anchor : anchors) {
            if (anchor.was < was.first || anchor.now < now.first)
                continue; // lies in the run before it
            match({was.first, anchor.was}, {now.first, anchor.now});
            was.first = anchor.was;
            now.first = anchor.now;
            while (!was.is_empty() && !now.is_empty() && same(was.first, now.first))
                pair(was.first++, now.first++);
        }
        match(was, now);
    }

    void trim(Range& was, Range& now)
    {
        while (!was.is_empty() && !now.is_empty() && same(was.first, now.first))
            pair(was.first++, now.first++);
        while (!was.is_empty() && !now.is_empty() && same(was.last - 1, now.last - 1))
            pair(--was.last, --now.last);
    }

    // Where each run of words begins; -1 when it occurs again.
    static std::unordered_map<std::string_view, int> single_runs(const std::vector<int>& words, Range range)
    {
        std::unordered_map<std::string_view, int> found;
        for (int at = range.first; at + anchor_words <= range.last; ++at) {
            const std::string_view run{reinterpret_cast<const char*>(words.data() + at), anchor_words * sizeof(int)};
            if (const auto [known, is_new] = found.emplace(run, at); !is_new)
                known->second = -1;
        }
        return found;
    }

    // The longest chain of single runs that stand in the same order on both sides (patience sorting).
    std::vector<Anchor> find_anchors(Range was, Range now) const
    {
        const auto before = single_runs(was_, was), after = single_runs(now_, now);
        std::vector<Anchor> all;
        for (const auto& [run, at] : before)
            if (at >= 0)
                if (const auto other = after.find(run); other != after.end() && other->second >= 0)
                    all.push_back({at, other->second});
        std::sort(all.begin(), all.end(), [](const Anchor& a, const Anchor& b) { return a.was < b.was; });
        std::vector<std::size_t> tops; // the last card of each pile
        std::vector<std::ptrdiff_t> below(all.size(), -1);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto pile = std::lower_bound(tops.begin(), tops.end(), all[i].now,
                                               [&](std::size_t top, int position) { return all[top].now < position; });
            if (pile != tops.begin())
                below[i] = static_cast<std::ptrdiff_t>(*std::prev(pile));
            if (pile == tops.end())
                tops.push_back(i);
            else
                *pile = i;
        }
        std::vector<Anchor> chain;
        for (auto at = tops.empty() ? -1 : static_cast<std::ptrdiff_t>(tops.back()); at >= 0; at = below[static_cast<std::size_t>(at)])
            chain.push_back(all[static_cast<std::size_t>(at)]);
        std::reverse(chain.begin(), chain.end());
        return chain;
    }

    // Myers, An O(ND) Difference Algorithm (1986), figure 2: reach[k] is how far in `was` the diagonal k was followed.
    void match_shortest(Range was, Range now)
    {
        const int height = was.size(), width = now.size(), most = std::min(height + width, most_edits);
        std::vector<std::vector<int>> rounds; // reach of the diagonals -d … d after d edits
        std::vector<int> reach(static_cast<std::size_t>(2 * most + 3), 0);
        const auto at = [&](int k) -> int& {
            return reach[static_cast<std::size_t>(k + most + 1)];
        };
        for (int edits = 0; edits <= most; ++edits) {
            for (int k = -edits; k <= edits; k += 2) {
                int x = k == -edits || (k != edits && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
                while (x < height && x - k < width && same(was.first + x, now.first + x - k))
                    ++x;
                at(k) = x;
                if (x >= height && x - k >= width) {
                    walk_back(was, now, rounds, edits);
                    return;
                }
            }
            rounds.emplace_back(reach.begin() + most + 1 - edits, reach.begin() + most + 2 + edits);
        }
    }

    void walk_back(Range was, Range now, const std::vector<std::vector<int>>& rounds, int edits)
    {
        int x = was.size(), y = now.size();
        for (; edits > 0; --edits) {
            const auto reach = [&](int k) {
                return rounds[static_cast<std::size_t>(edits - 1)][static_cast<std::size_t>(k + edits - 1)];
            };
            const int k = x - y;
            const int from = k == -edits || (k != edits && reach(k - 1) < reach(k + 1)) ? k + 1 : k - 1;
            const int from_x = reach(from), from_y = from_x - from;
            while (x > from_x && y > from_y)
                pair(was.first + --x, now.first + --y);
            x = from_x;
            y = from_y;
        }
        while (x > 0 && y > 0)
            pair(was.first + --x, now.first + --y);
    }

    // A word or two that stand in both by chance, between longer changes: «và», «của». Read as one change they are understood.
    void drop_coincidences()
    {
        constexpr int longest = 3;
        const int height = static_cast<int>(was_.size()), width = static_cast<int>(now_.size());
        int change_before = 0, run = 0; // the longer side of the change, and the words that are the same after it
        for (int i = 0, j = 0; i < height || j < width;) {
            const int from_i = i, from_j = j;
            while (i < height && partner_[static_cast<std::size_t>(i)] < 0)
                ++i;
            j = i < height ? partner_[static_cast<std::size_t>(i)] : width;
            int change = std::max(i - from_i, j - from_j);
            if (run > 0 && run <= longest && run < change_before && run < change) {
                std::fill_n(partner_.begin() + (from_i - run), run, -1);
                change += change_before + run;
            }
            change_before = change;
            run = 0;
            while (i < height && j < width && partner_[static_cast<std::size_t>(i)] == j) {
                ++i;
                ++j;
                ++run;
            }
        }
    }

    std::vector<int> was_, now_, partner_;
};

bool is_page_number(const pdf::Word& word)
{
    constexpr double upper_margin = 20; // Appendix I I.2: page numbers stand in it, from the second page on
    return word.page > 1 && word.y1 < upper_margin && word.text == std::to_string(word.page);
}

// Which words begin a paragraph. A printed page does not say: lines that are indented or centred do, and those after a line that ends
// before the right margin.
std::vector<bool> paragraphs_of(const std::vector<pdf::Word>& words)
{
    constexpr double indented = 3, ends_early = 15; // mm
    double left = 1e9, right = 0;
    for (const auto& word : words) {
        left = std::min(left, word.x0);
        right = std::max(right, word.x1);
    }
    std::vector<bool> begins(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i == 0) {
            begins[i] = true;
            continue;
        }
        const auto &before = words[i - 1], &word = words[i];
        const double middle = (word.y0 + word.y1) / 2;
        const bool new_line = word.page != before.page || middle < before.y0 || middle > before.y1;
        begins[i] = new_line && (word.x0 > left + indented || before.x1 < right - ends_early);
    }
    return begins;
}

void add_word(std::vector<ComparedWords>& side, const std::string& word, bool changed, bool new_line)
{
    if (side.empty() || side.back().changed != changed)
        side.push_back({"", changed});
    auto& text = side.back().text;
    const bool first = side.size() == 1 && text.empty();
    text.append(new_line && !first ? "\n" : text.empty() ? "" : " ").append(word);
}

void add_place(ComparedSide& side, const pdf::Word& word, bool goes_on)
{
    const auto tenths = [](double millimetres) {
        return static_cast<int>(std::lround(millimetres * 10));
    };
    const ChangedPlace place{word.page, tenths(word.x0), tenths(word.y0), tenths(word.x1), tenths(word.y1)};
    ++side.changed_words;
    if (goes_on && !side.places.empty()) {
        auto& last = side.places.back();
        const int middle = (place.top + place.bottom) / 2;
        if (last.page == place.page && middle > last.top && middle < last.bottom && place.left >= last.left) {
            last.right = std::max(last.right, place.right);
            last.top = std::min(last.top, place.top);
            last.bottom = std::max(last.bottom, place.bottom);
            return;
        }
    }
    side.places.push_back(place);
}

} // namespace

std::vector<int> match_words(std::span<const std::string_view> was, std::span<const std::string_view> now)
{
    return Matcher{was, now}.take();
}

Comparison compare(std::vector<pdf::Word> was, std::vector<pdf::Word> now)
{
    Comparison answer;
    answer.was.has_text = !was.empty();
    answer.now.has_text = !now.empty();
    if (was.empty() || now.empty())
        return answer;
    std::erase_if(was, is_page_number);
    std::erase_if(now, is_page_number);
    const auto texts_of = [](const std::vector<pdf::Word>& words) {
        std::vector<std::string_view> texts;
        texts.reserve(words.size());
        for (const auto& word : words)
            texts.emplace_back(word.text);
        return texts;
    };
    const auto partner = match_words(texts_of(was), texts_of(now));
    const auto was_begins = paragraphs_of(was), now_begins = paragraphs_of(now);
    std::size_t i = 0, j = 0;
    // A row ends where a paragraph ends on both sides; what took the place of one stands beside it.
    const auto row = [&](bool only_now) -> ComparedRow& {
        const bool ends = (i == was.size() || was_begins[i]) && (j == now.size() || now_begins[j]);
        const bool takes_place = only_now && !answer.rows.empty() && answer.rows.back().now.empty();
        if (answer.rows.empty() || (ends && !takes_place))
            answer.rows.emplace_back();
        return answer.rows.back();
    };
    bool was_goes_on = false, now_goes_on = false;
    while (i < was.size() || j < now.size()) {
        const bool taken_out = i < was.size() && partner[i] < 0;
        const bool added = !taken_out && (i == was.size() || partner[i] != static_cast<int>(j));
        auto& current = row(added);
        current.changed |= taken_out || added;
        if (!added)
            add_word(current.was, was[i].text, taken_out, was_begins[i]);
        if (!taken_out)
            add_word(current.now, now[j].text, added, now_begins[j]);
        if (taken_out)
            add_place(answer.was, was[i], was_goes_on);
        if (added)
            add_place(answer.now, now[j], now_goes_on);
        was_goes_on = taken_out || (added && was_goes_on);
        now_goes_on = added;
        i += added ? 0 : 1;
        j += taken_out ? 0 : 1;
    }
    return answer;
}

} // namespace congso::outgoing
