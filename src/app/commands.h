#pragma once
#include "app/config.h"

#include <string>

// The commands besides `serve`. Each returns the exit code; faults are thrown as Error and told by main.
namespace congso::app {

struct InitOptions {
    std::string agency, short_name, place, code, administrator, username, password;
};

int run_init(const Config& config, const InitOptions& options);
int run_demo(const Config& config);
int run_check(const Config& config, bool as_json, const std::string& code);
int run_backup(const Config& config, const std::string& file);
int run_restore(const Config& config, const std::string& file);
int run_renew_key(const Config& config);
int run_migrate(const Config& config);
int run_user_list(const Config& config);
int run_user_password(const Config& config, const std::string& username, const std::string& password);
int run_print_api(bool typescript);

} // namespace congso::app
