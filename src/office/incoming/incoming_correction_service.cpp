#include "office/actor/faults.h"
#include "office/actor/reach.h"
#include "office/actor/use_case.h"
#include "office/incoming/incoming_correction.h"
#include "office/incoming/incoming_correction_store.h"
#include "office/incoming/incoming_service.h"
#include "office/incoming/incoming_store.h"

namespace congso {

namespace store = incoming::store;
using namespace incoming;

namespace {

constexpr std::string_view record_kind = "incoming";

// What was changed, field by field, as texts.
class Changes {
public:
    template <class T, class Text> void take(const char* field, T& value, const std::optional<T>& wanted, Text text)
    {
        if (!wanted || *wanted == value)
            return;
        all_.push_back({field, text(value), text(*wanted)});
        value = *wanted;
    }
    void add(const char* field, std::string before, std::string after) { all_.push_back({field, std::move(before), std::move(after)}); }
    const std::vector<store::Change>& all() const { return all_; }

private:
    std::vector<store::Change> all_;
};

std::string names_of(const std::vector<files::Attached>& attached)
{
    std::string names;
    for (const auto& file : attached)
        names += (names.empty() ? "" : ", ") + file.name;
    return names;
}

} // namespace

std::vector<FieldFault> incoming::faults_of(const Correction& correction, Date arrived_on)
{
    Faults faults;
    faults.required("/reason", correction.reason, longest_reason);
    if (correction.secrecy.value_or(Secrecy::none) != Secrecy::none)
        faults.add("/secrecy", "secrecy_refused");
    // Appendix VI part II.II: lengths, as when it was registered
    if (correction.issuer)
        faults.required("/issuer", *correction.issuer, 200);
    if (correction.subject)
        faults.required("/subject", *correction.subject, 500);
    if (correction.kind)
        faults.required("/kind", *correction.kind, 30);
    faults.at_most("/origin_number", correction.origin_number.value_or(""), 41);
    faults.at_most("/signer_name", correction.signer_name.value_or(""), 50);
    faults.at_most("/signer_position", correction.signer_position.value_or(""), 100);
    faults.at_most("/document_code", correction.document_code.value_or(""), 100);
    faults.at_most("/note", correction.note.value_or(""), 500);
    faults.at_most_items("/files", correction.files.size(), files::most_attached);
    faults.in_range("/page_count", correction.page_count.value_or(0), 0, 999'999);
    faults.in_range("/copy_count", correction.copy_count.value_or(0), 0, 999'999);
    if (correction.issued_on && correction.issued_on->is_set() && *correction.issued_on > arrived_on)
        faults.add("/issued_on", "after_arrival");
    return faults.take();
}

// Art. 22: the register tells the truth, also about having been wrong
IncomingView IncomingService::correct(const Actor& actor, const Correction& entry)
{
    actor.demand(Permission::register_incoming);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_document(tx, actor, entry.id);
        if (auto faults = faults_of(entry, document.arrived_on); !faults.empty())
            throw Error::invalid_fields(std::move(faults));
        if (entry.version != document.version)
            throw Error::conflict("stale", {{"version", std::to_string(document.version)}});
        if (document.arrival_number == 0)
            throw Error::conflict("incoming.not_registered");
        if (entry.kind && !store::find_kind_name(tx, *entry.kind))
            throw Error::invalid_field("/kind", "unknown");
        Changes changes;
        const auto same = [](const std::string& text) {
            return text;
        };
        const auto day = [](Date date) {
            return date.to_string();
        };
        const auto number = [](int value) {
            return std::to_string(value);
        };
        changes.take("issuer", document.issuer, entry.issuer, same);
        changes.take("origin_number", document.origin_number, entry.origin_number, same);
        changes.take("issued_on", document.issued_on, entry.issued_on, day);
        changes.take("kind", document.kind, entry.kind, same);
        changes.take("subject", document.subject, entry.subject, same);
        changes.take("urgency", document.urgency, entry.urgency, [](Urgency value) { return std::string{describe::to_name(value)}; });
        changes.take("signer_name", document.signer_name, entry.signer_name, same);
        changes.take("signer_position", document.signer_position, entry.signer_position, same);
        changes.take("document_code", document.document_code, entry.document_code, same);
        changes.take("note", document.note, entry.note, same);
        changes.take("page_count", document.page_count, entry.page_count, number);
        changes.take("copy_count", document.copy_count, entry.copy_count, number);
        changes.take("received_as", document.received_as, entry.received_as,
                     [](ReceivedAs value) { return std::string{describe::to_name(value)}; });
        if (!entry.files.empty()) {
            const auto before = names_of(p_.files.list(tx, entry.id.uuid, ""));
            p_.files.attach(tx, actor, entry.id.uuid, "", entry.files);
            changes.add("files", before, names_of(p_.files.list(tx, entry.id.uuid, "")));
        }
        if (changes.all().empty())
            throw Error::conflict("incoming.nothing_changed");
        if (document.way == Way::paper && !entry.files.empty())
            document.way = Way::file;
        store::update(tx, document, p_.clock.zone_minutes());
        store::insert_corrections(tx, document, changes.all(), entry.reason, actor.person(), p_.clock.now());
        store::retitle_work(tx, document);
        index(tx, document);
        p_.audit.record(tx, actor, "incoming.corrected", record_kind, entry.id.uuid,
                        {{"reason", entry.reason}, {"version", std::to_string(document.version)}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

std::vector<Corrected> IncomingService::list_corrections(const Actor& actor, Id<Incoming> id)
{
    actor.demand(Permission::read_documents);
    return p_.database.read(actor.agency(), [&](db::Tx& tx) {
        get_document(tx, actor, id);
        return store::list_corrections(tx, id);
    });
}

Id<Incoming> IncomingService::import_past(db::Tx& tx, const Actor& actor, Id<numbering::Book> book, const PastIncoming& past,
                                          const std::string& reason)
{
    const auto now = p_.clock.now();
    const auto id = Id<Incoming>::make();
    const auto taken = p_.numbering.import_number(tx, actor, book, past.arrived_on, past.number, id.uuid, reason);
    Document document{.agency = tx.agency(),
                      .id = id,
                      .book = taken.book,
                      .year = taken.period,
                      .arrival_number = taken.number,
                      .arrived_on = past.arrived_on,
                      .issuer = past.issuer,
                      .origin_number = past.origin_number,
                      .issued_on = past.issued_on,
                      .kind = past.kind,
                      .subject = past.subject,
                      .state = State::done,
                      .way = Way::paper,
                      .note = past.note,
                      .result = Result::filed,
                      .registered_at = now,
                      .done_at = now};
    store::insert(tx, document, p_.clock.zone_minutes());
    index(tx, document);
    reach::give(tx, actor.person(), record_kind, id.uuid, sort_at(document));
    p_.audit.record(tx, actor, "incoming.imported", record_kind, id.uuid,
                    {{"arrival_number", std::to_string(taken.number)}, {"reason", reason}});
    return id;
}

} // namespace congso
