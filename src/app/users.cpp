#include "app/users.h"

#include "app/app.h"

namespace congso::app {

namespace {

// Who has the directory may do all of it: the acts are those of an administrator without a name.
Actor administrator_of(AgencyId agency)
{
    return {agency, {}, {Permission::manage_people}};
}

std::vector<Id<accounts::Role>> roles_called(App& app, AgencyId agency, const std::vector<std::string>& codes)
{
    const auto known = app.accounts.list_roles(administrator_of(agency));
    std::vector<Id<accounts::Role>> roles;
    for (const auto& code : codes) {
        const auto role = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.code == code; });
        if (role == known.end())
            throw Error::invalid("role.unknown", {{"role", code}});
        roles.push_back(role->id);
    }
    return roles;
}

Agency agency_called(App& app, const std::string& name)
{
    const auto all = app.org.list_hosted();
    for (const auto& agency : all)
        if (agency.short_name == name || agency.name == name || (name.empty() && all.size() == 1))
            return agency;
    throw Error::not_found("agency.unknown", {{"agency", name}});
}

void add(App& app, const UserRequest& request)
{
    accounts::demand_good_username("/username", request.username);
    accounts::demand_good_password("/password", request.password, request.username);
    const auto agency = agency_called(app, request.agency);
    const auto roles = roles_called(app, agency.id, request.roles);
    if (app.accounts.find_holder(request.username))
        throw Error::conflict("account.taken", {{"username", request.username}});
    const auto actor = administrator_of(agency.id);
    const auto person = app.org.save_person(actor,
                                            {.id = {},
                                             .version = {},
                                             .full_name = request.full_name,
                                             .email = {},
                                             .phone = {},
                                             .born_on = {},
                                             .active = true,
                                             .main_post = {}});
    app.accounts.set_roles(actor, {person.person.id, roles});
    app.accounts.save_account(actor,
                              {.person = person.person.id, .username = request.username, .password = request.password, .disabled = {}});
}

void set_closed(App& app, const UserRequest& request, bool closed)
{
    const auto holder = app.accounts.get_holder(request.username);
    app.accounts.save_account(administrator_of(holder.agency),
                              {.person = holder.person, .username = request.username, .password = {}, .disabled = closed});
}

void set_roles(App& app, const UserRequest& request)
{
    const auto holder = app.accounts.get_holder(request.username);
    app.accounts.set_roles(administrator_of(holder.agency), {holder.person, roles_called(app, holder.agency, request.roles)});
}

UserRows rows_of(App& app, const std::string& username) // "": all
{
    UserRows all;
    for (const auto& agency : app.org.list_hosted()) {
        const auto actor = administrator_of(agency.id);
        const auto known = app.accounts.list_roles(actor);
        for (const auto& person : app.org.list_people(actor)) {
            if (person.username.empty() || (!username.empty() && person.username != username))
                continue;
            std::string codes;
            for (const auto& id : app.accounts.get_roles(actor, person.id).roles)
                for (const auto& role : known)
                    if (role.id == id)
                        codes += (codes.empty() ? "" : " ") + role.code;
            all.rows.push_back({person.username, person.full_name, person.post_name, agency.short_name, codes,
                                app.accounts.get_holder(person.username).disabled});
        }
    }
    return all;
}

} // namespace

UserRows change_users(App& app, const UserRequest& request)
{
    switch (request.act) {
    case UserAct::list:
        return rows_of(app, "");
    case UserAct::add:
        add(app, request);
        break;
    case UserAct::password:
        app.accounts.reset_password(request.username, request.password);
        break;
    case UserAct::close:
    case UserAct::open:
        set_closed(app, request, request.act == UserAct::close);
        break;
    case UserAct::roles:
        set_roles(app, request);
        break;
    }
    return rows_of(app, request.username);
}

} // namespace congso::app
