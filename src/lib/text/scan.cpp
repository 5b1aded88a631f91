#include "lib/text/scan.h"

#include "lib/text/fold.h"
#include "lib/text/letter.h"
#include "lib/text/utf8.h"

namespace congso::text {

namespace {

constexpr int joint_limit = 8;

bool is_ascii_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_joint(char32_t point)
{
    return point == '/' || point == '-' || (point >= 0x2010 && point <= 0x2013);
}

} // namespace

bool Scanner::is_thousands_dot(std::size_t at) const
{
    if (at == 0 || at + 3 >= text_.size() || text_[at] != '.' || !is_ascii_digit(text_[at - 1]))
        return false;
    for (std::size_t i = at + 1; i <= at + 3; ++i)
        if (!is_ascii_digit(text_[i]))
            return false;
    auto after = at + 4;
    return after == text_.size() || !letter(utf8::next(text_, after)).is_word;
}

// `at` stands on a letter or digit; the end of the word that begins there.
std::size_t Scanner::end_of_word(std::size_t at, bool& digit) const
{
    while (at < text_.size()) {
        auto after = at;
        const Letter now = letter(utf8::next(text_, after));
        if (!now.is_word && !now.is_mark && !is_thousands_dot(at))
            break;
        digit = digit || now.is_digit;
        at = after;
    }
    return at;
}

bool Scanner::joins_at(std::size_t at, std::size_t& after) const
{
    if (at >= text_.size() || !is_joint(utf8::next(text_, at)) || at >= text_.size())
        return false;
    after = at;
    return letter(utf8::next(text_, at)).is_word;
}

void Scanner::take(std::size_t start, std::size_t end, Piece& piece) const
{
    std::u32string word;
    const auto end_part = [&] {
        canonical_tone_of_word(word);
        for (const char32_t point : word)
            utf8::append(piece.exact, point);
        word.clear();
    };
    for (std::size_t at = start; at < end;) {
        const char32_t point = utf8::next(text_, at);
        const Letter now = letter(point);
        if (now.is_mark) {
            word += point;
        } else if (now.is_word) {
            word += now.base == 'd' && now.lower != 'd' ? now.toneless : now.lower; // ð is typed for đ
            utf8::append(piece.folded, now.base);
        } else if (is_joint(point)) {
            end_part();
            piece.exact += point == '/' ? '/' : '-';
            piece.folded += point == '/' ? '/' : '-';
        }
    }
    end_part();
}

bool Scanner::next(Piece& piece)
{
    piece = {};
    while (at_ < text_.size()) {
        auto after = at_;
        if (letter(utf8::next(text_, after)).is_word)
            break;
        at_ = after;
    }
    if (at_ >= text_.size())
        return false;
    bool digit = false;
    const auto first_end = end_of_word(at_, digit);
    auto run_end = first_end;
    std::size_t part = 0;
    for (int joints = 0; joints < joint_limit && joins_at(run_end, part); ++joints)
        run_end = end_of_word(part, digit);
    piece.symbol = digit && run_end != first_end;
    const auto end = piece.symbol ? run_end : first_end;
    take(at_, end, piece);
    at_ = end;
    return true;
}

} // namespace congso::text
