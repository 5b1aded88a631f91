#pragma once
#include "lib/base/error.h"
#include "office/org/org.h"

namespace congso::recipient_groups {

enum class MemberKind { post, unit, person };
BOOST_DESCRIBE_ENUM(MemberKind, post, unit, person)

// Who belongs to a group: whoever holds a post, works in a unit, or one person; from a day and until one, or without end.
struct Member {
    MemberKind kind{};
    Uuid target; // a post, a unit or a person of the agency
    std::string name; // of the target, as it is called now
    Date valid_from, valid_to;
};
BOOST_DESCRIBE_STRUCT(Member, (), (kind, target, name, valid_from, valid_to))

// A line of «Nơi nhận» that stands for several people of the agency: «CT, PCT UBND xã», «Trưởng các thôn».
struct Group {
    AgencyId agency;
    Id<Group> id;
    std::string name; // as it prints
    int position{}; // order in lists
    Date valid_from, valid_to;
    int version{1};
};
BOOST_DESCRIBE_STRUCT(Group, (), (agency, id, name, position, valid_from, valid_to, version))

struct GroupView : Group {
    std::vector<Member> members; // in the order in which they were entered
};
BOOST_DESCRIBE_STRUCT(GroupView, (Group), (members))

struct MemberEntry {
    MemberKind kind{};
    Uuid target;
    std::optional<Date> valid_from{}, valid_to{};
};
BOOST_DESCRIBE_STRUCT(MemberEntry, (), (kind, target, valid_from, valid_to))

// POST /api/admin/recipient-groups: always the whole of it. Without an id a new one, with one a change of it, and then the version is
// required.
struct GroupEntry {
    std::optional<Id<Group>> id{};
    std::optional<int> version{};
    std::string name;
    std::optional<int> position{};
    std::optional<Date> valid_from{}, valid_to{};
    std::vector<MemberEntry> members{};
};
BOOST_DESCRIBE_STRUCT(GroupEntry, (), (id, version, name, position, valid_from, valid_to, members))

bool in_force(const Group& group, Date day);

// The wrong fields of the form, as far as the form itself can tell: the same member on days that overlap is one too many.
std::vector<FieldFault> faults_of(const GroupEntry& entry);

} // namespace congso::recipient_groups
