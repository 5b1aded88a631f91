#pragma once
#include "app/app.h"
#include "app/commands.h"

#include <map>

// What an agency of a given sort starts with, as data that it may change afterwards: roles, kinds, books, units and posts.
namespace congso::app {

// One unit or post of the usual commune (interface-vi.md: before 1 July 2025), by short codes that seeds refer to.
struct Foundation {
    std::map<std::string, Id<org::Unit>, std::less<>> units; // "vp", "tphh", "dcxd", "tckt", "vhxh", "qs"
    std::map<std::string, Id<org::Post>, std::less<>> posts; // "chairman", "vice_chairman", "clerk", "vp", …
    std::map<std::string, Id<org::Body>, std::less<>> bodies; // by symbol: "UBND", "HĐND", …
    std::map<std::string, Id<accounts::Role>, std::less<>> roles; // by code
    Id<numbering::Book> incoming_book;
};

// A commune's People's Committee: the committee and council, the usual units and posts, one outgoing book per body.
// `level`: «xã», «phường», «thị trấn», «đặc khu», which its headings and posts name before the place.
Foundation found_commune(db::Tx& tx, const Agency& agency, const std::string& level);
std::optional<std::string> level_of(std::string_view name); // which of the four an agency's name speaks of, with or without marks
// Any other agency: one issuing body, one unit, a head, a deputy and a clerk.
struct PlainAgency {
    std::string parent_line, heading_lines, symbol, head_post, deputy_post, clerk_post, authority_line; // «TM. BAN THƯỜNG VỤ»
    bool party{};
    int term_year{}; // of a Party body, with its dates: its books run for a term
    Date term_from{}, term_to{};
};
Foundation found_agency(db::Tx& tx, const Agency& agency, const PlainAgency& plain);

// A person with one main post, roles and, unless `username` is empty, an account.
struct PersonSeed {
    std::string full_name, post, username, password_hash;
    std::vector<std::string> roles;
    std::vector<std::string> more_posts;
    Date since;
};
Id<org::Person> add_person(db::Tx& tx, const Foundation& foundation, const PersonSeed& seed, Time now);

// `congso init`: returns the administrator's user name. Throws conflict "init.not_empty" when an agency works here already.
std::string create_first_agency(App& app, const InitOptions& options);

} // namespace congso::app
