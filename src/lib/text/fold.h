#pragma once
#include <string>
#include <string_view>

// Text as it is compared and searched. All take normalised text (see normalize.h); upper case is understood as Unicode does.
namespace congso::text {

// Lower case, no marks, đ as d, words parted by single spaces, no punctuation except / and - inside numbers and symbols:
// «Đức  Phổ,» → "duc pho"; «Số 817/QĐ-UBND» → "so 817/qd-ubnd".
std::string fold(std::string_view text);

// As fold, but with the marks, and the tone in its canonical place: «Hoà, ỦY» → "hòa ủy".
std::string exact(std::string_view text);

// The same text with every tone where the older spelling puts it, so that two spellings are equal: hoà → hòa, khoẻ → khỏe,
// thuý → thúy, UỶ → ỦY. Only open syllables in oa, oe, uy have two spellings: hoàn, quý and già stay.
std::string canonical_tone(std::string_view text);
void canonical_tone_of_word(std::u32string& letters); // the same for the letters of one word

bool has_marks(std::string_view text); // any letter that fold would change besides its case

} // namespace congso::text
