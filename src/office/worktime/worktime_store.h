#pragma once
#include "lib/db/tx.h"
#include "office/worktime/worktime.h"

namespace congso::worktime::store {

std::vector<DayEntry> list_days(db::Tx& tx);
std::vector<Hours> list_hours(db::Tx& tx);
void put_hours(db::Tx& tx, const Hours& hours); // instead of what began on that day
void put_day(db::Tx& tx, const DayEntry& entry);
void delete_day(db::Tx& tx, Date day);

} // namespace congso::worktime::store
