#pragma once
#include "app/config.h"
#include "app/users.h"

#include <string>
#include <vector>

// The commands besides `serve`. Each returns the exit code; faults are thrown as Error and told by main.
namespace congso::app {

struct InitPerson {
    std::string full_name, post, role, username, password; // post and role by their codes
};
struct InitOptions {
    std::string agency, short_name, level, place, code, administrator, username, password;
    std::vector<InitPerson> people{}; // besides the administrator
};

int run_init(const Config& config, const InitOptions& options);
enum class Filled { refuse, leave }; // what to do with a directory that an office works in already
int run_demo(const Config& config, Filled filled);
int run_check(const Config& config, bool as_json, const std::string& code);
int run_backup(const Config& config, const std::string& file);
int run_restore(const Config& config, const std::string& file);
int run_renew_key(const Config& config);
int run_migrate(const Config& config);
int run_user(const Config& config, const UserRequest& request);
int run_print_api(bool typescript);

} // namespace congso::app
