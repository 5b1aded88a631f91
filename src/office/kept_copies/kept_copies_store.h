#pragma once
#include "lib/db/tx.h"
#include "office/actor/rules.h"
#include "office/kept_copies/kept_copies.h"

namespace congso::kept_copies::store {

struct Kept { // the document whose copy it is
    outgoing::State state{};
    Date issued_on;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (state, issued_on))

std::optional<Kept> find_document(db::Tx& tx, Id<outgoing::Outgoing> id);
std::string dossier_of(db::Tx& tx, Id<outgoing::Outgoing> id); // the symbol of the first one that has it; "" when none has
bool is_out(db::Tx& tx, Id<outgoing::Outgoing> document);

void insert(db::Tx& tx, const Use& use);
std::optional<Use> find(db::Tx& tx, Id<Use> id);
UseRow get_row(db::Tx& tx, Id<Use> id);
void give_back(db::Tx& tx, Id<Use> id, Date returned_on);
Page<UseRow> list(db::Tx& tx, const UseQuery& query); // newest first
std::vector<UseRow> list_year(db::Tx& tx, int year); // as they were taken

Rules rules();

} // namespace congso::kept_copies::store
