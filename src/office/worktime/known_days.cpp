#include "office/worktime/holidays.h"

namespace congso::worktime {

namespace {

// From one day to another, both included.
struct Range {
    const char* from;
    const char* to;
    DayKind kind;
    const char* name;
};

constexpr auto off = DayKind::holiday, compensated = DayKind::compensatory_off, swapped_off = DayKind::swapped_off,
               swapped_work = DayKind::swapped_work;
constexpr const char *new_year = "Tết Dương lịch", *tet = "Tết Nguyên đán", *ancestors = "Giỗ Tổ Hùng Vương", *victory = "Ngày Chiến thắng",
                     *labour = "Ngày Quốc tế Lao động", *national = "Quốc khánh";

// To be compared with the yearly decision where an office relies on them, being taken from memory: the swap around 2019-01-01,
// and everything swapped in 2026. 24 November (Ngày Văn hóa Việt Nam) is not here: it needs the Labour Code to be amended first.
constexpr Range ranges[] = {
    {"2019-01-01", "2019-01-01", off, new_year},
    {"2019-01-05", "2019-01-05", swapped_work, "Làm bù ngày 31/12/2018"},
    {"2019-02-04", "2019-02-08", off, tet},
    {"2019-04-14", "2019-04-14", off, ancestors},
    {"2019-04-15", "2019-04-15", compensated, "Nghỉ bù Giỗ Tổ Hùng Vương"},
    {"2019-04-29", "2019-04-29", swapped_off, "Nghỉ hoán đổi với ngày 04/5/2019"},
    {"2019-04-30", "2019-04-30", off, victory},
    {"2019-05-01", "2019-05-01", off, labour},
    {"2019-05-04", "2019-05-04", swapped_work, "Làm bù ngày 29/4/2019"},
    {"2019-09-02", "2019-09-02", off, national},

    {"2020-01-01", "2020-01-01", off, new_year},
    {"2020-01-23", "2020-01-27", off, tet},
    {"2020-01-28", "2020-01-29", compensated, "Nghỉ bù Tết Nguyên đán"},
    {"2020-04-02", "2020-04-02", off, ancestors},
    {"2020-04-30", "2020-04-30", off, victory},
    {"2020-05-01", "2020-05-01", off, labour},
    {"2020-09-02", "2020-09-02", off, national},

    {"2021-01-01", "2021-01-01", off, new_year},
    {"2021-02-10", "2021-02-14", off, tet},
    {"2021-02-15", "2021-02-16", compensated, "Nghỉ bù Tết Nguyên đán"},
    {"2021-04-21", "2021-04-21", off, ancestors},
    {"2021-04-30", "2021-04-30", off, victory},
    {"2021-05-01", "2021-05-01", off, labour},
    {"2021-05-03", "2021-05-03", compensated, "Nghỉ bù Ngày Quốc tế Lao động"},
    {"2021-09-02", "2021-09-03", off, national},

    {"2022-01-01", "2022-01-01", off, new_year},
    {"2022-01-03", "2022-01-03", compensated, "Nghỉ bù Tết Dương lịch"},
    {"2022-01-31", "2022-02-04", off, tet},
    {"2022-04-10", "2022-04-10", off, ancestors},
    {"2022-04-11", "2022-04-11", compensated, "Nghỉ bù Giỗ Tổ Hùng Vương"},
    {"2022-04-30", "2022-04-30", off, victory},
    {"2022-05-01", "2022-05-01", off, labour},
    {"2022-05-02", "2022-05-02", compensated, "Nghỉ bù Ngày Chiến thắng"},
    {"2022-05-03", "2022-05-03", compensated, "Nghỉ bù Ngày Quốc tế Lao động"},
    {"2022-09-01", "2022-09-02", off, national},

    {"2023-01-01", "2023-01-01", off, new_year},
    {"2023-01-02", "2023-01-02", compensated, "Nghỉ bù Tết Dương lịch"},
    {"2023-01-20", "2023-01-24", off, tet},
    {"2023-01-25", "2023-01-26", compensated, "Nghỉ bù Tết Nguyên đán"},
    {"2023-04-29", "2023-04-29", off, ancestors},
    {"2023-04-30", "2023-04-30", off, victory},
    {"2023-05-01", "2023-05-01", off, labour},
    {"2023-05-02", "2023-05-02", compensated, "Nghỉ bù Giỗ Tổ Hùng Vương"},
    {"2023-05-03", "2023-05-03", compensated, "Nghỉ bù Ngày Chiến thắng"},
    {"2023-09-01", "2023-09-02", off, national},
    {"2023-09-04", "2023-09-04", compensated, "Nghỉ bù Quốc khánh"},

    {"2024-01-01", "2024-01-01", off, new_year},
    {"2024-02-08", "2024-02-12", off, tet},
    {"2024-02-13", "2024-02-14", compensated, "Nghỉ bù Tết Nguyên đán"},
    {"2024-04-18", "2024-04-18", off, ancestors},
    {"2024-04-29", "2024-04-29", swapped_off, "Nghỉ hoán đổi với ngày 04/5/2024"},
    {"2024-04-30", "2024-04-30", off, victory},
    {"2024-05-01", "2024-05-01", off, labour},
    {"2024-05-04", "2024-05-04", swapped_work, "Làm bù ngày 29/4/2024"},
    {"2024-09-02", "2024-09-03", off, national},

    {"2025-01-01", "2025-01-01", off, new_year},
    {"2025-01-27", "2025-01-31", off, tet},
    {"2025-04-07", "2025-04-07", off, ancestors},
    {"2025-04-26", "2025-04-26", swapped_work, "Làm bù ngày 02/5/2025"},
    {"2025-04-30", "2025-04-30", off, victory},
    {"2025-05-01", "2025-05-01", off, labour},
    {"2025-05-02", "2025-05-02", swapped_off, "Nghỉ hoán đổi với ngày 26/4/2025"},
    {"2025-09-01", "2025-09-02", off, national},

    {"2026-01-01", "2026-01-01", off, new_year},
    {"2026-01-02", "2026-01-02", swapped_off, "Nghỉ hoán đổi với ngày 10/01/2026"},
    {"2026-01-10", "2026-01-10", swapped_work, "Làm bù ngày 02/01/2026"},
    {"2026-02-16", "2026-02-20", off, tet},
    {"2026-04-26", "2026-04-26", off, ancestors},
    {"2026-04-27", "2026-04-27", compensated, "Nghỉ bù Giỗ Tổ Hùng Vương"},
    {"2026-04-30", "2026-04-30", off, victory},
    {"2026-05-01", "2026-05-01", off, labour},
    {"2026-08-22", "2026-08-22", swapped_work, "Làm bù ngày 31/8/2026"},
    {"2026-08-31", "2026-08-31", swapped_off, "Nghỉ hoán đổi với ngày 22/8/2026"},
    {"2026-09-01", "2026-09-02", off, national},
};

} // namespace

std::vector<DayEntry> known_days()
{
    std::vector<DayEntry> days;
    for (const auto& range : ranges)
        for (Date day = *Date::parse(range.from), last = *Date::parse(range.to); day <= last; day = day.plus_days(1))
            days.push_back({day, range.kind, range.name});
    return days;
}

} // namespace congso::worktime
