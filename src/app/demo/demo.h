#pragma once
#include "app/demo/office_life.h"

// The sample: the invented commune Phổ Mẫu from September 2019 until the evening before Wednesday 2022-05-04.
namespace congso::app::demo {

inline const Date first_day = Date::of(2019, 9, 3), opening_day = Date::of(2022, 5, 4);

struct Extent {
    double density = 1; // how much of the usual correspondence there is; tests take little
};

// Fills an empty database; `clock` is the one that `app` runs by. Throws conflict "demo.not_empty" when an agency works here already.
Counts fill(App& app, ManualClock& clock, const Extent& extent = {});

// The parts of it: two and a half years of correspondence, and what waits on the first morning.
void plan_history(OfficeLife& life, const Extent& extent);
void plan_last_days(OfficeLife& life);
void plan_hands(OfficeLife& life); // what was taken in hand on the last afternoon
void plan_copies(OfficeLife& life); // of documents, that afternoon
std::shared_ptr<void> plan_dossiers(OfficeLife& life); // is kept until the agenda has run

} // namespace congso::app::demo
