#pragma once
#include "app/app.h"
#include "lib/http/server.h"

// Between the server and the features: doors, the built page, health.
namespace congso::app {

// Each route behind its door: who asks (session), may he (the route's permission), and is it our own page that asks
// (X-Requested-With: congso on every call that changes something).
std::vector<http::Endpoint> endpoints(App& app, std::vector<route::Route> routes, const std::function<std::string()>& metrics);

// OpenAPI of everything that is answered: the features' routes and what the program itself says.
std::string description(std::span<const route::Route> routes);

std::vector<http::StreamEndpoint> streams(App& app); // GET /api/events

// Files of the page; every other path outside /api is the page itself, which knows its own addresses.
http::Response page_or_asset(const http::Request& request);

// Added to every answer.
std::vector<std::pair<std::string, std::string>> common_fields();

} // namespace congso::app
