#include "office/recipient_groups/recipient_groups_store.h"

#include "lib/db/dialect.h"

namespace congso::recipient_groups::store {

namespace {

constexpr auto columns = "agency, id, name, position, valid_from, valid_to, version";

constexpr Rule all[] = {
    {"it has no members",
     "SELECT g.id FROM recipient_group g WHERE g.agency = $1 AND NOT EXISTS (SELECT 1 FROM recipient_group_member m"
     " WHERE m.agency = g.agency AND m.recipient_group = g.id) ORDER BY g.id LIMIT 100"},
    {"a member of it is not of the agency",
     "SELECT m.recipient_group FROM recipient_group_member m WHERE m.agency = $1"
     " AND NOT EXISTS (SELECT 1 FROM post o WHERE o.agency = m.agency AND o.id = m.target AND m.kind = 'post')"
     " AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.agency = m.agency AND u.id = m.target AND m.kind = 'unit')"
     " AND NOT EXISTS (SELECT 1 FROM person p WHERE p.agency = m.agency AND p.id = m.target AND m.kind = 'person')"
     " ORDER BY m.recipient_group LIMIT 100"},
};

struct MemberRow : Member {
    Id<Group> recipient_group;
};
BOOST_DESCRIBE_STRUCT(MemberRow, (Member), (recipient_group))

constexpr auto member_columns = "SELECT m.recipient_group, m.kind, m.target, m.valid_from, m.valid_to,"
                                "       COALESCE(o.name, u.name, p.full_name, '') AS name"
                                "  FROM recipient_group_member m"
                                "  LEFT JOIN post o ON o.agency = m.agency AND o.id = m.target AND m.kind = 'post'"
                                "  LEFT JOIN unit u ON u.agency = m.agency AND u.id = m.target AND m.kind = 'unit'"
                                "  LEFT JOIN person p ON p.agency = m.agency AND p.id = m.target AND m.kind = 'person'";

std::string in_force(std::string_view alias, std::string_view day)
{
    const std::string a{alias}, d{day};
    return "(" + a + ".valid_from IS NULL OR " + a + ".valid_from <= " + d + ") AND (" + a + ".valid_to IS NULL OR " + a
        + ".valid_to >= " + d + ")";
}

} // namespace

std::vector<GroupView> list(db::Tx& tx)
{
    std::vector<GroupView> groups;
    for (const auto& group : tx.list<Group>(
             std::string{"SELECT "} + columns + " FROM recipient_group WHERE agency = $1 ORDER BY position, name, id", tx.agency())) {
        GroupView view;
        static_cast<Group&>(view) = group;
        groups.push_back(std::move(view));
    }
    for (const auto& member :
         tx.list<MemberRow>(std::string{member_columns} + " WHERE m.agency = $1 ORDER BY m.recipient_group, m.position", tx.agency()))
        for (auto& group : groups)
            if (group.id == member.recipient_group)
                group.members.push_back(member);
    return groups;
}

std::optional<GroupView> find(db::Tx& tx, Id<Group> id)
{
    const auto group =
        tx.find<Group>(std::string{"SELECT "} + columns + " FROM recipient_group WHERE agency = $1 AND id = $2", tx.agency(), id);
    if (!group)
        return std::nullopt;
    GroupView view;
    static_cast<Group&>(view) = *group;
    for (const auto& member : tx.list<MemberRow>(
             std::string{member_columns} + " WHERE m.agency = $1 AND m.recipient_group = $2 ORDER BY m.position", tx.agency(), id))
        view.members.push_back(member);
    return view;
}

void insert(db::Tx& tx, const Group& group)
{
    tx.insert("recipient_group", group);
}

bool update(db::Tx& tx, const Group& group)
{
    return tx.execute("UPDATE recipient_group SET name = $3, position = $4, valid_from = $5, valid_to = $6, version = version + 1"
                      " WHERE agency = $1 AND id = $2 AND version = $7",
                      tx.agency(), group.id, group.name, group.position, group.valid_from, group.valid_to, group.version)
        == 1;
}

void put_members(db::Tx& tx, Id<Group> id, const std::vector<MemberEntry>& members)
{
    tx.execute("DELETE FROM recipient_group_member WHERE agency = $1 AND recipient_group = $2", tx.agency(), id);
    std::vector<std::vector<db::Value>> rows;
    for (const auto& member : members)
        rows.push_back({db::to_value(tx.agency()), db::to_value(id), db::to_value(rows.size() + 1), db::to_value(member.kind),
                        db::to_value(member.target), db::to_value(member.valid_from.value_or(Date{})),
                        db::to_value(member.valid_to.value_or(Date{}))});
    db::insert_many(tx, "recipient_group_member", "agency, recipient_group, position, kind, target, valid_from, valid_to", rows);
}

bool is_name_taken(db::Tx& tx, std::string_view name, Id<Group> by_other_than)
{
    return tx.find<int>("SELECT 1 FROM recipient_group WHERE agency = $1 AND name = $2 AND id <> $3", tx.agency(), name, by_other_than)
        .has_value();
}

std::optional<std::string> find_name(db::Tx& tx, MemberKind kind, Uuid target)
{
    switch (kind) {
    case MemberKind::post:
        return tx.find<std::string>("SELECT name FROM post WHERE agency = $1 AND id = $2", tx.agency(), target);
    case MemberKind::unit:
        return tx.find<std::string>("SELECT name FROM unit WHERE agency = $1 AND id = $2", tx.agency(), target);
    case MemberKind::person:
        break;
    }
    return tx.find<std::string>("SELECT full_name FROM person WHERE agency = $1 AND id = $2", tx.agency(), target);
}

std::vector<Id<org::Person>> list_people(db::Tx& tx, Id<Group> id, Date day)
{
    return tx.list<Id<org::Person>>(
        "SELECT DISTINCT p.id FROM recipient_group_member m JOIN person p ON p.agency = m.agency AND p.active = 1"
        " WHERE m.agency = $1 AND m.recipient_group = $2 AND "
            + in_force("m", "$3")
            + " AND ((m.kind = 'person' AND p.id = m.target)"
              " OR (m.kind IN ('post', 'unit') AND EXISTS (SELECT 1 FROM holding h JOIN post o ON o.agency = h.agency AND o.id = h.post"
              " WHERE h.agency = m.agency AND h.person = p.id AND "
            + in_force("h", "$3") + " AND " + in_force("o", "$3")
            + " AND ((m.kind = 'post' AND o.id = m.target) OR (m.kind = 'unit' AND o.unit = m.target))))) ORDER BY p.id",
        tx.agency(), id, day);
}

Rules rules()
{
    return all;
}

} // namespace congso::recipient_groups::store
