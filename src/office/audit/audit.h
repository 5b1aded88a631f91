#pragma once
#include "lib/base/describe.h"
#include "office/actor/actor.h"

namespace congso::audit {

// One line of a record's story: what the page shows beside it.
struct Event {
    Time at;
    Id<org::Person> person;
    std::string person_name;
    std::string action; // stable: "incoming.registered"
    std::string detail; // JSON object of the values that changed; may be erased by retention
};
BOOST_DESCRIBE_STRUCT(Event, (), (at, person, person_name, action, detail))

// One link of the agency's chain: hash = SHA-256 over (previous hash, sequence, at, person, action, kind, record, digest).
struct Link {
    AgencyId agency;
    std::int64_t sequence{};
    Time at;
    Id<org::Person> person;
    std::string action, record_kind;
    Uuid record;
    std::string salt, digest; // digest = SHA-256(salt + detail): proves the history row while it exists, tells nothing after
    std::string previous, hash;
};
BOOST_DESCRIBE_STRUCT(Link, (), (agency, sequence, at, person, action, record_kind, record, salt, digest, previous, hash))

struct Checkpoint {
    AgencyId agency;
    std::int64_t sequence{};
    std::string hash;
    Time at;
    std::string public_key, signature; // Ed25519 over "congso-checkpoint" agency sequence hash at
    std::string code; // the short form that the day sheet prints
};
BOOST_DESCRIBE_STRUCT(Checkpoint, (), (agency, sequence, hash, at, public_key, signature, code))

// A key that this installation has signed with from a moment on.
struct KnownKey {
    std::string public_key; // in hex
    Time since;
};
BOOST_DESCRIBE_STRUCT(KnownKey, (), (public_key, since))

// GET /api/audit: links of the agency's chain, newest first. Who, when, what kind of act on what kind of record; nothing of content.
struct TrailQuery {
    std::optional<Id<org::Person>> person;
    std::optional<std::string> kind; // of the record: "incoming", "person"
    std::optional<Date> from, to;
    std::optional<std::string> after; // of the page before
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(TrailQuery, (), (person, kind, from, to, after, limit))

struct TrailRow {
    std::int64_t sequence{};
    Time at;
    Id<org::Person> person; // nil: the program itself
    std::string person_name, action, record_kind;
};
BOOST_DESCRIBE_STRUCT(TrailRow, (), (sequence, at, person, person_name, action, record_kind))

std::string first_link(); // what the first link names as its previous
std::string digest_of(std::string_view salt, std::string_view detail);
std::string hash_of(const Link& link); // from its fields; `hash` itself is not read
std::string signed_text(const Checkpoint& checkpoint);
bool is_signed(const Checkpoint& checkpoint); // by the key that it names, and its code is that of the signature
std::string short_code(std::string_view signature_hex); // "7K2M-90QD-X3FA": sixty bits of the signature's digest
std::string code_as_printed(std::string_view typed); // "7k2m 90qd x3fa" → the same; letters that are easily misread are put right

} // namespace congso::audit
