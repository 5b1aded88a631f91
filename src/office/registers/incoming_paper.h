#pragma once
#include "lib/print/paper.h"
#include "office/registers/registers.h"

// The stamp «ĐẾN» and the slip of an incoming document (Decree 30/2020 Appendix IV).
namespace congso::registers {

constexpr double stamp_width = 50, stamp_height = 35; // mm

struct Stamp {
    std::string agency;
    int number{};
    Date day;
    std::string forwarded_to, dossier;
};

void draw_stamp(print::Paper& paper, print::Point at, const Stamp& stamp);

struct Box {
    double x0{}, y0{}, x1{}, y1{}; // mm from the top left
};

struct StampPlace {
    print::Point at;
    double page_scale = 1; // the page is set smaller by this, towards the middle of its foot
};

// Where the stamp covers nothing that stands on the first page: under the number and symbol (of a công văn under its «trích yếu»), under
// the date, then anywhere else in the upper half. Where there is no room the page is set a little smaller, so that the stamp stands in the
// margin above its heading.
StampPlace place_of_stamp(const std::vector<Box>& taken, double page_width, double page_height);

struct Opinion {
    std::string text, person;
    Date day;
};

struct Slip {
    std::string parent_line, agency; // one line each
    std::string origin; // kind, number and symbol, day, issuer
    std::string subject, arrival; // «Số đến: 127; ngày đến: 04/05/2022»
    std::vector<Opinion> leader, unit_head, handler; // none: lines to write on
    std::vector<std::string> shares; // «Chủ trì: …, hạn …»
};

std::string print_slip(const Slip& slip, Date today, const std::string& printed);

} // namespace congso::registers
