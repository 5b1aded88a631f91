#pragma once
#include "app/app.h"
#include "app/setup.h"

#include <map>

// The invented agencies of the sample and everybody in them.
namespace congso::app::demo {

// Somebody who acts in the sample, known by a short name: his account's, where he has one.
struct Member {
    Id<org::Person> person;
    std::string full_name;
    Permissions permissions;
};

struct Office {
    Agency agency;
    Foundation foundation;
    std::map<std::string, Member, std::less<>> members;
    std::map<std::string, Id<recipient_groups::Group>, std::less<>> groups; // of recipients, by name

    Id<org::Person> person(std::string_view name) const { return members.find(name)->second.person; }
    Actor as(std::string_view name) const
    {
        const auto& member = members.find(name)->second;
        return {agency.id, member.person, member.permissions};
    }
};

// An agency that sends documents. The key is what the texts call it by.
struct Issuer {
    Agency agency;
    std::string parent_line, heading, symbol; // box 2, «\n» between lines; the end of a symbol
    std::string place;
    std::string signing_lines, signer;
    double documents_a_day{}; // how fast its series runs
    bool party{}; // «105-CV/TU»
};

struct World {
    Office commune, party, town, home_affairs;
    std::map<std::string, Issuer, std::less<>> issuers; // "town", "tnmt" …
};

constexpr auto password = "congso-demo";

// Everything that stands before the first document: agencies of the tree, units, posts, people, accounts. `since`: when they took office.
World settle(App& app, Date since);

} // namespace congso::app::demo
