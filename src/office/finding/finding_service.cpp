#include "office/finding/finding_service.h"

#include "office/actor/faults.h"
#include "office/actor/use_case.h"
#include "office/finding/finding_store.h"

#include <algorithm>

namespace congso {

namespace store = finding::store;
using namespace finding;

namespace {

constexpr FoundKind all_kinds[] = {FoundKind::incoming, FoundKind::outgoing, FoundKind::copy,  FoundKind::work_dossier,
                                   FoundKind::person,   FoundKind::book,     FoundKind::agency};
constexpr std::size_t longest_query = 500;

// A page of a list as a group; `item` makes a line of a row.
template <class Page, class F> FoundGroup group_of(FoundKind kind, const Page& page, F&& item)
{
    FoundGroup group{kind, {}, !page.after.empty()};
    for (const auto& row : page.items)
        group.items.push_back(item(row));
    return group;
}

// The best of a short list; `text` is what it is asked for by.
template <class Row, class T, class F>
FoundGroup best_of(FoundKind kind, const std::vector<Row>& rows, const Matcher& matcher, int limit, T&& text, F&& item)
{
    std::vector<std::pair<int, const Row*>> found;
    for (const auto& row : rows)
        if (const int rank = matcher.rank(text(row)); rank > 0)
            found.emplace_back(rank, &row);
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    FoundGroup group{kind, {}, found.size() > static_cast<std::size_t>(limit)};
    if (group.more)
        found.resize(static_cast<std::size_t>(limit));
    for (const auto& [rank, row] : found)
        group.items.push_back(item(*row));
    return group;
}

} // namespace

Findings FindingService::find(const Actor& actor, const FindQuery& query)
{
    actor.demand(Permission::signed_in);
    demand_length("/query", query.query, longest_query);
    const int limit = query.limit.value_or(6);
    if (limit < 1 || limit > 50)
        throw Error::invalid_field("/limit", "range");
    const auto wanted = query.kinds ? kinds_of(*query.kinds) : std::vector<FoundKind>(std::begin(all_kinds), std::end(all_kinds));
    const Matcher matcher{query.query};
    Findings findings;
    if (!matcher.asks())
        return findings;
    for (const auto kind : all_kinds) {
        const bool of_people = kind == FoundKind::person || kind == FoundKind::agency;
        if (std::find(wanted.begin(), wanted.end(), kind) == wanted.end() || (!of_people && !actor.may(Permission::read_documents)))
            continue;
        auto group = find_kind(actor, kind, matcher, query.query, limit);
        if (!group.items.empty())
            findings.groups.push_back(std::move(group));
    }
    return findings;
}

FoundGroup FindingService::find_kind(const Actor& actor, FoundKind kind, const Matcher& matcher, const std::string& query, int limit)
{
    switch (kind) {
    case FoundKind::incoming: {
        incoming::IncomingQuery asked;
        asked.query = query;
        asked.limit = limit;
        return group_of(kind, p_.incoming.list(actor, asked), [](const incoming::IncomingRow& row) {
            return FoundItem{row.id.uuid,   row.origin_number, row.subject + " · " + row.issuer,
                             row.issued_on, row.urgency,       describe::to_name(row.state)};
        });
    }
    case FoundKind::outgoing: {
        outgoing::OutgoingQuery asked;
        asked.query = query;
        asked.limit = limit;
        return group_of(kind, p_.outgoing.list(actor, asked), [](const outgoing::OutgoingRow& row) {
            return FoundItem{row.id.uuid, row.number > 0 ? row.symbol : "", row.subject, row.issued_on,
                             row.urgency, describe::to_name(row.state)};
        });
    }
    case FoundKind::copy: {
        copies::CopyQuery asked;
        asked.query = query;
        asked.limit = limit;
        return group_of(kind, p_.copies.list(actor, asked), [](const copies::CopyRow& row) {
            return FoundItem{row.id.uuid,
                             row.symbol,
                             row.source_name + (row.subject.empty() ? "" : ": " + row.subject),
                             row.copied_on,
                             work::Urgency::normal,
                             describe::to_name(row.state)};
        });
    }
    case FoundKind::work_dossier: {
        work_dossiers::WorkDossierQuery asked;
        asked.query = query;
        asked.limit = limit;
        return group_of(kind, p_.work_dossiers.list(actor, asked), [](const work_dossiers::WorkDossierRow& row) {
            return FoundItem{row.id.uuid,
                             row.symbol,
                             row.title + " · " + row.creator_name,
                             row.starts_on,
                             work::Urgency::normal,
                             describe::to_name(row.state)};
        });
    }
    case FoundKind::person:
        return best_of(
            kind, p_.org.list_people(actor), matcher, limit,
            [](const org::PersonRow& row) { return row.full_name + " " + row.post_name + " " + row.unit_name; },
            [](const org::PersonRow& row) {
                return FoundItem{row.id.uuid, row.full_name, row.post_name, {}, work::Urgency::normal, row.active ? "" : "inactive"};
            });
    case FoundKind::book:
        return best_of(
            kind, p_.numbering.list_books(actor), matcher, limit, [](const numbering::Book& row) { return row.name; },
            [](const numbering::Book& row) {
                return FoundItem{row.id.uuid, row.name, {}, {}, work::Urgency::normal, describe::to_name(row.direction)};
            });
    case FoundKind::agency:
        break;
    }
    return best_of(
        kind, p_.org.list_agencies(actor), matcher, limit,
        [](const Agency& row) { return row.name + " " + row.short_name + " " + row.code + " " + row.code_2016; },
        [](const Agency& row) { return FoundItem{row.id.uuid, row.short_name, row.name, {}, work::Urgency::normal, {}}; });
}

std::vector<SavedFilter> FindingService::list_filters(const Actor& actor, FilteredList list)
{
    actor.demand(Permission::read_documents);
    return p_.database.read(actor.agency(), [&](db::Tx& tx) { return store::list_filters(tx, actor.person(), list); });
}

std::vector<SavedFilter> FindingService::save_filter(const Actor& actor, const SaveFilter& entry)
{
    actor.demand(Permission::read_documents);
    if (auto faults = faults_of(entry); !faults.empty())
        throw Error::invalid_fields(std::move(faults));
    return act(p_.database, p_.clock, actor,
               [&](db::Tx& tx) {
                   store::put_filter(tx, actor.person(), entry, p_.clock.now());
                   p_.audit.record(tx, actor, "filter.saved", "filter", Uuid{},
                                   {{"name", entry.name}, {"shared", entry.shared ? "1" : "0"}});
                   return Page<SavedFilter>{store::list_filters(tx, actor.person(), entry.list), {}};
               })
        .items;
}

void FindingService::delete_filter(const Actor& actor, Id<SavedFilter> id)
{
    actor.demand(Permission::read_documents);
    p_.database.write(actor.agency(), [&](db::Tx& tx) {
        const auto owner = store::find_owner(tx, id);
        if (!owner || (owner->owner != actor.person() && !(owner->shared && actor.may(Permission::manage_people))))
            throw Error::not_found();
        store::delete_filter(tx, id);
        p_.audit.record(tx, actor, "filter.removed", "filter", id.uuid, {{"name", owner->name}});
    });
}

} // namespace congso
