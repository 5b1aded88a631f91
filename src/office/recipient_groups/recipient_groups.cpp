#include "office/recipient_groups/recipient_groups.h"

#include "office/actor/faults.h"

#include <algorithm>

namespace congso::recipient_groups {

namespace {

constexpr std::size_t most_members = 300;

bool overlap(const MemberEntry& a, const MemberEntry& b)
{
    const auto ends_before = [](const MemberEntry& one, const MemberEntry& other) {
        return one.valid_to && one.valid_to->is_set() && other.valid_from && other.valid_from->is_set()
            && *one.valid_to < *other.valid_from;
    };
    return !ends_before(a, b) && !ends_before(b, a);
}

void check_days(Faults& faults, const std::string& at, const std::optional<Date>& from, const std::optional<Date>& to)
{
    if (from && to && from->is_set() && to->is_set() && *to < *from)
        faults.add(at + "/valid_to", "range");
}

} // namespace

bool in_force(const Group& group, Date day)
{
    return (!group.valid_from.is_set() || group.valid_from <= day) && (!group.valid_to.is_set() || group.valid_to >= day);
}

std::vector<FieldFault> faults_of(const GroupEntry& entry)
{
    Faults faults;
    faults.required("/name", entry.name, 200); // as a line of «Nơi nhận»
    faults.in_range("/position", entry.position.value_or(0), 0, 10'000);
    check_days(faults, "", entry.valid_from, entry.valid_to);
    if (entry.id && !entry.version)
        faults.add("/version", "required");
    if (entry.members.empty())
        faults.add("/members", "required");
    faults.at_most_items("/members", entry.members.size(), most_members);
    for (std::size_t i = 0; i < entry.members.size(); ++i) {
        const auto& member = entry.members[i];
        const auto at = "/members/" + std::to_string(i);
        check_days(faults, at, member.valid_from, member.valid_to);
        if (std::any_of(entry.members.begin(), entry.members.begin() + static_cast<std::ptrdiff_t>(i), [&](const auto& other) {
                return other.kind == member.kind && other.target == member.target && overlap(other, member);
            }))
            faults.add(at + "/target", "twice");
    }
    return faults.take();
}

} // namespace congso::recipient_groups
