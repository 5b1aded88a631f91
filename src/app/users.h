#pragma once
#include "lib/base/describe.h"

#include <string>
#include <vector>

// `congso user`: the accounts of the installation from the command line, for who has its directory.
namespace congso::app {

struct App;

enum class UserAct { list, add, password, close, open, roles };
BOOST_DESCRIBE_ENUM(UserAct, list, add, password, close, open, roles)

// Goes to the program that serves as one line of JSON.
struct UserRequest {
    UserAct act{};
    std::string username;
    std::string password; // add, password
    std::string full_name, agency; // add: whose; the agency by its short name, "" where only one works here
    std::vector<std::string> roles; // add, roles: by code
};
BOOST_DESCRIBE_STRUCT(UserRequest, (), (act, username, password, full_name, agency, roles))

struct UserRow {
    std::string username, full_name, post_name, agency, roles;
    bool closed{};
};
BOOST_DESCRIBE_STRUCT(UserRow, (), (username, full_name, post_name, agency, roles, closed))

struct UserRows {
    std::vector<UserRow> rows;
};
BOOST_DESCRIBE_STRUCT(UserRows, (), (rows))

// Does it, and answers the accounts it spoke of: all of them for `list`. Throws not_found "account.unknown", "agency.unknown"; conflict
// "account.taken", "accounts.last_administrator"; invalid "role.unknown" {role}; what a bad name or password is told.
UserRows change_users(App& app, const UserRequest& request);

} // namespace congso::app
