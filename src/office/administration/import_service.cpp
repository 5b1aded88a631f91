#include "lib/crypto/password.h"
#include "lib/ooxml/xlsx_read.h"
#include "lib/text/fold.h"
#include "lib/text/normalize.h"
#include "lib/text/sort_key.h"
#include "office/administration/administration_service.h"
#include "office/administration/import_store.h"
#include "office/administration/slips.h"

#include <algorithm>

namespace congso {

namespace store = administration::store;
using namespace administration;

namespace {

// A table of Excel, told by its content, or a text of lines.
text::Rows table_of(std::string_view bytes)
{
    if (bytes.starts_with("PK\x03\x04")) {
        auto table = ooxml::read_xlsx(bytes).rows;
        for (auto& row : table)
            for (auto& cell : row)
                cell = text::normalize(cell).value_or("");
        return table;
    }
    auto rows = text::read_csv(bytes);
    if (!rows)
        throw Error::invalid("import.not_text");
    return std::move(*rows);
}

} // namespace

int AdministrationService::check(db::Tx& tx, const Actor&, std::vector<ImportRow>& rows, const std::vector<org::Post>& posts,
                                 const std::vector<accounts::Role>& roles)
{
    std::vector<std::pair<std::string, Date>> known;
    for (const auto& person : store::list_known(tx))
        known.emplace_back(text::fold(person.full_name), person.born_on);
    return check_rows(rows,
                      {.posts = posts,
                       .roles = roles,
                       .username_taken = [&](const std::string& username) { return AccountService::has_account(tx, username); },
                       .person_exists =
                           [&](const std::string& name, Date born_on) {
                               const auto folded = text::fold(name);
                               return std::any_of(known.begin(), known.end(), [&](const auto& one) {
                                   return one.first == folded && (!one.second.is_set() || !born_on.is_set() || one.second == born_on);
                               });
                           },
                       .today = p_.clock.today()});
}

ImportPreview AdministrationService::preview(const Actor& actor, std::string_view bytes)
{
    actor.demand(Permission::manage_people);
    ImportPreview preview{.rows = rows_of(table_of(bytes))};
    const auto posts = p_.org.list_posts(actor);
    const auto roles = p_.accounts.list_roles(actor);
    preview.wrong = p_.database.read(actor.agency(), [&](db::Tx& tx) { return check(tx, actor, preview.rows, posts, roles); });
    return preview;
}

std::string AdministrationService::import(const Actor& actor, const ImportPeople& entry)
{
    actor.demand(Permission::manage_people);
    if (entry.rows.empty() || entry.rows.size() > most_people)
        throw Error::invalid(entry.rows.empty() ? "import.empty" : "import.too_many");
    const auto posts = p_.org.list_posts(actor);
    const auto roles = p_.accounts.list_roles(actor);
    const auto today = p_.clock.today();
    std::vector<Slip> slips;
    std::vector<std::string> hashes; // made before the transaction: each takes its time
    for (const auto& row : entry.rows) {
        hashes.emplace_back();
        if (row.username.empty())
            continue;
        slips.push_back({row.full_name, row.post, row.username, make_first_password()});
        hashes.back() = crypto::password::hash(slips.back().password);
    }
    const auto agency = p_.database.write(actor.agency(), [&](db::Tx& tx) {
        auto rows = entry.rows;
        if (const auto wrong = check(tx, actor, rows, posts, roles); wrong > 0)
            throw Error::conflict("import.faults", {{"rows", std::to_string(wrong)}});
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto& row = rows[i];
            const org::Person person{.agency = tx.agency(),
                                     .id = Id<org::Person>::make(),
                                     .full_name = row.full_name,
                                     .sort_key = text::person_sort_key(row.full_name),
                                     .email = row.email,
                                     .phone = row.phone,
                                     .born_on = *read_day(row.born_on),
                                     .active = true,
                                     .version = 1};
            tx.insert("person", person);
            if (const auto* post = row.post.empty() ? nullptr : find_post(posts, row.post, today))
                tx.insert("holding",
                          org::Holding{.agency = tx.agency(),
                                       .id = Id<org::Holding>::make(),
                                       .person = person.id,
                                       .post = post->id,
                                       .main = true,
                                       .valid_from = today,
                                       .valid_to = {}});
            p_.audit.record(tx, actor, "person.added", "person", person.id.uuid, AuditTrail::changes(org::Person{}, person));
            if (!row.username.empty()) {
                AccountService::create_account(tx, row.username, person.id, hashes[i], p_.clock.now(), true);
                p_.audit.record(tx, actor, "account.added", "person", person.id.uuid, {{"username", row.username}, {"disabled", "0"}});
            }
            std::vector<Id<accounts::Role>> wanted;
            for (const auto& name : names_in(row.roles))
                wanted.push_back(find_role(roles, name)->id);
            if (!wanted.empty())
                p_.accounts.ask_roles(tx, actor, person.id, wanted);
        }
        return p_.org.get_agency(tx, tx.agency()).short_name;
    });
    return print_slips(slips, agency, today);
}

} // namespace congso
