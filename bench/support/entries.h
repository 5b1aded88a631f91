#pragma once
#include "office/incoming/incoming.h"

// Documents as a commune receives them: the same number gives the same document, and there are as many as one asks for.
namespace congso::bench {

incoming::IncomingEntry sample_entry(std::size_t number);
std::string sample_pdf(std::size_t number, std::size_t bytes); // a PDF of one page, unlike any other number's

inline constexpr std::string_view common_issuer = "UBND thị xã Đức Mẫu"; // of every fourth document
inline constexpr std::string_view rare_issuer = "Trường Tiểu học Phổ Mẫu 2"; // of one in a thousand
inline constexpr auto common_words = "kế hoạch"; // in every fifth document
inline constexpr auto rare_words = "di tích khảo cổ"; // in one of 1 500

} // namespace congso::bench
