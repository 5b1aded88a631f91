#include "office/registers/registers.h"

namespace congso::registers {

std::string day_text(Date day)
{
    return day.is_set() ? fmt::format("{:02}/{:02}/{}", day.day_of_month(), day.month(), day.year()) : "";
}

// Decree 30/2020 Appendix IV
std::string name_of(const numbering::Book& book, Form form)
{
    if (form == Form::handling)
        return "SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN";
    if (form == Form::post)
        return "SỔ GỬI VĂN BẢN ĐI BƯU ĐIỆN";
    switch (book.direction) {
    case numbering::Direction::incoming:
        return "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN";
    case numbering::Direction::copies:
        return "SỔ ĐĂNG KÝ BẢN SAO";
    case numbering::Direction::outgoing:
        break;
    }
    return "SỔ ĐĂNG KÝ VĂN BẢN ĐI";
}

} // namespace congso::registers
