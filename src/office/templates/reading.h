#pragma once
#include "lib/pdf/text.h"

#include <boost/describe.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Reading the page of a document that arrived: what stands in the decree's boxes (Decree 30/2020 Appendix I part IV).
namespace congso::templates {

enum class Confidence {
    sure, // found where and in the form the decree says
    check // a guess that a person should look at
};
BOOST_DESCRIBE_ENUM(Confidence, sure, check)

// One proposed field. `name`: "issuer", "parent", "origin_number", "place", "issued_on" (YYYY-MM-DD), "kind" (code of
// templates::kinds()), "subject", "signer_name", "signer_position", "urgency" ("urgent" …). The box is in millimetres from the
// top left of its page.
struct Reading {
    std::string name, value;
    Confidence confidence{};
    int page{};
    double x0{}, y0{}, x1{}, y1{};
};

// Each field at most once; none of a page without words. `words`: of the first page and, for the signer, of those after it.
std::vector<Reading> read_fields(std::span<const pdf::Word> words);

const Reading* find_reading(std::span<const Reading> readings, std::string_view name); // null when absent

// Whether a text is a number and symbol as agencies write them: «817/KH-UBND», «05-CT/TW», «06/2022/QH15», «653/2019/UBTVQH14».
bool is_number_and_symbol(std::string_view text);

// «ỦY BAN NHÂN DÂN XÃ PHỔ MẪU» → «Ủy ban nhân dân xã Phổ Mẫu»; another name stays as it is.
std::string name_in_sentence(std::string_view capitals);

} // namespace congso::templates
