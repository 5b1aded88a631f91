#pragma once
#include "office/accounts/accounts_service.h"
#include "office/actor/route.h"

namespace congso::accounts {

constexpr std::string_view session_cookie = "congso_session";

std::vector<route::Route> routes(AccountService& service);

} // namespace congso::accounts
