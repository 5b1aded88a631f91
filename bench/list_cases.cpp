#include "bench/list_cases.h"

#include "bench/support/entries.h"
#include "bench/support/http_client.h"
#include "lib/db/fulltext.h"
#include "lib/text/fold.h"
#include "office/search/search.h"

namespace congso::bench {

using incoming::IncomingQuery;

namespace {

std::string sql_text(std::string_view text)
{
    std::string sql = "'";
    for (const char c : text)
        sql += c == '\'' ? std::string{"''"} : std::string{c};
    return sql + "'";
}

class Cases {
public:
    Cases(const test::Office& office, db::Engine engine, Date today) : office_(office), engine_(engine), today_(today) { }

    std::vector<ListCase> all()
    {
        for (const auto who : {Who::sees_all, Who::officer}) {
            add(who, "no filter", {}, "");
            add(who, "state: most", with_state(incoming::State::done), "i.state = 'done'");
            add(who, "state: few", with_state(incoming::State::assigned), "i.state = 'assigned'");
            add(who, "state: none", with_state(incoming::State::returned), "i.state = 'returned'");
            IncomingQuery query;
            query.kind = "CV";
            add(who, "kind", query, "i.kind = 'CV'");
            query.state = incoming::State::in_progress;
            add(who, "kind and state", query, "i.kind = 'CV' AND i.state = 'in_progress'");
            for (const auto& issuer : {common_issuer, rare_issuer}) {
                IncomingQuery by_issuer;
                by_issuer.issuer = issuer;
                add(who, issuer == common_issuer ? "issuer: every fourth" : "issuer: one in 1 000", by_issuer,
                    "i.issuer_fold = " + sql_text(text::fold(issuer)));
            }
            IncomingQuery days;
            days.from = today_.plus_days(-1500);
            days.to = today_.plus_days(-1400);
            const auto at = [](Date day) {
                return std::to_string(incoming::sort_at(day, 0, 7 * 60));
            };
            const std::string walked = who == Who::sees_all ? "i" : "r";
            add(who, "from – to", days,
                walked + ".sort_at >= " + at(*days.from) + " AND " + walked + ".sort_at < " + at(days.to->plus_days(1)));
            IncomingQuery overdue;
            overdue.overdue = true;
            add(who, "overdue", overdue,
                "i.due_on IS NOT NULL AND i.state IN ('registered', 'submitted', 'assigned', 'in_progress') AND i.due_on < "
                    + sql_text(today_.to_string()));
            add_person(who);
            add_words(who, "words: common", "ke hoach");
            add_words(who, "words: rare", rare_words);
            add_words(who, "words: number", "817/KH-UBND");
            add_words(who, "words: none such", "bưu điện");
        }
        return std::move(cases_);
    }

private:
    static IncomingQuery with_state(incoming::State state)
    {
        IncomingQuery query;
        query.state = state;
        return query;
    }
    std::string reached_by(Id<org::Person> person) const
    {
        return "r.agency = " + sql_text(office_.agency.id.to_string()) + " AND r.holder = " + sql_text(person.to_string())
            + " AND r.kind = 'incoming'";
    }
    void add(Who who, std::string name, IncomingQuery query, const std::string& condition)
    {
        const auto more = condition.empty() ? std::string{} : " AND " + condition;
        if (who == Who::sees_all)
            cases_.push_back({std::move(name), who, std::move(query),
                              "incoming i LEFT JOIN person p ON p.agency = i.agency AND p.id = i.lead",
                              "i.agency = " + sql_text(office_.agency.id.to_string()) + more, "i.sort_at DESC, i.id DESC"});
        else
            cases_.push_back(
                {std::move(name), who, std::move(query), joined(), reached_by(office_.officer) + more, "r.sort_at DESC, r.record DESC"});
    }
    void add_person(Who who)
    {
        IncomingQuery query;
        query.person = who == Who::sees_all ? office_.officer : office_.head;
        auto where = reached_by(*query.person);
        if (who == Who::officer)
            where += " AND EXISTS (SELECT 1 FROM reach o WHERE o.agency = i.agency AND o.holder = " + sql_text(office_.officer.to_string())
                + " AND o.kind = 'incoming' AND o.record = i.id)";
        cases_.push_back({"person", who, std::move(query), joined(), where, "r.sort_at DESC, r.record DESC"});
    }
    void add_words(Who who, std::string name, const std::string& words)
    {
        IncomingQuery query;
        query.query = words;
        const auto question = search::parse(search::scope_of(office_.agency.id, "incoming"), words);
        const auto search = db::fulltext::search(engine_, "search_entry", 1);
        const auto given = sql_text(db::fulltext::query(engine_, question.folded));
        auto where = search.matches;
        where.replace(where.find("$1"), 2, given);
        where += " AND e.agency = " + sql_text(office_.agency.id.to_string());
        if (who == Who::officer)
            where +=
                " AND EXISTS (SELECT 1 FROM reach r WHERE r.agency = e.agency AND r.record = e.record AND r.kind = e.kind AND r.holder = "
                + sql_text(office_.officer.to_string()) + ")";
        const std::string join = engine_ == db::Engine::sqlite ? " CROSS JOIN" : " JOIN"; // there it keeps the order of the walk
        cases_.push_back({std::move(name), who, std::move(query),
                          search.from + join + " incoming i ON i.agency = e.agency AND i.id = e.record"
                              + " LEFT JOIN person p ON p.agency = i.agency AND p.id = i.lead",
                          where, search.place + " DESC", true});
    }
    static std::string joined()
    {
        return "reach r JOIN incoming i ON i.agency = r.agency AND i.id = r.record"
               " LEFT JOIN person p ON p.agency = i.agency AND p.id = i.lead";
    }

    const test::Office& office_;
    const db::Engine engine_;
    const Date today_;
    std::vector<ListCase> cases_;
};

} // namespace

std::vector<ListCase> list_cases(const test::Office& office, db::Engine engine, Date today)
{
    return Cases{office, engine, today}.all();
}

std::string name_of(const ListCase& asked)
{
    return std::string{asked.who == Who::sees_all ? "sees all" : "officer"} + ", " + asked.name;
}

std::string target_of(const IncomingQuery& query)
{
    std::string target = "/api/incoming?limit=50";
    const auto add = [&](std::string_view name, const std::string& value) {
        target += "&" + std::string{name} + "=" + percent_encoded(value);
    };
    if (query.query)
        add("query", *query.query);
    if (query.state)
        add("state", describe::to_name(*query.state));
    if (query.kind)
        add("kind", *query.kind);
    if (query.issuer)
        add("issuer", *query.issuer);
    if (query.from)
        add("from", query.from->to_string());
    if (query.to)
        add("to", query.to->to_string());
    if (query.person)
        add("person", query.person->to_string());
    if (query.overdue)
        add("overdue", "true");
    return target;
}

} // namespace congso::bench
