#include "office/recipient_groups/recipient_groups_service.h"

#include "office/actor/use_case.h"
#include "office/recipient_groups/recipient_groups_store.h"

namespace congso {

namespace store = recipient_groups::store;
using namespace recipient_groups;

namespace {

constexpr std::string_view record_kind = "recipient_group";

// Its members as the history of the group tells them: «Trưởng thôn Hải Tân», with the days that bound it.
std::vector<std::string> names_of(const std::vector<Member>& members)
{
    std::vector<std::string> names;
    for (const auto& member : members) {
        auto name = member.name;
        if (member.valid_from.is_set())
            name += " (từ " + member.valid_from.to_string() + ")";
        if (member.valid_to.is_set())
            name += " (đến " + member.valid_to.to_string() + ")";
        names.push_back(std::move(name));
    }
    return names;
}

struct Told {
    std::vector<std::string> members;
};
BOOST_DESCRIBE_STRUCT(Told, (), (members))

} // namespace

std::vector<GroupView> RecipientGroupService::list(const Actor& actor)
{
    actor.demand(Permission::signed_in);
    return database_.read(actor.agency(), [](db::Tx& tx) { return store::list(tx); });
}

GroupView RecipientGroupService::save(const Actor& actor, const GroupEntry& entry)
{
    actor.demand(Permission::manage_people);
    if (auto faults = faults_of(entry); !faults.empty())
        throw Error::invalid_fields(std::move(faults));
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto stored = entry.id ? store::find(tx, *entry.id) : std::nullopt;
        if (entry.id && !stored)
            throw Error::not_found();
        if (stored && stored->version != *entry.version)
            throw Error::conflict("stale", {{"version", std::to_string(stored->version)}});
        const auto id = stored ? stored->id : Id<Group>::make();
        std::vector<FieldFault> faults;
        if (store::is_name_taken(tx, entry.name, id))
            faults.push_back({"/name", "taken"});
        for (std::size_t i = 0; i < entry.members.size(); ++i)
            if (!store::find_name(tx, entry.members[i].kind, entry.members[i].target))
                faults.push_back({"/members/" + std::to_string(i) + "/target", "unknown"});
        if (!faults.empty())
            throw Error::invalid_fields(std::move(faults));
        const auto before = stored.value_or(GroupView{});
        Group after = before;
        after.agency = tx.agency();
        after.id = id;
        after.name = entry.name;
        after.position = entry.position.value_or(0);
        after.valid_from = entry.valid_from.value_or(Date{});
        after.valid_to = entry.valid_to.value_or(Date{});
        if (!stored)
            store::insert(tx, after);
        else if (!store::update(tx, after))
            throw Error::conflict("stale");
        store::put_members(tx, after.id, entry.members);
        const auto saved = *store::find(tx, after.id);
        auto changes = AuditTrail::changes<Group>(before, after);
        for (auto& change : AuditTrail::changes(Told{names_of(before.members)}, Told{names_of(saved.members)}))
            changes.push_back(std::move(change));
        audit_.record(tx, actor, stored ? "recipient_group.changed" : "recipient_group.added", record_kind, after.id.uuid, changes);
        return saved;
    });
}

bool RecipientGroupService::is_in_force(db::Tx& tx, Id<Group> id, Date day)
{
    const auto group = store::find(tx, id);
    return group && in_force(*group, day);
}

std::vector<Id<org::Person>> RecipientGroupService::list_people(db::Tx& tx, Id<Group> id, Date day)
{
    return store::list_people(tx, id, day);
}

Rules RecipientGroupService::rules()
{
    return store::rules();
}

} // namespace congso
