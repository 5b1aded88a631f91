// node tools/new-feature.mjs NAME [Type]: a feature folder in the five kinds of file, with a test that passes on both engines, its
// line in src/office/CMakeLists.txt and a migration. NAME is the folder ("meetings"), Type what it keeps ("Meeting"). What is
// written keeps titled records: replace the fields, keep the shape. docs/add-a-feature.md explains each file.
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exists, order, read, root } from "./tree.mjs";

const [name, type = singular(name ?? "")] = process.argv.slice(2);
const say = (text) => {
    console.error(text);
    process.exit(1);
};
if (!/^[a-z][a-z_]*$/.test(name ?? "")) say("usage: node tools/new-feature.mjs NAME [Type]   NAME in snake_case");
if (!/^[A-Z][A-Za-z]*$/.test(type)) say(`${type} is no name of a type; give it in PascalCase`);
if (exists(`src/office/${name}`)) say(`src/office/${name} is there already`);

function singular(folder) {
    return folder.split("_").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("").replace(/ies$/, "y").replace(/([^s])s$/, "$1");
}

const one = type.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase(); // the table, the variable, the kind of record
const Service = `${type}Service`;
const url = `/api/${name.replaceAll("_", "-")}`;
const folder = `src/office/${name}`;
const migrations = readdirSync(join(root, "db/migrations")).filter((file) => /^\d{4}_/.test(file)).sort();
const number = String(Number((migrations.at(-1) ?? "0000").slice(0, 4)) + 1).padStart(4, "0");
const migration = `db/migrations/${number}_${name}.sql`;

const texts = {
    [`${folder}/CMakeLists.txt`]: `congso_module(${name}
    SOURCES ${name}.cpp ${name}_api.cpp ${name}_service.cpp ${name}_store.cpp
    DEPENDS base json db http crypto actor audit org
    TESTS ${name}_test.cpp)
`,
    [`${folder}/${name}.h`]: `#pragma once
#include "lib/base/describe.h"

namespace congso::${name} {

// One ${one.replaceAll("_", " ")} of an agency.
struct ${type} {
    AgencyId agency;
    Id<${type}> id;
    std::string title;
    Time created_at;
};
BOOST_DESCRIBE_STRUCT(${type}, (), (agency, id, title, created_at))

// What a person fills in.
struct ${type}Entry {
    std::string title;
};
BOOST_DESCRIBE_STRUCT(${type}Entry, (), (title))

// Throws invalid with every wrong field at once.
void check(const ${type}Entry& entry);

} // namespace congso::${name}
`,
    [`${folder}/${name}.cpp`]: `#include "office/${name}/${name}.h"

#include "lib/base/error.h"

namespace congso::${name} {

void check(const ${type}Entry& entry)
{
    std::vector<FieldFault> faults;
    if (entry.title.empty())
        faults.push_back({"/title", "required"});
    if (entry.title.size() > 1000)
        faults.push_back({"/title", "too_long"});
    if (!faults.empty())
        throw Error::invalid_fields(std::move(faults));
}

} // namespace congso::${name}
`,
    [`${folder}/${name}_store.h`]: `#pragma once
#include "lib/db/tx.h"
#include "office/${name}/${name}.h"

namespace congso::${name}::store {

void insert(db::Tx& tx, const ${type}& ${one});
std::optional<${type}> find(db::Tx& tx, Id<${type}> id);
std::vector<${type}> list_newest(db::Tx& tx, int limit);

} // namespace congso::${name}::store
`,
    [`${folder}/${name}_store.cpp`]: `#include "office/${name}/${name}_store.h"

namespace congso::${name}::store {

void insert(db::Tx& tx, const ${type}& ${one}) { tx.insert("${one}", ${one}); }

std::optional<${type}> find(db::Tx& tx, Id<${type}> id)
{
    return tx.find<${type}>("SELECT agency, id, title, created_at FROM ${one} WHERE agency = $1 AND id = $2", tx.agency(), id);
}

std::vector<${type}> list_newest(db::Tx& tx, int limit)
{
    return tx.list<${type}>("SELECT agency, id, title, created_at FROM ${one} WHERE agency = $1 ORDER BY created_at DESC, id DESC LIMIT $2",
                            tx.agency(), limit);
}

} // namespace congso::${name}::store
`,
    [`${folder}/${name}_service.h`]: `#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/${name}/${name}.h"

namespace congso {

class ${Service} {
public:
    ${Service}(db::Database& database, const Clock& clock, AuditTrail& audit) : database_(database), clock_(clock), audit_(audit) {}

    ${name}::${type} create(const Actor& actor, const ${name}::${type}Entry& entry);
    ${name}::${type} get(const Actor& actor, Id<${name}::${type}> id); // throws not_found
    std::vector<${name}::${type}> list_newest(const Actor& actor);

private:
    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
};

} // namespace congso
`,
    [`${folder}/${name}_service.cpp`]: `#include "office/${name}/${name}_service.h"

#include "office/actor/use_case.h"
#include "office/${name}/${name}_store.h"

namespace congso {

namespace store = ${name}::store;
using ${name}::${type}, ${name}::${type}Entry;

${type} ${Service}::create(const Actor& actor, const ${type}Entry& entry)
{
    check(entry);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const ${type} created{.agency = tx.agency(), .id = Id<${type}>::make(), .title = entry.title, .created_at = clock_.now()};
        store::insert(tx, created);
        audit_.record(tx, actor, "${one}.created", "${one}", created.id.uuid);
        return created;
    });
}

${type} ${Service}::get(const Actor& actor, Id<${type}> id)
{
    return database_.read(actor.agency(), [&](db::Tx& tx) {
        const auto found = store::find(tx, id);
        if (!found)
            throw Error::not_found();
        return *found;
    });
}

std::vector<${type}> ${Service}::list_newest(const Actor& actor)
{
    return database_.read(actor.agency(), [&](db::Tx& tx) { return store::list_newest(tx, 50); });
}

} // namespace congso
`,
    [`${folder}/${name}_api.h`]: `#pragma once
#include "office/actor/route.h"
#include "office/${name}/${name}_service.h"

namespace congso::${name} {

std::vector<route::Route> routes(${Service}& service);

} // namespace congso::${name}
`,
    [`${folder}/${name}_api.cpp`]: `#include "office/${name}/${name}_api.h"

namespace congso::${name} {

std::vector<route::Route> routes(${Service}& service)
{
    return {
        route::get<route::None, Page<${type}>>(
            "${url}", "The newest ${name.replaceAll("_", " ")}", Permission::signed_in,
            [&service](const Actor& actor, const route::None&) { return Page<${type}>{service.list_newest(actor), {}}; }),
        route::get<route::ById<${type}>, ${type}>(
            "${url}/{id}", "One ${one.replaceAll("_", " ")}", Permission::signed_in,
            [&service](const Actor& actor, const route::ById<${type}>& input) { return service.get(actor, input.id); }),
        route::post<${type}Entry, ${type}>(
            "${url}", "Create a ${one.replaceAll("_", " ")}", Permission::signed_in,
            [&service](const Actor& actor, const ${type}Entry& entry) { return service.create(actor, entry); }),
    };
}

} // namespace congso::${name}
`,
    [`${folder}/${name}_test.cpp`]: `#include "office/${name}/${name}_service.h"
#include "lib/base/error.h"
#include "office/org/org.h"
#include "tests/support/temp_database.h"

namespace congso {
namespace {

class ${type}Test : public test::DatabaseTest {
protected:
    ${type}Test()
    {
        for (const auto& id : {own_, other_}) {
            Agency agency;
            agency.id = id;
            agency.name = agency.short_name = "UBND xã";
            database().write(id, [&](db::Tx& tx) { tx.insert("agency", agency); });
        }
    }

    ManualClock clock_{Time{1'651'622'400'000}}; // 2022-05-04 07:00 at +07:00
    crypto::Ed25519Key key_ = crypto::Ed25519Key::make();
    AuditTrail audit_{clock_, key_};
    ${Service} service_{database(), clock_, audit_};
    AgencyId own_ = AgencyId::make(), other_ = AgencyId::make();
    Actor actor_{own_, Id<org::Person>::make(), {}}, stranger_{other_, Id<org::Person>::make(), {}};
};
CONGSO_BOTH_ENGINES(${type}Test);

TEST_P(${type}Test, keeps_what_was_created)
{
    const auto created = service_.create(actor_, {.title = "Họp giao ban"});
    EXPECT_EQ(service_.get(actor_, created.id).title, "Họp giao ban");
    EXPECT_EQ(service_.list_newest(actor_).size(), 1u);
}

TEST_P(${type}Test, refuses_one_without_a_title_and_keeps_nothing)
{
    EXPECT_THROW(service_.create(actor_, {}), Error);
    EXPECT_TRUE(service_.list_newest(actor_).empty());
}

TEST_P(${type}Test, shows_nothing_of_it_to_another_agency)
{
    const auto created = service_.create(actor_, {.title = "Họp giao ban"});
    EXPECT_TRUE(service_.list_newest(stranger_).empty());
    EXPECT_THROW(service_.get(stranger_, created.id), Error);
}

} // namespace
} // namespace congso
`,
    [migration]: `CREATE TABLE ${one} (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (agency, id)
);
CREATE INDEX ${one}_newest ON ${one} (agency, created_at, id);
`,
};

mkdirSync(join(root, folder));
for (const [path, text] of Object.entries(texts)) writeFileSync(join(root, path), text);
execFileSync("clang-format", ["-i", ...Object.keys(texts).filter((path) => /\.(h|cpp)$/.test(path))], { cwd: root });
if (!order("src/office/CMakeLists.txt").includes(name)) {
    const list = read("src/office/CMakeLists.txt");
    writeFileSync(join(root, "src/office/CMakeLists.txt"), list.replace(/(foreach\(folder [^)]*?)\s*\)/, `$1 ${name})`));
}
mkdirSync(join(root, "changes"), { recursive: true });
appendFileSync(join(root, `changes/${name}.md`), `New: ${name.replaceAll("_", " ")}.\n`);

console.log(`${Object.keys(texts).join("\n")}
What is left: in src/app/app.h and app.cpp the service and its routes; web/src/${name}/; its words in web/src/words/vi.ts;
build/release/congso print-api --typescript > web/src/api/types.ts.`);
