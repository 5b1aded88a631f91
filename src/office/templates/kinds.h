#pragma once
#include <span>
#include <string_view>

namespace congso::templates {

// Who «Kính gửi:» names (Decree 30/2020 Appendix I II.9a).
enum class Addressing {
    none,
    optional, // a report only when it goes to a superior
    required,
    telegram, // «… điện:»
};

// Which of the models of Appendix III lays the body out.
enum class Model {
    plain, // 1.4, and the kinds without a model of their own
    resolution, // 1.1
    decision, // 1.2, 1.3
    letter, // 1.5
    telegram, // 1.6
    invitation, // 1.7
    introduction, // 1.8
    minutes, // 1.9
    leave, // 1.10
    contract, // two parties sign
    public_letter // thư công: no number, no title
};

// A kind of document: the 29 of article 7 in the decree's order, then kinds that only arrive. The first filling of an
// agency's own table, which stays open.
struct Kind {
    std::string_view code; // «KH»; kinds without abbreviation: "CV", "TCg"
    std::string_view name; // «Kế hoạch»
    std::string_view abbreviation; // as in a symbol: «KH»; empty for công văn and thư công
    std::string_view title; // box 5a: «KẾ HOẠCH»; empty where there is none
    Addressing addressing{};
    Model model{};
    bool outgoing{}; // one of the 29
};

// A line of a kind's own, beside its text: «Thời gian» of an invitation.
struct Field {
    std::string_view name; // "time"
    std::string_view label; // as it prints, and as the page asks for it
};

std::span<const Field> fields_of(const Kind& kind); // in the order of the model; empty for most kinds
bool names_addressees(const Kind& kind); // «Kính gửi:», «… điện:» or «trân trọng kính mời:»
bool has_validity(const Kind& kind); // «Giấy này có giá trị đến hết ngày …»

std::span<const Kind> kinds();
const Kind* find_kind(std::string_view code); // null when unknown
const Kind* find_kind_by_title(std::string_view title); // by the words of box 5a, in capitals

} // namespace congso::templates
