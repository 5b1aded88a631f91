#include "office/kept_copies/kept_copies.h"

#include "office/actor/faults.h"
#include "office/numbering/numbering.h"
#include "office/registers/registers.h"

namespace congso::kept_copies {

std::vector<FieldFault> faults_of(const UseEntry& entry, Date today)
{
    Faults faults;
    if (entry.person && *entry.person)
        faults.at_most("/user_name", entry.user_name.value_or(""), 200);
    else
        faults.required("/user_name", entry.user_name.value_or(""), 200);
    faults.at_most("/dossier", entry.dossier.value_or(""), 100);
    faults.at_most("/note", entry.note.value_or(""), 500);
    if (!entry.document)
        faults.add("/document", "required");
    if (!entry.allowed_by)
        faults.add("/allowed_by", "required");
    const auto taken_on = entry.taken_on.value_or(today);
    if (!taken_on.is_set())
        faults.add("/taken_on", "date");
    else if (taken_on > today)
        faults.add("/taken_on", "future");
    else if (taken_on.year() < numbering::first_year)
        faults.add("/taken_on", "range");
    return faults.take();
}

// Appendix IV, sổ sử dụng bản lưu; «Ký nhận» is signed on the print
std::vector<print::Cell> cells_of(const UseRow& row)
{
    using registers::day_text;
    return {{day_text(row.taken_on)},
            {row.user_name},
            {row.symbol + "\n" + day_text(row.issued_on)},
            {row.kind_name.empty() ? row.subject : row.kind_name + ": " + row.subject},
            {row.dossier},
            {},
            {day_text(row.returned_on)},
            {row.allowed_name},
            {row.note}};
}

} // namespace congso::kept_copies
