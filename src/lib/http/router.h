#pragma once
#include "lib/http/server.h"
#include "lib/http/target.h"

#include <array>

// Private to lib/http.
namespace congso::http {

// Finds the endpoint of a path. At each segment a fixed word is tried before a {parameter}, and that before {rest...}.
class Router {
public:
    struct Route {
        Endpoint endpoint; // of a stream: only its path
        std::function<std::vector<std::string>(const Request&)> channels; // set for a stream
        std::vector<std::string> names; // of its parameters, in order
    };

    // Throws std::logic_error when two endpoints have the same method and pattern, or a pattern is malformed.
    Router(std::vector<Endpoint> endpoints, std::vector<StreamEndpoint> streams);

    // Nothing when no endpoint of this method fits. Fills the values of the route's parameters, in the order of its names.
    const Route* find(Method method, const Target& target, std::vector<std::string_view>& values) const;

    std::string allowed(const Target& target) const; // the methods that fit the path, for Allow: "GET, HEAD, POST"; "" when none

private:
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> words;
        std::unique_ptr<Node> parameter;
        std::unique_ptr<Route> rest, here;
    };

    void add(Method method, Route route);
    static const Route* walk(const Node& node, const Target& target, std::size_t index, std::vector<std::string_view>& values);

    std::array<Node, 4> roots_; // by Method
};

} // namespace congso::http
