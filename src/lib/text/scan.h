#pragma once
#include <string>
#include <string_view>

namespace congso::text {

// One word, number or symbol of a text.
struct Piece {
    std::string folded; // lower case without marks: "817/qd-ubnd"
    std::string exact; // lower case, tone in its canonical place: "817/qđ-ubnd"
    bool symbol{}; // parts with a digit among them, joined by / or -: kept together
};

// Cuts normalised text into pieces. Letters and digits make words; everything else parts them, except
//   - / or a hyphen or dash (written as -) between letters or digits, when one of the parts so joined has a digit: 36/KH-UBND, 04/9/2019;
//   - the dot of thousands, which is dropped: 1.234.567 is 1234567.
// At most eight joints are kept in one symbol.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) { }
    bool next(Piece& piece); // false at the end

private:
    std::size_t end_of_word(std::size_t at, bool& digit) const;
    bool joins_at(std::size_t at, std::size_t& after) const;
    bool is_thousands_dot(std::size_t at) const;
    void take(std::size_t start, std::size_t end, Piece& piece) const;

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace congso::text
