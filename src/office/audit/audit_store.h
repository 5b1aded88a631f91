#pragma once
#include "lib/db/tx.h"
#include "office/audit/audit.h"

namespace congso::audit::store {

struct Head {
    std::int64_t sequence{};
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(Head, (), (sequence, hash))

std::optional<Head> find_head(db::Tx& tx);
void append(db::Tx& tx, const Link& link, std::string_view detail);
std::vector<Event> list_events(db::Tx& tx, Uuid record, int limit); // newest first
std::optional<Head> find_last_link(db::Tx& tx); // what the head must be
std::optional<std::string> find_hash(db::Tx& tx, std::int64_t sequence);
std::vector<Link> list_links(db::Tx& tx, std::int64_t after, std::int64_t until, int limit); // in order

struct Detail {
    std::int64_t sequence{};
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(Detail, (), (sequence, detail))

std::vector<Detail> list_details(db::Tx& tx, std::int64_t first, std::int64_t last); // in order; without what retention erased
void insert(db::Tx& tx, const Checkpoint& checkpoint);
std::optional<Checkpoint> find_last_checkpoint(db::Tx& tx);
std::optional<Checkpoint> find_checkpoint(db::Tx& tx, std::string_view code);
std::vector<Checkpoint> list_checkpoints(db::Tx& tx, std::int64_t first, std::int64_t last); // in order
std::vector<Checkpoint> list_last_checkpoints(db::Tx& tx, int limit); // newest first

std::optional<std::string> find_record_kind(db::Tx& tx, Uuid record); // of the first link that names it
std::optional<std::string> find_person_name(db::Tx& tx, Id<org::Person> person);
std::optional<Time> find_time(db::Tx& tx, std::int64_t sequence);
// Links before `before`, newest first, of those after `floor` that fit.
std::vector<TrailRow> list_trail(db::Tx& tx, const TrailQuery& query, std::int64_t before, std::int64_t floor, int limit);

} // namespace congso::audit::store
