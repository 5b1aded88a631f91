#include "lib/base/error.h"
#include "lib/json/schema.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_to.hpp>
#include <gtest/gtest.h>

namespace congso::json {

namespace schema_work {
enum class Urgency { normal, urgent };
BOOST_DESCRIBE_ENUM(Urgency, normal, urgent)
} // namespace schema_work

namespace schema_other {
enum class Urgency { low };
BOOST_DESCRIBE_ENUM(Urgency, low)
struct Other {
    Urgency urgency{};
};
BOOST_DESCRIBE_STRUCT(Other, (), (urgency))
} // namespace schema_other

namespace {

struct Paper {
    Id<Paper> id;
    std::string subject;
    Date issued_on;
    Time at;
    schema_work::Urgency urgency{};
    std::optional<int> pages;
    std::vector<std::optional<std::string>> notes;
    bool open{};
};
BOOST_DESCRIBE_STRUCT(Paper, (), (id, subject, issued_on, at, urgency, pages, notes, open))
struct ById {
    Id<Paper> id;
};
BOOST_DESCRIBE_STRUCT(ById, (), (id))
struct Query {
    std::optional<Date> from;
    std::vector<std::string> kind;
};
BOOST_DESCRIBE_STRUCT(Query, (), (from, kind))
struct Change {
    Id<Paper> id;
    std::string subject;
};
BOOST_DESCRIBE_STRUCT(Change, (), (id, subject))

template <class In, class Out> Operation operation(std::string method, std::string path, std::string door = "session")
{
    return {std::move(method),        std::move(path),          "help", "read_papers", std::move(door),
            &describe::type_of<In>(), &describe::type_of<Out>()};
}

std::vector<Operation> api()
{
    return {operation<Query, Page<Paper>>("GET", "/api/papers"), operation<ById, Paper>("GET", "/api/papers/{id}", "public"),
            operation<Change, Paper>("POST", "/api/papers/{id}"), operation<ById, Nothing>("POST", "/api/papers/{id}/end")};
}

boost::json::value described(const std::vector<Operation>& operations)
{
    return boost::json::parse(openapi(operations, "congso", "1"));
}

std::string text_at(const boost::json::value& root, const char* pointer)
{
    return boost::json::value_to<std::string>(root.at_pointer(pointer));
}

} // namespace

TEST(TypeScript, prints_types_by_name_and_then_the_routes)
{
    EXPECT_EQ(typescript(api()),
              R"(// Made from the server's types by `congso print-api --typescript`; not edited by hand.
// Ids and dates (YYYY-MM-DD) are strings, instants are milliseconds since 1970. A date that is not set is null; an id that is not set, too.

export interface ById {
    id: string;
}

export interface Change {
    id: string;
    subject: string;
}

export type Nothing = Record<string, never>;

export interface PagePaper {
    items: Paper[];
    after: string;
}

export interface Paper {
    id: string;
    subject: string;
    issued_on: string | null;
    at: number;
    urgency: Urgency;
    pages?: number | null;
    notes: (string | null)[];
    open: boolean;
}

export interface Query {
    from?: string | null;
    kind: string[];
}

export type Urgency = "normal" | "urgent";

// Every route: what goes in (path and query members by name, the rest as body) and what comes back.
export interface Routes {
    "GET /api/papers": { input: Query; output: PagePaper };
    "GET /api/papers/{id}": { input: ById; output: Paper };
    "POST /api/papers/{id}": { input: Change; output: Paper };
    "POST /api/papers/{id}/end": { input: ById; output: Nothing };
}
)");
}

TEST(TypeScript, does_not_depend_on_the_order_of_the_routes)
{
    auto operations = api();
    const auto text = typescript(operations);
    std::ranges::reverse(operations);
    EXPECT_EQ(typescript(operations), text);
}

TEST(TypeScript, puts_the_scope_before_a_name_that_two_scopes_use)
{
    const auto text = typescript(std::vector{operation<schema_other::Other, Paper>("GET", "/api/x")});
    EXPECT_NE(text.find("export type SchemaOtherUrgency = \"low\";"), std::string::npos);
    EXPECT_NE(text.find("    urgency: SchemaWorkUrgency;"), std::string::npos);
}

TEST(TypeScript, tells_which_routes_take_a_file_as_their_body)
{
    auto upload = operation<Query, Paper>("POST", "/api/files");
    upload.streamed_body = true;
    EXPECT_NE(typescript(std::vector{upload}).find("\"POST /api/files\": { input: Query; output: Paper; body: Blob };"), std::string::npos);
    EXPECT_TRUE(
        described({upload}).at_pointer("/paths/~1api~1files/post/requestBody/content").as_object().contains("application/octet-stream"));
}

TEST(OpenApi, describes_records_and_enumerations_as_components)
{
    const auto root = described(api());
    EXPECT_EQ(text_at(root, "/openapi"), "3.1.0");
    EXPECT_EQ(boost::json::serialize(root.at_pointer("/components/schemas/Paper/required")),
              R"(["id","subject","issued_on","at","urgency"])");
    EXPECT_EQ(text_at(root, "/components/schemas/Paper/properties/issued_on/format"), "date");
    EXPECT_EQ(text_at(root, "/components/schemas/Paper/properties/urgency/$ref"), "#/components/schemas/Urgency");
    EXPECT_EQ(text_at(root, "/components/schemas/Paper/properties/pages/anyOf/1/type"), "null");
    EXPECT_EQ(boost::json::serialize(root.at_pointer("/components/schemas/Urgency/enum")), R"(["normal","urgent"])");
}

TEST(OpenApi, takes_members_from_path_and_query_by_name_and_the_rest_from_the_body)
{
    const auto root = described(api());
    EXPECT_EQ(text_at(root, "/paths/~1api~1papers~1{id}/get/parameters/0/in"), "path");
    EXPECT_EQ(text_at(root, "/paths/~1api~1papers/get/parameters/0/in"), "query");
    EXPECT_EQ(text_at(root, "/paths/~1api~1papers/get/parameters/1/schema/type"), "array");
    EXPECT_FALSE(root.at_pointer("/paths/~1api~1papers/get/parameters/1/required").as_bool());
    const auto& body =
        root.at_pointer("/paths/~1api~1papers~1{id}/post/requestBody/content/application~1json/schema/properties").as_object();
    EXPECT_TRUE(body.contains("subject"));
    EXPECT_FALSE(body.contains("id"));
    EXPECT_FALSE(root.at_pointer("/paths/~1api~1papers~1{id}~1end/post").as_object().contains("requestBody"));
}

TEST(OpenApi, names_the_door_the_permission_and_the_problems_of_each_operation)
{
    const auto root = described(api());
    EXPECT_TRUE(root.at_pointer("/paths/~1api~1papers/get/security/0").as_object().contains("session"));
    EXPECT_TRUE(root.at_pointer("/paths/~1api~1papers~1{id}/get/security").as_array().empty());
    EXPECT_EQ(text_at(root, "/paths/~1api~1papers/get/x-permission"), "read_papers");
    EXPECT_EQ(text_at(root, "/paths/~1api~1papers/get/responses/403/content/application~1problem+json/schema/$ref"),
              "#/components/schemas/Problem");
    EXPECT_TRUE(root.at_pointer("/components/schemas").as_object().contains("Problem"));
}

} // namespace congso::json
