#include "lib/http/router.h"

#include <stdexcept>

namespace congso::http {

Router::Router(std::vector<Endpoint> endpoints, std::vector<StreamEndpoint> streams)
{
    for (auto& endpoint : endpoints) {
        const auto method = endpoint.method;
        add(method, {.endpoint = std::move(endpoint), .channels = {}, .names = {}});
    }
    for (auto& stream : streams) {
        Endpoint endpoint;
        endpoint.path = std::move(stream.path);
        add(Method::get, {.endpoint = std::move(endpoint), .channels = std::move(stream.channels), .names = {}});
    }
}

void Router::add(Method method, Route route)
{
    const auto path = route.endpoint.path; // a copy: the route moves into the tree while its path is still read
    const auto refuse = [&](const char* why) {
        throw std::logic_error("route " + path + ": " + why);
    };
    if (!path.starts_with('/'))
        refuse("does not begin with a slash");
    auto* node = &roots_[static_cast<std::size_t>(method)];
    std::unique_ptr<Route>* place = nullptr;
    for (std::string_view left = path; !left.empty();) {
        if (place != nullptr)
            refuse("goes on after {rest...}");
        left.remove_prefix(1);
        const auto segment = left.substr(0, left.find('/'));
        left.remove_prefix(segment.size());
        if (!segment.starts_with('{')) {
            auto& next = node->words[std::string(segment)];
            if (!next)
                next = std::make_unique<Node>();
            node = next.get();
            continue;
        }
        if (!segment.ends_with('}'))
            refuse("has an open brace");
        const auto name = segment.substr(1, segment.size() - 2);
        if (name.ends_with("...")) {
            route.names.emplace_back(name.substr(0, name.size() - 3));
            place = &node->rest;
        } else {
            route.names.emplace_back(name);
            if (!node->parameter)
                node->parameter = std::make_unique<Node>();
            node = node->parameter.get();
        }
    }
    if (place == nullptr)
        place = &node->here;
    if (*place)
        refuse("exists twice");
    *place = std::make_unique<Route>(std::move(route));
}

const Router::Route* Router::walk(const Node& node, const Target& target, std::size_t index, std::vector<std::string_view>& values)
{
    if (index == target.segments.size())
        return node.here.get();
    const auto segment = target.segment(index);
    if (const auto word = node.words.find(segment); word != node.words.end())
        if (const auto* route = walk(*word->second, target, index + 1, values))
            return route;
    if (node.parameter && !segment.empty()) {
        values.push_back(segment);
        if (const auto* route = walk(*node.parameter, target, index + 1, values))
            return route;
        values.pop_back();
    }
    if (node.rest && !segment.empty()) {
        values.push_back(std::string_view(target.path).substr(target.segments[index].first));
        return node.rest.get();
    }
    return nullptr;
}

const Router::Route* Router::find(Method method, const Target& target, std::vector<std::string_view>& values) const
{
    values.clear();
    return walk(roots_[static_cast<std::size_t>(method)], target, 0, values);
}

std::string Router::allowed(const Target& target) const
{
    static constexpr std::pair<Method, const char*> names[] = {
        {Method::get, "GET, HEAD"}, {Method::post, "POST"}, {Method::put, "PUT"}, {Method::del, "DELETE"}};
    std::string list;
    std::vector<std::string_view> values;
    for (const auto& [method, name] : names)
        if (find(method, target, values) != nullptr)
            (list += list.empty() ? "" : ", ") += name;
    return list;
}

} // namespace congso::http
