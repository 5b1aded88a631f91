#include "office/actor/faults.h"
#include "office/actor/use_case.h"
#include "office/outgoing/outgoing_service.h"
#include "office/outgoing/outgoing_store.h"

// What colleagues say of a draft: asked for or not, to be heeded or to be mended (Decree 30/2020 art. 10–11).
namespace congso {

namespace store = outgoing::store;
using namespace outgoing;
using tasks::NoteKind;

namespace {

constexpr std::string_view record_kind = "outgoing";

} // namespace

OutgoingView OutgoingService::comment(const Actor& actor, const NewComment& entry)
{
    actor.demand(Permission::draft_outgoing);
    if (entry.no_opinion)
        demand_length("/text", entry.text, longest_note);
    else
        demand_text("/text", entry.text, longest_note);
    if (entry.no_opinion && entry.request_revision)
        throw Error::invalid_field("/no_opinion", "unknown");
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        const auto how = entry.request_revision ? Act::request_revision : entry.no_opinion ? Act::no_opinion : Act::comment;
        auto document = get_for(tx, actor, entry.id, how, {});
        p_.tasks.note(tx, actor, entry.id.uuid, entry.request_revision ? NoteKind::return_reason : NoteKind::comment, entry.text);
        store::finish_comment(tx, entry.id, actor.person(), entry.no_opinion, p_.clock.now());
        p_.work.done(tx, actor.person(), entry.id.uuid, work::Action::comment);
        if (entry.request_revision) {
            document.state = State::returned;
            document.approved_at = {};
            document.signing_lines.clear();
            store::put_checks(tx, entry.id, {});
            drop_questions(tx, document);
            wait(tx, document, document.drafter, work::Action::revise);
            save(tx, document);
        } else if (document.drafter != actor.person()) {
            notice(tx, document, document.drafter, store::find_person_name(tx, actor.person()).value_or(""));
        }
        p_.audit.record(tx, actor,
                        entry.request_revision ? "outgoing.returned"
                            : entry.no_opinion ? "outgoing.no_opinion"
                                               : "outgoing.commented",
                        record_kind, entry.id.uuid);
        tell(tx, document);
        return view(tx, actor, document);
    });
}

void OutgoingService::drop_questions(db::Tx& tx, const Document& document)
{
    p_.work.close(tx, document.id.uuid);
    store::drop_open_comments(tx, document.id);
}

void OutgoingService::notice(db::Tx& tx, const Document& document, Id<org::Person> person, const std::string& from_whom)
{
    p_.work.wait(tx, person, work::Action::notice, subject_of(document, from_whom));
    give(tx, document, person);
}

} // namespace congso
