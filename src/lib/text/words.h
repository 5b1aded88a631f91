#pragma once
#include "lib/base/time.h"

#include <cstdint>
#include <string>

// How documents and pages write dates, numbers and money in Vietnamese. An unset date gives an empty text.
namespace congso::text {

// Decree 30/2020, Appendix I: days under 10 and the months 1 and 2 have a 0 before them.
std::string long_date(Date date); // «ngày 04 tháng 9 năm 2019»
std::string short_date(Date date); // «04/9/2019», the same rule
std::string table_date(Date date); // «04/09/2019»

std::string number(std::int64_t value); // «1.234.567», «-5»
std::string hundredths(std::int64_t value); // 12345650 → «123.456,5»; no zeros after the last figure
std::string percent(std::int64_t part, std::int64_t whole); // «96,0%», half up; «chưa có số liệu» when whole is not above 0
std::string money(std::int64_t dong); // «1.490.000 đồng»

// «một nghìn không trăm linh năm», «hai mươi mốt», «mười lăm», «hai mươi tư», «âm ba»; any value.
std::string number_in_words(std::int64_t value);
std::string money_in_words(std::int64_t dong); // «Một triệu bốn trăm chín mươi nghìn đồng»

// The marks of an ordinal list, from 0: a b c d đ e g h i k l m n o p q r s t u v x y, then aa, ab …
std::string vietnamese_letter(std::size_t index);

} // namespace congso::text
