#pragma once
#include "office/accounts/accounts_service.h"
#include "office/tasks/tasks.h"
#include "office/work/work.h"

// The people of an instruction, as both halves of the service see them.
namespace congso::incoming {

inline constexpr std::string_view written_slot = "written"; // scans of pen-written instructions

work::Action action_of(tasks::Part part);

// Everyone named is there, and whoever shall do something may: who cannot handle documents could never finish his part, who cannot read
// them would never see what he is to know. Throws invalid on `path`/<i>/person.
void demand_people(db::Tx& tx, const OrgService& org, const std::vector<tasks::Share>& shares, const std::string& path);

} // namespace congso::incoming
