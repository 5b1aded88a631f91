#pragma once
#include "lib/base/describe.h"

namespace congso {

// An agency (cơ quan, tổ chức). Codes come in two generations: QCVN 102:2016 (13 characters) and its 2022 amendment (35).
struct Agency {
    AgencyId id;
    AgencyId parent; // nil at the top of what this installation knows
    std::string name; // «Ủy ban nhân dân xã Phổ Mẫu»
    std::string short_name; // «UBND xã Phổ Mẫu»
    std::string code, code_2016; // mã định danh
    std::string place; // «Phổ Mẫu»: box 4 of a document
    std::string address, phone, email;
    bool hosted{}; // works in this installation (others are only addresses)
    Date valid_from, valid_to; // unset = without end
    Date code_from, code_2016_to; // `code` is used from that day, `code_2016` until that day
    AgencyId heir; // after a merger: who answers for its documents
    int version{1};
};
BOOST_DESCRIBE_STRUCT(Agency, (),
                      (id, parent, name, short_name, code, code_2016, place, address, phone, email, hosted, valid_from, valid_to, code_from,
                       code_2016_to, heir, version))

namespace org {

struct Body;

// A unit of an agency (đơn vị, bộ phận).
struct Unit {
    AgencyId agency;
    Id<Unit> id, parent;
    std::string name, abbreviation; // abbreviation: «Lưu: VT, VP», the end of a công văn's symbol
    int position{}; // order in lists
    Date valid_from, valid_to;
    int version{1};
};
BOOST_DESCRIBE_STRUCT(Unit, (), (agency, id, parent, name, abbreviation, position, valid_from, valid_to, version))

// On whose authority a person signs (Decree 30/2020 art. 13; Appendix I II.7).
enum class Authority { none, tm, kt, tl, tuq, q, own }; // TM., KT., TL., TUQ., Q.; own: «CHỦ TỊCH» without a prefix
BOOST_DESCRIBE_ENUM(Authority, none, tm, kt, tl, tuq, q, own)

// A post (chức vụ) of an agency. What it may sign, and how box 7a then reads, is data.
struct Post {
    AgencyId agency;
    Id<Post> id;
    Id<Unit> unit; // nil: leadership
    Id<Body> body; // signs for this issuing body; nil: signs nothing
    std::string name; // «Phó Chủ tịch UBND xã»
    Authority authority{};
    std::string signing_lines; // box 7a, one line each: «KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH»
    bool heads_agency{}, heads_unit{};
    int position{};
    Date valid_from, valid_to;
    int version{1};
};
BOOST_DESCRIBE_STRUCT(Post, (),
                      (agency, id, unit, body, name, authority, signing_lines, heads_agency, heads_unit, position, valid_from, valid_to,
                       version))

// A person of an agency. Vietnamese names have no first and last: họ – đệm – tên in one field; lists sort by tên.
struct Person {
    AgencyId agency;
    Id<Person> id;
    std::string full_name, sort_key;
    std::string email, phone;
    Date born_on;
    bool active{true};
    int version{1};
};
BOOST_DESCRIBE_STRUCT(Person, (), (agency, id, full_name, sort_key, email, phone, born_on, active, version))

// One person holds one post for a while; several at once are normal in a commune.
struct Holding {
    AgencyId agency;
    Id<Holding> id;
    Id<Person> person;
    Id<Post> post;
    bool main{};
    Date valid_from, valid_to;
    int version{1};
};
BOOST_DESCRIBE_STRUCT(Holding, (), (agency, id, person, post, main, valid_from, valid_to, version))

// For whom an agency issues documents: UBND, its Chairman, HĐND, Hội đồng TĐKT, BCĐ, Ban CHQS, Đảng ủy.
struct Body {
    AgencyId agency;
    Id<Body> id;
    std::string name; // «Ủy ban nhân dân xã Phổ Mẫu»
    std::string parent_line; // box 2 first line; empty for UBND and HĐND of any level
    std::string heading_lines; // box 2, one line each: «ỦY BAN NHÂN DÂN\nXÃ PHỔ MẪU»
    std::string symbol; // «UBND»
    bool party{}; // Party bodies number per kind and per term
    int position{};
    int version{1};
};
BOOST_DESCRIBE_STRUCT(Body, (), (agency, id, name, parent_line, heading_lines, symbol, party, position, version))

enum class MandateKind { delegation, tuq }; // handling work for someone absent; signing TUQ. by written mandate
BOOST_DESCRIBE_ENUM(MandateKind, delegation, tuq)

// A power handed over for a time. TUQ outside its dates is refused (Decree 30/2020 art. 13.4).
struct Mandate {
    AgencyId agency;
    Id<Mandate> id;
    MandateKind kind{};
    Id<Person> from_person, to_person;
    Id<Body> body; // tuq: signs for this body
    std::string signing_lines; // tuq: box 7a
    std::string scope, document; // what it covers; number and date of the written mandate
    Date valid_from, valid_to;
    int version{1};
};
BOOST_DESCRIBE_STRUCT(Mandate, (),
                      (agency, id, kind, from_person, to_person, body, signing_lines, scope, document, valid_from, valid_to, version))

// A person as lists and pickers show one.
struct PersonRow {
    Id<Person> id;
    std::string full_name, post_name, unit_name; // of the main holding today; empty when none
    std::string username; // empty without an account
    bool active{};
    bool reads{}, handles{}, directs{}; // may read documents, handle them, give instructions: whom a picker offers
    bool disabled{}; // his account is closed
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (id, full_name, post_name, unit_name, username, active, reads, handles, directs, disabled))

// What signing powers a person has today, from posts and mandates.
struct SigningPower {
    Id<Person> person;
    std::string person_name;
    Id<Body> body;
    Authority authority{};
    std::string signing_lines;
};
BOOST_DESCRIBE_STRUCT(SigningPower, (), (person, person_name, body, authority, signing_lines))

} // namespace org
} // namespace congso
