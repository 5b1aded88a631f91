#include "office/templates/reading.h"
#include "lib/base/time.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"
#include "office/templates/kinds.h"
#include "office/templates/lines.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace congso::templates {

namespace {

constexpr double head_ends_mm = 125; // boxes 1 to 5 stand above it even under a circulation note and long names
constexpr double next_line_mm = 2.8; // between two lines of one text; a rule or a paragraph parts by more
constexpr double page_middle_mm = 112.5; // of the text, between margins of 30 and 15 mm
constexpr double off_middle_mm = 9;

bool is_letter_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

std::string without_blanks(std::string_view text)
{
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c != ' '; });
    return out;
}

std::string_view trimmed(std::string_view text, std::string_view marks)
{
    const auto from = text.find_first_not_of(marks);
    return from == std::string_view::npos ? std::string_view{} : text.substr(from, text.find_last_not_of(marks) - from + 1);
}

const Kind* kind_of_title(std::string_view line)
{
    if (!is_capitals(line) || line.find(':') != std::string_view::npos)
        return nullptr;
    const auto wanted = text::exact(line);
    for (const auto& kind : kinds())
        if (!kind.title.empty() && text::exact(kind.title) == wanted)
            return &kind;
    return nullptr;
}

// «KH-UBND» and «UBND-VP»: the kind whose abbreviation begins the symbol.
const Kind* kind_of_symbol(std::string_view number)
{
    const auto slash = number.rfind('/');
    const auto symbol = slash == std::string_view::npos ? std::string_view{} : number.substr(slash + 1);
    for (const auto& kind : kinds())
        if (!kind.abbreviation.empty() && symbol.starts_with(kind.abbreviation) && symbol.substr(kind.abbreviation.size()).starts_with("-"))
            return &kind;
    return nullptr;
}

struct Page {
    std::vector<pdf::Word> left, right; // of the head
    std::vector<Line> lines; // of the whole page, columns apart
    double split_mm = 0;
    double head_bottom_mm = 0; // under box 1
    bool has_nation = false;
};

// Box 1 parts the head in two columns.
Page cut_page(std::span<const pdf::Word> words, int page)
{
    Page out;
    out.lines = lines_of(words, page, 7);
    out.split_mm = 95;
    for (const auto& line : out.lines) {
        if (line.y0 > head_ends_mm)
            break;
        const auto exact = text::exact(line.text);
        if (exact.find("cộng hòa xã hội chủ nghĩa việt nam") == std::string::npos)
            continue;
        out.has_nation = true;
        out.head_bottom_mm = line.y1;
        for (const auto& word : words) // the columns may stand so close that they make one line
            if (word.page == page && text::exact(word.text) == "cộng" && std::abs(word.y0 - line.y0) < 3)
                out.split_mm = word.x0 - 1;
        break;
    }
    for (const auto& word : words)
        if (word.page == page && word.y0 < head_ends_mm && word.y0 > out.head_bottom_mm - 12)
            ((word.x0 + word.x1) / 2 < out.split_mm ? out.left : out.right).push_back(word);
    return out;
}

class Reader {
public:
    explicit Reader(std::span<const pdf::Word> words) : words_(words)
    {
        if (words.empty())
            return;
        first_page_ = words.front().page;
        page_ = cut_page(words, first_page_);
        left_ = lines_of(page_.left, first_page_, 100);
        read_number();
        read_issuer();
        read_date();
        read_kind_and_subject();
        read_urgency();
        read_signer();
    }
    std::vector<Reading> take() { return std::move(out_); }

private:
    void put(std::string name, std::string value, bool sure, const Line& box)
    {
        if (!value.empty() && !find_reading(out_, name))
            out_.push_back(
                {std::move(name), std::move(value), sure ? Confidence::sure : Confidence::check, box.page, box.x0, box.y0, box.x1, box.y1});
    }

    // Box 3: «Số: 05/KH-UBND» under the agency.
    void read_number()
    {
        for (const auto& line : left_) {
            if (!line.text.starts_with("Số"))
                continue;
            const auto value = without_blanks(trimmed(std::string_view{line.text}.substr(std::string_view{"Số"}.size()), ": "));
            number_line_ = line;
            if (is_digit(value.empty() ? ' ' : value.front()))
                put("origin_number", value, page_.has_nation && is_number_and_symbol(value), line);
            return;
        }
    }

    // Box 2: all capitals above the number; a parent before the agency when the first name is whole without the rest.
    void read_issuer()
    {
        Line parent{}, issuer{};
        const auto bottom = number_line_ ? number_line_->y0 : page_.head_bottom_mm + 15;
        for (const auto& line : left_) {
            if (line.y0 > bottom - 1 || !is_capitals(line.text))
                continue;
            if (is_whole_name(issuer.text) && parent.text.empty())
                parent = std::exchange(issuer, Line{});
            extend(issuer, line);
        }
        const bool plain = parent.text.empty() && is_whole_name(issuer.text);
        put("issuer", name_in_sentence(issuer.text), page_.has_nation && plain, issuer);
        put("parent", name_in_sentence(parent.text), page_.has_nation, parent);
    }

    // «ỦY BAN NHÂN DÂN XÃ …»: a committee or council of the people with its place.
    static bool is_whole_name(std::string_view name)
    {
        const auto exact = text::exact(name);
        if (!exact.starts_with("ủy ban nhân dân ") && !exact.starts_with("hội đồng nhân dân ") && !exact.starts_with("ubnd "))
            return false;
        for (const auto* place : {" xã ", " phường ", " thị trấn ", " thị xã ", " huyện ", " quận ", " thành phố ", " tỉnh ", " đặc khu "})
            if (exact.find(place) != std::string::npos)
                return true;
        return false;
    }

    // Box 4: «Phổ Mẫu, ngày 28 tháng 4 năm 2022» under box 1.
    void read_date()
    {
        for (const auto& line : lines_of(page_.right, first_page_, 100)) {
            const auto below = number_line_ ? std::abs(line.y0 - number_line_->y0) : line.y0 - page_.head_bottom_mm;
            if (line.y0 < page_.head_bottom_mm || below > (number_line_ ? 8 : 25)) // minutes have dates in their words only
                continue;
            const auto comma = line.text.find(", ngày");
            const auto at = line.text.find("ngày ");
            if (at == std::string::npos)
                continue;
            if (comma != std::string::npos)
                put("place", std::string{trimmed(std::string_view{line.text}.substr(0, comma), " ,")}, page_.has_nation, line);
            date_line_ = line;
            if (const auto day = date_in(std::string_view{line.text}.substr(at)))
                put("issued_on", day->to_string(), page_.has_nation, line);
            return;
        }
    }

    static std::optional<Date> date_in(std::string_view text)
    {
        int parts[3]{};
        constexpr std::string_view words[] = {"ngày", "tháng", "năm"};
        for (std::size_t i = 0; i < 3; ++i) {
            const auto at = text.find(words[i]);
            if (at == std::string_view::npos)
                return std::nullopt;
            text = trimmed(text.substr(at + words[i].size()), " ");
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parts[i]);
            if (error != std::errc{})
                return std::nullopt;
            text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        }
        return Date::parse(fmt::format("{:04}-{:02}-{:02}", parts[2], parts[1], parts[0]));
    }

    void read_kind_and_subject()
    {
        const auto* number = find_reading(out_, "origin_number");
        const auto* by_symbol = kind_of_symbol(number ? number->value : number_line_ ? without_blanks(number_line_->text) : "");
        const auto top = std::max({page_.head_bottom_mm, number_line_ ? number_line_->y0 : 0, date_line_ ? date_line_->y0 : 0});
        for (std::size_t i = 0; i < page_.lines.size(); ++i) { // box 5a
            const auto& line = page_.lines[i];
            if (line.y0 <= top || line.y0 > head_ends_mm || std::abs(line.middle() - page_middle_mm) > off_middle_mm)
                continue;
            const auto* kind = kind_of_title(line.text);
            if (!kind)
                continue;
            put("kind", std::string{kind->code}, !by_symbol || by_symbol == kind, line);
            read_title(i);
            return;
        }
        if (read_letter()) // box 5b
            return;
        if (by_symbol)
            put("kind", std::string{by_symbol->code}, false, *number_line_);
    }

    // The lines under the title down to the rule, which leaves a gap.
    void read_title(std::size_t title)
    {
        Line subject{};
        auto bottom = page_.lines[title].y1;
        for (auto i = title + 1; i < page_.lines.size(); ++i) {
            const auto& line = page_.lines[i];
            const bool centred = std::abs(line.middle() - page_middle_mm) <= off_middle_mm;
            if (line.y0 - bottom > next_line_mm || !centred || line.text.starts_with("(") || line.text.starts_with("Kính gửi"))
                break;
            extend(subject, line);
            bottom = line.y1;
        }
        put("subject", subject.text, page_.has_nation, subject);
    }

    // A công văn has no title: «V/v …» under its number.
    bool read_letter()
    {
        Line subject{};
        for (const auto& line : left_) {
            if (subject.text.empty() ? !line.text.starts_with("V/v") : line.y0 - subject.y1 > next_line_mm)
                continue;
            if (!subject.text.empty() && is_capitals(line.text))
                break;
            extend(subject, line);
        }
        if (subject.text.empty())
            return false;
        put("kind", "CV", page_.has_nation, subject);
        put("subject", std::string{trimmed(std::string_view{subject.text}.substr(3), " ")}, page_.has_nation, subject);
        return true;
    }

    // Box 10b: in the left half of the head, alone on its line.
    void read_urgency()
    {
        constexpr std::pair<std::string_view, std::string_view> marks[] = {
            {"khẩn", "urgent"}, {"thượng khẩn", "very_urgent"}, {"hỏa tốc", "express"}, {"hỏa tốc hẹn giờ", "timed_express"}};
        for (const auto& line : left_)
            for (const auto& [mark, urgency] : marks)
                if (is_capitals(line.text) && text::exact(line.text) == mark)
                    put("urgency", std::string{urgency}, true, line);
    }

    // Box 7: right of «Nơi nhận:», or above it where two people sign: capitals, room for a signature, a name.
    void read_signer()
    {
        for (auto word = words_.rbegin(); word != words_.rend(); ++word) {
            if (!word->text.starts_with("nhận:") || word == words_.rend() - 1 || !(word + 1)->text.starts_with("Nơi"))
                continue;
            if (!read_signature(word->page, word->y0 - 4, 400))
                read_signature(word->page, word->y0 - 75, word->y0);
            return;
        }
    }

    bool read_signature(int page, double from_mm, double to_mm)
    {
        Line position{};
        for (const auto& line : lines_of(words_, page, 7)) {
            if (line.y0 < from_mm || line.y0 > to_mm || line.x0 < 95)
                continue;
            if (is_capitals(line.text)) {
                if (position.text.empty() || line.y0 - position.y1 < next_line_mm)
                    position = line;
                continue;
            }
            if (position.text.empty())
                continue;
            const auto gap = line.y0 - position.y1;
            if (gap < 8 || std::abs(line.middle() - position.middle()) > off_middle_mm)
                continue;
            put("signer_position", position.text, true, position);
            put("signer_name", line.text, true, line);
            return true;
        }
        return false;
    }

    std::span<const pdf::Word> words_;
    int first_page_ = 1;
    Page page_;
    std::vector<Line> left_;
    std::optional<Line> number_line_, date_line_;
    std::vector<Reading> out_;
};

} // namespace

std::vector<Reading> read_fields(std::span<const pdf::Word> words)
{
    return Reader{words}.take();
}

const Reading* find_reading(std::span<const Reading> readings, std::string_view name)
{
    const auto found = std::find_if(readings.begin(), readings.end(), [&](const Reading& reading) { return reading.name == name; });
    return found == readings.end() ? nullptr : &*found;
}

bool is_number_and_symbol(std::string_view text)
{
    const auto digits = [&](std::size_t least, std::size_t most) {
        std::size_t count = 0;
        while (count < text.size() && count <= most && is_digit(text[count]))
            ++count;
        if (count < least || count > most)
            return false;
        text.remove_prefix(count);
        return true;
    };
    if (!digits(1, 6))
        return false;
    if (!text.empty() && is_letter_byte(text.front())) { // «12a»
        std::size_t at = 0;
        text::utf8::next(text, at);
        text.remove_prefix(at);
    }
    if (text.size() > 5 && text[0] == '/' && std::all_of(text.begin() + 1, text.begin() + 5, is_digit)
        && (text[5] == '/' || text[5] == '-'))
        text.remove_prefix(5); // the year
    if (text.size() < 2 || (text[0] != '/' && text[0] != '-') || !is_letter_byte(text[1]))
        return false;
    text.remove_prefix(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool joint = text[i] == '-' || text[i] == '/';
        if (joint && (i + 1 == text.size() || text[i + 1] == '-' || text[i + 1] == '/'))
            return false;
        if (!joint && !is_letter_byte(text[i]) && !is_digit(text[i]) && text[i] != '.' && text[i] != '&')
            return false;
    }
    return true;
}

std::string name_in_sentence(std::string_view name)
{
    const auto capitals = text::canonical_tone(name);
    const auto exact = text::exact(capitals);
    constexpr std::string_view bodies[] = {"ủy ban nhân dân ", "hội đồng nhân dân "};
    if (std::none_of(std::begin(bodies), std::end(bodies), [&](std::string_view body) { return exact.starts_with(body); }))
        return std::string{name};
    std::string out;
    std::size_t words = 0;
    for (std::size_t from = 0; from < capitals.size(); ++words) {
        const auto to = std::min(capitals.find(' ', from), capitals.size());
        const auto word = std::string_view{capitals}.substr(from, to - from);
        from = to + 1;
        if (word.empty())
            continue;
        const auto lower = text::exact(word);
        constexpr std::string_view small[] = {"ban",   "nhân", "dân",   "đồng", "xã",   "phường", "thị", "trấn",
                                              "huyện", "quận", "thành", "phố",  "tỉnh", "đặc",    "khu"};
        const bool is_small = words > 0 && words < 7 && std::find(std::begin(small), std::end(small), lower) != std::end(small)
            && (words < 4 || out.ends_with("dân") || out.ends_with("thị") || out.ends_with("thành") || out.ends_with("đặc"));
        std::size_t first = 0, first_lower = 0;
        text::utf8::next(word, first);
        text::utf8::next(lower, first_lower);
        out += (out.empty() ? "" : " ") + (is_small ? lower : std::string{word.substr(0, first)} + lower.substr(first_lower));
    }
    return out;
}

} // namespace congso::templates
