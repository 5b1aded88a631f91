#pragma once
#include <string_view>

namespace congso::ooxml {

enum class Face { regular, bold, italic };

// The width of one line of UTF-8 text in Times New Roman (and in the fonts of its metrics: Tinos, Liberation Serif).
// Exact for ASCII, Vietnamese letters and usual punctuation; any other character counts as half an em.
double text_width_mm(std::string_view text, int half_points, Face face);

} // namespace congso::ooxml
